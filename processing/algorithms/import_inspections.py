"""importinspections: results of inspections and tests, joined to producers (G3)."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.findings import ERROR, INFO, WARNING
from ...core.inspection_joins import Producers
from ...core.inspection_plan import (
    Asked,
    InspectionPlan,
    candidates,
    plan_inspections,
    producer_words,
)
from ...core.inspection_states import STATES
from ...core.inspections import INSPECTION, INSPECTION_COLUMNS, read_inspection
from ...core.periods import current
from ...core.table_plan import TableRow
from ...layers.inspection_look import dress_inspections
from ...layers.result_tables import dress_table
from ...layers.store import Store
from ...spreadsheets.inspection_headers import INSPECTIONS
from ...spreadsheets.tables import RawRow, Table
from ...translation import tr
from ..groups import sheets_group
from ..importing import Preparation, SheetFile
from ..loaded import dress_when_loaded
from ..sinks import write_points, write_rows
from ..table_import import TableImport

_TEXT = QMetaType.Type.QString
_SHOWN = (
    *("subject_name", "product", "state", "result", "item", "inspected_on", "kind", "agency"),
    *("inspector", "report_number", "township", "village", "remarks", "source_file", "uuid"),
    "base_id",
)
_OF_ROW = ("subject_name", "product", "inspected_on", "item", "result", "report_number")
_UNMATCHED = {
    **{"file": _TEXT, "sheet": _TEXT, "row": QMetaType.Type.Int},
    **dict.fromkeys((*_OF_ROW, "proposed"), _TEXT),
}


class ImportInspections(TableImport):
    """Bring results of inspections and tests into a store, joined to its producers."""

    NAME = "importinspections"
    TABLE, WORDS = INSPECTION, INSPECTIONS
    LEVELS = (ERROR, WARNING, INFO)  # what changes is listed as well

    def title(self) -> str:
        return tr("Import inspections and tests")

    def section(self) -> tuple[str, str]:
        return sheets_group()

    def about(self) -> str:
        return tr(
            "Reads sheets of laboratories and inspectors: date, producer, product, place, item "
            "and result under whatever headers they use. All rows are kept, or, on any error, "
            "none.\n"
            "A result is joined to the producer of the same name, and to its base and record "
            "where there is just one. Names that are nearly the same are only proposed. What is "
            "not joined is kept and listed, and joined by a later import once the store has the "
            "producer. Importing a sheet twice changes nothing."
        )

    def define(self) -> None:
        self.add_sheets(tr("Sheets of results"))
        self.add_try()
        self.add_annotated()
        self.add_findings()
        for name, title, kind, text in (
            (
                "UNMATCHED_LIST",
                tr("Results without a producer"),
                QgsProcessing.SourceType.TypeVector,
                tr("A table of the rows that were not joined, with the producers proposed."),
            ),
            (
                "OUTPUT",
                tr("Results on the map"),
                QgsProcessing.SourceType.TypeVectorPoint,
                tr("All results of the store that belong to a base, on its point."),
            ),
        ):
            self.add(
                QgsProcessingParameterFeatureSink(
                    name, title, kind, optional=True, createByDefault=False
                ),
                text,
            )
        self.add_counts()
        self.addOutput(QgsProcessingOutputNumber("UNMATCHED", tr("Rows without a producer")))
        self.addOutput(QgsProcessingOutputNumber("JOINED_LATER", tr("Earlier results joined now")))

    def begin(self, store: Store, parameters, context, feedback) -> None:
        self._products = store.products()
        self._records = list(store.records())
        self._asked: list[Asked] = []

    def read(self, file: SheetFile, table: Table, sheet: str, raw: RawRow) -> TableRow:
        row, place = read_inspection(sheet, raw.number, raw.cells, raw.extra, self._products)
        self._asked.append(Asked(row, place, file.name, table.sheet))
        return row

    def plan(self, rows: list[TableRow], held: list[dict], stamp: dict) -> InspectionPlan:
        return plan_inspections(self._asked, held, Producers(self._records), stamp)

    def finish(
        self, prepared: Preparation, rows: list, results: dict, parameters, context, feedback
    ) -> None:
        plan = prepared.plan
        results["UNMATCHED"], results["JOINED_LATER"] = len(plan.unmatched), plan.joined_later
        given = (context, feedback)
        if parameters.get("UNMATCHED_LIST"):
            results["UNMATCHED_LIST"] = write_rows(
                self, parameters, "UNMATCHED_LIST", *given, _UNMATCHED, _unmatched(plan)
            )
            words = {name: column.label for name, column in INSPECTION_COLUMNS.items()}
            words.update(file=tr("File"), sheet=tr("Worksheet"), row=tr("Row"))
            words["proposed"] = tr("Proposed")
            dress_when_loaded(context, results["UNMATCHED_LIST"], dress_table(words))
        if parameters.get("OUTPUT"):
            fields = QgsFields()
            for name in _SHOWN:
                fields.append(QgsField(name, _TEXT))
            results["OUTPUT"] = write_points(
                self, parameters, "OUTPUT", *given, fields, self._points(plan.table, fields)
            )
            dress_when_loaded(context, results["OUTPUT"], dress_inspections)
        feedback.pushInfo(
            tr("{count} rows were not joined to a producer.").format(count=len(plan.unmatched))
        )
        if plan.joined_later:
            feedback.pushInfo(
                tr("{count} results of earlier imports were joined.").format(
                    count=plan.joined_later
                )
            )

    def _points(self, inspections: list[dict], fields: QgsFields) -> Iterator[QgsFeature]:
        """Yield each result that belongs to a base, on its point where it has one."""
        places = {record["uuid"]: record for record in self._records}
        places |= {record["base_id"]: record for record in current(self._records)}
        for each in inspections:
            record = places.get(each["uuid"]) or places.get(each["base_id"])
            if record is None:
                continue
            feature = QgsFeature(fields)
            state = STATES[each["passed"]]
            place = {"township": record["township"], "village": record["village"]}
            shown = {**each, **place, "state": state}
            feature.setAttributes([shown[name] for name in _SHOWN])
            if record["lon"] is not None and record["lat"] is not None:
                point = QgsPointXY(record["lon"], record["lat"])
                feature.setGeometry(QgsGeometry.fromPointXY(point))
            yield feature


def _unmatched(plan: InspectionPlan) -> Iterator[tuple]:
    for each in plan.unmatched:
        names = map(producer_words, candidates(plan, each))
        yield (
            each.file,
            each.sheet,
            each.row.number,
            *(each.row.values[key] for key in _OF_ROW),
            "、".join(dict.fromkeys(names)) or None,
        )
