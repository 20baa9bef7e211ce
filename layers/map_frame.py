"""Coordinate system, scale and extent of a printed map, all round figures."""

from __future__ import annotations

from math import cos, floor, log10, radians

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemScaleBar,
    QgsProject,
    QgsRectangle,
)

from ..core.errors import InputError
from ..core.messages import Message
from ..translation import tr

STORE_CRS, WEB_CRS = "EPSG:4490", "EPSG:3857"
DEFAULT_SCALE = 10_000  # also the largest: a single farm needs its surroundings
_SCALES = (1, 1.2, 1.5, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10)
# Spacing of the graticule, seconds of arc.
_INTERVALS = (5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 3600, 7200, 18000, 36000)
_METRES_PER_DEGREE = 111_320.0
# Figures at the graticule: 115°05′ and 115°05′30″.
_MINUTES = (
    "floor(round(@grid_number * 60) / 60) || '°'"
    " || lpad(to_string(to_int(round(@grid_number * 60) % 60)), 2, '0') || '′'"
)
_SECONDS = (
    "floor(round(@grid_number * 3600) / 3600) || '°'"
    " || lpad(to_string(floor(round(@grid_number * 3600) % 3600 / 60)), 2, '0') || '′'"
    " || lpad(to_string(to_int(round(@grid_number * 3600) % 60)), 2, '0') || '″'"
)


def central_meridian(lon: float) -> int:
    """Return the central meridian (degrees) of the 3-degree zone of a longitude in China."""
    return 3 * min(max(round(lon / 3), 25), 45)


def choose_crs(lon: float) -> QgsCoordinateReferenceSystem:
    """Return the CGCS2000 3-degree Gauss-Krüger zone (EPSG:4534-4554) of a longitude."""
    return QgsCoordinateReferenceSystem(f"EPSG:{4534 + central_meridian(lon) // 3 - 25}")


def crs_sentence(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the coordinate system in words."""
    number = crs.authid().rpartition(":")[2]
    if crs.authid() == WEB_CRS:
        return tr("Web Mercator (EPSG:3857), scale true at the middle of the map")
    if number.isdigit() and 4534 <= int(number) <= 4554:
        meridian = 75 + 3 * (int(number) - 4534)
        return tr("CGCS2000, 3-degree Gauss-Krüger zone, central meridian {meridian}° E").format(
            meridian=meridian
        )
    return crs.userFriendlyIdentifier()


def to_crs(
    box: QgsRectangle,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> QgsRectangle:
    """Return a box in another CRS; raises InputError where that is impossible."""
    try:
        result = QgsCoordinateTransform(source, target, project).transformBoundingBox(box)
    except QgsCsException as error:
        result, detail = None, str(error)
    else:
        detail = ""
    if result is None or not result.isFinite():
        raise InputError(
            Message("The points cannot be drawn in {crs}.", crs=target.authid()),
            Message("Look for points far outside the county and correct them first."),
            detail,
        )
    return result


def nice_scale(denominator: float) -> int:
    """Return the next round scale denominator that shows no less."""
    power = 10 ** floor(log10(denominator))
    step = next(s for s in _SCALES if s * power >= denominator * (1 - 1e-9))
    return round(step * power)


def fit_scale(
    box: QgsRectangle | None, width: float, height: float, margin: float, factor: float = 1.0
) -> int:
    """Return the scale at which ``box`` (metres) fits a frame of ``width`` × ``height`` mm.

    ``margin`` mm stay free on each side. ``factor`` is true metres per map metre.
    """
    if box is None:
        return DEFAULT_SCALE
    needed = max(
        box.width() * factor * 1000 / (width - 2 * margin),
        box.height() * factor * 1000 / (height - 2 * margin),
    )
    return nice_scale(max(needed, DEFAULT_SCALE))


def scale_factor(crs: QgsCoordinateReferenceSystem, latitude: float) -> float:
    """Return true metres per map metre: 1, but the cosine of latitude in Web Mercator."""
    return cos(radians(latitude)) if crs.authid() == WEB_CRS else 1.0


def frame_map(
    item: QgsLayoutItemMap, box: QgsRectangle, scale: int, factor: float, latitude: float
) -> None:
    """Show the surroundings of ``box`` at exactly 1:``scale``, with a round graticule.

    The middle moves by a few mm where a line of the graticule would else meet
    a corner of the frame and its figures the other side's.
    """
    size = item.rect()
    metres = scale / 1000 / factor  # map metres per mm of paper
    wide, high = size.width() * metres, size.height() * metres
    centre = box.center()
    item.zoomToExtent(_around(centre.x(), centre.y(), wide, high))
    degrees = QgsCoordinateTransform(
        item.crs(), QgsCoordinateReferenceSystem(STORE_CRS), item.layout().project()
    )
    middle = degrees.transform(centre)
    per_mm = scale / 1000 / _METRES_PER_DEGREE
    sides = (
        (middle.x(), per_mm / cos(radians(latitude)), size.width(), box.width() / metres),
        (middle.y(), per_mm, size.height(), box.height() / metres),
    )
    seconds, shift_x, shift_y = _graticule(sides)
    item.zoomToExtent(
        _around(centre.x() + shift_x * metres, centre.y() + shift_y * metres, wide, high)
    )
    for grid in item.grids().asList():
        grid.setCrs(QgsCoordinateReferenceSystem(STORE_CRS))
        grid.setIntervalX(seconds / 3600)
        grid.setIntervalY(seconds / 3600)
        grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.CustomFormat)
        grid.setAnnotationExpression(_SECONDS if seconds % 60 else _MINUTES)


def _around(x: float, y: float, wide: float, high: float) -> QgsRectangle:
    return QgsRectangle(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _graticule(sides: tuple[tuple[float, float, float, float], ...]) -> tuple[int, int, int]:
    """Return interval in seconds and shifts in mm; a side is middle, degrees/mm, mm, used mm."""
    across = sides[0][1] * sides[0][2] * 3600
    fitting = [s for s in _INTERVALS if 3 <= across / s <= 8.5] or [_INTERVALS[-1]]
    best = (-999.0, fitting[0], 0, 0)
    for seconds in fitting:
        score, shifts = -abs(across / seconds - 6) * 0.7, []
        for middle, per_mm, length, used in sides:
            worth, shift = _shift(middle, per_mm, seconds / 3600, length, (length - used) / 2 - 6)
            score += worth
            shifts.append(shift)
        best = max(best, (score, seconds, *shifts))
    return best[1:]


def _shift(
    middle: float, per_mm: float, interval: float, length: float, free: float
) -> tuple[float, int]:
    """Return the best shift in mm, at most ``free``, that keeps lines off a side's ends."""
    best = (-999.0, 0)
    room = int(min(max(free, 0), 6))
    for shift in range(-room, room + 1):
        ends = [middle + (shift + end * length / 2) * per_mm for end in (-1, 1)]
        nearest = min(abs(end - round(end / interval) * interval) / per_mm for end in ends)
        # Clear of the corner by half a figure is enough; less shift is better.
        best = max(best, (min(nearest, length * 0.042) - abs(shift) * 0.5, shift))
    return best


def set_scale_bar(bar: QgsLayoutItemScaleBar, scale: int, width: float) -> None:
    """Give the bar round segments that together stay within ``width`` mm."""
    segments, metres = bar_segments(width / 1000 * scale)
    long = metres >= 500
    bar.setUnits(Qgis.DistanceUnit.Kilometers if long else Qgis.DistanceUnit.Meters)
    bar.setUnitLabel(tr("km") if long else tr("m"))
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setNumberOfSegments(segments)
    bar.setUnitsPerSegment(metres / 1000 if long else metres)
    bar.update()


def bar_segments(longest: float) -> tuple[int, float]:
    """Return number and length of 2 to 4 segments of 1, 2 or 5 × 10^n, as long as may be."""
    power = 10.0 ** (floor(log10(longest)) - 1)
    steps = [figure * power for figure in (1, 2, 5, 10, 20, 50)]
    fitting = [(n, s) for n in (2, 3, 4) for s in steps if n * s <= longest * (1 + 1e-9)]
    return max(fitting, key=lambda pair: (round(pair[0] * pair[1] / power), pair[0]))
