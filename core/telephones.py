"""Landlines, with area code and extension: what 附件2 asks for beside the mobile number."""

from __future__ import annotations

import re
from datetime import date, time

from .cells import BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .messages import Message
from .phones import LABELS, normalise_phone
from .text import fold, is_nothing, plain, visible

_AREA = "010|02[0-9]|0[3-9][0-9]{2}"
_SERVICE = "[48]00-[0-9]{3}-[0-9]{4}|1[0-2][0-9]{1,3}|9[56][0-9]{3,4}"  # 400, 12316, 96960
_FINAL = re.compile(rf"(?:{_AREA})-[2-8][0-9]{{6,7}}(?:-[0-9]{{1,6}})?|{_SERVICE}")
_NUMBER = re.compile(
    rf"(?<![0-9])(?:\(?(?P<area>{_AREA})\)?[ -]*)?"
    "(?P<number>[2-8](?:[0-9]{6,7}|[0-9]{2,3}[ -][0-9]{4}))"
    "(?:[ -]*(?:转|分机号?|ext[.]?|-)[ :-]*(?P<extension>[0-9]{1,6}))?(?![0-9])"
    "|(?<![0-9])(?P<free>[48]00)[ -]?(?P<first>[0-9]{3})[ -]?(?P<last>[0-9]{4})(?![0-9])"
    "|(?<![0-9])(?P<short>1[0-2][0-9]{1,3}|9[56][0-9]{3,4})(?![0-9])",
    re.IGNORECASE,
)
_COUNTRY = re.compile("(?<![0-9])[(]?(?:[+]|00)86[)]?[ -]*0?(?=[1-9])")
_DASHES = re.compile("[‐‑‒–—―−－_]")
# A number cell loses the 0 of the area code.
_WITHOUT_ZERO = re.compile("(?:10|2[0-9])[2-8][0-9]{7}|[3-9][0-9]{2}[2-8][0-9]{6,7}")


def normalise_telephone(raw: object) -> Cell:
    """Return the landline of a cell as 0796-5332145, its extension after another dash.

    A mobile number is kept, and told; a second number or a name goes into ``remark``.
    """
    if type(raw) is str and _FINAL.fullmatch(raw):
        return Cell(OK, raw)
    if raw is None:
        return BLANK
    shown = visible(str(raw)) if isinstance(raw, str) else plain(raw)
    if isinstance(raw, (ErrorCell, bool, date, time)):
        return _reject(shown)
    if not shown:
        return BLANK
    if is_nothing(shown):
        return Cell(FIX)
    text = _COUNTRY.sub("0", _DASHES.sub("-", fold(shown)))
    if _WITHOUT_ZERO.fullmatch(text):
        value = _written(_NUMBER.fullmatch("0" + text))
        message = Message(
            "{raw} lacks the 0 of the area code; taken as {phone}.", raw=shown, phone=value
        )
        return Cell(WARN, value, message)
    mobile = normalise_phone(raw)
    found = None if mobile.value and not mobile.remark else _NUMBER.search(text)
    if found is None:
        return _mobile(mobile, shown) if mobile.value else _reject(shown)
    value = _written(found)
    rest = LABELS.sub("", text[: found.start()] + " " + text[found.end() :])
    if rest:
        message = Message(
            "{raw} holds more than the number; the rest was put into the remarks.", raw=shown
        )
        return Cell(WARN, value, message, remark=" ".join(shown.split()))
    if found["number"] and not found["area"]:
        return Cell(WARN, value, Message("{raw} has no area code.", raw=shown))
    return Cell(OK if value == raw else FIX, value)


def read_phones(raw: object) -> tuple[Cell, Cell]:
    """Return landline and mobile number of a cell that may hold either."""
    mobile = normalise_phone(raw)
    if mobile.value is None and mobile.proposal is None:
        telephone = normalise_telephone(raw)
        if telephone.value is not None:
            return telephone, BLANK
    return BLANK, mobile


def _written(found: re.Match[str]) -> str:
    if found["short"]:
        return found["short"]
    if found["free"]:
        return "-".join(found.group("free", "first", "last"))
    number = re.sub("[ -]", "", found["number"])
    return "-".join(part for part in (found["area"], number, found["extension"]) if part)


def _mobile(mobile: Cell, shown: str) -> Cell:
    message = Message("{raw} is a mobile number where a landline is asked for.", raw=shown)
    return Cell(WARN, mobile.value, message, remark=mobile.remark)


def _reject(shown: str) -> Cell:
    message = Message(
        "{raw} is not a telephone number: write it with its area code, such as 0796-5332145.",
        raw=shown,
    )
    return Cell(REJECT, None, message)
