"""Header matches that a person put right, brought to the tables they are meant for."""

from __future__ import annotations

import json
import re

from ..core.errors import InputError
from ..core.messages import Message
from .headers import IGNORED, KNOWN, NUMBER, header_key
from .rawxml import column_letters
from .table_header import Header

LEAVE_OUT = ""  # the column is not read
REMARKS = "remarks"  # the column goes into the remarks, each text after its header
HEADER_ROW = "#header"  # says in which row the header stands, where none was recognised
TARGETS = frozenset(KNOWN.values()) - {NUMBER, IGNORED}  # store columns and sheet columns

_PLACE = re.compile(r"([A-Za-z]{1,3})([1-9]\d*)?")
_ADVICE = Message(
    'Write {example}: file or sheet, then header or column letter, then store column or "".',
    example='{"马市镇.xlsx": {"场地": "village", "F": ""}}',
)


class Corrections:
    """Corrected headers by file or sheet.

    A scope is a file's path or name, a sheet's name, or ``file!sheet``. A column is named by
    its header, its letter, or one cell of its header such as ``F5``; HEADER_ROW stands for the
    number of the row in which the header is.
    """

    def __init__(self, scopes: dict[str, dict[str, str | int]] | None = None) -> None:
        self._scopes = {scope: dict(columns) for scope, columns in (scopes or {}).items()}
        self._rows = {
            scope: columns.pop(HEADER_ROW)
            for scope, columns in self._scopes.items()
            if HEADER_ROW in columns
        }
        self._used: set[tuple[str, str]] = set()

    @classmethod
    def parse(cls, text: str) -> Corrections:
        """Return the corrections of a JSON text. Raises InputError."""
        try:
            scopes = json.loads(text) if text.strip() else {}
        except ValueError as error:
            raise InputError(
                Message("The corrected headers are not JSON: {reason}.", reason=str(error)), _ADVICE
            ) from error
        if not isinstance(scopes, dict) or not all(isinstance(x, dict) for x in scopes.values()):
            raise InputError(Message("The corrected headers have the wrong form."), _ADVICE)
        for scope, columns in scopes.items():
            for where, key in columns.items():
                if where == HEADER_ROW:
                    _refuse_no_row(scope, key)
                elif key != LEAVE_OUT and key not in TARGETS:
                    raise InputError(
                        Message(
                            "Corrected headers, {scope}, {column}: {value} is no column.",
                            scope=scope,
                            column=where,
                            value=str(key),
                        ),
                        Message("Columns are: {names}", names=", ".join(sorted(TARGETS))),
                    )
        return cls(scopes)

    def header_row(self, path: str, sheet: str) -> int | None:
        """Return the row (from 1) in which a sheet's header was said to be."""
        found = None
        for scope, row in self._rows.items():
            if scope in _scopes_of(path, sheet):
                self._used.add((scope, HEADER_ROW))
                found = row
        return found

    def apply(self, path: str, sheet: str, header: Header) -> None:
        """Correct the header of one table. Raises InputError where two columns collide."""
        file, names = _file_of(path), _scopes_of(path, sheet)
        done: dict[int, str] = {}
        for scope, columns in self._scopes.items():
            if scope in names:
                for where, key in columns.items():
                    for column in _columns_of(where, key, header, file):
                        self._used.add((scope, where))
                        _refuse_collision(done, column, key, header, file)
                        done[column] = key
                        _put(header, column, key)

    def refuse_unused(self) -> None:
        """Raise InputError for a correction whose file, sheet or column was not met."""
        for scope, row in self._rows.items():
            if (scope, HEADER_ROW) not in self._used:
                raise InputError(
                    Message("Row {row} was named as the header of {scope}.", row=row, scope=scope),
                    Message("There is no such file or sheet; look at its name."),
                )
        for scope, columns in self._scopes.items():
            for where in columns:
                if (scope, where) not in self._used:
                    raise InputError(
                        Message(
                            "Corrected headers: there is no column {column} in {scope}.",
                            column=where,
                            scope=scope,
                        ),
                        Message("Take the correction out, or write its header as in the sheet."),
                    )


def _file_of(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _scopes_of(path: str, sheet: str) -> set[str]:
    """Return the names by which a sheet of a file may be meant."""
    file = _file_of(path)
    return {path, file, sheet, f"{path}!{sheet}", f"{file}!{sheet}"}


def _refuse_no_row(scope: str, row: object) -> None:
    if not isinstance(row, int) or isinstance(row, bool) or row < 1:
        raise InputError(
            Message("{scope}: {row} is no number of a row.", scope=scope, row=str(row)),
            Message("Give the row of the header as Excel numbers it, such as 3."),
        )


def _columns_of(where: str, key: str, header: Header, file: str) -> list[int]:
    """Return the columns of a table that a correction names."""
    plain = header_key(where)
    found = [
        column
        for column, text in header.headers.items()
        if text == where or (plain and header_key(text) == plain)
    ]
    if len(found) > 1 and key not in (LEAVE_OUT, REMARKS):
        raise InputError(
            Message("{file}: the header {header} stands there twice.", file=file, header=where),
            Message("Name the column by its letter."),
        )
    place = _PLACE.fullmatch(where)
    if found or place is None:
        return found
    if place[2] and not header.first <= int(place[2]) <= header.last:
        return []
    column = _number(place[1].upper())
    return [column] if column <= header.width else []


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _refuse_collision(
    done: dict[int, str], column: int, key: str, header: Header, file: str
) -> None:
    if key in (LEAVE_OUT, REMARKS):
        return
    other = next((c for c, k in done.items() if k == key and c != column), None)
    if other is not None:
        raise InputError(
            Message(
                "{file}: columns {first} and {second} are both to be read as {column}.",
                file=file,
                first=column_letters(other),
                second=column_letters(column),
                column=key,
            ),
            Message("Choose another column for one of them."),
        )


def _put(header: Header, column: int, key: str) -> None:
    """Let a column mean something else; another one that meant this goes into the remarks."""
    if column in header.repeated:
        header.repeated.remove(column)
    if key == LEAVE_OUT:
        header.keys[column] = IGNORED
    elif key != REMARKS:
        for other in [c for c, k in header.keys.items() if k == key]:
            del header.keys[other]
        header.keys[column] = key
    elif header.keys.get(column) != REMARKS:
        header.keys.pop(column, None)
