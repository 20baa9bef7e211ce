"""importsheet: township sheets into the store, in one transaction."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...core.collecting import no_collecting
from ...core.divisions import standard_divisions
from ...core.findings import EMPTIED, INFO
from ...core.importing import RowNormaliser
from ...core.matching import ADDED, BLANK, REFUSED, UNCHANGED, UPDATED, Matcher
from ...core.places import Places
from ...core.rules import Context
from ...core.schema import COORDINATE_SYSTEMS
from ...layers.forms import system_labels
from ...layers.store import open_store
from ...settings import operator_name
from ...spreadsheets.annotator import CellNote, annotate
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, go_on, shown
from ..groups import sheets_group
from ..importing import Preparation, open_sheet, take_file
from ..periods import check_period
from ..store_parameter import add_store
from ..targets import real, refuse_taken
from ..words import column_words

_COUNTS = (
    ("ADDED", ADDED),
    ("UPDATED", UPDATED),
    ("UNCHANGED", UNCHANGED),
    ("REFUSED", REFUSED),
    ("BLANK", BLANK),
)
_LOGGED = 50  # findings written to the log; the marked-up workbook has all


class ImportSheet(OriginTraceAlgorithm):
    """Bring 附件1 sheets into a store: plan first, then one transaction."""

    NAME = "importsheet"

    def title(self) -> str:
        return tr("Import collection sheets")

    def section(self) -> tuple[str, str]:
        return sheets_group()

    def about(self) -> str:
        return tr(
            "Reads township sheets as they come, puts right what is beyond doubt, and brings the "
            "rows into the store: all of them or, on any error, none.\n"
            "A bad cell never loses its row: it stays empty in a draft, and the marked-up "
            "workbook tells the township what to do. Rows that could be the same record as "
            "another one are refused and listed. Importing a file twice changes nothing.\n"
            "An empty cell never empties a value of the store."
        )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                "INPUT", tr("Collection sheets"), QgsProcessing.SourceType.TypeFile
            ),
            tr("One or several workbooks (.xlsx)."),
        )
        add_store(self)
        self.add(
            QgsProcessingParameterString("SHEET", tr("Worksheet"), optional=True),
            tr("Name or number of one sheet; empty for all visible ones that carry the header."),
        )
        self.add_choice(
            "COORDINATES",
            tr("Coordinate system of the sheet"),
            COORDINATE_SYSTEMS,
            list(system_labels().values()),
            tr(
                "What the coordinates were taken with; nothing is guessed. GCJ-02 and BD-09 are "
                "turned into CGCS2000 and the original pair is kept."
            ),
        )
        self.add(
            QgsProcessingParameterString("PERIOD", tr("Period"), optional=True),
            tr(
                "2023-06 for animals and fish, 2023-1 for the first crop of a year. Empty: crops "
                "take it from the market dates, animals and fish from 填报日期, else this month."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Try only"), defaultValue=False),
            tr("Do everything but write into the store: the counts tell what would happen."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "ANNOTATED",
                tr("Marked-up workbook"),
                fileFilter=tr("Workbook") + " (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr(
                "The township's own workbook with wrong cells coloured, a comment on each and a "
                "column 问题 that says what to do. With several sheets the others get a number."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("READ", tr("Rows read")))
        for name, description in (
            ("ADDED", tr("Records added")),
            ("UPDATED", tr("Records updated")),
            ("UNCHANGED", tr("Rows unchanged")),
            ("REFUSED", tr("Rows refused")),
            ("BLANK", tr("Rows without a record")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))
        self.addOutput(QgsProcessingOutputString("BATCH", tr("Import batch")))

    def check(self, parameters, context) -> None:
        period = self.text(parameters, "PERIOD", context)
        if period:
            check_period(period)
        annotated = self.parameterAsFileOutput(parameters, "ANNOTATED", context)
        files = self.parameterAsFileList(parameters, "INPUT", context)
        for number, file in enumerate(files if annotated else ()):
            if number:  # the first one's name is checked with all other results
                refuse_taken(_numbered(Path(annotated), number, file), set(map(real, files)))

    def execute(self, parameters, context, feedback) -> dict:
        with no_collecting():
            return self._import(parameters, context, feedback)

    def _import(self, parameters, context, feedback) -> dict:
        dry = self.parameterAsBool(parameters, "DRY_RUN", context)
        system = self.choice(parameters, "COORDINATES")
        uri = self.text(parameters, "STORE", context)
        prepared = Preparation()
        # Read only until the plan stands: bad input leaves the store's file untouched.
        with open_store(uri) as store:
            self._prepare(store, prepared, system, parameters, context, feedback)
        counts = Counter(prepared.plan.outcomes.values())
        results = {"READ": prepared.read, **{name: counts[key] for name, key in _COUNTS}}
        # The marked-up workbook first: where it cannot be written, nothing is imported.
        annotated = self.parameterAsFileOutput(parameters, "ANNOTATED", context)
        if annotated:
            results["ANNOTATED"] = self._annotate(prepared, annotated, feedback)
        results["BATCH"] = ""
        if not dry:
            with open_store(uri, write=True) as store:
                results["BATCH"] = store.apply(
                    self._batch(prepared, results, system),
                    prepared.plan.added,
                    prepared.plan.updated,
                    progress=lambda part: shown(feedback, 75 + 25 * part),
                    revision=prepared.revision,
                )
        self._report(prepared, results, dry, feedback)
        return results

    def _prepare(
        self, store, prepared: Preparation, system: str, parameters, context, feedback
    ) -> None:
        """Read every workbook and plan what each row becomes."""
        products = store.products()
        rules = Context(products=products, county=store.county_names)
        places = Places([*standard_divisions(), *store.divisions()])
        normaliser = RowNormaliser(products, places, store.county, system)
        period = self.text(parameters, "PERIOD", context) or None
        batches = store.batches()
        for path in self.parameterAsFileList(parameters, "INPUT", context):
            go_on(feedback)
            file, messages = open_sheet(
                path, self.text(parameters, "SHEET", context) or None, batches, date.today()
            )
            prepared.files.append(file)
            for message in messages:
                feedback.pushInfo(render(message))
        prepared.revision = store.revision()
        matcher = Matcher(store.records(), period, store.imported())
        prepared.plan = matcher.plan
        for number, file in enumerate(prepared.files):

            def progress(part: float, number: int = number) -> None:
                go_on(feedback)
                feedback.setProgress(70 * (number + part) / len(prepared.files))

            prefix = f"{file.name} " if len(prepared.files) > 1 else ""
            take_file(file, prefix, normaliser, matcher, rules, prepared, progress)

    def _batch(self, prepared: Preparation, results: dict, system: str) -> dict:
        """Return the row of import_batch."""
        return {
            "file_name": "、".join(file.name for file in prepared.files),
            "sha256": ",".join(file.sha256 for file in prepared.files),
            "sheets": "、".join(t.sheet for file in prepared.files for t in file.tables),
            "coordinates": system,
            "period": prepared.files[0].reference,
            "operator": operator_name(),
            **{key: results[name] for name, key in _COUNTS},
            "rows_read": results["READ"],
        }

    def _report(self, prepared: Preparation, results: dict, dry: bool, feedback) -> None:
        """Write the summary and the first findings into the log."""
        listed = ((f, x) for f, x in prepared.findings if x.level != INFO)
        for file, finding in islice(listed, _LOGGED):
            feedback.pushWarning(
                tr("{file}, sheet {sheet}, row {row}, {column}: {text}").format(
                    file=file.name,
                    sheet=finding.sheet,
                    row=finding.row,
                    column=column_words(finding.column),
                    text=render(finding.message),
                )
            )
        left = sum(1 for _ in listed)
        if left:
            feedback.pushWarning(
                tr("… and {count} more findings: the marked-up workbook has them all.").format(
                    count=left
                )
            )
        feedback.pushInfo(
            tr(
                "{READ} rows read = {ADDED} added + {UPDATED} updated + {UNCHANGED} unchanged "
                "+ {REFUSED} refused + {BLANK} without a record."
            ).format(**results)
        )
        if dry:
            feedback.pushInfo(tr("Only tried: nothing was written."))

    def _annotate(self, prepared: Preparation, target: str, feedback) -> str:
        """Write the marked-up workbook of every file; return the first one's path."""
        path = Path(target)
        for number, file in enumerate(prepared.files):
            notes = [
                CellNote(
                    finding.sheet,
                    finding.row,
                    file.column_of(finding.sheet, finding.row, finding.column),
                    finding.level,
                    note_words(finding),
                )
                for owner, finding in prepared.findings
                if owner is file
            ]
            out = _numbered(path, number, file.path)
            headers: dict[str, list] = {}
            for table in file.tables:
                headers.setdefault(table.sheet, []).append(table.header_rows)
            for message in annotate(file.path, str(out), notes, header_rows=headers):
                feedback.pushWarning(render(message))
        return str(path)


def _numbered(path: Path, number: int, source: str) -> Path:
    """Return where the marked-up workbook of one of several sources goes; its ending is theirs."""
    if number == 0:
        return path
    return path.with_name(f"{path.stem}_{number + 1}{Path(source).suffix}")


def note_words(finding) -> str:
    """Return the text of a comment: what is wrong, and a proposal if there is one."""
    text = render(finding.message)
    if finding.fix is None or finding.fix == EMPTIED:
        return text
    fix = finding.fix
    if isinstance(fix, dict):
        fix = "、".join(fix.values())
    if isinstance(fix, tuple):
        fix = ",".join(str(part) for part in fix)
    return tr("{text} Proposed: {fix}").format(text=text, fix=fix)
