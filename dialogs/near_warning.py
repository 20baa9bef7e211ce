"""The question about records that may be the same, with all of them shown on the map."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..layers.neighbours import Neighbour
from ..layers.records import CGCS2000
from ..translation import render, tr
from .help_window import lead_f1
from .point_mark import HERE, THERE, MapMarks

KEEP, OPEN, BACK = "keep", "open", "back"
_LEAST = 0.0004  # degrees around points that lie together, about 40 m: a basemap shows them
_APART = 3  # metres


class NearWarning(QDialog):
    """Asks without blocking: connect ``answered``, then call ``open()``."""

    answered = pyqtSignal(str, str)  # KEEP, OPEN or BACK, and the uuid of the other record

    def __init__(
        self,
        canvas: QgsMapCanvas,
        point: QgsPointXY,
        title: str,
        neighbours: list[Neighbour],
        parent: QWidget | None = None,
    ) -> None:
        """``point``: CGCS2000 degrees of the record called ``title``."""
        super().__init__(parent or canvas.window())
        lead_f1(self, "digitise")
        self.setWindowTitle(tr("Is it the same record?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._canvas, self._point, self._title = canvas, point, title
        self._neighbours = neighbours
        self._marks = MapMarks(canvas)
        self._before: QgsReferencedRectangle | None = None
        self._answer = BACK
        self._lay_out()

    def _lay_out(self) -> None:
        question = tr("{name} may be in the store already. Compare the places on the map.")
        label = QLabel(question.format(name=self._title))
        label.setWordWrap(True)
        self.list = QListWidget()
        # Chinese characters of another font stand higher than the list's own measure.
        row = round(2 * self.list.fontMetrics().lineSpacing() * 1.4) + 4
        for found in self._neighbours:
            name = " · ".join(part for part in (found.name, found.product) if part)
            item = QListWidgetItem(f"{name}\n{render(found.reason)}", self.list)
            item.setSizeHint(QSize(0, row))
            item.setToolTip(item.text())
        self.list.setCurrentRow(0)
        self.list.setMinimumWidth(380)
        rows = min(3, len(self._neighbours))
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth())
        self.list.currentRowChanged.connect(lambda _row: self._show())
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.buttons = {
            KEEP: buttons.addButton(tr("Keep both"), roles.AcceptRole),
            OPEN: buttons.addButton(tr("Open the other one"), roles.ActionRole),
            BACK: buttons.addButton(tr("Back to the form"), roles.RejectRole),
        }
        for answer, button in self.buttons.items():
            button.setAutoDefault(answer == BACK)
            button.clicked.connect(lambda _checked=False, one=answer: self._choose(one))
        self.buttons[BACK].setDefault(True)
        layout = QVBoxLayout(self)
        for widget in (label, self.list, buttons):
            layout.addWidget(widget)

    def showEvent(self, event) -> None:
        """Show the places and stand at the edge of the map, beside them."""
        super().showEvent(event)
        if self._before is None:
            settings = self._canvas.mapSettings()
            self._before = QgsReferencedRectangle(self._canvas.extent(), settings.destinationCrs())
            self._show()
            corner = self._canvas.mapToGlobal(self._canvas.rect().topLeft())
            self.move(corner.x() + 12, corner.y() + 12)

    def done(self, result: int) -> None:
        """Take the marks away, give the map its place back, and tell the answer."""
        self._marks.close()
        if self._before is not None:
            self._canvas.setReferencedExtent(self._before)
            self._canvas.refresh()
        uuid = self._chosen().uuid
        super().done(result)
        self.answered.emit(self._answer, uuid)

    def _choose(self, answer: str) -> None:
        self._answer = answer
        self.done(QDialog.DialogCode.Rejected if answer == BACK else QDialog.DialogCode.Accepted)

    def _chosen(self) -> Neighbour:
        return self._neighbours[max(0, self.list.currentRow())]

    def _show(self) -> None:
        """Ring both points, join them with the distance, and bring both into view."""
        other = self._chosen()
        self._marks.clear()
        words = f"{other.metres:.1f} m" if other.metres < 100 else f"{other.metres:,.0f} m"
        # Points that lie together leave no room for a word; the list says how far they are.
        self._marks.line(self._point, other.point, THERE, words if other.metres >= _APART else "")
        self._marks.point(other.point, THERE, other.name or tr("Record without a name"), -1)
        self._marks.point(self._point, HERE, tr("This record"))
        both = QgsRectangle(self._point, other.point)
        both.grow(_LEAST / 2)
        both.scale(2.2)
        crs = QgsCoordinateReferenceSystem(CGCS2000)
        self._canvas.setReferencedExtent(QgsReferencedRectangle(both, crs))
        self._canvas.refresh()
