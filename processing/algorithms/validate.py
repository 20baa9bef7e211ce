"""validate: every rule over a layer, as points, counts and a page."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.errors import InputError
from ...core.findings import ERROR, WARNING, Finding
from ...core.messages import Message
from ...core.periods import current
from ...core.report import validation_html
from ...core.rules import check_all
from ...core.schema import Record
from ...layers.boundary import metres_outside
from ...layers.result_layers import dress_findings
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on
from ..groups import quality_group
from ..loaded import dress_when_loaded
from ..sinks import write_points
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
            "choices, units, the point, the county, seasons, unusual scales, duplicates, one "
            "point or one phone for many producers.\n"
            "Errors keep a record from being handed up, warnings do not. Without a boundary "
            "layer nothing can be said about points outside of the county."
        )

    def define(self) -> None:
        self.add_points_input()
        self.add(
            QgsProcessingParameterFeatureSource(
                "BOUNDARY",
                tr("Boundary of the county"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("The county's own polygon layer, in any coordinate system."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Findings")),
            tr("One feature for each finding, on the record's point where it has one."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT",
                tr("Report"),
                fileFilter=tr("Web page") + " (*.html)",
                optional=True,
                createByDefault=False,
            ),
            tr("A page by township that can be printed."),
        )
        self.addOutput(QgsProcessingOutputNumber("ERRORS", tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber("WARNINGS", tr("Warnings")))
        self.addOutput(QgsProcessingOutputNumber("RECORDS", tr("Records checked")))

    def execute(self, parameters, context, feedback) -> dict:
        records = current(self.records(parameters, context, feedback))
        boundary = self.parameterAsSource(parameters, "BOUNDARY", context)
        inside = metres_outside(boundary) if boundary is not None else None
        if inside is None:
            feedback.pushInfo(tr("No boundary layer: points were not tested against one."))
        findings = check_all(records, self.rule_context(parameters, context, inside))
        feedback.setProgress(60)
        go_on(feedback)

        fields = QgsFields()
        for name in ("uuid", "rule", "level", "field", "message", "subject_name", "township"):
            fields.append(QgsField(name, QMetaType.Type.QString))
        of = {record["uuid"]: record for record in records}
        features = (_feature(finding, of[finding.record], fields) for finding in findings)
        identifier = write_points(self, parameters, "OUTPUT", context, feedback, fields, features)
        for finding in findings[:_LOGGED]:
            feedback.pushWarning(
                f"{of[finding.record]['subject_name'] or '?'}, {column_words(finding.column)}: "
                + render(finding.message)
            )
        dress_when_loaded(context, identifier, dress_findings)
        errors = sum(finding.level == ERROR for finding in findings)
        warnings = sum(finding.level == WARNING for finding in findings)
        results = {
            "OUTPUT": identifier,
            "ERRORS": errors,
            "WARNINGS": warnings,
            "RECORDS": len(records),
        }
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            html = validation_html(tr("Check of collection points"), records, findings, tr)
            write_page(report, html)
            results["REPORT"] = report
        feedback.pushInfo(
            tr("{RECORDS} records checked: {ERRORS} errors, {WARNINGS} warnings.").format(**results)
        )
        return results


def _feature(finding: Finding, record: Record, fields: QgsFields) -> QgsFeature:
    """Return a finding on its record's point."""
    feature = QgsFeature(fields)
    feature.setAttributes(
        [
            finding.record,
            finding.rule,
            finding.level,
            finding.column,
            render(finding.message),
            record["subject_name"],
            record["township"],
        ]
    )
    if record["lon"] is not None:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(record["lon"], record["lat"])))
    return feature


def write_page(path: str, html: str) -> None:
    """Write a page; raises InputError when the place cannot be written to."""
    try:
        Path(path).write_text(html, encoding="utf-8")
    except OSError as error:
        raise InputError(
            Message("{path} cannot be written.", path=path),
            Message("Choose another folder, or close the file where it is open."),
            str(error),
        ) from error
