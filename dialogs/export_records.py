"""Which records are exported: all, those selected on the map, or those that fit."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..core.schema import COLUMNS
from ..layers.batches import uuids_filter
from ..layers.forms import status_labels
from ..translation import tr
from .connections import Connections
from .workspace import Workspace

_FILTERS = ("product", "township", "status", "period")
_WAIT = 250  # ms after the last choice before records are counted


class RecordsPanel(QGroupBox):
    """The choice of records. ``counted``: how many fit now."""

    counted = pyqtSignal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which records"), parent)
        self._workspace = workspace
        self._layer_connections = Connections()
        self.count = 0
        self.everything = QRadioButton(tr("All records"))
        self.selected = QRadioButton()
        self.fitting = QRadioButton(tr("Only those that fit:"))
        self.everything.setChecked(True)
        self.filters = {name: QComboBox() for name in _FILTERS}
        form = QFormLayout()
        form.setContentsMargins(24, 0, 0, 0)
        for name, combo in self.filters.items():
            combo.setMinimumContentsLength(16)
            form.addRow(COLUMNS[name].label, combo)
        self.words = QLabel()
        layout = QVBoxLayout(self)
        for widget in (self.everything, self.selected, self.fitting):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addWidget(self.words)
        layout.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.count_now)
        for button in (self.everything, self.selected, self.fitting):
            button.toggled.connect(lambda on: on and self._changed())
        for combo in self.filters.values():
            combo.currentIndexChanged.connect(self._filter_chosen)
        self.look_at_store()

    def look_at_store(self) -> None:
        """Offer what the store in hand has."""
        self._layer_connections.drop()
        layer = self._workspace.layer
        status = status_labels()
        for name, combo in self.filters.items():
            kept = combo.currentData()
            combo.blockSignals(True)
            combo.clear()
            combo.addItem(tr("all"), None)
            for value in _values(layer, name):
                combo.addItem(status.get(value, value) if name == "status" else value, value)
            combo.setCurrentIndex(max(combo.findData(kept), 0) if kept else 0)
            combo.blockSignals(False)
        if layer is not None:
            self._layer_connections.add(layer.selectionChanged, self._selection_changed)
        self._selection_changed()
        self.count_now()

    def release(self) -> None:
        """Let the layer's signals go."""
        self._timer.stop()
        self._layer_connections.drop()

    def expression(self) -> str:
        """Return the condition as a QGIS expression, "" for all records."""
        layer = self._workspace.layer
        if self.selected.isChecked() and layer is not None:
            return uuids_filter(f["uuid"] for f in layer.getSelectedFeatures(_only("uuid", layer)))
        if self.fitting.isChecked():
            parts = [
                QgsExpression.createFieldEqualityExpression(name, combo.currentData())
                for name, combo in self.filters.items()
                if combo.currentData() is not None
            ]
            return " AND ".join(parts)
        return ""

    def count_now(self) -> None:
        """Count the records that fit and show it."""
        self._timer.stop()
        layer = self._workspace.layer
        if layer is None:
            self.count = 0
        elif self.selected.isChecked():
            self.count = layer.selectedFeatureCount()
        else:
            request = QgsFeatureRequest().setFilterExpression(self.expression() or "TRUE")
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
            # What is saved counts: the layer itself may hide some by a filter.
            self.count = sum(1 for _ in layer.dataProvider().getFeatures(request))
        self.words.setText(tr("Records: {count}").format(count=self.count))
        self.counted.emit(self.count)

    def _changed(self) -> None:
        self.words.setText("…")
        self._timer.start()

    def _filter_chosen(self, _index: int) -> None:
        self.fitting.setChecked(True)
        self._changed()

    def _selection_changed(self, *_: object) -> None:
        layer = self._workspace.layer
        count = layer.selectedFeatureCount() if layer is not None else 0
        self.selected.setText(tr("Selected on the map ({count})").format(count=count))
        self.selected.setEnabled(count > 0)
        if self.selected.isChecked():
            if not count:
                self.everything.setChecked(True)
            self._changed()


def _only(name: str, layer: QgsVectorLayer) -> QgsFeatureRequest:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return request.setSubsetOfAttributes([name], layer.fields())


def _values(layer: QgsVectorLayer | None, name: str) -> list[str]:
    """Return what stands in a column, the latest period first."""
    if layer is None:
        return []
    index = layer.fields().lookupField(name)
    found = sorted(str(value) for value in layer.uniqueValues(index) if value)
    return found[::-1] if name == "period" else found
