"""exportsheet: records as the official sheet, for a purpose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.errors import InputError
from ...core.findings import ERROR, Finding
from ...core.masking import mask_phone, masked
from ...core.messages import Message
from ...core.places import join_address
from ...core.round_windows import has_stopped
from ...core.rounds import collected, that_tell
from ...core.rules import check_all
from ...core.schema import APPROVED, Record
from ...core.sheet_rows import INTERNAL, PLATFORM, PUBLIC, PURPOSES, sheet_row
from ...core.tables import INTERNAL_SHEET, PLATFORM_SHEET
from ...layers.query_records import matching
from ...settings import unit_name
from ...spreadsheets.writer import write_sheet, write_table
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on
from ..groups import sheets_group
from ..sinks import write_rows
from ..targets import layer_of
from ..unmasked import add_unlogged, log_unmasked
from ..words import status_word

_LOGGED = {PLATFORM: PLATFORM_SHEET, INTERNAL: INTERNAL_SHEET}  # with phones
_HELD_BACK = ("uuid", "subject_name", "product", "township", "village")


class ExportSheet(OriginTraceAlgorithm):
    """Write 附件1 for the national platform, for ourselves or for the public."""

    NAME = "exportsheet"

    def title(self) -> str:
        return tr("Export the collection sheet")

    def section(self) -> tuple[str, str]:
        return sheets_group()

    def about(self) -> str:
        return tr(
            "Writes the official sheet 附件1.\n"
            "For the platform: only approved records without errors, the latest period of each "
            "base that was collected; what is held back is listed with the reasons, bases that "
            "have stopped too. Internal: every record, with hidden columns that bring it back "
            "unchanged. Public: no phones, names masked, points rounded to about 50 m.\n"
            "That a sheet with phones was written is kept in the store."
        )

    def define(self) -> None:
        self.add_points_input()
        self.add(
            QgsProcessingParameterExpression(
                "EXPRESSION",
                tr("Only records that meet"),
                parentLayerParameterName="INPUT",
                optional=True,
            ),
            tr("A QGIS expression; empty for all."),
        )
        self.add_choice(
            "PURPOSE",
            tr("Purpose"),
            PURPOSES,
            [tr("National platform"), tr("Internal, complete"), tr("Public, without phones")],
            tr("What the sheet is for; it decides what goes into it."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Sheet"), fileFilter=tr("Workbook") + " (*.xlsx)"
            ),
            tr("Where to write it; an existing file is replaced only when all is well."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "HELD_BACK_LIST",
                tr("List of what was held back"),
                fileFilter=tr("Workbook") + " (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr("Each record held back, with its reasons."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "HELD_BACK_TABLE",
                tr("Table of what was held back"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("The same as a table, with the record numbers, one row for each record."),
        )
        self.addOutput(QgsProcessingOutputNumber("EXPORTED", tr("Records exported")))
        self.addOutput(QgsProcessingOutputNumber("HELD_BACK", tr("Records held back")))
        add_unlogged(self)

    def check(self, parameters, context) -> None:
        layer = layer_of(self, parameters, "INPUT", context)
        # Only on saving does an edit take the approval away.
        if layer is not None and layer.isModified():
            raise InputError(
                Message("{layer} has edits that are not saved.", layer=layer.name()),
                Message("Save or discard them, then export again."),
            )

    def execute(self, parameters, context, feedback) -> dict:
        purpose = self.choice(parameters, "PURPOSE")
        everything = self.records(parameters, context, feedback)
        text = self.text(parameters, "EXPRESSION", context)
        # A round that was only opened does not hide the one before, whatever is asked for.
        records = everything if purpose == INTERNAL else that_tell(everything)
        records = matching(records, text) if text else records
        reasons: dict[str, list[str]] = {}
        if purpose != INTERNAL:
            records = collected(records)
        if purpose == PUBLIC:
            records = [record for record in records if not has_stopped(record)]
        if purpose == PLATFORM:
            # Table rules look at every record of the store, not only at those asked for.
            judged = collected(self.among_all(parameters, context, everything))
            there = set(map(id, judged))
            judged += [record for record in records if id(record) not in there]
            reasons = _reasons(records, check_all(judged, self.rule_context(parameters, context)))
        go_on(feedback)
        kept = [record for record in records if record["uuid"] not in reasons]
        held = [record for record in records if record["uuid"] in reasons]
        feedback.setProgress(50)

        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        store = self.store_uri(parameters, context)
        results = {"EXPORTED": len(kept), "HELD_BACK": len(held), "OUTPUT": path, "UNLOGGED": ""}

        def rows() -> Iterator[dict]:
            yield from self._rows(kept, purpose, feedback)
            if purpose in _LOGGED:  # the sheet gets its name only after this
                what = _LOGGED[purpose]
                results["UNLOGGED"] = log_unmasked(store, what, len(kept), feedback)

        write_sheet(
            path,
            rows(),
            internal=purpose == INTERNAL,
            metadata={} if purpose == PUBLIC else {"reported_by": unit_name()},
        )
        listing = self.parameterAsFileOutput(parameters, "HELD_BACK_LIST", context)
        if listing:
            write_held_back(listing, held, reasons)
            results["HELD_BACK_LIST"] = listing
        if parameters.get("HELD_BACK_TABLE"):
            results["HELD_BACK_TABLE"] = write_rows(
                self,
                parameters,
                "HELD_BACK_TABLE",
                context,
                feedback,
                dict.fromkeys((*_HELD_BACK, "reasons"), QMetaType.Type.QString),
                (
                    (*(record[key] for key in _HELD_BACK), "\n".join(reasons[record["uuid"]]))
                    for record in held
                ),
            )
        for record in held[:50]:
            feedback.pushWarning(
                f"{record['subject_name'] or '?'}, {record['product'] or '?'}: "
                + " ".join(reasons[record["uuid"]])
            )
        feedback.pushInfo(
            tr("Records exported: {exported}, held back: {held}.").format(
                exported=len(kept), held=len(held)
            )
        )
        return results

    @staticmethod
    def _rows(records: list[Record], purpose: str, feedback) -> Iterator[dict]:
        for number, record in enumerate(records):
            if number % 100 == 0:
                go_on(feedback)
                feedback.setProgress(50 + 40 * number / len(records))
            yield sheet_row(record, purpose)


def _reasons(records: list[Record], findings: list[Finding]) -> dict[str, list[str]]:
    """Return why each record may not go up (D1), by uuid."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if record["status"] != APPROVED:
            reasons[record["uuid"]].append(
                tr("Not approved yet (status: {status}).").format(
                    status=status_word(record["status"])
                )
            )
        if has_stopped(record):
            reasons[record["uuid"]].append(
                tr("Its scale is 0: the base has stopped. The sheet cannot say so.")
            )
    asked_for = {record["uuid"] for record in records}
    for finding in findings:
        if finding.level == ERROR and finding.record in asked_for:
            reasons[finding.record].append(render(masked(finding).message))
    return reasons


def write_held_back(path: str, held: list[Record], reasons: dict[str, list[str]]) -> None:
    """Write the list of records held back, phones masked."""
    headers = ["种养殖主体名称", "产品名称", "基地地址", "信息采集员", "手机", tr("Reasons")]
    rows = [
        [
            record["subject_name"],
            record["product"],
            join_address(record["township"], record["village"], None),
            record["collector"],
            mask_phone(record["collector_phone"]),
            "\n".join(reasons[record["uuid"]]),
        ]
        for record in held
    ]
    write_table(path, headers, rows, sheet_title=tr("Held back"), widths=[26, 10, 24, 12, 14, 60])
