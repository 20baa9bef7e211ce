from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, ErrorCell, MonthDay
from origin_trace.core.coordinate_text import read
from origin_trace.core.coordinates import (
    decimals,
    format_dms,
    format_point,
    named_system,
    normalise_ordinate,
    normalise_point,
)

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = [
    case
    for case in json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    # C34 (the same pair on many rows) is a rule over the table, not over a cell.
    if case["id"].startswith("C") and case["id"] != "C34"
]
QUICK = settings(max_examples=200, deadline=None)
LON, LAT = 115.039559, 26.710152


def near(point, lon=LON, lat=LAT, within=1.1e-6):
    return point is not None and abs(point[0] - lon) < within and abs(point[1] - lat) < within


def cells(case):
    raw, right = case["raw"], case["normalised"]
    if isinstance(raw, list):
        return tuple(raw), right
    if case["excel_type"] == "error":
        raw = ErrorCell(raw)
    if isinstance(right, list):
        return (raw, None), right
    if case["field"] == "纬度":
        return (str(LON), raw), right and [LON, right]
    return (raw, LAT if case["excel_type"] == "number" else str(LAT)), right and [right, LAT]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_collected_cases(case):
    raw, right = cells(case)
    cell = normalise_point(raw)
    assert cell.verdict == case["verdict"]
    if case["verdict"] == ASK:
        assert cell.value is None
        assert near(cell.proposal, *right)
    elif right is None:
        assert cell.value is None
    else:
        assert near(cell.value, *right)


@pytest.mark.parametrize(
    "case", [c for c in CASES if isinstance(c["raw"], str)], ids=lambda case: case["id"]
)
def test_collected_cases_in_the_one_column_of_the_official_sheet(case):
    (lon, lat), right = cells(case)
    cell = normalise_point(lon if lat is None else f"{lon},{lat}")
    if case["verdict"] in (ASK, REJECT):
        assert cell.verdict == case["verdict"]
    if right:
        assert near(cell.proposal if case["verdict"] == ASK else cell.value, *right)


@pytest.mark.parametrize(
    ("raw", "verdict"),
    [
        ("115.039559,26.710152", OK),
        ((115.039559, 26.710152), OK),
        (("115.039559", "26.710152"), FIX),
        ("115.039559，26.710152", FIX),
        ("115.039559;26.710152", FIX),
        ("115.039559；26.710152", FIX),
        ("115.039559/26.710152", FIX),
        ("115.039559\t26.710152", FIX),
        ("115.039559  26.710152", FIX),
        ("115.039559\r\n26.710152", FIX),
        ("115.039559 、 26.710152", FIX),
        ("115.039559-26.710152", FIX),
        ("(115.039559, 26.710152)", FIX),
        ("[115.039559,26.710152]", FIX),
        ("东经115.039559，北纬26.710152", FIX),
        ("东经115.039559°北纬26.710152°", FIX),
        ("东经：115.039559 北纬：26.710152", FIX),
        ("东经115.039559度，北纬26.710152度", FIX),
        ("经度:115.039559 纬度:26.710152", FIX),
        ("经度115.039559\n纬度26.710152", FIX),
        ("坐标：115.039559,26.710152", FIX),
        ("经纬度:115.039559,26.710152", FIX),
        ("E115.039559,N26.710152", FIX),
        ("115.039559E,26.710152N", FIX),
        ("115.039559°E 26.710152°N", FIX),
        ("E115.039559°N26.710152°", FIX),
        ("e115.039559n26.710152", FIX),
        ("E:115.039559,N:26.710152", FIX),
        ("N26.710152 E115.039559", FIX),
        ("26.710152N,115.039559E", FIX),
        ("北纬26.710152，东经115.039559", FIX),
        ("北纬N26.710152°，东经E115.039559°", FIX),
        ("lng:115.039559,lat:26.710152", FIX),
        ("Lat 26.710152 Lon 115.039559", FIX),
        ('{"lng":115.039559,"lat":26.710152}', FIX),
        ("X:115.039559 Y:26.710152", FIX),
        ("POINT(115.039559 26.710152)", FIX),
        ("１１５．０３９５５９，２６．７１０１５２", FIX),
        ("115.039559\u200b,\ufeff26.710152", FIX),
        ("115.039559,26.710152（GPS）", FIX),
        ("115.039559,26.710152[天地图]", FIX),
        ("WGS84：115.039559,26.710152", FIX),
        ("115.039559,26.710152 CGCS2000坐标系", FIX),
        ("2000国家大地坐标系：115.039559,26.710152", FIX),
        ("115°2′22.41″,26°42′36.55″", FIX),
        ("115°2′22.41″ 26°42′36.55″", FIX),
        ("115°02'22.41\"E 26°42'36.55\"N", FIX),
        ("115°02'22.41''E,26°42'36.55''N", FIX),
        ("115º2’22.41”，26º42’36.55”", FIX),
        ("E115°2′22.41″N26°42′36.55″", FIX),
        ("东经115°2′22.41″北纬26°42′36.55″", FIX),
        ("东经115度2分22.41秒，北纬26度42分36.55秒", FIX),
        ("北纬26度42分36.55秒 东经115度2分22.41秒", FIX),
        ("115°02′22″41 26°42′36″55", FIX),
        ("115.039559.26.710152", FIX),
        ("115.039559(经度) 26.710152(纬度)", FIX),
        ("115°2.3735′ 26°42.60915′", FIX),
        ("１１５°２′２２．４１″，２６°４２′３６．５５″", FIX),
        ("26.710152,115.039559", WARN),
        ("26.710152 115.039559", WARN),
        ("26°42′36.55″ 115°2′22.41″", WARN),
        (("26.710152", "115.039559"), WARN),
        ((LAT, LON), WARN),
        (("115.039559,26.710152", None), WARN),
        ((None, "115.039559,26.710152"), WARN),
        (("", "26.710152,115.039559"), WARN),
        (("115.039559  26.710152", ""), WARN),
        (("115.039559,26.710152", "26.710152"), WARN),
        (("115.039559,26.710152", "115.039559,26.710152"), WARN),
        (("东经115.039559", "北纬26.710152"), FIX),
        (("115.039559", LAT), FIX),
        (("E115.039559", "N26.710152"), FIX),
        ("115。039559，26。710152", WARN),
        ("115·039559 26·710152", WARN),
        ("115. 039559,26. 710152", WARN),
        ("115..039559,26.710152", WARN),
        ("115.039559,26.710152,85", WARN),
        ("115.039559,26.710152 海拔85米", FIX),
        ("115.039559,26.710152 村口", WARN),
        ("115.04467,26.706851（高德）", WARN),
        ("115.04467,26.706851【高德地图】", WARN),
        ("高德：115.04467,26.706851", WARN),
        ("115.04467,26.706851 腾讯", WARN),
        ("115.04467,26.706851(GCJ-02)", WARN),
        ("115.04467 26.706851 gcj02坐标系", WARN),
        (("115.04467（高德）", "26.706851"), WARN),
        ("115.051185,26.712754(百度)", WARN),
        ("百度坐标115.051185,26.712754", WARN),
        ("115.051185,26.712754 BD09", WARN),
        ("115.051185,26.712754 [bd-09]", WARN),
    ],
)
def test_read_in_all_its_dresses(raw, verdict):
    cell = normalise_point(raw)
    assert near(cell.value, within=2e-6), cell
    assert cell.verdict == verdict


@pytest.mark.parametrize(
    "raw",
    [
        (115039559, 26710152),
        ("115039559", "26710152"),
        "115039559,26710152",
        (LAT, 115039559),
        "1150.39559,26.710152",
        "115.039559,2671.0152",
        "115.2.22.41,26.42.36.55",
        "115-2-22.41,26-42-36.55",
        "115:2:22.41 26:42:36.55",
        "115 2 22.41 26 42 36.55",
        ("115 2 22.41", "26 42 36.55"),
        ("115 039559", "26.710152"),
        ("115,039559", "26.710152"),
        "115.039.559,26.710.152",
        "-115.039559,26.710152",
        "115.039559,-26.710152",
        (LON, -LAT),
        "ll5.039559,26.710152",
        "115.O39559,26.710152",
        (12806145.13, 3087305.51),
        (3087305.51, 12806145.13),
        "12806145.13,3087305.51",
        "X=38603447.945 Y=2955936.624",
        (2955936.624, 38603447.945),
        (("115.039559,26.710152"), "27.1"),
    ],
)
def test_doubtful_points_are_asked(raw):
    cell = normalise_point(raw)
    assert cell.verdict == ASK and cell.value is None and str(cell.message)
    assert near(cell.proposal, within=3e-6), cell


def test_metres_of_two_readings_get_no_proposal():
    # Zone 14 at 37.9 N, or Web Mercator at 35.2 N.
    cell = normalise_point((14706431.5, 4200000.0))
    assert (cell.verdict, cell.value, cell.proposal) == (ASK, None, None)


def test_six_degree_zone():
    # EPSG:4498 (zone 20, meridian 117), PROJ
    cell = normalise_point((20304897.398, 2957015.438))
    assert cell.verdict == ASK and near(cell.proposal)


@pytest.mark.parametrize(
    "raw",
    [
        "0,0",
        (0, 0),
        ("0", "0"),
        "0.000000,0.000000",
        "115.039559",
        115.039559,
        (LON, None),
        (None, "26.710152"),
        "东经115.039559",
        "115.03-115.05",
        "115.03~115.05",
        "115.03-115.05,26.71-26.73",
        "115.039559,115.039559",
        "26.710152,26.710152",
        "10.5,60.2",
        "139.69,35.68",
        "西经115.039559，北纬26.710152",
        "115.039559W,26.710152N",
        "115°72′22″,26°42′36″",
        "603447.945,2955936.624",
        (603447.945, 2955936.624),
        "115.1,26.1;115.2,26.2",
        "115.039559,26.710152 高德 百度",
        "村口",
        "115.039559,26.710152（西安80）",
        "北京54坐标 115.039559,26.710152",
        "见附图",
        "#REF!",
        ErrorCell("#REF!"),
        (ErrorCell("#N/A"), 26.7),
        True,
        date(2023, 5, 1),
        (date(2023, 5, 1), 26.7),
        MonthDay(2023, 5, 1),
        (1, 2, 3),
        (),
        float("nan"),
        (float("inf"), 26.7),
        (10**400, 26.7),
        "9" * 500,
        "1.2.3.4.5.6,26",
    ],
)
def test_refused(raw):
    cell = normalise_point(raw)
    assert (cell.verdict, cell.value, cell.proposal) == (REJECT, None, None)
    assert str(cell.message)


@pytest.mark.parametrize("raw", [None, "", " ", (None, None), ("", None)])
def test_empty(raw):
    assert normalise_point(raw)[:2] == (OK, None)


@pytest.mark.parametrize("raw", ["/", "无", ("/", "/")])
def test_placeholder(raw):
    assert normalise_point(raw)[:2] == (FIX, None)


@pytest.mark.parametrize(
    ("raw", "verdict"),
    [
        ("115.04,26.71", WARN),
        ("115.0395,26.7101", WARN),
        ("115.039559,26.71", WARN),
        ((115.04, 26.71), WARN),
        ((115.04, 26.710152), WARN),
        ((115.0395, 26.710152), OK),  # a number cell that dropped its zeros
        ("115.039550,26.710152", OK),
        ("115°2′22″,26°42′36″", WARN),
        ("115°2′,26°42′", WARN),
    ],
)
def test_few_decimals_are_noted(raw, verdict):
    assert normalise_point(raw).verdict == verdict


def test_the_chosen_system_converts_and_a_named_one_wins():
    assert near(normalise_point("115.04467,26.706851", "gcj02").value)
    assert normalise_point("115.044670,26.706851", "gcj02").verdict == FIX
    assert near(normalise_point("115.051185,26.712754", "bd09").value)
    assert normalise_point("115.039559,26.710152", "wgs84") == ((OK, (LON, LAT), None, None, None))
    cell = normalise_point("115.039559,26.710152（GPS）", "gcj02")
    assert cell.verdict == WARN and near(cell.value)
    assert normalise_point("115.044670,26.706851（高德）", "gcj02").verdict == FIX


@pytest.mark.parametrize(
    ("raw", "system"),
    [
        ("115.1,26.7（高德）", "gcj02"),
        (("115.1百度", "26.7"), "bd09"),
        ("115.1,26.7 WGS-84", "wgs84"),
        ("国家2000", "cgcs2000"),
        ("115.1,26.7", None),
        (None, None),
        ((None, 5.0), None),
    ],
)
def test_named_system(raw, system):
    assert named_system(raw) == system


def test_text_left_over_goes_into_the_remarks():
    assert normalise_point("115.039559,26.710152 村口").remark == "115.039559,26.710152 村口"


@pytest.mark.parametrize("axis", ["lon", "lat"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_single_ordinate(case, axis):
    if case["field"] != {"lon": "经度", "lat": "纬度"}[axis] or isinstance(
        case["normalised"], list
    ):
        return
    raw = ErrorCell(case["raw"]) if case["excel_type"] == "error" else case["raw"]
    cell = normalise_ordinate(raw, axis)
    assert cell.verdict == case["verdict"]
    value = cell.proposal if case["verdict"] == ASK else cell.value
    assert value == (case["normalised"] and pytest.approx(case["normalised"], abs=1.1e-6))


@pytest.mark.parametrize(
    ("raw", "axis", "verdict"),
    [
        (115.039559, "lon", OK),
        (115.039559, "lat", REJECT),
        ("26.710152", "lat", FIX),
        (None, "lon", OK),
        ("/", "lon", FIX),
        ("115.039559,26.710152", "lon", REJECT),
        (26710152, "lat", ASK),
    ],
)
def test_ordinate_verdicts(raw, axis, verdict):
    assert normalise_ordinate(raw, axis).verdict == verdict


def test_format():
    assert format_point(115.013018, 26.859674) == "115.013018,26.859674"
    assert format_point(115.1, 26.0) == "115.100000,26.000000"
    assert format_point(115.123456789, 26.0) == "115.123456789,26.000000"
    assert format_point(115.1, 26.0, 8) == "115.10000000,26.00000000"
    assert format_point(115.1, 26.0, 1) == "115.100000,26.000000"
    assert format_dms(115.039559, 26.710152) == "115°02′22.412″E 26°42′36.547″N"
    assert format_dms(115.9999999999, 26.0) == "116°00′00.000″E 26°00′00.000″N"


def test_decimals():
    assert [decimals(x) for x in (115.04, "115.039550", 115, "115")] == [2, 6, 0, 0]


CHINA = st.tuples(st.floats(73.1, 135), st.floats(3.5, 53.5))


@QUICK
@given(CHINA)
def test_what_is_written_is_read_again(point):
    lon, lat = point
    read = normalise_point(format_point(lon, lat))
    assert read.verdict == OK and near(read.value, lon, lat, 1e-9)
    assert near(normalise_point(format_dms(lon, lat)).value, lon, lat, 1.5e-7)


ANY = st.one_of(
    st.none(),
    st.text(),
    st.text("0123456789.,°′″'\"NE东经北纬度分秒 -高德。", max_size=40),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.floats(70, 140).map(str),
    st.floats(0, 60).map(str),
)


@QUICK
@given(st.one_of(ANY, st.tuples(ANY, ANY)), st.sampled_from(["cgcs2000", "wgs84"]))
def test_total_idempotent_and_nothing_invented(raw, system):
    cell = normalise_point(raw, system)
    assert cell.verdict in (OK, FIX, WARN, ASK, REJECT)
    if cell.verdict in (WARN, ASK, REJECT):
        assert str(cell.message)
    if cell.verdict in (ASK, REJECT):
        assert cell.value is None
    if cell.value is None:
        return
    again = normalise_point(format_point(*cell.value))  # the form in which it leaves the store
    assert again.value == cell.value and again.verdict == OK
    text = unicodedata.normalize("NFKC", str(raw))
    if not re.search("[°度高]", text):
        for ordinate in cell.value:
            assert str(int(ordinate)) in text


@QUICK
@given(ANY, st.sampled_from(["lon", "lat"]))
def test_ordinate_is_total(raw, axis):
    cell = normalise_ordinate(raw, axis)
    if cell.value is not None:
        assert normalise_ordinate(cell.value, axis).value == cell.value


@given(
    st.tuples(st.integers(10, 179), st.integers(10_000, 999_999_999)),
    st.tuples(st.integers(10, 179), st.integers(10_000, 999_999_999)),
    st.sampled_from([",", "，", " ", ";", "、", " , "]),
)
def test_the_short_way_of_reading_two_degrees_is_the_long_one(first, second, separator):
    text = separator.join(f"{whole}.{part}" for whole, part in (first, second))
    assert read(text).ordinates == read(f"({text})").ordinates
