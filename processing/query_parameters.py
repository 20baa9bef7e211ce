"""The query parameters that maps, tables and later statistics share."""

from __future__ import annotations

from contextlib import suppress

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsProcessingParameterExpression,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.divisions import standard_divisions
from ..core.errors import InputError, NoStoreError
from ..core.messages import Message
from ..core.places import Places
from ..core.products import standard_products
from ..core.query import Query, asked_date
from ..core.schema import STATUSES, Record
from ..layers.forms import status_labels
from ..layers.records import point_fields, record_to_feature
from ..layers.store import open_store
from ..translation import tr
from .periods import check_period
from .words import status_word

_LONGEST = 60  # characters of an expression in a sub-title


class QueryParameters:
    """Mixin: declares the query parameters and reads them as one Query."""

    def define_query(self) -> None:
        """Add PRODUCTS, REGION, scale, season, STATUS, PERIOD and EXPRESSION."""
        names = tuple(product.name for product in standard_products())
        self.add_choice(
            "PRODUCTS",
            tr("Products"),
            names,
            list(names),
            tr("None chosen means all."),
            default=None,
            multiple=True,
        )
        self.add(
            QgsProcessingParameterString("REGION", tr("Region"), optional=True),
            tr(
                "A division code of 6, 9 or 12 digits, or the name of a county, township or "
                "village; empty for all."
            ),
        )
        number = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber(
                "SCALE_MIN", tr("Scale from"), number, optional=True, minValue=0
            ),
            tr(
                "In the product's own unit, inclusive. Bases that have stopped are shown only "
                "with 0."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                "SCALE_MAX", tr("Scale to"), number, optional=True, minValue=0
            ),
            tr("In the product's own unit, inclusive."),
        )
        self.add(
            QgsProcessingParameterString("FROM", tr("In season from"), optional=True),
            tr("A date such as 2023-05-01 or 2023-05. Animals and fish are always in season."),
        )
        self.add(
            QgsProcessingParameterString("TO", tr("In season to"), optional=True),
            tr("A date such as 2023-07-31 or 2023-07, inclusive."),
        )
        self.add_choice(
            "STATUS",
            tr("Status"),
            STATUSES,
            list(status_labels().values()),
            tr("None chosen means all."),
            default=None,
            multiple=True,
        )
        self.add(
            QgsProcessingParameterString("PERIOD", tr("Period"), optional=True),
            tr(
                "2023-06 for a month, 2023-1 for the first crop; empty for the latest that was "
                "collected of each base."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterExpression(
                "EXPRESSION",
                tr("More conditions"),
                parentLayerParameterName="INPUT",
                optional=True,
            ),
            tr("A QGIS expression that a record must meet as well."),
            advanced=True,
        )

    def query(self, parameters, context) -> Query:
        """Return the parameters as a Query; raises InputError for values that cannot be."""
        period = self.text(parameters, "PERIOD", context)
        if period:
            check_period(period)
        query = Query(
            products=self.choices(parameters, "PRODUCTS"),
            region=self._region(parameters, context),
            scale_min=self._number(parameters, "SCALE_MIN", context),
            scale_max=self._number(parameters, "SCALE_MAX", context),
            start=self._date(parameters, "FROM", context),
            end=self._date(parameters, "TO", context),
            statuses=self.choices(parameters, "STATUS"),
            period=period or None,
        )
        self._refuse_reversed("SCALE_MIN", query.scale_min, "SCALE_MAX", query.scale_max)
        # As texts: of equal length, or the shorter one holds the longer one.
        length = min(len(query.start or ""), len(query.end or ""))
        if length:
            self._refuse_reversed("FROM", query.start[:length], "TO", query.end[:length])
        return query

    def _region(self, parameters, context) -> dict[str, str]:
        text = self.text(parameters, "REGION", context)
        if not text:
            return {}
        uri = self.store_uri(parameters, context)
        names = Places(standard_divisions()).names_for_region(text)
        if not names and uri:  # villages stand in the store only
            with suppress(NoStoreError), open_store(uri) as store:
                names = Places([*standard_divisions(), *store.divisions()]).names_for_region(text)
        if not names:
            raise _no_region(text)
        return names

    def _date(self, parameters, name: str, context) -> str | None:
        text = self.text(parameters, name, context)
        return asked_date(text) if text else None

    def _refuse_reversed(self, first: str, low, second: str, high) -> None:
        if low is not None and high is not None and low > high:
            raise InputError(
                Message(
                    "{first} ({low}) lies above {second} ({high}).",
                    first=self.parameterDefinition(first).description(),
                    low=low,
                    second=self.parameterDefinition(second).description(),
                    high=high,
                ),
                Message("Exchange the two; a season may run over the end of the year."),
            )

    def selected(self, parameters, context, feedback) -> list[Record]:
        """Return the records of INPUT that the query and the expression ask for."""
        return self.selection(parameters, context, self.records(parameters, context, feedback))

    def selection(self, parameters, context, records: list[Record]) -> list[Record]:
        """Return those of ``records``, all of INPUT, that the query and the expression ask for."""
        query = self.query(parameters, context)
        found = query.select(records)
        if query.region and not any(query.lies_in(record) for record in records):
            name = self.text(parameters, "REGION", context)
            if not name.isdigit() and name not in {known for _, known in standard_divisions()}:
                raise _no_region(name)
        text = self.text(parameters, "EXPRESSION", context)
        return matching(found, text) if text else found

    def query_words(self, parameters, context) -> str:
        """Return the query as a sentence for a sub-title."""
        query = self.query(parameters, context)
        parts = []
        if query.products:
            parts.append(tr("Products: {names}").format(names="、".join(query.products)))
        if query.region:
            parts.append(tr("Region: {names}").format(names="".join(query.region.values())))
        scale = _between(_figure(query.scale_min), _figure(query.scale_max))
        if scale:
            parts.append(tr("Scale: {range}").format(range=scale))
        season = _between(query.start, query.end)
        if season:
            parts.append(tr("In season: {range}").format(range=season))
        if query.statuses:
            parts.append(
                tr("Status: {names}").format(names="、".join(map(status_word, query.statuses)))
            )
        if query.period:
            parts.append(tr("Period: {period}").format(period=query.period))
        condition = " ".join(self.text(parameters, "EXPRESSION", context).split())
        if len(condition) > _LONGEST:
            condition = condition[:_LONGEST] + "…"
        if condition:
            parts.append(tr("Condition: {text}").format(text=condition))
        if getattr(parameters.get("INPUT"), "selectedFeaturesOnly", False):
            parts.append(tr("Selected records only"))
        return "；".join(parts)

    def _number(self, parameters, name: str, context) -> float | None:
        if parameters.get(name) in (None, ""):
            return None
        return self.parameterAsDouble(parameters, name, context)


def _between(low: str | None, high: str | None) -> str:
    """Return a range in words, "" for none."""
    if low and high:
        return tr("{low} – {high}").format(low=low, high=high)
    if low:
        return tr("from {low}").format(low=low)
    return tr("up to {high}").format(high=high) if high else ""


def _figure(value: float | None) -> str | None:
    return None if value is None else f"{value:,.10g}"


def matching(records: list[Record], text: str) -> list[Record]:
    """Return the records that meet a QGIS expression; raises InputError if it is wrong."""
    expression = QgsExpression(text)
    fields = point_fields()
    context = QgsExpressionContext()
    context.setFields(fields)
    if expression.hasParserError() or not expression.prepare(context):
        raise _wrong(text, expression.parserErrorString() or expression.evalErrorString())
    found = []
    for record in records:
        context.setFeature(record_to_feature(record, fields))
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise _wrong(text, expression.evalErrorString())
        if value:
            found.append(record)
    return found


def _no_region(text: str) -> InputError:
    return InputError(
        Message("{region} is not a region of the list or of the records.", region=text),
        Message("Give its code, or its name such as 泰和县, 马市镇."),
    )


def _wrong(text: str, reason: str) -> InputError:
    return InputError(
        Message("The expression {text} cannot be used: {reason}", text=text, reason=reason),
        Message("Correct it; column names stand in double quotes, texts in single ones."),
    )
