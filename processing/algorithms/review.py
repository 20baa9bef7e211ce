"""review: submit, approve or return many records at once."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.collecting import no_collecting
from ...core.errors import InputError
from ...core.messages import Message
from ...core.reviews import DECISIONS, Decision, decide
from ...core.schema import Record
from ...layers.locations import refuse_shared
from ...layers.open_edits import records_in_hand
from ...layers.result_tables import dress_table
from ...layers.reviewing import judge_in_store
from ...layers.store import open_store
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, as_exception, go_on, shown
from ..boundary_parameter import add_boundary
from ..groups import quality_group
from ..input_store import rules_of
from ..loaded import dress_when_loaded
from ..sinks import write_rows
from ..store_parameter import add_other_store
from ..store_records import (
    add_operator,
    behind,
    chosen,
    operator_of,
    record_words,
    show_store_again,
)
from ..words import status_word

_LOGGED = 50  # refusals written to the log; the table has all
_COLUMNS = ("uuid", "subject_name", "product", "township", "village", "collector", "status")


class Review(OriginTraceAlgorithm):
    """Bring records to another status where they may go there."""

    NAME = "review"

    def title(self) -> str:
        return tr("Submit, approve or return records")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Drafts and returned records are submitted; submitted ones are approved, or returned "
            "with a reason and a deadline. An approval can be taken back; an edit of an approved "
            "record does that by itself.\n"
            "A record is submitted once it is complete, and approved where it has no error, where "
            "its point was confirmed on site if it came from a sheet, and by somebody else than "
            "its collector. Where the store lists reviewers, only they approve or return; an "
            "agency needs a confidentiality agreement in force, an enterprise submits its own "
            "records only. Records that may not go there stay as they are and are listed with "
            "their reasons."
        )

    def define(self) -> None:
        self.add_points_input()
        self.add_choice(
            "DECISION",
            tr("Decision"),
            DECISIONS,
            [
                tr("Submit"),
                tr("Approve"),
                tr("Return for correction"),
                tr("Take the approval back"),
            ],
            tr("What to do with every record of the input."),
        )
        self.add(
            QgsProcessingParameterString("REASON", tr("Reason"), optional=True),
            tr("What has to be corrected; a return needs it. Kept with the decision."),
        )
        self.add(
            QgsProcessingParameterDateTime(
                "DEADLINE",
                tr("Deadline"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            ),
            tr("The last day for the correction, such as 2026-12-01; a return needs it."),
        )
        add_operator(self, QgsProcessingParameterString("OPERATOR", tr("Operator"), optional=True))
        add_other_store(
            self,
            tr("Only where the input is a copy of records, such as the result of a query."),
            advanced=True,
        )
        add_boundary(self, advanced=True)
        self.add(
            QgsProcessingParameterFeatureSink(
                "REFUSALS",
                tr("Records refused"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("A table of the records that stayed as they were, with the reasons."),
        )
        self.addOutput(QgsProcessingOutputNumber("CHANGED", tr("Records changed")))
        self.addOutput(QgsProcessingOutputNumber("REFUSED", tr("Records refused")))

    def check(self, parameters, context) -> None:
        refuse_shared(behind(self, parameters, context))
        self._decision(parameters, context)

    def _decision(self, parameters, context) -> Decision:
        deadline = self.parameterAsDateTime(parameters, "DEADLINE", context).date()
        return decide(
            self.choice(parameters, "DECISION"),
            operator_of(self, parameters, context),
            self.text(parameters, "REASON", context),
            deadline.toPyDate() if deadline.isValid() else None,
        )

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        # In the main thread, where edit buffers may be looked into.
        try:
            self._path = behind(self, parameters, context)
        except InputError as error:
            raise as_exception(error) from error
        self._in_hand = records_in_hand(context.project(), self._path)
        return super().prepareAlgorithm(parameters, context, feedback)

    def postProcessAlgorithm(self, context, feedback) -> dict:
        show_store_again(context.project(), self._path)
        return {}

    def execute(self, parameters, context, feedback) -> dict:
        with no_collecting():
            return self._review(parameters, context, feedback)

    def _review(self, parameters, context, feedback) -> dict:
        decision = self._decision(parameters, context)
        seen = chosen(self, parameters, context, feedback)
        boundary = self.parameterAsSource(parameters, "BOUNDARY", context)
        rules = rules_of(self._path, boundary)  # the input may be a copy

        def step(share: float) -> None:
            go_on(feedback)
            feedback.setProgress(10 + 30 * share)

        with open_store(self._path) as store:
            changed, refused = judge_in_store(store, decision, seen, self._in_hand, rules, step)
        go_on(feedback)
        results = {"CHANGED": len(changed), "REFUSED": len(refused)}
        if parameters.get("REFUSALS"):
            # Before the store is written: what cannot be listed is not done either.
            results["REFUSALS"] = write_rows(
                self,
                parameters,
                "REFUSALS",
                context,
                feedback,
                dict.fromkeys((*_COLUMNS, "reason"), QMetaType.Type.QString),
                (_row(*each) for each in refused),
            )
            dress = dress_table({"reason": tr("Reason")}, hidden=("uuid",))
            dress_when_loaded(context, results["REFUSALS"], dress)
        feedback.setProgress(40)
        if changed:
            with open_store(self._path, write=True) as store:
                store.decide(decision, changed, lambda part: shown(feedback, 40 + 60 * part))
        for record, reasons in refused[:_LOGGED]:
            words = record_words(record) if record else tr("New record")
            feedback.pushWarning(f"{words}: " + " ".join(map(render, reasons)))
        feedback.pushInfo(tr("{CHANGED} records changed, {REFUSED} refused.").format(**results))
        return results


def _row(record: Record | None, reasons: list[Message]) -> tuple:
    values = [record[key] if record else None for key in _COLUMNS]
    if record:
        values[-1] = status_word(values[-1])
    return (*values, "\n".join(map(render, reasons)))
