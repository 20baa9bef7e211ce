"""importsheet: township sheets into the store, in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ...core.collecting import no_collecting
from ...core.divisions import standard_divisions
from ...core.importing import RowNormaliser
from ...core.matching import Matcher
from ...core.periods import check_period
from ...core.places import Places
from ...core.rules import Context
from ...core.schema import COORDINATE_SYSTEMS
from ...layers.forms import system_labels
from ...layers.open_edits import records_in_hand
from ...layers.store import open_store
from ...settings import operator_name
from ...spreadsheets.corrections import Corrections
from ...translation import render, tr
from ..base import go_on, shown
from ..groups import sheets_group
from ..importing import Preparation, SheetFile, name_apart, open_sheet, take_file
from ..sheet_import import COUNTS, SheetImport


class ImportSheet(SheetImport):
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
        self.add_sheets(tr("Collection sheets"))
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
        self.add_try()
        self.add_annotated()
        self.add(
            QgsProcessingParameterString("COLUMNS", tr("Corrected headers"), optional=True),
            tr(
                "JSON for columns whose header misleads: for a file, a sheet or «file!sheet» the "
                "header, column letter or header cell, and the column of the store that it is. "
                "An empty text leaves it out; «remarks» keeps it in the remarks. Example: "
            )
            + '{"马市镇.xlsx": {"场地": "village", "F": ""}}',
            advanced=True,
        )
        self.add_findings()
        self.add_counts()
        self.addOutput(QgsProcessingOutputString("BATCH", tr("Import batch")))
        self.addOutput(QgsProcessingOutputString("FILES", tr("Counts of each file (JSON)")))

    def check(self, parameters, context) -> None:
        super().check(parameters, context)
        period = self.text(parameters, "PERIOD", context)
        if period:
            check_period(period)
        Corrections.parse(self.text(parameters, "COLUMNS", context))

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        # In the main thread, where edit buffers may be looked into.
        uri = self.text(parameters, "STORE", context).partition("|")[0]
        self._in_hand = records_in_hand(context.project(), uri)
        return super().prepareAlgorithm(parameters, context, feedback)

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
        results = {"READ": prepared.read, **{name: counts[key] for name, key in COUNTS}}
        results["FILES"] = json.dumps([_counted(file) for file in prepared.files])
        # What goes to files first: where one cannot be written, nothing is imported.
        self.write_results(prepared, results, parameters, context, feedback)
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
        self.report(prepared, results, dry, feedback)
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
        corrections = Corrections.parse(self.text(parameters, "COLUMNS", context))
        for path in self.parameterAsFileList(parameters, "INPUT", context):
            go_on(feedback)
            file, messages = open_sheet(
                path,
                self.text(parameters, "SHEET", context) or None,
                batches,
                date.today(),
                corrections,
            )
            prepared.files.append(file)
            for message in messages:
                feedback.pushInfo(render(message))
        corrections.refuse_unused()
        name_apart(prepared.files)
        prepared.revision = store.revision()
        matcher = Matcher(store.records(), period, store.imported(), self._in_hand)
        prepared.plan = matcher.plan
        for number, file in enumerate(prepared.files):

            def progress(part: float, number: int = number) -> None:
                go_on(feedback)
                feedback.setProgress(70 * (number + part) / len(prepared.files))

            take_file(file, normaliser, matcher, rules, prepared, progress)

    def _batch(self, prepared: Preparation, results: dict, system: str) -> dict:
        """Return the row of import_batch."""
        return {
            "file_name": "、".join(file.name for file in prepared.files),
            # A file known by its hash counts as imported: not one that is to come again.
            "sha256": ",".join(file.sha256 for file in prepared.files if not file.held_up),
            "sheets": "、".join(t.sheet for file in prepared.files for t in file.tables),
            "coordinates": system,
            "period": prepared.files[0].reference,
            "operator": operator_name(),
            **{key: results[name] for name, key in COUNTS},
            "rows_read": results["READ"],
        }


def _counted(file: SheetFile) -> dict:
    """Return the counts of one file, under the names that the algorithm gives them."""
    counts = {name: file.counts[key] for name, key in COUNTS}
    return {"file": file.path, "READ": sum(counts.values()), **counts}
