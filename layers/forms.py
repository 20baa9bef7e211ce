"""The attribute form of collection points, derived from the schema."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeTableConfig,
    QgsEditFormConfig,
    QgsExpression,
    QgsOptionalExpression,
    QgsVectorLayer,
)

from ..core.products import Product, standard_products
from ..core.schema import COLLECTION_POINT, COLUMNS, CROPS, FISHERY, Column
from ..translation import tr
from . import form_values, form_widgets
from .form_widgets import status_labels, system_labels

__all__ = [
    "HIDDEN",
    "READ_ONLY",
    "configure_form",
    "enrich_form",
    "status_labels",
    "system_labels",
]

# Kept by the program: not in the form.
HIDDEN = ("uuid", "base_id", "version", "import_batch", "original_values")
# Shown, but changed by the program only. The status is not among them: a person submits,
# approves and returns in the form too, and the database refuses what must not be.
READ_ONLY = (
    *HIDDEN,
    "coordinate_source",
    "coordinate_original",
    "updated_at",
    "updated_by",
)
# QGIS puts the cursor into the first field of a new record. In a line of text it
# stands behind the word NULL, which would become part of the name.
_FIRST = "subject_type"
_TABLE_WIDTHS = {"subject_name": 230, "contact_phone": 150, "trace_modes": 220, "updated_at": 190}


def configure_form(
    layer: QgsVectorLayer,
    choices: QgsVectorLayer | None = None,
    products: Sequence[Product] | None = None,
    county_names: Sequence[str] = (),
) -> None:
    """Set aliases, tabs, widgets, defaults and soft constraints from the schema.

    ``choices`` is the table with columns list, value, position; without it,
    lists are fixed and several choices are edited as text. ``county_names``
    (province, city, county) are filled into new records.
    """
    products = standard_products() if products is None else products
    fields = layer.fields()
    first = True
    if fields.indexOf("fid") >= 0:
        layer.setEditorWidgetSetup(fields.indexOf("fid"), form_widgets.hidden())
    for column in COLLECTION_POINT:
        index = fields.indexOf(column.name)
        if index < 0:
            continue
        layer.setFieldAlias(index, column.label)
        if column.name in HIDDEN:
            layer.setEditorWidgetSetup(index, form_widgets.hidden())
            continue
        layer.setEditorWidgetSetup(index, form_widgets.widget(column, choices, products, first))
        first = first and not form_widgets.asks_for_choices(column)
        form_values.constrain(layer, index, column)
    form_values.set_defaults(layer, products, county_names)
    layer.setEditFormConfig(_form(layer))
    layer.setAttributeTableConfig(_table(layer))
    layer.setDisplayExpression(
        "\"subject_name\" || ' ' || coalesce(\"product\", '') || ' ' || coalesce(\"village\", '')"
    )


def enrich_form(
    layer: QgsVectorLayer,
    choices: QgsVectorLayer | None = None,
    products: Sequence[Product] | None = None,
    county_names: Sequence[str] = (),
) -> None:
    """Configure the form of a layer that the plugin opened: our own lines, the user's language.

    The style that the store keeps has standard widgets, for plain QGIS and QField; without
    the plugin QGIS chooses a plain line for ours.
    """
    configure_form(layer, choices, products, county_names)
    layer.setCustomProperty(form_widgets.LINES, True)
    for column in COLLECTION_POINT:
        index = layer.fields().indexOf(column.name)
        if index >= 0 and column.name not in HIDDEN and form_widgets.is_line(column):
            layer.setEditorWidgetSetup(index, form_widgets.left_to_the_plugin())


def _form(layer: QgsVectorLayer) -> QgsEditFormConfig:
    config = layer.editFormConfig()
    config.clearTabs()
    config.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    root = config.invisibleRootContainer()
    tabs: dict[str, QgsAttributeEditorContainer] = {}
    groups: dict[str, QgsAttributeEditorContainer] = {}
    for column in _in_form_order():
        index = layer.fields().indexOf(column.name)
        if index < 0:
            continue
        config.setReadOnly(index, column.name in READ_ONLY)
        if column.name in HIDDEN:
            continue
        if column.tab not in tabs:
            tabs[column.tab] = _container(column.tab, root, Qgis.AttributeEditorContainerType.Tab)
            config.addTab(tabs[column.tab])
        place = tabs[column.tab]
        title, condition = _group_of(column)
        if title:
            if title not in groups:
                kind = Qgis.AttributeEditorContainerType.GroupBox
                groups[title] = _container(title, place, kind)
                shown = QgsOptionalExpression(QgsExpression(condition))
                groups[title].setVisibilityExpression(shown)
                place.addChildElement(groups[title])
            place = groups[title]
        place.addChildElement(QgsAttributeEditorField(column.name, index, place))
    return config


def _container(
    title: str, parent: QgsAttributeEditorContainer, kind: Qgis.AttributeEditorContainerType
) -> QgsAttributeEditorContainer:
    container = QgsAttributeEditorContainer(title, parent)
    container.setType(kind)
    container.setColumnCount(1)
    return container


def _group_of(column: Column) -> tuple[str, str]:
    """Return title and condition of the group that a column is shown in; "" for none."""
    if column.crops_only:
        return CROPS, form_values.crops_only()
    if column.name == "facility":
        return FISHERY, form_values.fishery_only()
    if column.name in ("return_reason", "return_deadline"):
        return tr("Returned for correction"), form_values.returned_only()
    return "", ""


def _in_form_order() -> list[Column]:
    """Return what collectors report first, as tabs follow their first column."""
    reported = [column for column in COLLECTION_POINT if column.business]
    others = [column for column in COLLECTION_POINT if not column.business]
    return sorted([*reported, *others], key=lambda column: column.name != _FIRST)


def _table(layer: QgsVectorLayer) -> QgsAttributeTableConfig:
    """Return the attribute table's columns: those of the sheet first."""
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    columns = config.columns()
    for column in columns:
        column.hidden = column.name in HIDDEN or column.name == "fid"
        column.width = _TABLE_WIDTHS.get(column.name, column.width)
    columns.sort(key=lambda c: c.name not in COLUMNS or not COLUMNS[c.name].business)
    config.setColumns(columns)
    return config
