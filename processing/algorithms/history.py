"""history: what changed between two dates or versions, old and new side by side (D5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.clock import beginning
from ...core.errors import InputError
from ...core.messages import Message
from ...core.schema import Record
from ...core.tables import CHANGES
from ...core.versions import (
    ADDED,
    CHANGED,
    DELETED,
    GEOMETRY,
    Difference,
    difference,
    span,
    value_of,
)
from ...layers.result_tables import dress_table
from ...layers.store import open_store
from ...layers.value_words import column_words, local_time, masked_words, value_words
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import quality_group
from ..loaded import dress_when_loaded
from ..sinks import write_points
from ..store_records import behind, chosen
from ..unmasked import log_unmasked

_RECORD = ("subject_name", "product", "township", "village")
_TEXTS = (*_RECORD, "change", "label", "old", "new", "time", "operator")
_NUMBERS = ("version_from", "version_to")
_KEYS = ("uuid", "field")


class History(OriginTraceAlgorithm):
    """List what changed in records between two dates or versions."""

    NAME = "history"

    def title(self) -> str:
        return tr("What changed")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Lists what changed in the records between two dates or two versions: one feature for "
            "each value that is another one now, old and new side by side, with who changed it "
            "last and when. Records that were added or deleted stand there too; deleted ones "
            "where all records of the store are asked for.\n"
            "Edits that are not saved yet do not count."
        )

    def define(self) -> None:
        self.add_points_input()
        day, whole = (
            QgsProcessingParameterDateTime.Type.Date,
            QgsProcessingParameterNumber.Type.Integer,
        )
        self.add(
            QgsProcessingParameterDateTime("FROM", tr("First day"), day, optional=True),
            tr("Such as 2026-11-01; empty for the beginning."),
        )
        self.add(
            QgsProcessingParameterDateTime("TO", tr("Last day"), day, optional=True),
            tr("Inclusive; empty for now."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "FROM_VERSION", tr("From version"), whole, optional=True, minValue=0
            ),
            tr("Instead of a day: the version of each record to compare with."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "TO_VERSION", tr("To version"), whole, optional=True, minValue=1
            ),
            tr("Instead of a day: the version of each record that is compared."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                "PERSONAL", tr("Show names and phones in full"), defaultValue=False
            ),
            tr(
                "Else names, phones and remarks of persons are hidden. That they were shown is "
                "kept in the store."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Changes")),
            tr("One feature for each change, on the record's point where it has one."),
        )
        self.addOutput(QgsProcessingOutputNumber("RECORDS", tr("Records that differ")))
        self.addOutput(QgsProcessingOutputNumber("ADDED", tr("Records added")))
        self.addOutput(QgsProcessingOutputNumber("DELETED", tr("Records deleted")))
        self.addOutput(QgsProcessingOutputNumber("CHANGES", tr("Changes")))

    def check(self, parameters, context) -> None:
        behind(self, parameters, context)
        start, end = self._ends(parameters, context)
        if type(start) is type(end) and start is not None and start >= end:
            raise InputError(
                Message("The end lies before the beginning."), Message("Exchange the two.")
            )

    def _ends(self, parameters, context) -> tuple[str | int | None, str | int | None]:
        """Return both ends, each as a version or a time (UTC)."""
        return (
            self._end(parameters, "FROM", 0, context),
            self._end(parameters, "TO", 1, context),
        )

    def _end(self, parameters, name: str, days: int, context) -> str | int | None:
        day = self.parameterAsDateTime(parameters, name, context).date()
        versioned = parameters.get(f"{name}_VERSION") not in (None, "")
        if versioned and day.isValid():
            raise InputError(
                Message(
                    "{parameter}: a day and a version are given.",
                    parameter=self.parameterDefinition(name).description(),
                ),
                Message("Give one of both."),
            )
        if versioned:
            return self.parameterAsInt(parameters, f"{name}_VERSION", context)
        return beginning(day.toPyDate() + timedelta(days=days)) if day.isValid() else None

    def execute(self, parameters, context, feedback) -> dict:
        fields = QgsFields()
        for name in (*_TEXTS, *_NUMBERS, *_KEYS):
            number = name in _NUMBERS
            fields.append(QgsField(name, QMetaType.Type.Int if number else QMetaType.Type.QString))
        asked = self.parameterAsBool(parameters, "PERSONAL", context)
        words = value_words if asked else masked_words
        kinds: Counter[str] = Counter()

        def features() -> Iterator[QgsFeature]:
            for each in self._differences(parameters, context, feedback):
                kinds[each.kind] += 1
                for feature in _features(each, fields, words):
                    kinds["all"] += 1
                    yield feature
            if asked:  # the result is shown only after this
                count = kinds[ADDED] + kinds[CHANGED] + kinds[DELETED]
                log_unmasked(behind(self, parameters, context), CHANGES, count, feedback)

        given = (self, parameters, "OUTPUT", context, feedback)
        identifier = write_points(*given, fields, features())
        dress_when_loaded(context, identifier, dress_table(_aliases(), hidden=("field",)))
        results = {
            "OUTPUT": identifier,
            "RECORDS": kinds[ADDED] + kinds[CHANGED] + kinds[DELETED],
            "ADDED": kinds[ADDED],
            "DELETED": kinds[DELETED],
            "CHANGES": kinds["all"],
        }
        feedback.pushInfo(
            tr(
                "Records that differ: {RECORDS}, of these added: {ADDED}, deleted: {DELETED}. "
                "Changes: {CHANGES}."
            ).format(**results)
        )
        return results

    def _differences(self, parameters, context, feedback) -> Iterator[Difference]:
        start, end = self._ends(parameters, context)
        numbers = {number for number, _ in chosen(self, parameters, context, feedback)}
        with open_store(behind(self, parameters, context)) as store:
            now = {record["uuid"]: record for record in store.records()}
            asked = None if now.keys() <= numbers else [n for n in numbers if n]
            since = start if isinstance(start, str) else ""
            for count, (uuid, rows) in enumerate(store.histories(asked, since)):
                if feedback.isCanceled():
                    raise InputError(Message("Cancelled."))
                feedback.setProgress(100 * count / max(len(now), count + 1))
                each = difference(rows, now.get(uuid), *span(rows, start, end))
                if each is not None:
                    yield each


def _aliases() -> dict[str, str]:
    return {
        "change": tr("Change"),
        "label": tr("Column"),
        "old": tr("Old value"),
        "new": tr("New value"),
        "time": tr("Changed at"),
        "operator": tr("Changed by"),
        "version_from": tr("From version"),
        "version_to": tr("To version"),
    }


def _features(each: Difference, fields: QgsFields, words) -> Iterator[QgsFeature]:
    """Yield one feature for each change of a record, on its point."""
    record: Record = each.new or each.old
    kind = {ADDED: tr("added"), CHANGED: tr("changed"), DELETED: tr("deleted")}[each.kind]
    of = {key: record[key] for key in (*_RECORD, "uuid")}
    of["version_from"] = each.first["version"] - 1
    of["version_to"] = each.last["version"]
    point = value_of(each.new, GEOMETRY) or value_of(each.old, GEOMETRY)
    told = [
        {
            "field": change.column,
            "label": column_words(change.column),
            "old": words(change.column, change.old) or None,
            "new": words(change.column, change.new) or None,
            "time": local_time(change.time),
            "operator": change.operator,
        }
        for change in each.fields
    ]
    row = each.first if each.kind == ADDED else each.last
    for values in told or [{"time": local_time(row["time"]), "operator": row["operator"]}]:
        feature = QgsFeature(fields)
        feature.setAttributes([{**of, "change": kind, **values}.get(f.name()) for f in fields])
        if point is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*point)))
        yield feature
