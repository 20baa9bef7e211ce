"""Our page in QGIS's options: who works here, for which county, with which defaults."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import settings
from ..core.divisions import standard_divisions
from ..core.phones import is_mobile
from ..core.places import Places
from ..core.schema import COLLECTION_POINT, COORDINATE_SYSTEMS
from ..layers.forms import system_labels
from ..translation import tr
from .basemap_dialog import BasemapDialog

# Columns that may be the same for records entered one after the other.
_KEEPABLE = tuple(
    column
    for column in COLLECTION_POINT
    if column.business and column.name not in ("province", "city", "county", "scale")
)


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when QGIS opens its options."""

    def __init__(self, title: str, icon: QIcon) -> None:
        super().__init__(title, icon)
        self._icon = icon

    def icon(self) -> QIcon:
        """Return the icon in QGIS's list of pages."""
        return self._icon

    def createWidget(self, parent: QWidget) -> OptionsPage:
        """Return a new page; QGIS owns it."""
        return OptionsPage(parent)


class OptionsPage(QgsOptionsPageWidget):
    """Reads the settings when it is made, writes them when QGIS applies its options."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("originTraceOptions")
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self._person())
        column.addWidget(self._county())
        column.addWidget(self._digitising())
        column.addWidget(self._basemaps())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    # --- the groups -----------------------------------------------------------------

    def _person(self) -> QGroupBox:
        self.operator = QLineEdit(settings.OPERATOR.get())
        self.operator.setPlaceholderText(tr("Your name"))
        self.phone = QLineEdit(settings.OPERATOR_PHONE.get())
        self.phone.setPlaceholderText(tr("11 digits"))
        self.phone_hint = _hint("")
        self.phone.textChanged.connect(self._check_phone)
        group, form = _group(
            tr("Operator"),
            tr(
                "Who works at this computer: written into the history of every record, and "
                "proposed as 信息采集员 of new ones."
            ),
        )
        form.addRow(tr("Name"), self.operator)
        form.addRow(tr("Mobile"), self.phone)
        form.addRow("", self.phone_hint)
        self._check_phone(self.phone.text())
        return group

    def _county(self) -> QGroupBox:
        self.county = QComboBox()
        self.county.setEditable(True)
        self.county.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.county.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.county.setMinimumContentsLength(30)
        self.county.addItem("", "")
        places = Places(standard_divisions())
        for code in places.counties():
            # Of a city without counties the code names the city.
            names = dict.fromkeys(name for name in places.county(code) if name)
            self.county.addItem(f"{code} {''.join(names)}", code)
        completer = QCompleter(self.county.model(), self.county)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.county.setCompleter(completer)
        self.county.setCurrentIndex(max(0, self.county.findData(settings.COUNTY.get())))
        self.county.lineEdit().setPlaceholderText(tr("Type the name or the code"))
        self.county.lineEdit().editingFinished.connect(self._settle_county)
        self.unit = QLineEdit(settings.UNIT.get())
        group, form = _group(
            tr("County"),
            tr("The county is proposed for new stores, the office is printed on maps and sheets."),
        )
        form.addRow(tr("County"), self.county)
        form.addRow(tr("Office"), self.unit)
        return group

    def _digitising(self) -> QGroupBox:
        self.system = QComboBox()
        words = system_labels()
        for system in COORDINATE_SYSTEMS:
            self.system.addItem(words[system], system)
        self.system.setCurrentIndex(max(0, self.system.findData(settings.COORDINATES.get())))
        self.kept = QListWidget()
        self.kept.setFixedHeight(150)
        kept = settings.KEPT_COLUMNS.get()
        for column in _KEEPABLE:
            item = QListWidgetItem(column.label, self.kept)
            item.setData(Qt.ItemDataRole.UserRole, column.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = column.name in kept
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        group, form = _group(tr("New records"), "")
        form.addRow(tr("Coordinates come in"), self.system)
        form.addRow(tr("Taken over from\nthe record before"), self.kept)
        return group

    def _basemaps(self) -> QGroupBox:
        self.basemaps = QPushButton(tr("Basemaps and keys…"))
        self.basemaps.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.basemaps.clicked.connect(self._show_basemaps)
        group, form = _group(
            tr("Basemaps"),
            tr("天地图 with your key, OpenStreetMap, other tiles, files of this computer."),
        )
        form.addRow(self.basemaps)
        return group

    def _show_basemaps(self) -> None:
        # QGIS's options hold all other windows up: this one has to be on top of them.
        window = BasemapDialog(QgsProject.instance(), parent=self)
        window.exec()
        window.deleteLater()

    # --- what QGIS asks -------------------------------------------------------------

    def helpKey(self) -> str:
        """Return no page of QGIS's manual."""
        return ""

    def isValid(self) -> bool:
        """Let QGIS keep its options open while the mobile number is wrong."""
        phone = self.phone.text().strip()
        return not phone or bool(is_mobile(phone))

    def apply(self) -> None:
        """Write the settings."""
        settings.set_operator(self.operator.text(), self.phone.text())
        self._settle_county()
        settings.COUNTY.set(self.county.currentData() or "")
        settings.UNIT.set(self.unit.text())
        settings.COORDINATES.set(self.system.currentData())
        items = [self.kept.item(row) for row in range(self.kept.count())]
        settings.KEPT_COLUMNS.set(
            [
                item.data(Qt.ItemDataRole.UserRole)
                for item in items
                if item.checkState() == Qt.CheckState.Checked
            ]
        )

    # --- while typing ---------------------------------------------------------------

    def _check_phone(self, text: str) -> None:
        wrong = bool(text.strip()) and not is_mobile(text.strip())
        words = tr("A mobile number has 11 digits and begins with 13 to 19.")
        self.phone_hint.setText(words if wrong else "")
        self.phone_hint.setVisible(wrong)

    def _settle_county(self) -> None:
        """Take a typed code or full name; what is neither goes back to what was chosen."""
        text = "".join(self.county.lineEdit().text().split())
        rows = range(self.county.count())
        fitting = [
            row for row in rows if text and text in self.county.itemText(row).replace(" ", "")
        ]
        if not text:
            self.county.setCurrentIndex(0)
        elif len(fitting) == 1:
            self.county.setCurrentIndex(fitting[0])
        else:
            self.county.lineEdit().setText(self.county.itemText(self.county.currentIndex()))


def _group(title: str, hint: str) -> tuple[QGroupBox, QFormLayout]:
    """Return a new group box and its layout, with a sentence of explanation on top."""
    group = QGroupBox(title)
    form = QFormLayout(group)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    if hint:
        form.addRow(_hint(hint))
    return group, form


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
