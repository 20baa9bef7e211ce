"""The window that opens a store: which one, with which boundary and basemap, where from."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from qgis.core import Qgis, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import InputError, OriginTraceError
from ..core.messages import Message
from ..layers.basemap_group import add_basemap
from ..layers.basemap_list import load_basemaps
from ..layers.locations import (
    copy_store,
    default_folder,
    earlier_copy,
    free_name,
    guard_location,
    shared_place,
)
from ..layers.store_layers import BOUNDARY, with_role
from ..layers.store_project import add_store, remove_store, set_boundary
from ..settings import recent_stores
from ..translation import render, tr
from .help_window import lead_f1
from .messages import error_text
from .notes import BAD, WARNING, Note


class OpenStoreDialog(QDialog):
    """Opens a store in the project; ``opened`` gives the layer of its points."""

    opened = pyqtSignal(object)  # QgsVectorLayer

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._own_boundary: QgsVectorLayer | None = None  # from a file, not in the project yet
        self.setWindowTitle(tr("Open a store"))
        lead_f1(self, "open")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Store"), self._store_row())
        form.addRow(tr("Boundary"), self._boundary_row())
        self._basemap = QComboBox()
        self._basemap.addItem(tr("None"), None)
        for item in load_basemaps():
            self._basemap.addItem(item.name, item)
        form.addRow(tr("Basemap"), self._basemap)
        self._note = Note()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self._open = buttons.addButton(tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._shared_box())
        layout.addWidget(self._note)
        layout.addStretch()
        layout.addWidget(buttons)
        self._path.currentTextChanged.connect(lambda _text: self._path_changed())
        self._path_changed()
        self.resize(600, self.sizeHint().height())

    # --- making the window ------------------------------------------------------------

    def _store_row(self) -> QWidget:
        self._path = QComboBox()
        self._path.setEditable(True)
        self._path.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._path.setMinimumContentsLength(30)
        self._path.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._path.addItems(recent_stores())
        self._path.lineEdit().setPlaceholderText(
            tr("A store (.gpkg), or postgres://connection/schema of one on a server")
        )
        return _with_button(self._path, self._browse)

    def _boundary_row(self) -> QWidget:
        self._boundary = QgsMapLayerComboBox()
        self._boundary.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self._boundary.setAllowEmptyLayer(True, tr("None"))
        self._boundary.setProject(self._project)
        present = with_role(self._project, BOUNDARY)
        self._boundary.setLayer(present[0] if present else None)
        return _with_button(self._boundary, self._browse_boundary)

    def _shared_box(self) -> QGroupBox:
        self._box = QGroupBox(tr("This file is not edited in place"))
        self._why = Note()
        self._go_on = QRadioButton()
        self._copy = QRadioButton(tr("Work in a new local copy"))
        self._read = QRadioButton(tr("Open for reading only"))
        self._earlier: Path | None = None  # a local copy of this store, made before
        self._folder = QgsFileWidget()
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._name = QLineEdit()
        where = QFormLayout()
        where.setContentsMargins(22, 0, 0, 0)
        where.addRow(tr("Folder"), self._folder)
        where.addRow(tr("File name"), self._name)
        layout = QVBoxLayout(self._box)
        layout.addWidget(self._why)
        layout.addWidget(self._go_on)
        layout.addWidget(self._copy)
        layout.addLayout(where)
        layout.addWidget(self._read)
        for widget in (self._folder, self._name):
            self._copy.toggled.connect(widget.setEnabled)
        self._folder.fileChanged.connect(lambda _path: self._propose_name())
        self._box.hide()
        return self._box

    # --- choosing -----------------------------------------------------------------------

    @property
    def path(self) -> str:
        """The path that was chosen."""
        return self._path.currentText().strip().strip('"')

    def set_path(self, path: str) -> None:
        """Choose a store."""
        self._path.setEditText(path)

    def _browse(self) -> None:
        start = str(Path(self.path or next(iter(recent_stores()), Path.home() / "x")).parent)
        found, _filter = QFileDialog.getOpenFileName(
            self, tr("Open a store"), start, f"{tr('Stores')} (*.gpkg)"
        )
        if found:
            self.set_path(found)

    def _browse_boundary(self) -> None:
        found, _filter = QFileDialog.getOpenFileName(
            self,
            tr("Boundary layer"),
            str(Path(self.path or Path.home()).parent),
            f"{tr('Polygons')} (*.gpkg *.shp *.geojson *.json *.kml);;{tr('All files')} (*)",
        )
        if found:
            self.set_boundary_file(found)

    def set_boundary_file(self, path: str) -> None:
        """Take the polygons of a file as the county's boundary."""
        layer = QgsVectorLayer(path, Path(path).stem, "ogr")
        if not layer.isValid() or layer.geometryType() != Qgis.GeometryType.Polygon:
            self._note.say(
                tr("{file} holds no polygons: choose the county's layer of boundaries.").format(
                    file=Path(path).name
                ),
                BAD,
            )
            return
        self._note.say("")
        self._own_boundary = layer
        self._boundary.setAdditionalLayers([layer])
        self._boundary.setLayer(layer)

    def _path_changed(self) -> None:
        self._note.say("")
        self._open.setEnabled(bool(self.path))
        shared = shared_place(self.path) if self.path else None
        self._box.setVisible(shared is not None)
        if shared is not None:
            self._why.say(render(shared), WARNING)
            if not self._folder.filePath():
                self._folder.setFilePath(str(_local_folder()))
            self._propose_name()

    def _propose_name(self) -> None:
        """Propose a name for a copy in the folder, or to go on in one that is there."""
        folder, name = Path(self._folder.filePath()), Path(self.path).name
        if not name:
            return
        self._name.setText(free_name(folder, name).name)
        self._earlier = earlier_copy(self.path, folder)
        self._go_on.setVisible(self._earlier is not None)
        (self._go_on if self._earlier is not None else self._copy).setChecked(True)
        if self._earlier is not None:
            when = datetime.fromtimestamp(self._earlier.stat().st_mtime)
            words = tr("Go on in the local copy {name}, last changed {when}")
            self._go_on.setText(
                words.format(name=self._earlier.name, when=f"{when:%Y-%m-%d %H:%M}")
            )

    # --- opening ------------------------------------------------------------------------

    def accept(self) -> None:
        """Open what was chosen; what is wrong is said in the window."""
        try:
            layer = self._open_store()
        except OriginTraceError as error:
            self._note.say(error_text(error), BAD)
            return
        self.opened.emit(layer)
        super().accept()

    def _open_store(self) -> QgsVectorLayer:
        path, boundary = self.path, self._boundary.currentLayer()
        target = self._target(path)
        layer = add_store(self._project, target)
        if target != path:  # the copy takes the place of what was open for reading
            remove_store(self._project, path)
        set_boundary(self._project, boundary)
        guard_location(layer)
        basemap = self._basemap.currentData()
        if basemap is not None:
            add_basemap(self._project, basemap)
        return layer

    def _target(self, path: str) -> str:
        """Return the path of what is opened: the store, or a copy of it."""
        if not self._box.isVisibleTo(self) or self._read.isChecked():
            return path
        return str(self._earlier) if self._go_on.isChecked() else self._copied(path)

    def _copied(self, path: str) -> str:
        name = self._name.text().strip()
        target = Path(self._folder.filePath()) / (
            name if name.lower().endswith(".gpkg") else f"{name}.gpkg"
        )
        if shared_place(target) is not None:
            raise InputError(
                Message("{path} is seen by other computers too.", path=str(target.parent)),
                Message("Choose a folder on a disk of this computer."),
            )
        copy_store(path, target)
        self.set_path(str(target))  # should the rest fail, it is not copied again
        return str(target)


def _with_button(widget: QWidget, action) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 1)
    button = QPushButton(tr("Browse…"))
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: action())
    row.addWidget(button)
    return holder


def _local_folder() -> Path:
    """Return the first usual folder that lies on this computer alone."""
    where = QStandardPaths.StandardLocation
    folders = [
        default_folder(QStandardPaths.writableLocation(place))
        for place in (where.DocumentsLocation, where.HomeLocation, where.AppLocalDataLocation)
    ]
    return next((folder for folder in folders if shared_place(folder / "x") is None), folders[0])
