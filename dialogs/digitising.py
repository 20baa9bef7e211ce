"""The way of a point: map tools, the window of its record, the question about near records."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsPointXY, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import OriginTraceError
from ..layers.addresses import Proposal, propose_address
from ..layers.placing import place_point
from ..layers.record_edit import find_record
from ..translation import render
from .connections import Connections
from .map_points import bring_into_view
from .messages import say, say_error
from .move_tool import MoveTool
from .near_question import NearQuestion
from .point_mark import PointMark
from .point_tool import PointTool
from .record_dialog import RecordDialog
from .records_under import title_of
from .workspace import Workspace


class Digitising(QObject):
    """Adds, opens and moves points; each saving is one edit that Ctrl+Z takes back."""

    placed = pyqtSignal()  # a record of the worklist has its point

    def __init__(self, iface, workspace: Workspace) -> None:
        super().__init__()
        window, self.canvas = iface.mainWindow(), iface.mapCanvas()
        self.bar, self.workspace = iface.messageBar(), workspace
        self.form = RecordDialog(workspace, self.canvas, self.bar, window)
        self.near = NearQuestion(self.canvas, window)
        self.mark = PointMark(self.canvas)
        self.point_tool = PointTool(self.canvas, iface.cadDockWidget(), workspace)
        self.move_tool = MoveTool(self.canvas, iface.cadDockWidget(), workspace)
        self._wanting = ""  # uuid of the record whose place is asked for
        self._picking = self._adding = False  # for the form; before that, for new records
        self._connections = Connections()
        add = self._connections.add
        add(self.point_tool.placed, self._clicked)
        add(self.point_tool.cancelled, self._forget)
        add(self.move_tool.chosen, self.open_record)
        add(self.move_tool.moved, lambda uuid, _point: self.form.take_place(uuid))
        add(self.form.saved, self._ask_about_near)
        add(self.form.pick_wanted, self._pick)
        add(self.form.point_changed, self._show_place)
        add(self.near.open_wanted, self.open_record)
        add(self.near.asked, self._make_way)
        add(self.near.kept, self._back_to_form)
        add(workspace.changed, self.near.close)

    def close(self) -> None:
        """Take tools, windows and marks off the map; what was typed goes into the edits."""
        self._connections.drop()
        self.form.close_down()
        self.form.deleteLater()
        self.near.close()
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

    def open_record(self, uuid: str, sequence: Iterable[str] = ()) -> None:
        """Show the window of a record; ``sequence``: what previous and next lead through."""
        if sequence:
            self.form.set_sequence(sequence)
        self.form.show_record(uuid)
        draft = self.form.page.draft
        self._show_place(None if draft is None or draft.point is None else QgsPointXY(*draft.point))

    def add_at(self, point: QgsPointXY) -> None:
        """Show a new record at a place (CGCS2000 degrees)."""
        proposal = self._proposal(point)
        if self.form.waits_for_place:
            self.form.set_point(point, proposal.missing(self.form.page.form.record()))
        elif not self.form.new_record(point, proposal.over(self.form.kept())):
            return
        say(self.bar, render(proposal.reason))

    # --- clicks on the map ------------------------------------------------------------

    def _clicked(self, point: QgsPointXY) -> None:
        uuid, self._wanting = self._wanting, ""
        picking, self._picking = self._picking, False
        if self.workspace.layer is None:
            return
        if picking:
            self._picked(point)
        elif uuid:
            self._place(uuid, point)
        else:
            self.add_at(point)

    def _place(self, uuid: str, point: QgsPointXY) -> None:
        layer = self.workspace.layer
        feature = find_record(layer, uuid)
        if feature is None:
            return
        try:
            place_point(layer, feature.id(), point)
        except OriginTraceError as error:
            say_error(self.bar, error)
            return
        self.form.take_place(uuid)
        self._ask_about_near(uuid)
        self.placed.emit()

    def _pick(self) -> None:
        """Wait for one click, which is the place of the record in the window."""
        self._adding = self.canvas.mapTool() is self.point_tool and not self._wanting
        self.point_tool.ask(self.form.page.title, once=True)
        self._picking = True
        self.form.hide()  # it would cover the map

    def _picked(self, point: QgsPointXY) -> None:
        if self.form.uuid is None:
            return
        missing = self._proposal(point).missing(self.form.page.form.record())
        self.form.set_point(point, missing)
        if self._adding:
            self.point_tool.ask(once=False)

    def _forget(self) -> None:
        self._wanting = ""
        picking, self._picking = self._picking, False
        if picking:
            self._back_to_form()

    def _make_way(self) -> None:
        """Leave the map to two places that are compared on it."""
        self.form.hide()
        self.mark.show(None)

    def _back_to_form(self) -> None:
        if self.form.uuid is not None:
            self.open_record(self.form.uuid)

    # --- what belongs to a record -----------------------------------------------------

    def _proposal(self, point: QgsPointXY) -> Proposal:
        workspace = self.workspace
        return propose_address(
            workspace.layer,
            point,
            workspace.boundary,
            workspace.county_names,
            workspace.divisions,
            self.form.uuid or "",
        )

    def _ask_about_near(self, uuid: str) -> None:
        layer: QgsVectorLayer | None = self.workspace.layer
        feature = find_record(layer, uuid) if layer is not None else None
        if feature is not None:
            self.near.ask(layer, feature)

    def _show_place(self, point: QgsPointXY | None) -> None:
        """Mark the place of the record in the window, and go there when another one opens."""
        uuid = self.form.uuid or ""
        if point is not None and uuid != self.move_tool.current:
            bring_into_view(self.canvas, point)
        self.move_tool.current = uuid
        self.mark.show(point, self.form.page.title if uuid else "")
