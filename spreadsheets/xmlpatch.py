"""Small changes to an XML part that leave every other byte of it as it is.

Elements are given without a prefix, as ``<:name/>``: the part's own goes in its place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from xml.parsers import expat

_ATTRIBUTES = rb"""(?:[^<>"']|"[^"]*"|'[^']*')*?"""
_TAG = re.compile(rb"<(/?)((?:[\w.-]+:)?[\w.-]+)" + _ATTRIBUTES + rb"(/?)>")
_SKIPPED = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)


def prefix_of(xml: bytes, root: str) -> bytes:
    """Return the prefix of the root element with its colon, empty for none."""
    found = re.search(rb"<((?:[\w.-]+:)?)" + root.encode() + rb"[\s>/]", xml)
    if found is None:
        raise ValueError(f"no element {root}")
    return found[1]


def prefixed(xml: bytes, prefix: bytes) -> bytes:
    """Return the XML with ``<:`` replaced by the prefix."""
    return xml.replace(b"<:", b"<" + prefix).replace(b"</:", b"</" + prefix)


def escaped(text: str) -> bytes:
    """Return a text as XML content, also within an attribute."""
    return html.escape(text).encode()


def attribute(tag: bytes, name: str) -> str | None:
    """Return an attribute of the first tag, None where it is missing."""
    found = _attribute(name).search(tag, 0, _end_of_tag(tag))
    return None if found is None else html.unescape(found[2].decode())


def with_attribute(tag: bytes, name: str, value: object) -> bytes:
    """Return an element whose first tag has this attribute; None takes it away."""
    end = _end_of_tag(tag)
    found = _attribute(name).search(tag, 0, end)
    new = b"" if value is None else b' %s="%s"' % (name.encode(), escaped(str(value)))
    if found:
        return tag[: found.start()] + new + tag[found.end() :]
    end -= 2 if tag[end - 2 : end] == b"/>" else 1
    return tag[:end].rstrip() + new + tag[end:]


def _attribute(name: str) -> re.Pattern:
    return re.compile(rb"\s" + name.encode() + rb"\s*=\s*([\"'])(.*?)\1", re.DOTALL)


def _end_of_tag(tag: bytes) -> int:
    found = _TAG.match(tag)
    if found is None:
        raise ValueError("no element")
    return found.end()


def elements(xml: bytes, start: int = 0) -> list[tuple[str, int, int]]:
    """Return (name without prefix, start, end) of each element from ``start`` on, one level.

    Ends at the end tag of what lies around them.
    """
    found, depth, begin = [], 0, start
    place = start
    while True:
        skipped = _SKIPPED.match(xml, place)
        tag = _TAG.match(xml, place) if skipped is None else None
        if skipped:
            place = skipped.end()
        elif tag is None:
            place = xml.find(b"<", place + 1)
            if place < 0:
                return found
        else:
            closing, alone = bool(tag[1]), bool(tag[3])
            if closing and depth == 0:
                return found
            if not depth:
                begin = place
            depth += 0 if alone else -1 if closing else 1
            if not depth:
                found.append((tag[2].rpartition(b":")[2].decode(), begin, tag.end()))
            place = tag.end()


def children(element: bytes) -> list[bytes]:
    """Return the children of an element, each whole."""
    end = _end_of_tag(element)
    if element[end - 2 : end] == b"/>":
        return []
    return [element[start:stop] for _, start, stop in elements(element, end)]


def with_child(element: bytes, child: bytes) -> bytes:
    """Return an element with one more child at its end."""
    end = _end_of_tag(element)
    if element[end - 2 : end] != b"/>":
        place = element.rindex(b"</")
        return element[:place] + child + element[place:]
    name = _TAG.match(element)[2]
    return element[: end - 2].rstrip() + b">" + child + b"</" + name + b">" + element[end:]


def section(xml: bytes, name: str, start: int = 0) -> tuple[int, int] | None:
    """Return start and end of the first child of the root, or from ``start`` on, of that name."""
    if not start:
        root = next(tag for tag in _TAG.finditer(xml) if not tag[1])
        start = root.end()
    return next(((a, b) for found, a, b in elements(xml, start) if found == name), None)


def placed(xml: bytes, start: int, element: bytes, name: str, order: Sequence[str]) -> bytes:
    """Return the XML with an element put among its siblings from ``start`` on, in this order."""
    later = set(order[order.index(name) + 1 :])
    last = start
    for found, begin, end in elements(xml, start):
        if found in later:
            return xml[:begin] + element + xml[begin:]
        last = end
    return xml[:last] + element + xml[last:]


def check(xml: bytes) -> None:
    """Raise ValueError unless the XML is well formed."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
