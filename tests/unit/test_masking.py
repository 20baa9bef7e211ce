"""Phones stay masked in what a rule says, wherever it is shown (F2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.findings import Finding
from origin_trace.core.masking import masked
from origin_trace.core.phones import normalise_phone
from origin_trace.core.reviews import APPROVE, Decision, faults, why_not
from origin_trace.core.rules import Context, check_record
from origin_trace.core.worklist_entry import make_entry
from origin_trace.tests.unit.records import crop

NUMBER = "13800138000"
WAYS = ["138 0013 8000", "+8613800138000", "l38OOl38OOO", "138001380001", f"何英军{NUMBER}"]


def told(finding):
    hidden = masked(finding)
    return f"{hidden.message} {hidden.fix}"


@pytest.mark.parametrize("column", ["contact_phone", "grid_officer_phone", "collector_phone"])
@pytest.mark.parametrize("written", WAYS)
def test_a_phone_that_is_no_phone_is_not_told(written, column):
    found = [x for x in check_record(crop(**{column: written}), Context()) if x.column == column]
    assert found
    for finding in found:
        assert written in str(finding.message)
        assert written not in told(finding)
        assert NUMBER not in told(finding)
        assert NUMBER[:3] in told(finding) or written[:3] in told(finding)


def test_a_number_beside_a_name_is_masked_and_the_name_is_told():
    record = crop(contact=f"何英军{NUMBER}")
    (finding,) = [x for x in check_record(record, Context()) if x.column == "contact"]
    assert NUMBER in str(finding.message)
    assert "何英军138****8000" in told(finding)


@given(st.sampled_from(["{}", " {} ", "{}转", "0{}", "{}/13900139000", "电话{}"]))
def test_what_an_import_says_of_a_phone_tells_no_number(form):
    raw = form.format(NUMBER)
    cell = normalise_phone(raw)
    if cell.message is not None:
        finding = Finding("A-phone", "warning", cell.message, "contact_phone", fix=cell.value)
        assert NUMBER not in told(finding)


def test_values_that_are_no_phones_are_told_as_they_are():
    record = crop(scale=-1, market_start="2023-13", contact_phone="无")
    for finding in check_record(record, Context()):
        assert masked(finding) == finding


@pytest.mark.parametrize("written", WAYS)
def test_reasons_of_the_review_and_the_worklist_tell_no_phone(written):
    record = crop(contact_phone=written, status="submitted")
    findings = check_record(record, Context())
    reasons = why_not(record, Decision(APPROVE, "王审核"), findings)
    assert reasons == faults(record, findings) != []
    entry = make_entry(1, record, findings)
    for message in (*reasons, entry.problem):
        assert written not in str(message)
