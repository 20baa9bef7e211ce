from __future__ import annotations

import json
import re
import unicodedata
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, ErrorCell, MonthDay
from origin_trace.core.dates import normalise_date, normalise_market

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = [
    case
    for case in json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    if case["id"].startswith("D")
]
QUICK = settings(max_examples=200, deadline=None)
STORED = re.compile(r"([0-9]{4}-|--)[0-9]{2}(-[0-9]{2})?")


def raw_of(case):
    raw = case["raw"]
    if case["excel_type"] != "date":
        return raw
    moment = datetime.fromisoformat(raw)
    return MonthDay(*moment.timetuple()[:3]) if case["id"] == "D11" else moment


def stored(text):
    """Return (start, end) of "05/07", "2023-05", or of a list: its first and last month."""
    parts = re.split("[/,]", text)
    parts = [part if len(part.split("-")[0]) == 4 else f"--{part}" for part in parts]
    return parts[0], parts[-1] if len(parts) > 1 else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_collected_cases(case):
    start, end = normalise_market(raw_of(case), None)
    assert start.verdict == case["verdict"]
    right = stored(case["normalised"]) if case["normalised"] else (None, None)
    if case["verdict"] == ASK:
        assert (start.value, end.value) == (None, None)
        assert (start.proposal, end.proposal) == right
    else:
        assert (start.value, end.value) == right
    if "," in (case["normalised"] or "") or case["id"] == "D19":
        # A list that a begin and an end cannot hold stays in the remarks.
        assert start.remark == case["raw"] or case["id"] == "D13"


@pytest.mark.parametrize(
    ("raw", "verdict", "start", "end"),
    [
        ("2023-05-01", OK, "2023-05-01", None),
        ("2023-05", OK, "2023-05", None),
        ("--05-01", OK, "--05-01", None),
        ("--05", OK, "--05", None),
        (date(2023, 5, 1), OK, "2023-05-01", None),
        (datetime(2023, 5, 1), OK, "2023-05-01", None),
        (datetime(2023, 5, 1, 8), FIX, "2023-05-01", None),
        ("2023年5月", FIX, "2023-05", None),
        ("2023年05月", FIX, "2023-05", None),
        ("2023 年 5 月", FIX, "2023-05", None),
        ("２０２３年５月", FIX, "2023-05", None),
        ("2023年5月份", FIX, "2023-05", None),
        ("23年5月", FIX, "2023-05", None),
        ("2023-5", FIX, "2023-05", None),
        ("2023/5", FIX, "2023-05", None),
        ("2023.05", FIX, "2023-05", None),
        ("2023.10", FIX, "2023-10", None),
        ("2023.5月", FIX, "2023-05", None),
        ("202305", FIX, "2023-05", None),
        (202305, FIX, "2023-05", None),
        ("二〇二三年五月", FIX, "2023-05", None),
        ("2023年5月1日", FIX, "2023-05-01", None),
        ("2023年5月1号", FIX, "2023-05-01", None),
        ("2023.5.1", FIX, "2023-05-01", None),
        ("2023.05.01", FIX, "2023-05-01", None),
        ("2023/05/01", FIX, "2023-05-01", None),
        ("2023-5-1", FIX, "2023-05-01", None),
        ("2023 5 1", FIX, "2023-05-01", None),
        ("20230501", FIX, "2023-05-01", None),
        (20230501, FIX, "2023-05-01", None),
        ("2023-05-01 00:00:00", FIX, "2023-05-01", None),
        ("2023-05-01T00:00:00", FIX, "2023-05-01", None),
        ("31/05/2023", FIX, "2023-05-31", None),
        ("45047", FIX, "2023-05-01", None),
        (45047.0, FIX, "2023-05-01", None),
        (45047.5, FIX, "2023-05-01", None),
        (2023.11, WARN, "2023-11", None),
        (2023.05, WARN, "2023-05", None),
        ("5月", FIX, "--05", None),
        ("5月份", FIX, "--05", None),
        ("05月", FIX, "--05", None),
        ("五月", FIX, "--05", None),
        ("十一月", FIX, "--11", None),
        ("每年5月", FIX, "--05", None),
        ("5月1日", FIX, "--05-01", None),
        ("2月29日", FIX, "--02-29", None),
        ("5月中旬", FIX, "--05-11", "--05-20"),
        ("5月下旬", FIX, "--05-21", "--05-31"),
        ("2月下旬", FIX, "--02-21", "--02-28"),
        ("2024年2月下旬", FIX, "2024-02-21", "2024-02-29"),
        ("2023年5月上旬", FIX, "2023-05-01", "2023-05-10"),
        ("5月上中旬", FIX, "--05-01", "--05-20"),
        ("5月初", WARN, "--05-01", "--05-10"),
        ("5月底", WARN, "--05-21", "--05-31"),
        ("5月左右", WARN, "--05", None),
        ("约5月", WARN, "--05", None),
        ("5", WARN, "--05", None),
        (5, WARN, "--05", None),
        ("5月-7月", FIX, "--05", "--07"),
        ("5～7月", FIX, "--05", "--07"),
        ("5~7月", FIX, "--05", "--07"),
        ("5至7月", FIX, "--05", "--07"),
        ("5月到7月", FIX, "--05", "--07"),
        ("5—7月", FIX, "--05", "--07"),
        ("5–7月", FIX, "--05", "--07"),
        ("5--7月", FIX, "--05", "--07"),
        ("5——7月", FIX, "--05", "--07"),
        ("5－7月", FIX, "--05", "--07"),
        ("5月 - 7月", FIX, "--05", "--07"),
        ("5月一7月", FIX, "--05", "--07"),
        ("五月至七月", FIX, "--05", "--07"),
        ("五至七月", FIX, "--05", "--07"),
        ("每年5-7月", FIX, "--05", "--07"),
        ("2023年5月至当年7月", FIX, "2023-05", "2023-07"),
        ("5月起至7月", FIX, "--05", "--07"),
        ("5-7月上市", FIX, "--05", "--07"),
        ("5-7月份", FIX, "--05", "--07"),
        ("从5月到7月", FIX, "--05", "--07"),
        ("5月开始至7月结束", FIX, "--05", "--07"),
        ("5月1日-7月31日", FIX, "--05-01", "--07-31"),
        ("5月1日至10日", FIX, "--05-01", "--05-10"),
        ("5月上旬-7月下旬", FIX, "--05-01", "--07-31"),
        ("5月上旬至中旬", FIX, "--05-01", "--05-20"),
        ("5月初-7月底", WARN, "--05-01", "--07-31"),
        ("2023.6-2023.9", FIX, "2023-06", "2023-09"),
        ("2023年5月-7月", FIX, "2023-05", "2023-07"),
        ("2023年5-7月", FIX, "2023-05", "2023-07"),
        ("2023年5月至2023年7月", FIX, "2023-05", "2023-07"),
        ("2023年5月—2023年7月", FIX, "2023-05", "2023-07"),
        ("2023-5-2023-7", FIX, "2023-05", "2023-07"),
        ("2023-05~2023-07", FIX, "2023-05", "2023-07"),
        ("2023/5-2023/7", FIX, "2023-05", "2023-07"),
        ("2023/5/1-2023/7/31", FIX, "2023-05-01", "2023-07-31"),
        ("2023-05-01-2023-07-31", FIX, "2023-05-01", "2023-07-31"),
        ("2023.05.01-2023.07.31", FIX, "2023-05-01", "2023-07-31"),
        ("20230501-20230731", FIX, "2023-05-01", "2023-07-31"),
        ("202305-202307", FIX, "2023-05", "2023-07"),
        ("2023年5月1日至2023年7月31日", FIX, "2023-05-01", "2023-07-31"),
        ("2023年5月/2023年7月", FIX, "2023-05", "2023-07"),
        ("2023.5-7", WARN, "2023-05", "2023-07"),
        ("2023年11月-次年3月", FIX, "2023-11", "2024-03"),
        ("2023年11月至翌年3月", FIX, "2023-11", "2024-03"),
        ("2023年11月-来年3月", FIX, "2023-11", "2024-03"),
        ("2023年11月-2024年3月", FIX, "2023-11", "2024-03"),
        ("2023年11月-3月", WARN, "2023-11", "2024-03"),
        ("11月至翌年3月", FIX, "--11", "--03"),
        ("11月-第二年3月", FIX, "--11", "--03"),
        ("11-3月", FIX, "--11", "--03"),
        ("5~7", WARN, "--05", "--07"),
        ("全年", WARN, "--01", "--12"),
        ("常年", WARN, "--01", "--12"),
        ("周年", WARN, "--01", "--12"),
        ("全年上市", WARN, "--01", "--12"),
        ("一年四季", WARN, "--01", "--12"),
        ("2023年全年", WARN, "2023-01", "2023-12"),
        ("1-12月", FIX, "--01", "--12"),
        ("上半年", WARN, "--01", "--06"),
        ("2023年下半年", WARN, "2023-07", "2023-12"),
        ("二季度", WARN, "--04", "--06"),
        ("4、5、6月", FIX, "--04", "--06"),
        ("4月，5月，6月", FIX, "--04", "--06"),
        ("4月5月6月", FIX, "--04", "--06"),
        ("11、12、1月", FIX, "--11", "--01"),
        ("4、6、9月", FIX, "--04", "--09"),
        ("2023年4月、6月", FIX, "2023-04", "2023-06"),
        ("4/6/9月", WARN, "--04", "--09"),
        ("2023Q2", WARN, "2023-04", "2023-06"),
        ("2023上半年", WARN, "2023-01", "2023-06"),
        ("2023五月", FIX, "2023-05", None),
        ("2023年5月1日 00:00:00", FIX, "2023-05-01", None),
        ("45047.0", FIX, "2023-05-01", None),
        ("2023年5月（上旬）", FIX, "2023-05-01", "2023-05-10"),
        ("5月上、中旬", FIX, "--05-01", "--05-20"),
        ("5月以后", WARN, "--05", None),
        ("2023年6月至今", WARN, "2023-06", None),
        ("2023年5月-", WARN, "2023-05", None),
        ("长期", WARN, "--01", "--12"),
        ("May 2023", FIX, "2023-05", None),
    ],
)
def test_taken(raw, verdict, start, end):
    cells = normalise_market(raw, None)
    assert cells[0].verdict == verdict, cells
    assert (cells[0].value, cells[1].value) == (start, end)
    assert cells[1].verdict in (OK, FIX)


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("5-7", "--05", "--07"),
        ("5.1", "--05-01", None),
        ("春季", "--03", "--05"),
        ("夏秋", "--06", "--11"),
        ("冬季", "--12", "--02"),
        ("2023年冬季", "2023-12", "2024-02"),
        ("2023年春", "2023-03", "2023-05"),
        ("秋冬季", "--09", "--02"),
        ("农历五月", None, None),
        ("正月", None, None),
        ("腊月", None, None),
        ("清明前后", None, None),
        ("国庆节", None, None),
        ("3-5月、9-11月", "--03", "--11"),
        ("3月-5月，9月-11月", "--03", "--11"),
        ("春、秋两季", "--03", "--11"),
        ("2023年3-5月、9-11月", "2023-03", "2023-11"),
        ("05-01", "--05-01", None),
        ("23.5", "2023-05", None),
        (2023.1, "2023-01", None),
        ("05/06/2023", "2023-05-06", None),
        ("23.5.1", "2023-05-01", None),
        (MonthDay(2024, 5, 7), "--05", "--07"),
        (MonthDay(2024, 5, 20), "--05-20", None),
    ],
)
def test_asked(raw, start, end):
    cells = normalise_market(raw, None)
    assert cells[0].verdict == ASK and str(cells[0].message)
    assert (cells[0].value, cells[1].value) == (None, None)
    assert (cells[0].proposal, cells[1].proposal) == (start, end)


@pytest.mark.parametrize(
    "raw",
    [
        "2023年13月",
        "2023-13-01",
        "13月",
        "0月",
        "2023年2月29日",
        "4月31日",
        "20230231",
        "2023",
        2023,
        "2023年",
        "1023年5月",
        "已上市",
        "见备注",
        "#REF!",
        "#VALUE!",
        ErrorCell("#REF!"),
        True,
        time(8, 0),
        -5,
        0,
        13,
        99,
        5.5,
        36525,
        60000,
        2023.13,
        float("nan"),
        float("inf"),
        10**400,
        "5" * 300,
        datetime(1900, 1, 5),
        "12345678",
    ],
)
def test_refused(raw):
    for cell in (normalise_market(raw, None)[0], normalise_date(raw)):
        assert (cell.verdict, cell.value, cell.proposal) == (REJECT, None, None)
        assert str(cell.message)


@pytest.mark.parametrize(
    ("first", "second", "start", "end"),
    [
        (None, None, (OK, None), (OK, None)),
        ("", " ", (OK, None), (OK, None)),
        ("/", "/", (FIX, None), (FIX, None)),
        ("2023年5月", "2023年7月", (FIX, "2023-05"), (FIX, "2023-07")),
        ("2023年7月", "2023年5月", (FIX, "2023-07"), (FIX, "2023-05")),
        ("5-7月", "5-7月", (FIX, "--05"), (FIX, "--07")),
        ("2023.5-2023.7", "2023.5-2023.7", (FIX, "2023-05"), (FIX, "2023-07")),
        ("2023.5-2023.7", "2023.7", (FIX, "2023-05"), (FIX, "2023-07")),
        ("全年", "全年", (WARN, "--01"), (FIX, "--12")),
        (None, "5-7月", (FIX, "--05"), (FIX, "--07")),
        ("/", "5-7月", (FIX, "--05"), (FIX, "--07")),
        ("5-7月", "/", (FIX, "--05"), (FIX, "--07")),
        (None, "7月", (OK, None), (FIX, "--07")),
        ("5月", None, (FIX, "--05"), (OK, None)),
        ("5月上旬", "7月下旬", (FIX, "--05-01"), (FIX, "--07-31")),
        ("5月", "7月底", (FIX, "--05"), (WARN, "--07-31")),
        ("5月上旬", "5月上旬", (FIX, "--05-01"), (FIX, "--05-10")),
        ("11月", "次年3月", (FIX, "--11"), (WARN, "--03")),
        ("2023年11月", "次年3月", (FIX, "2023-11"), (WARN, "2024-03")),
        ("2023年11月", "3月", (FIX, "2023-11"), (WARN, "2024-03")),
        ("2023年5月", "7月", (FIX, "2023-05"), (WARN, "2023-07")),
        ("5月", "2023年7月", (WARN, "2023-05"), (FIX, "2023-07")),
        ("11月", "2024年3月", (WARN, "2023-11"), (FIX, "2024-03")),
        (45047, 45138, (FIX, "2023-05-01"), (FIX, "2023-07-31")),
        ("2023年5月", "abc", (FIX, "2023-05"), (REJECT, None)),
        (ErrorCell("#REF!"), "2023年7月", (REJECT, None), (FIX, "2023-07")),
        ("5-7月", "9-11月", (ASK, None), (ASK, None)),
        ("5-7月", "9月", (ASK, None), (ASK, None)),
        (MonthDay(2024, 5, 1), MonthDay(2024, 7, 12), (ASK, None), (ASK, None)),
    ],
)
def test_both_cells(first, second, start, end):
    cells = normalise_market(first, second)
    assert (cells[0][:2], cells[1][:2]) == (start, end)


def test_two_days_without_a_year_are_proposed_as_days():
    cells = normalise_market(MonthDay(2024, 5, 1), MonthDay(2024, 7, 12))
    assert [cell.proposal for cell in cells] == ["--05-01", "--07-12"]


@pytest.mark.parametrize(
    ("raw", "verdict", "value"),
    [
        (None, OK, None),
        ("/", FIX, None),
        ("2023年5月1日", FIX, "2023-05-01"),
        ("填报日期：2023年5月1日", FIX, "2023-05-01"),
        ("2023年 5月 1日", FIX, "2023-05-01"),
        (datetime(2023, 5, 1), OK, "2023-05-01"),
        (45047, FIX, "2023-05-01"),
        ("2023年5月上旬", ASK, None),
        ("5-7月", ASK, None),
        (MonthDay(2023, 5, 7), ASK, None),
        ("年  月  日", REJECT, None),
    ],
)
def test_single_date(raw, verdict, value):
    assert normalise_date(raw)[:2] == (verdict, value)


ANY = st.one_of(
    st.none(),
    st.text(),
    st.text("0123456789年月日.-~至/、上旬底春全次", max_size=16),
    st.integers(),
    st.integers(0, 60000),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.datetimes().map(lambda d: MonthDay(d.year, d.month, d.day)),
    st.dates(),
    st.times(),
    st.tuples(st.text()),
    st.from_regex(r"\A20[12][0-9][年./-][0-9]{1,2}[月./-]?([0-9]{1,2}日?)?\Z"),
)


@QUICK
@given(ANY, ANY)
def test_total_idempotent_and_nothing_invented(first, second):
    cells = normalise_market(first, second)
    for cell in (*cells, normalise_date(first)):
        assert cell.verdict in (OK, FIX, WARN, ASK, REJECT)
        if cell.verdict in (WARN, ASK, REJECT):
            assert str(cell.message)
        if cell.verdict in (ASK, REJECT):
            assert cell.value is None
        for text in (cell.value, cell.proposal):
            if text is not None:
                assert STORED.fullmatch(text)
                assert normalise_date(text)[:2] == (OK, text)
    again = normalise_market(cells[0].value, cells[1].value)
    assert tuple(c[:2] for c in again) == tuple((OK, c.value) for c in cells)


@QUICK
@given(st.text("0123456789年月日.-/ ", max_size=14))
def test_the_numbers_of_a_date_stand_in_the_text(text):
    cell = normalise_date(text)
    if cell.verdict in (OK, FIX) and cell.value and not re.match(r" *[0-9]{5}(\.0+)? *\Z", text):
        source = unicodedata.normalize("NFKC", text)
        for number in re.findall(r"\d+", cell.value):
            assert str(int(number)) in source or number[-2:] in source
