"""The window of one record: QGIS's form, its findings, its point, its history."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import OriginTraceError
from ..core.schema import COLUMNS, Record
from ..layers.record_edit import RecordDraft, find_record
from ..settings import KEPT_COLUMNS, OPERATOR, OPERATOR_PHONE
from ..translation import tr
from .asking import ask
from .messages import error_text, say
from .record_frame import RecordFrame
from .record_rescue import clash_words, leave_in_edits, save_into_store
from .record_watch import RecordWatch
from .workspace import Workspace

_COLLECTOR = ("collector", "collector_phone")


class RecordDialog(RecordFrame):
    """Edits one record after another; not modal, so that the map can be used beside it.

    Saving is one undoable step in the layer's edit buffer; what a person did not touch
    is not written. The record is known by its uuid, the layer by the workspace. What was
    typed is never dropped without a question or a word about where it went.
    """

    saved = pyqtSignal(str)  # uuid
    pick_wanted = pyqtSignal()
    point_changed = pyqtSignal(object)  # QgsPointXY or None; also when a record is opened

    def __init__(
        self,
        workspace: Workspace,
        canvas: QgsMapCanvas | None,
        bar: QgsMessageBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, canvas, parent)
        self._workspace, self._main_bar = workspace, bar
        self._last: Record = {}  # saved before: what a new record takes over
        self._last_by = ""  # who worked then
        self._began_editing = False
        self._watch = RecordWatch(self)
        self._connect()

    @property
    def _draft(self) -> RecordDraft | None:
        return self.page.draft

    # --- what others call --------------------------------------------------------------

    @property
    def uuid(self) -> str | None:
        """The record that is shown, None for none."""
        return self._draft.uuid if self._draft is not None else None

    @property
    def waits_for_place(self) -> bool:
        """Whether a new record is shown that has no point yet."""
        return self._draft is not None and self._draft.new and self._draft.point is None

    def show_record(self, uuid: str) -> None:
        """Show a record; asks first what to do with unsaved changes of another."""
        if uuid == self.uuid:
            self.bring_up()
        elif self._may_leave():
            self._load(uuid)

    def new_record(self, point: QgsPointXY | None, values: dict[str, object]) -> bool:
        """Show a new record at a point (CGCS2000 degrees) with these values filled in.

        Asks first what to do with unsaved changes of another one; return whether it is shown.
        """
        return self._may_leave() and self._begin_new(point, values)

    def kept(self) -> dict[str, object]:
        """Return what a new record takes over from the one before, and from the operator."""
        kept = {c: self._last[c] for c in KEPT_COLUMNS.get() if self._last.get(c) is not None}
        if OPERATOR.get() != self._last_by:  # somebody else works now
            kept = {c: value for c, value in kept.items() if c not in _COLLECTOR}
        if OPERATOR.get() and not kept.get("collector"):
            kept.update(collector=OPERATOR.get(), collector_phone=OPERATOR_PHONE.get() or None)
        return kept

    def set_point(self, point: QgsPointXY, address: dict[str, str] | None = None) -> None:
        """Move the record to a point (CGCS2000 degrees) that was picked on the map.

        ``address``: column -> value of what is to be filled in with it.
        """
        if self._draft is not None:
            self.page.pick(point)
            for column, value in (address or {}).items():
                self.page.form.set_value(column, value)
            self.bring_up()

    def take_place(self, uuid: str) -> None:
        """Show the point that a record was given on the map, whatever the window had for it."""
        if uuid == self.uuid:
            self._draft.stay()
            self._look_again()

    def set_sequence(self, uuids: Iterable[str]) -> None:
        """Give the records that previous and next lead through."""
        self._sequence = list(uuids)
        self._show_place(self.uuid)

    def close_down(self) -> None:
        """Close for good: the plugin is being unloaded; what was typed goes into the edits."""
        if self._draft is not None and self.page.unsaved:
            leave_in_edits(self.page, self._main_bar)
        self._leave()
        self._connections.drop()
        self.hide()

    # --- opening -------------------------------------------------------------------------

    def _load(self, uuid: str) -> None:
        layer = self._workspace.layer
        feature = find_record(layer, uuid) if layer is not None else None
        if feature is None:
            text = tr("This record is not in the store any more.")
            say(self._main_bar, text, Qgis.MessageLevel.Warning)
            return
        self._let_go()
        self._edit(layer)
        self._open(layer, feature, False)

    def _begin_new(self, point: QgsPointXY | None, values: dict[str, object]) -> bool:
        self._let_go()
        layer = self._workspace.layer
        if layer is None or not self._edit(layer):
            self.hide()
            text = tr("The store cannot be written: a new record cannot be made.")
            say(self._main_bar, text, Qgis.MessageLevel.Warning)
            return False
        fields = layer.fields()
        given = {
            fields.indexOf(column): value
            for column, value in values.items()
            if value is not None and column in COLUMNS
        }
        self._open(layer, QgsVectorLayerUtils.createFeature(layer, QgsGeometry(), given), True)
        if point is not None:
            self.page.begin_at(point)
        return True

    def _edit(self, layer: QgsVectorLayer) -> bool:
        """Make sure that the layer is being edited; False where it cannot be."""
        if not layer.isEditable():
            self._began_editing = layer.startEditing()
        return layer.isEditable()

    def _open(self, layer: QgsVectorLayer, feature: QgsFeature, new: bool) -> None:
        draft = RecordDraft(layer, feature, new, self._workspace.to_degrees())
        self._watch.begin(layer, feature.id())
        self.messages.clearWidgets()
        self._say_state("")
        self.page.open(draft)
        self._show_editable()
        self._show_place(self.uuid)
        self.page.enter()
        self.bring_up()

    def _let_go(self) -> None:
        self._watch.end()
        self.page.close_record()

    def _leave(self) -> None:
        """Let the record go; end an edit session that was begun here and not used."""
        layer = self._draft.layer if self._draft is not None else None
        self._let_go()
        began, self._began_editing = self._began_editing, False
        if began and layer is not None and layer.isEditable() and not layer.isModified():
            layer.rollBack()
        self.point_changed.emit(None)

    # --- saving --------------------------------------------------------------------------

    def save(self) -> bool:
        """Take the record over into the layer's edits; return whether that worked."""
        if self._draft is None:
            return False
        self.page.finish_typing()
        if not self._can_be_saved() or not self._meets_others():
            return False
        record, draft = self.page.form.record(), self._draft
        try:
            with self._watch.paused():
                draft.write(self.page.form.changes())
        except OriginTraceError as error:
            self._tell(error_text(error), Qgis.MessageLevel.Critical)
            return False
        self._last, self._last_by = record, OPERATOR.get()
        # The layer may have more than was written: what follows the product, the editor.
        feature = draft.find() or draft.feature
        if draft.new:
            self._open(draft.layer, feature, False)
        else:
            self.messages.clearWidgets()
            self.page.follow(feature, saved=True)
        self._say_state(tr("Taken over. “Save edits” writes it into the store."))
        self.saved.emit(draft.uuid)
        return True

    def save_and_new(self) -> None:
        """Save, then begin a record that takes over what was chosen to be kept."""
        if self.save():
            self._begin_new(None, self.kept())

    def _can_be_saved(self) -> bool:
        obstacle = self.page.obstacle()
        if not obstacle and not self._edit(self._draft.layer):
            obstacle = tr("The store cannot be written: nothing was saved.")
        if obstacle:
            self._tell(obstacle)
        return not obstacle

    def _meets_others(self) -> bool:
        """Look whether somebody else changed the same fields meanwhile, and ask."""
        draft, form = self._draft, self.page.form
        if draft.new:
            return True
        feature = draft.find()
        if feature is None:
            self._look_again()
            return False
        clashes = draft.clashes(feature, form.changes(), form.stored)
        if not clashes:
            return True
        text = tr("This record was changed elsewhere meanwhile:\n{lines}\nSave yours over it?")
        text = text.format(lines=clash_words(clashes))
        return ask(self, text, {"": tr("Back"), "save": tr("Save")}) == "save"

    # --- leaving -------------------------------------------------------------------------

    def reject(self) -> None:
        """Close, after asking what to do with unsaved changes."""
        if self._may_leave():
            self._leave()
            super().reject()

    def _may_leave(self) -> bool:
        if self._draft is None:
            return True
        self.page.finish_typing()
        if not self.page.unsaved:
            return True
        self.bring_up()
        text = tr("Save the changes of {name}?").format(name=self.page.name)
        words = {"": tr("Back"), "save": tr("Save"), "discard": tr("Discard")}
        answer = ask(self, text, words)
        return self.save() if answer == "save" else answer == "discard"

    def _step(self, by: int) -> None:
        uuid = self._neighbour(self.uuid, by)
        if uuid is not None and self._may_leave():
            self._load(uuid)

    # --- what happens to the record elsewhere ------------------------------------------------

    def _look_again(self) -> None:
        """Show what others did to the record: undo, the attribute table, the map."""
        draft = self._draft
        if draft is None or draft.new:
            self._show_editable()
            return
        feature = draft.find()
        self.page.form.setEnabled(feature is not None)
        if feature is None:
            self._tell(tr("This record was deleted. Undo that to go on, or close the window."))
            return
        self._watch.begin(draft.layer, feature.id())
        self.page.follow(feature)
        self._show_editable()

    def _store_changed(self) -> None:
        """Close when the record's store is left; what was typed is saved or asked about."""
        self._last = {}
        if self._draft is None or self._workspace.layer is self._draft.layer:
            return
        if self.page.unsaved:
            if self._workspace.layer is None:  # its layer is about to go
                save_into_store(self.page, self.parentWidget() or self)
            else:
                leave_in_edits(self.page, self._main_bar)
        self._leave()
        self.hide()

    # --- what is shown -------------------------------------------------------------------

    def _show_editable(self) -> None:
        layer = self._draft.layer if self._draft is not None else None
        editable = layer is not None and layer.isEditable()
        for widget in (self.save_button, self.new_button):
            widget.setEnabled(editable)
        self.page.set_editable(editable)
        if layer is None or editable:
            return
        if not layer.supportsEditing() or layer.readOnly():
            self._tell(tr("The store cannot be written: the record can only be read."))
        else:
            self._tell(
                tr("Editing of the layer was ended."), buttons={tr("Go on editing"): self._go_on}
            )

    def _go_on(self) -> None:
        if self._draft is not None and self._edit(self._draft.layer):
            self._show_editable()

    def _connect(self) -> None:
        add = self._connections.add
        add(self._workspace.changed, self._store_changed)
        add(self._watch.changed, self._look_again)
        add(self.page.checked, self._show_title)
        add(self.page.pick_wanted, self.pick_wanted.emit)
        add(self.page.point_changed, self.point_changed.emit)
        add(self.save_button.clicked, lambda: self.save())
        add(self.new_button.clicked, lambda: self.save_and_new())
        add(self.previous_button.clicked, lambda: self._step(-1))
        add(self.next_button.clicked, lambda: self._step(1))
        add(self.close_button.clicked, lambda: self.reject())
