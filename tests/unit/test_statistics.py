"""The statistics: against a naive count, at the edges, and as sheet and page show them."""

from __future__ import annotations

import json
import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.products import standard_products
from origin_trace.core.query import Query
from origin_trace.core.schema import join_choices
from origin_trace.core.statistics_count import busiest_year, calendar, count_groups
from origin_trace.core.statistics_page import statistics_html
from origin_trace.core.statistics_tables import number_text, statistics
from origin_trace.core.units import in_official_unit
from origin_trace.spreadsheets.writer import write_statistics
from origin_trace.tests.unit import statistics_read as read
from origin_trace.tests.unit.records import animal, crop

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
ORDER = {product.name: "#1b7f4b" for product in standard_products()}
YEAR = calendar("2023-01")
TOLD = {"day": date(2023, 6, 15), "query": "", "county": "泰和县", "office": "泰和县农业农村局"}


def counted(records, months=YEAR):
    return statistics(count_groups(records, months), months, ORDER)


def sample(name):
    """Return the records of an example sheet, as its truth tells them."""
    rows = json.loads((SHEETS / f"{name}.json").read_text(encoding="utf-8"))["records"]
    found = []
    for row in rows:
        record = crop(**{key: value for key, value in row.items() if key != "mess"})
        for key, value in record.items():
            record[key] = None if value == "" else value
        for key in ("production_modes", "trace_modes"):
            record[key] = join_choices((row[key] or "").split("、") if row[key] else [])
        found.append(record)
    return found


# --- against a naive count ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["taihe_official", "taihe_multisheet", "tianya_split"])
def test_every_number_of_an_example_sheet_is_as_counted_naively(name):
    records = sample(name)
    assert len(records) > 20
    agrees(records, counted(records), YEAR)


def agrees(records, shown, months):
    """Compare each table with counts that look at one record after the other."""
    naive = read.naive
    choices = {
        "number": lambda r: [r["product"]],
        "subject_type": lambda r: [r["subject_type"]],
        "certification": lambda r: [r["certification"]],
        "trace_modes": read.trace_modes,
        "calendar": lambda r: read.months(r, months),
    }
    for table in shown.tables:
        for block in (None, *table.blocks):
            every = naive(records, block, lambda r: ["Records"])
            found = read.lines(table, block)
            assert {p: n for p, n in found.items() if p[1] == "Records"} == every
            if table.key in choices:
                expected = naive(records, block, choices[table.key])
                expected = {(n, k or read.UNNAMED): v for (n, k), v in expected.items()}
            else:
                known = [r for r in records if in_official_unit(r["scale"], r["scale_unit"])]
                expected = naive(
                    known,
                    block,
                    lambda r: [
                        f"{r['product'] or read.UNNAMED}\n({r['scale_unit']})",
                        f"Total\n({r['scale_unit']})",
                    ],
                    read.exact,
                )
                expected |= naive(
                    [r for r in records if not in_official_unit(r["scale"], r["scale_unit"])],
                    block,
                    lambda r: ["Without scale"],
                )
            expected |= every
            if table.key == "number":
                placed = [r for r in records if r["lon"] is not None]
                expected |= naive(placed, block, lambda r: ["On the map"])
            assert found.keys() == expected.keys()
            for place, number in found.items():
                assert Decimal(str(number)) == Decimal(str(expected[place])), place


towns = st.sampled_from(["万合镇", "马市镇", None])
dates = st.sampled_from(
    [None, "2023-05", "2023-11-30", "--05", "--11-20", "--02", "2022-12", "2024-02-29", "五月"]
)
scales = st.one_of(
    st.none(),
    st.integers(0, 20_000),
    st.integers(0, 10**8).map(lambda n: n / 1000),
)
RECORDS = st.lists(
    st.builds(
        lambda product, **more: (crop if product == "豇豆" else animal)(product=product, **more),
        product=st.sampled_from(["豇豆", "肉羊", "红薯", None]),
        township=towns,
        subject_type=st.sampled_from(["农户", "家庭农场", "其他组织", None]),
        certification=st.sampled_from(["绿色", None]),
        trace_modes=st.sampled_from([None, '{"追溯码"}', '{"追溯码","耳标"}', "{追溯码,追溯码}"]),
        lon=st.sampled_from([None, 115.0]),
        scale=scales,
        scale_unit=st.sampled_from(["亩", "头", "只", None]),
        market_start=dates,
        market_end=dates,
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_whatever_the_records_the_parts_add_up_and_no_order_matters(records, rng):
    shown = counted(records)
    shuffled = rng.sample(records, len(records))
    assert counted(shuffled) == shown
    assert shown.records == len(records) == sum(town[1] for town in shown.townships)
    for table in shown.tables:
        for lines in table.blocks.values():
            for column, head in enumerate(table.heads):
                parts = sum(Decimal(str(line.values[column])) for line in lines)
                assert parts == Decimal(str(table.total.values[column])), head.key
        if table.parts:
            first, end = table.parts
            for line in (table.total, *(line for ls in table.blocks.values() for line in ls)):
                assert sum(line.values[first:end]) == line.values[0]
    scale = shown.table("scale")
    for unit, total in shown.scales.items():
        of_unit = [
            value
            for head, value in zip(scale.heads, scale.total.values)
            if head.key[0] == "scale" and head.unit == unit
        ]
        assert sum(Decimal(str(value)) for value in of_unit) == Decimal(str(total))
        own = [read.exact(r) for r in records if r["scale"] is not None and r["scale_unit"] == unit]
        assert sum(own) == Decimal(str(total))


@settings(max_examples=150, deadline=None)
@given(RECORDS, st.sampled_from(["2023-01", "2022-07", "2023-11"]))
def test_a_month_has_as_many_as_the_query_for_it(records, first):
    months = calendar(first)
    records = Query().select(records)
    table = counted(records, months).table("calendar")
    for block in ("township", "product"):
        for line in table.blocks[block]:
            own = [r for r in records if r[block] == line.name]
            always = line.values[table.column(("month", "all_year"))]
            always += line.values[table.column(("month", "not_stated"))]
            for month in months:
                found = [r for r in own if Query(start=month, end=month).fits(r)]
                assert line.values[table.column(("month", month))] + always == len(found)


# --- single decisions ---------------------------------------------------------------------


def in_months(months=YEAR, **changes):
    """Return the columns of the calendar in which one record counts."""
    make = animal if changes.pop("animal", False) else crop
    record = make(**{"market_start": None, "market_end": None, **changes})
    table = counted([record], months).table("calendar")
    cells = zip(table.heads[1:], table.total.values[1:])
    return [head.key[1].removeprefix("2023-") for head, value in cells if value]


@pytest.mark.parametrize(
    ("season", "months"),
    [
        (("2023-11-30", "2024-01"), ["11", "12"]),
        (("--11", "--02"), ["01", "02", "11", "12"]),
        (("--05-31", "--06-01"), ["05", "06"]),
        (("2023-05", None), ["05"]),
        ((None, "--07-01"), ["07"]),
        (("2024-05", "2024-07"), ["other_time"]),
        ((None, None), ["not_stated"]),
        (("五月", None), ["not_stated"]),  # the rules report it
    ],
)
def test_a_record_counts_in_each_month_in_which_it_comes_to_market(season, months):
    assert in_months(market_start=season[0], market_end=season[1]) == months


def test_animals_without_dates_come_all_year():
    assert in_months(animal=True) == ["all_year"]
    assert in_months(animal=True, market_start="2023-05") == ["05"]


def test_a_calendar_may_begin_in_any_month():
    months = calendar("2023-11")
    assert months[0] == "2023-11" and months[-1] == "2024-10" and len(set(months)) == 12
    assert in_months(months, market_start="--10", market_end="--12") == ["11", "12", "2024-10"]


def test_the_year_is_the_one_that_most_market_dates_name():
    of = [crop(market_start=f"{year}-05", market_end=f"{year}-06") for year in (2022, 2023, 2023)]
    assert busiest_year(of) == 2023
    assert busiest_year(of[:2]) == 2023  # of equal ones the later
    assert busiest_year([crop(market_start="--05", market_end="--06"), animal()]) is None


def test_units_of_one_kind_are_converted_and_others_kept_apart():
    records = [
        crop(scale=2, scale_unit="公顷"),
        crop(scale=2000.0001, scale_unit="平方米"),
        crop(scale=0.1, scale_unit="亩"),
        crop(scale=0.2, scale_unit="亩"),
        animal(scale=3, scale_unit="头"),
        animal(scale=1.5, scale_unit="万只"),
        animal(scale=7, scale_unit="尾"),
        animal(scale=-1, scale_unit="只"),
        animal(scale=float("nan"), scale_unit="只"),
        animal(scale=5, scale_unit=None),
    ]
    shown = counted(records)
    assert shown.scales == {"亩": 33.3, "头": 3, "只": 15000, "尾": 7}
    table = shown.table("scale")
    assert table.total.values[table.column(("no_scale",))] == 3
    names = [str(head.name) for head in table.heads]
    assert names[1:5] == ["豇豆\n(亩)", "肉羊\n(头)", "肉羊\n(只)", "肉羊\n(尾)"]


def test_what_is_not_filled_in_stands_last_in_its_own_line():
    records = [crop(township="  "), crop(product=None), crop(certification=None), crop()]
    shown = counted(records)
    number = shown.table("number")
    assert [line.name for line in number.blocks["township"]] == ["万合镇", None]
    assert [head.key for head in number.heads[1:3]] == [("product", "豇豆"), ("product", None)]
    assert [head.key[1] for head in shown.table("certification").heads[1:]] == [
        *("绿色", "有机", "地标", "其他", None)
    ]
    assert read.UNNAMED in statistics_html(shown, **TOLD)


def test_products_stand_in_the_countys_order_and_townships_by_pinyin():
    records = [animal(product=name) for name in ("红薯", "大黄鱼", "豇豆", "生猪")]
    records += [crop(township=name) for name in ("沿溪镇", "澄江镇")]
    table = counted(records).table("number")
    assert [head.key[1] for head in table.heads[1:-1]] == ["豇豆", "生猪", "大黄鱼", "红薯"]
    assert [line.name for line in table.blocks["township"]] == ["澄江镇", "万合镇", "沿溪镇"]


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (1234567, "1,234,567"), (11.7, "11.7"), (0.0025, "0.0025")]
)
def test_numbers_show_the_decimals_that_they_have(value, text):
    assert number_text(value) == text


# --- sheet and page -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def shown():
    rng = random.Random(7)
    records = sample("taihe_official")
    for record in records:
        record["certification"] = rng.choice([record["certification"], None])
    return counted([*records, animal(scale=None), crop(township=None)])


@pytest.fixture
def book(shown, tmp_path):
    path = tmp_path / "统计 表.xlsx"
    write_statistics(path, shown, **TOLD)
    return path


def test_sheet_and_page_hold_the_numbers_of_the_tables(shown, book):
    html = statistics_html(shown, **TOLD)
    for number, table in enumerate(shown.tables):
        assert read.sheet_rows(book, table) == read.shown(table)
        assert read.page_rows(html, number, table) == read.shown(table)


def test_each_sheet_prints_as_a_paper_and_tells_of_what_it_is(shown, tmp_path):
    path, query = tmp_path / "a.xlsx", "产品：" + "、".join(ORDER) * 3
    write_statistics(path, shown, **{**TOLD, "query": query})
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == list(read.SHEETS.values())
    for ws in book:
        assert ws.page_setup.orientation == "landscape" and int(ws.page_setup.paperSize) == 9
        assert ws.freeze_panes == "B4" and ws.print_title_rows == "$1:$3"
        assert ws["A1"].value == f"泰和县 Statistics of key farm products: {ws.title}"
        texts = [cell.value for cell in ws[2] if cell.value]
        assert texts[:2] == [query, "泰和县农业农村局"] and texts[2].startswith("2023-06-15")
        assert ws.row_dimensions[2].height > 20  # the query is seen whole
        assert any(str(row[0].value).startswith("Records: what the query") for row in ws)


def test_charts_follow_the_cells_and_never_mix_units(shown, book):
    loaded = openpyxl.load_workbook(book)
    charts = {ws.title: ws._charts for ws in loaded}
    units = sum(head.key[0] == "sum" for head in shown.table("scale").heads)
    assert [len(charts[name]) for name in read.SHEETS.values()] == [1, units, 1, 1, 1, 1]
    assert all(len(chart.series) == 1 for chart in charts["Scale"])
    for ws in loaded:
        for chart in ws._charts:
            for series in chart.series:
                name, values = series.tx.strRef.f, series.val.numRef.f
                (cell,) = cells(ws, name)
                assert isinstance(cell, str)
                assert all(isinstance(value, (int, float)) for value in cells(ws, values))
    number = shown.table("number")
    (chart,) = charts["Township × product"]
    values = [cells(loaded["Township × product"], s.val.numRef.f) for s in chart.series]
    towns = number.blocks["township"]
    assert values == [[line.values[n] for line in towns] for n in range(*number.parts)]


def cells(ws, reference):
    found = ws[reference.rpartition("!")[2].replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in (row if isinstance(row, tuple) else (row,))]


def test_the_calendar_is_coloured_by_line(shown, book):
    ws = openpyxl.load_workbook(book)["Season calendar"]
    coloured = {str(area.sqref) for area in ws.conditional_formatting}
    table = shown.table("calendar")
    rows = [row for row in range(4, ws.max_row) if isinstance(ws.cell(row, 2).value, int)]
    some = [row for row in rows if any(ws.cell(row, column).value for column in range(3, 15))]
    assert coloured == {f"C{row}:N{row}" for row in some} and 0 < len(some) < len(rows)
    html = statistics_html(shown, **TOLD)
    every = [table.total, *table.blocks["product"], *table.blocks["township"]]
    filled = sum(1 for line in every for value in line.values[1:13] if value)
    assert html.count("class='n heat'") == filled


def test_neither_sheet_nor_page_has_phones_names_or_formulas(tmp_path):
    record = animal(township="=1+1", product="<b>", subject_type="=A1")
    shown = counted([record])
    path = tmp_path / "a.xlsx"
    told = {**TOLD, "office": "=HYPERLINK(1)", "query": "<i>"}
    write_statistics(path, shown, **told)
    every = [cell for ws in openpyxl.load_workbook(path) for row in ws for cell in row]
    assert not [cell for cell in every if cell.data_type == "f"]
    assert {"=1+1", "=A1", "=HYPERLINK(1)"} <= {cell.value for cell in every}
    page = statistics_html(shown, **told)
    assert "&lt;b&gt;" in page and "&lt;i&gt;" in page and "http" not in page
    text = page + "".join(str(cell.value) for cell in every)
    personal = ("subject_name", "contact", "contact_phone", "grid_officer", "grid_officer_phone")
    for column in (*personal, "collector", "collector_phone"):
        assert record[column] not in text


def test_a_query_that_finds_nothing_gives_empty_tables(tmp_path):
    path, shown = tmp_path / "a.xlsx", counted([])
    write_statistics(path, shown, **TOLD)
    for number, table in enumerate(shown.tables):
        assert read.sheet_rows(path, table) == read.shown(table)
        assert read.page_rows(statistics_html(shown, **TOLD), number, table)[1:] == [
            ["Total", *[0] * len(table.heads)]
        ]
