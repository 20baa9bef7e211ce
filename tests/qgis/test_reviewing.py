"""Judging a few records reads a few, and says the same as reading all of them."""

from __future__ import annotations

import random

import pytest
from origin_trace.core.judging import judge_decision
from origin_trace.core.people import People
from origin_trace.core.reviews import Decision
from origin_trace.core.rules import Context
from origin_trace.layers.review_case import read_case
from origin_trace.layers.reviewing import carry_out, judge_in_store
from origin_trace.layers.store import CancelledError, open_store
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.qgis.review_window import REVIEWER, VISITED, point, sql
from origin_trace.tests.unit.records import crop

APPROVE = Decision("approve", REVIEWER)


def crowd(rng, count):
    """Yield records that often are the same one twice, or a later period of another."""
    for number in range(count):
        lon = rng.choice((115.000001, 115.000002, None))
        yield crop(
            **VISITED,
            uuid=f"u{number}",
            base_id=rng.choice(("b1", "b2", f"b{number}", "")),
            subject_name=rng.choice(("甲农场", "乙农场", "甲 农场", None)),
            product=rng.choice(("豇豆", "芹菜", None)),
            township=rng.choice(("万合镇", None)),
            village=rng.choice(("大鹏村", None)),
            period=rng.choice(("2023-1", "2023-2", None)),
            lon=lon,
            lat=None if lon is None else 26.500001,
            coordinate_original=None,
            status="submitted",
        )


@pytest.mark.parametrize("seed", range(3))
def test_few_records_are_judged_as_among_all(tmp_path, qgis_app, seed):
    rng = random.Random(seed)
    path = make_store(tmp_path / "库.gpkg", list(crowd(rng, 60)))
    refused_as_double = 0
    with open_store(path) as store:
        stored = {record["uuid"]: record for record in store.records()}
        for _ in range(60):
            asked = [(uuid, None) for uuid in rng.sample(sorted(stored), rng.choice((1, 2, 5)))]
            few = judge_in_store(store, APPROVE, asked, (), Context())
            all_of_them = judge_decision(APPROVE, asked, stored, (), Context(), People())
            assert few == all_of_them
            refused_as_double += "stand twice" in str(few.refused)
        assert len(list(store.compared(["u0"]))) < 60
    assert refused_as_double  # else it proves nothing


def test_a_case_tells_what_changed_since_each_step(tmp_path, qgis_app):
    path = make_store(tmp_path / "库.gpkg", [point(0), point(1)])

    def case(uuid="u0"):
        return read_case(path, uuid, APPROVE, (), Context())

    def to(status, uuid="u0"):
        sql(path, f"UPDATE collection_point SET status = '{status}' WHERE uuid = '{uuid}'")

    assert case("gone") is None
    assert case().approved is None and case().returned is None
    to("submitted")
    to("returned")
    assert case().returned is None  # it still is
    sql(path, "UPDATE collection_point SET scale = 4.5, status = 'submitted' WHERE uuid = 'u0'")
    assert [f[:3] for f in case().returned.fields] == [("scale", 11.7, 4.5)]
    to("approved")
    assert case().approved.fields == () and case().returned is None
    sql(path, "UPDATE collection_point SET contact = '何二' WHERE uuid = 'u0'")
    assert [f[:3] for f in case().approved.fields] == [("contact", "何英军", "何二")]
    assert case().reasons == [] and case("u1").reasons != []
    sql(path, "DELETE FROM collection_point WHERE uuid = 'u0'")
    assert case() is None


def test_a_stopped_decision_leaves_all_as_it_was(tmp_path, qgis_app):
    path = make_store(tmp_path / "库.gpkg", [point(n) for n in range(1200)])
    asked = [(f"u{n}", None) for n in range(1200)]

    def stop(share):
        if share > 0.5:
            raise CancelledError(None)

    with pytest.raises(CancelledError):
        carry_out(path, Decision("submit", REVIEWER), asked, (), Context(), stop)
    with open_store(path) as store:
        assert {r["status"] for r in store.records()} == {"draft"} and store.rows("review") == []
