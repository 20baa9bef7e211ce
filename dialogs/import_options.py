"""How the sheets are to be read: coordinate system, period, marked-up workbooks."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ..core.periods import is_crop, is_month
from ..core.schema import COORDINATE_SYSTEMS
from ..layers.forms import system_labels
from ..settings import COORDINATES
from ..translation import tr
from .notes import BAD, ink


class OptionsPanel(QGroupBox):
    """What a person says about the sheets. ``changed``: it says something else."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How to read them"), parent)
        self._chosen_folder = False
        self.coordinates = QComboBox()
        labels = system_labels()
        for name in COORDINATE_SYSTEMS:
            self.coordinates.addItem(labels[name], name)
        known = max(self.coordinates.findData(COORDINATES.get()), 0)
        self.coordinates.setCurrentIndex(known)
        self.coordinates.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.coordinates.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        explained = QLabel(
            tr(
                "What the coordinates were taken with. Nothing is guessed: a wrong choice moves "
                "every point by 100 to 700 m. GCJ-02 and BD-09 are turned into CGCS2000; the "
                "original pair is kept."
            )
        )
        explained.setWordWrap(True)
        self.period = QLineEdit()
        self.period.setAcceptDrops(False)  # files are dropped on the window
        self.period.setPlaceholderText(tr("from the sheet, or 2023-06, 2023-1"))
        self.period.setToolTip(
            tr(
                "2023-06 for animals and fish, 2023-1 for the first crop of a year. Empty: crops "
                "take it from the market dates, animals and fish from 填报日期, else this month."
            )
        )
        self.period.textChanged.connect(self._period_changed)
        self.wrong_period = QLabel(tr("Write 2023-06 for a month or 2023-1 for the first crop."))
        self.wrong_period.setStyleSheet(f"color: {ink(BAD)};")
        self.wrong_period.setWordWrap(True)
        self.wrong_period.hide()
        self.mark_up = QCheckBox(tr("Hand back marked-up workbooks, in this folder:"))
        self.mark_up.setToolTip(
            tr(
                "The township's own workbook with wrong cells coloured, a comment on each and a "
                "column 问题 that says what to do."
            )
        )
        self.mark_up.setChecked(True)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder for marked-up workbooks"))
        self.folder.lineEdit().setAcceptDrops(False)
        self.folder.lineEdit().textEdited.connect(self._folder_edited)
        self.mark_up.toggled.connect(self.folder.setEnabled)
        form = QFormLayout()
        form.addRow(tr("Period"), self.period)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("Coordinate system of the sheets")))
        layout.addWidget(self.coordinates)
        layout.addWidget(explained)
        layout.addLayout(form)
        layout.addWidget(self.wrong_period)
        layout.addWidget(self.mark_up)
        layout.addWidget(self.folder)

    @property
    def system(self) -> str:
        """The coordinate system chosen."""
        return self.coordinates.currentData()

    @property
    def period_text(self) -> str:
        """The period given, "" for none."""
        return self.period.text().strip()

    def fits(self) -> bool:
        """Tell whether what is typed can be used."""
        text = self.period_text
        return not text or is_month(text) or is_crop(text)

    def annotated_folder(self) -> str:
        """Return where marked-up workbooks go, "" for nowhere."""
        return self.folder.filePath().strip() if self.mark_up.isChecked() else ""

    def propose_folder(self, source: str) -> None:
        """Propose the folder of a workbook, unless a person has chosen one."""
        if not self._chosen_folder:
            self.folder.setFilePath(str(Path(source).parent))

    def _folder_edited(self, _text: str) -> None:
        self._chosen_folder = True

    def _period_changed(self, _text: str) -> None:
        self.wrong_period.setVisible(not self.fits())
        self.changed.emit()
