"""The window of layout templates: ours, and what a person makes of copies of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from qgis.core import QgsPrintLayout
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .. import settings
from ..core.errors import OriginTraceError
from ..layers import map_templates
from ..layers.layouts import MapSpec
from ..layers.map_texts import title_words
from ..translation import tr
from .help_window import lead_f1
from .messages import error_text
from .notes import BAD, GOOD, Note
from .workspace import Workspace

_PATH, _OWN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class TemplatesDialog(QDialog):
    """Lists, copies, opens and keeps templates.

    ``show_layout`` opens a layout in QGIS's designer, ``print_with`` the window of an
    algorithm that draws maps, by its name and with the path of a template.
    """

    def __init__(
        self,
        workspace: Workspace,
        show_layout: Callable[[QgsPrintLayout], object],
        print_with: Callable[[str, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._show_layout, self._print_with = workspace, show_layout, print_with
        self.setWindowTitle(tr("Map templates"))
        lead_f1(self, "templates")
        words = QLabel(
            tr(
                "A template lays out the printed map: its paper, and where title, map, legend "
                "and all else stand. Copy one of ours, change the copy in QGIS's layout window "
                "and keep the changes here; choose it as the template when printing a map."
            )
        )
        words.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Template"), tr("Page"), tr("Folder")])
        self.tree.setRootIsDecorated(False)
        self._note = Note()
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._note)
        layout.addLayout(self._make_buttons())
        self.tree.currentItemChanged.connect(lambda *_items: self._chosen_changed())
        self.tree.itemDoubleClicked.connect(lambda *_item: self._double_clicked())
        workspace.changed.connect(self._chosen_changed)
        self.resize(640, 400)
        self.refresh()

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for key, word, action in (
            ("copy", tr("Copy and change…"), self.copy),
            ("change", tr("Change…"), self.change),
            ("keep", tr("Keep changes"), self.keep),
            ("print", tr("Print a map…"), self.print_map),
        ):
            button = self.buttons[key] = QPushButton(word)
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

    def refresh(self, chosen: Path | None = None) -> None:
        """List the templates anew; ``chosen`` is selected."""
        self.tree.clear()
        for title, own, paths in (
            (tr("Of this plugin"), False, map_templates.shipped_templates()),
            (tr("My own"), True, map_templates.own_templates(settings.TEMPLATES.get())),
        ):
            group = QTreeWidgetItem(self.tree, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            for path in paths:
                name = path.stem if own else _shipped_name(path)
                folder = str(path.parent) if own else ""
                item = QTreeWidgetItem(group, [name, _page_name(path), folder])
                item.setToolTip(2, folder)
                item.setData(0, _PATH, str(path))
                item.setData(0, _OWN, own)
                if path == (chosen or paths[0]):
                    self.tree.setCurrentItem(item)
            if own and not paths:
                QTreeWidgetItem(group, [tr("None yet")]).setDisabled(True)
        self.tree.expandAll()
        for column in (0, 1):
            self.tree.resizeColumnToContents(column)
        self._chosen_changed()

    @property
    def chosen(self) -> Path | None:
        """The template that is selected."""
        item = self.tree.currentItem()
        path = item.data(0, _PATH) if item is not None else None
        return Path(path) if path else None

    @property
    def _chosen_is_own(self) -> bool:
        return self.chosen is not None and bool(self.tree.currentItem().data(0, _OWN))

    def _chosen_changed(self) -> None:
        path, own = self.chosen, self._chosen_is_own
        ready = self._workspace.layer is not None
        self.buttons["copy"].setEnabled(path is not None and ready)
        self.buttons["print"].setEnabled(path is not None and ready)
        self.buttons["change"].setEnabled(own and ready)
        open_now = own and map_templates.opened(self._workspace.project, path) is not None
        self.buttons["keep"].setEnabled(open_now)

    def _double_clicked(self) -> None:
        if self._chosen_is_own:
            self.change()
        elif self.chosen is not None:
            self.copy()

    # --- what the buttons do --------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected template to where the person says, and open the copy."""
        source = self.chosen
        folder = map_templates.own_folder()
        proposed = str(folder / f"{self._title()}_{_page_name(source)}.qpt".replace(" ", ""))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            proposed = ""  # then the window opens where the person was last
        name, _kind = QFileDialog.getSaveFileName(
            self, tr("Copy of the template"), proposed, tr("Layout template") + " (*.qpt)"
        )
        if not name:
            return
        target = Path(name if name.lower().endswith(".qpt") else f"{name}.qpt")
        try:
            map_templates.copy_template(source, target)
        except OriginTraceError as error:
            self._note.say(error_text(error), BAD)
            return
        if target.parent != folder:
            others = settings.TEMPLATES.get()
            settings.TEMPLATES.set(list(dict.fromkeys([*others, str(target)])))
        self.refresh(target)
        self.change()

    def change(self) -> None:
        """Open the selected template in QGIS's layout window, filled with the store's points."""
        path = self.chosen
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            layout = map_templates.open_template(
                self._workspace.project, self._workspace.layer, self._spec(path)
            )
        except OriginTraceError as error:
            self._note.say(error_text(error), BAD)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._note.say(
            tr(
                "{name} is open in the layout window. Press Keep changes here when you are done."
            ).format(name=path.stem),
            GOOD,
        )
        self._chosen_changed()
        self._show_layout(layout)

    def keep(self) -> None:
        """Write what was changed into the template."""
        layout = map_templates.opened(self._workspace.project, self.chosen)
        if layout is None:  # removed in QGIS meanwhile
            self._chosen_changed()
            return
        try:
            path = map_templates.keep_template(layout)
        except OriginTraceError as error:
            self._note.say(error_text(error), BAD)
            return
        self.refresh(path)
        self._note.say(tr("The changes are kept in {file}.").format(file=path.name), GOOD)

    def print_map(self) -> None:
        """Show the algorithm that draws a map, with the selected template."""
        name = "wallmap" if map_templates.has_list(self.chosen) else "distributionmap"
        self._print_with(name, str(self.chosen))

    def _spec(self, path: Path) -> MapSpec:
        count = f"{self._workspace.layer.featureCount():,}"
        source = tr("Key farm products origin collection, records: {count}").format(count=count)
        return MapSpec(
            title=self._title(),
            paper="",
            unit=settings.unit_name(),
            date=date.today(),
            source=source,
            county_names=self._workspace.county_names,
            template=path,
        )

    def _title(self) -> str:
        return title_words(self._workspace.county_names)


def _shipped_name(path: Path) -> str:
    """Return what one of our templates is for; the file's name where no word is known."""
    words = {"distribution": tr("Distribution map"), "listed": tr("Wall map")}
    return words.get(path.stem.split("_")[0], path.stem)


def _page_name(path: Path) -> str:
    """Return the page of a template: A4 portrait, or its size in mm."""
    size = map_templates.page_size(path)
    if size is None:
        return ""
    paper = {(210, 297): "A4", (297, 420): "A3"}.get(tuple(sorted(map(round, size))))
    if paper is None:
        return f"{size[0]:g} × {size[1]:g} mm"
    return f"{paper} {tr('Landscape') if size[0] > size[1] else tr('Portrait')}"
