from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ErrorCell, MonthDay
from origin_trace.core.text import clean, is_nothing, name_key, nfkc, plain, visible

QUICK = settings(max_examples=200, deadline=None)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "",
        " ",
        "\u3000",
        "\u200b",
        "\ufeff",
        "/",
        "-",
        "—",
        "－",
        "——",
        "无",
        "暂无",
        " 无 ",
        "／",
        "N/A",
        "null",
        "(无)",
        "（无）",
        "...",
        "、",
        "\n",
    ],
)
def test_nothing_is_none(raw):
    assert clean(raw) is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("泰和县", "泰和县"),
        (" 泰和县\u3000", "泰和县"),
        ("泰和\u200b县\ufeff", "泰和县"),
        ("泰和\u00a0县", "泰和 县"),
        ("a\r\nb", "a\nb"),
        ("无为市", "无为市"),
        ("A-1", "A-1"),
        (12, "12"),
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "TRUE"),
        (date(2023, 5, 1), "2023-05-01"),
        (datetime(2023, 5, 1), "2023-05-01"),
        (MonthDay(2023, 5, 1), "2023-05-01"),
        (datetime(2023, 5, 1, 8), "2023-05-01 08:00:00"),
        (time(8, 0), "08:00:00"),
        (ErrorCell("#REF!"), "#REF!"),
        (float("nan"), None),
    ],
)
def test_clean(raw, text):
    assert clean(raw) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张三（农户）", "张三(农户)"),
        ("泰和 县", "泰和县"),
        ("ＡＢＣ合作社", "abc合作社"),
        ("【绿源】合作社", "(绿源)合作社"),
        ("阿依·古丽", "阿依•古丽"),
        ("泰和\u200b县", "泰和县"),
    ],
)
def test_names_with_the_same_key(one, other):
    assert name_key(one) == name_key(other)


def test_nfkc_folds_digits_but_keeps_the_full_stop():
    assert nfkc("１２，３。") == "12,3。"


@QUICK
@given(st.one_of(st.text(), st.none(), st.floats(), st.integers(), st.datetimes(), st.times()))
def test_clean_is_total_and_idempotent(raw):
    once = clean(raw)
    assert once is None or (once == once.strip() and clean(once) == once)
    assert visible(plain(raw)) == plain(raw)


@QUICK
@given(st.text())
def test_key_is_idempotent(text):
    assert name_key(name_key(text)) == name_key(text)
    assert isinstance(is_nothing(text), bool)
