"""Default values and soft constraints of the columns, as QGIS expressions."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsDefaultValue, QgsExpression, QgsFieldConstraints, QgsVectorLayer

from ..core.products import Product
from ..core.schema import CHOICES, CROPS, DATE, FISHERY, NUMBER, PHONE, RETURNED, Column
from ..settings import OPERATOR_VARIABLE
from ..translation import tr

_PHONE = "^1[3-9][0-9]{9}$"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DAY_OR_MONTH = "^([0-9]{4}|-)-[0-9]{2}(-[0-9]{2})?$"
_CROP, _MONTH = "^[0-9]{4}-[1-9]$", "^[0-9]{4}-[01][0-9]$"


def crops_only() -> str:
    """Return when columns of crops are shown: also where something stands in them wrongly."""
    return (
        f'"industry" = \'{CROPS}\' or "market_start" is not null '
        'or "market_end" is not null or "production_modes" is not null'
    )


def fishery_only() -> str:
    """Return when the question for engineered tanks is shown."""
    return f'"industry" = \'{FISHERY}\' or "facility" = 1'


def returned_only() -> str:
    """Return when reason and deadline of a return are shown."""
    return f'"status" = \'{RETURNED}\' or "return_reason" is not null'


def set_defaults(
    layer: QgsVectorLayer, products: Sequence[Product], county_names: Sequence[str]
) -> None:
    """Set the default values; that of the editor also follows later edits.

    What follows the product does so while the record is new: an edit by hand changes
    nothing that the person did not touch.
    """
    industries = _by_product({product.name: product.industry for product in products})
    units = _by_product({product.name: product.unit for product in products})
    month = "if(\"industry\" is not null, format_date(now(), 'yyyy-MM'), null)"
    period = f"if(\"industry\" = '{CROPS}', format_date(now(), 'yyyy') || '-1', {month})"
    fixed = {
        "uuid": "uuid('WithoutBraces')",
        "base_id": "uuid('WithoutBraces')",
        "status": "'draft'",
        "version": "1",
        "coordinate_source": "'cgcs2000'",
        "collected_on": "format_date(now(), 'yyyy-MM-dd')",
        **{
            column: QgsExpression.quotedValue(name)
            for column, name in zip(("province", "city", "county"), county_names, strict=False)
            if name
        },
    }
    followed = {
        "industry": f'if("updated_at" is null, coalesce({industries}, "industry"), "industry")',
        "scale_unit": _while_new("scale_unit", units),
        "period": _while_new("period", period),
        "updated_by": f"coalesce(@{OPERATOR_VARIABLE}, nullif(@user_full_name, ''), "
        "@user_account_name)",
    }
    for expressions, on_update in ((fixed, False), (followed, True)):
        for column, expression in expressions.items():
            index = layer.fields().indexOf(column)
            if index >= 0:
                layer.setDefaultValueDefinition(index, QgsDefaultValue(expression, on_update))


def _while_new(column: str, expression: str) -> str:
    """Fill an empty column of a record that is not saved yet; never of one from a sheet."""
    return f'if("updated_at" is null, coalesce("{column}", {expression}), "{column}")'


def _by_product(values: dict[str, str]) -> str:
    pairs = ", ".join(QgsExpression.quotedValue(text) for pair in values.items() for text in pair)
    return f'map_get(map({pairs}), "product")'


def constrain(layer: QgsVectorLayer, index: int, column: Column) -> None:
    """Set soft constraints: they warn in the form, the rules decide."""
    soft = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
    kinds = QgsFieldConstraints.Constraint
    # The frame of a constraint turns the boxes of a list with several choices black.
    if column.required == "always" and column.kind != CHOICES:
        layer.setFieldConstraint(index, kinds.ConstraintNotNull, soft)
    tests, reasons = [], []
    if column.required == "crops" and column.kind != CHOICES:
        tests.append(f'("industry" <> \'{CROPS}\' or "{column.name}" is not null)')
        reasons.append(tr("Required for crops."))
    form = _form_of(column)
    if form is not None:
        tests.append(f'("{column.name}" is null or {form[0]})')
        reasons.append(form[1])
    if tests:
        layer.setConstraintExpression(index, " and ".join(tests), " ".join(reasons))
        layer.setFieldConstraint(index, kinds.ConstraintExpression, soft)


def _form_of(column: Column) -> tuple[str, str] | None:
    """Return the test of how a value is written, and the hint."""
    match = f"regexp_match(\"{column.name}\", '{{}}')"
    if column.kind == PHONE:
        why = tr("A mobile number has 11 digits and begins with 13 to 19.")
        return match.format(_PHONE), why
    if column.kind == DATE and column.crops_only:
        why = tr("Write 2023-05-01 or 2023-05; for every year --05-01 or --05.")
        return match.format(_DAY_OR_MONTH), why
    if column.kind == DATE:
        return match.format(_DAY), tr("Write a date as 2023-05-01.")
    if column.name == "period":
        why = tr("A month such as 2023-06 for animals and fish; 2023-1 for the year's first crop.")
        kind = f"if(\"industry\" = '{CROPS}', '{_CROP}', '{_MONTH}')"
        return f'regexp_match("period", {kind})', why
    if column.kind == NUMBER:
        why = tr("A number greater than 0; 0 only where the base has stopped.")
        return f'"{column.name}" > 0', why
    return None
