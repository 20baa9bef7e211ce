"""The administrative divisions as a tree of codes, and addresses brought into their form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from .addresses import normalise
from .cells import Cell
from .divisions import LENGTHS, read_division_file, standard_divisions
from .regions import PLACEHOLDERS, stem
from .villages import cuts, join_address, split_village, village_form, village_key

__all__ = [
    "Places",
    "join_address",
    "read_division_file",
    "split_village",
    "standard_divisions",
    "village_form",
    "village_key",
]


class Places:
    """Divisions by code (2, 4, 6, 9 and 12 digits; the parent is the prefix).

    ``villages`` may be empty: addresses are then split by their endings.
    """

    def __init__(
        self,
        divisions: Iterable[tuple[str, str]],
        villages: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._names: dict[str, str] = {}
        self._children: dict[str, dict[str, str]] = {}
        for rows in (divisions, villages):
            for code, name in rows:
                self._names[code] = name
        for code, name in self._names.items():
            self._children.setdefault(_parent(code), {})[code] = name
        self._indexes: dict[str, TownIndex] = {}
        self._counties: dict[str, dict[str, str]] = {}
        self._cities: dict[str, dict[str, str]] = {}

    # --- the tree ---------------------------------------------------------------

    def name_of(self, code: str | None) -> str | None:
        """Return the name of a code of any level, None for an unknown one."""
        return self._names.get(code) if code else None

    def children(self, code: str) -> dict[str, str]:
        """Return code -> name of what lies one level below ("" for the provinces)."""
        return self._children.get(code, {})

    def cities(self, scope: str = "") -> dict[str, str]:
        """Return code -> name of the real cities below a scope, placeholders left out."""
        if len(scope) >= 4:
            return {scope: self._names[scope]} if scope in self._names else {}
        if scope not in self._cities:
            self._cities[scope] = {
                code: name
                for province in ([scope] if scope else self.children(""))
                for code, name in self.children(province).items()
                if name not in PLACEHOLDERS
            }
        return self._cities[scope]

    def counties(self, scope: str = "") -> dict[str, str]:
        """Return code -> name of all counties below a province, a city or everywhere."""
        if scope not in self._counties:
            self._counties[scope] = {
                code: name
                for code, name in self._names.items()
                if len(code) == 6 and code.startswith(scope)
            }
        return self._counties[scope]

    def direct_counties(self, scope: str = "") -> dict[str, str]:
        """Return the counties that no real city stands above."""
        return {
            code: name
            for code, name in self.counties(scope).items()
            if self._names.get(code[:4]) in PLACEHOLDERS
        }

    def has_counties(self, city: str) -> bool:
        """Tell whether a city has counties of its own; 东莞 and three more have none."""
        below = self.children(city)
        return bool(below) and list(below.values()) != [self._names.get(city)]

    # --- what others ask ------------------------------------------------------------

    def county(self, code: str) -> tuple[str, str, str]:
        """Return (province, city, county) of a code of 6 or more digits, "" for no such level.

        The city of 北京 and its like is the province itself.
        """
        province = self._names.get(code[:2], "")
        city = self._names.get(code[:4], "")
        county = self._names.get(code[:6], "")
        if city in PLACEHOLDERS:
            city = province if province.endswith("市") else ""
        return province, city, "" if county == city else county

    def towns(self, county_code: str) -> list[tuple[str, str]]:
        """Return (code, name) of the townships of a county."""
        return list(self.children(county_code).items())

    def villages(self, town_code: str) -> list[tuple[str, str]]:
        """Return (code, name in its short form) of the villages of a township."""
        return [(code, village_form(name)) for code, name in self.children(town_code).items()]

    def code_of(self, province: str | None, city: str | None, county: str | None) -> str | None:
        """Return the county code of three names as the store holds them, None if unknown."""
        codes = [
            code
            for code, name in self.counties().items()
            if name == (county or city) and self._fits(code, province, city, county)
        ]
        return codes[0] if len(codes) == 1 else None

    def _fits(self, code: str, province: str | None, city: str | None, county: str | None) -> bool:
        names = self.county(code)
        if province and names[0] != province:
            return False
        if county and names[2] and city:
            return names[1] in ("", city) or names[1] == names[0]
        return not county or bool(names[2]) or names[1] == county

    def names_for_region(self, region: str) -> dict[str, str]:
        """Return column -> name that a record of a region has.

        ``region`` is a code of any level, a bare name such as 澄江镇, or several
        from the outside in, such as 澄江镇 文田村. Empty for nothing, for a code
        that is not in the list and for two names of one level.
        """
        region = region.strip()
        if not region:
            return {}
        if not region.isdigit():
            return self._named(region.split())
        if region not in self._names:
            return {}
        province, city, county = self.county(region.ljust(6, "x"))
        names = {"province": province}
        # Records of 北京 and of counties without a city may leave the city empty.
        if len(region) >= 4 and city and city != province:
            names["city"] = city
        if len(region) >= 6 and county:
            names["county"] = county
        if len(region) >= 9:
            names["township"] = self._names.get(region[:9], "")
        if len(region) == 12:
            names["village"] = village_form(self._names[region])
        return {column: name for column, name in names.items() if name}

    def _named(self, names: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in names:
            column = "village" if "township" in found else _column_of(self, name)
            if column in found:
                return {}
            found[column] = name
        return found

    # --- addresses --------------------------------------------------------------------

    def index(self, county_code: str) -> TownIndex:
        """Return the townships and villages of a county, made for searching."""
        found = self._indexes.get(county_code)
        if found is None:
            found = self._indexes[county_code] = TownIndex(self, county_code)
        return found

    def normalise_address(
        self, cells: Mapping[str, object], county_code: str | None = None
    ) -> dict[str, Cell]:
        """Return the cells of province, city, county, township, village, address_detail.

        ``cells``: raw cells, any of these and ``address``. ``county_code`` (6
        digits) is the county meant where the cells name none.
        """
        return normalise(self, cells, county_code)


class TownIndex:
    """The townships of one county by name and stem, and their villages by key."""

    def __init__(self, places: Places, county_code: str) -> None:
        self.towns = {name: code for code, name in places.towns(county_code)}
        self.longest_first = sorted(self.towns, key=len, reverse=True)
        self.stems: dict[str, list[str]] = {}
        for name in self.towns:
            self.stems.setdefault(stem(name), []).append(name)
        self._lists = {code: places.villages(code) for code in self.towns.values()}
        self.has_villages = any(self._lists.values())

    @cached_property
    def villages(self) -> dict[str, dict[tuple[str, str], list[str]]]:
        """Township code -> (stem, class) -> names in their short form."""
        index: dict[str, dict[tuple[str, str], list[str]]] = {}
        for town, rows in self._lists.items():
            keys = index.setdefault(town, {})
            for _, name in rows:
                keys.setdefault(village_key(name), []).append(name)
        return index

    def holds(self, town_code: str, text: str) -> bool:
        """Tell whether a village of a township is what a text begins with."""
        known = self.villages.get(town_code, {})
        return any(village_key(text[:end]) in known for end in cuts(text))

    def holds_anywhere(self, text: str) -> bool:
        """Tell whether a village of the county is what a text begins with."""
        return any(self.holds(code, text) for code in self.towns.values())


def _parent(code: str) -> str:
    return code[: max((n for n in LENGTHS if n < len(code)), default=0)]


def _column_of(places: Places, name: str) -> str:
    """Return the column a bare name belongs to: by the list, else by its ending."""
    lengths = {len(code) for code, known in places._names.items() if known == name}
    for length, column in (
        *((9, "township"), (6, "county"), (4, "city"), (2, "province")),
        (12, "village"),
    ):
        if length in lengths:
            return column
    if name.endswith("社区"):
        return "village"
    return "township" if name.endswith(("镇", "乡", "街道", "苏木", "场", "区")) else "village"
