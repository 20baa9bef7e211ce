"""From the records of a query to the parts of an atlas, each with its words and its polygon."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

from ..core import base_list as b
from ..core.atlas_parts import BY_PRODUCT, Part
from ..core.errors import InputError
from ..layers.base_rows import BaseRows
from ..layers.part_pages import PartMap
from ..layers.records import CGCS2000
from ..layers.township_polygons import township_polygons
from ..translation import tr
from .map_parameters import map_title, source_words

_PRODUCT = (b.NUMBER, b.SQUARE, b.PRODUCER, b.PLACE, b.SCALE, b.SEASON, b.OFFICER)
_TOWNSHIP = (b.NUMBER, b.SQUARE, b.PRODUCER, b.PRODUCT, *_PRODUCT[3:])


def part_maps(
    parts: Sequence[Part],
    by: str,
    title: str,
    county: Sequence[str],
    areas: dict[str, QgsGeometry],
) -> list[tuple[str, PartMap]]:
    """Return name and map of each part; ``title``: what the person wants, "" for ours."""
    return [_part_map(part, by, title, county, areas) for part in parts]


def _part_map(part, by, title, county, areas) -> tuple[str, PartMap]:
    of_product = by == BY_PRODUCT
    none = tr("Without product") if of_product else tr("Without township")
    name = part.name or none
    if title:
        title = f"{title}　{name}"
    elif not part.name:
        title = f"{map_title(county, part.records)}（{none}）"
    elif of_product:
        title = map_title(county, part.records, (name,))
    else:
        title = map_title([f"{county[-1] if county else ''}{name}"], part.records)
    return name, PartMap(
        title=title,
        source=source_words(len(part.records)),
        rows=BaseRows(part.records, with_township=of_product or not part.name),
        columns=_PRODUCT if of_product else _TOWNSHIP,
        area=None if of_product else areas.get(part.name),
    )


def township_areas(
    boundary: QgsVectorLayer | None,
    county: Sequence[str],
    divisions: dict[str, str],
    project: QgsProject,
) -> dict[str, QgsGeometry]:
    """Return name -> polygon in CGCS2000; empty where the layer names no township."""
    if boundary is None:
        return {}
    try:
        found = township_polygons(boundary, county, divisions)
        transform = QgsCoordinateTransform(
            boundary.crs(), QgsCoordinateReferenceSystem(CGCS2000), project
        )
        for geometry in found.values():
            geometry.transform(transform)
    except (InputError, QgsCsException):
        return {}  # a county's outline serves as well
    return found
