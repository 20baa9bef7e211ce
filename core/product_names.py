"""The product that a cell means, by its name, an alias or a typing error."""

from __future__ import annotations

import re

from .cells import ASK, FIX, OK, REJECT, WARN, Cell
from .messages import Message
from .names import text_of_name
from .products import Product
from .spelling import nearest
from .text import name_key, nfkc, simplified

_SEPARATOR = re.compile(r"[、,，;；/／\\|+＋&\n]+")
_PART = re.compile(_SEPARATOR.pattern + r"|[\s和及与]+")
_BRACKETED = re.compile(r"^(.*?)[(（\[【](.*?)[)）\]】](.*)$")
_MARKS = re.compile(r"^[\s*＊#☆★√✓·.\-—]+|[\s*＊#☆★√✓·.。;；,，、\-—]+$")
_NUMBERED = re.compile(r"^(?:[（(]?\d{1,2}[)）.、．]?\s*|[①-⑳]\s*)")
# One character from a product's name, but something else.
_OTHERS = frozenset(
    {
        "小黄鱼",
        "小黄花鱼",
        "鲜鸭蛋",
        "土鸭蛋",
        "海鲈鱼",
        "乌鸡肉",
        "奶山羊",
        "四季豆",
        "鲜鹅蛋",
        "土鹅蛋",
    }
)
# Words that tell how or where it is raised, not what it is.
_AROUND = re.compile(
    "^(?:露地|设施|大棚|温室|新鲜|鲜|本地|优质|有机|绿色|生态|无公害|富硒|散养|林下|放养|圈养)+"
    "|(?:养殖|种植|饲养|存栏|生产|基地|产品|产业|类)+$"
)
_DENIED = ("非", "无", "不")


def match_product(raw: object, products: tuple[Product, ...]) -> Cell:
    """Return the product that a cell names; an ambiguous one is proposed, not applied."""
    text, refused = text_of_name(raw)
    if refused is not None:
        return refused
    names = _names(products)
    whole = _plain(text)
    found = _look_up(names, whole)
    if found is not None:
        cell = _decide(found, text)
        return cell._replace(verdict=FIX) if cell.verdict == OK and raw != cell.value else cell
    several = _several(names, text)
    if several is not None:
        return several
    bracketed = _BRACKETED.match(whole)
    if bracketed:
        return _bracketed(names, bracketed, text)
    short = _AROUND.sub("", whole)
    found = _look_up(names, short) if short != whole else None
    if found is not None:
        return _decide((WARN if found[0] in (OK, FIX) else found[0], found[1]), text)
    near = {names[name][1] for name in nearest(whole, names)} if _may_be_slip(whole) else set()
    if len(near) == 1:
        name = near.pop()
        message = Message("Is {found} a typing error of {name}?", found=text, name=name)
        return Cell(ASK, message=message, proposal=name)
    message = Message(
        "{found} is none of the products to be collected: correct the name, or delete the row.",
        found=text,
    )
    return Cell(REJECT, message=message)


def _may_be_slip(text: str) -> bool:
    return text not in _OTHERS and not text.startswith(_DENIED)


def _names(products: tuple[Product, ...]) -> dict[str, tuple[str, str]]:
    """Return every spelling with the verdict on it and the product's name."""
    found = _NAMES.get(products)
    if found is None:
        found = {}
        for product in products:
            for verdict, spellings in (
                (ASK, product.ask_aliases),
                (WARN, product.warn_aliases),
                (FIX, product.aliases),
            ):
                for spelling in spellings:
                    key = name_key(spelling)
                    if key in found and found[key][1] != product.name:
                        found[key] = (ASK, "")  # two products share it
                    else:
                        found[key] = (verdict, product.name)
        for product in products:
            found[name_key(product.name)] = (OK, product.name)
        if len(_NAMES) > 20:
            _NAMES.clear()
        _NAMES[products] = found
    return found


_NAMES: dict[tuple[Product, ...], dict[str, tuple[str, str]]] = {}


def _plain(text: str) -> str:
    plain = _MARKS.sub("", _NUMBERED.sub("", _MARKS.sub("", nfkc(_NUMBERED.sub("", text)))))
    return name_key(simplified(plain))


def _look_up(names: dict[str, tuple[str, str]], text: str) -> tuple[str, str] | None:
    found = names.get(text)
    if found is None and len(text) > 2 and text.endswith("鱼"):
        found = names.get(text[:-1])
    return found


def _decide(found: tuple[str, str], text: str) -> Cell:
    verdict, name = found
    if verdict in (OK, FIX):
        return Cell(OK if text == name else FIX, name)
    if verdict == WARN:
        message = Message("{found} was taken as {name}.", found=text, name=name)
        return Cell(WARN, name, message)
    if not name:
        message = Message("{found} may be more than one product: choose one.", found=text)
        return Cell(ASK, message=message)
    message = Message("{found} need not be {name}: choose the product.", found=text, name=name)
    return Cell(ASK, message=message, proposal=name)


def _several(names: dict[str, tuple[str, str]], text: str) -> Cell | None:
    """Two products in one cell: the row must be split; one product twice is one."""
    parts = [_plain(part) for part in _PART.split(text) if _plain(part)]
    if len(parts) < 2:
        return None
    found = [_look_up(names, part) for part in parts]
    if not all(found):
        if not any(found) or not _SEPARATOR.search(text):
            return None
        message = Message(
            "{found} names more than one product: write one row for each.", found=text
        )
        return Cell(REJECT, message=message)
    products = list(dict.fromkeys(name for _, name in found))
    if len(products) == 1 and products[0]:
        worst = max((verdict for verdict, _ in found), key=(OK, FIX, WARN, ASK).index)
        return _decide((worst, products[0]), text)
    message = Message(
        "{found} names more than one product ({products}): write one row for each.",
        found=text,
        products="、".join(name for name in products if name),
    )
    return Cell(REJECT, message=message)


def _bracketed(names: dict[str, tuple[str, str]], match: re.Match[str], text: str) -> Cell:
    """A name with another in brackets: 豇豆(长豆角). Both must agree."""
    outside = _look_up(names, _plain(match.group(1) + match.group(3)))
    inside = _look_up(names, _plain(match.group(2)))
    if outside and inside:
        if outside[1] == inside[1]:
            # An explained name is surer than either: 豆角（豇豆）.
            verdicts = sorted((outside[0], inside[0]), key=(OK, FIX, WARN, ASK).index)
            verdict = WARN if verdicts[1] == ASK and verdicts[0] != ASK else verdicts[0]
            return _decide((verdict, outside[1]), text)
        message = Message(
            "{found} names two products, {first} and {second}: choose one.",
            found=text,
            first=outside[1],
            second=inside[1],
        )
        return Cell(ASK, message=message, proposal=outside[1] or None)
    if outside:
        verdict, name = outside
        if verdict in (OK, FIX):
            remark = match.group(2) or None
            message = Message("{found} was taken as {name}.", found=text, name=name)
            return Cell(WARN, name, message, remark=remark)
        return _decide(outside, text)
    if inside:
        name = inside[1] or None
        message = Message("Is {found} the product {name}?", found=text, name=name or "")
        return Cell(ASK, message=message, proposal=name)
    message = Message(
        "{found} is none of the products to be collected: correct the name, or delete the row.",
        found=text,
    )
    return Cell(REJECT, message=message)
