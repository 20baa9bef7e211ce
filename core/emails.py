"""E-mail addresses of cells."""

from __future__ import annotations

import re

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .messages import Message
from .text import fold, is_nothing, plain

_NAME, _DOMAIN = r"[A-Za-z0-9_][A-Za-z0-9._%+\-]*", r"(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}"
_ADDRESS = re.compile(rf"{_NAME}@{_DOMAIN}")
_HASH = re.compile(rf"{_NAME}[#&]{_DOMAIN}")  # written so to keep robots away
_LABELS = re.compile(
    r"(?:电子|工作|单位|个人|qq)?(?:邮箱|邮件)(?:地址)?|e-?mail|mailto|[:：;；,，、/|\\()<>\s]+",
    re.IGNORECASE,
)
_AROUND = re.compile(r"\s*([@.])\s*")


def normalise_email(raw: object) -> Cell:
    """Return the address of a cell; a second one, or a name, goes into ``remark``."""
    if type(raw) is str and _ADDRESS.fullmatch(raw):
        return Cell(OK, raw)
    if raw is None:
        return BLANK
    shown = plain(raw)
    if not shown:
        return BLANK
    if isinstance(raw, ErrorCell) or not isinstance(raw, str):
        return _reject(shown)
    if is_nothing(shown):
        return Cell(FIX)
    text = _AROUND.sub(r"\1", fold(shown).replace("。", "."))
    found = _ADDRESS.search(text)
    if found is None:
        meant = _HASH.fullmatch(_LABELS.sub("", text))
        if meant is None:
            return _reject(shown)
        address = re.sub("[#&]", "@", meant[0])
        message = Message("{raw} has no @; is it {address}?", raw=shown, address=address)
        return Cell(ASK, None, message, address)
    if _LABELS.sub("", text[: found.start()] + " " + text[found.end() :]):
        message = Message(
            "{raw} holds more than one address; the rest was put into the remarks.", raw=shown
        )
        return Cell(WARN, found[0], message, remark=" ".join(shown.split()))
    return Cell(FIX, found[0])


def _reject(shown: str) -> Cell:
    message = Message("{raw} is not an e-mail address: write it as name@example.com.", raw=shown)
    return Cell(REJECT, None, message)
