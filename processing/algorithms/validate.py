"""validate: every rule over a layer, as points, counts, a page and sheets to send back."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
)

from ...core.collecting import no_collecting
from ...core.findings import ERROR, WARNING
from ...core.masking import masked
from ...core.messages import Message
from ...core.report import Judged, validation_html
from ...core.rounds import in_use
from ...core.rules import Context, judge
from ...core.schema import Record
from ...core.tables import RETURN_SHEETS
from ...layers.result_layers import dress_findings
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on
from ..boundary_parameter import add_boundary
from ..finding_points import finding_fields, finding_points
from ..groups import quality_group
from ..loaded import dress_when_loaded
from ..page_parameter import add_page, write_page
from ..return_sheets import returned, write_return_sheets
from ..sinks import write_points
from ..targets import make_folder
from ..unmasked import add_unlogged, log_unmasked
from ..words import column_words

_LOGGED = 50  # findings written to the log; the layer has all


class Validate(OriginTraceAlgorithm):
    """Run every rule and deliver the findings as points."""

    NAME = "validate"

    def title(self) -> str:
        return tr("Check records")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Runs every rule over the latest period of each base: required values, phones, "
            "choices, dates, units, the point, the county, seasons, unusual scales, duplicates, "
            "one point or one phone for many producers, producers below the scale to be "
            "collected. Where the latest period was only opened, the one collected before is "
            "checked too, and compared with the others.\n"
            "Errors keep a record from being handed up, warnings do not. A warning that somebody "
            "accepted with a reason is shown as accepted and not counted, until the value that it "
            "speaks of changes. Without a boundary layer nothing can be said about points outside "
            "of the county."
        )

    def define(self) -> None:
        self.add_points_input()
        add_boundary(self)
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Findings")),
            tr("One feature for each finding, on the record's point where it has one."),
        )
        text = tr("A page by township and collector that can be printed; phones are masked.")
        add_page(self, text)
        self.add(
            QgsProcessingParameterFolderDestination(
                "FOLDER",
                tr("Folder for the sheets to send back"),
                optional=True,
                createByDefault=False,
            ),
            tr(
                "For each township a workbook with those of its records that have findings or "
                "are returned, marked with what is to be done. The corrected sheet can be "
                "imported again; each row then finds its record. It holds the township's phones; "
                "that is kept in the store."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("ERRORS", tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber("WARNINGS", tr("Open warnings")))
        self.addOutput(QgsProcessingOutputNumber("ACCEPTED", tr("Accepted warnings")))
        self.addOutput(QgsProcessingOutputNumber("RECORDS", tr("Records checked")))
        self.addOutput(QgsProcessingOutputNumber("SHEETS", tr("Sheets to send back")))
        add_unlogged(self)

    def execute(self, parameters, context, feedback) -> dict:
        with no_collecting():
            return self._check(parameters, context, feedback)

    def _check(self, parameters, context, feedback) -> dict:
        given = self.records(parameters, context, feedback)
        records = in_use(given)
        rules = self.rule_context(
            parameters, context, self.parameterAsSource(parameters, "BOUNDARY", context)
        )
        accepted = self.accepted(parameters, context)
        judged = []
        for record, finding in judge(records, rules, self.compared(parameters, context, given)):
            judged.append(Judged(record, finding, accepted.of(finding, record)))
            if len(judged) % 100 == 0:
                go_on(feedback)
        feedback.setProgress(60)
        go_on(feedback)
        notes = _notes(records, judged, rules)
        for note in notes:
            feedback.pushInfo(render(note))

        fields = finding_fields()
        features = finding_points(judged, fields)
        identifier = write_points(self, parameters, "OUTPUT", context, feedback, fields, features)
        dress_when_loaded(context, identifier, dress_findings)
        _log(judged, feedback)
        open_levels = [each.finding.level for each in judged if each.accepted is None]
        results = {
            "OUTPUT": identifier,
            "ERRORS": open_levels.count(ERROR),
            "WARNINGS": open_levels.count(WARNING),
            "ACCEPTED": len(judged) - len(open_levels),
            "RECORDS": len(records),
        }
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            title = tr("Check of collection points")
            write_page(report, validation_html(title, records, judged, tr, notes))
            results["REPORT"] = report
        folder = self.parameterAsFileOutput(parameters, "FOLDER", context)
        if folder:
            make_folder(folder)
            found = [*returned(records), *(x[:2] for x in judged if x.accepted is None)]
            count = len({id(record) for record, _finding in found})
            store = self.store_uri(parameters, context)
            results["UNLOGGED"] = log_unmasked(store, RETURN_SHEETS, count, feedback)
            products = [product.name for product in rules.products]
            sheets = write_return_sheets(folder, found, products, date.today(), feedback)
            results.update(FOLDER=folder, SHEETS=len(sheets))
            feedback.pushInfo(
                tr("Sheets to send back, written to {folder}: {count}.").format(
                    count=len(sheets), folder=folder
                )
            )
        feedback.pushInfo(
            tr(
                "Records checked: {RECORDS}. Errors: {ERRORS}, open warnings: {WARNINGS}, "
                "accepted: {ACCEPTED}."
            ).format(**results)
        )
        return results


def _notes(records: list[Record], judged: list[Judged], rules: Context) -> list[Message]:
    """Return what to know beside the numbers: the day, and about the boundary test."""
    notes = [Message("Checked on {day}.", day=rules.today().isoformat())]
    boundary = rules.boundary
    if boundary is None:
        return [*notes, Message("No boundary layer: points were not tested against one.")]
    if not boundary.names_county:
        notes.append(
            Message(
                "The boundary layer does not name {county}: all its polygons were taken as "
                "the county's.",
                county=rules.county_name,
            )
        )
    placed = sum(record["lon"] is not None for record in records)
    outside = sum(each.finding.rule == "D3-boundary" for each in judged)
    if placed > 1 and outside == placed:
        notes.append(
            Message("Every point lies outside of the boundary: is it the layer of this county?")
        )
    return notes


def _log(judged: list[Judged], feedback) -> None:
    for record, finding, accepted in judged[:_LOGGED]:
        if accepted is None:
            feedback.pushWarning(
                f"{record['subject_name'] or '?'}, {column_words(finding.column)}: "
                + render(masked(finding).message)
            )
