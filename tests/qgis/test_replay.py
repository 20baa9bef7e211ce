"""Many random edits by every way there is: each version can be told and brought back (D5).

200 edits, or as many as ORIGIN_TRACE_EDITS says.
"""

from __future__ import annotations

import os
import random

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.core.reviews import APPROVE, RETURN, SUBMIT, Decision
from origin_trace.core.schema import COLUMNS, POINT
from origin_trace.core.versions import GEOMETRY, difference, state_at, states, value_of
from origin_trace.layers.gpkg_db import DatabaseError, ogr_errors, quote
from origin_trace.layers.record_edit import RecordDraft
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store, open_layer
from origin_trace.tests.unit.records import crop
from osgeo import ogr
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip

EDITS = int(os.environ.get("ORIGIN_TRACE_EDITS", "200"))
TEXTS = (None, "O'Brien", "改\n二", "😀", '{"a": 1}', "0", " ")
CALCULATED = {
    "scale": '"scale" * 1.1',
    "remarks": "coalesce(\"remarks\", '') || '核'",
    "contact": "left(\"contact\", 1) || '某'",
}
# What a restored version does not take from the old one.
_OWN = ("version", "updated_at", "updated_by", "status", "return_reason", "return_deadline")


class Person:
    """Edits one store by every way, at random."""

    def __init__(self, path, layer, seed):
        self.path, self.layer, self.random = path, layer, random.Random(seed)
        self.batches, self.done = [], {}
        self.known = [feature["uuid"] for feature in layer.getFeatures()]
        self.ways = [
            *(self.form, self.table, self.calculator, self.sql, self.undone),
            *(self.undone, self.move, self.imported, self.undo_import),
            *(self.copy, self.delete, self.decide, self.restore),
        ]

    def edit(self):
        """Do one edit, which the store may refuse."""
        way = self.random.choice(self.ways)
        try:
            way()
        except (StoreError, DatabaseError):
            self.count(f"refused {way.__name__}")
        else:
            self.count(way.__name__)

    def count(self, key):
        self.done[key] = self.done.get(key, 0) + 1

    # --- what is edited -----------------------------------------------------------

    def value(self):
        column = self.random.choice(
            ["remarks", "contact", "scale", "facility", "status", "confirmed_how", "market_start"]
        )
        if column == "scale":
            return column, self.random.choice([None, self.random.uniform(0.001, 1e6), 0.1 + 0.2])
        if column == "facility":
            return column, self.random.choice([0, 1, None])
        if column == "status":
            return column, self.random.choice(["draft", "submitted", "approved", "returned"])
        return column, self.random.choice(TEXTS)

    def number(self):
        self.known.append(f"n{len(self.known)}")
        return self.known[-1]

    def some(self):
        """Return a few features of the layer, as it shows them now."""
        features = list(self.layer.getFeatures())
        return self.random.sample(features, min(len(features), self.random.randint(1, 3)))

    def commit(self):
        if not self.layer.commitChanges():
            words = "\n".join(self.layer.commitErrors())
            self.layer.rollBack()
            raise DatabaseError(words)

    # --- the ways -------------------------------------------------------------------

    def form(self):
        self.layer.startEditing()
        (feature, *_) = self.some()
        form = QgsAttributeForm(self.layer, feature)
        form.changeAttribute(*self.value())
        assert form.save()
        sip.delete(form)  # no event loop here; a hidden form would follow every edit
        self.commit()

    def table(self):
        self.layer.startEditing()
        column, value = self.value()
        for feature in self.some():
            index = self.layer.fields().lookupField(column)
            self.layer.changeAttributeValue(feature.id(), index, value)
        self.commit()

    def calculator(self):
        self.layer.startEditing()
        column, text = self.random.choice(list(CALCULATED.items()))
        expression = QgsExpression(text)
        context = QgsExpressionContext(
            QgsExpressionContextUtils.globalProjectLayerScopes(self.layer)
        )
        self.layer.beginEditCommand("calculator")
        for feature in self.some():
            context.setFeature(feature)
            index = self.layer.fields().lookupField(column)
            self.layer.changeAttributeValue(feature.id(), index, expression.evaluate(context))
        self.layer.endEditCommand()
        self.commit()

    def sql(self):
        column, value = self.value()
        listed = ", ".join(quote(feature["uuid"]) for feature in self.some())
        with ogr_errors():
            ogr.Open(self.path, 1).ExecuteSQL(
                f"UPDATE collection_point SET {column} = {quote(value)} WHERE uuid IN ({listed})"
            )

    def undone(self):
        """Edit as the record's window does, take it back and perhaps do it again; save."""
        self.layer.startEditing()
        for feature in self.some():
            draft = RecordDraft(self.layer, feature, new=False)
            draft.move((self.random.uniform(114, 116), 26.5), "cgcs2000", None)
            draft.write(dict([self.value()]))
        stack = self.layer.undoStack()
        for _ in range(self.random.randint(1, stack.count())):
            stack.undo()
        if self.random.random() < 0.4:
            stack.redo()
        self.commit()

    def move(self):
        self.layer.startEditing()
        for feature in self.some():
            geometry = QgsGeometry()
            if self.random.random() < 0.9:
                geometry = QgsGeometry.fromPointXY(
                    QgsPointXY(self.random.uniform(73, 135), self.random.uniform(3, 53))
                )
            self.layer.changeGeometry(feature.id(), geometry)
        self.commit()

    def imported(self):
        updated = []
        for feature in self.some():
            point = {"lon": self.random.uniform(114, 116), "lat": 26.0}
            updated.append({"uuid": feature["uuid"], **dict([self.value()]), **point})
        with open_store(self.path, write=True) as store:
            self.batches.append(
                store.apply({"operator": "导"}, [crop(uuid=self.number())], updated)
            )

    def undo_import(self):
        if self.batches:
            with open_store(self.path, write=True) as store:
                store.undo(self.batches.pop(), "撤")

    def copy(self):
        self.layer.startEditing()
        feature = QgsVectorLayerUtils.createFeature(self.layer)
        feature["uuid"] = self.number()
        self.layer.addFeature(feature)
        self.commit()

    def delete(self):
        self.layer.startEditing()
        features = self.some() if self.layer.featureCount() > 5 else []
        self.layer.deleteFeatures([feature.id() for feature in features])
        self.commit()

    def decide(self):
        kind = self.random.choice([SUBMIT, APPROVE, RETURN])
        with open_store(self.path, write=True) as store:
            versions = {f["uuid"]: f["version"] for f in self.some()}
            store.decide(Decision(kind, "王审核", "改", "2030-01-01"), versions)

    def restore(self):
        with open_store(self.path, write=True) as store:
            uuid = self.random.choice(self.known)
            versions = len(store.history(uuid)) or 1  # none where its import was refused
            store.restore(uuid, self.random.randint(max(1, versions - 9), versions), "复")


@pytest.fixture
def edited(tmp_path, qgis_new_project):
    """A store after many edits, and every version that was seen in it on the way."""
    path = make_store(tmp_path / "泰和 县.gpkg", [crop(uuid=f"u{n}") for n in range(8)])
    layer = open_layer(path)
    person = Person(path, layer, seed=20261125)
    seen = {}
    for _ in range(EDITS):
        person.edit()
        layer.dataProvider().reloadData()
        with open_store(path) as store:
            for record in store.records():
                key = record["uuid"], record["version"]
                assert seen.setdefault(key, record) == record  # a version never changes
    yield path, seen, person
    QgsProject.instance().clear()


def test_every_version_is_told_and_comes_back(edited):
    path, seen, person = edited
    assert all(way.__name__ in person.done for way in person.ways), person.done
    with open_store(path) as store:
        assert store.check() == []
        now = {record["uuid"]: record for record in store.records()}
        histories = dict(store.histories())
    told = {}
    for uuid, rows in histories.items():
        assert [row["version"] for row in rows] == list(range(1, len(rows) + 1))
        after = states(rows, now.get(uuid))
        for row, state in zip(rows, after):
            assert row["after"] in (None, state)
            if state is not None:
                told[uuid, row["version"]] = state
                assert state["version"] == row["version"]
        assert_differences(rows, now.get(uuid), after, person.random)
    # QGIS writes values and point one after the other: there are versions nobody saw.
    assert {key: told.get(key) for key in seen} == seen

    content = [key for key in (*COLUMNS, *POINT) if key not in _OWN]
    with open_store(path, write=True) as store:
        for uuid, version in person.random.sample(sorted(told), min(60, len(told))):
            current = next((r for r in store.records() if r["uuid"] == uuid), None)
            state = state_at(store.history(uuid), current, version)
            assert state == told[uuid, version]
            if current and all(current[key] == state[key] for key in content):
                continue
            record = store.restore(uuid, version, "复")
            assert all(record[key] == state[key] for key in content)
            assert record["version"] == len(store.history(uuid)) and record["updated_by"] == "复"
            assert record["status"] != "approved"
        assert store.check() == []


def assert_differences(rows, current, after, rng):
    """Old and new side by side make the one version out of the other."""
    for _ in range(5):
        first, last = sorted((rng.randint(0, len(rows)), rng.randint(0, len(rows))))
        old, new = (after[n - 1] if n else None for n in (first, last))
        found = difference(rows, current, first, last)
        if old is None or new is None:
            assert found is None or (found.old, found.new) == (old, new)
            continue
        changed = {field.column: (field.old, field.new) for field in found.fields} if found else {}
        for column in (*COLUMNS, GEOMETRY):
            if column not in ("version", "updated_at", "updated_by", "original_values"):
                pair = value_of(old, column), value_of(new, column)
                assert changed.get(column, (pair[0], pair[0])) == pair
