"""What a reviewer reads of one record, as a page: verdict, changes, findings, values."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

from ..core.findings import ERROR
from ..core.masking import masked
from ..core.schema import APPROVED, COLLECTION_POINT, RETURNED, SUBMITTED
from ..core.versions import GEOMETRY, value_of
from ..layers.review_case import Case, Since
from ..layers.value_words import column_words, local_time, value_words
from ..translation import render, tr

# Text and ground are both set: it reads the same in light and dark themes.
_STYLE = """
.bad { color: #7f1d1d; background-color: #fbe0de; }
.warn { color: #6b4300; background-color: #fdefcf; }
.good { color: #14532d; background-color: #dcf2e3; }
.name { color: %s; }
td { padding: 1px 5px; }
"""
# Told elsewhere on the page, or the program's own.
_LEFT_OUT = {
    *("uuid", "base_id", "status", "subject_name", "product", "period", "township", "village"),
    *("original_values", "import_batch", "version", "updated_at", "updated_by"),
    *("return_reason", "return_deadline", "confirmed_on", "confirmed_how"),
}


class ReviewPage(QTextBrowser):
    """Shows a case; it can be scrolled and copied from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setOpenLinks(False)
        self.document().setDefaultStyleSheet(_STYLE % _between(self.palette()).name())
        self.document().setDocumentMargin(6)

    def show_case(self, case: Case | None, unsaved: bool = False, mask: bool = True) -> None:
        """Show a record, from the top; one that says the same stays where it was scrolled.

        ``mask``: make phones unreadable.
        """
        html = "" if case is None else "".join(_parts(case, unsaved, mask))
        if html != self._shown:
            self._shown = html
            self.setHtml(html)


def _between(palette: QPalette) -> QColor:
    """Return a colour for names that stands back a little, in light and dark themes."""
    ink, ground = (
        palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base)
    )
    parts = zip(ink.getRgb(), ground.getRgb())
    return QColor(*(round(0.62 * one + 0.38 * other) for one, other in parts))


def _parts(case: Case, unsaved: bool, mask: bool) -> Iterable[str]:
    record = case.record
    place = (record["township"] or "") + (record["village"] or "")
    title = " · ".join(x for x in (record["subject_name"] or tr("No name"), record["product"]) if x)
    yield f"<h3 style='margin:0'>{escape(title)}</h3>"
    collector = _joined(
        " ", *(value_words(x, record[x], mask) for x in ("collector", "collector_phone"))
    )
    facts = (value_words("status", record["status"]), place, record["period"], collector)
    yield f"<p style='margin:2px 0'>{escape(' · '.join(x for x in facts if x))}</p>"
    if unsaved:
        yield _box("warn", [tr("Not saved yet: the values below are those of the store.")])
    reasons = [render(reason) for reason in case.reasons]
    if not reasons:
        yield _box("good", [tr("Can be approved.")])
    elif record["status"] == SUBMITTED:
        yield _box("bad", reasons, tr("Cannot be approved:"))
    else:
        done = record["status"] == APPROVED and not unsaved
        yield _box("good" if done else "warn", reasons)
    if record["return_reason"]:
        yield _box("warn", [_returned(record)])
    yield _line(tr("Confirmed on site"), _confirmed(record))
    yield from _changes(case, mask)
    yield from _findings(case, mask)
    yield _heading(tr("Values"))
    yield _values(case, mask)


def _returned(record: dict) -> str:
    day = value_words("return_deadline", record["return_deadline"]) or "–"
    words = (
        tr("Returned, to be corrected by {day}: {reason}")
        if record["status"] == RETURNED
        else tr("It was returned, to be corrected by {day}: {reason}")
    )
    return words.format(day=day, reason=record["return_reason"])


def _confirmed(record: dict) -> str:
    visit = (value_words(name, record[name]) for name in ("confirmed_on", "confirmed_how"))
    found = _joined(" ", *visit)
    if not found and record["import_batch"] is None:
        return tr("placed on the map, without a note of a visit")
    return found or tr("no")


def _changes(case: Case, mask: bool) -> Iterable[str]:
    if case.approved is None:
        yield _line(tr("Last approval"), tr("none: it is new"))
    else:
        yield _heading(_told(tr("Changed since it was approved"), case.approved))
        yield _differences(case.approved, mask)
    if case.returned is not None:
        yield _heading(_told(tr("Changed since it was returned"), case.returned))
        yield _differences(case.returned, mask)


def _told(words: str, since: Since) -> str:
    return f"{words} ({local_time(since.time)} {since.operator or ''})".replace(" )", ")")


def _differences(since: Since, mask: bool) -> str:
    if not since.fields:
        return f"<p style='margin:0'>{escape(tr('Nothing.'))}</p>"
    rows = []
    for field in since.fields:
        old, new = (escape(value_words(field.column, x, mask) or "–") for x in field[1:3])
        rows.append(
            f"<tr><td class='name'>{escape(column_words(field.column))}</td>"
            f"<td class='bad'>{old}</td><td class='good'>{new}</td></tr>"
        )
    head = (
        f"<tr><td></td><td class='name'>{tr('before')}</td><td class='name'>{tr('now')}</td></tr>"
    )
    return f"<table cellspacing='1'>{head}{''.join(rows)}</table>"


def _findings(case: Case, mask: bool) -> Iterable[str]:
    yield _heading(tr("Findings") if case.findings else tr("No findings"))
    rows = []
    for finding, accepted in sorted(case.findings, key=lambda each: each[0].level != ERROR):
        kind = "bad" if finding.level == ERROR else "warn"
        text = render((masked(finding) if mask else finding).message)
        if accepted is not None:
            kind = "good"
            text = tr("{text} Accepted by {operator}: {reason}").format(
                text=text, operator=accepted.operator or "–", reason=accepted.reason
            )
        rows.append(f"<tr><td class='{kind}'>{escape(text)}</td></tr>")
    if rows:
        yield f"<table cellspacing='1' width='100%'>{''.join(rows)}</table>"


def _values(case: Case, mask: bool) -> str:
    """Return the values as rows, those of a finding in its colour."""
    levels = {}
    for finding, accepted in case.findings:
        if accepted is None and levels.get(finding.column) != ERROR:
            levels[finding.column] = finding.level
    columns = [GEOMETRY, *(c.name for c in COLLECTION_POINT if c.name not in _LEFT_OUT)]
    rows = []
    for column in columns:
        words = value_words(column, value_of(case.record, column), mask)
        if words or column in levels:
            kind = {None: "", ERROR: "bad"}.get(levels.get(column), "warn")
            rows.append(
                f"<tr><td class='name'>{escape(column_words(column))}</td>"
                f"<td class='{kind}'>{escape(words or '–')}</td></tr>"
            )
    return f"<table cellspacing='0'>{''.join(rows)}</table>"


def _heading(text: str) -> str:
    return f"<p style='margin:6px 0 1px 0'><b>{escape(text)}</b></p>"


def _line(name: str, text: str) -> str:
    return f"<p style='margin:4px 0 0 0'><b>{escape(name)}</b>: {escape(text)}</p>"


def _box(kind: str, lines: list[str], title: str = "") -> str:
    """Return sentences on a coloured ground."""
    text = "<br>".join(escape(line) for line in lines)
    head = f"<b>{escape(title)}</b><br>" if title else ""
    cell = f"<td class='{kind}'>{head}{text}</td>"
    return f"<table width='100%' cellpadding='3'><tr>{cell}</tr></table>"


def _joined(by: str, *words: str | None) -> str:
    return by.join(word for word in words if word)
