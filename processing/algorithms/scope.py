"""scope: which producers have to be collected, by their totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.rounds import collected
from ...core.scope import BELOW, IN_SCOPE, ONLY_IN_TOTAL, OPEN, Total, totals
from ...layers.round_looks import dress_scope
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on
from ..groups import quality_group
from ..loaded import dress_when_loaded
from ..sinks import write_rows

_TEXT, _COUNT, _AMOUNT = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Double
_COLUMNS = {
    "producer": _TEXT,
    "product": _TEXT,
    "total": _AMOUNT,
    "unit": _TEXT,
    "threshold": _AMOUNT,
    "verdict": _TEXT,
    "reason": _TEXT,
    "bases": _COUNT,
    "records": _COUNT,
    "missing": _COUNT,
    "largest": _AMOUNT,
    "tanks": _AMOUNT,
    "tanks_threshold": _AMOUNT,
    "townships": _TEXT,
    "spellings": _TEXT,
    "similar": _TEXT,
}


class Scope(OriginTraceAlgorithm):
    """Compare the total of each producer with the threshold of the product."""

    NAME = "scope"

    def title(self) -> str:
        return tr("Who is to be collected")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Adds up what each producer has of each product over all bases and plots, and "
            "compares it with the threshold of the store's table product, which is inclusive. "
            "Engineered fish tanks have their own threshold.\n"
            "The latest round of each base counts that was collected: drafts without a scale do "
            "not. Names that differ only in blanks or brackets are one producer, which a column "
            "tells. Names that are only similar stay apart and are named in another column; so "
            "do people of one name with different phones in different villages."
        )

    def define(self) -> None:
        self.add_points_input()
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Producers and thresholds"), QgsProcessing.SourceType.TypeVector
            ),
            tr("One row for each producer and product; no phones."),
        )
        self.addOutput(QgsProcessingOutputNumber("IN_SCOPE", tr("Reach the threshold")))
        self.addOutput(QgsProcessingOutputNumber("BELOW", tr("Below the threshold")))
        self.addOutput(
            QgsProcessingOutputNumber("ONLY_IN_TOTAL", tr("Of these only in total")),
        )
        self.addOutput(QgsProcessingOutputNumber("OPEN", tr("Not to be decided yet")))

    def execute(self, parameters, context, feedback) -> dict:
        asked = self.records(parameters, context, feedback)
        everything = self.among_all(parameters, context, asked)
        products = self.rule_context(parameters, context).by_name
        go_on(feedback)
        wanted = set(map(id, asked))
        found = totals([r for r in collected(everything) if id(r) in wanted], products)
        feedback.setProgress(60)
        identifier = write_rows(
            self, parameters, "OUTPUT", context, feedback, _COLUMNS, _rows(found)
        )
        dress_when_loaded(context, identifier, dress_scope)
        verdicts = Counter(total.verdict for total in found)
        results = {
            "OUTPUT": identifier,
            "IN_SCOPE": verdicts[IN_SCOPE] + verdicts[ONLY_IN_TOTAL],
            "BELOW": verdicts[BELOW],
            "ONLY_IN_TOTAL": verdicts[ONLY_IN_TOTAL],
            "OPEN": verdicts[OPEN],
        }
        feedback.pushInfo(
            tr(
                "Producers with a product that reach the threshold: {IN_SCOPE}, of these only in "
                "total: {ONLY_IN_TOTAL}. Below: {BELOW}, not to be decided yet: {OPEN}."
            ).format(**results)
        )
        return results


def _rows(found: list[Total]) -> Iterator[tuple]:
    for total in found:
        townships = sorted({record["township"] for record in total.records} - {None})
        yield (
            *(total.producer, total.product, total.total, total.unit, total.threshold),
            *(total.verdict, render(total.reason())),
            *(total.bases, len(total.records), total.missing, total.largest),
            *(total.tanks, total.tanks_threshold),
            *("、".join(names) for names in (townships, total.spellings, total.similar)),
        )
