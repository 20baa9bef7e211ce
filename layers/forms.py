"""The attribute form of collection points, derived from the schema."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeTableConfig,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from ..core.products import Product, standard_products
from ..core.schema import (
    APPROVED,
    CHOICE,
    CHOICES,
    COLLECTION_POINT,
    CROPS,
    DRAFT,
    FLAG,
    JSON,
    PHONE,
    RETURNED,
    SUBMITTED,
    Column,
)
from ..translation import tr

# Kept by the program: not in the form.
HIDDEN = ("uuid", "base_id", "version", "import_batch", "original_values")
# Shown, but changed by the program only.
READ_ONLY = (
    *HIDDEN,
    "status",
    "return_reason",
    "return_deadline",
    "coordinate_original",
    "updated_at",
    "updated_by",
)
_LONG_TEXT = ("remarks", "return_reason", "confirmed_how")
_DEFAULTS = {
    "uuid": "uuid('WithoutBraces')",
    "base_id": "uuid('WithoutBraces')",
    "status": "'draft'",
    "version": "1",
}
# Who edits, so that the history does not name the one of the version before.
_EDITOR = "coalesce(nullif(@user_full_name, ''), @user_account_name)"
_PHONE_TEST = "regexp_match(\"{0}\", '^1[3-9][0-9]{{9}}$')"


def status_labels() -> dict[str, str]:
    """Return the words for the states of review in the user's language."""
    return {
        DRAFT: tr("Draft"),
        SUBMITTED: tr("Submitted"),
        APPROVED: tr("Approved"),
        RETURNED: tr("Returned"),
    }


def configure_form(
    layer: QgsVectorLayer,
    choices: QgsVectorLayer | None = None,
    products: Sequence[Product] | None = None,
) -> None:
    """Set aliases, tabs, widgets, defaults and soft constraints from the schema.

    ``choices`` is the table with columns list, value, position; without it,
    lists are fixed and several choices are edited as text.
    """
    fields = layer.fields()
    for column in COLLECTION_POINT:
        index = fields.indexOf(column.name)
        if index < 0:
            continue
        layer.setFieldAlias(index, column.label)
        layer.setEditorWidgetSetup(index, _widget(column, choices, products))
        _constrain(layer, index, column)
        if column.name in _DEFAULTS:
            layer.setDefaultValueDefinition(index, QgsDefaultValue(_DEFAULTS[column.name], False))
    if fields.indexOf("updated_by") >= 0:
        editor = QgsDefaultValue(_EDITOR, True)  # on every update, not only on creation
        layer.setDefaultValueDefinition(fields.indexOf("updated_by"), editor)
    layer.setEditFormConfig(_form(layer))
    layer.setAttributeTableConfig(_table(layer))
    layer.setDisplayExpression(
        "\"subject_name\" || ' ' || coalesce(\"product\", '') || ' ' || coalesce(\"village\", '')"
    )


def _form(layer: QgsVectorLayer) -> QgsEditFormConfig:
    config = layer.editFormConfig()
    config.clearTabs()
    config.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    root = config.invisibleRootContainer()
    tabs: dict[str, QgsAttributeEditorContainer] = {}
    for column in COLLECTION_POINT:
        index = layer.fields().indexOf(column.name)
        if index < 0:
            continue
        config.setReadOnly(index, column.name in READ_ONLY)
        if column.name in HIDDEN:
            continue
        if column.tab not in tabs:
            tabs[column.tab] = QgsAttributeEditorContainer(column.tab, root)
            tabs[column.tab].setType(Qgis.AttributeEditorContainerType.Tab)
            tabs[column.tab].setColumnCount(1)
        tab = tabs[column.tab]
        tab.addChildElement(QgsAttributeEditorField(column.name, index, tab))
    for column_tab in dict.fromkeys(c.tab for c in _by_tab()):
        if column_tab in tabs:
            config.addTab(tabs[column_tab])
    return config


def _by_tab() -> list[Column]:
    """Return the columns with the technical ones last, as tabs follow their first column."""
    return sorted(COLLECTION_POINT, key=lambda column: not column.business)


def _table(layer: QgsVectorLayer) -> QgsAttributeTableConfig:
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    columns = config.columns()
    for column in columns:
        column.hidden = column.name in HIDDEN or column.name == "fid"
    config.setColumns(columns)
    return config


def _widget(
    column: Column, choices: QgsVectorLayer | None, products: Sequence[Product] | None
) -> QgsEditorWidgetSetup:
    if column.name in HIDDEN and column.kind != JSON:
        return QgsEditorWidgetSetup("TextEdit", {})
    if column.name == "product":
        names = [p.name for p in (standard_products() if products is None else products)]
        return _value_map({name: name for name in names})
    if column.name == "status":
        return _value_map({word: status for status, word in status_labels().items()})
    if column.kind == CHOICES:
        return _relation(column, choices, True) if choices else QgsEditorWidgetSetup("TextEdit", {})
    if column.kind == CHOICE and column.open_list:
        if choices:
            return _relation(column, choices, False)
        return QgsEditorWidgetSetup("UniqueValues", {"Editable": True})
    if column.kind == CHOICE:
        return _value_map({value: value for value in column.choices}, not column.required)
    if column.kind == FLAG:
        return QgsEditorWidgetSetup(
            "CheckBox", {"CheckedState": "1", "UncheckedState": "0", "AllowNullState": True}
        )
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": column.name in _LONG_TEXT})


def _value_map(values: dict[str, str], empty: bool = False) -> QgsEditorWidgetSetup:
    # The long constant is how QGIS writes NULL into a value map.
    null = {"": "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"} if empty else {}
    entries = [{label: value} for label, value in {**null, **values}.items()]
    return QgsEditorWidgetSetup("ValueMap", {"map": entries})


def _relation(column: Column, choices: QgsVectorLayer, several: bool) -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup(
        "ValueRelation",
        {
            "Layer": choices.id(),
            "LayerName": choices.name(),
            # Without folder: found beside the points wherever the store is moved to.
            "LayerSource": _source_name(choices),
            "LayerProviderName": choices.providerType(),
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
        },
    )


def _source_name(layer: QgsVectorLayer) -> str:
    path, mark, rest = layer.publicSource().partition("|")
    return Path(path).name + mark + rest


def _constrain(layer: QgsVectorLayer, index: int, column: Column) -> None:
    """Set soft constraints: they warn in the form, the rules decide."""
    soft = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
    not_null = QgsFieldConstraints.Constraint.ConstraintNotNull
    if column.required == "always" and column.name not in HIDDEN:
        layer.setFieldConstraint(index, not_null, soft)
    test, why = None, ""
    if column.kind == PHONE:
        test = f'"{column.name}" is null or ' + _PHONE_TEST.format(column.name)
        why = tr("A mobile number has 11 digits and begins with 13 to 19.")
    elif column.required == "crops":
        test = f'"industry" <> \'{CROPS}\' or "{column.name}" is not null'
        why = tr("Required for crops.")
    if test is not None:
        layer.setConstraintExpression(index, test, why)
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression, soft)
