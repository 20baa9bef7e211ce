"""The list of persons in a store: one written at a time, and the words for roles and reveals."""

from __future__ import annotations

from ..core.errors import InputError
from ..core.people import Person
from ..core.person_entry import renamed
from ..core.tables import (
    AGENCY,
    CHANGES,
    COLLECTOR,
    CONFLICT_SHEET,
    CONTACT_SHEET,
    DRAW_LIST,
    ENTERPRISE,
    FIELD_PACKAGE,
    INSPECTOR,
    INTERNAL_SHEET,
    LISTS,
    PERSON,
    PLATFORM_SHEET,
    QUERY_TABLE,
    RECORD,
    RETURN_SHEETS,
    REVEALED,
    REVIEWER,
    WALL_MAP,
)
from ..translation import tr
from .locations import refuse_unwritable
from .store import open_store


def role_words() -> dict[str, str]:
    """Return role -> its word, in the order of the work."""
    return {
        COLLECTOR: tr("Collector"),
        REVIEWER: tr("Reviewer"),
        INSPECTOR: tr("Inspector"),
        AGENCY: tr("Agency"),
        ENTERPRISE: tr("Enterprise"),
    }


def reveal_words() -> dict[str, str]:
    """Return the words for where phones were shown or handed out."""
    return {
        LISTS: tr("Lists on the screen"),
        RECORD: tr("History of a record"),
        PLATFORM_SHEET: tr("Sheet for the national platform"),
        INTERNAL_SHEET: tr("Internal sheet"),
        QUERY_TABLE: tr("Table of a query"),
        RETURN_SHEETS: tr("Return sheets for townships"),
        CHANGES: tr("List of changes"),
        DRAW_LIST: tr("List of a random inspection"),
        CONTACT_SHEET: tr("Contact sheet (附件2)"),
        WALL_MAP: tr("Wall map"),
        FIELD_PACKAGE: tr("Field package"),
        CONFLICT_SHEET: tr("List of disagreements of a merge"),
    }


def save_person(path: str, row: Person, before: Person | None) -> None:
    """Write a person: a new one, or in the place of ``before``.

    Raises InputError for a name that has to stay, and StoreError; then nothing is written.
    """
    refuse_unwritable(path)
    with open_store(path, write=True) as store:
        problem = renamed(before, row, store.operators()) if before is not None else None
        if problem is not None:
            raise InputError(problem)
        store.put(PERSON, row, before)


def read_log(path: str) -> list[dict]:
    """Return who was shown phones, latest first; ``record``: the name of the one, if one.

    Raises StoreError.
    """
    with open_store(path) as store:
        rows = store.rows(REVEALED)[::-1]
        names = {}
        if any(row["uuid"] for row in rows):
            names = {r["uuid"]: r["subject_name"] for r in store.records(("uuid", "subject_name"))}
    return [{**row, "record": names.get(row["uuid"]) or row["uuid"]} for row in rows]
