"""Province, city and county of an address: names, short forms, gaps, typing errors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell
from .messages import Message
from .spelling import nearest

if TYPE_CHECKING:
    from .places import Places

# Rows of the list between province and county that are no places (case R06).
PLACEHOLDERS = frozenset(
    {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖", "省直辖县"}
)
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|"
    "东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|"
    "鄂温克|德昂|保安|裕固|京|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_AUTONOMOUS = re.compile(rf"(?:(?:{_PEOPLES})族?)+(?:自治州|自治县|自治旗|自治区|乡|苏木)$")
_PLAIN = re.compile(
    r"(?:自治区|自治州|自治县|自治旗|地区|街道办事处|街道办|街道|林区|特区|"
    r"省|市|盟|县|区|旗|镇|乡|苏木)$"
)


@lru_cache(maxsize=20_000)
def stem(name: str) -> str:
    """Return a name without its kind: 泰和县 -> 泰和; the name where too little is left."""
    for pattern in (_AUTONOMOUS, _PLAIN):
        short = pattern.sub("", name)
        if short != name and len(short) >= 2:
            return short
    return name


class Region(NamedTuple):
    """Cells of province, city and county, and the code of the county if known.

    ``sure``: the county is settled, not only proposed.
    """

    province: Cell
    city: Cell
    county: Cell
    code: str | None = None
    sure: bool = True


class Match(NamedTuple):
    """How a text agrees with names of a list: codes, and the verdict on it."""

    verdict: str
    codes: list[str]


def match(text: str, options: dict[str, str]) -> Match:
    """Match a text against code -> name: exact, short form, another kind, one character off."""
    exact = [code for code, name in options.items() if name == text]
    if exact:
        return Match(OK, exact)
    # A bare stem is a short form; the same stem with another kind was renamed (县 -> 市).
    short = stem(text)
    same = [code for code, name in options.items() if stem(name) == short]
    if same:
        return Match(FIX if short == text else WARN, same)
    near = set(nearest(text, options.values()))
    return Match(ASK if near else REJECT, [c for c, name in options.items() if name in near])


def resolve(
    places: Places, province: str | None, city: str | None, county: str | None, default: str | None
) -> Region:
    """Return the region that three texts name; gaps are filled from what is known."""
    if not (province or city or county):
        return _filled(places, default) if default else Region(BLANK, BLANK, BLANK)
    if city and not province:
        province, city = _split(places.children("").values(), city)
        if city in _with_cities(places):  # a column too far to the right
            province, city = city, None
    if county and not city:
        city, county = _split(places.cities().values(), county)
    city = _without(province, city)
    if county and county not in places.counties().values():
        county = _without(city, _without(province, county))
    province_cell, province_code = _province(places, province)
    placeholder = city in PLACEHOLDERS
    if province_code and city and not placeholder:
        province_cell, province_code = _by_city(places, province_cell, province_code, city)
    scope = province_code or ""
    city_cell, city_code = _city(places, None if placeholder else city, scope)
    if placeholder:
        city_cell = Cell(FIX)
    scope = city_code or scope
    if default and not default.startswith(scope):
        default = None
    if county is None and not places.has_counties(scope) and len(scope) == 4:
        return Region(_known(places, province_cell, scope[:2]), city_cell, BLANK, scope + "00")
    found = _county(places, county, scope, province_code, default)
    if county is None:
        if city_code is None and city is not None and not placeholder:
            found = _city_is_county(places, city, scope, found)
            if found.code and found.verdict == "moved":
                city_cell = Cell(FIX)
        elif default is None:
            return Region(_known(places, province_cell, scope[:2]), city_cell, BLANK, None, False)
    code = found.code
    if code is None:
        return Region(_known(places, province_cell, scope[:2]), city_cell, found.cell, None, False)
    names = places.county(code)
    if province is None or province_cell.verdict == FIX:
        province_cell = Cell(FIX, names[0])
    if city is None and names[1] and (province is None or names[1] != names[0]):
        city_cell = Cell(FIX, names[1])
    elif city_code and names[1] and not code.startswith(city_code):
        city_cell = Cell(
            ASK,
            message=Message(
                "{county} belongs to {city}, not to {found}: correct it.",
                county=names[2],
                city=names[1],
                found=city,
            ),
            proposal=names[1],
        )
    sure = found.cell.verdict != ASK
    return Region(province_cell, city_cell, found.cell, code, sure)


def _with_cities(places: Places) -> set[str]:
    """Return the provinces that are no cities themselves, as 北京市 is."""
    return {name for code, name in places.children("").items() if places.cities(code)}


class _Found(NamedTuple):
    cell: Cell
    code: str | None
    verdict: str = ""


def _filled(places: Places, code: str) -> Region:
    province, city, county = places.county(code)
    return Region(*(Cell(FIX, name) if name else BLANK for name in (province, city, county)), code)


def _known(places: Places, cell: Cell, code: str) -> Cell:
    """Return the province's cell, filled from a code where it was empty."""
    return Cell(FIX, places.name_of(code)) if cell is BLANK and code else cell


def _split(names: Iterable[str], text: str) -> tuple[str | None, str]:
    """Return the name that a text of two begins with, and the rest: 江西省吉安市."""
    head = next((name for name in names if text.startswith(name)), None)
    return (head, text[len(head) :]) if head and len(text) > len(head) + 1 else (None, text)


def _without(prefix: str | None, text: str | None) -> str | None:
    if prefix and text and len(text) > len(prefix) + 1 and text.startswith(prefix):
        return text[len(prefix) :]
    return text


def _province(places: Places, text: str | None) -> tuple[Cell, str | None]:
    if text is None:
        return BLANK, None
    found = match(text, places.children(""))
    if found.verdict == REJECT or len(found.codes) != 1:
        return Cell(
            REJECT, message=Message("There is no province {name}: correct it.", name=text)
        ), None
    return _cell(places, text, found, Message("province")), found.codes[0]


def _by_city(places: Places, cell: Cell, code: str, city: str) -> tuple[Cell, str]:
    """Doubt the province where the city lies in another one."""
    elsewhere = [c for c, name in places.cities().items() if name == city]
    if len(elsewhere) != 1 or elsewhere[0].startswith(code):
        return cell, code
    if city in places.counties(code).values():
        return cell, code
    right = places.name_of(elsewhere[0][:2])
    message = Message(
        "{city} belongs to {province}, not to {found}: correct it.",
        city=city,
        province=right,
        found=cell.value,
    )
    return Cell(ASK, message=message, proposal=right), elsewhere[0][:2]


def _city(places: Places, text: str | None, scope: str) -> tuple[Cell, str | None]:
    if text is None:
        return BLANK, None
    if scope and stem(places.name_of(scope) or "") == stem(text) and not places.cities(scope):
        return (Cell(OK, text) if text.endswith("市") else Cell(FIX, places.name_of(scope))), None
    if not scope and text in places.children("").values():
        return Cell(OK, text), None  # 北京市 and its like are their own city
    options = places.cities(scope)
    found = match(text, options)
    if found.verdict == WARN and text in places.counties(scope).values():
        found = found._replace(verdict=ASK)  # a county of the same stem: 吉安县 for 吉安市
    if found.verdict != REJECT and len(found.codes) == 1:
        return _cell(places, text, found, Message("city")), found.codes[0]
    if text in places.direct_counties(scope).values():
        return Cell(OK, text), None
    if not scope:
        return Cell(
            REJECT, message=Message("There is no city {name}: correct it.", name=text)
        ), None
    where = places.name_of(scope)
    message = Message("There is no city {name} in {where}: correct it.", name=text, where=where)
    return Cell(REJECT, message=message), None


def _cell(places: Places, text: str, found: Match, kind: Message) -> Cell:
    """Return the cell of a text that agrees with one name of the list."""
    name = places.name_of(found.codes[0])
    if found.verdict == OK:
        return Cell(OK, name)
    if found.verdict == FIX:
        return Cell(FIX, name)
    if found.verdict == WARN:
        message = Message(
            "The list names the {kind} {name}, the sheet {found}.", kind=kind, name=name, found=text
        )
        return Cell(WARN, name, message)
    message = Message(
        "Is the {kind} {found} a typing error of {name}?", kind=kind, name=name, found=text
    )
    return Cell(ASK, message=message, proposal=name)


def _county(
    places: Places, text: str | None, scope: str, province: str | None, default: str | None
) -> _Found:
    if text is None:
        name = places.county(default)[2] if default else None
        return _Found(Cell(FIX, name) if name else BLANK, default)
    if len(scope) == 4 and text == places.name_of(scope) and not places.has_counties(scope):
        return _Found(Cell(FIX), scope + "00")  # the county repeats the city: 东莞市 (R07)
    if default:
        found = match(text, {default: places.name_of(default) or ""})
        if found.verdict == OK or (found.verdict == FIX and len(scope) < 4):
            return _Found(_cell(places, text, found, Message("county")), default)
    found = match(text, places.counties(scope))
    if found.verdict in (ASK, REJECT) and len(scope) == 4:
        # The city may be wrong: the same name, exactly, elsewhere in the province.
        wider = match(text, places.counties(province or ""))
        if wider.verdict == OK and len(wider.codes) == 1:
            found = wider
    elif found.verdict in (ASK, REJECT) and default:
        found = match(text, {default: places.name_of(default) or ""})
    if found.verdict == REJECT:
        return _Found(
            Cell(
                REJECT,
                message=Message("There is no county {name} in the list: correct it.", name=text),
            ),
            None,
        )
    if len(found.codes) > 1:
        cities = "、".join(
            "".join(n for n in places.county(code)[:2] if n) for code in found.codes[:5]
        )
        message = Message(
            "{name} occurs more than once ({cities}): name the city.", name=text, cities=cities
        )
        return _Found(Cell(ASK, message=message), None)
    code = found.codes[0]
    cell = _cell(places, text, found, Message("county"))
    if cell.verdict in (OK, FIX) and code[4] == "7":
        message = Message(
            "{name} is a development zone, not a county: name the county it lies in.",
            name=cell.value,
        )
        cell = Cell(WARN, cell.value, message)
    return _Found(cell, code)


def _city_is_county(places: Places, city: str, scope: str, found: _Found) -> _Found:
    """A county without a city written into the city's cell: 济源市."""
    for code, name in places.direct_counties(scope).items():
        if name == city:
            return _Found(Cell(FIX, name), code, "moved")
    return found
