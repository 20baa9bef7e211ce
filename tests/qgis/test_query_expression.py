"""The expression of a query finds in QGIS what the query finds, whatever the records hold."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from origin_trace.core.query import Query
from origin_trace.core.query_expression import query_expression
from origin_trace.core.season import in_season
from origin_trace.layers.query_records import matching, select
from origin_trace.layers.records import point_fields, record_to_feature, records_layer
from origin_trace.tests.unit.queries import queries, records
from origin_trace.tests.unit.records import animal, crop
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeatureRequest

pytestmark = pytest.mark.usefixtures("qgis_app")
SOME = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
EXPRESSIONS = (
    "",
    "\"village\" = '大鹏村'",
    '"scale" > 3 -- only large ones',
    "NULL",
    "false OR true",
)


def shown(query, found):
    """Return the numbers of the records that the expression is true for."""
    expression, context = QgsExpression(query_expression(query)), QgsExpressionContext()
    assert not expression.hasParserError(), expression.parserErrorString()
    fields = point_fields()
    context.setFields(fields)
    expression.prepare(context)
    numbers = []
    for number, record in enumerate(found):
        context.setFeature(record_to_feature(record, fields))
        if expression.evaluate(context):
            numbers.append(number)
        assert not expression.hasEvalError(), expression.evalErrorString()
    return numbers


@SOME
@given(queries(EXPRESSIONS), st.lists(records, min_size=10, max_size=10))
def test_the_expression_finds_what_the_query_finds(query, found):
    fitting = [record for record in found if query.fits(record)]
    if query.expression:
        fitting = matching(fitting, query.expression)
    there = set(map(id, fitting))
    assert shown(query, found) == [n for n, record in enumerate(found) if id(record) in there]


@SOME
@given(queries(), st.lists(records, min_size=10, max_size=10))
def test_so_do_seasons_alone(query, found):
    query = Query(start=query.start, end=query.end, scale_min=query.scale_min and 0)
    assert shown(query, found) == [n for n, record in enumerate(found) if query.fits(record)]


@pytest.mark.parametrize(
    ("season", "span"),
    [
        (("--11-20", "--01-10"), ("2024-01-10", "2024-01-31")),
        (("--11-20", "--01-10"), ("2024-01-11", "2024-11-19")),
        (("--03", "--04"), ("2023-11", "2024-02")),
        (("--03", "--04"), ("2023-11", "2024-10")),
        (("--11", "--12"), ("2023-12-31", "2024-01-01")),
        (("--11-20", None), ("2023-11-20", "2023-11-20")),
        (("2022-11-20", "2023-02"), ("2023-02-28", "2023-03")),
        (("2023-12-20", "--02"), ("2024-02", "2024-02")),
    ],
)
def test_seasons_over_the_end_of_the_year(season, span):
    record = crop(market_start=season[0], market_end=season[1])
    assert shown(Query(start=span[0], end=span[1]), [record]) == [0] * in_season(record, *span)


def test_a_layer_filtered_by_it_holds_the_records_of_the_query():
    many = [
        *(crop(scale=n, township="万合镇" if n % 2 else "马市镇") for n in range(9)),
        animal(certification="绿色"),
    ]
    layer = records_layer(many, "points")
    query = Query(region={"township": "马市镇"}, scale_max=6, expression="$x > 100")
    request = QgsFeatureRequest().setFilterExpression(query_expression(query))
    found = {feature["uuid"] for feature in layer.getFeatures(request)}
    assert found == {record["uuid"] for record in select(query, many)} and len(found) == 3
