"""freshness: what is fresh, due or overdue on a day, as points and counts."""

from __future__ import annotations

from collections import Counter

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

from ...core.rounds import DUE, FRESH, OVERDUE, STATES, Judged, judge
from ...layers.round_looks import dress_freshness
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on
from ..groups import quality_group
from ..loaded import dress_when_loaded
from ..periods import add_day, given_day
from ..sinks import write_points, write_rows

_TEXT, _NUMBER = QMetaType.Type.QString, QMetaType.Type.Int
_OF_RECORD = (
    *("uuid", "base_id", "subject_name", "product", "township", "village"),
    *("collector", "period", "status"),
)
_COLUMNS = {
    **dict.fromkeys(_OF_RECORD, _TEXT),
    **{"state": _TEXT, "last_period": _TEXT, "next_due": _TEXT, "days": _NUMBER, "reason": _TEXT},
}
_PLACES = {"township": _TEXT, "village": _TEXT, **dict.fromkeys(STATES, _NUMBER)}
_URGENT_FIRST = (OVERDUE, DUE, FRESH)


class Freshness(OriginTraceAlgorithm):
    """Tell of each base whether its next round is due."""

    NAME = "freshness"

    def title(self) -> str:
        return tr("What is due")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Tells of the latest period of each base and product whether it is fresh, due or "
            "overdue on a day. Animals and fish are collected each month; crops each planting, "
            "from the time of the year at which the crop before was planted until it comes to "
            "market. The interval of each product stands in the table product.\n"
            "A draft without a scale was opened but not collected. A return past its deadline is "
            "overdue. A base whose scale is 0 has stopped: nothing is due."
        )

    def define(self) -> None:
        self.add_points_input()
        add_day(self)
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("What is due")),
            tr("One feature for each record, also those without a point; the most urgent first."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "PLACES",
                tr("Counts by village"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("A table: how many are fresh, due and overdue in each township and village."),
        )
        self.addOutput(QgsProcessingOutputNumber("DUE", tr("Records due")))
        self.addOutput(QgsProcessingOutputNumber("OVERDUE", tr("Records overdue")))
        self.addOutput(QgsProcessingOutputNumber("FRESH", tr("Records fresh")))

    def execute(self, parameters, context, feedback) -> dict:
        asked = self.records(parameters, context, feedback)
        everything = self.among_all(parameters, context, asked)
        products = self.rule_context(parameters, context).by_name
        go_on(feedback)
        today = given_day(self, parameters, context)
        wanted = set(map(id, asked))
        found = [each for each in judge(everything, products, today) if id(each.record) in wanted]
        found.sort(key=_urgency)
        feedback.setProgress(60)

        fields = QgsFields()
        for name, kind in _COLUMNS.items():
            fields.append(QgsField(name, kind))
        features = (_feature(each, fields) for each in found)
        identifier = write_points(self, parameters, "OUTPUT", context, feedback, fields, features)
        dress_when_loaded(context, identifier, dress_freshness)
        counts = Counter(each.standing.state for each in found)
        results = {
            "OUTPUT": identifier,
            **{state.upper(): counts[state] for state in STATES},
        }
        if parameters.get("PLACES"):
            results["PLACES"] = write_rows(
                self, parameters, "PLACES", context, feedback, _PLACES, _by_village(found)
            )
        feedback.pushInfo(
            tr("{day}: overdue {OVERDUE}, due {DUE}, fresh {FRESH}.").format(
                day=today.isoformat(), **results
            )
        )
        return results


def _urgency(each: Judged) -> tuple:
    """Sort by state, then by what has waited longest; without a day last."""
    days = each.standing.days
    return _URGENT_FIRST.index(each.standing.state), days is None, days or 0


def _feature(each: Judged, fields: QgsFields) -> QgsFeature:
    record, found = each
    feature = QgsFeature(fields)
    feature.setAttributes(
        [
            *(record[key] for key in _OF_RECORD),
            found.state,
            found.last,
            found.by.isoformat() if found.by is not None else None,
            found.days,
            render(found.reason),
        ]
    )
    if record["lon"] is not None:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(record["lon"], record["lat"])))
    return feature


def _by_village(found: list[Judged]) -> list[tuple]:
    """Return township, village and the number of each state, by place."""
    counts = Counter(
        (each.record["township"] or "", each.record["village"] or "", each.standing.state)
        for each in found
    )
    places = sorted({key[:2] for key in counts})
    return [(*place, *(counts[(*place, state)] for state in STATES)) for place in places]
