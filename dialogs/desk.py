"""The desk: puts menu, toolbar, map tools, settings page and the store in hand together."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QWidget

from .. import settings
from ..core.errors import OriginTraceError
from ..layers.named_styles import renew_form
from ..layers.store_layers import choices_layer
from ..translation import tr
from .basemap_dialog import BasemapDialog
from .basemap_keys import BasemapKeys
from .commands import COMMANDS, Command
from .connections import Connections
from .desk_menu import DeskMenu
from .digitising import Digitising
from .due_points import DuePoints
from .export_dialog import ExportDialog
from .help_window import HelpWindow
from .icons import icon
from .import_dialog import ImportDialog
from .line_factory import provide_lines, withdraw_lines
from .map_credits import MapCredits
from .messages import log_name, say, say_error
from .model_copy import ModelCopying
from .monitoring_dock import MonitoringDock
from .operator_button import OperatorButton
from .options_page import OptionsFactory
from .people_dialog import PeopleDialog
from .points_style import PointsStyle
from .query_dialog import QueryDialog
from .review_dock import ReviewDock
from .safety import Safety
from .seen_dock import SeenDock
from .store_files import backup_file, new_store_file
from .store_opening import StoreOpening
from .suggestions import Suggestions
from .templates_dialog import TemplatesDialog
from .undo_dialog import UndoDialog
from .work_window import WorkWindow
from .worklist_dock import WorklistDock
from .workspace import Workspace


class Desk:
    """Everything of ours in QGIS's window; made when QGIS starts us, removed at unload.

    A command of the menu is a method of the same name.
    """

    def __init__(self, iface) -> None:
        self.iface = iface
        self.project = QgsProject.instance()
        self.workspace = Workspace(self.project)
        self.digitising = Digitising(iface, self.workspace)
        bar, window = iface.messageBar(), iface.mainWindow()
        self.safety = Safety(self.workspace, bar, window, self.show_records, self.open_path)
        self._suggestions = Suggestions(self.workspace)
        self._help: HelpWindow | None = None
        self._windows: dict[type, QDialog] = {}
        self._connections = Connections()

    def install(self) -> None:
        """Add toolbar, menu and settings page; take up a store that is in the project."""
        provide_lines(self._suggestions)
        self.menu = DeskMenu(self.iface)
        self.actions, self.toolbar = self.menu.actions, self.menu.toolbar
        for command in COMMANDS:
            self._connections.add(self.actions[command.id].triggered, self._slot(command))
        self._add_operator()
        self._add_worklist()
        self._add_review()
        self._add_monitoring()
        self._options = OptionsFactory(log_name(), icon("origin_trace"))
        self.iface.registerOptionsWidgetFactory(self._options)
        self._connections.add(self.workspace.changed, self._store_changed)
        self._connections.add(self.project.readProject, self._renew_form)
        self._connections.add(self.iface.mapCanvas().mapToolSet, self._tool_set)
        self._store_changed()
        self.opening = StoreOpening(self.iface, self.workspace)
        self._add_map_parts()
        self._models = ModelCopying(self.iface.messageBar())
        self.safety.install()

    def _slot(self, command: Command) -> Callable[..., None]:
        """Return what a command does."""
        if not command.algorithm:
            return getattr(self, command.id)
        return lambda *_checked: self._show_for_store(command.id)

    def _add_operator(self) -> None:
        self.operator = OperatorButton(self.workspace, self.iface.messageBar(), self.toolbar)
        self._connections.add(self.operator.people_wanted, self.people)
        self._connections.add(self.operator.settings_wanted, self.settings)
        self.toolbar.addSeparator()
        self.toolbar.addWidget(self.operator)

    def _add_map_parts(self) -> None:
        canvas, window = self.iface.mapCanvas(), self.iface.mainWindow()
        self._map_parts = (
            BasemapKeys(self.project, self.iface.messageBar(), self._enter_key, window),
            PointsStyle(self.workspace, canvas, window),
            DuePoints(self.workspace, window),
            MapCredits(canvas),
        )

    def _add_worklist(self) -> None:
        window = self.iface.mainWindow()
        self.list = WorklistDock(self.workspace, self.iface.mapCanvas(), window)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.list)
        self.list.hide()
        self._connections.add(
            self.list.open_wanted,
            lambda uuid: self.digitising.open_record(uuid, self.list.uuids()),
        )
        self._connections.add(self.list.place_wanted, self.digitising.place_record)
        self._connections.add(self.list.visibilityChanged, self.actions["worklist"].setChecked)
        self._connections.add(self.digitising.placed, self.list.next_row)

    def _add_monitoring(self) -> None:
        window = self.iface.mainWindow()
        self.figures = MonitoringDock(self.workspace, self.iface.mapCanvas(), window)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.figures)
        self.figures.hide()
        shown = self.actions["monitoring"].setChecked
        self._connections.add(self.figures.visibilityChanged, shown)
        self._connections.add(self.figures.worklist_wanted, self._narrow_worklist)

    def _add_review(self) -> None:
        window = self.iface.mainWindow()
        self.reviewing = ReviewDock(
            self.workspace, self.list.source, self.iface.mapCanvas(), window
        )
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.reviewing)
        self.reviewing.hide()
        self._connections.add(
            self.reviewing.open_wanted,
            lambda uuid: self.digitising.open_record(uuid, self.reviewing.uuids()),
        )
        self._connections.add(self.reviewing.settings_wanted, self.settings)
        self._connections.add(self.reviewing.visibilityChanged, self.actions["review"].setChecked)

    def remove(self) -> None:
        """Take everything back, in reverse order."""
        self._connections.drop()
        self.iface.unregisterOptionsWidgetFactory(self._options)
        self._models.close()
        self.operator.close_down()
        self.menu.remove()
        self.opening.close()
        windows = [window for window in self._windows.values() if not sip.isdeleted(window)]
        for window in windows:
            if isinstance(window, WorkWindow):
                window.release()
        for window in (*windows, *([self._help] if self._help is not None else [])):
            window.close()
            window.deleteLater()
        for dock in (self.figures, self.reviewing, self.list):
            dock.close_down()
            self.iface.removeDockWidget(dock)
            dock.deleteLater()
        self.digitising.close()
        self.safety.close()  # what was typed in the form went into the edits just now
        for part in self._map_parts:
            part.close()
            part.deleteLater()
        withdraw_lines()
        self._suggestions.close()
        self.workspace.close()

    # --- commands -------------------------------------------------------------------

    def open_store(self) -> None:
        """Show the window that opens a store."""
        self.opening.ask()

    def open_path(self, path: str) -> None:
        """Show a store in the project and work in it."""
        self.opening.open_path(path)

    def new_store(self) -> None:
        """Show the algorithm that creates a store, and open what it made."""
        code = settings.county_code()
        made = new_store_file(code)
        self._algorithm("createstore", self._store_made, REGION=code, OUTPUT=made)

    def _store_made(self, done: bool, results: dict) -> None:
        if done:
            self.open_path(results["OUTPUT"])

    def backup_store(self) -> None:
        """Show the algorithm that copies the store."""
        path = self.workspace.path
        self._algorithm("backupstore", STORE=path, OUTPUT=backup_file(path))

    def add_point(self, on: bool) -> None:
        """Wait for clicks on the map that add records."""
        self.digitising.ask_for_points(on)

    def edit_points(self, on: bool) -> None:
        """Wait for clicks and drags on records."""
        self.digitising.edit_points(on)

    def save_edits(self) -> None:
        """Write the edits to the store and stay editing; on any problem they are kept."""
        layer, bar = self.workspace.layer, self.iface.messageBar()
        if layer is None or not layer.isModified():
            say(bar, tr("There was nothing to save."))
        elif layer.commitChanges(False):
            say(bar, tr("All edits are saved."), Qgis.MessageLevel.Success)
        elif layer.commitErrors():  # else the guard has said what is wrong
            text = tr("The edits could not be saved; they are still there. {problem}")
            problem = " ".join(layer.commitErrors())
            say(bar, text.format(problem=problem), Qgis.MessageLevel.Critical)

    def worklist(self, on: bool) -> None:
        """Show or hide the worklist."""
        self._show_dock(self.list, on)

    def monitoring(self, on: bool) -> None:
        """Show or hide the monitoring."""
        self._show_dock(self.figures, on)

    def _narrow_worklist(self, township: str, product: str) -> None:
        self._show_dock(self.list, True)
        self.list.narrow(township, product)

    def _show_dock(self, dock: SeenDock, on: bool) -> None:
        """Show or hide a dock; as a tab where another of ours is, since each needs the height."""
        window = self.iface.mainWindow()
        for other in (self.list, self.reviewing, self.figures):
            beside = window.dockWidgetArea(other) == window.dockWidgetArea(dock)
            floats = dock.isFloating() or other.isFloating()
            if dock.isHidden() and other.isVisible() and beside and not floats:
                window.tabifyDockWidget(other, dock)
        dock.setUserVisible(on)
        if on:
            dock.take_focus()

    def review(self, on: bool) -> None:
        """Show or hide the review."""
        self._show_dock(self.reviewing, on)

    def import_sheets(self) -> None:
        """Show the window that imports sheets into this store."""
        self._show(ImportDialog, self.iface.mapCanvas())

    def export_sheet(self) -> None:
        """Show the window that exports records of this store."""
        self._show(ExportDialog, self.iface.mapCanvas())

    def undo_import(self) -> None:
        """Show the window that takes an import back."""
        self._show(UndoDialog)

    def basemaps(self) -> None:
        """Show the window with the list of basemaps and their keys."""
        self._basemap_window()

    def _enter_key(self) -> None:
        self._basemap_window().ask_for_key()

    def _basemap_window(self) -> BasemapDialog:
        canvas = self.iface.mapCanvas()
        return self._bring_up(
            BasemapDialog, lambda parent: BasemapDialog(self.project, canvas, parent)
        )

    def _show(self, kind: type[WorkWindow], *more: object) -> None:
        """Show the one window of a kind that works on the store."""
        bar = self.iface.messageBar()
        self._bring_up(kind, lambda parent: kind(self.workspace, bar, parent, *more))

    def _bring_up(self, kind: type[QDialog], make: Callable[[QWidget], QDialog]) -> QDialog:
        """Show the one window of a kind, made at its first use."""
        window = self._windows.get(kind)
        if window is None or sip.isdeleted(window):
            window = self._windows[kind] = make(self.iface.mainWindow())
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def check_records(self) -> None:
        """Show the algorithm that lists what is wrong."""
        self._algorithm("validate", INPUT=self.workspace.layer.id())

    def query(self) -> None:
        """Show the window that makes queries."""
        self._show(QueryDialog, self.iface.mapCanvas(), self._run_query)

    def _run_query(self, name: str, parameters: dict) -> None:
        self._algorithm(name, INPUT=self.workspace.layer.id(), **parameters)

    def print_map(self) -> None:
        """Show the algorithm that draws a map."""
        self._algorithm("distributionmap", INPUT=self.workspace.layer.id())

    def map_templates(self) -> None:
        """Show the window with the layout templates of maps."""
        self._bring_up(
            TemplatesDialog,
            lambda parent: TemplatesDialog(
                self.workspace, self.iface.openLayoutDesigner, self._print_with, parent
            ),
        ).refresh()

    def _print_with(self, name: str, template: str) -> None:
        self._algorithm(name, INPUT=self.workspace.layer.id(), TEMPLATE=template)

    def statistics(self) -> None:
        """Show the algorithm that counts records."""
        self._algorithm("statistics", INPUT=self.workspace.layer.id())

    def monthly_results(self) -> None:
        """Show the ready model of a month."""
        self._algorithm("monthlyresults", INPUT=self.workspace.layer.id())

    def people(self) -> None:
        """Show the window with the persons of this store and the log of phones shown."""
        self._show(PeopleDialog)

    def settings(self) -> None:
        """Show our page in QGIS's options."""
        self.iface.showOptionsDialog(self.iface.mainWindow(), "originTraceOptions")

    def help(self) -> None:
        """Show the help."""
        if self._help is None:
            self._help = HelpWindow(self.iface.mainWindow())
        self._help.bring_up()

    def _algorithm(
        self, name: str, then: Callable[[bool, dict], None] | None = None, **values: object
    ) -> None:
        """Show the window of an algorithm, with values; ``then`` takes what came of it."""
        import processing  # QGIS's own; there only once its window is up

        given = {key: value for key, value in values.items() if value not in (None, "")}
        self._dialog = processing.createAlgorithmDialog(f"origintrace:{name}", given)
        if then is not None:
            self._connections.add(self._dialog.algorithmFinished, then)
        self._dialog.show()

    def _show_for_store(self, name: str) -> None:
        """Show the window of an algorithm with the store in hand."""
        algorithm = QgsApplication.processingRegistry().algorithmById(f"origintrace:{name}")
        given = {}
        points = algorithm.parameterDefinition("INPUT")
        if points is not None and points.type() == "source":  # else sheets, which are chosen
            given["INPUT"] = self.workspace.layer.id()
        if algorithm.parameterDefinition("STORE") is not None:
            given["STORE"] = self.workspace.path
        self._algorithm(name, **given)

    def show_records(self, layer: QgsVectorLayer, uuids: list[str]) -> None:
        """Work in the store of a layer and lead through records of it."""
        try:
            self.workspace.adopt(layer)
        except OriginTraceError as error:
            say_error(self.iface.messageBar(), error)
            return
        if uuids:
            self.digitising.open_record(uuids[0], uuids)

    # --- what happens in QGIS -------------------------------------------------------

    def _store_changed(self) -> None:
        for command in COMMANDS:
            if command.store:
                self.actions[command.id].setEnabled(self.workspace.layer is not None)
        self._renew_form()

    def _renew_form(self, *_document: object) -> None:
        """Have the form in the user's language and with the store's lists as they are now.

        While a project is read, the table of choices may come after the points.
        """
        layer, workspace = self.workspace.layer, self.workspace
        choices = choices_layer(self.project, workspace.path) if layer is not None else None
        if choices is not None:
            renew_form(layer, choices, workspace.products, workspace.county_names)

    def _tool_set(self, tool: QgsMapTool | None, *_before: object) -> None:
        """Show in menu and toolbar which of our tools has the map."""
        self.actions["add_point"].setChecked(tool is self.digitising.point_tool)
        self.actions["edit_points"].setChecked(tool is self.digitising.move_tool)
