"""earlywarning: what comes to market, what is overdue, where failed tests gather (G5)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.collecting import no_collecting
from ...core.early_warning import (
    COMING,
    RETURNED,
    UNCOLLECTED,
    EarlyWarning,
    Failures,
    early_warning,
    find_failures,
)
from ...core.errors import NoStoreError
from ...core.gatherings import Reach
from ...core.market import ON_MARKET
from ...core.samples import Sample
from ...core.schema import Record
from ...core.tables import INSPECTION
from ...core.warning_page import warning_html
from ...core.warning_rows import Warned, warned
from ...layers.store import open_store
from ...layers.warning_look import dress_warnings
from ...settings import unit_name
from ...spreadsheets.writer import write_warning
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on
from ..groups import inspection_group
from ..loaded import dress_when_loaded
from ..page_parameter import add_page, write_page
from ..periods import add_day, given_day
from ..query_parameters import QueryParameters
from ..sinks import write_points
from ..store_parameter import add_other_store

_TEXT, _NUMBER = QMetaType.Type.QString, QMetaType.Type.Int
_OF_RECORD = ("township", "village", "grid_officer", "collector", "uuid", "base_id")
_COLUMNS = {
    **{"kind": _TEXT, "subject_name": _TEXT, "product": _TEXT, "reason": _TEXT},
    **{"day": _TEXT, "days": _NUMBER, "gathering": _NUMBER, "items": _TEXT},
    **dict.fromkeys(_OF_RECORD, _TEXT),
}


class EarlyWarningList(QueryParameters, OriginTraceAlgorithm):
    """Warn of what comes to market, what is overdue and where failed tests gather."""

    NAME = "earlywarning"

    def title(self) -> str:
        return tr("Early warning")

    def section(self) -> tuple[str, str]:
        return inspection_group()

    def about(self) -> str:
        return tr(
            "Tells for a day what comes to market in the next days, what was not collected or "
            "corrected in time, and where failed tests gather in place and time, with what to do "
            "next, as a layer, a list and a page.\n"
            "Coming are the records that the query finds in season on one of these days and not "
            "today; animals and fish have no market dates and are never coming. Overdue is what "
            "«What is due» and «Returned and overdue» say of the bases found.\n"
            "Failed samples gather where steps of so many kilometres and days lead from one to "
            "the other. Of the query they are asked product and region only. Those of no known "
            "base, point or day are listed as well, with the reason. No phones."
        )

    def define(self) -> None:
        self.add_points_input()
        add_other_store(
            self,
            tr("Where results of tests are kept; empty for the store of the input."),
            advanced=True,
        )
        self.define_query()
        add_day(self)
        self._add_number(
            "DAYS", tr("Days ahead"), 15, (1, 366), tr("What comes to market in so many days.")
        )
        self._add_number(
            "BACK",
            tr("Days back"),
            365,
            (1, 3660),
            tr("Failed tests of so many days up to the day count."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "RADIUS",
                tr("Step of a gathering (km)"),
                QgsProcessingParameterNumber.Type.Double,
                3,
                minValue=0.01,
                maxValue=100,
            ),
            tr("So far may one failed sample lie from the next."),
        )
        self._add_number(
            "WINDOW",
            tr("Step of a gathering (days)"),
            30,
            (0, 3660),
            tr("So many days may lie between one failed sample and the next."),
        )
        self._add_number(
            "LEAST",
            tr("Samples of a gathering"),
            3,
            (2, 1000),
            tr("A gathering has so many failed samples at least; what is fewer stands alone."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Warnings")),
            tr("A feature for each warning, also those without a point."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "LIST",
                tr("List"),
                fileFilter=tr("Workbook") + " (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr("A sheet for each table, with all rows."),
        )
        add_page(self, tr("A page to print on A4; of long tables the first 200 rows."))
        for name, title in (
            ("COMING", tr("Come to market")),
            ("ON_MARKET", tr("On the market now")),
            ("OVERDUE", tr("Not collected in time")),
            ("RETURNED", tr("Returned, past the deadline")),
            ("FAILED", tr("Failed samples")),
            ("GATHERED", tr("Failed samples in gatherings")),
            ("GATHERINGS", tr("Gatherings")),
            ("UNPLACED", tr("Failed samples without place or day")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def _add_number(self, name: str, title: str, default: int, limits: tuple, text: str) -> None:
        kind = QgsProcessingParameterNumber.Type.Integer
        low, high = limits
        self.add(
            QgsProcessingParameterNumber(name, title, kind, default, minValue=low, maxValue=high),
            text,
        )

    def check(self, parameters, context) -> None:
        self.query(parameters, context)

    def execute(self, parameters, context, feedback) -> dict:
        rules = self.rule_context(parameters, context)
        with no_collecting():
            warning = self._warning(parameters, context, feedback, rules.by_name)
        go_on(feedback)
        feedback.setProgress(60)
        results = _numbers(warning)
        results["OUTPUT"] = self._layer(warning, parameters, context, feedback)
        told = {
            "query": self.query_words(parameters, context),
            "county": rules.county_name,
            "office": unit_name(),
            "translate": tr,
        }
        listed = self.parameterAsFileOutput(parameters, "LIST", context)
        if listed:
            write_warning(listed, warning, **told)
            results["LIST"] = listed
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            write_page(report, warning_html(warning, **told))
            results["REPORT"] = report
        feedback.pushInfo(
            tr(
                "{day}: come to market {COMING}, not collected in time {OVERDUE}, returned and "
                "overdue {RETURNED}, failed samples {FAILED}, gatherings {GATHERINGS}."
            ).format(day=warning.day.isoformat(), **results)
        )
        return results

    def _warning(self, parameters, context, feedback, products) -> EarlyWarning:
        asked = self.records(parameters, context, feedback)
        found = self.selection(parameters, context, asked)
        everything = self.among_all(parameters, context, asked)
        feedback.setProgress(30)
        day = given_day(self, parameters, context)
        failures = self._failures(parameters, context, feedback, asked, everything, day)
        days = self.parameterAsInt(parameters, "DAYS", context)
        return early_warning(found, everything, products, day, days, failures)

    def _failures(
        self,
        parameters,
        context,
        feedback,
        asked: Collection[Record],
        everything: Collection[Record],
        day: date,
    ) -> Failures:
        reach = Reach(
            1000 * self.parameterAsDouble(parameters, "RADIUS", context),
            self.parameterAsInt(parameters, "WINDOW", context),
            self.parameterAsInt(parameters, "LEAST", context),
        )
        since = day - timedelta(self.parameterAsInt(parameters, "BACK", context))
        kept = self._kept(parameters, context, everything)
        if kept is None:
            feedback.pushWarning(tr("Nothing is known of failed tests: INPUT is a copy."))
            return Failures(reach, since)
        inspections, known = kept
        query = self.query(parameters, context)
        bases = {record[key] for record in asked for key in ("base_id", "uuid")}

        def concerns(sample: Sample) -> bool:
            if query.products and sample.product not in query.products:
                return False
            record = sample.record
            if record is None:
                return True  # of nowhere that is known: listed, not lost
            return query.lies_in(record) and not bases.isdisjoint(
                (record["base_id"], record["uuid"])
            )

        return find_failures(inspections, known, concerns, (since, day), reach)

    def _kept(
        self, parameters, context, everything: Collection[Record]
    ) -> tuple[list[dict], Collection[Record]] | None:
        """Return the tests and records of STORE, else of the store of INPUT; None without one.

        ``everything``: the records of the latter.
        """
        other = self.text(parameters, "STORE", context)
        path = other or self.store_uri(parameters, context)
        if not path:
            return None
        try:
            with open_store(path) as store:
                records = list(store.records()) if other else everything
                return store.rows(INSPECTION), records
        except NoStoreError:
            if other:
                raise
            return None

    def _layer(self, warning: EarlyWarning, parameters, context, feedback) -> str:
        fields = QgsFields()
        for name, kind in _COLUMNS.items():
            fields.append(QgsField(name, kind))
        features = (_feature(each, fields) for each in warned(warning))
        identifier = write_points(self, parameters, "OUTPUT", context, feedback, fields, features)
        dress_when_loaded(context, identifier, dress_warnings)
        return identifier


def _numbers(warning: EarlyWarning) -> dict[str, int]:
    counts, failures = warning.counts, warning.failures
    return {
        "COMING": counts[COMING],
        "ON_MARKET": counts[ON_MARKET],
        "OVERDUE": counts[UNCOLLECTED],
        "RETURNED": counts[RETURNED],
        "FAILED": len(failures.listed),
        "GATHERED": failures.gathered,
        "GATHERINGS": len(failures.gatherings),
        "UNPLACED": failures.unplaced,
    }


def _feature(each: Warned, fields: QgsFields) -> QgsFeature:
    record, sample = each.record or {}, each.sample
    whom = (sample.producer, sample.product) if sample else ()
    feature = QgsFeature(fields)
    feature.setAttributes(
        [
            each.kind,
            *(whom or (record["subject_name"], record["product"])),
            render(each.reason),
            each.day,
            each.days,
            each.gathering,
            "、".join(sample.failed) if sample else None,
            *(record.get(column) for column in _OF_RECORD),
        ]
    )
    if record.get("lon") is not None and record.get("lat") is not None:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(record["lon"], record["lat"])))
    return feature
