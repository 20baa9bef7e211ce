"""The list of bases: what a row says, its lines, and that paging loses none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core import base_list as b
from origin_trace.core.base_list import row_words, season_words
from origin_trace.core.list_pages import paginate, wrap
from origin_trace.core.map_squares import ACROSS, DOWN, square_of
from origin_trace.core.schema import empty_record

RECORD = {
    **empty_record(),
    "subject_name": "泰和县第一专业合作社",
    "product": "豇豆",
    "township": "塘洲镇",
    "village": "上田村",
    "scale": 1200.5,
    "scale_unit": "亩",
    "market_start": "2023-05",
    "market_end": "2023-10-20",
    "grid_officer": "王建国",
    "grid_officer_phone": "13812345678",
    "collector": "李兰",
}


def wide(text):
    """Chinese characters are one wide, all others a half."""
    return sum(0.5 if character < "\x7f" else 1 for character in text)


def test_a_row_says_who_what_where_and_masks_phones():
    assert row_words(RECORD) == {
        b.PRODUCER: "泰和县第一专业合作社",
        b.PRODUCT: "豇豆",
        b.PLACE: "塘洲镇 上田村",
        b.SCALE: "1,200.5 亩",
        b.SEASON: "2023年5月–10月20日",
        b.OFFICER: "王建国 138****5678",
        b.COLLECTOR: "李兰",
    }
    assert row_words(RECORD, False)[b.PLACE] == "上田村"
    assert row_words(RECORD, personal=True)[b.OFFICER] == "王建国 13812345678"


def test_an_empty_record_is_an_empty_row():
    assert set(row_words(empty_record()).values()) == {""}


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("--05", "--10", "5月–10月"),
        ("2023-11", "2024-02", "2023年11月–2024年2月"),
        ("2023-05", None, "2023年5月"),
        (None, "2023-05", "2023年5月"),
        ("2023-05", "2023-05", "2023年5月"),
        ("全年", None, "全年"),
        ("2023-05", "2023", "2023年5月–2023年"),
    ],
)
def test_market_dates(start, end, words):
    assert season_words(start, end) == words


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("王建国 138****5678", 6, ["王建国", "138****5678"]),
        ("塘洲镇 上田村", 5, ["塘洲镇", "上田村"]),
        ("塘洲镇 上田村", 7, ["塘洲镇 上田村"]),
        ("泰和县第一专业合作社", 4, ["泰和县第", "一专业合", "作社"]),
        ("2026年3月–5月", 6, ["2026年3月–", "5月"]),
        ("甲（乙）丙", 3, ["甲", "（乙）", "丙"]),
        ("1,200.5 亩", 2, ["1,20", "0.5", "亩"]),
        ("", 4, [""]),
    ],
)
def test_lines(text, room, lines):
    assert wrap(text, room, wide) == lines


@given(st.text("王建国上田村 –ab1，（）", max_size=40), st.floats(1, 12))
def test_no_character_is_lost_and_no_line_is_too_long(text, room):
    lines = wrap(text, room, wide)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(wide(line) <= room or len(line) == 1 for line in lines)


HEIGHTS = st.lists(st.floats(0.5, 30), max_size=60)


@given(HEIGHTS, st.floats(0, 60), st.floats(5, 60), st.floats(0.5, 2))
def test_every_row_stands_on_just_one_page_and_fits(heights, first_room, room, narrower):
    pages = paginate(
        len(heights), first_room, lambda row: heights[row] * narrower, room, heights.__getitem__
    )
    assert [row for page in pages for row in page] == list(range(len(heights)))
    assert sum(heights[row] * narrower for row in pages[0]) <= first_room
    for page in pages[1:]:
        assert len(page) == 1 or sum(heights[row] for row in page) <= room + 1e-9
        assert len(page) >= 1
    # No page but the last could have taken the next row.
    for page, following in zip(pages[1:], pages[2:]):
        assert sum(heights[row] for row in page) + heights[following[0]] > room


@given(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
def test_squares_cover_the_frame(x, y):
    square = square_of(x, y)
    assert bool(square) == (0 <= x <= 1 and 0 <= y <= 1)
    if square:
        assert "A" <= square[0] <= chr(64 + ACROSS) and 1 <= int(square[1:]) <= DOWN


def test_corners_of_the_frame():
    assert [square_of(*corner) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))] == [
        "A1",
        "H1",
        "A6",
        "H6",
    ]
