"""The worklist's index: queues, filters, counts, single changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.findings import ERROR, Finding
from origin_trace.core.messages import Message
from origin_trace.core.schema import RETURNED, empty_record
from origin_trace.core.worklist import ALL, QUEUES, SENT_BACK, TO_PLACE, WRONG, Filter, Worklist
from origin_trace.core.worklist_entry import make_entry

TOWNS, PRODUCTS = ("澄江镇", "马市镇"), ("豇豆", "生猪")


def entry(fid, town, product, placed, wrong, returned):
    record = empty_record()
    record.update(uuid=f"u{fid}", subject_name=f"{fid}号农场", township=town, product=product)
    record["status"] = RETURNED if returned else "draft"
    if placed:
        record.update(lon=114.9, lat=26.8)
    found = [Finding("A-phone", ERROR, Message("Wrong."), column="contact_phone")] if wrong else []
    return make_entry(fid, record, found)


ROWS = st.lists(
    st.tuples(
        st.sampled_from(TOWNS),
        st.sampled_from(PRODUCTS),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    max_size=25,
)


@given(ROWS, st.sampled_from(("", *TOWNS)), st.sampled_from(("", *PRODUCTS)))
def test_counts_are_those_of_a_plain_filter(rows, town, product):
    index = Worklist()
    for fid, row in enumerate(rows):
        index.put(entry(fid, *row))
    fitting = [r for r in rows if town in ("", r[0]) and product in ("", r[1])]
    expected = {
        ALL: len(fitting),
        TO_PLACE: sum(not r[2] for r in fitting),
        WRONG: sum(r[3] for r in fitting),
        SENT_BACK: sum(r[4] for r in fitting),
    }
    asked = Filter(township=town, product=product)
    for queue in QUEUES:
        view = index.view(replace(asked, queue=queue))
        assert len(view.entries) == view.counts[queue]
    counts = index.view(asked).counts
    assert {queue: counts[queue] for queue in expected} == expected


@given(ROWS, st.data())
def test_single_changes_equal_a_new_index(rows, data):
    index = Worklist()
    for fid, row in enumerate(rows):
        index.put(entry(fid, *row))
    kept = dict(enumerate(rows))
    for fid in list(kept):
        if data.draw(st.booleans()):
            index.drop(fid)
            del kept[fid]
        elif data.draw(st.booleans()):
            kept[fid] = (TOWNS[0], PRODUCTS[1], True, False, False)
            index.put(entry(fid, *kept[fid]))
    fresh = Worklist()
    for fid, row in kept.items():
        fresh.put(entry(fid, *row))
    view, other = index.view(Filter(queue=ALL)), fresh.view(Filter(queue=ALL))
    assert [e.uuid for e in view.entries] == [e.uuid for e in other.entries]
    assert view.counts == other.counts


def test_every_word_of_the_text_must_be_there():
    index = Worklist()
    index.put(entry(1, "澄江镇", "豇豆", True, False, False))
    index.put(entry(2, "马市镇", "豇豆", True, False, False))
    found = index.view(Filter(queue=ALL, text="2号 农场")).entries
    assert [e.uuid for e in found] == ["u2"]
    assert index.view(Filter(queue=ALL, text="2号 没有")).entries == []
