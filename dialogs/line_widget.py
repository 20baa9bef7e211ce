"""A line of text in QGIS's forms and tables that shows no NULL, suggests, and tidies."""

from __future__ import annotations

from math import isfinite

from qgis.core import NULL, QgsApplication, QgsVectorLayer
from qgis.gui import QgsAttributeForm, QgsEditorWidgetWrapper
from qgis.PyQt.QtCore import QEvent, QObject, QStringListModel, Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QCompleter, QLineEdit, QWidget

from ..core.cells import ASK, FIX, OK, REJECT, WARN, Cell
from ..core.findings import Finding
from ..core.schema import COLUMNS, STAMP, Record
from ..core.typed import finding_of
from ..layers.records import feature_to_record
from ..layers.value_words import local_time
from ..translation import render, tr
from .suggestions import PEOPLE, Suggestions


class LineWidget(QgsEditorWidgetWrapper):
    """Edits one column as a line of text.

    What was not touched is given back exactly as it came.
    """

    def __init__(
        self,
        layer: QgsVectorLayer,
        index: int,
        editor: QWidget | None,
        parent: QWidget | None,
        suggestions: Suggestions | None,
    ) -> None:
        super().__init__(layer, index, editor, parent)
        self.column = layer.fields().at(index).name()
        self.line: QLineEdit | None = None
        self._is_number = layer.fields().at(index).isNumeric()
        mine = suggestions is not None and suggestions.serves(layer)
        self._suggestions = suggestions if mine else None
        self._raw: object = NULL
        self._touched = self._loading = self._left = False
        self._completer: QCompleter | None = None
        self._cell: Cell | None = None

    # --- what QGIS asks for -----------------------------------------------------------

    def createWidget(self, parent: QWidget | None) -> QWidget:
        """Return the line."""
        return QLineEdit(parent)

    def initWidget(self, editor: QWidget) -> None:
        """Take the line over."""
        self.line = editor
        editor.textChanged.connect(self._changed)
        editor.editingFinished.connect(self.tidy)
        editor.installEventFilter(self)
        if self._suggestions is not None and self._suggestions.suggests(self.column):
            self._offer(editor)

    def valid(self) -> bool:
        """Tell whether there is a line."""
        return self.line is not None

    def value(self) -> object:
        """Return the text, or the number; NULL where there is none."""
        if not self._touched:
            return self._raw
        text = self.line.text()
        if not self._is_number:
            return text or NULL
        number = _number(text)
        return NULL if number is None else number

    def setValue(self, value: object) -> None:
        """Show a value."""
        self._loading = True
        self._raw, self._touched, self._cell = value, False, None
        stamp = self.column in COLUMNS and COLUMNS[self.column].kind == STAMP
        self.line.setText(local_time(_shown(value)) if stamp else _shown(value))
        self.line.setCursorPosition(0)
        self.line.setToolTip("")
        self._loading = False

    def setEnabled(self, enabled: bool) -> None:
        """Let the text be changed, or only be read and copied; QGIS says so again and again."""
        if enabled != self.line.isReadOnly():
            return
        self.line.setReadOnly(not enabled)
        self.line.setFrame(enabled)
        palette = self.line.parentWidget().palette() if self.line.parentWidget() else QPalette()
        if not enabled:
            palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.line.setPalette(palette)

    def showIndeterminateState(self) -> None:
        """Show that the features edited together have different values."""
        self.setValue(NULL)
        self.line.setPlaceholderText(tr("Different values"))

    # --- what our dialog asks for -------------------------------------------------------

    @property
    def unreadable(self) -> bool:
        """Whether the line holds a text of which the column cannot take anything."""
        text = self.line.text().strip()
        return bool(self._is_number and self._touched and text and _number(text) is None)

    def finding(self, record: Record) -> Finding | None:
        """Return what there is to say about the text that was typed."""
        if self._cell is None or not self._touched:
            return None
        return finding_of(self.column, self.line.text(), self._cell, record)

    def tidy(self) -> None:
        """Read what was typed as the import reads a cell, and write it in its proper form."""
        if not self._touched or self._suggestions is None or self._left:
            return
        text, record = self.line.text(), self._record()
        self._cell = cell = self._suggestions.read(self.column, text, record)
        self._left = True
        # A converted number is taken and told: the text itself could not be kept.
        taken = cell.verdict in (OK, FIX) or (cell.verdict == WARN and self._is_number)
        if taken and not cell.remark and _shown(cell.value) != text:
            self.line.setText(_shown(cell.value))
            self._left, self._cell = True, cell._replace(value=None)  # nothing is left to put in
        said = cell.message if cell.verdict in (ASK, REJECT) else None
        self.line.setToolTip(render(said) if said is not None else "")
        self._propose_phone(record)
        self.emitValueChanged()

    # --- inside -------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find suggestions when the line is entered; show all of them on the down key."""
        if watched is self.line and self._completer is not None:
            if event.type() == QEvent.Type.FocusIn:
                self._find()
            elif event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self._show_all()
                return True
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        self._left = False
        if not self._loading:
            self._touched, self._cell = True, None
        self.emitValueChanged()

    def _offer(self, line: QLineEdit) -> None:
        self._completer = QCompleter(QStringListModel(line), line)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(12)
        line.setCompleter(self._completer)
        icon = QgsApplication.getThemeIcon("/mActionArrowDown.svg")
        action = line.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(tr("Show the list"))
        action.triggered.connect(self._show_all)

    def _find(self) -> None:
        self._completer.model().setStringList(self._suggestions.values(self.column, self._record()))

    def _show_all(self) -> None:
        if self.line.isReadOnly() or not self.line.isEnabled():
            return
        self.line.setFocus()
        self._find()
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def _form(self) -> QgsAttributeForm | None:
        parent = self.parent()
        while parent is not None and not isinstance(parent, QgsAttributeForm):
            parent = parent.parent()
        return parent

    def _record(self) -> Record:
        form = self._form()
        return feature_to_record(form.currentFormFeature() if form else self.formFeature())

    def _propose_phone(self, record: Record) -> None:
        """Fill in the phone that other records give for the person, where there is none yet."""
        phone, form = PEOPLE.get(self.column), self._form()
        if phone is None or form is None or record.get(phone) or not self.line.text():
            return
        found = self._suggestions.phone_of(self.column, self.line.text())
        if found is not None:
            form.changeAttribute(phone, found)


def _shown(value: object) -> str:
    if value is None or value == NULL:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None
