"""The window for one entry in the list of basemaps."""

from __future__ import annotations

from dataclasses import replace

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import InputError
from ..layers.basemap_keys import keep_key, service, split_key
from ..layers.basemap_list import (
    FILE,
    OSM,
    TIANDITU_IMAGE,
    TIANDITU_MAP,
    XYZ,
    Basemap,
    check,
    with_defaults,
)
from ..layers.basemaps import shift_warning
from ..translation import render, tr
from .help_window import lead_f1
from .messages import error_text
from .notes import BAD, WARNING, Note


def kind_words() -> dict[str, str]:
    """Return the words for the kinds of basemaps."""
    return {
        TIANDITU_MAP: tr("Tianditu map"),
        TIANDITU_IMAGE: tr("Tianditu imagery"),
        OSM: "OpenStreetMap",
        XYZ: tr("XYZ tiles"),
        FILE: tr("File (MBTiles, GeoTIFF)"),
    }


class BasemapEditor(QDialog):
    """Asks for a basemap; ``basemap`` is what was entered."""

    def __init__(self, basemap: Basemap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lead_f1(self, "basemaps")
        self.basemap = basemap or Basemap("", XYZ)
        self.key_note = None  # Message about a key that could not be kept for good
        self.setWindowTitle(tr("Basemap"))
        lead_f1(self, "basemaps")
        self._name = QLineEdit(self.basemap.name)
        self._kind = QComboBox()
        for kind, word in kind_words().items():
            self._kind.addItem(word, kind)
        self._address = QLineEdit(self.basemap.url if self.basemap.kind == XYZ else "")
        self._address.setPlaceholderText("https://…/{z}/{x}/{y}.png")
        self._file = QgsFileWidget()
        self._file.setFilter(
            f"{tr('Rasters')} (*.mbtiles *.tif *.tiff *.vrt *.jpg *.png);;{tr('All files')} (*)"
        )
        if self.basemap.kind == FILE:
            self._file.setFilePath(self.basemap.url)
        self._low, self._high = QSpinBox(), QSpinBox()
        for box, value in zip((self._low, self._high), self.basemap.zoom):
            box.setRange(0, 24)
            box.setValue(value)
        levels = QWidget()
        row = QHBoxLayout(levels)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._low)
        row.addWidget(QLabel("–"))
        row.addWidget(self._high)
        row.addStretch()
        self._referer = QLineEdit(self.basemap.referer)
        self._referer.setPlaceholderText(tr("only where the service asks for it"))
        self._credit = QLineEdit(self.basemap.credit)
        self._credit.setPlaceholderText(tr("printed on maps as their source"))
        self._note = Note()
        self._form = form = QFormLayout()
        form.addRow(tr("Name of the basemap"), self._name)
        form.addRow(tr("Kind"), self._kind)
        form.addRow(tr("Address"), self._address)
        form.addRow(tr("File"), self._file)
        form.addRow(tr("Zoom levels"), levels)
        form.addRow(tr("Referer"), self._referer)
        form.addRow(tr("Credit"), self._credit)
        self._rows = {XYZ: (self._address, levels, self._referer), FILE: (self._file,)}
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("OK"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addStretch()
        layout.addWidget(buttons)
        self._kind.currentIndexChanged.connect(self._kind_changed)
        self._address.textChanged.connect(self._address_changed)
        self._kind.setCurrentIndex(self._kind.findData(self.basemap.kind))
        self._kind_changed()
        self._address_changed()
        self.resize(560, self.sizeHint().height())

    def accept(self) -> None:
        """Take what was entered, the key in an address apart from it."""
        entered = self._entered()
        url, key = split_key(entered.url) if entered.kind == XYZ else (entered.url, "")
        entered = with_defaults(replace(entered, url=url))
        try:
            check(entered)
        except InputError as error:
            self._note.say(error_text(error), BAD)
            return
        if key:
            self.key_note = keep_key(service(url), key)
        self.basemap = entered
        super().accept()

    def _entered(self) -> Basemap:
        kind = self._kind.currentData()
        low, high = sorted((self._low.value(), self._high.value()))
        return Basemap(
            self._name.text().strip() or (self._kind.currentText() if kind != XYZ else ""),
            kind,
            self._file.filePath().strip() if kind == FILE else self._address.text().strip(),
            (low, high),
            self._referer.text().strip() if kind == XYZ else "",
            self._credit.text().strip(),
        )

    def _kind_changed(self) -> None:
        kind = self._kind.currentData()
        for shown, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(shown == kind)
                self._form.labelForField(widget).setVisible(shown == kind)
        self._credit.setEnabled(kind != OSM)
        self._address_changed()

    def _address_changed(self) -> None:
        url = self._address.text().strip()
        warning = shift_warning(url) if self._kind.currentData() == XYZ else None
        if warning is not None:
            self._note.say(render(warning), WARNING)
        elif self._kind.currentData() == XYZ and split_key(url)[1]:
            self._note.say(tr("The key in the address is kept apart from it, encrypted."), WARNING)
        else:
            self._note.say("")
