"""Contacts of 附件2: cells, headers, offices, and a plan that adds up and comes to rest (A3)."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.cells import ErrorCell
from origin_trace.core.contact_plan import plan_contacts
from origin_trace.core.contact_sheet import CONTACT_COLUMNS, CONTACT_SHEET_COLUMNS
from origin_trace.core.contacts import Offices, read_contact
from origin_trace.core.emails import normalise_email
from origin_trace.core.outcomes import ADDED, REFUSED, UNCHANGED, UPDATED
from origin_trace.core.telephones import normalise_telephone, read_phones
from origin_trace.spreadsheets.contact_headers import CONTACTS, resolve

OFFICES = Offices(
    "360826",
    ("江西省", "吉安市", "泰和县"),
    [("360826", "泰和县"), ("360826100", "澄江镇"), ("360826103", "马市镇"), ("361027100", "别镇")],
)
STAMP = {"updated_at": "2023-06-01T00:00:00.000Z", "updated_by": "甲"}


@pytest.mark.parametrize(
    ("raw", "verdict", "value"),
    [
        ("0796-5332145", "ok", "0796-5332145"),
        ("07965332145", "fix", "0796-5332145"),
        (7965332145, "warn", "0796-5332145"),
        (1088776655.0, "warn", "010-88776655"),
        ("（0796）533 2145", "fix", "0796-5332145"),
        ("0796—5332145转8001", "fix", "0796-5332145-8001"),
        ("0796-5332145-801", "ok", "0796-5332145-801"),
        ("+86-796-5332145", "fix", "0796-5332145"),
        ("0571-88776655", "ok", "0571-88776655"),
        ("5332145", "warn", "5332145"),
        ("电话：0796-5332145", "fix", "0796-5332145"),
        ("0796-5332145/13812345678", "warn", "0796-5332145"),
        ("0796-5332145、5332146", "warn", "0796-5332145"),
        ("13812345678", "warn", "13812345678"),
        ("12316", "ok", "12316"),
        ("400 800 1234", "fix", "400-800-1234"),
        ("无", "fix", None),
        ("123456", "reject", None),
        ("见通讯录", "reject", None),
        (ErrorCell("#REF!"), "reject", None),
    ],
)
def test_telephones(raw, verdict, value):
    assert normalise_telephone(raw)[:2] == (verdict, value)


@pytest.mark.parametrize(
    ("raw", "verdict", "value"),
    [
        ("a.b@126.com", "ok", "a.b@126.com"),
        ("Ａ＠qq.com", "fix", "A@qq.com"),
        ("abc @ 163. com", "fix", "abc@163.com"),
        ("邮箱：abc@163。com", "fix", "abc@163.com"),
        ("a@b.cn;c@d.cn", "warn", "a@b.cn"),
        ("a#qq.com", "ask", None),
        (12345, "reject", None),
        ("abc@163", "reject", None),
        ("/", "fix", None),
    ],
)
def test_emails(raw, verdict, value):
    assert normalise_email(raw)[:2] == (verdict, value)


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(),
    st.text(max_size=20),
    st.text("0123456789-()（）转+ @.#a/、", max_size=24),
)


@given(CELLS)
def test_telephones_and_emails_are_total_and_come_to_rest(raw):
    for normalise in (normalise_telephone, normalise_email):
        cell = normalise(raw)
        if cell.value is not None:
            assert normalise(cell.value).value == cell.value
    assert len(read_phones(raw)) == 2


LEAD, PERSON = "牵头单位负责人", "具体负责人"


@pytest.mark.parametrize(
    "headers",
    [
        [column.header for column in CONTACT_SHEET_COLUMNS],
        [
            *["序号", "牵头单位名称", "牵头单位负责人姓名", "职称/职务", "固定电话", "手机号"],
            *["具体负责人姓名", "固定电话", "手机号", "邮箱", "备注"],
        ],
        [
            *["序号", "牵头单位名称", (LEAD, "姓名"), (LEAD, "职称/职务"), (LEAD, "固定电话")],
            *[(LEAD, "手机号"), (PERSON, "姓名"), (PERSON, "固定电话"), (PERSON, "手机号")],
            *[(PERSON, "邮箱"), "备注"],
        ],
        [
            *["序号", "单位", "负责人姓名", "职务", "办公电话", "手机"],
            *["负责人姓名", "办公电话", "手机", "E-mail", "备注"],
        ],
        # The order is free where the headers or groups tell whose.
        [
            *["序号", "牵头单位名称", (LEAD, "姓名"), (LEAD, "职务"), "牵头单位负责人固定电话"],
            *[
                (LEAD, "手机号"),
                (PERSON, "姓名"),
                (PERSON, "座机"),
                (PERSON, "手机"),
                "邮箱",
                "备注",
            ],
        ],
    ],
)
def test_two_phones_belong_to_two_people(headers):
    parts = [
        (number, header, ()) if isinstance(header, str) else (number, header[-1], header[:-1])
        for number, header in enumerate(headers, 1)
    ]
    keys, repeated = resolve(parts)
    assert [keys[number] for number in sorted(keys)] == [c.key for c in CONTACT_SHEET_COLUMNS]
    assert not repeated


def test_persons_columns_in_the_other_order():
    parts = [(1, "单位", ()), (2, "手机号", (PERSON,)), (3, "姓名", (PERSON,))]
    parts += [(4, "手机号", (LEAD,)), (5, "姓名", (LEAD,))]
    keys, _ = resolve(parts)
    assert list(keys.values()) == [
        "unit",
        "person_mobile",
        "person_name",
        "lead_mobile",
        "lead_name",
    ]


def test_the_vocabulary_knows_each_official_header_by_itself():
    alone = {CONTACTS.key_of(column.header) for column in CONTACT_SHEET_COLUMNS}
    assert None not in alone and len(alone) == len(CONTACT_SHEET_COLUMNS)


@pytest.mark.parametrize(
    ("office", "code"),
    [
        ("江西省农业农村厅", "36"),
        ("吉安市农业农村局", "3608"),
        ("江西省吉安市泰和县农业农村局", "360826"),
        ("县农业农村局", "360826"),
        ("泰和县马市镇农业综合服务中心", "360826103"),
        ("澄江镇人民政府", "360826100"),
        ("别镇人民政府", None),
        ("农业综合服务中心", None),
        (None, None),
    ],
)
def test_an_office_is_told_by_its_name(office, code):
    assert OFFICES.of(office) == code


def test_one_column_for_either_phone():
    cells = {"unit": "澄江镇人民政府", "lead_phone": "0796-5332145", "person_phone": 13812345678}
    values = read_contact("表", 3, cells, {}, OFFICES, None).values
    assert values["lead_telephone"] == "0796-5332145" and values["lead_mobile"] is None
    assert values["person_mobile"] == "13812345678" and values["person_telephone"] is None


def planned(rows, held, otherwise=None):
    read = [
        read_contact("表", number, cells, {}, OFFICES, otherwise)
        for number, cells in enumerate(rows, 1)
    ]
    return read, plan_contacts(read, held, STAMP)


def contact(unit="澄江镇人民政府", lead="肖建国", person="刘秀兰", phone="13879600001", **more):
    cells = {"unit": unit, "lead_name": lead, "person_name": person, "person_mobile": phone}
    return {key: value for key, value in {**cells, **more}.items() if value is not None}


def outcomes(plan):
    return [plan.outcomes[key] for key in sorted(plan.outcomes)]


def test_rows_of_one_office_are_told_apart_by_their_people():
    rows = [contact(), contact(lead="何福", person="李志")]
    _, plan = planned(rows, [])
    assert outcomes(plan) == [ADDED, ADDED]
    _, plan = planned([contact(lead="何福", person="李志", phone="13900000009")], plan.table)
    assert outcomes(plan) == [UPDATED]
    assert [c["person_mobile"] for c in plan.table] == ["13879600001", "13900000009"]
    # Nobody stayed, and which of the two rows changed cannot be told.
    (row,), plan = planned([contact(lead="新甲", person="新乙")], plan.table)
    assert outcomes(plan) == [REFUSED] and not plan.changes
    assert "肖建国" in str(row.findings[-1].message)


def test_two_rows_that_contradict_each_other_are_not_both_taken():
    rows = [contact(), contact(), contact(phone="13900000009")]
    read, plan = planned(rows, [])
    assert outcomes(plan) == [ADDED, UNCHANGED, REFUSED] and len(plan.table) == 1
    assert "row 1" in str(read[2].findings[-1].message)


def test_the_only_row_of_an_office_may_get_other_people():
    _, plan = planned([contact()], [])
    (row,), plan = planned([contact(lead="新甲", person="新乙")], plan.table)
    assert outcomes(plan) == [UPDATED] and plan.table[0]["lead_name"] == "新甲"
    assert row.findings[-1].level == "warning"


def test_offices_of_one_name_in_two_townships_are_two():
    unit = "农业综合服务中心"
    _, plan = planned([contact(unit, region="澄江镇"), contact(unit, region="马市镇")], [])
    assert [c["division"] for c in plan.table] == ["360826100", "360826103"]
    (row,), plan = planned([contact(unit, phone="13900000009")], plan.table)
    assert outcomes(plan) == [REFUSED]  # the sheet does not tell of which
    assert any("澄江镇" not in str(finding.message) for finding in row.findings)


def test_a_division_told_later_completes_the_contact():
    _, plan = planned([contact("农业综合服务中心")], [])
    assert plan.table[0]["level"] is None
    _, plan = planned([contact("农业综合服务中心")], plan.table, "360826103")
    assert outcomes(plan) == [UPDATED]
    assert (plan.table[0]["level"], plan.table[0]["division"]) == ("乡(镇)", "360826103")


ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "unit": st.sampled_from(["澄江镇政府", "农技站", "县农业农村局", "农 技 站", "同上"]),
            "region": st.sampled_from(["澄江镇", "马市镇"]),
            "lead_name": st.sampled_from(["肖建国", "何福", "张三局长"]),
            "person_name": st.sampled_from(["刘秀兰", "李志", "无"]),
            "lead_telephone": st.sampled_from(["0796-5332145", "5332145转8", "电话"]),
            "person_mobile": st.sampled_from(["13879600001", "138 7960 0002", "1387960"]),
            "person_email": st.sampled_from(["a@b.cn", "a#b.cn"]),
            "remarks": st.sampled_from(["新", "分管；种植"]),
        },
    ),
    max_size=6,
)


@given(ROWS, ROWS)
def test_counts_add_up_and_a_second_import_changes_nothing(first, second):
    held = []
    for rows in (first, second):
        read, plan = planned(rows, held)
        counts = Counter(outcomes(plan))
        assert sum(counts.values()) == len(rows)
        assert len(plan.table) == len(held) + counts[ADDED]
        # Every refused row is told about.
        for row in read:
            if plan.outcomes[("表", row.number)] == REFUSED:
                assert any(finding.rule == "import" for finding in row.findings)
        held = plan.table
        _, again = planned(rows, held)
        if counts[REFUSED]:  # what was taken may tell now which row is which
            twice = {key for key, found in again.outcomes.items() if found == ADDED}
            assert all(plan.outcomes[key] == REFUSED for key in twice)
        else:
            assert not again.changes and set(outcomes(again)) <= {UNCHANGED}


@given(ROWS)
def test_what_is_written_comes_back_as_it_was(rows):
    _, plan = planned(rows, [])
    sheet = [
        {key: contact[key] for key in CONTACT_COLUMNS if contact[key] is not None}
        for contact in plan.table
    ]
    _, again = planned(sheet, plan.table)
    assert not again.changes
