"""The window that makes a query, shows at once what it finds, and hands it on (C5)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from qgis.PyQt.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from ..core.errors import OriginTraceError
from ..core.products import standard_products
from ..core.query import Query
from ..core.query_parameters import parameters_of
from ..core.schema import CHOICE_LISTS
from ..layers.form_widgets import choice_words
from ..layers.query_task import Index
from ..layers.store_layers import choices_layer
from ..layers.township_style import county_townships
from ..translation import tr
from .messages import error_text
from .query_count import QueryCount
from .query_form import QueryForm
from .query_result import QueryResult
from .query_saved import SavedQueries
from .work_window import WorkWindow
from .workspace import Workspace

_HALF_TYPED_MS = 800  # of rest before a wrong date or number is told
_MODES = ("trace_modes", "production_modes")


class QueryDialog(WorkWindow):
    """Saved queries on the left, conditions and what they find on the right."""

    def __init__(
        self,
        workspace: Workspace,
        _bar: QgsMessageBar,
        parent: QWidget | None = None,
        canvas: QgsMapCanvas | None = None,
        run: Callable[[str, dict], None] = lambda _name, _parameters: None,
    ) -> None:
        """``run``: shows the window of an algorithm with parameters."""
        super().__init__(tr("Query"), "query", parent)
        self._workspace, self._canvas, self._run = workspace, canvas, run
        self.count = QueryCount(workspace, self)
        self.saved = SavedQueries(workspace, lambda: self.form.query())
        self.result = QueryResult()
        self.form = QueryForm((), dict.fromkeys(_MODES, ()), None)
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.setInterval(_HALF_TYPED_MS)
        self._tell.timeout.connect(self._tell_problem)
        self._build()
        self._connections.add(workspace.changed, self._store_changed)
        self._connections.add(self.saved.opened, self._open)
        self._connections.add(self.saved.told, self.say)
        self._connections.add(self.count.changed, self._show_count)
        self._connections.add(self.count.was_read, self._offer_places)

    @property
    def busy(self) -> bool:
        """Whether something runs that must not be stopped unasked: never."""
        return False

    def stop(self) -> None:
        """Stop counting."""
        self.count.rest()

    def showEvent(self, event: QShowEvent) -> None:
        """Count again what is asked for."""
        super().showEvent(event)
        if not event.spontaneous():
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the records go."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.count.rest()

    # --- the store --------------------------------------------------------------------

    def _store_changed(self) -> None:
        self.saved.begin()
        if self.isVisible():
            self._begin()

    def _begin(self) -> None:
        """Begin with the store in hand and the conditions as they were."""
        kept = self._query() or Query()
        workspace, layer = self._workspace, self._workspace.layer
        choices = choices_layer(workspace.project, workspace.path) if layer is not None else None
        words = {
            mode: choice_words(choices, mode) if choices is not None else CHOICE_LISTS[mode]
            for mode in _MODES
        }
        self.form = QueryForm(workspace.products or standard_products(), words, layer)
        self._area.setWidget(self.form)
        self.form.changed.connect(self._asked)
        self.form.setEnabled(layer is not None)
        self.count.follow_store()
        self.saved.refresh()
        self._offer_places(None)
        self.form.show_query(kept)
        if layer is None:
            self.say(tr("No store is open: open the one whose records are meant."), bad=True)

    def _query(self) -> Query | None:
        """Return what is asked for, None where that cannot be asked."""
        try:
            return self.form.query()
        except OriginTraceError:
            return None

    def _offer_places(self, index: Index | None) -> None:
        """Offer the townships of the county's list, then those that only records know."""
        workspace = self._workspace
        listed = county_townships(workspace.divisions, workspace.county)
        villages = index.villages if index is not None else {}
        self.form.place.offer(list(dict.fromkeys((*listed, *sorted(villages)))), villages)

    # --- the query --------------------------------------------------------------------

    def _open(self, query: Query) -> None:
        self.form.show_query(query)
        self.saved.keep()
        self.say(tr("{name} is open.").format(name=self.saved.name))

    def clear(self) -> None:
        """Ask for everything."""
        self.form.show_query(Query())
        self.saved.begin()
        self.saved.keep()

    def _asked(self) -> None:
        """Show and count what is asked for now, or say why it cannot be asked."""
        query = self._query()
        if query is None:
            self._tell.start()
        else:
            self._tell.stop()
            self.say("")
        self.result.show_query(query)
        self.count.ask(query)

    def _tell_problem(self) -> None:
        """Say why what is typed cannot be asked; a date half typed is no mistake yet."""
        try:
            self.form.query()
        except OriginTraceError as error:
            self.say(error_text(error), bad=True)

    def _show_count(self) -> None:
        layer = self._workspace.layer
        self.result.show_found(self.count.found, self.count.problem, layer)
        for button in self.buttons.values():
            button.setEnabled(layer is not None and self._query() is not None)
        self.buttons["show"].setEnabled(bool(self.count.found and self.count.found.fids))
        self.buttons["close"].setEnabled(True)

    # --- what is done with it ---------------------------------------------------------

    def show_on_map(self) -> None:
        """Select what was found in the store's layer and go there."""
        layer, found = self._workspace.layer, self.count.found
        if layer is None or found is None or not found.fids:
            return
        layer.selectByIds(found.fids)
        if self._canvas is not None and found.points:
            self._canvas.zoomToSelected(layer)
        text = tr("Selected on the map: {points}.").format(points=f"{found.points:,}")
        without = len(found.fids) - found.points
        if without:
            more = tr("{count} without a point are selected in the attribute table only.")
            text = f"{text} {more.format(count=f'{without:,}')}"
        self.say(text)

    def run(self, name: str) -> None:
        """Show the window of an algorithm that is asked the same."""
        query = self._query()
        if query is not None:
            self._run(name, parameters_of(query))

    # --- the window -------------------------------------------------------------------

    def _build(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.form)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self.result)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.saved)
        sides.addWidget(right)
        sides.setStretchFactor(1, 1)
        sides.setSizes([200, 760])
        sides.setChildrenCollapsible(False)
        tools = {
            "distributionmap": tr("Map…"),
            "distributionatlas": tr("Atlas…"),
            "wallmap": tr("Wall map…"),
            "querypoints": tr("Table…"),
            "statistics": tr("Statistics…"),
            "earlywarning": tr("Early warning…"),
            "randomsample": tr("Random inspection…"),
        }
        words = {
            "show": (tr("Show on the map"), self.show_on_map),
            **{name: (word, partial(self.run, name)) for name, word in tools.items()},
            "clear": (tr("Clear"), self.clear),
            "close": (tr("Close"), self.reject),
        }
        layout = QVBoxLayout(self)
        layout.addWidget(sides, 1)
        layout.addWidget(self.state)
        layout.addLayout(self.button_row(words, ("randomsample",)))
        for keys, action in (("Ctrl+S", self.saved.save), ("Ctrl+Return", self.show_on_map)):
            QShortcut(QKeySequence(keys), self).activated.connect(action)
        self.buttons["show"].setToolTip("Ctrl+Enter")
        self.resize(1000, 700)
