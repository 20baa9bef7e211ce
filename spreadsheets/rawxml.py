"""Small helpers on raw XML: a plain form of rows, texts of cells, what XML cannot hold."""

from __future__ import annotations

import html
import re

from ..core.errors import WorkbookError
from ..core.messages import Message
from .numberformats import attributes

MAX_TEXT = 32_767  # characters in a cell

_TAG = re.compile(rb"<[^>]*>")
_TEXT = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)
_NOTE = re.compile(rb"<!--.*?-->", re.DOTALL)
_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ANY_TAG = re.compile(rb"<(/?)(row|c|v|f|t|is)(\s[^>]*?)?\s*(/?)>")
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
_CONTROL_REF = re.compile(
    rb"&#(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01]));"
)


def without_notes(body: bytes) -> bytes:
    """Return the XML without comments, and CDATA sections as plain text."""
    return _CDATA.sub(_as_text, _NOTE.sub(b"", body))


def _as_text(found: re.Match) -> bytes:
    return found[1].replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


def renumbered(body: bytes, row: int) -> bytes:
    """Return the rows with double quotes, and with r on each row and cell."""
    column = 0

    def tag(found: re.Match) -> bytes:
        nonlocal row, column
        closing, name, rest, end = found[1], found[2], found[3] or b"", found[4]
        if closing:
            return b"</" + name + b">"
        if name not in (b"row", b"c"):
            return b"<" + name + b" " + rest.strip() + end + b">" if rest else found[0]
        given = {
            key: value for key, value in attributes(rest).items() if not key.startswith("xmlns")
        }
        if name == b"row":
            row, column = int(float(given.pop("r", row + 1))), 0
            ref = str(row)
        else:
            ref = given.pop("r", "")
            letters = ref.rstrip("0123456789")
            column = column_number(letters) if letters else column + 1
            ref = ref or f"{column_letters(column)}{row}"
        given = {"r": ref, **given}
        text = "".join(f' {key}="{html.escape(value)}"' for key, value in given.items())
        return b"<" + name + text.encode() + end + b">"

    return _ANY_TAG.sub(tag, body)


def column_number(letters: str) -> int:
    """Return the number of a column, A = 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column, 1 = A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_text(inside: bytes) -> str:
    """Return the text of what stands in a cell or shared string, blanks at its ends off."""
    if b"<v" in inside:
        found = re.search(rb"<v(?:\s[^>]*)?>([^<]*)</v>", inside)
        text = found[1] if found else b""
    else:
        text = b"".join(_TEXT.findall(_PHONETIC.sub(b"", inside)))
    return html.unescape(text.decode("utf-8", "replace")).strip()


def text_length(inside: bytes) -> int:
    """Return the number of characters of the text between tags."""
    text = _TAG.sub(b"", _PHONETIC.sub(b"", inside)).decode("utf-8", "replace")
    return len(html.unescape(text))


def check_bytes(body: bytes, part: str, file: str) -> None:
    """Refuse what XML cannot hold: control characters, or bytes that are not UTF-8."""
    if len(body.translate(None, _CONTROLS)) != len(body):
        raise controlled(part, file)
    if not body.isascii():
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            raise damaged(file, Message("{part} is not written in UTF-8", part=part)) from None


def names_control(body: bytes) -> bool:
    """Tell whether a control character is written as a reference, such as &#11;."""
    return _CONTROL_REF.search(body) is not None


def controlled(part: str, file: str) -> WorkbookError:
    """Return the error for a control character in a part."""
    return damaged(file, Message("a control character stands in {part}", part=part))


def too_long(file: str, where: Message) -> WorkbookError:
    """Return the error for a text that no cell can hold."""
    return WorkbookError(
        Message(
            "{file}: a text in {where} is longer than a cell can hold ({limit} characters).",
            file=file,
            where=where,
            limit=MAX_TEXT,
        ),
        Message("Open it in Excel or WPS, shorten the text, and save it again as .xlsx."),
    )


def damaged(file: str, what: Message) -> WorkbookError:
    """Return the error for a workbook whose inside is not as it should be."""
    return WorkbookError(
        Message("{file} is damaged: {what}.", file=file, what=what),
        Message("Open it in Excel or WPS, let it be repaired, and save it again as .xlsx."),
    )
