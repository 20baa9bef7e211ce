"""What is written of a random draw: the list, the frame, and the log where phones are in full."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)

from ..core.draw_list import COLUMNS, DrawList
from ..core.draw_record import Draw
from ..core.tables import DRAW_LIST
from ..layers.store import open_store
from ..settings import unit_name
from ..spreadsheets.atomic import replace_file
from ..spreadsheets.writer import write_draw
from ..translation import tr
from .unmasked import log_unmasked


def add_draw_files(algorithm) -> None:
    """Add RECORD, FRAME and PERSONAL to an algorithm."""
    for name, title, kind, text in (
        (
            "RECORD",
            tr("List to print"),
            tr("Workbook") + " (*.xlsx)",
            tr("Whom to visit, by team and in the order of its way, on A4; with seed and hash."),
        ),
        (
            "FRAME",
            tr("Frame as text"),
            tr("Text") + " (*.txt)",
            tr("The text whose SHA-256 stands on the list; any program can check it."),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterFileDestination(
                name, title, fileFilter=kind, optional=True, createByDefault=False
            ),
            text,
        )
    algorithm.add(
        QgsProcessingParameterBoolean("PERSONAL", tr("Phones in full"), defaultValue=False),
        tr("For the list that inspectors take along; that they were given is kept in the store."),
    )


def write_draw_files(algorithm, parameters, context, feedback, path: str, made: Draw) -> dict:
    """Write what was asked for of a draw in the store ``path``; return the outputs.

    Raises WorkbookError, StoreError, and InputError where phones may not be given.
    """
    results = {}
    record = algorithm.parameterAsFileOutput(parameters, "RECORD", context)
    if record:
        with open_store(path) as store:
            uuids = {pick.place.uuid for pick in made.outcome.drawn}
            records = {r["uuid"]: r for r in store.records(COLUMNS) if r["uuid"] in uuids}
            county = store.county_names[2]
        personal = algorithm.parameterAsBool(parameters, "PERSONAL", context)
        if personal:
            log_unmasked(path, DRAW_LIST, len(records), feedback)
        listed = DrawList(made, records, personal)
        write_draw(record, listed, county=county, office=unit_name(), translate=tr)
        results["RECORD"] = record
    frame = algorithm.parameterAsFileOutput(parameters, "FRAME", context)
    if frame:
        # As bytes: an end of line of another kind would be another hash.
        replace_file(frame, lambda stream: stream.write(made.frame.text.encode("utf-8")))
        results["FRAME"] = frame
    return results
