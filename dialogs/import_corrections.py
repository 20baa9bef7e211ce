"""What a person put right in the sheets of an import, before it runs."""

from __future__ import annotations

from ..spreadsheets.corrections import HEADER_ROW


class SheetCorrections:
    """By sheet, header cell -> column, and the row of a header that was not recognised.

    Kept in the form of importsheet's parameter COLUMNS.
    """

    def __init__(self) -> None:
        self._scopes: dict[str, dict[str, str | int]] = {}

    def of(self, path: str, sheet: str) -> dict[str, str | int]:
        """Return what was put right in a sheet."""
        return self._scopes.get(_scope(path, sheet), {})

    def put(self, path: str, sheet: str, place: str, key: str) -> None:
        """Have the column of a header cell, such as F5, read as ``key``."""
        self._scopes.setdefault(_scope(path, sheet), {})[place] = key

    def take_back(self, path: str, sheet: str, place: str | None = None) -> None:
        """Have a column read as recognised again, or the whole sheet."""
        if place is None:
            self._scopes.pop(_scope(path, sheet), None)
        elif place in self.of(path, sheet):
            del self._scopes[_scope(path, sheet)][place]

    def put_header(self, path: str, sheet: str, row: int) -> None:
        """Have a row read as the header; what was put right before was of another one."""
        self._scopes[_scope(path, sheet)] = {HEADER_ROW: row}

    def header_rows(self, path: str) -> dict[str, int]:
        """Return the rows that are the headers of a file's sheets: sheet -> row."""
        start = _scope(path, "")
        return {
            scope.removeprefix(start): int(given[HEADER_ROW])
            for scope, given in self._scopes.items()
            if scope.startswith(start) and HEADER_ROW in given
        }

    def forget(self, path: str) -> None:
        """Drop what was put right in a file, which may be another one now."""
        for scope in [s for s in self._scopes if s.startswith(_scope(path, ""))]:
            del self._scopes[scope]

    def for_import(self, paths: list[str]) -> dict[str, dict[str, str | int]]:
        """Return what was put right in these files, as the parameter COLUMNS has it."""
        starts = tuple(_scope(path, "") for path in paths)
        return {
            s: dict(given) for s, given in self._scopes.items() if given and s.startswith(starts)
        }


def _scope(path: str, sheet: str) -> str:
    return f"{path}!{sheet}"
