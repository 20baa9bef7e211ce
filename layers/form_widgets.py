"""The editing widget of each column: lists, check boxes, lines with suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsEditorWidgetSetup, QgsExpression, QgsFeatureRequest, QgsVectorLayer

from ..core.products import Product
from ..core.schema import (
    CHOICE,
    CHOICES,
    DATE,
    FLAG,
    NAME,
    NUMBER,
    PHONE,
    STAMP,
    TEXT,
    Column,
)
from ..core.status_words import STATUS_WORDS
from ..translation import render, tr

LINE_WIDGET = "OriginTraceLine"  # provided by dialogs/line_factory.py, in no layer's form
LINES = "origin_trace/lines"  # custom property of layers that have such lines

# Free texts that repeat within a county: what is there already is suggested.
_SUGGESTED = ("alias", "township", "village", "grid_officer", "collector", "confirmed_how")


def status_labels() -> dict[str, str]:
    """Return the words for the states of review in the user's language."""
    return {status: render(word) for status, word in STATUS_WORDS.items()}


def system_labels() -> dict[str, str]:
    """Return the words for the coordinate systems, with where they come from."""
    return {
        "cgcs2000": tr("CGCS2000 (national platform, GPS, 天地图)"),
        "wgs84": tr("WGS 84 (GPS)"),
        "gcj02": tr("GCJ-02 (高德, 腾讯, 微信)"),
        "bd09": tr("BD-09 (百度)"),
    }


def hidden() -> QgsEditorWidgetSetup:
    """Return the widget of columns that are the program's own: not shown, not identified."""
    return QgsEditorWidgetSetup("Hidden", {})


def widget(
    column: Column, choices: QgsVectorLayer | None, products: Sequence[Product], first: bool
) -> QgsEditorWidgetSetup:
    """Return the widget of a column; ``choices`` as in ``configure_form``.

    ``first``: the column is the first of several that ask for ``choices``.
    """
    if column.name == "product":
        return _value_map({product.name: product.name for product in products}, True)
    if column.name == "status":
        return _value_map({word: status for status, word in status_labels().items()})
    if column.name == "coordinate_source":
        return _value_map({word: system for system, word in system_labels().items()}, True)
    if asks_for_choices(column) and choices is not None:
        return _relation(column, choices, first)
    if column.kind == CHOICE and not column.open_list:
        return _value_map({value: value for value in column.choices}, True)
    if column.kind == CHOICE or column.name in _SUGGESTED:
        return QgsEditorWidgetSetup("UniqueValues", {"Editable": True})
    if column.kind == FLAG:
        # A check box would turn any other value into one of its two when it is saved.
        return _value_map({tr("Yes"): "1", tr("No"): "0"}, True)
    # Of one line: QGIS writes NULL into boxes of several.
    return QgsEditorWidgetSetup("TextEdit", {})


def is_line(column: Column) -> bool:
    """Tell whether a column is edited as one line of text."""
    if column.kind == CHOICE:
        return column.open_list
    return column.kind in (TEXT, NAME, PHONE, NUMBER, DATE, STAMP) and column.name != "product"


def left_to_the_plugin() -> QgsEditorWidgetSetup:
    """Return the widget of a line that the plugin provides while it is there.

    QGIS crashes at a form with a widget that it does not know. So the layer names none,
    and what QGIS chooses by itself is our line with the plugin, a plain one without.
    """
    return QgsEditorWidgetSetup()


def leave_to_the_plugin(layer: QgsVectorLayer) -> None:
    """Take our widget out of a layer again, where QGIS's own dialogs have written it down."""
    for index in range(layer.fields().count()):
        if layer.editorWidgetSetup(index).type() == LINE_WIDGET:
            layer.setEditorWidgetSetup(index, left_to_the_plugin())


def choice_words(choices: QgsVectorLayer, column: str) -> list[str]:
    """Return the choices of a column in the county's order."""
    request = QgsFeatureRequest(QgsExpression(f"\"list\" = '{column}'"))
    rows = sorted(choices.getFeatures(request), key=lambda row: row["position"])
    return [row["value"] for row in rows]


def asks_for_choices(column: Column) -> bool:
    """Tell whether the county's table of choices serves the column."""
    return column.kind == CHOICES or (column.kind == CHOICE and column.open_list)


def _value_map(values: dict[str, str], empty: bool = False) -> QgsEditorWidgetSetup:
    """Return a list; ``empty``: with a blank for no value, which QGIS shows as (NULL) without.

    Also where a value is required: the findings ask for it.
    """
    # The long constant is how QGIS writes NULL into a value map.
    null = {"": "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"} if empty else {}
    entries = [{label: value} for label, value in {**null, **values}.items()]
    return QgsEditorWidgetSetup("ValueMap", {"map": entries})


def _relation(column: Column, choices: QgsVectorLayer, first: bool) -> QgsEditorWidgetSetup:
    several = column.kind == CHOICES
    config = {
        "Layer": choices.id(),
        "LayerName": choices.name(),
        "Key": "value",
        "Value": "value",
        "FilterExpression": f"\"list\" = '{column.name}'",
        "AllowMulti": several,
        "NofColumns": 3 if several else 1,
        "AllowNull": not column.required,
        # QGIS before 3.42 does not know the order by a field and takes the key's.
        "OrderByValue": False,
        "OrderByKey": False,
        "OrderByField": True,
        "OrderByFieldName": "position",
        "UseCompleter": False,
    }
    if first:
        # With these QGIS loads the table beside the points, wherever the store is
        # moved to. Once is enough: the next column finds it by its name, and QGIS
        # would warn that a table which is there already could not be loaded.
        config["LayerSource"] = _source_name(choices)
        config["LayerProviderName"] = choices.providerType()
    return QgsEditorWidgetSetup("ValueRelation", config)


def _source_name(layer: QgsVectorLayer) -> str:
    if layer.providerType() != "ogr":
        return layer.publicSource()
    path, mark, rest = layer.publicSource().partition("|")
    return Path(path).name + mark + rest
