"""Points by what is due: fresh, due or overdue, as ``core.rounds`` decides.

QGIS draws in threads of its own, where Python could bring it to a stop. So the states of
the day stand in the style, and whoever sees records, the style or the day change calls
``refresh_due``; before its first call the points are drawn as not judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer

from ..core.products import Product
from ..core.rounds import FRESH, judge
from .round_looks import UNJUDGED, state_renderer, unjudged_category

EARLIER = "earlier"  # rounds that a later one has followed: not drawn
_COLUMNS = (
    *("uuid", "base_id", "product", "period", "status", "return_deadline", "scale"),
    *("market_start", "market_end", "collected_on"),
)
_FID = "fid"
_MARK = "/* origin_trace_due */"  # in the expression: by it the style is known


def style_due(layer: QgsVectorLayer, size: float = 3.4) -> None:
    """Draw points by what is due, as not judged yet; ``size`` in mm."""
    renderer = state_renderer(f"'{UNJUDGED}' {_MARK}", size)
    renderer.addCategory(unjudged_category(size))
    layer.setRenderer(renderer)


def refresh_due(
    layer: QgsVectorLayer, products: Iterable[Product], today: date | None = None
) -> bool:
    """Judge the points anew where they are drawn by what is due; return whether they are.

    Edits that are not saved count. ``today``: the day that counts, if not this one.
    """
    renderer = layer.renderer()
    if renderer is None or renderer.type() != "categorizedSymbol":
        return False
    if _MARK not in renderer.classAttribute():
        return False
    states = json.dumps(due_states(layer, products, today or date.today()))
    # The map is the same for all points, so that QGIS reads it once for each drawing.
    found = f"map_get(json_to_map({QgsExpression.quotedString(states)}), $id)"
    renderer = renderer.clone()  # with what a person changed in its marks
    renderer.setClassAttribute(f"coalesce({found}, '{FRESH}') {_MARK}")
    renderer.deleteCategory(renderer.categoryIndexForValue(UNJUDGED))
    layer.setRenderer(renderer)
    layer.triggerRepaint()
    return True


def due_states(layer: QgsVectorLayer, products: Iterable[Product], today: date) -> dict[int, str]:
    """Return feature id -> state of the records that are not fresh; n log n."""
    fields = layer.fields()
    slots = [(name, fields.indexOf(name)) for name in _COLUMNS]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([index for _, index in slots])
    records = []
    for feature in layer.getFeatures(request):
        values = feature.attributes()
        record = {name: _plain(values[index]) for name, index in slots}
        record[_FID] = feature.id()
        records.append(record)
    by_name = {product.name: product for product in products}
    states = dict.fromkeys((record[_FID] for record in records), EARLIER)
    for record, standing in judge(records, by_name, today):
        states[record[_FID]] = standing.state
    return {fid: state for fid, state in states.items() if state != FRESH}


def _plain(value: object) -> str | float | None:
    """Return a text or number; None for NULL, which is slow to compare with."""
    return value if isinstance(value, (str, float, int)) else None
