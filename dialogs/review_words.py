"""What the review says of a decision: done, or not and why."""

from __future__ import annotations

from ..core.judging import Verdict
from ..core.messages import Message
from ..core.reviews import APPROVE, RETURN, SUBMIT, WITHDRAW, Decision
from ..core.worklist_entry import Entry
from ..translation import render, tr


def refusal(entry: Entry, reasons: list[Message]) -> Message:
    """Return the reasons with the name of the record before them."""
    return Message(
        "{record}: {reasons}", record=_name(entry), reasons=" ".join(map(render, reasons))
    )


def done_one(decision: Decision, entry: Entry) -> str:
    """Return what became of one record."""
    text = {
        APPROVE: tr("{record}: approved. Ctrl+Z does not undo this; T under Approved does."),
        RETURN: tr("{record}: returned, to be corrected by {deadline}."),
        SUBMIT: tr("{record}: submitted."),
        WITHDRAW: tr("{record}: the approval is taken back; it waits for its review again."),
    }[decision.kind]
    return text.format(record=_name(entry), deadline=decision.deadline)


def done_many(decision: Decision, verdict: Verdict) -> str:
    """Return how many records were decided, and how many were not."""
    text = {
        APPROVE: tr("Approved: {changed}, refused: {refused}."),
        RETURN: tr("Returned: {changed}, refused: {refused}."),
        SUBMIT: tr("Submitted: {changed}, refused: {refused}."),
        WITHDRAW: tr("Approvals taken back: {changed}, refused: {refused}."),
    }[decision.kind]
    return text.format(changed=f"{len(verdict.versions):,}", refused=f"{len(verdict.refused):,}")


def _name(entry: Entry) -> str:
    words = " ".join(word for word in (entry.producer, entry.product) if word)
    return words or tr("Record without a name")
