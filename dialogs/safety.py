"""Keeps the edits of all stores in the project safe: checked when saved, back after a crash."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget

from ..core.edits import DONE
from ..core.errors import OriginTraceError
from ..core.rules import Context
from ..layers.edit_check import Refusal, refusal_text
from ..layers.edit_guard import EditGuard
from ..layers.edit_journal import Interrupted, pending
from ..layers.edit_replay import look_up
from ..layers.rule_context import store_context
from ..layers.store import open_store
from ..layers.store_layers import store_path
from ..translation import tr
from .connections import Connections
from .messages import say, say_error
from .recovery import RecoveryDialog
from .workspace import Workspace


class Safety(QObject):
    """A guard for each points layer of the project, and what guards have to say.

    ``show``: leads through records (uuids) of a layer; ``open_path``: opens a store.
    """

    def __init__(
        self,
        workspace: Workspace,
        bar: QgsMessageBar,
        window: QWidget,
        show: Callable[[QgsVectorLayer, list[str]], None],
        open_path: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._workspace, self._bar, self._window = workspace, bar, window
        self._show, self._open_path = show, open_path
        self.guards: dict[str, EditGuard] = {}  # id of the layer -> its guard
        self._contexts: dict[str, Context] = {}  # of the stores that are not in hand
        self._told: dict[str, QgsMessageBarItem] = {}  # id of a layer, path of a store
        self._listening: dict[str, Connections] = {}
        self.offer: RecoveryDialog | None = None
        self._postponed: set[Path] = set()  # journals that the person wants to see later
        self._connections = Connections()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._offer_next)

    def install(self) -> None:
        """Guard what is there and what comes; offer what a crash has left."""
        project = self._workspace.project
        self._connections.add(project.layersAdded, self._layers_added)
        self._connections.add(project.layersWillBeRemoved, self._layers_removed)
        self._connections.add(self._workspace.boundary_changed, self._contexts.clear)
        self._layers_added(list(project.mapLayers().values()))
        self._tell_of_closed_stores()

    def close(self) -> None:
        """Let all layers go; edits that are not saved stay in their journals."""
        self._connections.drop()
        self._timer.stop()
        self._close_offer()
        self._layers_removed(list(self.guards))

    # --- layers ---------------------------------------------------------------------

    def _layers_added(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if store_path(layer) and layer.id() not in self.guards:
                self._guard(layer)

    def _guard(self, layer: QgsVectorLayer) -> None:
        identifier = layer.id()
        try:
            guard = EditGuard(layer, lambda: self._context(identifier), self)
        except OriginTraceError as error:
            say_error(self._bar, error)
            return
        self.guards[identifier] = guard
        signals = self._listening[identifier] = Connections()
        signals.add(guard.refused, lambda refusals: self._refused(guard, refusals))
        signals.add(guard.failed, self._failed)
        signals.add(layer.afterCommitChanges, lambda: self._untell(identifier))
        signals.add(layer.afterRollBack, lambda: self._untell(identifier))
        signals.add(layer.undoStack().indexChanged, lambda _index: self._undone(layer))
        signals.add(layer.dataSourceChanged, lambda: self._another_source(identifier))
        self._untell(str(Path(guard.path).resolve()))
        self._timer.start(0)

    def _layers_removed(self, identifiers: list[str]) -> None:
        for identifier in identifiers:
            guard = self.guards.pop(identifier, None)
            if guard is None:
                continue
            if self.offer is not None and self.offer.guard is guard:
                self._close_offer()
            self._listening.pop(identifier).drop()
            self._contexts.pop(identifier, None)
            self._untell(identifier)
            guard.detach()
            guard.deleteLater()

    def _another_source(self, identifier: str) -> None:
        """Follow a layer that shows another file from now on."""
        layer = self._workspace.project.mapLayer(identifier)
        self._layers_removed([identifier])
        if layer is not None:
            self._layers_added([layer])

    def _context(self, identifier: str) -> Context:
        """Return what rules need to know of a layer's store."""
        in_hand = self._workspace.layer
        if in_hand is not None and in_hand.id() == identifier:
            return self._workspace.context
        if identifier not in self._contexts:
            with open_store(self.guards[identifier].path) as store:
                self._contexts[identifier] = store_context(store, self._workspace.boundary)
        return self._contexts[identifier]

    def _undone(self, layer: QgsVectorLayer) -> None:
        """Take back what was said of edits that are all undone."""
        if not layer.isModified():
            self._untell(layer.id())

    # --- what guards say ------------------------------------------------------------

    def _refused(self, guard: EditGuard, refusals: list[Refusal]) -> None:
        def show() -> None:
            if not sip.isdeleted(guard) and not sip.isdeleted(guard.layer):
                guard.select_refused()
                self._show(guard.layer, list(dict.fromkeys(r.uuid for r in refusals if r.uuid)))

        self._tell(guard.layer.id(), refusal_text(refusals), {tr("Show"): show})

    def _failed(self, error: OriginTraceError) -> None:
        say_error(self._bar, error)

    def _tell(
        self,
        key: str,
        text: str,
        buttons: dict[str, Callable[[], None]],
        level: Qgis.MessageLevel = Qgis.MessageLevel.Critical,
    ) -> None:
        """Say something that stands until it is answered or no longer true, once."""
        self._untell(key)
        self._told[key] = say(self._bar, text, level, buttons)

    def _untell(self, key: str) -> None:
        item = self._told.pop(key, None)
        if item is not None and not sip.isdeleted(item):
            self._bar.popWidget(item)

    # --- what a crash has left ------------------------------------------------------

    def _tell_of_closed_stores(self) -> None:
        guarded = {Path(guard.path).resolve() for guard in self.guards.values()}
        for path in {Path(session.store).resolve() for session in pending()} - guarded:
            if path.exists():
                text = tr("QGIS ended before the edits of {store} were saved.")
                self._tell(
                    str(path),
                    text.format(store=path.name),
                    {tr("Open the store"): lambda path=path: self._open_path(str(path))},
                    Qgis.MessageLevel.Warning,
                )

    def _offer_next(self) -> None:
        """Show the oldest interrupted session of the stores that are open."""
        if self.offer is not None and self.offer.isVisible():
            return
        for session in pending():
            guard = self._guard_of(session)
            if guard is None or session.file in self._postponed:
                continue
            try:
                if session.damaged or not _all_saved(guard, session):
                    self._show_offer(guard, session)
                    return
            except OriginTraceError as error:
                say_error(self._bar, error)
                continue
            with suppress(OSError):  # the next start will do
                session.discard()

    def _guard_of(self, session: Interrupted) -> EditGuard | None:
        for guard in self.guards.values():
            if session.belongs_to(guard.store_id, guard.path):
                return guard
        return None

    def _show_offer(self, guard: EditGuard, session: Interrupted) -> None:
        self._close_offer()
        self.offer = RecoveryDialog(guard, session, self._bar, self._window)
        self.offer.rejected.connect(lambda: self._postponed.add(session.file))
        self.offer.settled.connect(lambda: self._timer.start(0))
        self.offer.show()

    def _close_offer(self) -> None:
        offer, self.offer = self.offer, None
        if offer is not None and not sip.isdeleted(offer):
            offer.blockSignals(True)
            offer.close()
            offer.deleteLater()


def _all_saved(guard: EditGuard, session: Interrupted) -> bool:
    return all(item.state == DONE for item in look_up(guard.path, session))
