"""The workbooks of an import: dropped or chosen, read in the background, each with its state."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QMimeData, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..spreadsheets.preview import FilePreview, preview
from ..translation import render, tr
from .messages import error_text
from .notes import BAD, ink

_ENDINGS = (".xlsx", ".xlsm", ".xls", ".et")  # the last two only to say why they cannot be read
_MOST = 200  # files of one drop
_FILE, _ROWS, _STATE = range(3)


def workbooks_in(paths: list[str]) -> Iterator[str]:
    """Yield the workbooks among paths, and those in the folders among them."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield str(path)
            continue
        for found in sorted(path.rglob("*")):
            lock = found.name.startswith(("~$", "."))
            if found.suffix.lower() in _ENDINGS and not lock and found.is_file():
                yield str(found)


def dropped_paths(data: QMimeData) -> list[str]:
    """Return the files and folders that are dragged."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def _stamp(path: str) -> tuple[int, int]:
    try:
        status = Path(path).stat()
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size


@dataclass
class _Entry:
    item: QTreeWidgetItem
    stamp: tuple[int, int] = (0, 0)
    found: FilePreview | None = None  # None while it is being read
    task: _Read | None = None  # the latest; what an earlier one finds does not count


class _Read(QgsTask):
    """Reads one workbook; the window takes what was found, or does not any more."""

    ready = pyqtSignal(object, object, object)  # FilePreview or None, stamp, the task

    def __init__(self, path: str, header_rows: dict[str, int]) -> None:
        super().__init__(tr("Read {file}").format(file=Path(path).name), QgsTask.Flag.CanCancel)
        self.path = path
        self.problem = ""
        self._header_rows = header_rows
        self._found: FilePreview | None = None
        self._stamp = _stamp(path)

    def run(self) -> bool:
        """Read, in a thread of QGIS; an error must not leave it."""
        try:
            self._found = preview(self.path, self._header_rows)
        except Exception as error:
            self.problem = f"{type(error).__name__}: {error}"
        return True

    def finished(self, _done: bool) -> None:
        """Hand over, in the main thread."""
        self.ready.emit(self._found, self._stamp, self)


class FilesPanel(QWidget):
    """The list of workbooks.

    ``changed``: other files, or one of them was read; ``chosen``: the FilePreview that is
    current, or None.
    """

    changed = pyqtSignal()
    chosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, _Entry] = {}  # real path -> entry, in order
        self._tasks: set[_Read] = set()
        self._folder = ""
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels([tr("File"), tr("Rows"), tr("State")])
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.setColumnWidth(_FILE, 170)
        self.tree.setColumnWidth(_ROWS, 52)
        self.tree.header().setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Stretch)
        self.tree.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.add_button = QPushButton(tr("Add files…"))
        self.add_button.clicked.connect(self._browse)
        self.folder_button = QPushButton(tr("Add folder…"))
        self.folder_button.clicked.connect(self._browse_folder)
        self.remove_button = QPushButton(tr("Remove"))
        self.remove_button.clicked.connect(self.remove_selected)
        hint = QLabel(tr("Drop collection sheets (.xlsx) or folders here, or add them:"))
        hint.setWordWrap(True)
        most = tr("Only {count} workbooks were taken, there are more: import these, then the rest.")
        self.too_many = QLabel(most.format(count=_MOST))
        self.too_many.setWordWrap(True)
        self.too_many.setStyleSheet(f"color: {ink(BAD)};")
        self.too_many.hide()
        buttons = QHBoxLayout()
        for button in (self.add_button, self.folder_button, self.remove_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(hint)
        layout.addLayout(buttons)
        layout.addWidget(self.too_many)
        layout.addWidget(self.tree)
        self._enable()

    # --- what there is --------------------------------------------------------------

    def previews(self) -> list[FilePreview]:
        """Return the workbooks that can be imported."""
        return [e.found for e in self._entries.values() if e.found and e.found.error is None]

    def current(self) -> FilePreview | None:
        """Return the workbook looked at, where it is read."""
        entry = self._entry_of(self.tree.currentItem())
        return entry.found if entry is not None else None

    def reading(self) -> bool:
        """Tell whether some are still being read."""
        return any(entry.found is None for entry in self._entries.values())

    def show_file(self, path: str) -> None:
        """Make a file the current one."""
        entry = self._entries.get(_real(path))
        if entry is not None:
            self.tree.setCurrentItem(entry.item)

    def set_results(self, texts: dict[str, str]) -> None:
        """Show beside each file what became of its rows; ``texts``: path -> words."""
        for entry in self._entries.values():
            if entry.found is not None and entry.found.error is None:
                text = texts.get(entry.found.path) or tr("read")
                entry.item.setText(_STATE, text)
                entry.item.setToolTip(_STATE, text)

    # --- adding and removing ----------------------------------------------------------

    def add(self, paths: list[str]) -> None:
        """Add workbooks and the content of folders; a file that is there stays once."""
        last = None
        found = list(islice(workbooks_in(paths), _MOST + 1))
        for path in found[:_MOST]:
            real = _real(path)
            if real in self._entries:
                continue
            last = QTreeWidgetItem(self.tree, [Path(path).name, "", tr("reading…")])
            last.setToolTip(_FILE, path)
            last.setData(_FILE, Qt.ItemDataRole.UserRole, real)
            self._entries[real] = _Entry(last)
            self._read(path)
        if last is not None and self.tree.currentItem() is None:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self.too_many.setVisible(len(found) > _MOST)
        self._enable()
        self.changed.emit()

    def remove_selected(self) -> None:
        """Take files off the list."""
        for item in self.tree.selectedItems():
            self._entries.pop(item.data(_FILE, Qt.ItemDataRole.UserRole), None)
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(item))
        self._enable()
        self.changed.emit()
        self.chosen.emit(self.current())

    def read_again(self) -> list[str]:
        """Read those files again that were changed since; return their paths."""
        paths = []
        for entry in self._entries.values():
            if entry.found is not None and entry.stamp != _stamp(entry.found.path):
                paths.append(entry.found.path)
        for path in paths:
            self.read_with(path, {})
        if paths:
            self.changed.emit()
        return paths

    def read_with(self, path: str, header_rows: dict[str, int]) -> None:
        """Read a file again, with the headers of its sheets in these rows (from 1)."""
        entry = self._entries[_real(path)]
        entry.found = None
        entry.item.setText(_STATE, tr("reading…"))
        entry.item.setData(_STATE, Qt.ItemDataRole.ForegroundRole, None)
        self._read(path, header_rows)

    def _browse(self) -> None:
        kinds = tr("Workbook") + " (*.xlsx *.xlsm)"
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Collection sheets"), self._folder, kinds)
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.add(paths)

    def _browse_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder with collection sheets"), self._folder
        )
        if folder:
            self._folder = folder
            self.add([folder])

    def _enable(self) -> None:
        self.remove_button.setEnabled(bool(self._entries))

    def _entry_of(self, item: QTreeWidgetItem | None) -> _Entry | None:
        if item is None:
            return None
        return self._entries.get(item.data(_FILE, Qt.ItemDataRole.UserRole))

    # --- reading ------------------------------------------------------------------

    def _read(self, path: str, header_rows: dict[str, int] | None = None) -> None:
        task = self._entries[_real(path)].task = _Read(path, header_rows or {})
        task.ready.connect(self._was_read)
        self._tasks.add(task)
        QgsApplication.taskManager().addTask(task)

    def _was_read(self, found: FilePreview | None, stamp: tuple[int, int], task: _Read) -> None:
        self._tasks.discard(task)
        entry = self._entries.get(_real(task.path))
        if entry is None or entry.task is not task:  # removed or read anew meanwhile
            return
        entry.stamp, entry.found = stamp, found or FilePreview(task.path)
        item = entry.item
        if task.problem or found is None:
            self._tell(item, tr("It cannot be read. {reason}").format(reason=task.problem), True)
            del self._entries[_real(task.path)]
        elif found.error is not None:
            self._tell(item, error_text(found.error), True)
        else:
            item.setText(_ROWS, str(found.rows))
            item.setTextAlignment(_ROWS, Qt.AlignmentFlag.AlignRight)
            notes = "\n".join(render(message) for message in found.messages)
            self._tell(item, tr("read, with notes") if notes else tr("read"), False)
            if notes:
                item.setToolTip(_STATE, notes)
        self.changed.emit()
        if item is self.tree.currentItem():
            self.chosen.emit(self.current())

    @staticmethod
    def _tell(item: QTreeWidgetItem, text: str, bad: bool) -> None:
        item.setText(_STATE, text)
        item.setToolTip(_STATE, text)
        if bad:
            item.setForeground(_STATE, QColor(ink(BAD)))


def _real(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))
