"""The records that a query finds, its expression of QGIS included."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsExpression, QgsExpressionContext

from ..core.errors import InputError
from ..core.messages import Message
from ..core.query import Query
from ..core.schema import Record
from .records import feature_writer, point_fields


def select(query: Query, records: Iterable[Record]) -> list[Record]:
    """Return the records that a query finds. Raises InputError for a wrong expression."""
    found = query.select(records)
    return matching(found, query.expression) if query.expression else found


def matching(records: Iterable[Record], text: str) -> list[Record]:
    """Return the records that meet a QGIS expression; raises InputError if it is wrong."""
    expression = QgsExpression(text)
    fields = point_fields()
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


def _wrong(text: str, reason: str) -> InputError:
    return InputError(
        Message("The expression {text} cannot be used: {reason}", text=text, reason=reason),
        Message("Correct it; column names stand in double quotes, texts in single ones."),
    )
