"""The polygons of the townships, or counties, in a county's own boundary layer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from qgis.core import QgsFeatureSource, QgsGeometry, QgsWkbTypes

from ..core.errors import InputError
from ..core.messages import Message
from .boundary import is_ours
from .boundary_names import polygon_names


def township_polygons(
    source: QgsFeatureSource,
    county: Sequence[str] = (),
    divisions: Mapping[str, str] | None = None,
) -> dict[str, QgsGeometry]:
    """Return name -> multipolygon in the layer's coordinate system; villages are put together.

    ``county``: names of province, city and county; ``divisions``: code -> name of the
    county's own list. Raises InputError for a layer that names no township.
    """
    parts = _parts(source, "township", county, divisions or {})
    if not parts:
        raise InputError(
            Message("The boundary layer {layer} names no township.", layer=source.sourceName()),
            Message("Choose a layer of townships or villages with their names or codes."),
        )
    return {name: _together(geometries) for name, geometries in parts.items()}


def county_polygons(
    source: QgsFeatureSource, divisions: Mapping[str, str] | None = None
) -> dict[str, QgsGeometry]:
    """Return name -> multipolygon of all counties; townships are put together.

    Raises InputError for a layer that names no county.
    """
    parts = _parts(source, "county", (), divisions or {})
    if not parts:
        raise InputError(
            Message("The boundary layer {layer} names no county.", layer=source.sourceName()),
            Message("Choose a layer of counties or townships with their names or codes."),
        )
    return {name: _together(geometries) for name, geometries in parts.items()}


def _parts(
    source: QgsFeatureSource, level: str, county: Sequence[str], divisions: Mapping[str, str]
) -> dict[str, list[QgsGeometry]]:
    parts: dict[str, list[QgsGeometry]] = defaultdict(list)
    for feature in source.getFeatures():
        geometry = feature.geometry()
        if geometry.isEmpty() or geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            continue
        names = polygon_names(source, feature, divisions)
        if names.get(level) and is_ours(names, county):
            valid = geometry if geometry.isGeosValid() else geometry.makeValid()
            parts[names[level]].append(valid)
    return parts


def _together(geometries: list[QgsGeometry]) -> QgsGeometry:
    whole = QgsGeometry.unaryUnion(geometries) if len(geometries) > 1 else geometries[0]
    whole.convertToMultiType()
    return whole
