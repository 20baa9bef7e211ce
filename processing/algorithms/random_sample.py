"""randomsample: producers and inspectors drawn by lot, kept in the store and printed (G2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.collecting import no_collecting
from ...core.draw_objects import COLUMNS as LOOKED_AT
from ...core.draw_objects import Framed, Objects
from ...core.draw_record import Draw, draw_id, item_rows, new_draw
from ...core.errors import InputError
from ...core.lots import seed_of
from ...core.messages import Message
from ...core.schema import Record
from ...core.tables import DRAW_ITEM, INTEGER, PERSON, TABLES
from ...layers.draw_looks import dress_draw
from ...layers.draws import Before, keep_draw
from ...layers.reveals import refuse_unseeing
from ...layers.store import Store, open_store
from ...settings import operator_or_user
from ...translation import tr
from ..base import OriginTraceAlgorithm, go_on
from ..draw_outputs import add_draw_files, write_draw_files
from ..draw_parameters import DrawParameters
from ..groups import inspection_group
from ..loaded import dress_when_loaded
from ..periods import add_day, given_day
from ..query_parameters import QueryParameters
from ..sinks import write_points
from ..store_parameter import add_other_store
from ..store_records import add_operator, behind
from ..targets import layer_of

# Columns of an item that are known when it is drawn.
_ITEM = (
    *("team", "route", "subject_name", "product", "township", "inspectors"),
    *("stratum", "position", "uuid", "base_id", "draw_id"),
)


class RandomSample(DrawParameters, QueryParameters, OriginTraceAlgorithm):
    """Draw whom to inspect, and who inspects."""

    NAME = "randomsample"

    def title(self) -> str:
        return tr("Random inspection")

    def section(self) -> tuple[str, str]:
        return inspection_group()

    def about(self) -> str:
        return tr(
            "Draws producers to be inspected and inspectors to go there, both by lot. A producer "
            "counts once, however many bases it has; which base is visited is drawn too. "
            "Inspectors are taken from the list of people; nobody is sent to a township barred "
            "to them, to records of their own or to a producer that they have to do with.\n"
            "Lots are made from the seed and the frame: the same seed and frame give the same "
            "draw on any computer. Draw, seed and frame are kept in the store and cannot be "
            "changed; the same draw is kept once. Each team gets the order of its way."
        )

    def define(self) -> None:
        self.add_points_input()
        add_other_store(
            self,
            tr("Where people are listed and draws kept; empty for the store of the input."),
        )
        self.define_draw()
        self.define_query()
        add_day(self)
        add_operator(self, QgsProcessingParameterString("OPERATOR", tr("Operator"), optional=True))
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Producers drawn")),
            tr("Points by team with their number on the way; also those without a point."),
        )
        add_draw_files(self)
        self.addOutput(QgsProcessingOutputNumber("DRAWN", tr("Producers drawn")))
        self.addOutput(QgsProcessingOutputString("SEED", tr("Seed")))
        self.addOutput(QgsProcessingOutputString("DRAW", tr("Number of the draw")))
        self.addOutput(QgsProcessingOutputString("FRAME_SHA256", tr("SHA-256 of the frame")))

    def check(self, parameters, context) -> None:
        self.check_draw(parameters)
        layer = layer_of(self, parameters, "INPUT", context)
        if layer is not None and layer.isModified():
            raise InputError(
                Message("{layer} has edits that are not saved.", layer=layer.name()),
                Message("Save or discard them, then draw again."),
            )
        behind(self, parameters, context)
        self.query(parameters, context)

    def execute(self, parameters, context, feedback) -> dict:
        path = behind(self, parameters, context)
        with no_collecting():
            asked = self.selected(parameters, context, feedback)
            feedback.setProgress(30)
            with open_store(path) as store:
                made, known = self._draw(store, asked, parameters, context, feedback)
        go_on(feedback)
        feedback.setProgress(70)
        if not known:
            keep_draw(path, made)
        results = {
            "DRAWN": len(made.outcome.drawn),
            "SEED": made.row["seed"],
            "DRAW": made.row["id"],
            "FRAME_SHA256": made.row["frame_sha256"],
        }
        # Said before files are written: with the number the list can be printed again.
        feedback.pushInfo(
            tr("{DRAWN} producers drawn. Draw {DRAW}, seed {SEED}.").format(**results)
        )
        results["OUTPUT"] = self._points(made, parameters, context, feedback)
        results.update(write_draw_files(self, parameters, context, feedback, path, made))
        return results

    def _draw(
        self, store: Store, asked: list[Record], parameters, context, feedback
    ) -> tuple[Draw, bool]:
        """Return the draw and whether the store keeps it already. Raises InputError."""
        if self.parameterAsBool(parameters, "PERSONAL", context):
            refuse_unseeing(store, operator_or_user())  # before anything is kept
        everything = list(store.records(LOOKED_AT))
        chosen = _as_stored(asked, everything)
        go_on(feedback)
        objects = Objects(chosen, everything, store.rows(PERSON))
        before, seed = Before(store), seed_of(self.text(parameters, "SEED", context))
        since, day = self.since(parameters, context), given_day(self, parameters, context)
        weighted = self.parameterAsBool(parameters, "WEIGHTED", context)
        failed = before.failed(day) if weighted else ()
        for draws in before.as_of(seed):
            go_on(feedback)
            framed = objects.frame(before.seen(since, draws), failed)
            design = self.design(len(framed.frame.producers), parameters, context)
            kept = before.kept(draw_id(framed.frame, seed, design))
            if kept is not None:
                break
        _tell(framed, feedback)
        row = {
            "name": self.text(parameters, "TITLE", context) or None,
            "frame_query": self.query_words(parameters, context) or None,
            "operator": self.text(parameters, "OPERATOR", context) or operator_or_user(),
            "time": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
            "parameters": {
                "not_since": since.isoformat() if since else None,
                "seen": framed.seen,
                "weighted": weighted,
                "day": day.isoformat(),
            },
        }
        made = new_draw(framed.frame, seed, design, row)
        if kept is not None:
            feedback.pushInfo(
                tr(
                    "This draw was made before, on {time} (UTC) by {operator}; it is kept once."
                ).format(**kept)
            )
            return replace(made, row=kept), True
        for earlier in before.draws:
            if earlier["seed"] == seed:
                feedback.pushWarning(
                    tr("The draw {id} of {time} (UTC) had this seed, with another frame.").format(
                        **earlier
                    )
                )
        return made, False

    def _points(self, made: Draw, parameters, context, feedback) -> str:
        kinds = {column.name: column.kind for column in TABLES[DRAW_ITEM]}
        fields = QgsFields()
        for name in _ITEM:
            number = kinds[name] == INTEGER
            fields.append(QgsField(name, QMetaType.Type.Int if number else QMetaType.Type.QString))
        rows = {row["uuid"]: row for row in item_rows(made)}

        def feature(pick) -> QgsFeature:
            found = QgsFeature(fields)
            found.setAttributes([rows[pick.place.uuid][name] for name in _ITEM])
            if pick.place.point is not None:
                found.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*pick.place.point)))
            return found

        features = map(feature, made.outcome.drawn)
        identifier = write_points(self, parameters, "OUTPUT", context, feedback, fields, features)
        dress_when_loaded(context, identifier, dress_draw)
        return identifier


def _as_stored(asked: list[Record], everything: list[Record]) -> list[Record]:
    """Return the records asked for as the store has them. Raises InputError."""
    stored = {record["uuid"]: record for record in everything}
    missing = sum(record["uuid"] not in stored for record in asked)
    if missing:
        raise InputError(
            Message("{count} of the records are not in the store.", count=missing),
            Message("Draw from the store's own layer, or import them first."),
        )
    return [stored[record["uuid"]] for record in asked]


def _tell(framed: Framed, feedback) -> None:
    """Say what is not in the frame."""
    if framed.nameless:
        feedback.pushWarning(
            tr("{count} records name no producer and cannot be drawn.").format(
                count=framed.nameless
            )
        )
    if framed.stopped:
        feedback.pushInfo(
            tr("{count} records with a scale of 0 are left out.").format(count=framed.stopped)
        )
    if framed.seen:
        feedback.pushInfo(
            tr("{count} producers drawn or inspected since then are left out.").format(
                count=framed.seen
            )
        )
