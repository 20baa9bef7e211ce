"""What a merge leaves to a person: the list of disagreements, and the answers that come back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .errors import InputError
from .messages import Message
from .schema import Record

FIELD, STATUS, DELETION, DELETED_THERE, DELETED_HERE, SAME, DOUBTFUL = (
    "field",
    "status",
    "deletion",  # of a record that nobody edited here: only proposed
    "deleted_there",
    "deleted_here",
    "same",
    "doubtful",
)
ASK, OURS, THEIRS = "ask", "ours", "theirs"
RULES = (ASK, OURS, THEIRS)
KEY_HEADER = "key"  # of the last column of the sheet; the answer stands left of it
_ANSWERS = {
    **dict.fromkeys(("本库", "本", "我方", "ours", "mine", "our", "1"), OURS),
    **dict.fromkeys(("对方", "对", "来方", "theirs", "their", "2"), THEIRS),
}


class Listed(NamedTuple):
    """One line of the list.

    ``record``: names it for people; ``column`` None where it is about the whole record;
    ``done``: OURS or THEIRS where that was decided, "" where it is left to a person.
    """

    kind: str
    uuid: str
    record: Record
    column: str | None = None
    base: object = None
    mine: object = None
    theirs: object = None
    file: str = ""
    operator: str | None = None
    time: str | None = None
    why: tuple[Message, ...] = ()
    done: str = ""

    @property
    def key(self) -> str:
        """Return what an answer belongs to: this disagreement with these two values.

        Of a record that was deleted here all lines are one question.
        """
        told = [self.kind, self.uuid]
        if self.kind != DELETED_HERE:
            told += [self.column, self.mine, self.theirs]
        text = json.dumps(told, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


class Answers:
    """What was decided: line by line by a person, else by the rule."""

    def __init__(self, rule: str = ASK, given: Mapping[str, str] | None = None) -> None:
        self._rule, self._given = rule, given or {}
        self._heard: set[str] = set()

    def to(self, listed: Listed) -> str:
        """Return OURS or THEIRS, "" where it is left to a person."""
        key = listed.key
        if key in self._given:
            self._heard.add(key)
            return self._given[key]
        return "" if self._rule == ASK else self._rule

    @property
    def unused(self) -> int:
        """Return how many answers belong to nothing, since a value is another one now."""
        return len(self._given.keys() - self._heard)


def read_answers(rows: Iterable[list]) -> dict[str, str]:
    """Return key -> OURS or THEIRS of the lines of a list that were filled in.

    Raises InputError for another sheet, and for a word that is no answer.
    """
    place, found = None, {}
    for number, row in enumerate(rows, start=1):
        words = [_word(cell) for cell in row]
        if place is None:
            place = words.index(KEY_HEADER) if KEY_HEADER in words[1:] else None
            continue
        answer, key = words[place - 1], words[place]
        if not answer or not key:
            continue
        if answer not in _ANSWERS:
            raise InputError(
                Message("Row {row}: {word} is no answer.", row=number, word=answer),
                Message("Write 本库 (ours) or 对方 (theirs), or leave the cell empty."),
            )
        found[key] = _ANSWERS[answer]
    if place is None:
        raise InputError(
            Message("This is not a list of disagreements."),
            Message("Choose the workbook that an earlier merge wrote."),
        )
    return found


def _word(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip().lower()
