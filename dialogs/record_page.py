"""One record on the screen: its form, and beside it findings, coordinates and history."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ..core.findings import EMPTIED, Finding
from ..core.rules import check_record
from ..layers.record_edit import Point, RecordDraft
from ..layers.value_words import GEOMETRY, column_words
from ..translation import tr
from .coordinates_panel import CoordinatesPanel, TypedPoint
from .findings_panel import FindingsPanel
from .history_panel import HistoryPanel
from .record_form import RecordForm
from .workspace import Workspace


class RecordPage(QSplitter):
    """Shows one draft; form, findings and point always agree."""

    checked = pyqtSignal()  # after each change
    pick_wanted = pyqtSignal()
    point_changed = pyqtSignal(object)  # QgsPointXY or None

    def __init__(
        self, workspace: Workspace, canvas: QgsMapCanvas | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._workspace, self._canvas = workspace, canvas
        self.draft: RecordDraft | None = None
        self._tab = 0
        self.form = RecordForm()
        self.findings = FindingsPanel()
        self.coordinates = CoordinatesPanel()
        self.history = HistoryPanel(workspace.reveal)
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._lay_out()
        self._check_soon.timeout.connect(self._check)
        self.form.edited.connect(self._check_soon.start)
        self.findings.jump_wanted.connect(self.jump)
        self.findings.fix_wanted.connect(self._fix)
        self.coordinates.typed.connect(self._typed)
        self.coordinates.pick_wanted.connect(self.pick_wanted)
        self.coordinates.removed.connect(self._remove_point)

    # --- one record after another --------------------------------------------------------

    def open(self, draft: RecordDraft) -> None:
        """Show a record."""
        self.close_record()
        self.draft = draft
        self.form.open(draft.layer, draft.feature, draft.new, self._workspace.context, self._canvas)
        self.form.tabs.setCurrentIndex(0 if draft.new else max(self._tab, 0))
        self.coordinates.clear_typed()
        self._show_history()
        self._show_point()

    def follow(self, feature: QgsFeature, saved: bool = False) -> None:
        """Show what others did to the record; what was changed here stays.

        ``saved``: show it as it was saved from here.
        """
        if saved:
            self.draft.take(feature)
            self.coordinates.clear_typed()
        else:
            self.draft.follow(feature)
        self.form.show_feature(feature, saved)
        self._show_history()
        self._show_point()

    def close_record(self) -> None:
        """Show nothing; the layer may be about to go."""
        self._check_soon.stop()
        if self.form.tabs is not None:
            self._tab = self.form.tabs.currentIndex()  # the next record opens at the same place
        self.form.close_form()
        self.draft = None

    def set_editable(self, editable: bool) -> None:
        """Let the record be changed, or only be read."""
        self.form.set_editable(editable)
        self.coordinates.set_editable(editable)

    @property
    def name(self) -> str:
        """What to call the record."""
        return (self.draft and self.form.record()["subject_name"]) or tr("New record")

    @property
    def unsaved(self) -> bool:
        """Whether there is something that would be lost."""
        if self.draft is None:
            return False
        return bool(self.refused()) or self.draft.placed or bool(self.form.changes())

    @property
    def title(self) -> str:
        """What to call the record on the map: producer · product."""
        product = self.form.record()["product"] if self.draft else None
        return " · ".join(part for part in (self.name, product) if part)

    def refused(self) -> dict[str, str]:
        """Return column -> text of what was typed and is no value; it cannot be saved."""
        texts = self.form.unreadable()
        if self.coordinates.waiting:
            texts[GEOMETRY] = self.coordinates.line.text()
        return texts

    def obstacle(self) -> str:
        """Lead to what keeps the record from being saved; return it in words, "" for nothing."""
        column = next(iter(self.refused()), None)
        if column is None:
            return ""
        self.jump(column)
        if column == GEOMETRY:
            return tr("The typed coordinates are not understood. Correct or empty them.")
        text = tr("{column}: this is no number, so it cannot be saved. Correct or empty it.")
        return text.format(column=column_words(column))

    def finish_typing(self) -> None:
        """Take in what is being typed."""
        self.form.tidy()
        self.coordinates.apply_typed()

    # --- findings ------------------------------------------------------------------------

    def _check(self) -> None:
        draft = self.draft
        if draft is None:
            return
        record = self.form.record()
        record["lon"], record["lat"] = draft.point or (None, None)
        if draft.moved:
            record.update(draft.origin)
        findings = [*check_record(record, self._workspace.context), *self.form.findings(record)]
        # A text that is no value may be found by both; one of them is enough.
        once = {(f.column, str(f.fix or f.message)): f for f in findings}
        self.findings.show_findings(list(once.values()))
        self.form.mark_tabs(self.findings.findings)
        self.checked.emit()

    def _fix(self, finding: Finding) -> None:
        if finding.column == GEOMETRY:
            self.move(finding.fix, *self.draft.origin_before)
            return
        values = finding.fix if isinstance(finding.fix, dict) else {finding.column: finding.fix}
        for column, value in values.items():
            self.form.set_value(column, None if value == EMPTIED else value)
        self._check()

    def jump(self, column: str) -> None:
        """Put the cursor into the field of a column, or into the coordinates."""
        if not self.form.jump(column):
            self.coordinates.line.setFocus()

    def enter(self) -> None:
        """Put the cursor where work begins: at what is wrong, else into the first field."""
        if self.findings.findings and not self.draft.new:
            self.findings.list.setCurrentRow(0)
            self.findings.list.setFocus()
        else:
            self.form.enter()

    # --- the point -----------------------------------------------------------------------

    def move(self, point: Point, source: str | None, original: str | None) -> None:
        """Put the point elsewhere; see ``RecordDraft.move``."""
        self.draft.move(point, source, original)
        self._show_point()

    def pick(self, point: QgsPointXY) -> None:
        """Put the point where it was clicked (CGCS2000 degrees)."""
        self.coordinates.clear_typed()
        self.move((point.x(), point.y()), "cgcs2000", None)

    def begin_at(self, point: QgsPointXY) -> None:
        """Put a new record where it was asked for (CGCS2000 degrees)."""
        self.draft.begin_at((point.x(), point.y()))
        self._show_point()

    def _typed(self, typed: TypedPoint) -> None:
        self.move(typed.point, typed.system, typed.original)

    def _remove_point(self) -> None:
        self.coordinates.clear_typed()
        self.move(None, None, None)

    def _show_point(self) -> None:
        point = self.draft.point
        self.coordinates.show_point(point)
        self._check()
        self.point_changed.emit(None if point is None else QgsPointXY(*point))

    # --- inside --------------------------------------------------------------------------

    def _show_history(self) -> None:
        uuid = None if self.draft.new else self.draft.uuid
        self.history.show_record(self._workspace.path, uuid)

    def _lay_out(self) -> None:
        panels = QWidget()
        column = QVBoxLayout(panels)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.findings, 3)
        column.addWidget(self.coordinates)
        column.addWidget(self.history)
        self.history.collapsedStateChanged.connect(
            lambda collapsed: column.setStretch(2, 0 if collapsed else 4)
        )
        self.setChildrenCollapsible(False)
        self.addWidget(self.form)
        self.addWidget(panels)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 1)
        self.setSizes([730, 430])
