"""Mobile numbers: 11 digits, 1[3-9].

Source: notice 四 and 附件1 columns N, W, Y ("手机"); a landline is no mobile number.
"""

from __future__ import annotations

import re
from datetime import date, time

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .messages import Message
from .text import fold, is_nothing, plain, visible

_MOBILE_NUMBER = re.compile(r"1[3-9][0-9]{9}")
is_mobile = _MOBILE_NUMBER.fullmatch  # of a text: is it a mobile number and nothing else?
_SOFT = r"[ \-‐‑–—.()_·•]{0,3}"
_COUNTRY = rf"(?:\(?(?:\+|00)?86\)?{_SOFT})"
_MOBILE = re.compile(
    rf"(?<![0-9])(?:{_COUNTRY}|(?<![+])(?<![+] ))\(?(?P<trunk>0{_SOFT})?"
    rf"(?P<number>1{_SOFT}[3-9](?:{_SOFT}[0-9]){{9}})(?![0-9])"
)
_SCIENTIFIC = re.compile(r"\+?([0-9])(?:\.([0-9]+))?[eE]\+?([0-9]{1,2})")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){3,4}")
_MASKED = re.compile(r"[0-9][ \-]*[*xX×●•#?]{2,}|[*xX×●#?]{3,}[ \-]*[0-9]")
_LANDLINE = re.compile(
    r"(?<![0-9])(?:(?:\+|00)?86[ \-]?)?(?:\(?(?:0[1-9]|[2-9])[0-9]{1,2}\)?[ \-—]?)?[2-8][0-9]{6,7}"
    r"(?:(?:转|-|ext\.?)[0-9]{1,6})?(?![0-9])|(?<![0-9])[48]00[ \-]?[0-9]{3}[ \-]?[0-9]{4}(?![0-9])"
)
# Words beside a number that say no more than that it is a number.
LABELS = re.compile(
    r"(?:联系人?|本人|常用)?(?:手\s*机|电\s*话|移动电话|联系方式)(?:号码?|码)?|号码|微信同号|同微信|"
    r"本人|微信|移动|联通|电信|mobile|phone|tel|mob|"
    r"[☎☏📱📞:：;；,，、.。/\\|\-—–_'\"“”()\[\]【】<>+ \n\t]+",
    re.IGNORECASE,
)
_LOOKALIKES = {"lLiI|!一壹幺": "1", "oOQD零〇○": "0", "zZ二贰两": "2", "sS五": "5", "B八": "8"}
_LOOKALIKES.update({"三": "3", "四": "4", "六": "6", "七": "7", "九": "9"})
_READ_AS = {ord(char): digit for chars, digit in _LOOKALIKES.items() for char in chars}
_LOOKALIKE_TOKEN = re.compile(rf"[0-9{''.join(_LOOKALIKES)} \-]{{11,}}")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_DIGIT_RUNS = re.compile(r"[0-9]+")


def normalise_phone(raw: object) -> Cell:
    """Return the mobile number of a cell as 11 digits of text.

    A second number, a landline or a name beside it goes into ``remark``.
    """
    if type(raw) is str and is_mobile(raw):
        return Cell(OK, raw)
    if raw is None:
        return BLANK
    if isinstance(raw, ErrorCell):
        return _reject(Message("{raw} is an Excel error; type the mobile number.", raw=str(raw)))
    if isinstance(raw, (bool, date, time)):
        return _reject(_no_phone(plain(raw)))
    if isinstance(raw, (int, float)):
        return _from_number(raw)
    shown = visible(str(raw))
    if not shown:
        return BLANK
    if is_nothing(shown):
        return Cell(FIX)
    return _from_text(shown)


def _from_number(raw: float) -> Cell:
    if 13_000_000_000 <= raw < 20_000_000_000 and raw == int(raw):
        return Cell(FIX, str(int(raw)))
    if isinstance(raw, float) and not raw.is_integer():
        return _reject(_no_phone(plain(raw)))
    if not 0 < raw < 10**15:
        return _reject(_no_phone(repr(raw)[:40]))
    return _from_text(str(int(raw)))


def _from_text(shown: str) -> Cell:
    text = fold(shown).lstrip("'`‘’ ").replace("\t", " ").replace("−", "-")
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific:
        return _from_scientific(shown, scientific)
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    elif re.fullmatch(r"[0-9]{11,13}\.0{1,2}", text):
        text = text.partition(".")[0]
    found = list(_MOBILE.finditer(text))
    if _MASKED.search(text):
        return _reject(Message("{raw} is masked; ask for the whole number.", raw=shown))
    if not found:
        return _without_mobile(shown, text)
    first = found[0]
    number = _NOT_DIGITS.sub("", first["number"])
    rest = text[: first.start()] + " " + text[first.end() :]
    others = [m for m in (_NOT_DIGITS.sub("", f["number"]) for f in found[1:]) if m != number]
    rest = _MOBILE.sub(" ", rest)
    groups = _DIGIT_RUNS.findall(first["number"])
    loose = re.match(r"[ \-.·_]{1,3}[0-9]{1,2}(?![0-9])", text[first.end() :])
    if not others and (loose or (len(groups[-1]) == 1 and len(groups) < 11)):
        return Cell(
            ASK,
            None,
            Message("{raw} does not have 11 digits as it is grouped; check it.", raw=shown),
            number,
        )
    landlines = [m.group().strip() for m in _LANDLINE.finditer(rest)]
    rest = LABELS.sub("", _LANDLINE.sub(" ", rest))
    if others or landlines:
        remark = shown if rest else "、".join([*others, *landlines])
        return Cell(
            WARN,
            number,
            Message(
                "{raw} holds more than one number; the first mobile number was taken.", raw=shown
            ),
            None,
            _one_line(remark),
        )
    if rest:
        return Cell(
            WARN,
            number,
            Message(
                "{raw} holds more than the number; the rest was put into the remarks.", raw=shown
            ),
            None,
            _one_line(shown),
        )
    if first["trunk"]:
        message = Message("{raw} starts with the old long-distance 0; it was removed.", raw=shown)
        return Cell(WARN, number, message)
    return Cell(FIX, number)


def _from_scientific(shown: str, match: re.Match[str]) -> Cell:
    digits, length = match[1] + (match[2] or ""), int(match[3]) + 1
    if len(digits) >= length and not digits[length:].strip("0"):
        found = _MOBILE.fullmatch(digits[:length])
        if found:
            message = Message(
                "{raw} is a number in scientific form; all 11 digits are still there.", raw=shown
            )
            return Cell(WARN, _NOT_DIGITS.sub("", found["number"]), message)
    return _reject(
        Message("{raw} was shortened by Excel, digits are lost; type the number again.", raw=shown),
    )


def _without_mobile(shown: str, text: str) -> Cell:
    token = _LOOKALIKE_TOKEN.search(text)
    if token and not text.replace(" ", "").isdigit():
        read = _NOT_DIGITS.sub("", token.group().translate(_READ_AS))
        if is_mobile(read):
            message = Message("{raw} has letters for digits; is it {phone}?", raw=shown, phone=read)
            return Cell(ASK, None, message, read)
    landline = _LANDLINE.search(text)
    digits = _NOT_DIGITS.sub("", text)
    if landline and not _MOBILE_NUMBER.match(digits):
        message = Message("{raw} is a landline; a mobile number is asked for.", raw=shown)
        return Cell(REJECT, None, message, None, _one_line(shown))
    if not digits:
        return _reject(_no_phone(shown))
    if is_mobile(digits) and not re.search(r"[^0-9\W]", text):
        message = Message("{raw} is oddly divided; is it {phone}?", raw=shown, phone=digits)
        return Cell(ASK, None, message, digits)
    if len(digits) != 11:
        return _reject(
            Message(
                "{raw}: a mobile number has 11 digits, not {count}: ask for the number.",
                raw=shown,
                count=len(digits),
            ),
        )
    return _reject(
        Message(
            "{raw} is not a mobile number, which starts with 13 to 19: ask for the number.",
            raw=shown,
        ),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _no_phone(shown: str) -> Message:
    return Message("{raw} is not a phone number: write the mobile number of 11 digits.", raw=shown)


def _reject(message: Message) -> Cell:
    return Cell(REJECT, None, message)
