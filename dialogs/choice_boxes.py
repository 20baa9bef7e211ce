"""The boxes of several choices in QGIS's form: in the county's order, as tall as needed.

QGIS before 3.42 sorts them by their words, and lets them take half of the window.
"""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgsEditorWidgetWrapper
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QTableWidget

from ..layers.form_widgets import choice_words


class ChoiceBoxes(QObject):
    """Keeps the boxes of one field in order: QGIS makes them anew when it shows a value."""

    def __init__(self, field: QgsEditorWidgetWrapper, table: QTableWidget) -> None:
        super().__init__(table)
        self._table, self._order = table, _order(field)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._arrange)
        table.model().dataChanged.connect(lambda *_range: self._soon.start())
        self._arrange()

    def _arrange(self) -> None:
        table = self._table
        rows, columns = range(table.rowCount()), range(table.columnCount())
        cells = [(row, column) for row in rows for column in columns]
        boxes = [box for box in (table.item(*cell) for cell in cells) if box is not None]
        ordered = sorted(boxes, key=lambda box: self._order.get(_choice(box), len(self._order)))
        if ordered != boxes:
            table.blockSignals(True)
            boxes = [table.takeItem(*cell) for cell in cells]
            for cell, box in zip(cells, ordered):
                table.setItem(*cell, box)
            table.blockSignals(False)
        height = sum(table.rowHeight(row) for row in rows)
        table.setFixedHeight(height + 2 * table.frameWidth())


def arrange(field: QgsEditorWidgetWrapper) -> None:
    """Put the boxes of a field in order, as long as it is shown."""
    table = field.widget().findChild(QTableWidget)
    if table is not None:
        ChoiceBoxes(field, table)


def _choice(box) -> str:
    return box.data(Qt.ItemDataRole.UserRole)


def _order(field: QgsEditorWidgetWrapper) -> dict[str, int]:
    """Return choice -> its place in the county's table."""
    choices = QgsProject.instance().mapLayer(field.config().get("Layer") or "")
    if choices is None:
        return {}
    words = choice_words(choices, field.field().name())
    return {word: number for number, word in enumerate(words)}
