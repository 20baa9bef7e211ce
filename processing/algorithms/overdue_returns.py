"""overduereturns: what was returned and not corrected in time, by collector (E2)."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.reviews import Correction, by_collector, late_corrections, overdue
from ...core.schema import RETURNED, Record
from ...core.stored_dates import last_day
from ...layers.result_tables import dress_table
from ...layers.store import open_store
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import quality_group
from ..loaded import dress_when_loaded
from ..periods import add_day, given_day
from ..sinks import write_rows
from ..store_records import behind, record_words

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
            "is still in time.\n"
            "If asked for, also the returns that were corrected too late, as the history of the "
            "store tells, each with the day on which it came again."
        )

    def define(self) -> None:
        self.add_points_input()
        add_day(self)
        self.add(
            QgsProcessingParameterBoolean(
                "CORRECTED", tr("Also what was corrected too late"), defaultValue=False
            ),
            tr("Returns that came again after their deadline; looks through the whole history."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Overdue returns"), QgsProcessing.SourceType.TypeVector
            ),
            tr("A table with one row for each return."),
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
        self.addOutput(QgsProcessingOutputNumber("LATE", tr("Corrected too late")))

    def check(self, parameters, context) -> None:
        if self.parameterAsBool(parameters, "CORRECTED", context):
            behind(self, parameters, context)

    def execute(self, parameters, context, feedback) -> dict:
        today = given_day(self, parameters, context)
        records = self.records(parameters, context, feedback)
        late = overdue(records, today)
        text, number = QMetaType.Type.QString, QMetaType.Type.Int
        corrected = self._corrected(parameters, context, records, today)
        rows = [(*(r[key] for key in _RECORD), days, None, r["uuid"]) for r, days in late]
        rows += [
            (*(r[key] for key in _RECORD), days, day.isoformat(), r["uuid"])
            for r, day, days in corrected
        ]
        columns = {
            **dict.fromkeys(_RECORD, text),
            **{"days_over": number, "corrected_on": text, "uuid": text},
        }
        given = (self, parameters, "OUTPUT", context, feedback)
        results = {
            "OUTPUT": write_rows(*given, columns, iter(rows)),
            "OVERDUE": len(late),
            "LATE": len(corrected),
        }
        words = {"days_over": tr("Days over"), "corrected_on": tr("Corrected on")}
        dress_when_loaded(context, results["OUTPUT"], dress_table(words, hidden=("uuid",)))
        everyone = [*late, *((each.returned, each.days) for each in corrected)]
        collectors = by_collector(sorted(everyone, key=lambda each: each[0]["collector"] or ""))
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
        if corrected:
            feedback.pushInfo(tr("Corrected too late: {count}.").format(count=len(corrected)))
        return results

    def _corrected(
        self, parameters, context, records: list[Record], today: date
    ) -> list[Correction]:
        """Return what was corrected too late, by collector, worst first; [] if not asked for."""
        if not self.parameterAsBool(parameters, "CORRECTED", context):
            return []
        numbers = {record["uuid"] for record in records}
        with open_store(behind(self, parameters, context)) as store:
            late = late_corrections(store.ended_returns(), today)
        found = [each for each in late if each.returned["uuid"] in numbers]
        return sorted(found, key=lambda each: (each.returned["collector"] or "", -each.days))
