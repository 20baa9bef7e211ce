"""The record in hand of the review: read from the store, shown on its page and on the map."""

from __future__ import annotations

from collections.abc import Callable, Collection

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import OriginTraceError
from ..core.reviews import APPROVE, Decision
from ..core.worklist_entry import Entry
from ..layers.review_case import Case, read_case
from ..settings import operator_name
from .messages import error_text
from .review_map import ReviewMap
from .review_page import ReviewPage
from .workspace import Workspace


class ReviewRecord(QObject):
    """Shows one entry at a time, or none; what is shown is only to read."""

    failed = pyqtSignal(str)  # why it could not be read

    def __init__(
        self,
        workspace: Workspace,
        in_hand: Callable[[], Collection[str]],
        page: ReviewPage,
        canvas: QgsMapCanvas | None,
        parent: QObject,
    ) -> None:
        """``in_hand``: the uuids of records with edits that are not saved."""
        super().__init__(parent)
        self._workspace, self._in_hand, self._page = workspace, in_hand, page
        self._map = ReviewMap(canvas)

    def show(self, entry: Entry | None) -> None:
        """Read an entry's record and show it, phones masked unless they were asked for."""
        if entry is None or not self._workspace.path:
            self._page.show_case(None)
            self._map.leave()
            return
        case = None
        try:
            case = self.case(entry, APPROVE)
        except OriginTraceError as error:
            self.failed.emit(error_text(error))
        shown = self._workspace.reveal.shows(entry.uuid)
        self._page.show_case(case, bool(entry.mark), mask=not shown)
        self._map.show(entry)

    def case(self, entry: Entry, kind: str) -> Case | None:
        """Return the case of an entry: why it may not be decided so, among others.

        None where it is not in the store. Raises OriginTraceError.
        """
        if not entry.uuid:
            return None
        return read_case(
            self._workspace.path,
            entry.uuid,
            Decision(kind, operator_name()),
            self._in_hand(),
            self._workspace.context,
            entry.table.findings if entry.table is not None else (),
        )

    def leave_map(self) -> None:
        """Take the ring off the map."""
        self._map.leave()

    def close(self) -> None:
        """Leave the map for good."""
        self._map.close()
