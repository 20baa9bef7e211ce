"""The names of townships in the middle of their points, for maps without boundaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsNullSymbolRenderer,
    QgsPointXY,
    QgsVectorLayer,
)

from ..core.schema import Record
from ..core.statistics_count import filled
from .labels import NO_TOWNSHIP, label_middles
from .records import CGCS2000


def township_names(records: Iterable[Record], size: float) -> QgsVectorLayer:
    """Return a layer that draws nothing but the names, ``size`` in points."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
    for record in records:
        name = filled(record["township"])
        if name and NO_TOWNSHIP not in name and record["lon"] is not None:
            found = sums[name]
            found[0] += 1
            found[1] += record["lon"]
            found[2] += record["lat"]
    layer = QgsVectorLayer(f"Point?crs={CGCS2000}&field=name:string", "townships", "memory")
    features = []
    for name, (count, lon, lat) in sums.items():
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon / count, lat / count)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.setRenderer(QgsNullSymbolRenderer())
    label_middles(layer, "name", size)
    return layer
