"""querypoints: the records that a query asks for, as a layer and as a table."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...layers.records import feature_writer, point_fields
from ...layers.result_layers import dress_records
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import maps_group
from ..loaded import dress_when_loaded
from ..query_parameters import QueryParameters
from ..query_table import QueryTable
from ..sinks import write_points


class QueryPoints(QueryParameters, QueryTable, OriginTraceAlgorithm):
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
            "Phones are masked in the table unless they are asked for in full."
        )

    def define(self) -> None:
        self.add_points_input()
        self.define_query()
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Query result")),
            tr("A layer with all columns of the records found."),
        )
        self.define_table()
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Records found")))

    def check(self, parameters, context) -> None:
        self.query(parameters, context)

    def execute(self, parameters, context, feedback) -> dict:
        records = self.selected(parameters, context, feedback)
        fields = point_fields()
        features = map(feature_writer(fields), records)
        identifier = write_points(self, parameters, "OUTPUT", context, feedback, fields, features)
        dress_when_loaded(context, identifier, dress_records)
        results = {"OUTPUT": identifier, "COUNT": len(records)}
        table = self.parameterAsFileOutput(parameters, "TABLE", context)
        if table:
            self.write_query_table(table, records, parameters, context, feedback)
            results["TABLE"] = table
        feedback.pushInfo(tr("Records found: {count}.").format(count=len(records)))
        return results
