"""A query as text, in words and as parameters: nothing of it is lost, nothing passed over."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from origin_trace.core.errors import InputError
from origin_trace.core.query import NONE, Query
from origin_trace.core.query_parameters import CHOICES, NAMES, parameters_of
from origin_trace.core.query_text import query_from_text, query_to_text
from origin_trace.core.query_words import query_words, round_words
from origin_trace.tests.unit.queries import queries

EVERYTHING = Query(
    products=("豇豆", "红心柚"),
    region={"township": "马市镇", "village": "仙桥村"},
    scale_min=0.5,
    scale_max=1200,
    start="2023-11",
    end="2024-02",
    statuses=("approved", "returned"),
    period="2023-1",
    subject_types=("农户",),
    certifications=("绿色", NONE),
    trace_modes=("追溯码", "耳标"),
    production_modes=("露地",),
    expression="\"contact\" LIKE '何%'\n  AND true",
)


@given(queries(("", "\"scale\" > 3 -- 'x'")))
def test_a_query_comes_back_from_its_text(query):
    assert query_from_text(query_to_text(query)) == query


def test_the_text_holds_only_what_is_asked():
    assert json.loads(query_to_text(Query(products=("豇豆",), scale_min=0))) == {
        "version": 1,
        "products": ["豇豆"],
        "scale_min": 0,
    }


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"version": 2}, "version 2"),
        ({}, "version None"),
        ({"version": 1, "crops": ["豇豆"]}, "crops"),
        ({"version": 1, "products": "豇豆"}, "products is 豇豆"),
        ({"version": 1, "products": [1]}, "products"),
        ({"version": 1, "scale_min": "5"}, "scale_min is 5"),
        ({"version": 1, "scale_max": True}, "scale_max"),
        ({"version": 1, "region": {"fid": "1"}}, "region"),
        ({"version": 1, "region": {"county": 1}}, "region"),
        ({"version": 1, "start": 2023}, "start"),
        ({"version": 1, "start": "五月"}, "五月"),
        ({"version": 1, "start": "2023-02-30"}, "2023-02-30"),
        ({"version": 1, "period": "2023"}, "2023"),
        ({"version": 1, "scale_min": 5, "scale_max": 4}, "lies above"),
        ({"version": 1, "start": "2024", "end": "2023-05"}, "lies above"),
    ],
)
def test_a_part_that_is_not_understood_is_named(parts, told):
    with pytest.raises(InputError, match=told):
        query_from_text(json.dumps(parts))


@pytest.mark.parametrize("text", ["", "{", "[]", "豇豆", "null"])
def test_a_damaged_text_is_told(text):
    with pytest.raises(InputError, match="damaged"):
        query_from_text(text)


def test_the_words_name_every_part():
    assert query_words(EVERYTHING) == (
        "Products: 豇豆、红心柚；Region: 马市镇仙桥村；Scale: 0.5 – 1,200；"
        "In season: 2023-11 – 2024-02；Status: Approved、Returned；Types of producers: 农户；"
        "Certification: 绿色、None；Trace modes: 追溯码、耳标；Production modes: 露地；"
        "Period: 2023-1；Condition: \"contact\" LIKE '何%' AND true"
    )
    assert query_words(Query()) == ""
    assert query_words(Query(scale_max=5, start="2023")) == "Scale: up to 5；In season: from 2023"
    long = query_words(Query(expression="x" * 99))
    assert long == f"Condition: {'x' * 60}…"


def test_words_are_translated_but_not_what_was_typed():
    shown = query_words(Query(statuses=("draft",), products=("Draft",)), lambda text: f"<{text}>")
    assert shown == "<Products: Draft>；<Status: <Draft>>"


def test_which_rounds_are_meant_is_said():
    assert "latest collected" in str(round_words(Query()))
    assert "2023-1" in str(round_words(Query(period="2023-1")))


def test_parameters_name_every_part():
    found = parameters_of(EVERYTHING)
    assert set(found) == set(NAMES)
    assert found["PRODUCTS"] == [0] and found["OTHER_PRODUCTS"] == "红心柚"
    assert found["REGION"] == "马市镇 仙桥村"
    assert found["CERTIFICATION"] == [1, 0] and found["STATUS"] == [2, 3]
    assert parameters_of(Query(scale_min=0)) == {"SCALE_MIN": 0}


def test_the_twelve_keep_their_numbers():
    assert CHOICES["PRODUCTS"][1] == (
        *("豇豆", "韭菜", "芹菜", "生猪", "肉牛", "肉羊"),
        *("乌鸡", "鸡蛋", "大口黑鲈", "乌鳢", "鳊鱼", "大黄鱼"),
    )


@pytest.mark.parametrize(
    "query",
    [
        Query(certifications=("富硒",), start="2023-05"),
        Query(region={"township": "龙岗管委会"}, scale_min=1),  # no name of a township
        Query(region={"township": "马市镇", "village": "仙 桥村"}),
    ],
)
def test_what_parameters_cannot_say_goes_as_text(query):
    (text,) = parameters_of(query).values()
    assert query_from_text(text) == query
