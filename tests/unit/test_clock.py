"""Times that the store writes and days of the person's clock."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.clock import beginning, local_day, now


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_begins_at_midnight_of_the_persons_clock(day):
    midnight = datetime(day.year, day.month, day.day).astimezone(timezone.utc)
    assert beginning(day) == midnight.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    assert local_day(beginning(day)) == day
    last = midnight + timedelta(hours=22)
    assert local_day(last.strftime("%Y-%m-%dT%H:%M:%S.999Z")) == day


@pytest.mark.parametrize("day", [date.min, date(1900, 1, 1), date(1970, 1, 1)])
def test_days_before_any_store_begin_before_it(day):
    assert beginning(day) < "1971"


def test_now_is_written_as_the_triggers_write_it():
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", now())
    assert local_day(now()) in (date.today(), date.today() - timedelta(days=1))


@pytest.mark.parametrize("stamp", [None, "", "–", "2023-13-01T00:00:00Z"])
def test_what_is_no_time_has_no_day(stamp):
    assert local_day(stamp) is None
