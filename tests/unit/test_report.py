"""The page of a check: what it tells of acceptances, and what it does not tell."""

from __future__ import annotations

import time

import pytest
from origin_trace.core.accepting import Acceptance
from origin_trace.core.report import Judged, validation_html
from origin_trace.core.rules import Context, check_record
from origin_trace.tests.unit.records import crop

PHONE = "138 0000 1111"


@pytest.fixture
def in_china(monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no time zone of a process")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def page(accepted=None, **changes):
    record = crop(uuid="u", **changes)
    judged = [Judged(record, found, accepted) for found in check_record(record, Context())]
    assert judged
    return validation_html("核对", [record], judged)


def test_the_day_of_an_acceptance_is_that_of_the_persons_clock(in_china):
    kept = Acceptance(
        "u", "A-future", "confirmed_on", "{}", "核实", "王", "2026-11-24T23:30:00.000Z"
    )
    assert "<td>2026-11-25</td>" in page(kept, confirmed_on="2099-01-01", confirmed_how="入户")


def test_phones_are_masked_and_texts_are_no_html():
    html = page(contact_phone=PHONE, subject_name="<b>甲</b>农场")
    assert "138********11" in html and PHONE not in html
    assert "<b>甲" not in html and "&lt;b&gt;甲" in html
