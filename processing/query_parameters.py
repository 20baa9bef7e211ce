"""The query parameters that maps, tables, statistics and samples share."""

from __future__ import annotations

from contextlib import suppress

from qgis.core import (
    QgsProcessingParameterExpression,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.divisions import standard_divisions
from ..core.errors import InputError, NoStoreError
from ..core.messages import Message
from ..core.periods import check_period
from ..core.places import Places, village_form
from ..core.query import Query
from ..core.query_parameters import CHOICES, NAMES
from ..core.query_text import query_from_text
from ..core.query_words import NO_CERTIFICATION, query_words
from ..core.schema import Record
from ..core.season import asked_date
from ..core.tables import split_list
from ..layers.forms import status_labels
from ..layers.query_records import select
from ..layers.saved_queries import saved_query
from ..layers.store import open_store
from ..translation import render, tr


class QueryParameters:
    """Mixin: declares the query parameters and reads them as one Query."""

    def define_query(self) -> None:
        """Add QUERY, and in the place of it a parameter for each part of a query."""
        self.add(
            QgsProcessingParameterString("QUERY", tr("Saved query"), optional=True),
            tr(
                "The name of a query that is saved in the store of the input. It stands for all "
                "conditions below, which must be empty then."
            ),
        )
        self._add_query_choice("PRODUCTS", tr("Products"), list(CHOICES["PRODUCTS"][1]))
        self.add(
            QgsProcessingParameterString("OTHER_PRODUCTS", tr("Other products"), optional=True),
            tr("Names of the county's own products, 、 between several; beside those above."),
        )
        self.add(
            QgsProcessingParameterString("REGION", tr("Region"), optional=True),
            tr(
                "A division code of 6, 9 or 12 digits, or the name of a county, township or "
                "village; of a village better with its township before it, as 马市镇 仙桥村. Empty "
                "for all."
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
        self._add_query_choice("STATUS", tr("Status"), list(status_labels().values()))
        self._define_more()

    def _define_more(self) -> None:
        for name, title in (
            ("SUBJECT_TYPE", tr("Types of producers")),
            ("CERTIFICATION", tr("Certification")),
            ("TRACE_MODE", tr("Trace modes")),
            ("PRODUCTION_MODE", tr("Production modes")),
        ):
            labels = list(CHOICES[name][1])
            if name == "CERTIFICATION":
                labels[0] = render(NO_CERTIFICATION)
            self._add_query_choice(name, title, labels, advanced=True)
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

    def _add_query_choice(
        self, name: str, title: str, labels: list[str], advanced: bool = False
    ) -> None:
        text = tr("None chosen means all.")
        if name in ("TRACE_MODE", "PRODUCTION_MODE"):
            text = tr("Records that have one of these; none chosen means all.")
        names = CHOICES[name][1]
        self.add_choice(name, title, names, labels, text, None, multiple=True, advanced=advanced)

    # --- reading them -----------------------------------------------------------------

    def query(self, parameters, context) -> Query:
        """Return the parameters as a Query; raises InputError for values that cannot be."""
        saved = self.text(parameters, "QUERY", context)
        if saved:
            return self._saved(saved, parameters, context)
        period = self.text(parameters, "PERIOD", context)
        if period:
            check_period(period)
        chosen = {part: self.choices(parameters, name) for name, (part, _) in CHOICES.items()}
        chosen["products"] += split_list(self.text(parameters, "OTHER_PRODUCTS", context))
        query = Query(
            **chosen,
            region=self._region(parameters, context),
            scale_min=self._number(parameters, "SCALE_MIN", context),
            scale_max=self._number(parameters, "SCALE_MAX", context),
            start=self._date(parameters, "FROM", context),
            end=self._date(parameters, "TO", context),
            period=period or None,
            expression=self.text(parameters, "EXPRESSION", context),
        )
        query.check()
        return query

    def _saved(self, text: str, parameters, context) -> Query:
        """Return the query of a name, or of the text of a query itself."""
        given = [name for name in NAMES if parameters.get(name) not in (None, "", [])]
        if given:
            titles = "、".join(self.parameterDefinition(name).description() for name in given)
            raise InputError(
                Message("Beside a saved query, no conditions can be given: {names}.", names=titles),
                Message("Leave them empty, or change the saved query in the query window."),
            )
        if text.startswith("{"):
            return query_from_text(text)
        uri = self.store_uri(parameters, context)
        if not uri:
            raise InputError(
                Message("There is no saved query {name}: the input is not in a store.", name=text),
                Message("Choose the layer collection_point of the store."),
            )
        return saved_query(uri, text)

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

    def _number(self, parameters, name: str, context) -> float | None:
        if parameters.get(name) in (None, ""):
            return None
        return self.parameterAsDouble(parameters, name, context)

    # --- what it finds ----------------------------------------------------------------

    def selected(self, parameters, context, feedback) -> list[Record]:
        """Return the records of INPUT that the query and its expression ask for."""
        return self.selection(parameters, context, self.records(parameters, context, feedback))

    def selection(self, parameters, context, records: list[Record]) -> list[Record]:
        """Return those of ``records``, all of INPUT, that the query and its expression ask for."""
        query = self.query(parameters, context)
        self._refuse_unknown(query, records, parameters, context)
        return select(query, records)

    def _refuse_unknown(self, query: Query, records: list[Record], parameters, context) -> None:
        """Raise InputError for names that were typed and are known to nobody."""
        region = self.text(parameters, "REGION", context)
        if region and not region.isdigit() and not any(map(query.lies_in, records)):
            known = {name for _, name in standard_divisions()}
            known.update(map(village_form, self.divisions(parameters, context).values()))
            if not known.issuperset(query.region.values()):
                raise _no_region(region)
        others = set(split_list(self.text(parameters, "OTHER_PRODUCTS", context)))
        others -= {record["product"] for record in records}
        if others:
            others -= {product.name for product in self.rule_context(parameters, context).products}
        if others:
            raise InputError(
                Message(
                    "{names}: no product of the county's list, nor of any record.",
                    names="、".join(sorted(others)),
                ),
                Message("Write the names as they stand in the store's table of products."),
            )

    def query_words(self, parameters, context) -> str:
        """Return the query in one line for a sub-title."""
        words = query_words(self.query(parameters, context), tr)
        if not getattr(parameters.get("INPUT"), "selectedFeaturesOnly", False):
            return words
        return "；".join(filter(None, (words, tr("Selected records only"))))


def _no_region(text: str) -> InputError:
    return InputError(
        Message("{region} is not a region of the list or of the records.", region=text),
        Message("Give its code, or its name such as 泰和县, 马市镇."),
    )
