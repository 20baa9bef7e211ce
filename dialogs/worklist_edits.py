"""Lays the unsaved edits of the points layer over the worklist, as they happen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.rules import Context, check_record
from ..core.worklist import Worklist
from ..core.worklist_entry import ADDED, CHANGED, DELETED, SAVED, make_entry
from ..layers.records import record_reader
from .connections import Connections

_SLICE = 0.012  # seconds of work between two turns of the window
# Features asked for together: with many edits, each request costs as much as 200 features.
_AT_ONCE = 500


class WorklistEdits(QObject):
    """Brings the entries of edited features up to date, in slices between the window's turns.

    Signals only say which features are concerned; what became of them is asked from the
    layer afterwards, so that undo, redo, rollback and commit need no bookkeeping.
    """

    changed = pyqtSignal(bool)  # entries are up to date; whether the table must be compared
    outdated = pyqtSignal()  # the store holds something else than the list: read it again

    def __init__(
        self,
        layer: Callable[[], QgsVectorLayer | None],
        context: Callable[[], Context],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._layer, self._context = layer, context
        self._worklist: Worklist | None = None
        self._waiting: dict[int, None] = {}  # features, in the order of their edits
        self._since: dict[int, None] = {}  # those edited since the reading began
        self._laid: set[int] = set()  # features that carry a mark
        self._moved: set[int] = set()  # features whose point was edited
        self._steps = 0  # of the undo stack
        self._compare = self._paused = False
        self._connections = Connections()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)

    def follow(self, layer: QgsVectorLayer | None) -> None:
        """Follow a layer's edits from now on, and no other's."""
        self._connections.drop()
        self._worklist = None
        for features in (self._waiting, self._since, self._laid, self._moved):
            features.clear()
        if layer is None:
            return
        self._steps = layer.undoStack().index()
        for signal, slot in (
            (layer.featureAdded, self._one),
            (layer.featureDeleted, self._one),
            (layer.attributeValueChanged, self._one),
            (layer.geometryChanged, self._point_edited),
            (layer.undoStack().indexChanged, self._steps_changed),
            (layer.featuresDeleted, self.look_again),
            (layer.afterCommitChanges, self._all),
            (layer.afterRollBack, self._all),
            (layer.dataChanged, self._data_changed),
        ):
            self._connections.add(signal, slot)

    def reading_begins(self) -> None:
        """Remember from now on what is edited: the list that is being read may not have it."""
        self._since.clear()

    def lay_over(self, worklist: Worklist) -> None:
        """Take a worklist that was just read, and lay over it what is not saved."""
        self._worklist = worklist
        layer = self._layer()
        buffer = layer.editBuffer() if layer is not None else None
        self._laid.clear()
        self._waiting.update(self._since)
        if buffer is not None:
            self._waiting.update(dict.fromkeys(buffer.allAddedOrEditedFeatures()))
            self._waiting.update(dict.fromkeys(buffer.deletedFeatureIds()))
            self._moved.update(buffer.changedGeometries())
        self._start()

    def flush(self) -> None:
        """Bring the list up to date now."""
        if self._waiting and self._worklist is not None:
            self._take(list(self._waiting))
            self._waiting.clear()
            self._tell()

    def look_again(self, fids: Iterable[int]) -> None:
        """Bring these features' entries up to date soon."""
        fids = list(fids)
        self._waiting.update(dict.fromkeys(fids))
        self._since.update(dict.fromkeys(fids))
        self._start()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Overlook that the store holds something else, for who says himself what."""
        self._paused = True
        try:
            yield
        finally:
            self._paused = False

    # --- signals of the layer -------------------------------------------------------

    def _data_changed(self) -> None:
        if not self._paused:
            self.outdated.emit()

    def _one(self, fid: int, *_rest: object) -> None:
        self._waiting[fid] = self._since[fid] = None
        self._start()

    def _point_edited(self, fid: int, *_rest: object) -> None:
        self._moved.add(fid)
        self._one(fid)

    def _steps_changed(self, steps: int) -> None:
        """After an undo: QGIS says nothing where a record has no point again."""
        if steps < self._steps and self._moved:
            self.look_again(list(self._moved))
        self._steps = steps

    def _all(self, *_rest: object) -> None:
        """After a commit or rollback: look at all that carried a mark."""
        self._moved.clear()
        self.look_again(list(self._laid))

    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start(0)

    # --- the work -------------------------------------------------------------------

    def _work(self) -> None:
        if self._worklist is None:
            return  # edits wait for the list that is being read
        end = time.perf_counter() + _SLICE
        while self._waiting and time.perf_counter() < end:
            fids = list(self._waiting)[:_AT_ONCE]
            for fid in fids:
                del self._waiting[fid]
            self._take(fids)
        if self._waiting:
            self._start()
        else:
            self._tell()

    def _tell(self) -> None:
        compare, self._compare = self._compare, False
        self.changed.emit(compare)

    def _take(self, fids: list[int]) -> None:
        """Bring these features' entries up to date."""
        layer, worklist = self._layer(), self._worklist
        if layer is None:
            return
        context, read = self._context(), record_reader(layer.fields())
        missing = dict.fromkeys(fids)
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterFids(fids)):
            fid = feature.id()
            missing.pop(fid, None)
            record = read(feature)
            found = worklist.accepted.open_ones(check_record(record, context), record)
            entry = make_entry(fid, record, found, _mark(layer, fid))
            self._remember(fid, entry.mark)
            self._compare |= worklist.put(entry)
        for fid in missing:
            self._gone(layer, fid)

    def _gone(self, layer: QgsVectorLayer, fid: int) -> None:
        """Deal with a feature that the layer does not show."""
        worklist = self._worklist
        entry = worklist.entries.get(fid)
        if entry is None:
            return
        self._compare = True
        if layer.editBuffer() is not None and layer.editBuffer().isFeatureDeleted(fid):
            entry.mark = DELETED
            worklist.put(entry)
            self._laid.add(fid)
        else:
            self._remember(fid, SAVED)
            worklist.drop(fid)
            if fid >= 0 and entry.mark != DELETED:
                self.outdated.emit()  # a filter of the layer hides it, or somebody deleted it

    def _remember(self, fid: int, mark: str) -> None:
        if mark:
            self._laid.add(fid)
        else:
            self._laid.discard(fid)


def _mark(layer: QgsVectorLayer, fid: int) -> str:
    """Return what the edit buffer did to a feature."""
    buffer = layer.editBuffer()
    if buffer is None:
        return SAVED
    if buffer.isFeatureAdded(fid):
        return ADDED
    edited = buffer.isFeatureAttributesChanged(fid) or buffer.isFeatureGeometryChanged(fid)
    return CHANGED if edited else SAVED
