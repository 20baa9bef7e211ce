"""The findings of a check as points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QMetaType

from ..core.masking import masked
from ..core.report import Judged
from ..layers.result_layers import ACCEPTED_LEVEL
from ..translation import render
from .marking import fix_words

# The first are a contract (DESIGN 6); the level of an accepted warning is «accepted».
_COLUMNS = (
    *("uuid", "rule", "level", "field", "message", "subject_name", "township"),
    *("product", "village", "collector", "fix", "accepted", "accepted_by", "accepted_at"),
)


def finding_fields() -> QgsFields:
    """Return the columns of the findings layer."""
    fields = QgsFields()
    for name in _COLUMNS:
        fields.append(QgsField(name, QMetaType.Type.QString))
    return fields


def finding_points(judged: Iterable[Judged], fields: QgsFields) -> Iterator[QgsFeature]:
    """Yield each finding on its record's point, without geometry where there is none.

    Phones are masked.
    """
    for record, found, accepted in judged:
        finding = masked(found)
        feature = QgsFeature(fields)
        feature.setAttributes(
            [
                record["uuid"],
                finding.rule,
                ACCEPTED_LEVEL if accepted is not None else finding.level,
                finding.column,
                render(finding.message),
                record["subject_name"],
                record["township"],
                record["product"],
                record["village"],
                record["collector"],
                fix_words(finding),
                *((accepted.reason, accepted.operator, accepted.time) if accepted else [None] * 3),
            ]
        )
        if record["lon"] is not None and record["lat"] is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(record["lon"], record["lat"])))
        yield feature
