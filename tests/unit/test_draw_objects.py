"""The frame out of records and people: who is one producer, who is left out, who has more lots."""

from __future__ import annotations

from datetime import date, datetime, timezone

from origin_trace.core.draw_objects import Objects, failed_before, seen_since
from origin_trace.core.tables import PERSON, TABLES
from origin_trace.tests.unit.records import crop

NOBODY = {column.name: None for column in TABLES[PERSON]}
RESULT = dict.fromkeys(column.name for column in TABLES["inspection"])


def record(number, name="大鹏合作社", **changes):
    return crop(uuid=f"u{number}", base_id=f"b{number}", subject_name=name, **changes)


def person(name, role="inspector", **more):
    return {**NOBODY, "id": f"id {name}", "name": name, "role": role, **more}


def framed(records, everything=None, people=(), seen=(), failed=()):
    return Objects(records, everything or records, people).frame(seen, failed)


def of(result):
    return {
        each.name: sorted(place.uuid for place in each.places) for each in result.frame.producers
    }


def test_a_name_is_one_producer_however_it_is_written():
    records = [record(1), record(2, "大鹏 合作社"), record(3), record(4, "别家合作社")]
    result = framed(records)
    assert of(result) == {"大鹏合作社": ["u1", "u2", "u3"], "别家合作社": ["u4"]}
    assert [each.id for each in result.frame.producers] == ["u1", "u4"]


def test_two_people_of_one_name_are_two_until_a_record_not_asked_for_joins_them():
    wang = record(1, "王芳", village="大鹏村", contact_phone="13800000001")
    other = record(2, "王芳", village="远村", contact_phone="13800000002")
    joint = record(3, "王芳", village="远村", contact_phone="13800000001")
    assert len(framed([wang, other]).frame.producers) == 2
    result = framed([wang, other], [wang, other, joint])
    assert of(result) == {"王芳": ["u1", "u2"]}


def test_what_cannot_be_visited_is_left_out_and_counted():
    result = framed([record(1), record(2, None), record(3, "停产合作社", scale=0)])
    assert of(result) == {"大鹏合作社": ["u1"]}
    assert (result.nameless, result.stopped, result.seen) == (1, 1, 0)


def test_whom_an_earlier_draw_or_inspection_met_is_left_out():
    records = [record(n, f"第{n}号合作社") for n in range(1, 5)]
    later = {"uuid": "u of an earlier period", "base_id": "b1", "subject_name": "改了名"}
    named = {"uuid": None, "base_id": None, "subject_name": "第 2号合作社"}
    result = framed(records, seen=[later, named])
    assert (set(of(result)), result.seen) == ({"第3号合作社", "第4号合作社"}, 2)
    gone = {"uuid": "?", "base_id": "?", "subject_name": "别家"}
    assert framed(records, seen=[gone]).seen == 0


def test_since_is_a_day_of_the_clock_here_and_counts_itself():
    noon = datetime(2023, 6, 15, 12).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    draws = [{"id": "old", "time": "2023-01-01T00:00:00.000Z"}, {"id": "new", "time": noon}]
    items = [{"draw_id": "old"}, {"draw_id": "new"}]
    results = [{**RESULT, "inspected_on": day} for day in ("2023-06-14", "2023-06", None)]
    assert seen_since(date(2023, 6, 15), draws, items, results) == [items[1], results[1]]
    assert seen_since(date(2023, 6, 16), draws, items, []) == []
    assert seen_since(None, draws, items, results) == []


def test_failed_results_of_two_years_give_lots_up_to_five():
    day = date(2023, 6, 15)
    rows = [
        {**RESULT, "subject_name": "大鹏合作社", "inspected_on": on, "passed": passed}
        for on, passed in (
            *(("2023-06-15", 0), ("2021-06-16", 0)),
            *(("2021-06-14", 0), ("2023-06-16", 0), ("2023-01-01", 1), ("2023-01-01", None)),
        )
    ]
    failed = failed_before(day, rows)
    assert len(failed) == 2
    records = [record(1), record(2, "别家合作社")]
    lots = {each.name: each.lots for each in framed(records, failed=failed).frame.producers}
    assert lots == {"大鹏合作社": 3, "别家合作社": 1}
    (first, _) = framed(records, failed=failed * 9).frame.producers
    assert first.lots == 5


def test_inspectors_are_those_in_use_with_whom_they_have_to_do_with():
    records = [
        record(1, contact="何 英军", collector="李志", grid_officer="何福"),
        record(2, "何英军", contact="某人", collector="别人", grid_officer="某甲"),
        record(3, "测试公司", contact="某人", collector="别人", grid_officer="某甲"),
    ]
    people = [
        person("何英军", barred_townships="万合镇、马市镇"),
        person("何福"),
        person("赵检", organisation="测试 公司"),
        person("钱检", organisation="执法大队", active=1),
        person("李志", role="collector"),
        person("休检", active=0),
    ]
    found = {each.name: each for each in framed(records, people=people).frame.inspectors}
    assert {name: each.own for name, each in found.items()} == {
        "何英军": ("u1", "u2"),
        "何福": ("u1",),
        "赵检": ("u3",),
        "钱检": (),
    }
    assert found["何英军"].barred == ("万合镇", "马市镇")


def test_the_hash_tells_of_each_change_that_a_draw_rests_on():
    records, people = [record(1), record(2, "别家合作社")], [person("何福")]
    base = framed(records, people=people).frame.sha256
    changes = [
        framed(records, people=[person("何福", barred_townships="万合镇")]),
        framed(records, people=[*people, person("赵检")]),
        framed([*records, record(3)], people=people),
        framed([records[0], {**records[1], "township": "马市镇"}], people=people),
        framed(records, people=people, failed=[{**RESULT, "uuid": "u1"}]),
    ]
    assert len({base, *(each.frame.sha256 for each in changes)}) == 6
    assert framed(records[::-1], people=people).frame.sha256 == base
    # Phones are not part of it.
    assert framed([{**r, "contact_phone": None} for r in records], people=people)[0].sha256 == base
