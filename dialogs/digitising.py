"""The way of a point: map tools, QGIS's form and the question about near records."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from .. import settings
from ..core.errors import OriginTraceError
from ..core.schema import COLUMNS
from ..layers.addresses import propose_address
from ..layers.nearby import text_of
from ..layers.neighbours import Neighbour, near_records
from ..layers.placing import degrees_of, place_point, point_changes, start_editing
from ..layers.record_edit import find_record
from ..translation import render, tr
from .connections import Connections
from .messages import say, say_error
from .move_tool import MoveTool
from .near_warning import BACK, OPEN, NearWarning
from .point_mark import PointMark
from .point_tool import PointTool
from .records_under import title_of
from .workspace import Workspace


class Digitising(QObject):
    """Adds, opens and moves points; each saving is one edit that Ctrl+Z takes back."""

    placed = pyqtSignal()  # a record of the worklist has its point

    def __init__(self, iface, workspace: Workspace) -> None:
        super().__init__()
        self.window, self.canvas = iface.mainWindow(), iface.mapCanvas()
        self.bar, self.workspace = iface.messageBar(), workspace
        self.form: QgsAttributeDialog | None = None
        self.warning: NearWarning | None = None
        self.mark = PointMark(self.canvas)
        self.point_tool = PointTool(self.canvas, iface.cadDockWidget(), workspace)
        self.move_tool = MoveTool(self.canvas, iface.cadDockWidget(), workspace)
        self._last: dict[str, object] = {}  # column -> value of the record added before
        self._connections = Connections()
        self._wanting = ""  # uuid of the record whose place is asked for
        self._connections.add(self.point_tool.placed, self._clicked)
        self._connections.add(self.point_tool.cancelled, self._forget)
        self._connections.add(self.move_tool.chosen, self.open_record)
        self._connections.add(workspace.changed, self._store_changed)

    def close(self) -> None:
        """Take tools, windows and marks off the map."""
        self._connections.drop()
        self._store_changed()
        self.point_tool.close()
        self.move_tool.close()
        self.mark.close()

    def ask_for_points(self, on: bool) -> None:
        """Wait for clicks, each of which adds a record; or stop waiting."""
        if on:
            self._wanting = ""
            self.point_tool.ask(once=False)
        else:
            self.point_tool.stop()

    def edit_points(self, on: bool) -> None:
        """Let clicks open records and drags move them; or stop that."""
        if on:
            self.canvas.setMapTool(self.move_tool)
        else:
            self.canvas.unsetMapTool(self.move_tool)

    def place_record(self, uuid: str) -> None:
        """Wait for one click, which gives a record its point."""
        layer = self.workspace.layer
        feature = find_record(layer, uuid) if layer is not None else None
        if feature is not None:
            self.point_tool.ask(title_of(feature), once=True)
            self._wanting = uuid

    def _forget(self) -> None:
        self._wanting = ""

    def _clicked(self, point: QgsPointXY) -> None:
        uuid, self._wanting = self._wanting, ""
        layer = self.workspace.layer
        if not uuid:
            self.add_at(point)
            return
        feature = find_record(layer, uuid) if layer is not None else None
        if feature is None:
            return
        try:
            place_point(layer, feature.id(), point)
        except OriginTraceError as error:
            say_error(self.bar, error)
            return
        self._ask_about_near(layer, find_record(layer, uuid))
        self.placed.emit()

    # --- records --------------------------------------------------------------------

    def add_at(self, point: QgsPointXY) -> None:
        """Show the form of a new record at a place (CGCS2000 degrees)."""
        layer = self.workspace.layer
        if layer is None or self._form_is_open() or not self._editable(layer):
            return
        geometry, columns = point_changes(layer, point)
        proposal = propose_address(
            layer,
            point,
            self.workspace.boundary,
            self.workspace.county_names,
            self.workspace.divisions,
        )
        values = proposal.over(self._taken_over())
        fields = layer.fields()
        for column, value in values.items():
            columns[fields.lookupField(column)] = value
        columns.pop(-1, None)
        feature = QgsVectorLayerUtils.createFeature(
            layer, geometry, columns, layer.createExpressionContext()
        )
        say(self.bar, render(proposal.reason))
        self._show(layer, feature, QgsAttributeEditorContext.Mode.AddFeatureMode)

    def open_record(self, uuid: str) -> None:
        """Show the form of a record."""
        layer = self.workspace.layer
        feature = find_record(layer, uuid) if layer is not None else None
        if feature is None or self._form_is_open():
            return
        if not layer.readOnly() and not self._editable(layer):
            return
        self._show(layer, feature, QgsAttributeEditorContext.Mode.SingleEditMode)

    def _show(self, layer: QgsVectorLayer, feature: QgsFeature, mode) -> None:
        self._close_form()
        context = QgsAttributeEditorContext()
        context.setMapCanvas(self.canvas)
        # QGIS takes the feature over only in C++: it is held here as long as the form.
        self._feature_shown = QgsFeature(feature)
        form = QgsAttributeDialog(layer, self._feature_shown, False, self.window, True, context)
        form.setMode(mode)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        form.accepted.connect(self._saved)
        form.finished.connect(self._form_finished)
        self.form = form
        self.mark.show(degrees_of(layer, feature.geometry()), title_of(feature))
        form.show()

    def _saved(self) -> None:
        layer = self.workspace.layer
        if layer is None or self.form is None:
            return
        feature = find_record(layer, self._feature_shown["uuid"])
        if feature is None:
            return
        kept = settings.KEPT_COLUMNS.get()
        self._last = {name: feature[name] for name in kept if name in COLUMNS and feature[name]}
        self._ask_about_near(layer, feature)

    def _ask_about_near(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        point = degrees_of(layer, feature.geometry())
        if point is None:
            return
        found = near_records(
            layer,
            point,
            text_of(feature, "subject_name"),
            text_of(feature, "product"),
            text_of(feature, "uuid"),
            village=text_of(feature, "village"),
            except_base=text_of(feature, "base_id"),
        )
        if found:
            self._warn(feature, point, found)

    def _warn(self, feature: QgsFeature, point: QgsPointXY, found: list[Neighbour]) -> None:
        uuid = feature["uuid"]

        def answered(answer: str, other: str) -> None:
            if answer in (OPEN, BACK):
                self.open_record(other if answer == OPEN else uuid)

        self.warning = NearWarning(self.canvas, point, title_of(feature), found, self.window)
        self.warning.answered.connect(answered)
        self.warning.show()

    # --- small things ---------------------------------------------------------------

    def _taken_over(self) -> dict[str, object]:
        """Return what a new record has from the one before, and from the operator."""
        values = dict(self._last)
        if settings.OPERATOR.get() and not values.get("collector"):
            values["collector"] = settings.OPERATOR.get()
            values["collector_phone"] = settings.OPERATOR_PHONE.get() or None
        return values

    def _editable(self, layer: QgsVectorLayer) -> bool:
        try:
            start_editing(layer)
        except OriginTraceError as error:
            say_error(self.bar, error)
            return False
        return True

    def _form_is_open(self) -> bool:
        """Tell of a form that is not answered yet: what was typed into it must not be lost."""
        if self.form is None or not self.form.isVisible():
            return False
        text = tr("Another record is still open: answer its form with OK or Cancel first.")
        say(self.bar, text, Qgis.MessageLevel.Warning)
        self.form.raise_()
        self.form.activateWindow()
        return True

    def _form_finished(self, _result: int) -> None:
        self.mark.show(None)

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.close()
            form.deleteLater()
        self.mark.show(None)

    def _store_changed(self) -> None:
        """Close what shows records of a store that is gone."""
        self._last = {}
        self._close_form()
        warning, self.warning = self.warning, None
        if warning is not None and not sip.isdeleted(warning):  # it goes when it is closed
            warning.close()
