"""What the tests of editing share: a store with records, its layer, a guard that is listened to."""

from __future__ import annotations

from origin_trace.core.rules import Context
from origin_trace.core.schema import COLUMNS
from origin_trace.layers.edit_guard import EditGuard
from origin_trace.layers.forms import configure_form
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import load_layers
from origin_trace.tests.unit.records import crop
from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt import sip

COUNTY = ("江西省", "吉安市", "泰和县")


def fill(path, count=3, **changes):
    """Put complete records into a store; return their uuids in the order of their fids."""
    made = [crop(subject_name=f"主体{i}", lon=115 + i / 100, **changes) for i in range(count)]
    with open_store(path, write=True) as store:
        store.apply({"operator": "首"}, made, [])
    return [record["uuid"] for record in made]


def stored(path):
    """Return uuid -> record as the file holds it."""
    with open_store(path) as store:
        return {record["uuid"]: record for record in store.records()}


class Session:
    """A layer in editing with its guard, and everything that the guard has said."""

    def __init__(self, path, folder, configured=True, layer=None):
        self.path = str(path)
        self.layer = load_layers(path)[0] if layer is None else layer
        if configured:
            configure_form(self.layer, county_names=COUNTY)
        self.context = Context(county=COUNTY)
        self.guard = EditGuard(self.layer, lambda: self.context, None, folder)
        self.refusals, self.errors = [], []
        self.guard.refused.connect(self.refusals.append)
        self.guard.failed.connect(self.errors.append)
        assert self.layer.isEditable() or self.layer.startEditing()

    def close(self):
        """Let go of everything now: a layer may not outlive QGIS."""
        if not sip.isdeleted(self.layer):
            self.guard.detach()
            if self.layer.isEditable():
                self.layer.rollBack()
            sip.delete(self.layer)

    def index(self, column):
        """The number of a column's field."""
        return self.layer.fields().lookupField(column)

    def change(self, fid, **values):
        """Change columns of a record, and its point (lon, lat), in one edit command."""
        self.layer.beginEditCommand("change")
        for column, value in values.items():
            if column == "point":
                geometry = QgsGeometry.fromPointXY(QgsPointXY(*value)) if value else QgsGeometry()
                assert self.layer.changeGeometry(fid, geometry)
            else:
                assert column in COLUMNS
                assert self.layer.changeAttributeValue(fid, self.index(column), value)
        self.layer.endEditCommand()

    def commit(self, stop=False):
        """Save; return whether QGIS says that it did."""
        return self.layer.commitChanges(stop)

    @property
    def refused(self):
        """(title, column) of what the last save was refused for."""
        return [(r.title, r.column) for r in self.refusals[-1]] if self.refusals else []
