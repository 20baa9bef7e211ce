"""The questions of the review: each leads to a decision, or to none."""

from __future__ import annotations

from collections import Counter

from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import InputError
from ..core.findings import WARNING
from ..core.masking import masked
from ..core.reviews import NOT_STORED, Decision, decide, faults, named
from ..core.worklist_entry import Entry
from ..layers.review_case import Case
from ..settings import operator_name
from ..translation import render, tr
from .asking import ask
from .return_question import ReturnQuestion
from .review_panel import decision_words
from .review_words import refusal

_PROPOSALS = 12  # reasons offered for a return of many records, the most frequent ones


def ask_for_many(parent: QWidget, kind: str, count: int) -> Decision | None:
    """Ask whether to decide over all marked records. Raises InputError."""
    decision = decide(kind, operator_name())
    word = decision_words()[kind][0]
    text = tr(
        "{decision} the {count} marked records? Those that may not be stay as they are "
        "and are listed with their reasons."
    ).format(decision=word, count=f"{count:,}")
    answer = ask(parent, text, {"": tr("Cancel"), "go": word})
    return decision if answer == "go" else None


def ask_return_of_one(parent: QWidget, entry: Entry, case: Case | None) -> Decision | None:
    """Ask for reason and deadline; what is wrong is proposed.

    ``case``: with the reasons why it cannot be returned. Raises InputError for these.
    """
    operator = named(operator_name())
    reasons = case.reasons if case is not None else [NOT_STORED]
    if reasons:
        raise InputError(refusal(entry, reasons))
    findings = [finding for finding, accepted in case.findings if accepted is None]
    wrong = faults(case.record, findings)
    proposed = [*wrong, *(masked(f).message for f in findings if f.level == WARNING)]
    title = " · ".join(x for x in (entry.producer, entry.product, entry.village) if x)
    return _asked(parent, title, [render(m) for m in proposed], operator, len(wrong))


def ask_return_of_many(parent: QWidget, entries: list[Entry]) -> Decision | None:
    """Ask for one reason and deadline; the most frequent problems are proposed."""
    operator = named(operator_name())
    problems = Counter(render(e.problem) for e in entries if e.problem is not None)
    title = tr("{count} marked records, all with one reason").format(count=len(entries))
    proposed = [text for text, _count in problems.most_common(_PROPOSALS)]
    return _asked(parent, title, proposed, operator, 0)


def _asked(
    parent: QWidget, title: str, proposals: list[str], operator: str, chosen: int
) -> Decision | None:
    question = ReturnQuestion(title, proposals, operator, chosen, parent)
    question.exec()
    question.deleteLater()
    return question.decision
