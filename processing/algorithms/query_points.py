"""querypoints: the records that a query asks for, as a layer and as a table."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ...core.masking import mask_phone
from ...core.schema import COLUMNS, PHONE, Record
from ...core.sheet_rows import PLATFORM, sheet_row
from ...layers.records import point_fields, record_to_feature
from ...layers.result_layers import dress_records
from ...settings import unit_name
from ...spreadsheets.writer import write_sheet
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import maps_group
from ..loaded import dress_when_loaded
from ..query_parameters import QueryParameters
from ..sinks import write_points


class QueryPoints(QueryParameters, OriginTraceAlgorithm):
    """Select records by product, region, scale, season and status."""

    NAME = "querypoints"

    def title(self) -> str:
        return tr("Query records")

    def section(self) -> tuple[str, str]:
        return maps_group()

    def about(self) -> str:
        return tr(
            "Selects records by product, region, scale, market season and status, the latest "
            "period of each base that was collected unless a period is given. The same query "
            "makes the map.\n"
            "Phones are masked in the table."
        )

    def define(self) -> None:
        self.add_points_input()
        self.define_query()
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Query result")),
            tr("A layer with all columns of the records found."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "TABLE",
                tr("Table"),
                fileFilter=tr("Workbook") + " (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr("The same records in the official layout, phones masked."),
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Records found")))

    def check(self, parameters, context) -> None:
        self.query(parameters, context)

    def execute(self, parameters, context, feedback) -> dict:
        records = self.selected(parameters, context, feedback)
        fields = point_fields()
        features = (record_to_feature(record, fields) for record in records)
        identifier = write_points(self, parameters, "OUTPUT", context, feedback, fields, features)
        dress_when_loaded(context, identifier, dress_records)
        results = {"OUTPUT": identifier, "COUNT": len(records)}
        table = self.parameterAsFileOutput(parameters, "TABLE", context)
        if table:
            write_sheet(table, map(masked_row, records), metadata={"reported_by": unit_name()})
            results["TABLE"] = table
        feedback.pushInfo(tr("Records found: {count}.").format(count=len(records)))
        return results


_PHONES = tuple(column.name for column in COLUMNS.values() if column.kind == PHONE)


def masked_row(record: Record) -> dict[str, object]:
    """Return a sheet row with masked phones (F2)."""
    row = sheet_row(record, PLATFORM)
    for name in _PHONES:
        row[name] = mask_phone(row[name])
    return row
