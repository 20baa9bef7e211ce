"""What tests of a record's window share: a real store in the project, and its window."""

from __future__ import annotations

from origin_trace.core.divisions import standard_divisions
from origin_trace.core.products import standard_products
from origin_trace.dialogs.line_factory import provide_lines, withdraw_lines
from origin_trace.dialogs.record_dialog import RecordDialog
from origin_trace.dialogs.suggestions import Suggestions
from origin_trace.dialogs.workspace import Workspace
from origin_trace.layers.forms import enrich_form
from origin_trace.layers.store import create_store, open_store
from origin_trace.layers.store_layers import load_layers
from origin_trace.layers.styling import save_default_style
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayerUtils
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtGui import QInputMethodEvent
from qgis.PyQt.QtWidgets import QApplication

COUNTY = ("江西省", "吉安市", "泰和县")
VILLAGES = [("360826100001", "文田村委会"), ("360826100002", "南门社区居委会")]
WHOLE = {
    "subject_name": "泰和县绿源家庭农场",
    "subject_type": "家庭农场",
    "industry": "种植业",
    "product": "豇豆",
    "province": "江西省",
    "city": "吉安市",
    "county": "泰和县",
    "township": "澄江镇",
    "village": "文田村",
    "contact": "张三",
    "contact_phone": "13800138000",
    "scale": 50.0,
    "scale_unit": "亩",
    "market_start": "--05",
    "market_end": "--09",
    "production_modes": '{"露地"}',
    "trace_modes": '{"追溯码"}',
    "grid_officer": "李四",
    "grid_officer_phone": "13900139000",
    "collector": "王五",
    "collector_phone": "13700137000",
    "period": "2023-1",
}


class Office:
    """A store of a county, opened in the project, and the window of its records."""

    def __init__(self, path):
        self.path = path
        self.project = QgsProject.instance()
        divisions = [row for row in standard_divisions() if row[0].startswith("360826")]
        products = standard_products()
        create_store(path, "360826", [*divisions, *VILLAGES], products, COUNTY).close()
        save_default_style(path, county_names=COUNTY)
        self.layer, self.choices = load_layers(path)
        self.project.addMapLayers([self.choices, self.layer])
        self.layer_id = self.layer.id()
        enrich_form(self.layer, self.choices, products, COUNTY)
        self.workspace = Workspace(self.project)
        self.workspace.adopt(self.layer)
        self.suggestions = Suggestions(self.workspace)
        provide_lines(self.suggestions)
        self.bar, self.canvas = QgsMessageBar(), QgsMapCanvas()
        self.dialog = RecordDialog(self.workspace, self.canvas, self.bar)

    def close(self):
        self.dialog.close_down()
        self.dialog.deleteLater()
        withdraw_lines()
        self.suggestions.close()
        self.workspace.close()
        self.project.removeAllMapLayers()

    def add(self, point=(115.013018, 26.859674), **values):
        """Save a whole record, with these values instead; return its uuid."""
        geometry = QgsGeometry.fromPointXY(QgsPointXY(*point)) if point else QgsGeometry()
        feature = QgsVectorLayerUtils.createFeature(self.layer, geometry)
        for column, value in {**WHOLE, **values}.items():
            feature[column] = value
        self.layer.startEditing()
        assert self.layer.addFeature(feature)
        assert self.layer.commitChanges(), self.layer.commitErrors()
        return feature["uuid"]

    def feature(self, uuid):
        return next(f for f in self.layer.getFeatures() if f["uuid"] == uuid)

    def values(self, uuid):
        return dict(zip(self.layer.fields().names(), self.feature(uuid).attributes()))

    def widget(self, column):
        return self.dialog.page.form.fields[column].widget()

    def findings(self):
        return {(f.rule, f.column) for f in self.dialog.page.findings.findings}

    def commit(self):
        assert self.layer.commitChanges(False), self.layer.commitErrors()

    def stored(self):
        """Return the records as the file has them."""
        with open_store(self.path) as store:
            return list(store.records())

    def texts(self, bar=None):
        """Return what the window's own message bar (or another one) shows."""
        return [item.text() for item in (bar or self.dialog.messages).items()]


def type_text(qtbot, widget, text):
    """Type as a keyboard does, or, what is not ASCII, as an input method does."""
    if text.isascii():
        qtbot.keyClicks(widget, text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)
