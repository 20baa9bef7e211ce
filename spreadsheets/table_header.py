"""Finds the header of a sheet: one row or several, with merged groups or without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..core.text import plain
from . import rowkinds
from .headers import IGNORED, NUMBER
from .reader import Sheet
from .vocabulary import COLLECTION, Vocabulary

HEADER_WITHIN = 50  # rows from the top
_LEAST_KEYS = 3
_LOWER_ROWS = 2  # of a header, below the row with most of its words
_NEXT_KEYS = 5  # known words that make a row in the middle of a sheet a header


@dataclass
class Header:
    """The header of a sheet: its rows, column -> key and text, headers that came twice.

    ``width``: columns of the sheet.
    """

    first: int
    last: int
    keys: dict[int, str]
    headers: dict[int, str]
    repeated: list[int]
    width: int


def is_header_row(row: list, words: Vocabulary) -> bool:
    """Tell whether a row below a header is itself the header of another table."""
    given = [value for value in row if value is not None]
    if len(given) < _NEXT_KEYS or not _is_words(row):
        return False
    keys = {words.key_of(value) for value in given} - {None}
    return len(keys) >= _NEXT_KEYS and len(keys) * 2 >= len(given)


def find_header(
    sheet: Sheet, start: int = 1, within: int = HEADER_WITHIN, words: Vocabulary = COLLECTION
) -> Header | None:
    """Return the header among ``within`` rows of a sheet from row ``start`` on, or None."""
    top = sheet.rows[start - 1 : start - 1 + within]
    # The first of several tables counts, though the header of a later one may know more words.
    first = next((place for place, row in enumerate(top) if is_header_row(row, words)), len(top))
    top = top[: first + _LOWER_ROWS + 1]
    scores = [len({words.key_of(v) for v in row if isinstance(v, str)} - {None}) for row in top]
    best: tuple[int, int, Header] | None = None
    for place in sorted(range(len(top)), key=lambda i: -scores[i])[:3]:
        if not scores[place]:
            break
        for first, last in _spans(sheet, start + place):
            header = _flatten(sheet, first, last, words)
            rating = (len(set(header.keys.values())), first - last)
            if best is None or rating > best[:2]:
                best = (*rating, header)
    if best is None:
        return None
    keys = set(best[2].keys.values()) - {NUMBER, IGNORED}
    return best[2] if len(keys) >= _LEAST_KEYS and keys & words.main else None


def header_at(sheet: Sheet, row: int, words: Vocabulary = COLLECTION) -> Header | None:
    """Return the header in a row that a person named, however little of it is known.

    It reaches as far as the merged cells of that row. None where nothing stands there.
    """
    if row > len(sheet.rows) or all(value is None for value in sheet.rows[row - 1]):
        return None
    merges = [(row1, row2) for row1, _, row2, _ in sheet.merged if row1 <= row <= row2]
    first, last = min([row, *(m[0] for m in merges)]), max([row, *(m[1] for m in merges)])
    return _flatten(sheet, first, last, words)


def _spans(sheet: Sheet, row: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows that may be one header around ``row``."""
    last = row
    for row1, _, row2, _ in sheet.merged:
        if row1 == row < row2 <= row + _LOWER_ROWS:
            last = max(last, row2)
    yield row, last
    if last == row and row < len(sheet.rows) and _is_words(sheet.rows[row]):
        yield row, row + 1
    if row > 1 and _is_group_row(sheet, row - 1):
        yield row - 1, last


def _is_words(row: list) -> bool:
    given = [value for value in row if value is not None]
    return bool(given) and all(isinstance(v, str) and len(v) <= 40 for v in given)


def _is_group_row(sheet: Sheet, row: int) -> bool:
    cells = sheet.rows[row - 1]
    given = [value for value in cells if value is not None]
    if len(given) < 2 or not _is_words(cells) or rowkinds.read_metadata(cells):
        return False
    return any(
        row1 == row and (row2 > row1 or column2 > column1)
        for row1, column1, row2, column2 in sheet.merged
    )


def _flatten(sheet: Sheet, first: int, last: int, words: Vocabulary) -> Header:
    """Join the header rows: merged texts reach over their whole range."""
    grid = {number: list(sheet.rows[number - 1]) for number in range(first, last + 1)}
    width = len(sheet.rows[0])
    for row1, column1, row2, column2 in sheet.merged:
        if first <= row1 <= last and row2 <= last:
            for number in range(row1, row2 + 1):
                for column in range(column1, min(column2, width) + 1):
                    grid[number][column - 1] = sheet.rows[row1 - 1][column1 - 1]
    if last > first:
        _spread_groups(sheet, grid, first, last)
    parts: list[tuple[int, str, tuple[str, ...]]] = []
    headers: dict[int, str] = {}
    for column in range(1, width + 1):
        texts = [grid[number][column - 1] for number in range(first, last + 1)]
        texts = list(dict.fromkeys(plain(t) for t in texts if t is not None and plain(t)))
        if texts:
            parts.append((column, texts[-1], tuple(texts[:-1])))
            headers[column] = " ".join(" ".join(texts).split())
    keys, repeated = words.resolve(parts)
    return Header(first, last, keys, headers, repeated, width)


def _spread_groups(sheet: Sheet, grid: dict[int, list], first: int, last: int) -> None:
    """Let a group reach over the leaves at its right where the merge was lost."""
    merged = {
        (row1, column)
        for row1, column1, _, column2 in sheet.merged
        for column in range(column1, min(column2, len(grid[first])) + 1)
    }
    group = None
    for column, text in enumerate(grid[first], 1):
        if text is not None:
            group = None if (first, column) in merged else text
        elif group is not None and grid[last][column - 1] is not None:
            grid[first][column - 1] = group
        else:
            group = None
