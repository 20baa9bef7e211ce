"""The page in a field package that tells the collector what to do."""

from __future__ import annotations

from html import escape

from ..core.html_page import page
from ..layers.field_project import PROJECT_NAME, STORE_NAME
from ..translation import tr

README_NAME = "readme.html"
_STYLE = "ol li{margin:.5em 0}"


def readme(county: str, collector: str, day: str, records: int, basemap: bool) -> str:
    """Return the page, in the language of who makes the package."""
    about = tr("For: {collector}. Packaged on {day} with {count} records.").format(
        collector=collector or "–", day=day, count=records
    )
    steps = [
        tr(
            "Copy this whole folder to the phone or tablet: by cable into QField's folder "
            "«Imported Projects», or as a ZIP that QField imports."
        ),
        tr("Open {project} in QField. No network is needed.").format(project=PROJECT_NAME),
        tr(
            "To check a base: touch its point, open the form, correct it, and fill in 实地核对日期 "
            "and 实地核对方式."
        ),
        tr(
            "For a new base: go there, switch to editing, wait until the position is fine, set the "
            "point, fill in the form and save."
        ),
        tr("Where a base has stopped, enter the scale 0. Do not delete its record."),
        tr("Set 审核状态 to submitted when a record is complete."),
        tr(
            "In the evening bring the whole folder back to the county: {store} holds the work. You "
            "may go on collecting in the same folder afterwards."
        ).format(store=STORE_NAME),
    ]
    notes = [
        tr("The folder holds names and phones: keep it to yourself, and delete it when done."),
        tr("Rename nothing in the folder; do not open it on two devices at once."),
    ]
    if not basemap:
        notes.append(tr("There is no offline basemap in it; points are shown without a map."))
    body = [
        f"<p class='note'>{escape(about)}</p>",
        "<ol>",
        *(f"<li>{escape(step)}</li>" for step in steps),
        "</ol>",
        *(f"<p class='note'>{escape(note)}</p>" for note in notes),
    ]
    title = tr("{county}: collecting in the field").format(county=county)
    return page(title, body, _STYLE)
