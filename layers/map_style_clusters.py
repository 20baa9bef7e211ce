"""Style «clusters»: points that would overlap share a circle with their number."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsFontMarkerSymbolLayer,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor

from ..core.clusters import Cluster, find_clusters
from ..translation import tr
from . import fonts
from .labels import be_obstacles
from .map_areas import place_names
from .map_bubbles import nested_circles
from .map_content import count_text
from .map_drawing import Drawing, LegendGroup, MapGround
from .map_key import made_layer
from .symbols import industry_colour, product_colour, product_symbol


class _Size(NamedTuple):
    """A circle for clusters of at least ``least`` points; sizes in mm on A4."""

    least: int
    diameter: float
    digits: float


_SIZES = (
    _Size(2, 5.4, 2.3),
    _Size(10, 7.2, 2.8),
    _Size(50, 9.0, 3.2),
    _Size(200, 10.8, 3.6),
    _Size(1000, 13.5, 3.8),
)
_SINGLE = 4.2  # mm on A4
_GAP = 0.5  # mm between two symbols
_MIXED = QColor("#44546a")


def draw_clusters(ground: MapGround) -> Drawing:
    """Draw clusters whose numbers add up to the points on the map."""
    grow = max(1.0, ground.enlarge * 0.85)
    places, products = _places(ground)
    clusters = find_clusters(places, lambda count: (_diameter(count) + _GAP) / 2 * grow)
    known = {product.name for product in ground.products}
    groups: dict[str | None, list[Cluster]] = defaultdict(list)
    rows = []
    for cluster in clusters:
        names = Counter(products[member] for member in cluster.members)
        key = _key(cluster, names, known)
        groups[key].append(cluster)
        told = "、".join(f"{name or '?'} {count}" for name, count in names.most_common())
        x, y = cluster.x * ground.map_units, cluster.y * ground.map_units
        rows.append((QgsGeometry.fromPointXY(QgsPointXY(x, y)), (key, len(cluster.members), told)))
    columns = {"key": str, "points": int, "products": str}
    layer = made_layer(ground.project, tr("Clusters"), "Point", ground.crs, columns, rows)
    layer.setRenderer(_renderer(ground, set(groups), grow))
    be_obstacles(layer)
    return Drawing(
        [
            *(layer, *place_names(ground, _SIZES[1].diameter * grow)),
            *ground.outlines(names=ground.has_basemap),
        ],
        [*_legend(ground, layer, groups, grow), *ground.outlines_legend()],
    )


def _places(ground: MapGround) -> tuple[list[tuple[float, float]], list[str | None]]:
    """Return the places of all points in mm, and their products."""
    transform = QgsCoordinateTransform(ground.points.crs(), ground.crs, ground.project)
    units = ground.map_units
    places, products = [], []
    for feature in ground.points.getFeatures():
        if feature.geometry().isEmpty():
            continue
        spot = transform.transform(QgsPointXY(feature.geometry().vertexAt(0)))
        places.append((spot.x() / units, spot.y() / units))
        name = feature["product"]
        products.append(name if isinstance(name, str) and name else None)
    return places, products


def _size(count: int) -> _Size:
    return next(size for size in reversed(_SIZES) if count >= size.least)


def _diameter(count: int) -> float:
    return _SINGLE if count == 1 else _size(count).diameter


def _key(cluster: Cluster, names: Counter, known: set[str]) -> str | None:
    """Return what a cluster is drawn as: a size, or the product of a single point."""
    count = len(cluster.members)
    if count > 1:
        return f"≥{_size(count).least}"
    (name,) = names
    return name if name in known else None


def _renderer(
    ground: MapGround, keys: set[str | None], grow: float
) -> QgsCategorizedSymbolRenderer:
    colour = _colour(ground)
    categories = [
        QgsRendererCategory(key, _circle(size, colour, grow), _range(size))
        for size in _SIZES
        if (key := f"≥{size.least}") in keys
    ]
    for product in ground.products:
        if product.name in keys:
            symbol = product_symbol(product, _SINGLE * grow)
            categories.append(QgsRendererCategory(product.name, symbol, product.name))
    if None in keys:
        symbol = product_symbol(None, _SINGLE * grow)
        categories.append(QgsRendererCategory(None, symbol, tr("Other products")))
    return QgsCategorizedSymbolRenderer("key", categories)


def _colour(ground: MapGround) -> QColor:
    """Return the colour of the product or industry where all points are of one."""
    known = {product.name: product for product in ground.products}
    found = [known.get(name) for name in ground.content.products]
    if len(found) == 1:
        return product_colour(found[0])
    industries = {product.industry if product else None for product in found}
    return industry_colour(industries.pop()) if len(industries) == 1 else _MIXED


def _circle(size: _Size, colour: QColor, grow: float) -> QgsMarkerSymbol:
    """Return a circle with the number of its points in it."""
    circle = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle, size.diameter * grow)
    circle.setFillColor(colour)
    circle.setStrokeColor(QColor("#ffffff"))
    circle.setStrokeWidth(0.3 * grow)
    number = QgsFontMarkerSymbolLayer(fonts.choose_family(fonts.HEADING) or "", "")
    number.setSize(size.digits * grow)
    number.setColor(QColor("#ffffff"))
    number.setOffset(QPointF(0, -0.07 * size.digits * grow))  # digits have nothing below
    number.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyCharacter,
        QgsProperty.fromExpression('format_number("points", 0)'),
    )
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, circle)
    symbol.appendSymbolLayer(number)
    return symbol


def _range(size: _Size) -> str:
    """Return how many points a circle stands for."""
    position = _SIZES.index(size)
    if size is _SIZES[-1]:
        return tr("{count} and more").format(count=f"{size.least:,}")
    return f"{size.least}–{_SIZES[position + 1].least - 1}"


def _legend(
    ground: MapGround, layer: QgsVectorLayer, groups: dict[str | None, list[Cluster]], grow: float
) -> list[LegendGroup]:
    circles, singles = [], []
    for index, category in enumerate(layer.renderer().categories()):
        found = groups[category.value() or None]
        points = count_text(sum(len(cluster.members) for cluster in found))
        if len(found[0].members) == 1:
            singles.append((index, f"{category.label()}\t{points}"))
            continue
        number = tr("1 circle")
        if len(found) > 1:
            number = tr("{count} circles").format(count=f"{len(found):,}")
        diameter = _size(len(found[0].members)).diameter * grow
        circles.append((diameter, f"{category.label()}   {number}   {points}"))
    legend = []
    if circles:
        heading, remark = tr("Clusters"), tr("In each circle stands the number of its points.")
        legend.append(nested_circles(ground.project, heading, circles, remark))
    if singles:
        legend.append(LegendGroup(tr("Single points"), layer, singles))
    return legend
