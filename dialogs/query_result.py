"""What a query asks for in words and as an expression, and how many records it finds."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.query import Query
from ..core.query_expression import query_expression
from ..core.query_words import query_words, round_words
from ..layers.query_task import Found
from ..translation import render, tr
from .notes import BAD, WARNING, Note
from .work_window import words_label

_LINES = 5  # of the expression that are seen
_LARGER = 1.4


class QueryResult(QWidget):
    """Count, sentence and expression, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = False
        self.count, self.words, self.rounds = QLabel(), words_label(), words_label()
        font = self.count.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        font.setBold(True)
        self.count.setFont(font)
        self.note = Note()
        self.expression = QPlainTextEdit()
        self.expression.setReadOnly(True)
        self.expression.setTabChangesFocus(True)
        self.expression.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.expression.setAccessibleName(tr("As an expression of QGIS"))
        lines = _LINES * self.expression.fontMetrics().lineSpacing()
        self.expression.setFixedHeight(lines + 2 * self.expression.frameWidth() + 8)
        copy = QPushButton(tr("Copy"))
        copy.setAutoDefault(False)
        copy.setToolTip(tr("For a filter or a selection by expression in QGIS"))
        copy.clicked.connect(lambda _on=False: self.copy())
        self.copy_button = copy
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("As an expression of QGIS")))
        row.addStretch(1)
        row.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.count, self.note, self.words):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.expression)
        layout.addWidget(self.rounds)

    def show_query(self, query: Query | None) -> None:
        """Say what is asked for; None: nothing that can be."""
        self._asked = query is not None
        self.words.setText("" if query is None else query_words(query, tr) or tr("All records"))
        self.expression.setPlainText("" if query is None else query_expression(query))
        self.rounds.setText("" if query is None else render(round_words(query)))

    def show_found(self, found: Found | None, problem: str, layer: QgsVectorLayer | None) -> None:
        """Say what was found; None: it is being counted, or there is a ``problem``."""
        if layer is None or problem or not self._asked:
            self.count.setText("–")
        elif found is None:
            self.count.setText(tr("Counting…"))
        else:
            points = found.points
            text = tr("Records found: {count} (with a point {points}, without {without})").format(
                count=f"{len(found.fids):,}",
                points=f"{points:,}",
                without=f"{len(found.fids) - points:,}",
            )
            self.count.setText(text)
        self.note.say(problem or _differs(layer), BAD if problem else WARNING)

    def copy(self) -> None:
        """Put the expression on the clipboard."""
        QApplication.clipboard().setText(self.expression.toPlainText())


def _differs(layer: QgsVectorLayer | None) -> str:
    """Return why what is run may find others than were counted, "" where it will not."""
    if layer is None:
        return ""
    told = []
    if layer.isModified():
        told.append(tr("Edits that are not saved are not counted."))
    if layer.subsetString():
        told.append(tr("The layer is filtered: maps and tables take only what the filter leaves."))
    return " ".join(told)
