"""statistics: the records of a query in numbers, as workbook, page and layer (G4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ...core import statistics_words as words
from ...core.collecting import no_collecting
from ...core.errors import InputError
from ...core.messages import Message
from ...core.periods import is_month
from ...core.rule import label
from ...core.schema import Record
from ...core.statistics_count import busiest_year, calendar, count_groups
from ...core.statistics_page import statistics_html
from ...core.statistics_tables import Statistics, number_text, statistics
from ...layers.result_tables import dress_table
from ...layers.symbols import product_colour
from ...layers.township_polygons import township_polygons
from ...settings import unit_name
from ...spreadsheets.writer import write_statistics
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, watched
from ..groups import maps_group
from ..loaded import dress_when_loaded
from ..page_parameter import add_page, write_page
from ..query_parameters import QueryParameters
from ..sinks import write_rows, write_shapes

_UNITS = {"area": "亩", "heads": "头", "animals": "只"}  # columns of the layer, by unit
_COLUMNS = {
    "township": QMetaType.Type.QString,
    "records": QMetaType.Type.Int,
    "points": QMetaType.Type.Int,
    **dict.fromkeys(_UNITS, QMetaType.Type.Double),
}


class StatisticsTables(QueryParameters, OriginTraceAlgorithm):
    """Count the records of a query by township, product, kind and season."""

    NAME = "statistics"

    def title(self) -> str:
        return tr("Statistics")

    def section(self) -> tuple[str, str]:
        return maps_group()

    def about(self) -> str:
        return tr(
            "Counts what the query finds: township by product in number and scale, types of "
            "producers, certification, trace modes, and the season calendar (上市日历) by month. "
            "The same query makes the map and the table, and finds as many.\n"
            "Units are never added to each other. No phones and no names of persons."
        )

    def define(self) -> None:
        self.add_points_input()
        self.define_query()
        self.add(
            QgsProcessingParameterString("CALENDAR", tr("Calendar from"), optional=True),
            tr(
                "The first of the 12 months of the season calendar, such as 2023-09; empty for "
                "January of the year asked for, else of the year that most market dates name."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "BOUNDARY",
                tr("Boundaries of townships"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("The county's own layer of townships or villages: the layer gets its polygons."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Workbook"), fileFilter=tr("Workbook") + " (*.xlsx)"
            ),
            tr("A sheet for each table, with charts."),
        )
        add_page(self, tr("A page with the same numbers that can be printed on A4."))
        self.add(
            QgsProcessingParameterFeatureSink(
                "LAYER",
                tr("Townships in numbers"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("One row for each township, with its polygon where boundaries are given."),
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Records found")))
        self.addOutput(QgsProcessingOutputNumber("POINTS", tr("Points on the map")))
        for name, unit in _UNITS.items():
            self.addOutput(QgsProcessingOutputNumber(name.upper(), _scale_in(unit)))

    def check(self, parameters, context) -> None:
        self.query(parameters, context)
        month = self.text(parameters, "CALENDAR", context)
        if month and not is_month(month):
            raise InputError(
                Message("{month} is not a month.", month=month), Message("Write it as 2023-09.")
            )

    def execute(self, parameters, context, feedback) -> dict:
        rules = self.rule_context(parameters, context)
        with no_collecting():
            records = self.selected(parameters, context, feedback)
            feedback.setProgress(50)
            months = calendar(self._first_month(parameters, context, records))
            groups = count_groups(records, months, lambda items: watched(items, feedback))
        colours = {product.name: product_colour(product).name() for product in rules.products}
        counted = statistics(groups, months, colours)
        feedback.setProgress(70)
        told = {
            "day": date.today(),
            "query": self.query_words(parameters, context),
            "county": rules.county[2] if len(rules.county) > 2 else "",
            "office": unit_name(),
            "translate": tr,
        }
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        write_statistics(output, counted, **told)
        results = {"OUTPUT": output, "COUNT": counted.records, "POINTS": counted.points}
        results.update((name.upper(), counted.scales.get(u, 0)) for name, u in _UNITS.items())
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            write_page(report, statistics_html(counted, **told))
            results["REPORT"] = report
        if parameters.get("LAYER"):
            results["LAYER"] = self._layer(parameters, context, feedback, counted, rules.county)
        scales = (f"{number_text(value)} {unit}" for unit, value in counted.scales.items())
        feedback.pushInfo(
            tr("Records found: {count}; {points} on the map. {scales}").format(
                count=counted.records, points=counted.points, scales="、".join(scales)
            )
        )
        return results

    def _first_month(self, parameters, context, records: list[Record]) -> str:
        month = self.text(parameters, "CALENDAR", context)
        if month:
            return month
        query = self.query(parameters, context)
        asked = query.start or query.end
        year = int(asked[:4]) if asked else busiest_year(records) or date.today().year
        return f"{year:04d}-01"

    def _layer(self, parameters, context, feedback, counted: Statistics, county) -> str:
        rows = {
            name: (name, records, points, *(scales.get(unit, 0) for unit in _UNITS.values()))
            for name, records, points, scales in counted.townships
        }
        others = set(counted.scales) - set(_UNITS.values())
        if others:
            feedback.pushWarning(
                tr("The layer has no column for these units: {units}").format(
                    units="、".join(sorted(others))
                )
            )
        to = (self, parameters, "LAYER", context, feedback, _COLUMNS)
        boundary = self.parameterAsSource(parameters, "BOUNDARY", context)
        if boundary is None:
            identifier = write_rows(*to, rows.values())
        else:
            polygons = township_polygons(boundary, county, self.divisions(parameters, context))
            missing = [name for name in rows if name and name not in polygons]
            if missing:
                feedback.pushWarning(
                    tr("The boundary layer does not have these townships: {names}").format(
                        names="、".join(missing)
                    )
                )
            shapes = _shapes(rows, polygons)
            identifier = write_shapes(*to, shapes, boundary.sourceCrs())
        aliases = {
            **{"records": render(words.RECORDS), "points": render(words.POINTS)},
            **{name: _scale_in(unit) for name, unit in _UNITS.items()},
            "township": label("township"),
        }
        dress_when_loaded(context, identifier, dress_table(aliases))
        return identifier


def _shapes(rows: dict, polygons: dict) -> Iterator[tuple]:
    """Yield all townships with their polygons, those without records with zeros."""
    zeros = (0,) * (len(_COLUMNS) - 1)
    for name, polygon in polygons.items():
        yield rows.get(name, (name, *zeros)), polygon
    for name, row in rows.items():
        if name not in polygons:
            yield row, QgsGeometry()


def _scale_in(unit: str) -> str:
    return tr("Scale ({unit})").format(unit=unit)
