"""Filling a layout template from a points layer."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QFile, QIODevice
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..core.messages import Message
from ..core.products import Product, standard_products
from . import fonts, map_frame, map_panel, map_texts
from .basemap_keys import give_key
from .map_content import Content, count_content
from .map_drawing import Drawing, LegendGroup, MapGround
from .map_frame import choose_crs
from .map_items import find, show
from .map_spec import MapSpec
from .map_styles import AREA_STYLES, draw_map

TEMPLATES = Path(__file__).resolve().parents[1] / "resources" / "layouts"
PAPERS = ("A4", "A3")
ORIENTATIONS = ("landscape", "portrait")
COUNTY_DEGREES = 1.5  # diagonal of a usual county, and some


def prepare_map(
    project: QgsProject,
    points_layer: QgsVectorLayer,
    spec: MapSpec,
    boundary_layer: QgsVectorLayer | None = None,
    basemap_layer: QgsMapLayer | None = None,
    products: Sequence[Product] | None = None,
    overlays: Sequence[QgsVectorLayer] = (),
) -> tuple[QgsPrintLayout, list[Message]]:
    """Return a print layout of the points, added to the project, and warnings.

    Layers that the project does not own are copied into it; those that it owns
    are styled. ``overlays``: layers of the project that lie, as they are, over the points.
    Raises InputError for a template that cannot be used and for points that cannot be
    projected.
    """
    products = products or standard_products()
    points = adopt(project, points_layer)
    boundary = adopt(project, boundary_layer)
    basemap = adopt(project, basemap_layer)
    content = count_content(points, products, spec.style.name not in AREA_STYLES)
    content.unplaced += spec.without_point
    layout = load_template(project, spec)
    item = _map_item(layout)
    item.setFollowVisibilityPreset(False)
    item.setKeepLayerSet(True)
    crs = _place(project, layout, item, points, content, boundary, basemap, spec.focus)
    drawing = Drawing([], [])
    if crs is not None:
        ground = MapGround(
            project, item, points, content, products, boundary, basemap is not None, spec
        )
        drawing = draw_map(ground)
        base = [basemap] if basemap is not None else []
        item.setLayers([*overlays, *drawing.layers, *base])
    map_texts.fill_texts(layout, spec, content, crs, drawing.notes)
    legend = [*drawing.legend, *(LegendGroup(layer.name(), layer) for layer in overlays)]
    map_panel.fill_panel(layout, content, legend, spec.fit)
    layout.setName(_free_name(project, spec.title))
    project.layoutManager().addLayout(layout)
    layout.refresh()
    warning = fonts.font_warning()
    return layout, [*drawing.messages, *([warning] if warning is not None else [])]


def adopt(project: QgsProject, layer: QgsMapLayer | None) -> QgsMapLayer | None:
    """Return a layer that the project owns: itself or a copy."""
    if layer is None or project.mapLayer(layer.id()) is not None:
        return layer
    copy = project.addMapLayer(layer.clone())
    give_key(copy)  # copies of a basemap are made without it
    return copy


def our_template(paper: str, orientation: str = "landscape", kind: str = "distribution") -> Path:
    """Return the template of a page; raises InputError for one that we do not have."""
    if paper not in PAPERS or orientation not in ORIENTATIONS:
        raise InputError(
            Message("There is no map page {paper}, {turn}.", paper=paper, turn=orientation),
            Message("Choose A4 or A3, landscape or portrait."),
        )
    turned = "" if orientation == ORIENTATIONS[0] else f"_{orientation}"
    return TEMPLATES / f"{kind}_{paper.lower()}{turned}.qpt"


def load_template(project: QgsProject, spec: MapSpec) -> QgsPrintLayout:
    """Return a layout made from the spec's template or from ours for its paper."""
    path = Path(spec.template or our_template(spec.paper, spec.orientation, spec.kind))
    bad = InputError(
        Message("{file} is not a layout template that can be used.", file=path.name),
        Message("Choose a .qpt file made from one of ours, with a map item named ot_map."),
    )
    document = QDomDocument()
    source = QFile(str(path))
    if not source.open(QIODevice.OpenModeFlag.ReadOnly):
        raise bad
    try:
        loaded = document.setContent(source)
    finally:
        source.close()
    layout = QgsPrintLayout(project)
    if not (loaded[0] if isinstance(loaded, tuple) else loaded):
        raise bad
    _items, done = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not done or find(layout, "ot_map", QgsLayoutItemMap) is None:
        raise bad
    return layout


def _map_item(layout: QgsPrintLayout) -> QgsLayoutItemMap:
    return layout.itemById("ot_map")


def _place(
    project: QgsProject,
    layout: QgsPrintLayout,
    item: QgsLayoutItemMap,
    points: QgsVectorLayer,
    content: Content,
    boundary: QgsVectorLayer | None,
    basemap: QgsMapLayer | None,
    focus: QgsReferencedRectangle | None,
) -> QgsCoordinateReferenceSystem | None:
    """Set CRS, scale, extent, graticule and scale bar; hide them where nothing is shown.

    Returns the CRS, None where nothing is shown.
    """
    box, source = content.extent, points.crs()
    if box is None and focus is not None:
        box, source = focus, focus.crs()
    if box is None and boundary is not None:
        box, source = boundary.extent(), boundary.crs()
    furniture = ("ot_scale", "ot_scalebar", "ot_north", "ot_legend_title")
    if box is None:
        for grid in item.grids().asList():
            grid.setEnabled(False)
        for name in furniture:
            show(layout, name, False)
        return None
    degrees = QgsCoordinateReferenceSystem(map_frame.STORE_CRS)
    middle = map_frame.to_crs(box, source, degrees, project).center()
    web = basemap is not None and basemap.crs().authid() == map_frame.WEB_CRS
    crs = basemap.crs() if web else choose_crs(middle.x())
    if project.ellipsoid() in ("", "NONE"):
        project.setEllipsoid("EPSG:7030")
    item.setCrs(crs)
    factor = map_frame.scale_factor(crs, middle.y())
    area = map_frame.to_crs(box, source, crs, project)
    if focus is not None:
        area.combineExtentWith(map_frame.to_crs(focus, focus.crs(), crs, project))
    elif boundary is not None and content.extent is not None:
        area.combineExtentWith(surroundings(project, boundary, area, crs))
    size = item.rect()
    # Markers need room round the outermost point, an outline needs less.
    margin = size.width() * (0.06 if boundary is None else 0.03)
    scale = map_frame.fit_scale(area, size.width(), size.height(), margin, factor)
    map_frame.frame_map(item, area, scale, factor, middle.y())
    QgsExpressionContextUtils.setLayoutVariable(layout, "ot_scale_factor", factor)
    bar = find(layout, "ot_scalebar", QgsLayoutItemScaleBar)
    if bar is not None:
        map_frame.set_scale_bar(bar, scale, min(bar.maximumBarWidth(), size.width() / 2))
    return crs


def surroundings(
    project: QgsProject,
    boundary: QgsVectorLayer,
    area: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
) -> QgsRectangle:
    """Return the whole county in ``crs``, or what of a larger layer belongs to the points.

    In a layer of a whole province, that is the polygons that the points' area
    touches, or the area alone where even these are much larger.
    """
    if not boundary.crs().isValid() or boundary.extent().isEmpty():
        return area
    inside = map_frame.to_crs(area, crs, boundary.crs(), project)
    touched = QgsRectangle(inside)
    for feature in boundary.getFeatures(inside):
        touched.combineExtentWith(feature.geometry().boundingBox())
    degrees = QgsCoordinateReferenceSystem(map_frame.STORE_CRS)
    limit = max(COUNTY_DEGREES, 3 * _diagonal(map_frame.to_crs(area, crs, degrees, project)))
    whole = QgsRectangle(boundary.extent())
    whole.combineExtentWith(inside)
    for box in (whole, touched):
        if _diagonal(map_frame.to_crs(box, boundary.crs(), degrees, project)) <= limit:
            return map_frame.to_crs(box, boundary.crs(), crs, project)
    return area


def _diagonal(box: QgsRectangle) -> float:
    return hypot(box.width(), box.height())


def _free_name(project: QgsProject, title: str) -> str:
    name, number = title, 1
    while project.layoutManager().layoutByName(name) is not None:
        number += 1
        name = f"{title} ({number})"
    return name
