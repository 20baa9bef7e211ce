"""Write workbooks: the official sheet, its blank form, and plain lists. All or nothing.

A file in place stays as it was until the new one is on the disk and proved.
Text stays text, whatever it looks like; what no cell can hold is refused.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import ModuleType

from ..core.draw_list import DrawList
from ..core.early_warning import EarlyWarning
from ..core.monitoring_table import Monitoring
from ..core.schema import SHEET_NOTES, SHEET_TITLE
from ..core.statistics_tables import Statistics
from ..core.subtotals import Subtotal
from . import dependency


def write_sheet(
    path: str | os.PathLike,
    rows: Iterable[Mapping[str, object] | Subtotal],
    *,
    internal: bool = False,
    metadata: Mapping[str, object] | None = None,
    title: str = SHEET_TITLE,
    note_lines: Sequence[str] = SHEET_NOTES,
    products: Sequence[str] | None = None,
) -> int:
    """Write 附件1 with these rows (display values by column key); return their number.

    A subtotal among them is a line across the sheet, and no row of it.
    ``internal`` adds the hidden columns that let the sheet come back unchanged.
    ``metadata``: ``reported_by`` and ``reported_on``. ``products``: names for the
    drop-down list, the standard ones if None. Raises WorkbookError.
    """
    return _sheets_out().write_sheet(
        path, rows, internal, metadata or {}, title, note_lines, products
    )


def write_contacts(path: str | os.PathLike, rows: Iterable[Mapping[str, object]]) -> int:
    """Write 附件2 with these contacts; return their number. Raises WorkbookError."""
    return _sheets_out().write_contacts(path, rows)


def write_blank(
    path: str | os.PathLike,
    *,
    county: tuple[str, str, str] | None = None,
    towns: Sequence[str] = (),
    products: Sequence[str] = (),
) -> None:
    """Write an empty 附件1 with drop-down lists and prompts. Raises WorkbookError.

    ``county``: the names of province, city and county; ``towns``: suggestions.
    """
    _sheets_out().write_blank(path, county or (), towns, products)


def write_table(
    path: str | os.PathLike,
    headers: Sequence[str],
    rows: Iterable[Sequence[object] | Subtotal],
    *,
    sheet_title: str,
    widths: Sequence[float] | None = None,
) -> None:
    """Write a plain list with a frozen header and a filter. Raises WorkbookError.

    ``widths`` in characters; without them they follow the first rows.
    """
    _sheets_out().write_table(path, headers, rows, sheet_title, widths)


def write_monitoring(
    path: str | os.PathLike,
    monitoring: Monitoring,
    *,
    county: str,
    office: str,
    translate: Callable[[str], str] = str,
) -> None:
    """Write the figures of the monitoring, with charts. Raises WorkbookError.

    ``office``: who made it. ``translate`` puts our words into the person's language.
    """
    dependency.openpyxl()
    from .monitoring_out import write_monitoring

    write_monitoring(path, monitoring, county, office, translate)


def write_draw(
    path: str | os.PathLike,
    listed: DrawList,
    *,
    county: str,
    office: str,
    translate: Callable[[str], str] = str,
) -> None:
    """Write the list of a random draw, to be printed on A4. Raises WorkbookError.

    ``office``: who made it. ``translate`` puts our words into the person's language.
    """
    dependency.openpyxl()
    from .draw_out import write_draw

    write_draw(path, listed, county, office, translate)


def write_statistics(
    path: str | os.PathLike,
    statistics: Statistics,
    *,
    day: date,
    query: str,
    county: str,
    office: str,
    translate: Callable[[str], str] = str,
) -> None:
    """Write the tables of the statistics, with charts. Raises WorkbookError.

    ``query``: in words, "" for all records; the rest as for the monitoring.
    """
    dependency.openpyxl()
    from .statistics_out import write_statistics

    write_statistics(path, statistics, day, query, county, office, translate)


def write_warning(
    path: str | os.PathLike,
    warning: EarlyWarning,
    *,
    query: str,
    county: str,
    office: str,
    translate: Callable[[str], str] = str,
) -> None:
    """Write the tables of the early warning. Raises WorkbookError.

    ``query``: in words, "" for all records; the rest as for the monitoring.
    """
    dependency.openpyxl()
    from .warning_out import write_warning

    write_warning(path, warning, query, county, office, translate)


def _sheets_out() -> ModuleType:
    """Return the module that needs openpyxl, once that is known to be importable."""
    dependency.openpyxl()
    from . import sheets_out

    return sheets_out
