"""overduereturns: what was returned and not corrected in time, by collector (E2)."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.reviews import by_collector, overdue
from ...core.schema import RETURNED
from ...core.stored_dates import last_day
from ...layers.result_tables import dress_table
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import quality_group
from ..loaded import dress_when_loaded
from ..sinks import write_rows
from ..store_records import record_words

_RECORD = (
    "collector",
    "subject_name",
    "product",
    "township",
    "village",
    "period",
    "return_reason",
    "return_deadline",
)


class OverdueReturns(OriginTraceAlgorithm):
    """List returned records past their deadline."""

    NAME = "overduereturns"

    def title(self) -> str:
        return tr("Returned and overdue")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Lists the returned records whose deadline has passed and that were not submitted "
            "again, by collector: the figures for the performance review. The last day itself "
            "is still in time."
        )

    def define(self) -> None:
        self.add_points_input()
        self.add(
            QgsProcessingParameterDateTime(
                "DATE", tr("Date"), QgsProcessingParameterDateTime.Type.Date, optional=True
            ),
            tr("The day to look from, such as 2026-12-01; empty for today."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Overdue returns"), QgsProcessing.SourceType.TypeVector
            ),
            tr("A table with one row for each record."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "COLLECTORS",
                tr("Overdue returns by collector"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("A table with the number of each collector."),
        )
        self.addOutput(QgsProcessingOutputNumber("OVERDUE", tr("Records overdue")))

    def execute(self, parameters, context, feedback) -> dict:
        asked = self.parameterAsDateTime(parameters, "DATE", context).date()
        today = asked.toPyDate() if asked.isValid() else date.today()
        records = self.records(parameters, context, feedback)
        late = overdue(records, today)
        text, number = QMetaType.Type.QString, QMetaType.Type.Int
        rows = ((*(record[key] for key in _RECORD), days, record["uuid"]) for record, days in late)
        columns = {**dict.fromkeys(_RECORD, text), "days_over": number, "uuid": text}
        given = (self, parameters, "OUTPUT", context, feedback)
        results = {"OUTPUT": write_rows(*given, columns, rows), "OVERDUE": len(late)}
        words = {"days_over": tr("Days over")}
        dress_when_loaded(context, results["OUTPUT"], dress_table(words, hidden=("uuid",)))
        collectors = by_collector(late)
        if parameters.get("COLLECTORS"):
            columns = {"collector": text, "overdue": number, "most_days": number}
            given = (self, parameters, "COLLECTORS", context, feedback)
            results["COLLECTORS"] = write_rows(*given, columns, collectors)
            words = {"overdue": tr("Records overdue"), "most_days": tr("Most days over")}
            dress_when_loaded(context, results["COLLECTORS"], dress_table(words))
        for record in records:
            if record["status"] == RETURNED and last_day(record["return_deadline"]) is None:
                feedback.pushWarning(
                    tr("{record}: returned without a deadline that can be read.").format(
                        record=record_words(record)
                    )
                )
        for collector, count, days in collectors:
            feedback.pushInfo(
                tr("{collector}: overdue {count}, days over at most {days}.").format(
                    collector=collector or tr("Without a collector"), count=count, days=days
                )
            )
        feedback.pushInfo(tr("Returned records overdue: {count}.").format(count=len(late)))
        return results
