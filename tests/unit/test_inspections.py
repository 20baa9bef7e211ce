"""Inspections: results in words, headers of laboratories, and joining to producers (G3)."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.inspection_joins import Producers
from origin_trace.core.inspection_plan import Asked, candidates, plan_inspections
from origin_trace.core.inspections import place_in, read_inspection
from origin_trace.core.outcomes import ADDED, REFUSED, UNCHANGED, UPDATED
from origin_trace.core.products import standard_products
from origin_trace.core.verdicts import passed_of
from origin_trace.spreadsheets.inspection_headers import resolve
from origin_trace.tests.unit.records import animal, crop

STAMP = {"time": "2023-06-01T00:00:00.000Z", "operator": None}
COOPERATIVE = "泰和大鹏惠民专业合作社"


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        *((text, True) for text in ("合格", " 合 格 ", "结果：合格", "未检出", "没有检出")),
        *((text, True) for text in ("阴性", "√", "未超标", "符合要求", "合格（未检出）")),
        *((text, True) for text in ("未发现问题", "Pass", "是")),
        *((text, False) for text in ("不合格", "超标", "超标2倍", "阳性", "不符合要求")),
        *((text, False) for text in ("未达标", "×", "克百威超标，判定不合格", "否", "异常")),
        *((text, None) for text in ("", None, "检出", "0.02", "基本合格", "待检")),
        *((text, None) for text in ("已开具合格证", "合格率100%", "达标合格证齐全")),
        *((text, None) for text in ("发现问题3个", "初检不合格，复检合格")),
        ("毒死蜱不合格，其他合格", None),
    ],
)
def test_a_result_says_that_it_passed_or_failed_or_neither(text, passed):
    assert passed_of(text) is passed


@pytest.mark.parametrize(
    ("headers", "keys"),
    [
        (
            [
                "序号",
                "抽样日期",
                "被检单位名称",
                "样品名称",
                "检测项目",
                "检测结果",
                "结论",
                "检测机构",
            ],
            [
                "number",
                "inspected_on",
                "subject_name",
                "product",
                "item",
                "result",
                "verdict",
                "agency",
            ],
        ),
        (
            ["日期", "生产主体", "产品", "乡镇", "村", "项目", "是否合格", "检测单位", "备注"],
            [
                *["inspected_on", "subject_name", "product", "township", "village", "item"],
                *["verdict", "agency", "remarks"],
            ],
        ),
        # The number of the sample counts only where there is none of the report.
        (["样品编号", "受检单位", "结果"], ["report_number", "subject_name", "result"]),
        (["样品编号", "报告编号", "受检单位"], ["report_number", "subject_name"]),
        (["检查时间", "检查对象", "检查内容", "检查结果", "检查人员", "检查类型"], None),
    ],
)
def test_headers_of_laboratories_and_inspectors(headers, keys):
    found, repeated = resolve([(number, text, ()) for number, text in enumerate(headers, 1)])
    expected = keys or ["inspected_on", "subject_name", "item", "result", "inspector", "kind"]
    assert [found[number] for number in sorted(found)] == expected and not repeated


def cells(name=COOPERATIVE, product="豇豆", day="2023-06-05", result="合格", **more):
    given = {"subject_name": name, "product": product, "inspected_on": day, "result": result}
    return {key: value for key, value in {**given, **more}.items() if value is not None}


def planned(rows, held=(), records=()):
    asked = [
        Asked(*read_inspection("表", n, row, {}, standard_products()), "检测.xlsx", "表")
        for n, row in enumerate(rows, 1)
    ]
    return plan_inspections(asked, list(held), Producers(records), STAMP)


def outcomes(plan):
    return [plan.outcomes[key] for key in sorted(plan.outcomes)]


def test_a_row_is_read_whole():
    row, place = read_inspection(
        "表",
        4,
        cells(
            day=datetime(2023, 6, 5), result=0.02, verdict="合格", township="万合镇", item="毒死蜱"
        ),
        {"抽样基数": "5吨"},
        standard_products(),
    )
    values = row.values
    assert (values["inspected_on"], values["result"], values["passed"]) == ("2023-06-05", "0.02", 1)
    assert place == "万合镇" and values["remarks"] == "乡(镇)：万合镇；抽样基数：5吨"
    assert place_in(values["remarks"]) == "万合镇" and row.findings == []


def test_other_products_and_what_is_not_understood_are_kept():
    row, _ = read_inspection(
        "表", 1, cells(product="白菜", day="上周", result="见附件"), {}, standard_products()
    )
    assert row.values["product"] == "白菜" and row.values["inspected_on"] is None
    assert "检查日期：上周" in row.values["remarks"] and row.values["passed"] is None
    assert {finding.column for finding in row.findings} == {"inspected_on", "result"}


def test_joined_to_base_and_record_where_there_is_just_one():
    one = crop()
    found = Producers([one]).join("泰和大鹏惠民 专业合作社", "豇豆")
    assert found == (True, one["base_id"], one["uuid"], ())
    other = crop(village="别村")  # a second base with the same product
    found = Producers([one, other]).join(COOPERATIVE, "豇豆")
    assert found == (True, None, None, ())
    found = Producers([one, other]).join(COOPERATIVE, "豇豆", "万合镇别村")
    assert found.uuid == other["uuid"]
    # Another product of the one base: the base is known, a record is not.
    assert Producers([one]).join(COOPERATIVE, "芹菜") == (True, one["base_id"], None, ())
    # The latest period of a base counts.
    later = crop(base_id=one["base_id"], period="2023-2")
    assert Producers([one, later]).join(COOPERATIVE, "豇豆").uuid == later["uuid"]


def test_people_of_one_name_are_only_proposed():
    one = animal(contact_phone="13800000001")
    other = animal(contact_phone="13800000002", township="马市镇", village="别村")
    found = Producers([one, other]).join("何兰梅", "肉羊")
    assert not found.joined and len(found.candidates) == 2
    assert Producers([one, other]).join("何兰梅", "肉羊", "马市镇").uuid == other["uuid"]
    # The one that the store knows lives elsewhere.
    found = Producers([one]).join("何兰梅", "肉羊", "马市镇")
    assert not found.joined and found.candidates == (one,)


def test_names_that_are_nearly_the_same_are_only_proposed():
    one = crop()
    plan = planned(
        [cells("泰和大朋惠民专业合作社"), cells("大鹏惠民专业合作社"), cells("何农场")],
        records=[one],
    )
    proposed = [candidates(plan, each) for each in plan.unmatched]
    assert proposed == [(one,), (one,), ()]
    assert all(each["uuid"] is None for each in plan.table)
    said = [str(each.row.findings[-1].message) for each in plan.unmatched]
    assert COOPERATIVE in said[0] and "kept" in said[2]


def test_a_joined_result_stays_with_its_record():
    one = crop()
    plan = planned([cells()], records=[one])
    later = crop(base_id=one["base_id"], period="2023-2")
    again = planned([cells()], plan.table, [one, later])
    assert outcomes(again) == [UNCHANGED] and not again.changes


def test_a_result_that_turns_is_told_as_a_warning():
    plan = planned([cells(report_number="A1")])
    again = planned([cells(report_number="A1", result="不合格")], plan.table)
    assert outcomes(again) == [UPDATED] and again.table[0]["passed"] == 0
    # One that no longer says it takes the verdict back.
    open_one = planned([cells(report_number="A1", result="待复检")], again.table)
    assert (open_one.table[0]["result"], open_one.table[0]["passed"]) == ("待复检", None)


RECORDS = [crop(), animal(), animal(village="别村", contact_phone="13800000002")]
ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "subject_name": st.sampled_from(
                [COOPERATIVE, "泰和大朋惠民专业合作社", "何兰梅", "何农场", "无"]
            ),
            "product": st.sampled_from(["豇豆", "长豇豆", "肉羊", "白菜", "豆角"]),
            "inspected_on": st.sampled_from(["2023-06-05", "2023.6.5", "上周"]),
            "item": st.sampled_from(["毒死蜱", "克百威"]),
            "result": st.sampled_from(["合格", "不合格", "0.02", "#"]),
            "verdict": st.sampled_from(["合格", "否"]),
            "report_number": st.sampled_from(["A1", "A2"]),
            "township": st.sampled_from(["万合镇", "马市镇"]),
            "remarks": st.just("复检"),
        },
    ),
    max_size=6,
)


@given(ROWS, ROWS)
def test_counts_add_up_nothing_is_lost_and_a_second_import_changes_nothing(first, second):
    held = []
    for rows in (first, second):
        plan = planned(rows, held, RECORDS)
        counts = Counter(outcomes(plan))
        assert sum(counts.values()) == len(rows)
        assert len(plan.table) == len(held) + counts[ADDED]
        assert {each["id"] for each in held} <= {each["id"] for each in plan.table}
        held = plan.table
        again = planned(rows, held, RECORDS)
        if counts[REFUSED]:
            twice = {key for key, found in again.outcomes.items() if found == ADDED}
            assert all(plan.outcomes[key] == REFUSED for key in twice)
        else:
            assert not again.changes
