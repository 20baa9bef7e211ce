"""What changed in one record since its last approval, read as QGIS reads: nothing is locked."""

from __future__ import annotations

from pathlib import Path

from qgis.core import NULL, QgsExpression, QgsFeatureRequest

from ..core.tables import HISTORY, POINTS
from ..core.versions import Difference
from ..core.versions import since_approval as told_by
from .gpkg_read import values_of
from .records import feature_to_record
from .store_layers import load_table


def since_approval(path: str | Path, uuid: str) -> Difference | None:
    """Return what changed in a saved record, None where nothing did or it never was approved.

    Raises StoreError.
    """
    wanted = QgsExpression(QgsExpression.createFieldEqualityExpression("uuid", uuid))
    request = QgsFeatureRequest(wanted)
    history, points = load_table(path, HISTORY), load_table(path, POINTS)
    names = history.fields().names()
    rows = []
    for feature in history.getFeatures(request):
        row = {name: None if feature[name] == NULL else feature[name] for name in names}
        row["before"] = values_of(row["before"])
        rows.append(row)
    found = next(points.getFeatures(request), None)
    if found is None or not rows:
        return None
    return told_by(sorted(rows, key=lambda row: row["version"]), feature_to_record(found))
