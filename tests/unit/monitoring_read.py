"""Reads the figures back out of what is shown: the workbook and the page."""

from __future__ import annotations

from html.parser import HTMLParser

import openpyxl

UNNAMED = "(not filled in)"
HEAD_ROW = 3


def sheet_lines(path, sheet: str, names: int) -> dict[tuple, list]:
    """Return the rows of a sheet by the names in their first columns."""
    ws = openpyxl.load_workbook(path)[sheet]
    found = {}
    for row in ws.iter_rows(min_row=HEAD_ROW + 1, values_only=True):
        if row[names] is None and not isinstance(row[names + 1], int):
            break  # the footnotes
        place = tuple(None if value == UNNAMED else value for value in row[:names])
        assert place not in found
        found[place] = list(row[names:])
    return found


class _Tables(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables, self._text, self._small = [], None, False

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._text = [[], []]
        elif tag == "small":
            self._small = True

    def handle_data(self, data):
        if self._text is not None:
            self._text[self._small].append(data)

    def handle_endtag(self, tag):
        if tag == "small":
            self._small = False
        elif tag in ("td", "th"):
            self.tables[-1][-1].append(tuple("".join(part) for part in self._text))
            self._text = None


def page_lines(html: str) -> tuple[dict, dict, dict, dict]:
    """Return figures and changes by township and product, figures by village, who is late."""
    reader = _Tables()
    reader.feed(html)
    crossed, villages, *late = reader.tables
    figures, changes, town = {}, {}, None
    for row in crossed[1:]:
        names = list(_place(row))
        if names[0] != "":
            town, names[1] = names[0], "*"
        place = (town, names[1])
        assert place not in figures
        figures[place] = [int(text) for text, _ in row[3:]]
        changes[place] = [int(change) if change else None for _, change in row[3:]]
    by_village = {_place(row): [int(text) for text, _ in row[3:]] for row in villages[1:]}
    rows = late[0][1:] if late else ()
    by_collector = {_place(row): [int(text) for text, _ in row[2:]] for row in rows}
    return figures, changes, by_village, by_collector


def _place(row: list) -> tuple:
    return tuple(None if text == UNNAMED else text for text, _ in row[:2])
