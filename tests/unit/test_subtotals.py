"""Subtotals of a list by township and product: what they come to, and how a sheet bears them."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.sheet_rows import sheet_row
from origin_trace.core.subtotals import Subtotal, with_subtotals
from origin_trace.spreadsheets.reader import read_workbook
from origin_trace.spreadsheets.tables import find_tables
from origin_trace.spreadsheets.writer import write_sheet, write_table
from origin_trace.tests.unit.records import animal, crop

ORDER = ("豇豆", "肉羊")


def listed(records):
    """Return rows as product or (place, number, scales)."""
    rows = with_subtotals(records, ORDER)
    return [tuple(r) if isinstance(r, Subtotal) else r["scale"] for r in rows]


def test_each_product_each_township_and_all_have_a_subtotal():
    records = [
        animal(township="万合镇", scale=30, scale_unit="只"),
        crop(township=None, scale=2.5),
        crop(township="万合镇", scale=1.1),
        animal(township="万合镇", scale=4, scale_unit="头"),
        crop(township="万合镇", scale=None),
    ]
    assert listed(records) == [
        *(1.1, None, (("万合镇", "豇豆"), 2, {"亩": 1.1})),
        *(30, 4, (("万合镇", "肉羊"), 2, {"只": 30, "头": 4})),
        (("万合镇",), 4, {"亩": 1.1, "只": 30, "头": 4}),
        *(2.5, ((None, "豇豆"), 1, {"亩": 2.5}), ((None,), 1, {"亩": 2.5})),
        ((), 5, {"亩": 3.6, "只": 30, "头": 4}),
    ]
    assert listed([]) == [((), 0, {})]


@given(
    st.lists(
        st.builds(
            crop,
            township=st.sampled_from(["万合镇", "马市镇", " ", None]),
            product=st.sampled_from(["豇豆", "红薯", None]),
            scale=st.none() | st.integers(0, 10**7).map(lambda n: n / 1000),
            scale_unit=st.sampled_from(["亩", "只", None]),
        )
    )
)
def test_no_record_is_lost_and_each_level_adds_up(records):
    rows = list(with_subtotals(records, ORDER))
    kept = [row for row in rows if not isinstance(row, Subtotal)]
    assert sorted(r["uuid"] for r in kept) == sorted(r["uuid"] for r in records)
    totals = [row for row in rows if isinstance(row, Subtotal)]
    for level in (2, 1):
        parts = [each for each in totals if len(each.place) == level]
        assert len({each.place for each in parts}) == len(parts)
        assert sum(each.records for each in parts) == len(records)
        for unit, amount in rows[-1].scales.items():
            own = sum(Decimal(str(each.scales.get(unit, 0))) for each in parts)
            assert own == Decimal(str(amount))


def test_our_import_takes_no_subtotal_for_a_record(tmp_path):
    records = [crop(), animal(), crop(township=None, product=None), animal(township="综合垦殖场")]
    path = tmp_path / "小计.xlsx"
    rows = (
        row if isinstance(row, Subtotal) else sheet_row(row)
        for row in with_subtotals(records, ORDER)
    )
    assert write_sheet(path, rows) == 4
    ws = openpyxl.load_workbook(path).active
    texts = [row[0].value for row in ws.iter_rows(6) if "计（" in str(row[0].value)]
    assert texts[:3] == [
        "小计（万合镇 豇豆，1条，11.7亩）",
        "小计（万合镇 肉羊，1条，120只）",
        "小计（万合镇，2条，11.7亩，120只）",
    ]
    assert "小计（乡(镇)未填 产品名称未填，1条，11.7亩）" in texts
    assert texts[-1] == "合计（4条，23.4亩，240只）"
    numbers = [row[0].value for row in ws.iter_rows(6) if isinstance(row[0].value, int)]
    assert numbers == [1, 2, 3, 4]
    (table,), _ = find_tables(read_workbook(path))
    assert sum(not row.blank for row in table.rows) == 4


def test_a_plain_list_bears_them_across(tmp_path):
    path = tmp_path / "a.xlsx"
    rows = [["万合镇", 3], Subtotal(("万合镇",), 1, {"亩": 3}), Subtotal((), 1, {"亩": 3})]
    write_table(path, ["乡(镇)", "规模"], rows, sheet_title="查询")
    ws = openpyxl.load_workbook(path).active
    assert [ws.cell(n, 1).value for n in (2, 3, 4)] == [
        *("万合镇", "小计（万合镇，1条，3亩）", "合计（1条，3亩）")
    ]
    assert {str(area) for area in ws.merged_cells.ranges} == {"A3:B3", "A4:B4"}
