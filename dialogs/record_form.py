"""QGIS's own attribute form of one record, and what a person changed in it."""

from __future__ import annotations

from qgis.core import NULL, QgsFeature, QgsVectorLayer
from qgis.gui import (
    QgsAttributeEditorContext,
    QgsAttributeForm,
    QgsCollapsibleGroupBoxBasic,
    QgsEditorWidgetWrapper,
    QgsMapCanvas,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ..core.findings import ERROR, Finding
from ..core.originals import originals_of
from ..core.rules import Context
from ..core.schema import CHOICES, COLUMNS, Record, join_choices, split_choices
from ..layers.form_layer import form_layer
from ..layers.forms import READ_ONLY
from ..layers.records import record_reader
from ..translation import tr
from .choice_boxes import arrange
from .icons import level_icon
from .line_widget import LineWidget


class RecordForm(QWidget):
    """Hosts the form. What its widgets cannot show, and was not touched, stays as stored."""

    edited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form: QgsAttributeForm | None = None
        self.fields: dict[str, QgsEditorWidgetWrapper] = {}
        self._read = self._layer = self._own = None
        self._context = Context()
        self._stored: Record = {}
        self._shown: Record = {}  # as the widgets showed it at first
        self._unseen: dict[str, list[str]] = {}  # column -> stored words without a box
        self._waiting: Record = {}  # changes made before the layer's editing was ended
        self._put: set[str] = set()  # columns that were set by a button, not by hand
        self._following = False

    # --- opening and closing ----------------------------------------------------------

    def open(
        self,
        layer: QgsVectorLayer,
        feature: QgsFeature,
        is_new: bool,
        context: Context,
        canvas: QgsMapCanvas | None = None,
    ) -> None:
        """Show a feature of an editable layer; a new one that is in no layer yet too."""
        self.close_form()
        mode = QgsAttributeEditorContext.Mode
        mode = mode.AddFeatureMode if is_new else mode.SingleEditMode
        surroundings = QgsAttributeEditorContext()
        surroundings.setAttributeFormMode(mode)
        if canvas is not None:
            surroundings.setMapCanvas(canvas)
        self._context, self._layer = context, layer
        self._waiting = {}
        self._read = record_reader(layer.fields())
        self._own = form_layer(layer)
        self.set_editable(layer.isEditable())
        self.form = QgsAttributeForm(self._own, feature, surroundings, self)
        if is_new:
            self.form.setMode(mode)
        self.form.hideButtonBox()
        self.layout().addWidget(self.form)
        for wrapper in self.form.findChildren(QgsEditorWidgetWrapper):
            name = wrapper.field().name()
            self.fields[name] = wrapper
            if name in COLUMNS and COLUMNS[name].kind == CHOICES:
                arrange(wrapper)
            if isinstance(wrapper.widget(), QComboBox):
                wrapper.widget().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                wrapper.widget().installEventFilter(self)
        self._begin(feature)
        self._tell_originals()
        self.form.widgetValueChanged.connect(self._value_changed)

    def close_form(self) -> None:
        """Take the form down at once: its layer may be about to go."""
        self.fields, self._layer = {}, None
        if self.form is not None:
            form, self.form = self.form, None
            if not sip.isdeleted(form):
                sip.delete(form)
        self._own = None

    def set_editable(self, editable: bool) -> None:
        """Let values be changed, or only be read."""
        if self._own is None or self._own.isEditable() == editable:
            return
        if editable:
            self._own.startEditing()
        else:
            self._own.rollBack()

    def _tell_originals(self) -> None:
        """Say in the empty lines what the imported sheet had there that was not understood."""
        for column, text in originals_of(self._stored).items():
            field = self.fields.get(column)
            if isinstance(field, LineWidget):
                field.line.setPlaceholderText(tr("In the sheet: {text}").format(text=text))

    def show_feature(self, feature: QgsFeature, saved: bool = False) -> None:
        """Show the feature as it is now; what the person has changed stays changed.

        ``saved``: everything that was changed is in the feature.
        """
        touched = {} if saved else self.changes()
        self._following = True
        self.form.setFeature(feature)
        self._following = False
        self._begin(feature)
        for column, value in touched.items():
            self.set_value(column, value)
        # A form of a layer that is not being edited forgets what it is told.
        self._waiting = {} if self._layer.isEditable() else touched

    def _begin(self, feature: QgsFeature) -> None:
        self._stored = self._read(feature)
        self._shown = self._read(self.form.currentFormFeature())
        self._unseen, self._put = {}, set()
        for name, column in COLUMNS.items():
            if column.kind == CHOICES and name in self.fields:
                seen = split_choices(self._shown[name])
                words = split_choices(self._stored[name])
                self._unseen[name] = [word for word in words if word not in seen]
        self._offer_units()

    # --- values -------------------------------------------------------------------------

    @property
    def stored(self) -> Record:
        """The record as the layer has it."""
        return self._stored

    def record(self) -> Record:
        """Return the record as it would be saved now; lon and lat are not of the form."""
        shown = self._read(self.form.currentFormFeature())
        record = self._stored.copy()
        for column in self.fields:
            if column in COLUMNS and column not in READ_ONLY:
                record[column] = self._value(column, shown[column])
        record.update(self._waiting)
        return record

    def _value(self, column: str, shown: object) -> object:
        if shown == self._shown[column] and column not in self._put:
            return self._stored[column]
        if COLUMNS[column].kind != CHOICES:
            return shown
        return join_choices([*split_choices(shown), *self._unseen.get(column, ())])

    def changes(self) -> Record:
        """Return column -> value of what is to be saved."""
        record = self.record()
        return {c: record[c] for c in self.fields if c in record and record[c] != self._stored[c]}

    def set_value(self, column: str, value: object) -> None:
        """Put a value into a field, as if a person had done it."""
        self._unseen.pop(column, None)
        self._put.add(column)
        empty = value is None or value == ""
        self.form.changeAttribute(column, NULL if empty else value)
        # A list of choices does not tell the form that it was emptied.
        self.fields[column].emitValueChanged()

    def tidy(self) -> None:
        """Finish the line that is being typed in."""
        for line in self._lines():
            line.tidy()

    def unreadable(self) -> dict[str, str]:
        """Return column -> text for the lines that hold what is no value for the column."""
        return {line.column: line.line.text() for line in self._lines() if line.unreadable}

    def findings(self, record: Record) -> list[Finding]:
        """Return what there is to say about how things were typed."""
        found = (line.finding(record) for line in self._lines())
        return [finding for finding in found if finding is not None]

    def _lines(self) -> list[LineWidget]:
        return [field for field in self.fields.values() if isinstance(field, LineWidget)]

    # --- what the person sees -------------------------------------------------------------

    @property
    def tabs(self) -> QTabWidget | None:
        """The tabs of the form."""
        return self.form.findChild(QTabWidget) if self.form is not None else None

    def tab_of(self, column: str) -> int:
        """Return the number of the tab that a column stands on, -1 for none."""
        field, tabs = self.fields.get(column), self.tabs
        if field is None or tabs is None or field.widget() is None:
            return -1
        pages = (tabs.widget(number) for number in range(tabs.count()))
        return next((n for n, p in enumerate(pages) if p.isAncestorOf(field.widget())), -1)

    def jump(self, column: str) -> bool:
        """Show the field of a column and put the cursor there."""
        number = self.tab_of(column)
        if number < 0:
            return False
        self.tabs.setCurrentIndex(number)
        widget = self.fields[column].widget()
        parent = widget.parentWidget()
        while parent is not None and parent is not self.form:
            if isinstance(parent, QgsCollapsibleGroupBoxBasic):
                parent.setCollapsed(False)
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def enter(self) -> None:
        """Put the cursor into the first field of the tab that is shown."""
        number = self.tabs.currentIndex() if self.tabs is not None else -1
        for column, field in self.fields.items():
            if self.tab_of(column) == number and field.widget().isEnabled():
                field.widget().setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def mark_tabs(self, findings: list[Finding]) -> None:
        """Mark the tabs on which something is to be corrected."""
        tabs = self.tabs
        if tabs is None:
            return
        worst: dict[int, str] = {}
        for finding in findings:
            number = self.tab_of(finding.column or "")
            if worst.get(number) != ERROR:
                worst[number] = finding.level
        for number in range(tabs.count()):
            level = worst.get(number)
            tabs.setTabIcon(number, level_icon(level) if level else QIcon())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the form, not change the list below the mouse."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # --- what follows the product -----------------------------------------------------------

    def _value_changed(self, column: str, value: object, _changed: bool) -> None:
        if self._following:
            return
        if column == "product":
            self._following = True
            self._follow_product()
            self._following = False
        self.edited.emit()

    def _follow_product(self) -> None:
        record = self.record()
        product = self._context.product(record["product"])
        self._offer_units()
        if product is None or record["product"] == self._stored["product"]:
            return
        if record["industry"] != product.industry:
            self.set_value("industry", product.industry)
        if record["scale_unit"] not in product.units and len(product.units) == 1:
            self.set_value("scale_unit", product.unit)

    def _offer_units(self) -> None:
        """Offer the units of the product only, and the one that stands there."""
        field = self.fields.get("scale_unit")
        box = field.widget() if field is not None else None
        if not isinstance(box, QComboBox):
            return
        record = self.record()
        product = self._context.product(record["product"])
        for row in range(box.count()):
            unit = box.itemData(row)
            offered = product is None or unit not in COLUMNS["scale_unit"].choices
            offered = offered or unit in product.units or row == box.currentIndex()
            box.view().setRowHidden(row, not offered)
            box.model().item(row).setEnabled(offered)
