"""What the worklist is narrowed by: the queue, three lists of values and a text."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ..core.worklist import (
    ALL,
    IN_DRAFT,
    IS_DUE,
    LATE,
    PASSED,
    QUEUES,
    SENT_BACK,
    TO_PLACE,
    TO_REVIEW,
    WRONG,
    Filter,
)
from ..translation import tr

# All five queues with six-digit numbers fit into a dock of 300 pixels.
_SMALL, _MARGIN = 0.9, 8  # of the font; pixels
_TYPING_MS = 250  # of rest before a typed text is looked for


def queue_names() -> dict[str, str]:
    """Return the words on the queues' buttons."""
    return {
        TO_PLACE: tr("No point"),
        WRONG: tr("Problems"),
        SENT_BACK: tr("Returned"),
        IS_DUE: tr("Due"),
        ALL: tr("All"),
        TO_REVIEW: tr("Submitted"),
        LATE: tr("Overdue"),
        IN_DRAFT: tr("Drafts"),
        PASSED: tr("Approved"),
    }


def _queue_tips() -> dict[str, str]:
    return {
        TO_PLACE: tr("Records whose point is still to be placed"),
        WRONG: tr("Records with errors or warnings"),
        SENT_BACK: tr("Records that the county sent back"),
        IS_DUE: tr(
            "Returned records whose deadline is near or has passed; animals and fish not yet "
            "collected this month; crops not yet collected for this planting"
        ),
        ALL: tr("All records of the store"),
        TO_REVIEW: tr("Records that wait for their review, by township"),
        LATE: tr("Returned records whose deadline has passed, by collector"),
        IN_DRAFT: tr("Records that are not submitted yet, by collector"),
        PASSED: tr("Approved records, by township"),
    }


class QueueBar(QWidget):
    """The queues side by side, each with the number of its records."""

    chosen = pyqtSignal()

    def __init__(
        self, queues: tuple[str, ...] = QUEUES, first: str = ALL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.queues, self._names, tips = queues, queue_names(), _queue_tips()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        for number, queue in enumerate(queues):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setToolTip(tips[queue])
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            button.setFont(small)
            self._group.addButton(button, number)
            self._buttons[queue] = button
            layout.addWidget(button)
        self._buttons[first].setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.set_counts(None)

    @property
    def queue(self) -> str:
        """The chosen queue."""
        return self.queues[self._group.checkedId()]

    def choose(self, queue: str) -> None:
        """Choose a queue."""
        self._buttons[queue].setChecked(True)
        self.chosen.emit()

    def step(self, by: int) -> None:
        """Choose the queue so many places on, if there is one."""
        number = self._group.checkedId() + by
        if 0 <= number < len(self.queues):
            self.choose(self.queues[number])

    def take_focus(self) -> None:
        """Put the cursor on the chosen queue."""
        self._buttons[self.queue].setFocus()

    def has_focus(self) -> bool:
        """Tell whether the cursor is on one of the queues."""
        return any(button.hasFocus() for button in self._buttons.values())

    def set_counts(self, counts: dict[str, int] | None) -> None:
        """Show how many records each queue has; None: not known."""
        for queue, button in self._buttons.items():
            number = "–" if counts is None else f"{counts[queue]:,}"
            button.setText(f"{self._names[queue]}\n{number}")
            metrics = button.fontMetrics()
            widths = map(metrics.horizontalAdvance, (self._names[queue], number))
            button.setMinimumWidth(max(widths) + _MARGIN)
            button.setAccessibleName(f"{self._names[queue]} {number}")


class ValueBox(QComboBox):
    """A list of the values that occur, with type-ahead; empty means all of them."""

    chosen = pyqtSignal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("{column}: choose or type; empty for all").format(column=name))
        self.setAccessibleName(name)
        self.lineEdit().setPlaceholderText(name)
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.activated.connect(lambda _row: self._take())
        self.lineEdit().editingFinished.connect(self._take)
        self.set_values([])

    def set_values(self, values: list[str]) -> None:
        """Offer these values; the chosen one stays, also where it no longer occurs."""
        if self.value and self.value not in values:
            values = [*values, self.value]
        if values == [self.itemText(row) for row in range(1, self.count())] and self.count():
            return
        typing = self.lineEdit().text() if self.lineEdit().hasFocus() else self.value
        self.blockSignals(True)
        self.clear()
        self.addItem("")
        self.addItems(values)
        self.setCurrentIndex(max(self.findText(self.value), 0))
        self.setEditText(typing)
        self.blockSignals(False)
        widest = max((self.fontMetrics().horizontalAdvance(value) for value in values), default=0)
        self.view().setMinimumWidth(min(widest + 40, 400))

    def choose(self, value: str) -> None:
        """Choose a value, "" for all."""
        self.setEditText(value)
        self._take()

    def show_value(self, value: str) -> None:
        """Show a value, also one that is not offered; nobody is told."""
        self.value = value
        if self.findText(value) < 0:
            self.addItem(value)
        self.setCurrentIndex(self.findText(value))
        self.setEditText(value)

    def _take(self) -> None:
        """Take what is typed: a value, the only one that holds it, or nothing of it."""
        typed = self.currentText().strip()
        values = [self.itemText(row) for row in range(1, self.count())]
        if typed and typed not in values:
            near = [value for value in values if typed in value]
            typed = near[0] if len(near) == 1 else self.value
        self.setCurrentIndex(max(self.findText(typed), 0))
        self.setEditText(typed)
        self.lineEdit().setCursorPosition(0)
        if typed != self.value:
            self.value = typed
            self.chosen.emit()


class FilterBar(QWidget):
    """Lists of values above a box for words."""

    changed = pyqtSignal()

    def __init__(
        self,
        columns: tuple[str, ...] = ("township", "product", "collector"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        names = {
            "township": tr("Township"),
            "product": tr("Product"),
            "collector": tr("Collector"),
        }
        self._boxes = {column: ValueBox(names[column], self) for column in columns}
        self.text = QgsFilterLineEdit(self)
        self.text.setShowSearchIcon(True)
        self.text.setPlaceholderText(tr("Name, village, remarks …"))
        self.text.setToolTip(tr("Several words: each of them must occur. Ctrl+F brings you here."))
        self.buttons = QHBoxLayout()  # for what the window puts beside the text
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for column, box in enumerate(self._boxes.values()):
            layout.addWidget(box, 0, column)
            layout.setColumnStretch(column, 1)
            box.chosen.connect(self.changed)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addLayout(self.buttons)
        layout.addLayout(row, 1, 0, 1, max(len(self._boxes), 1))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _text: self._typing.start())

    def minimumSizeHint(self) -> QSize:
        """Let the dock become narrow."""
        return QSize(180, super().minimumSizeHint().height())

    def filter(self, queue: str) -> Filter:
        """Return what is asked for."""
        values = {column: box.value for column, box in self._boxes.items()}
        return Filter(queue, text=self.text.text(), **values)

    def find(self) -> None:
        """Go to the box for words."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def set_values(self, column: str, values: list[str]) -> None:
        """Offer the values that occur."""
        self._boxes[column].set_values(values)

    def choose(self, column: str, value: str) -> None:
        """Choose a value of a column, "" for all."""
        self._boxes[column].choose(value)

    def clear(self) -> None:
        """Ask for everything again."""
        for box in self._boxes.values():
            box.choose("")
        self.text.clear()
        self._typing.stop()
        self.changed.emit()
