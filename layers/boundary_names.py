"""What the polygons of a county's boundary layer say about the place of a point.

Such layers come from many offices: townships or villages, named, coded or both
(XZQDM, ZLDWDM). Codes have 6 digits for a county, 9 for a township, 12 for a village.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..core.divisions import LENGTHS, standard_divisions
from ..core.villages import has_ending, village_form
from .records import CGCS2000
from .styling import boundary_name_field

LEVELS = ("province", "city", "county", "township", "village")
_LEVEL = dict(zip(LENGTHS, LEVELS))
_FIELDS = {
    "county": ("county", "县", "县名", "县名称", "区县", "xianming", "xmc"),
    "township": ("township", "乡镇", "乡(镇)", "乡（镇）", "乡镇名称", "乡镇名", "xzmc", "xiang"),
    "village": ("village", "村", "村名", "村名称", "行政村", "cmc", "cjqmc", "xzcmc", "zldwmc"),
    "code": ("xzqdm", "zldwdm", "code", "代码", "区划代码", "行政区划代码", "行政区代码", "adcode"),
}
_TOWNSHIP_ENDS = ("镇", "乡", "街道", "苏木", "街道办事处")
_COUNTY_ENDS = ("县", "区", "市", "旗")


def named_place(
    layer: QgsVectorLayer, point: QgsPointXY, divisions: Mapping[str, str]
) -> dict[str, str]:
    """Return level -> name of the polygons that hold a point; empty where none does.

    ``point``: CGCS2000 degrees; ``divisions``: code -> name of the county's own list.
    """
    place: dict[str, str] = {}
    for feature in _holding(layer, point):
        for level, name in polygon_names(layer, feature, divisions).items():
            place.setdefault(level, name)
    return place


def _holding(layer: QgsVectorLayer, point: QgsPointXY) -> list[QgsFeature]:
    """Return the polygons around a point, smallest first."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(CGCS2000), layer.crs(), QgsProject.instance()
    )
    try:
        there = transform.transform(point) if layer.crs().isValid() else point
    except QgsCsException:
        return []
    spot = QgsGeometry.fromPointXY(there)
    request = QgsFeatureRequest(QgsRectangle(there, there).buffered(1e-7))
    found = [f for f in layer.getFeatures(request) if f.geometry().intersects(spot)]
    return sorted(found, key=lambda feature: feature.geometry().area())


def polygon_names(
    source: QgsFeatureSource, feature: QgsFeature, divisions: Mapping[str, str]
) -> dict[str, str]:
    """Return what one polygon says, the parents of its code included.

    ``divisions``: code -> name of the county's own list.
    """
    by_key = {field.name().casefold(): field.name() for field in source.fields()}

    def value(field: str | None) -> str:
        raw = feature[field] if field else None
        return "" if raw is None or not str(raw).strip() or str(raw) == "NULL" else str(raw).strip()

    def read(kind: str) -> str:
        return next((t for k in _FIELDS[kind] if (t := value(by_key.get(k)))), "")

    place = {}
    code = division_code(read("code"))
    for length in (n for n in LENGTHS if n <= len(code)):
        name = name_of(code[:length], divisions)
        if name:
            place[_LEVEL[length]] = name
    county = read("county")
    if county:
        place.setdefault("county", county)
    for level in ("township", "village"):
        name = read(level)
        if name:
            place[level] = _official(level, name, code, divisions)
    name = value(boundary_name_field(source))
    level = _LEVEL.get(len(code)) or _level_of(name, divisions)
    if name == read("township"):  # 高新产业园区 is not a county
        level = "township"
    if name and level and (level not in place or _is_listed(name, level, divisions)):
        place[level] = _official(level, name, code, divisions)
    if "village" in place and not read("township"):
        _find_home(place, code, divisions)
    return place


def _find_home(place: dict[str, str], code: str, divisions: Mapping[str, str]) -> None:
    """Put right the township of a village: codes of land surveys are not always those listed."""
    homes = {c[:9] for c, n in divisions.items() if len(c) == 12 and n == place["village"]}
    if homes and code[:9] not in homes:
        place.pop("township", None)
        if len(homes) == 1:
            place["township"] = name_of(homes.pop(), divisions)


def division_code(text: str) -> str:
    """Return a code of 2 to 12 digits; zeros that fill it up, and what follows a village, go."""
    digits = text.partition(".")[0]
    if not (digits.isascii() and digits.isdigit()):
        return ""
    digits = digits[:12]
    for length in (9, 6, 4, 2):
        if len(digits) > length and not digits[length:].strip("0"):
            digits = digits[:length]
    return digits if len(digits) in LENGTHS else ""


def name_of(code: str, divisions: Mapping[str, str]) -> str:
    """Return the name of a code: by the county's list, else by the country's; "" if unknown."""
    return divisions.get(code) or (_standard().get(code, "") if len(code) < 12 else "")


def _official(level: str, name: str, code: str, divisions: Mapping[str, str]) -> str:
    """Return a name as the county's list writes it, where the list has just one like it."""
    if level == "village":
        name = village_form(name)
    size = LENGTHS[LEVELS.index(level)]
    near = [n for c, n in divisions.items() if len(c) == size and c.startswith(code[: size - 3])]
    if name in near:
        return name
    like = {n for n in near if n.startswith(name) or name.startswith(n)}
    return like.pop() if len(like) == 1 else name


def _is_listed(name: str, level: str, divisions: Mapping[str, str]) -> bool:
    size = LENGTHS[LEVELS.index(level)]
    return any(len(code) == size and each == name for code, each in divisions.items())


def _level_of(name: str, divisions: Mapping[str, str]) -> str:
    """Return the level of a name that has no code; "" where it cannot be told."""
    for level in ("township", "village", "county"):
        if _is_listed(name, level, divisions):
            return level
    if has_ending(name):
        return "village"
    if name.endswith(_TOWNSHIP_ENDS):
        return "township"
    return "county" if name.endswith(_COUNTY_ENDS) else ""


@lru_cache(1)
def _standard() -> dict[str, str]:
    return dict(standard_divisions())
