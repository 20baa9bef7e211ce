"""Styles of layers: by product, by state, outlines; and the store's default style."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.products import Product, standard_products
from ..core.schema import APPROVED, DRAFT, RETURNED, SUBMITTED
from ..translation import tr
from . import forms
from .labels import NAMES_FROM, label_points, label_polygons
from .symbols import product_symbol

POINT_TABLE, CHOICE_TABLE = "collection_point", "choice"
STYLE_NAME = "origin_trace"

# What stands beside the pointer; no phone numbers.
_MAP_TIP = (
    '<b>[% "subject_name" %]</b><br>[% "product" %] '
    '[% coalesce("scale" || "scale_unit", \'\') %]<br>'
    "[% coalesce(\"township\", '') || coalesce(\"village\", '') %]"
)
# Up to so many markers on an A4 page, their size in mm.
_MARKER_SIZES = (
    *((120, 4.2), (300, 3.4), (800, 2.8), (2000, 1.9)),
    *((6000, 1.3), (15_000, 0.9), (40_000, 0.65)),
)
_STATUS_MARKS = {
    DRAFT: ("#8a8f98", Qgis.MarkerShape.Circle),
    SUBMITTED: ("#2a6fb5", Qgis.MarkerShape.Triangle),
    APPROVED: ("#1b7f4b", Qgis.MarkerShape.Square),
    RETURNED: ("#c0392b", Qgis.MarkerShape.Diamond),
}


def status_colour(status: str | None) -> str:
    """Return the colour of a state of review, as style_status draws it."""
    return _STATUS_MARKS.get(status, _STATUS_MARKS[DRAFT])[0]


def marker_size(count: int) -> float:
    """Return a size in mm at which ``count`` markers stay apart on a page."""
    for most, size in _MARKER_SIZES:
        if count <= most:
            return size
    return 0.5


def style_points(
    layer: QgsVectorLayer,
    products: Sequence[Product] | None = None,
    size: float = 4.2,
) -> None:
    """Draw points by product in the order of ``products``; ``size`` in mm.

    Producers are named once the map is near enough. Products that the list does
    not know share the mark of other products. Southern points lie over northern
    ones, so that markers overlap evenly.
    """
    categories = [
        QgsRendererCategory(product.name, product_symbol(product, size), product.name)
        for product in (standard_products() if products is None else products)
    ]
    categories.append(QgsRendererCategory(None, product_symbol(None, size), tr("Other products")))
    _apply(layer, QgsCategorizedSymbolRenderer("product", categories))
    label_points(layer, marker=size, from_scale=NAMES_FROM)


def style_status(layer: QgsVectorLayer, size: float = 3.4) -> None:
    """Draw points by state of review, told apart by colour and shape; ``size`` in mm."""
    words = forms.status_labels()
    categories = []
    for status, (colour, shape) in _STATUS_MARKS.items():
        mark = QgsSimpleMarkerSymbolLayer(shape, size)
        mark.setColor(QColor(colour))
        mark.setStrokeColor(QColor("#ffffff"))
        mark.setStrokeWidth(0.3)
        symbol = QgsMarkerSymbol()
        symbol.changeSymbolLayer(0, mark)
        categories.append(QgsRendererCategory(status, symbol, words[status]))
    _apply(layer, QgsCategorizedSymbolRenderer("status", categories))


def _apply(layer: QgsVectorLayer, renderer: QgsCategorizedSymbolRenderer) -> None:
    order = QgsFeatureRequest.OrderBy(
        [QgsFeatureRequest.OrderByClause("y($geometry)", False, False)]
    )
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def style_boundary(
    layer: QgsVectorLayer, name_field: str | None = None, size: float = 8, strong: bool = False
) -> None:
    """Draw polygons as outlines with soft names; ``size`` of names in points.

    A classified fill (a choropleth) is kept as it is.

    ``name_field``: the field with the name, looked for where it is not given.
    ``strong``: names that can be read over thousands of points.
    """
    symbol = QgsFillSymbol.createSimple(
        {
            "color": "255,255,255,150",
            "outline_color": "#8c7f94",
            "outline_width": "0.35",
            "outline_style": "dash dot",
            "joinstyle": "round",
        }
    )
    if layer.renderer().type() == "singleSymbol":
        layer.renderer().setSymbol(symbol)
    field = name_field or boundary_name_field(layer)
    if field is not None:
        label_polygons(layer, field, size, strong)
    layer.triggerRepaint()


def boundary_name_field(layer: QgsVectorLayer) -> str | None:
    """Return the field that seems to hold the polygons' names."""
    by_key = {field.name().casefold(): field.name() for field in layer.fields()}
    candidates = ("township", "乡镇", "乡(镇)", "xzmc", "xzqmc", "名称", "name", "mc")
    return next((by_key[key] for key in candidates if key in by_key), None)


def default_style(
    layer: QgsVectorLayer,
    choices: QgsVectorLayer | None = None,
    products: Sequence[Product] | None = None,
    county_names: Sequence[str] = (),
) -> None:
    """Give a store's points layer its symbols, aliases, form and table columns.

    ``choices``: the store's table of choices, for the lists that a county edits.
    ``county_names``: province, city and county of new records.
    """
    style_points(layer, products)
    forms.configure_form(layer, choices, products, county_names)
    layer.setMapTipTemplate(_MAP_TIP)


def save_default_style(
    path: str | Path,
    products: Sequence[Product] | None = None,
    county_names: Sequence[str] = (),
) -> None:
    """Store the default style in a GeoPackage, so that plain QGIS and QField open it properly.

    Raises StoreError where the table is missing or the style cannot be written.
    """
    layer = QgsVectorLayer(f"{path}|layername={POINT_TABLE}", POINT_TABLE, "ogr")
    if not layer.isValid():
        raise StoreError(
            Message("{file} holds no table of collection points.", file=Path(path).name),
            Message("Choose a store of this plugin, or create one."),
        )
    choices = QgsVectorLayer(f"{path}|layername={CHOICE_TABLE}", CHOICE_TABLE, "ogr")
    default_style(layer, choices if choices.isValid() else None, products, county_names)
    save_style(layer)


def save_style(layer: QgsVectorLayer) -> None:
    """Store a layer's style in its GeoPackage, as the one it opens with. Raises StoreError."""
    problem = layer.saveStyleToDatabase(STYLE_NAME, "", True, "")
    if problem:
        name = Path(layer.source().partition("|")[0]).name
        raise StoreError(
            Message("The style could not be saved in {file}.", file=name),
            Message("Close other programs that use the file and try again."),
            problem,
        )
