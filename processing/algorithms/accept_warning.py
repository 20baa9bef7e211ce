"""acceptwarning: accept warnings of selected records with a reason, or take that back."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
)

from ...core.accepting import can_be_accepted
from ...core.errors import InputError
from ...core.findings import Finding
from ...core.messages import Message
from ...core.rounds import collected, in_use
from ...core.rules import BY_ID, RULES, judge
from ...core.schema import Record
from ...layers.acceptances import accept, accepted_in, withdraw
from ...layers.locations import refuse_shared
from ...layers.open_edits import records_in_hand
from ...layers.store import open_store
from ...settings import operator_name
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on
from ..boundary_parameter import add_boundary
from ..groups import quality_group
from ..store_records import show_store_again

_WARNINGS = tuple(rule.id for rule in RULES if can_be_accepted(rule.id))


class AcceptWarning(OriginTraceAlgorithm):
    """Keep that a warning is right as it stands, why, and who says so."""

    NAME = "acceptwarning"

    def title(self) -> str:
        return tr("Accept warnings")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Accepts the warnings of one rule on the records given, with a reason: who, when and "
            "why are kept in the store and shown when records are checked. An acceptance holds "
            "for the value that the warning speaks of; when it changes, the warning is open "
            "again. Errors cannot be accepted.\n"
            "Select the records first and choose «Selected features only»."
        )

    def define(self) -> None:
        self.add_points_input()
        self.add_choice(
            "RULE",
            tr("Rule"),
            _WARNINGS,
            [f"{rule} {render(BY_ID[rule].title)}" for rule in _WARNINGS],
            tr("The rule whose warnings are accepted."),
        )
        self.add(
            QgsProcessingParameterString("REASON", tr("Reason"), optional=True),
            tr("Why the value is right as it stands; needed except for taking back."),
        )
        self.add(
            QgsProcessingParameterString("OPERATOR", tr("Operator"), optional=True),
            tr("Who accepts; empty for the name in the settings."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                "WITHDRAW", tr("Take acceptances back"), defaultValue=False
            ),
            tr("The warnings are open again; what was accepted before stays on record."),
        )
        add_boundary(self)
        self.addOutput(QgsProcessingOutputNumber("ACCEPTED", tr("Warnings accepted")))
        self.addOutput(QgsProcessingOutputNumber("REFUSED", tr("Warnings not accepted")))
        self.addOutput(QgsProcessingOutputNumber("WITHDRAWN", tr("Acceptances taken back")))

    def checkParameterValues(self, parameters, context):
        rule = parameters.get("RULE")
        if rule in BY_ID and not can_be_accepted(rule):
            return False, tr(
                "{rule} is an error and cannot be accepted: correct the record."
            ).format(rule=rule)
        return super().checkParameterValues(parameters, context)

    def check(self, parameters, context) -> None:
        uri = self.store_uri(parameters, context)
        if uri is None:
            raise InputError(
                Message("Acceptances are kept in a store, and the layer is not of one."),
                Message("Choose the layer collection_point of a store."),
            )
        refuse_shared(uri)
        if not self._operator(parameters, context):
            raise InputError(
                Message("Nobody is named who accepts."),
                Message("Enter your name in the settings, or as the operator here."),
            )
        withdrawing = self.parameterAsBool(parameters, "WITHDRAW", context)
        if not withdrawing and not self.text(parameters, "REASON", context):
            raise InputError(
                Message("A warning is accepted only with a reason."),
                Message("Write why it is right as it stands."),
            )

    def _operator(self, parameters, context) -> str:
        return self.text(parameters, "OPERATOR", context) or operator_name()

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        # In the main thread, where edit buffers may be looked into.
        uri = self.store_uri(parameters, context)
        self._in_hand = records_in_hand(context.project(), uri) if uri else frozenset()
        self._uri = uri
        return super().prepareAlgorithm(parameters, context, feedback)

    def postProcessAlgorithm(self, context, feedback) -> dict:
        show_store_again(context.project(), self._uri)  # the worklist counts what is open
        return {}

    def execute(self, parameters, context, feedback) -> dict:
        rule = self.choice(parameters, "RULE")
        asked = {record["uuid"] for record in self.records(parameters, context, feedback)}
        boundary = self.parameterAsSource(parameters, "BOUNDARY", context)
        rules = self.rule_context(parameters, context, boundary)
        withdrawing = self.parameterAsBool(parameters, "WITHDRAW", context)
        reason = self.text(parameters, "REASON", context)
        operator = self._operator(parameters, context)
        with open_store(self.store_uri(parameters, context), write=True) as store:
            # What is stored counts, not what a window shows.
            everything = list(store.records())
            records = [record for record in in_use(everything) if record["uuid"] in asked]
            accepted = accepted_in(store)
            judged = judge(records, rules, collected(everything))
            found = [each for each in judged if each[1].rule == rule]
            feedback.setProgress(70)
            go_on(feedback)
            refused: list[tuple[Record, Finding]] = []
            if withdrawing:
                found = [each for each in found if accepted.of(each[1], each[0])]
                count = withdraw(store, found, operator, reason)
            else:
                new = [each for each in found if not accepted.of(each[1], each[0])]
                refused = [each for each in new if each[0]["uuid"] in self._in_hand]
                open_ones = [each for each in new if each[0]["uuid"] not in self._in_hand]
                count = accept(store, open_ones, reason, operator)
        for record, _finding in refused[:50]:
            feedback.pushWarning(
                tr("{name}: its edits are not saved; save them, then accept.").format(
                    name=" ".join(filter(None, (record["subject_name"], record["product"])))
                )
            )
        done = (
            tr("Acceptances taken back: {count}.")
            if withdrawing
            else tr("Warnings accepted: {count}.")
        )
        feedback.pushInfo(done.format(count=count))
        if not count:
            none = (
                tr("No record given has an accepted warning of this rule.")
                if withdrawing
                else tr("No record given has an open warning of this rule.")
            )
            feedback.pushWarning(none)
        return {
            "ACCEPTED": 0 if withdrawing else count,
            "REFUSED": len(refused),
            "WITHDRAWN": count if withdrawing else 0,
        }
