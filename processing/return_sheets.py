"""One marked-up sheet for each township with something to correct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ..core.file_names import file_name
from ..core.findings import ERROR, Finding
from ..core.masking import mask_name
from ..core.messages import Message
from ..core.schema import RETURNED, SHEET_TITLE, Record
from ..core.sheet_rows import INTERNAL, sheet_row
from ..core.sorting import sort_key
from ..spreadsheets.returns import RowNote, write_return_sheet
from ..translation import tr
from .base import go_on
from .marking import note_words


def returned(records: Iterable[Record]) -> Iterator[tuple[Record, Finding]]:
    """Yield what was asked of the records that were returned, about the whole row."""
    for record in records:
        if record["status"] == RETURNED and record["return_reason"]:
            message = Message(
                "Returned: {reason} To be corrected by {deadline}.",
                reason=record["return_reason"],
                deadline=record["return_deadline"] or "–",
            )
            yield record, Finding("E-return", ERROR, message, record=record["uuid"])


def write_return_sheets(
    folder: str,
    found: Iterable[tuple[Record, Finding]],
    products: Iterable[str],
    today: date,
    feedback,
) -> list[Path]:
    """Write the sheets and return their paths; a sheet holds records of its township only.

    Raises WorkbookError; sheets written before stay.
    """
    towns: dict[str | None, dict[int, tuple[Record, list[Finding]]]] = defaultdict(dict)
    for record, finding in found:
        town = towns[record["township"]]
        town.setdefault(id(record), (record, []))[1].append(finding)
    written: list[Path] = []
    for township in sorted(towns, key=lambda name: (name is None, sort_key(name))):
        go_on(feedback)
        rows = sorted(towns[township].values(), key=_order)
        path = _free_path(folder, township, today, written)
        own = {record["subject_name"] for record, _findings in rows}
        notes = [
            RowNote(number, finding.column, finding.level, note_words(_for_township(finding, own)))
            for number, (_record, findings) in enumerate(rows)
            for finding in findings
        ]
        write_return_sheet(
            path,
            [sheet_row(record, INTERNAL) for record, _findings in rows],
            notes,
            title=f"{SHEET_TITLE}（{township}）" if township else SHEET_TITLE,
            products=tuple(products),
        )
        written.append(path)
    return written


def _order(row: tuple[Record, list[Finding]]) -> tuple:
    columns = ("collector", "village", "subject_name", "product")
    return tuple((row[0][column] is None, sort_key(row[0][column])) for column in columns)


def _free_path(folder: str, township: str | None, today: date, taken: list[Path]) -> Path:
    name = file_name(township or tr("Without township"))
    stem = tr("{township}_to correct_{day}").format(township=name, day=f"{today:%Y%m%d}")
    path, number = Path(folder) / f"{stem}.xlsx", 1
    while path in taken:
        number += 1
        path = Path(folder) / f"{stem}_{number}.xlsx"
    return path


def _for_township(finding: Finding, own: set[str | None]) -> Finding:
    """Return a finding that names nobody of another township in full."""
    other = finding.message.args.get("other")
    if not isinstance(other, str) or other in own:
        return finding
    args = {**finding.message.args, "other": mask_name(other)}
    return finding._replace(message=finding.message.told(**args))
