"""Merging: three-way per field, in any order, nothing lost, nobody overwritten."""

from __future__ import annotations

import itertools
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.errors import InputError
from origin_trace.core.merge_list import (
    DELETED_HERE,
    DELETED_THERE,
    DELETION,
    FIELD,
    SAME,
    STATUS,
    Answers,
    read_answers,
)
from origin_trace.core.merge_plan import LEFT, Merger
from origin_trace.core.merging import Arrival, State, alike
from origin_trace.core.messages import Message
from origin_trace.core.versions import value_of
from origin_trace.tests.unit.records import crop

COUNTY, A, B = "county", "package-a", "package-b"


def may(_record, _who):
    return []


def stamped(record, version, by):
    return {**record, "version": version, "updated_at": f"{by}-{version}", "updated_by": by}


def edited(states, by, **changes):
    """Return states with one more edit; None for a deletion."""
    last = states[-1]
    after = None if changes.get("gone") else stamped({**last, **changes}, last["version"] + 1, by)
    return [*states, after]


def packaged(**more):
    return [stamped(crop(uuid="u1", **more), 3, COUNTY)]


def arrival(states, source=A, name=None):
    rows = []
    for number, state in enumerate(states, start=states[0]["version"]):
        operation = "delete" if state is None else "update" if rows else "insert"
        who = state["updated_by"] if state else "谁"
        rows.append(
            {"version": number, "operation": operation, "operator": who, "time": f"t{number}"}
        )
    return Arrival(source, name or source, states, rows)


def merge(mine, *arrivals, answers=None, gate=may):
    merger = Merger(gate, answers)
    merger.merge({"u1": [State(each) for each in mine]}, {"u1": list(arrivals)})
    return merger.plan


def only(plan):
    (updated,) = plan.updated
    return updated


# --- one record -------------------------------------------------------------------------


def test_what_one_side_changed_is_taken():
    base = packaged(scale=10.0)
    plan = merge(
        edited(base, "县", contact="李四"),
        arrival(edited(base, "李志", scale=12.5, remarks="新塘")),
    )
    assert only(plan) == {
        "uuid": "u1",
        "version": 4,
        "scale": 12.5,
        "remarks": "新塘",
        "updated_by": "李志",
    }
    assert plan.listed == [] and plan.outcomes["updated"] == 1
    assert [(e["operator"], e["time"], e["source"]) for e in plan.edits] == [("李志", "t4", A)]


def test_what_both_changed_stays_and_is_listed():
    base = packaged(scale=10.0)
    plan = merge(edited(base, "县", scale=11.0), arrival(edited(base, "李志", scale=12.0)))
    (line,) = plan.listed
    assert (line.kind, line.column) == (FIELD, "scale")
    assert (line.base, line.mine, line.theirs) == (10.0, 11.0, 12.0)
    assert (line.file, line.operator, line.time, line.done) == (A, "李志", "t4", "")
    assert plan.updated == [] and plan.conflicts == 1 and plan.outcomes[LEFT] == 1


def test_the_same_change_on_both_sides_is_none():
    base = packaged(scale=10.0, trace_modes='{"追溯码","其他"}')
    same = {"scale": 12.0, "trace_modes": '{"其他"}'}
    plan = merge(edited(base, "县", **same), arrival(edited(base, "李志", **same)))
    assert plan.updated == [] and plan.listed == [] and plan.outcomes["unchanged"] == 1


def test_choices_in_another_order_are_no_change():
    base = packaged(trace_modes='{"追溯码","其他"}')
    plan = merge(base, arrival(edited(base, "李志", trace_modes='{"其他","追溯码"}')))
    assert plan.updated == [] and plan.listed == []


def test_a_point_is_one_field_and_brings_its_origin():
    base = packaged(lon=115.0, lat=26.5)
    moved = {"lon": 115.001, "coordinate_source": "wgs84", "coordinate_original": "GPS"}
    assert only(merge(base, arrival(edited(base, "李志", **moved)))) == {
        **moved,
        "lat": 26.5,
        "uuid": "u1",
        "version": 3,
        "updated_by": "李志",
    }
    (line,) = merge(edited(base, "县", lat=26.6), arrival(edited(base, "李志", lon=115.1))).listed
    assert (line.mine, line.theirs) == ((115.0, 26.6), (115.1, 26.5))


def test_an_emptied_field_is_an_edit_too():
    base = packaged(alias="长豆角")
    assert only(merge(base, arrival(edited(base, "李志", alias=None))))["alias"] is None


def test_answers_decide_line_by_line_and_belong_to_their_values():
    base = packaged(scale=10.0)
    mine, theirs = edited(base, "县", scale=11.0), edited(base, "李志", scale=12.0)
    (line,) = merge(mine, arrival(theirs)).listed
    key = line.key
    answers = Answers(given={key: "theirs"})
    plan = merge(mine, arrival(theirs), answers=answers)
    assert only(plan)["scale"] == 12.0 and plan.conflicts == 0 and answers.unused == 0
    plan = merge(mine, arrival(theirs), answers=Answers(given={key: "ours"}))
    assert plan.updated == [] and plan.conflicts == 0 and plan.listed[0].done == "ours"
    later = Answers(given={key: "theirs"})
    plan = merge(edited(mine, "县", scale=13.0), arrival(theirs), answers=later)
    assert plan.updated == [] and plan.conflicts == 1 and later.unused == 1


def test_the_rule_takes_theirs_only_where_they_agree():
    base = packaged(scale=10.0)
    mine = edited(base, "县", scale=11.0)
    one, other = edited(base, "甲", scale=12.0), edited(base, "乙", scale=13.0)
    rule = Answers("theirs")
    assert only(merge(mine, arrival(one), answers=rule))["scale"] == 12.0
    plan = merge(mine, arrival(one), arrival(other, B), answers=rule)
    assert plan.updated == [] and plan.conflicts == 2


def test_the_answers_of_a_sheet():
    rows = [
        ["种养殖主体名称", "采用", "key"],
        ["某社", "对方", "k1"],
        ["某社", " Ours ", "k2"],
        ["某社", None, "k3"],
    ]
    assert read_answers(rows) == {"k1": "theirs", "k2": "ours"}
    with pytest.raises(InputError, match="no answer"):
        read_answers([*rows, ["某社", "也许", "k4"]])
    with pytest.raises(InputError, match="not a list"):
        read_answers([["a", "b"]])


# --- deleted and edited, both ways --------------------------------------------------------


def test_a_deletion_is_proposed_and_never_done():
    base = packaged()
    plan = merge(base, arrival(edited(base, "李志", gone=True)))
    assert [line.kind for line in plan.listed] == [DELETION]
    assert (plan.updated, plan.conflicts, plan.deletions) == ([], 0, 1)


def test_deleted_there_and_edited_here():
    base = packaged(scale=10.0)
    plan = merge(edited(base, "县", scale=11.0), arrival(edited(base, "李志", gone=True)))
    assert [line.kind for line in plan.listed] == [DELETED_THERE]
    assert (plan.updated, plan.conflicts, plan.deletions) == ([], 1, 0)


def test_deleted_here_and_edited_there():
    base = packaged(scale=10.0)
    mine, theirs = edited(base, "县", gone=True), edited(base, "李志", scale=12.0, alias="x")
    plan = merge(mine, arrival(theirs))
    assert {(line.kind, line.column, line.theirs) for line in plan.listed} == {
        (DELETED_HERE, "scale", 12.0),
        (DELETED_HERE, "alias", "x"),
    }
    assert plan.added == [] and plan.conflicts == 1
    again = Answers(given={plan.listed[0].key: "theirs"})
    (added,) = merge(mine, arrival(theirs), answers=again).added
    assert (added["uuid"], added["scale"]) == ("u1", 12.0)


def test_deleted_here_and_untouched_there_stays_deleted():
    base = packaged()
    plan = merge(edited(base, "县", gone=True), arrival(base))
    assert plan.added == [] and plan.listed == [] and plan.outcomes["unchanged"] == 1


# --- new records and their status ----------------------------------------------------------


def new(**more):
    return [stamped(crop(uuid="u1", **more), 1, "李志")]


@pytest.mark.parametrize(
    ("there", "complete", "here"),
    [
        ("draft", True, "draft"),
        ("submitted", True, "submitted"),
        ("submitted", False, "draft"),
        ("approved", True, "draft"),
        ("returned", True, "draft"),
    ],
)
def test_a_new_record_is_submitted_where_it_may_be(there, complete, here):
    def gate(_record, who):
        assert who == "李志"
        return [] if complete else [Message("incomplete")]

    merger = Merger(gate)
    merger.merge({}, {"u1": [arrival(new(status=there))]})
    (added,) = merger.plan.added
    assert added["status"] == here
    assert [line.kind for line in merger.plan.listed] == [STATUS] * (not complete)


@pytest.mark.parametrize(
    ("base", "here", "there", "becomes"),
    [
        ("draft", "draft", "submitted", "submitted"),
        ("returned", "returned", "submitted", "submitted"),
        ("draft", "returned", "approved", "submitted"),
        ("submitted", "returned", "submitted", None),  # returned since it was packaged
        ("approved", "approved", "submitted", None),  # the store sees to edits of approved ones
        ("submitted", "submitted", "approved", None),
        ("draft", "draft", "returned", None),
    ],
)
def test_a_status_from_the_field_goes_through_the_gate(base, here, there, becomes):
    states = packaged(status=base)
    mine = states if here == base else edited(states, "县", status=here)
    plan = merge(mine, arrival(edited(states, "李志", status=there)))
    assert [each.get("status") for each in plan.updated] == [becomes] * (becomes is not None)


def test_what_may_not_be_submitted_is_asked_again_and_what_was_returned_is_not():
    base = packaged(status="draft", scale=10.0)
    theirs = arrival(edited(base, "李志", status="submitted", scale=12.0))

    def meet(mine, gate=may):
        merger = Merger(gate)
        merger.merge({"u1": mine}, {"u1": [theirs]})
        return merger.plan

    def refuse(_record, _who):
        return [Message("incomplete")]

    plan = meet([State(base[0])], refuse)
    assert only(plan)["scale"] == 12.0 and [x.kind for x in plan.listed] == [STATUS]
    merged = again([State(base[0])], {"scale": 12.0})
    assert [x.kind for x in meet(merged, refuse).listed] == [STATUS]
    assert only(meet(merged))["status"] == "submitted"
    sent = again([State(base[0])], {"scale": 12.0, "status": "submitted"})
    for alias in ("z", None):  # returned, with and without an edit of ours
        last = {**sent[-1].record, "status": "returned", "alias": alias}
        assert meet([*sent, State(stamped(last, 5, "县"))]).updated == []


def test_two_new_records_of_one_producer_are_both_kept_and_listed():
    one, two = new(), [{**new()[0], "uuid": "u2"}]
    merger = Merger(may)
    merger.merge({}, {"u1": [arrival(one)], "u2": [arrival(two, B)]})
    merger.same([])
    assert {record["uuid"] for record in merger.plan.added} == {"u1", "u2"}
    assert [(line.kind, line.uuid, line.theirs) for line in merger.plan.listed] == [
        (SAME, "u1", "u2"),
        (SAME, "u2", "u1"),
    ]


# --- a package that comes again -------------------------------------------------------------


def again(mine, changes, source=A, version=4):
    """Return states of ours after a merge of their ``version`` wrote ``changes``."""
    after = {**mine[-1].record, **changes}
    after.update(version=after["version"] + 1, updated_at=f"merge-{len(mine)}")
    return [*mine, State(after, {source: version})]


def test_who_goes_on_in_the_same_package_is_not_in_the_way_of_himself():
    base = packaged(scale=10.0, alias="a")
    theirs = edited(base, "李志", scale=12.0)
    mine = again([State(base[0])], {"scale": 12.0})
    mine = [*mine, State(stamped({**mine[-1].record, "alias": "b"}, 5, "县"))]
    for scale in (13.0, 10.0):  # goes on, and takes back
        merger = Merger(may)
        merger.merge({"u1": mine}, {"u1": [arrival(edited(theirs, "李志", scale=scale))]})
        assert only(merger.plan)["scale"] == scale and merger.plan.listed == []


def test_what_the_county_corrected_after_a_merge_is_not_taken_back():
    base = packaged(scale=10.0)
    theirs = edited(base, "李志", scale=12.0)
    mine = again([State(base[0])], {"scale": 12.0})
    for scale in (11.0, 10.0):
        later = [*mine, State(stamped({**mine[-1].record, "scale": scale}, 5, "县"))]
        merger = Merger(may, Answers("theirs"))
        merger.merge({"u1": later}, {"u1": [arrival(theirs)]})
        assert merger.plan.updated == [] and merger.plan.listed == []


def test_a_value_that_two_wrote_by_chance_is_no_common_past():
    base = packaged(scale=10.0)
    mine = again([State(base[0])], {"scale": 12.0}, source=A)
    merger = Merger(may)
    theirs = edited(edited(base, "乙", scale=12.0), "乙", scale=13.0)
    merger.merge({"u1": mine}, {"u1": [arrival(theirs, B)]})
    assert merger.plan.updated == [] and merger.plan.conflicts == 1


def test_a_value_that_was_kept_is_not_taken_for_one_that_came():
    base = packaged(scale=10.0, alias="a")
    # Ours is what they wrote on the way to what they say now.
    theirs = edited(edited(base, "李志", scale=11.0, alias="b"), "李志", scale=12.0)
    mine = [State(base[0]), State(stamped({**base[0], "scale": 11.0}, 4, "县"))]
    mine = again(mine, {"alias": "b"}, version=5)
    merger = Merger(may)
    merger.merge({"u1": mine}, {"u1": [arrival(theirs)]})
    assert merger.plan.updated == [] and merger.plan.conflicts == 1


def test_stores_without_a_common_past_fill_each_others_gaps():
    mine = [State(stamped(crop(uuid="u1", alias=None, scale=10.0), 1, "县"))]
    theirs = [stamped(crop(uuid="u9", alias="长豆角", scale=12.0), 1, "乡")]
    merger = Merger(may)
    merger.merge({"u1": mine}, {"u1": [arrival(theirs)]})
    assert only(merger.plan)["alias"] == "长豆角"
    assert [line.column for line in merger.plan.listed] == ["scale"]


# --- three townships, random edits, any order --------------------------------------------------

VALUES = {
    "scale": st.sampled_from([1.0, 2.0, 3.0]),
    "alias": st.sampled_from([None, "a", "b"]),
    "point": st.sampled_from([(115.0, 26.5), (115.1, 26.5), (115.0, 26.6)]),
}


def changes_of(values):
    changes = dict(values)
    if "point" in changes:
        changes["lon"], changes["lat"] = changes.pop("point")
    return changes


edits = st.lists(
    st.one_of(
        st.just({"gone": True}),
        st.fixed_dictionaries({}, optional=VALUES).filter(bool).map(changes_of),
    ),
    max_size=3,
)
RECORDS = ("u1", "u2", "u3")
# By record: what the county does, then what each township does.
county = st.fixed_dictionaries({uuid: st.tuples(edits, edits, edits, edits) for uuid in RECORDS})
new_records = st.lists(st.sampled_from(["n1", "n2"]), max_size=2, unique=True)


def past(uuid, changes, by):
    states = [stamped(crop(uuid=uuid, base_id=f"base-{uuid}", scale=0.5, alias="z"), 3, COUNTY)]
    for change in changes:
        if states[-1] is None:
            break
        states = edited(states, by, **change)
    return states


class World:
    """A county's records with all their states, merged into as the store does it."""

    def __init__(self, mine):
        self.mine = mine
        self.times = itertools.count()

    def merge(self, packages):
        came = {}
        for package in packages:
            for number, each in package.items():
                came.setdefault(number, []).append(each)
        merger = Merger(may)
        merger.merge(self.mine, came)
        self.write(merger.plan)
        return merger.plan

    def write(self, plan):
        sources = {}
        for edit in plan.edits:
            sources.setdefault(edit["uuid"], {})[edit["source"]] = edit["version"]
        for change in (*plan.updated, *plan.added):
            number = change["uuid"]
            states = self.mine.setdefault(number, [])
            version = states[-1].record["version"] + 1 if states else 1
            last = states[-1].record if states else {}
            after = {**last, **change, "version": version, "updated_at": f"m{next(self.times)}"}
            states.append(State(after, sources.get(number, {})))

    def content(self):
        return {
            number: states[-1].record and {c: value_of(states[-1].record, c) for c in FIELDS}
            for number, states in self.mine.items()
        }


FIELDS = ("scale", "alias", "geometry")


def scene(history, added):
    mine = {uuid: list(map(State, past(uuid, history[uuid][0], "县"))) for uuid in RECORDS}
    packages = []
    for town in (1, 2, 3):
        package = {
            uuid: arrival(past(uuid, history[uuid][town], f"镇{town}"), f"p{town}")
            for uuid in RECORDS
        }
        for number in added[town - 1]:
            package[number] = arrival(
                [stamped(crop(uuid=number, base_id=number, scale=float(town)), 1, f"镇{town}")],
                f"p{town}",
            )
        packages.append(package)
    return mine, packages


def lines_of(plan):
    return [(x.kind, x.uuid, x.column, x.base, x.mine, x.theirs, x.file) for x in plan.listed]


@settings(max_examples=40, deadline=None)
@given(county, st.tuples(new_records, new_records, new_records))
def test_the_order_of_packages_does_not_matter(history, added):
    results = []
    for order in itertools.permutations(range(3)):
        mine, packages = scene(history, added)
        world = World(mine)
        plan = world.merge([packages[number] for number in order])
        results.append((world.content(), lines_of(plan), dict(plan.outcomes)))
    assert all(each == results[0] for each in results)


@settings(max_examples=40, deadline=None)
@given(county)
def test_one_by_one_in_any_order_the_same_is_taken_and_the_same_is_left(history):
    results = []
    for order in itertools.permutations(range(3)):
        mine, packages = scene(history, ([], [], []))
        world, left = World(mine), set()
        for number in order:
            left |= {
                (x.kind in (DELETION, DELETED_THERE), x.uuid, x.column, x.file * (not x.column))
                for x in world.merge([packages[number]]).listed
            }
        # Where townships disagree among themselves, whoever comes first is kept, and it is
        # listed, whatever the order; all else is the same.
        disputed = {(number, column) for gone, number, column, _ in left if column}
        content = {
            number: record and {c: v for c, v in record.items() if (number, c) not in disputed}
            for number, record in world.content().items()
        }
        disputes = {(gone, number, column) for gone, number, column, _ in left}
        results.append((content, disputes))
    assert all(each == results[0] for each in results)


@settings(max_examples=40, deadline=None)
@given(county, st.tuples(new_records, new_records, new_records))
def test_merging_again_changes_nothing_and_no_row_vanishes(history, added):
    mine, packages = scene(history, added)
    before = {n: s[-1].record for n, s in mine.items()}
    world = World(mine)
    plan = world.merge(packages)
    after = world.content()
    for number, record in before.items():
        assert (record is None) == (after[number] is None)
    # Whatever somebody said last in a township is now in the store, or it is listed.
    listed = {(x.uuid, x.column) for x in plan.listed}
    for package in packages:
        for number, each in package.items():
            if each.record is None or (len(each.states) == 1 and number in RECORDS):
                continue
            for column in FIELDS:
                said = value_of(each.record, column)
                first = value_of(each.states[0], column)
                held = after[number] and after[number][column]
                assert said == first or held == said or (number, column) in listed
    again = world.merge(packages)
    assert again.updated == [] and again.added == []
    assert world.content() == after


def test_alike_looks_at_every_field():
    one = crop(uuid=str(uuid.uuid4()))
    assert alike(one, {**one, "uuid": "other", "version": 9, "status": "approved"})
    assert not alike(one, {**one, "lat": 26.5})
