"""The window with the list of basemaps: arrange, enter keys, try out, add to the map."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsPasswordLineEdit
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import InputError
from ..core.messages import Message
from ..layers.basemap_group import add_basemap, basemap_layers
from ..layers.basemap_keys import find_key, has_key, keep_key, missing_key, without_key
from ..layers.basemap_list import Basemap, load_basemaps, save_basemaps
from ..layers.basemaps import TIANDITU_SITE, shift_warning
from ..layers.tile_test import TileTest
from ..translation import render, tr
from .basemap_editor import BasemapEditor
from .help_window import lead_f1
from .map_points import degrees_at
from .messages import error_text
from .notes import BAD, GOOD, WARNING, Note


class BasemapDialog(QDialog):
    """The list is kept with every change; tiles are tried out in the middle of ``canvas``."""

    def __init__(
        self,
        project: QgsProject,
        canvas: QgsMapCanvas | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._canvas = project, canvas
        self._items: list[Basemap] = load_basemaps()
        self._test: TileTest | None = None
        self.setWindowTitle(tr("Basemaps"))
        lead_f1(self, "basemaps")
        self._list = QListWidget()
        self._list.setAlternatingRowColors(True)
        self._note = Note()
        layout = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addWidget(self._list, 1)
        top.addLayout(self._side_buttons())
        layout.addLayout(top, 1)
        layout.addWidget(self._key_box())
        layout.addWidget(self._note)
        layout.addLayout(self._bottom_buttons())
        self._list.currentRowChanged.connect(self._row_changed)
        self._list.itemDoubleClicked.connect(lambda _item: self.change())
        self._fill(0)
        self.resize(560, 430)

    # --- making the window ------------------------------------------------------------

    def _side_buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self._buttons: dict[str, QPushButton] = {}
        for key, word, action in (
            ("add", tr("New…"), self.add),
            ("change", tr("Change…"), self.change),
            ("remove", tr("Remove"), self.remove),
            ("up", tr("Move up"), lambda: self.move_by(-1)),
            ("down", tr("Move down"), lambda: self.move_by(1)),
        ):
            button = self._buttons[key] = QPushButton(word)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=action: do())
            column.addWidget(button)
        column.addStretch()
        return column

    def _key_box(self) -> QGroupBox:
        self._box = QGroupBox()
        self._key = QgsPasswordLineEdit()
        self._keep = QPushButton(tr("Keep"))
        self._keep.setAutoDefault(False)
        self._key_state = QLabel()
        self._key_state.setWordWrap(True)
        self._key_state.setOpenExternalLinks(True)
        grid = QGridLayout(self._box)
        grid.addWidget(self._key, 0, 0)
        grid.addWidget(self._keep, 0, 1)
        grid.addWidget(self._key_state, 1, 0, 1, 2)
        self._keep.clicked.connect(lambda _checked=False: self.keep())
        self._key.returnPressed.connect(self.keep)
        return self._box

    def _bottom_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._try = QPushButton(tr("Try out"))
        self._show = QPushButton(tr("Add to map"))
        for button, action in ((self._try, self.try_out), (self._show, self.add_to_map)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=action: do())
            row.addWidget(button)
        row.addStretch()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        close.rejected.connect(self.reject)
        row.addWidget(close)
        return row

    # --- the list -----------------------------------------------------------------------

    @property
    def current(self) -> Basemap | None:
        """The basemap that is selected."""
        row = self._list.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    def add(self) -> None:
        """Ask for another basemap."""
        self._edit(None, len(self._items))

    def change(self) -> None:
        """Change the selected one."""
        if self.current is not None:
            self._edit(self.current, self._list.currentRow())

    def remove(self) -> None:
        """Take the selected one out of the list; layers in the project stay."""
        row = self._list.currentRow()
        if self.current is not None:
            del self._items[row]
            self._changed(min(row, len(self._items) - 1))

    def move_by(self, step: int) -> None:
        """Move the selected one up (-1) or down (1)."""
        row = self._list.currentRow()
        target = row + step
        if self.current is not None and 0 <= target < len(self._items):
            self._items.insert(target, self._items.pop(row))
            self._changed(target)

    def _edit(self, basemap: Basemap | None, row: int) -> None:
        editor = BasemapEditor(basemap, self)
        if editor.exec() == QDialog.DialogCode.Accepted:
            self._items[row : row + 1] = [editor.basemap]
            self._changed(row)
            if editor.key_note is not None:
                self._note.say(render(editor.key_note), WARNING)
        editor.deleteLater()

    def _changed(self, row: int) -> None:
        save_basemaps(self._items)
        self._fill(row)

    def _fill(self, row: int) -> None:
        self._list.clear()
        self._list.addItems([item.name for item in self._items])
        self._list.setCurrentRow(row)
        self._row_changed()

    def _row_changed(self) -> None:
        self._stop()
        chosen, row = self.current, self._list.currentRow()
        for key in ("change", "remove"):
            self._buttons[key].setEnabled(chosen is not None)
        self._buttons["up"].setEnabled(row > 0)
        self._buttons["down"].setEnabled(0 <= row < len(self._items) - 1)
        self._try.setEnabled(chosen is not None)
        self._show.setEnabled(chosen is not None)
        warning = shift_warning(chosen.url) if chosen is not None else None
        self._note.say(render(warning) if warning is not None else "", WARNING)
        self._show_key()

    # --- the key ------------------------------------------------------------------------

    def _show_key(self) -> None:
        service = self.current.service if self.current is not None else ""
        self._box.setVisible(bool(service))
        self._box.setTitle(tr("Key of {service}").format(service=service))
        self._key.clear()
        if service and has_key(service):
            self._key.setPlaceholderText(tr("A key is kept; enter another one to replace it"))
        else:
            self._key.setPlaceholderText(tr("Enter your key here"))
        about = tr(
            "QGIS keeps it encrypted and may ask for its master password. It is never written "
            "into a project."
        )
        if "tianditu" in service:
            site = f'<a href="{TIANDITU_SITE}">{TIANDITU_SITE}</a>'
            about += " " + tr("Apply for a browser key at {site}").format(site=site)
        self._key_state.setText(about)

    def keep(self) -> None:
        """Keep the key that was entered; an empty one is forgotten."""
        if self.current is None or not self.current.service:
            return
        service, entered = self.current.service, self._key.text()
        said = keep_key(service, entered)
        without_key(basemap_layers(self._project))
        self._show_key()
        if said is not None:
            self._note.say(render(said), WARNING)
        elif entered.strip():
            self._note.say(tr("The key is kept. Try it out now."), GOOD)
        else:
            self._note.say(tr("The key is forgotten."), WARNING)

    # --- trying out and adding ------------------------------------------------------------

    def try_out(self) -> None:
        """Ask for one tile of the selected basemap; the same button then cancels that."""
        if self._test is not None:
            self._stop()
            self._note.say(tr("The test was cancelled."), WARNING)
            return
        if self.current is None:
            return
        self._note.say(tr("Asking for a tile…"), WARNING)
        self._try.setText(tr("Cancel"))
        self._test = TileTest(self.current, self._place(), self)
        self._test.finished.connect(self._tested)
        self._test.start()

    def _place(self) -> tuple[float, float] | None:
        point = None if self._canvas is None else degrees_at(self._canvas, self._canvas.center())
        return None if point is None else (point.x(), point.y())

    def _tested(self, ok: bool, message: Message) -> None:
        self._note.say(render(message), GOOD if ok else BAD)
        self._stop()

    def _stop(self) -> None:
        test, self._test = self._test, None
        if test is not None:
            test.finished.disconnect(self._tested)
            test.stop()
            test.deleteLater()
        self._try.setText(tr("Try out"))

    def add_to_map(self) -> None:
        """Show the selected basemap under all layers of the project."""
        chosen = self.current
        if chosen is None:
            return
        locked = bool(chosen.service) and not find_key(chosen.service)  # asks where it has to
        try:
            add_basemap(self._project, chosen)
        except InputError as error:
            self._note.say(error_text(error), BAD)
            return
        if locked:
            self._note.say(render(missing_key(chosen.service)), WARNING)
        else:
            self._note.say(tr("{name} was added to the map.").format(name=chosen.name), GOOD)

    def ask_for_key(self) -> None:
        """Go to the first basemap that needs a key, ready to type it."""
        for row, item in enumerate(self._items):
            if item.service and not has_key(item.service):
                self._list.setCurrentRow(row)
                break
        self._key.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take over what the same window, opened from QGIS's options, changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            kept = load_basemaps()
            if kept != self._items:
                self._items = kept
                self._fill(min(max(self._list.currentRow(), 0), len(kept) - 1))

    def done(self, result: int) -> None:
        """Close; a test under way is let go."""
        self._stop()
        super().done(result)
