"""The records of a map by township or county: number, scale, middle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateTransform,
    QgsGeometry,
    QgsNullSymbolRenderer,
    QgsPointXY,
    QgsVectorLayer,
)

from ..core.errors import InputError
from ..core.messages import Message
from ..translation import tr
from .labels import NO_TOWNSHIP, label_middles
from .map_content import Content, Count, base_text, number_text
from .map_drawing import MapGround
from .map_key import made_layer

TOWNSHIP = "township"
_NAMED = 2  # names in a note
_LONG = 6  # characters of a name that stays on one line


@dataclass
class Area:
    """The records of one township or county; ``places`` of their points in the map's CRS."""

    count: Count = field(default_factory=Count)
    places: list[QgsPointXY] = field(default_factory=list)

    def middle(self) -> QgsGeometry | None:
        """Return the middle of the points, which few far ones do not move; None without any."""
        if not self.places:
            return None
        x = median(place.x() for place in self.places)
        return QgsGeometry.fromPointXY(QgsPointXY(x, median(place.y() for place in self.places)))


def read_areas(ground: MapGround, level: str) -> dict[str, Area]:
    """Return name -> records of the map; "" holds those that name no area of ``level``."""
    transform = QgsCoordinateTransform(ground.points.crs(), ground.crs, ground.project)
    areas: dict[str, Area] = {}
    for feature in ground.points.getFeatures():
        geometry, name = feature.geometry(), feature[level]
        if geometry.isEmpty() and ground.content.placed_only:
            continue
        area = areas.setdefault(name if isinstance(name, str) else "", Area())
        area.count.add(feature["scale"], feature["scale_unit"])
        if not geometry.isEmpty():
            area.places.append(transform.transform(QgsPointXY(geometry.vertexAt(0))))
    return areas


def place_names(ground: MapGround, off_symbols: float = 0.0) -> list[QgsVectorLayer]:
    """Return a layer that draws nothing but the townships' names, where no map below does.

    ``off_symbols``: how many mm beside the middle names stand where symbols are in the way;
    then boundaries are no place for them either.
    """
    if ground.has_basemap or (ground.boundary is not None and not off_symbols):
        return []
    rows = [
        (area.middle(), (area_label(name, "", ground.spec.county_names),))
        for name, area in read_areas(ground, TOWNSHIP).items()
        if name and NO_TOWNSHIP not in name and area.places
    ]
    names = tr("Names of townships")
    layer = made_layer(ground.project, names, "Point", ground.crs, {"name": str}, rows)
    layer.setRenderer(QgsNullSymbolRenderer())
    label_middles(layer, "name", 8.5 * ground.text, off_symbols or 2.0, bool(off_symbols))
    return [layer]


class Measure(NamedTuple):
    """What areas show: the number of bases, or the scale in one unit."""

    unit: str = ""

    def value(self, count: Count) -> float | None:
        """Return the figure of an area; None where its bases have no scale."""
        return count.sums.get(self.unit) if self.unit else count.points

    def text(self, value: float) -> str:
        """Return a figure with its unit."""
        return f"{number_text(value)} {self.unit}" if self.unit else base_text(round(value))

    def heading(self, level: str) -> str:
        """Return what the figures are."""
        if self.unit:
            words = {
                "township": tr("Scale per township ({unit})"),
                "county": tr("Scale per county ({unit})"),
            }
            return words[level].format(unit=self.unit)
        words = {"township": tr("Bases per township"), "county": tr("Bases per county")}
        return words[level]


def measure_of(content: Content, name: str) -> Measure:
    """Return the measure ``name`` (bases, scale); raises InputError where it cannot be shown."""
    if name == "bases":
        return Measure()
    units = list(content.total.sums)
    if len(units) > 1:
        raise InputError(
            Message(
                "The records have their scale in several units ({units}), which one map "
                "cannot add up.",
                units="、".join(units),
            ),
            Message("Choose products of one unit, or show the number of bases."),
        )
    if not units:
        raise InputError(
            Message("None of the records has a scale that could be shown."),
            Message("Show the number of bases, or complete the scales first."),
        )
    return Measure(units[0])


def area_text(number: int, level: str) -> str:
    """Return a number of townships or counties in words."""
    if number == 1:
        return {"township": tr("1 township"), "county": tr("1 county")}[level]
    words = {"township": tr("{count} townships"), "county": tr("{count} counties")}
    return words[level].format(count=f"{number:,}")


def areas_text(number: int, level: str, measure: Measure, total: float) -> str:
    """Return a number of areas in words, with what they come to."""
    areas = area_text(number, level)
    if not total:
        return areas
    return tr("{areas}: {total}").format(areas=areas, total=measure.text(total))


def area_label(name: str, figure: str, county: Sequence[str]) -> str:
    """Return the lines at an area: its name, short, and its figure."""
    for own in county:
        if name != own and len(name) > _LONG:
            name = name.removeprefix(own)
    if len(name) > _LONG and not name.isascii():
        half = (len(name) + 1) // 2
        name = f"{name[:half]}\n{name[half:]}"
    return f"{name}\n{figure}".strip()


class Missing:
    """What is not on a map of areas: a note for the page, and all names for the log."""

    def __init__(self, level: str) -> None:
        self._level = level
        self.notes: list[str] = []
        self.messages: list[Message] = []

    def nameless(self, area: Area | None) -> None:
        """Tell of records that name no area."""
        if area is not None:
            words = {
                "township": tr("Bases without a township, not shown: {count}"),
                "county": tr("Bases without a county, not shown: {count}"),
            }
            self.notes.append(words[self._level].format(count=f"{area.count.points:,}"))

    def unscaled(self, measure: Measure, areas: Iterable[Area]) -> None:
        """Tell of records without a scale, where scale is shown."""
        number = sum(area.count.unscaled for area in areas)
        if measure.unit and number:
            text = tr("Bases without a scale, not counted: {count}")
            self.notes.append(text.format(count=f"{number:,}"))

    def nowhere(self, areas: Mapping[str, Area], without_polygon: bool) -> None:
        """Tell of areas that cannot be drawn: without a polygon, or without a point."""
        if not areas:
            return
        count = sum(area.count.points for area in areas.values())
        names = list(areas)
        few = "、".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
        if without_polygon:
            text = tr("Bases in {areas} without a polygon, not shown: {count}")
            message = Message("Without a polygon, so not on the map: {names} (bases: {count}).")
        else:
            text = tr("Bases in {areas} without a point, not shown: {count}")
            message = Message("Without a point, so not on the map: {names} (bases: {count}).")
        self.notes.append(text.format(areas=few, count=f"{count:,}"))
        self.messages.append(message.told(names="、".join(names), count=count))
