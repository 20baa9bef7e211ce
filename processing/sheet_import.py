"""What all imports of sheets share: the marked-up workbooks, the findings, counts that add up."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..core.findings import ERROR, WARNING
from ..core.masking import masked
from ..core.outcomes import ADDED, BLANK, REFUSED, UNCHANGED, UPDATED
from ..layers.locations import refuse_shared
from ..translation import render, tr
from .base import OriginTraceAlgorithm
from .finding_rows import FINDING_COLUMNS, finding_rows
from .importing import Preparation
from .marking import in_folder, mark_up, numbered
from .sinks import write_rows
from .store_parameter import add_store
from .targets import make_folder, real, refuse_taken
from .words import column_words

COUNTS = (
    ("ADDED", ADDED),
    ("UPDATED", UPDATED),
    ("UNCHANGED", UNCHANGED),
    ("REFUSED", REFUSED),
    ("BLANK", BLANK),
)
_LOGGED = 50  # findings written to the log; the marked-up workbook has all


class SheetImport(OriginTraceAlgorithm):
    """Base of the imports: a subclass plans the rows of INPUT and writes them."""

    LEVELS = (ERROR, WARNING)  # of the findings that are written to the log

    def add_sheets(self, title: str) -> None:
        """Add INPUT, STORE and SHEET."""
        self.add(
            QgsProcessingParameterMultipleLayers("INPUT", title, QgsProcessing.SourceType.TypeFile),
            tr("One or several workbooks (.xlsx)."),
        )
        add_store(self)
        self.add(
            QgsProcessingParameterString("SHEET", tr("Worksheet"), optional=True),
            tr("Name or number of one sheet; empty for all visible ones that carry the header."),
        )

    def add_try(self) -> None:
        """Add DRY_RUN."""
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Try only"), defaultValue=False),
            tr("Do everything but write into the store: the counts tell what would happen."),
        )

    def add_annotated(self) -> None:
        """Add the marked-up workbooks."""
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
        self.add(
            QgsProcessingParameterFolderDestination(
                "ANNOTATED_FOLDER",
                tr("Folder for marked-up workbooks"),
                optional=True,
                createByDefault=False,
            ),
            tr("Every marked-up workbook into this folder, each by the name of its sheet."),
        )

    def add_findings(self) -> None:
        """Add the table of findings."""
        self.add(
            QgsProcessingParameterFeatureSink(
                "FINDINGS",
                tr("Findings"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("A table of all findings: file, sheet, row, column, what is wrong, proposal."),
        )

    def add_counts(self) -> None:
        """Add the counts of rows."""
        self.addOutput(QgsProcessingOutputNumber("READ", tr("Rows read")))
        for name, description in (
            ("ADDED", tr("Records added")),
            ("UPDATED", tr("Records updated")),
            ("UNCHANGED", tr("Rows unchanged")),
            ("REFUSED", tr("Rows refused")),
            ("BLANK", tr("Rows without a record")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def check(self, parameters, context) -> None:
        """Refuse a store that may not be written where it lies, and targets that are taken.

        Raises InputError.
        """
        if not self.parameterAsBool(parameters, "DRY_RUN", context):
            refuse_shared(self.text(parameters, "STORE", context))
        files = self.parameterAsFileList(parameters, "INPUT", context)
        for target in self._targets(parameters, context, files):
            refuse_taken(target, set(map(real, files)))

    def _targets(self, parameters, context, files: list[str]) -> list[Path]:
        """Return every place a marked-up workbook goes to."""
        target = self.parameterAsFileOutput(parameters, "ANNOTATED", context)
        folder = self.parameterAsFileOutput(parameters, "ANNOTATED_FOLDER", context)
        return [
            *(numbered(target, files) if target else ()),
            *(in_folder(folder, files) if folder else ()),
        ]

    def write_results(
        self, prepared: Preparation, results: dict, parameters, context, feedback
    ) -> None:
        """Write the marked-up workbooks and the table of findings, where asked for."""
        sources = [file.path for file in prepared.files]
        targets = self._targets(parameters, context, sources)
        for name in ("ANNOTATED", "ANNOTATED_FOLDER"):
            target = self.parameterAsFileOutput(parameters, name, context)
            if target:
                results[name] = target
        if "ANNOTATED_FOLDER" in results:
            make_folder(results["ANNOTATED_FOLDER"])
        for start in range(0, len(targets), len(sources)):
            mark_up(prepared, targets[start : start + len(sources)], feedback)
        if parameters.get("FINDINGS"):
            results["FINDINGS"] = write_rows(
                self,
                parameters,
                "FINDINGS",
                context,
                feedback,
                FINDING_COLUMNS,
                finding_rows(prepared),
            )

    def report(self, prepared: Preparation, results: dict, dry: bool, feedback) -> None:
        """Write the summary and the first findings into the log."""
        listed = ((f, x) for f, x in prepared.findings if x.level in self.LEVELS)
        for file, finding in islice(listed, _LOGGED):
            feedback.pushWarning(
                tr("{file}, sheet {sheet}, row {row}, {column}: {text}").format(
                    file=file.name,
                    sheet=finding.sheet,
                    row=finding.row,
                    column=column_words(finding.column),
                    text=render(masked(finding).message),
                )
            )
        left = sum(1 for _ in listed)
        if left:
            feedback.pushWarning(
                tr("… more findings: {count}. The marked-up workbook has them all.").format(
                    count=left
                )
            )
        feedback.pushInfo(
            tr(
                "Rows read: {READ} = added {ADDED} + updated {UPDATED} + unchanged {UNCHANGED} + "
                "refused {REFUSED} + without a record {BLANK}."
            ).format(**results)
        )
        if dry:
            feedback.pushInfo(tr("Only tried: nothing was written."))
