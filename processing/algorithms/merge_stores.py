"""mergestores: what comes back from the field, or from townships, into the store."""

from __future__ import annotations

from contextlib import ExitStack

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
)

from ...core.collecting import no_collecting
from ...core.errors import InputError
from ...core.merge_list import RULES, Answers
from ...core.merge_plan import LEFT
from ...core.messages import Message
from ...core.outcomes import ADDED, UNCHANGED, UPDATED
from ...core.tables import CONFLICT_SHEET
from ...layers.locations import refuse_shared
from ...layers.merge_source import MergeSource, open_source
from ...layers.merging import Prepared, prepare
from ...layers.result_tables import dress_table
from ...layers.rule_context import store_context
from ...layers.store import Store, open_store
from ...settings import operator_name, operator_or_user
from ...translation import tr
from ..base import OriginTraceAlgorithm, go_on, shown
from ..groups import store_group
from ..loaded import dress_when_loaded
from ..merge_table import LIST_COLUMNS, list_rows, list_words, read_list, write_list
from ..sinks import write_rows
from ..store_parameter import add_store
from ..store_records import refuse_unsaved, show_store_again
from ..targets import real
from ..unmasked import add_unlogged, log_unmasked


class MergeStores(OriginTraceAlgorithm):
    """Merge packages and stores, field by field; what both changed is left to a person."""

    NAME = "mergestores"

    def title(self) -> str:
        return tr("Merge what comes back")

    def section(self) -> tuple[str, str]:
        return store_group()

    def about(self) -> str:
        return tr(
            "Brings what was collected with field packages, or in townships' own stores, into the "
            "store: all of it or, on any error, nothing. Each field is compared with what it was "
            "when it was packaged, with the store and with what comes.\n"
            "What only one side changed is taken. What both changed stays as it is and is listed: "
            "write 本库 or 对方 into the list and give it as answers. Deletions are only proposed. "
            "Merging a package again changes nothing, and the order of packages does not matter.\n"
            "An approved record that was edited waits for its review again. «Undo an import» takes "
            "a merge back."
        )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                "INPUT", tr("What comes back"), QgsProcessing.SourceType.TypeFile
            ),
            tr("The GeoPackages of field packages (origin_trace.gpkg), or other stores."),
        )
        add_store(self)
        listed = QgsProcessingParameterFileDestination(
            "CONFLICTS",
            tr("List of disagreements"),
            fileFilter=tr("Workbook") + " (*.xlsx)",
            optional=True,
            createByDefault=False,
        )
        listed.setHelp(
            tr(
                "Base, ours and theirs of each field that both sides changed, what was deleted, "
                "and what may be there twice. Phones stand in it in full, which is kept in the "
                "store."
            )
        )
        self.addParameter(listed, False)  # the output of this name is their number
        self.add(
            QgsProcessingParameterFile(
                "ANSWERS",
                tr("Answered list"),
                fileFilter=tr("Workbook") + " (*.xlsx)",
                optional=True,
            ),
            tr("The list of an earlier merge of the same packages, with 本库 or 对方 filled in."),
        )
        self.add_choice(
            "CONFLICT_RULE",
            tr("What both changed"),
            RULES,
            [tr("Keep ours and list it"), tr("Keep ours"), tr("Take theirs")],
            tr("Theirs is taken only where all that came say the same. All of it is listed."),
        )
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Try the merge only"), defaultValue=False),
            tr("Do everything but write into the store: the counts tell what would happen."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "REVIEW",
                tr("Table of disagreements"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("The same list as a table, with names and phones hidden."),
        )
        for name, text in (
            ("READ", tr("Records read")),
            ("ADDED", tr("Records added")),
            ("UPDATED", tr("Records updated")),
            ("UNCHANGED", tr("Records unchanged")),
            ("LEFT", tr("Records left to a person")),
            ("CONFLICTS", tr("Disagreements left to a person")),
            ("DELETIONS", tr("Deletions proposed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputFile("LIST", tr("List of disagreements")))
        self.addOutput(QgsProcessingOutputString("BATCH", tr("Import batch")))
        add_unlogged(self)

    def check(self, parameters, context) -> None:
        uri = self.text(parameters, "STORE", context).partition("|")[0]
        if not self.parameterAsBool(parameters, "DRY_RUN", context):
            refuse_shared(uri)
        if real(uri) in map(real, self.parameterAsFileList(parameters, "INPUT", context)):
            raise InputError(
                Message("The store cannot be merged into itself."),
                Message("Choose what came back from the field."),
            )
        advice = Message("Save or discard them in QGIS, then merge.")
        refuse_unsaved(context.project(), uri, advice)

    def execute(self, parameters, context, feedback) -> dict:
        uri = self.text(parameters, "STORE", context)
        self._written = None
        paths = self._paths(parameters, context)
        answers = self.text(parameters, "ANSWERS", context)
        decided = Answers(
            self.choice(parameters, "CONFLICT_RULE"), read_list(answers) if answers else None
        )
        with no_collecting(), ExitStack() as stack:
            store = stack.enter_context(open_store(uri))
            sources = [stack.enter_context(open_source(path, store)) for path in paths]
            self._tell(sources, feedback)
            prepared = self._prepare(store, sources, decided, feedback)
        plan = prepared.plan
        results = {
            "READ": prepared.came,
            **{name: plan.outcomes[key] for name, key in _COUNTS},
            "CONFLICTS": plan.conflicts,
            "DELETIONS": plan.deletions,
            "BATCH": "",
        }
        # What goes to files first: where one cannot be written, nothing is merged.
        self._write_lists(plan.listed, results, uri, parameters, context, feedback)
        dry = self.parameterAsBool(parameters, "DRY_RUN", context)
        if not dry and (plan.added or plan.updated):
            with open_store(uri, write=True) as store:
                results["BATCH"] = store.apply(
                    {
                        "file_name": "、".join(source.name for source in sources),
                        "operator": operator_name(),
                        "rows_read": prepared.came,
                        "unchanged": results["UNCHANGED"],
                        "refused": results["LEFT"],
                    },
                    plan.added,
                    plan.updated,
                    progress=lambda part: shown(feedback, 75 + 25 * part),
                    revision=prepared.revision,
                    merged=plan.edits,
                )
            self._written = uri
        self._report(results, decided, dry, feedback)
        return results

    def postProcessAlgorithm(self, context, feedback):
        if self._written:
            show_store_again(context.project(), self._written.partition("|")[0])
        return {}

    def _paths(self, parameters, context) -> list[str]:
        """Return the files to merge, each once."""
        paths = self.parameterAsFileList(parameters, "INPUT", context)
        return list({real(path): path for path in paths}.values())

    def _prepare(self, store: Store, sources, decided: Answers, feedback) -> Prepared:
        def step(share: float) -> None:
            go_on(feedback)
            feedback.setProgress(70 * share)

        return prepare(store, sources, store_context(store), decided, operator_or_user(), step)

    @staticmethod
    def _tell(sources: list[MergeSource], feedback) -> None:
        for source in sources:
            if source.more_columns:
                feedback.pushWarning(
                    tr("{file} has columns that are not merged: {names}").format(
                        file=source.name, names="、".join(source.more_columns)
                    )
                )
            if source.nameless:
                feedback.pushWarning(
                    tr("{file} has records without a number, which are left out: {count}").format(
                        file=source.name, count=source.nameless
                    )
                )

    def _write_lists(self, listed, results: dict, uri: str, parameters, context, feedback) -> None:
        path = self.parameterAsFileOutput(parameters, "CONFLICTS", context)
        results["UNLOGGED"] = ""
        if path:

            def log() -> None:
                count = len({line.uuid for line in listed})
                results["UNLOGGED"] = log_unmasked(
                    uri.partition("|")[0], CONFLICT_SHEET, count, feedback
                )

            write_list(path, listed, log)
            results["LIST"] = path
        if parameters.get("REVIEW"):
            results["REVIEW"] = write_rows(
                self, parameters, "REVIEW", context, feedback, LIST_COLUMNS, list_rows(listed)
            )
            words = {key: text for key, text in list_words().items() if key != "done"}
            dress = dress_table({**words, "done": tr("Decided")}, hidden=("uuid", "key"))
            dress_when_loaded(context, results["REVIEW"], dress)

    def _report(self, results: dict, decided: Answers, dry: bool, feedback) -> None:
        feedback.pushInfo(
            tr(
                "Records read: {READ} = added {ADDED} + updated {UPDATED} + unchanged {UNCHANGED} "
                "+ left to a person {LEFT}."
            ).format(**results)
        )
        if results["CONFLICTS"] or results["DELETIONS"]:
            feedback.pushWarning(
                tr(
                    "Disagreements: {CONFLICTS}; deletions proposed: {DELETIONS}. The list says "
                    "what to do."
                ).format(**results)
            )
        if decided.unused:
            feedback.pushWarning(
                tr("Answers that belong to nothing any more: {count}.").format(count=decided.unused)
            )
        if dry:
            feedback.pushInfo(tr("Only tried: nothing was merged."))


_COUNTS = (("ADDED", ADDED), ("UPDATED", UPDATED), ("UNCHANGED", UNCHANGED), ("LEFT", LEFT))
