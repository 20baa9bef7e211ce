"""The records that a query finds, its expression of QGIS included."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsExpression, QgsExpressionContext, QgsFields

from ..core.errors import InputError
from ..core.messages import Message
from ..core.query import Query
from ..core.schema import COLUMNS, POINT, Record
from .records import feature_writer, point_fields


def select(query: Query, records: Iterable[Record]) -> list[Record]:
    """Return the records that a query finds. Raises InputError for a wrong expression."""
    found = query.select(records)
    return matching(found, query.expression) if query.expression else found


def matching(records: Iterable[Record], text: str) -> list[Record]:
    """Return the records that meet a QGIS expression; raises InputError if it is wrong."""
    expression = QgsExpression(text)
    fields = QgsFields()
    needed = needed_columns(text)
    for field in point_fields():
        if field.name() in needed:  # making features is what takes the time
            fields.append(field)
    context = QgsExpressionContext()
    context.setFields(fields)
    if expression.hasParserError() or not expression.prepare(context):
        raise _wrong(text, expression.parserErrorString() or expression.evalErrorString())
    found, feature_of = [], feature_writer(fields)
    for record in records:
        context.setFeature(feature_of(record))
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise _wrong(text, expression.evalErrorString())
        if value:
            found.append(record)
    return found


def needed_columns(text: str) -> set[str]:
    """Return the columns that an expression may look at, with the point where it may."""
    expression = QgsExpression(text)
    named = {name.lower() for name in expression.referencedColumns()}
    # Of $currentfeature and @feature QGIS does not tell what is looked at.
    if "feature" in text.lower() or not named <= set(COLUMNS):
        return {*COLUMNS, *POINT}
    return named | set(POINT) if expression.needsGeometry() else named


def _wrong(text: str, reason: str) -> InputError:
    return InputError(
        Message("The expression {text} cannot be used: {reason}", text=text, reason=reason),
        Message("Correct it; column names stand in double quotes, texts in single ones."),
    )
