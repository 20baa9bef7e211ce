"""Random queries and records for property tests; small ranges, so that they meet each other."""

from __future__ import annotations

from hypothesis import strategies as st
from origin_trace.core.query import NONE, Query
from origin_trace.core.schema import STATUSES, join_choices
from origin_trace.tests.unit.records import crop

PRODUCTS = ("豇豆", "生猪", "红心 '柚'", "1", "01")
TOWNS, VILLAGES = ("万合镇", "马市镇"), ("大鹏村", "仙桥村", "1")
CERTIFICATIONS = ("绿色", "有机")
MODES = ("追溯码", "耳标", "包装标识", "其他(注明)")
_days = st.sampled_from(["", "-01", "-15", "-28", "-30"])
_months = st.sampled_from(["-01", "-02", "-06", "-11", "-12"])
_years = st.sampled_from(["2022", "2023", "2024"])
asked_dates = st.one_of(
    _years, st.tuples(_years, _months, st.sampled_from(["", "-01", "-15"])).map("".join)
)
_dates = st.one_of(
    st.none(),
    _years,
    st.tuples(_years, _months, _days).map("".join),
    st.tuples(st.just("-"), _months, _days).map("".join),
    st.sampled_from(
        ["", "-", "--", "2023-13", "明年", "2023-1", "2023-11-20x", "02023", "--11-31"]
    ),
)
_chosen = st.lists(st.sampled_from(MODES[:3]), unique=True)
_modes = st.one_of(
    _chosen.map(join_choices),
    _chosen.map(lambda words: "{" + ",".join(words) + "}"),
    _chosen.map(", ".join),
    st.sampled_from([None, "", "{}", '{"其他(注明)"}', "非追溯码", "追溯码2"]),
)
scales = st.sampled_from([None, 0.0, 0.1, 5, 5.5, 1e-7, 120.0])


def _several(values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


records = st.builds(
    crop,
    product=st.sampled_from((None, *PRODUCTS)),
    township=st.sampled_from((None, *TOWNS)),
    village=st.sampled_from((None, *VILLAGES)),
    status=st.sampled_from((None, *STATUSES)),
    subject_type=st.sampled_from((None, "农户", "家庭农场")),
    certification=st.sampled_from((None, *CERTIFICATIONS)),
    trace_modes=_modes,
    production_modes=_modes,
    scale=scales,
    market_start=_dates,
    market_end=_dates,
)


@st.composite
def queries(draw, expressions=("",)):
    """Return a query that could be typed: nothing in it ends before it begins."""
    low, high = draw(scales), draw(scales)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    start, end = draw(st.none() | asked_dates), draw(st.none() | asked_dates)
    length = min(len(start or ""), len(end or ""))
    if length and start[:length] > end[:length]:
        start, end = end, start
    region = {"township": draw(st.sampled_from(TOWNS))} if draw(st.booleans()) else {}
    if region and draw(st.booleans()):
        region["village"] = draw(st.sampled_from(VILLAGES))
    return Query(
        products=draw(_several(PRODUCTS)),
        region=region,
        scale_min=low,
        scale_max=high,
        start=start,
        end=end,
        statuses=draw(_several(STATUSES)),
        period=draw(st.sampled_from([None, "2023-06", "2023-1"])),
        subject_types=draw(_several(("农户", "家庭农场"))),
        certifications=draw(_several((NONE, *CERTIFICATIONS))),
        trace_modes=draw(_several(MODES)),
        production_modes=draw(_several(MODES)),
        expression=draw(st.sampled_from(expressions)),
    )
