"""Names of producers and people."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .cells import BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .messages import Message
from .spelling import within_one
from .text import PLAIN_CHINESE, clean, is_elsewhere, is_nothing

_WIDE = str.maketrans(
    {chr(c): chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
    | {chr(c): chr(c - 0xFEE0) for c in range(0xFF41, 0xFF5B)}
)
_BLANKS = re.compile(r"\s+")
# A blank means something only between Latin words.
_LATIN_BLANK = re.compile(r"(?<=[A-Za-z0-9.,&'’)])\s+(?=[A-Za-z0-9(&])")
_HAN = "[\u4e00-\u9fff]"
_MIDDLE_DOT = re.compile(f"(?<={_HAN})[.．•・‧∙⋅･](?={_HAN})")
_LABEL = re.compile(
    r"^(?:[0-9]{1,2}[、.．)）])?(?:(?:(?:主体|单位|企业|公司)?名称|姓名|(?:信息)?采集员|联系人|负责人"
    "|网格员|协管员|监管员)(?:姓名)?[:：])?"
)
_EDGES = re.compile(r"^['`‘](?!.*['’])|[。、,，;；]+$")
_PHONE = re.compile(
    r"(?:(?:联系)?(?:电话|手机)(?:号码?)?|TEL)?[:：]?(?:[+]?86[- ]?)?(?<![0-9])"
    r"(?:1[3-9](?:[- ]?[0-9]){9}|0[0-9]{2,3}[- ]?[0-9]{7,8})(?![0-9])",
    re.IGNORECASE,
)
_LEFT_BY_PHONE = re.compile(r"[(（]\s*[)）]|^[\s/、,，;；:：\-]+|[\s/、,，;；:：\-]+$")
# 一分场 and 二分场, A区 and B区 are two places, not two spellings.
_NUMBERS = re.compile(r"[0-9a-z一二三四五六七八九十甲乙丙丁东南西北]")
SIMILAR_LENGTH = 6  # below this one character makes another person

_NO_NAME = re.compile(
    "本人|户主|法人(?:代表)?|法定代表人|业主|场主|姓名|联系人|负责人|农户|合作社|公司"
)

# --- people ----------------------------------------------------------------------

_TITLE = re.compile(
    "[村镇乡组]?副?(?:主任|站长|书记|支书|村长|社长|主席|镇长|乡长|所长|股长|科长|局长|组长|队长|场长|理事长|董事长"
    "|总经理|经理|老板|会计|文书|先生|女士|小姐|同志|师傅|老师|网格[员长]|[协监]管员|信息员|采集员|农技员|技术员)$"
)
_OFFICE = re.compile("(?:中心|[局站所]|政府|村委会|居委会|公司|合作社|农场|办公室)$")
_TWO_PEOPLE = re.compile(f"({_HAN}{{2,3}})\\s+({_HAN}{{2,3}})")
_LONG_SURNAMES = "欧阳 司马 上官 诸葛 夏侯 司徒 东方 皇甫 尉迟 公孙 令狐 慕容 宇文 长孙 端木"
_BEHIND = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]$|(?<=[\u4e00-\u9fff])[-—/].*$")
# Nearly every person: no word for nothing or for another cell, no title, office or role.
_PLAIN_PERSON = re.compile(
    "(?![无暂没空不未待同见详参如])[\u4e00-\u67cf\u67d1-\u9fff]{1,3}"
    "(?![某人主名户表任长记书席理板计生士姐志傅师员心局站所府会司社场室])[\u4e00-\u9fff]"
)
is_plain_person = _PLAIN_PERSON.fullmatch
_MASKED = re.compile(r"[*＊×]|某|(?<![A-Za-z])[xX]{2,}$")


def text_of_name(raw: object) -> tuple[str | None, Cell | None]:
    """Return the text of a name's cell, or the cell that refuses it."""
    if isinstance(raw, ErrorCell):
        message = Message("The cell holds the error {error}: type the value.", error=str(raw))
        return None, Cell(REJECT, message=message)
    text = clean(raw)
    if text is None:
        return None, BLANK
    if not isinstance(raw, str):
        return None, _no_name(text)
    if is_elsewhere(text):
        message = Message("{found} points to another cell: write it out.", found=text)
        return None, Cell(REJECT, message=message)
    return text, None


def _tells(text: str) -> bool:
    """Tell whether a text may be a name: has a letter, and is not 无, 同上 or 本人."""
    if is_nothing(text) or is_elsewhere(text) or _NO_NAME.fullmatch(text):
        return False
    return any(char.isalpha() for char in text)


def _no_name(text: str) -> Cell:
    return Cell(REJECT, message=Message("{found} is not a name: write the name.", found=text))


def is_final_name(text: str) -> bool:
    """Tell quickly whether a text is a name that needs no change, as nearly all are."""
    return PLAIN_CHINESE.fullmatch(text) is not None and (len(text) > 5 or _tells(text))


def normalise_name(raw: object) -> Cell:
    """Return the name without blanks inside Chinese, labels and phone numbers."""
    if type(raw) is str and is_final_name(raw):
        return Cell(OK, raw)
    text, refused = text_of_name(raw)
    if refused is not None:
        return refused
    wide = text.translate(_WIDE)
    value = wide if wide.isdigit() else _PHONE.sub("", wide)
    told = value != wide
    if told:
        value = _LEFT_BY_PHONE.sub("", value)
    value = _settled(_bare, _MIDDLE_DOT.sub("·", _squeeze(value)))
    if not _tells(value):
        return _no_name(text)
    if told:
        return _shortened(text, value)
    return Cell(OK if value == raw else FIX, value)


def normalise_person(raw: object) -> Cell:
    """Return the name of one person: what stands behind it, a title too, goes to the remarks."""
    if type(raw) is str and is_plain_person(raw):
        return Cell(OK, raw)
    cell = normalise_name(raw)
    if cell.value is None:
        return cell
    if _MASKED.search(cell.value):
        message = Message("{found} is masked: write the full name.", found=cell.value)
        return Cell(REJECT, message=message)
    two = _TWO_PEOPLE.fullmatch(clean(raw) or "")
    if two and two[1] not in _LONG_SURNAMES and not _TITLE.search(two[2]):
        shown = " ".join(two[0].split())
        message = Message("{found} may be two people; both were kept.", found=shown)
        return Cell(WARN, f"{two[1]}、{two[2]}", message)
    name = _settled(_untitled, cell.value)
    title = _TITLE.search(name)
    if (title and title.start() == 0) or not _tells(name):
        return _no_name(cell.value)
    if _OFFICE.search(name) or title:
        message = Message("{found} is not a full name: write the full name.", found=name)
        return cell._replace(verdict=WARN, value=name, message=message)
    return cell if name == cell.value else _shortened(clean(raw) or "", name)


def _settled(step: Callable[[str], str], text: str) -> str:
    """Return a text to which a step has nothing more to do."""
    while (shorter := step(text)) != text:
        text = shorter
    return text


def _bare(text: str) -> str:
    return _LABEL.sub("", _EDGES.sub("", text))


def _untitled(text: str) -> str:
    """Return a name without what stands behind it; 张主任 has nothing before its title."""
    name = _bare(_BEHIND.sub("", text)).strip() or text
    title = _TITLE.search(name)
    return name[: title.start()] if title and title.start() > 1 else name


def _shortened(text: str, value: str) -> Cell:
    message = Message(
        "{found} holds more than the name; the rest was put into the remarks.", found=text
    )
    return Cell(WARN, value, message, remark=" ".join(text.split()))


def _squeeze(text: str) -> str:
    return _BLANKS.sub("", _LATIN_BLANK.sub("\0", text)).replace("\0", " ")


# --- likeness ----------------------------------------------------------------------


def similar_keys(first: str, second: str) -> bool:
    """Tell whether two names may be one producer's: equal, or long and one character apart.

    Both in the form of ``name_key``.
    """
    if first == second:
        return True
    if min(len(first), len(second)) < SIMILAR_LENGTH or not within_one(first, second):
        return False
    return numbers_in(first) == numbers_in(second)


@lru_cache(1000)
def numbers_in(key: str) -> str:
    """Return what tells one of several from the next in a name: digits, letters, directions."""
    return "".join(_NUMBERS.findall(key))
