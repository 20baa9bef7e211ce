"""What makes QGIS use our lines of text in forms, tables and multi-edit.

QGIS keeps a factory of widgets for as long as it runs, so ours outlives a reload of the
plugin: it only holds a place for the code that is loaded. No layer names our widget: a
form that names one is the end of a QGIS without the plugin. Where a layer names none,
QGIS asks who knows the best, and we answer.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer
from qgis.gui import (
    QgsEditorConfigWidget,
    QgsEditorWidgetAutoConfPlugin,
    QgsEditorWidgetFactory,
    QgsEditorWidgetWrapper,
    QgsGui,
)

from ..core.schema import COLUMNS
from ..layers.form_widgets import LINE_WIDGET, LINES, is_line
from .line_widget import LineWidget
from .suggestions import Suggestions

_BEST = 1000  # more than any of QGIS's own answers


class LineFactory(QgsEditorWidgetFactory):
    """Makes lines by what the loaded plugin set as ``make``; plain ones without it."""

    def __init__(self) -> None:
        super().__init__("Origin trace")
        self.make: Callable | None = None
        self.chooser = LineChooser(self)  # held here: QGIS holds its C++ half only

    def create(self, layer, index, editor, parent) -> QgsEditorWidgetWrapper:
        """Return the widget of one field."""
        if self.make is None:
            return _plain().create(layer, index, editor, parent)
        return self.make(layer, index, editor, parent)

    def configWidget(self, layer, index, parent) -> QgsEditorConfigWidget:
        """Return the page of the layer's properties: there is nothing to set."""
        return _plain().configWidget(layer, index, parent)


class LineChooser(QgsEditorWidgetAutoConfPlugin):
    """Answers with our line for the columns that have one."""

    def __init__(self, factory: LineFactory) -> None:
        super().__init__()
        self._factory = factory

    def editorWidgetSetup(
        self, layer: QgsVectorLayer, field: str
    ) -> tuple[QgsEditorWidgetSetup, int]:
        """Return the widget of a field, and how sure that is; 0 for not ours."""
        known = field in COLUMNS and is_line(COLUMNS[field])
        if self._factory.make is None or not known or not layer.customProperty(LINES):
            return QgsEditorWidgetSetup(), 0
        return QgsEditorWidgetSetup(LINE_WIDGET, {}), _BEST


def _plain() -> QgsEditorWidgetFactory:
    return QgsGui.editorWidgetRegistry().factory("TextEdit")


def provide_lines(suggestions: Suggestions) -> None:
    """Let QGIS make our lines, with suggestions for the store in hand."""
    registry = QgsGui.editorWidgetRegistry()
    if LINE_WIDGET not in registry.factories():
        factory = LineFactory()
        registry.registerWidget(LINE_WIDGET, factory)
        registry.registerAutoConfPlugin(factory.chooser)
    registry.factory(LINE_WIDGET).make = lambda *given: LineWidget(*given, suggestions)


def withdraw_lines() -> None:
    """Let QGIS make plain lines instead."""
    registry = QgsGui.editorWidgetRegistry()
    if LINE_WIDGET in registry.factories():
        registry.factory(LINE_WIDGET).make = None
