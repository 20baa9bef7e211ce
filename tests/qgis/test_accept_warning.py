"""Warnings accepted with a reason: kept, shown, lapsing with the value; never an error."""

from __future__ import annotations

import json

import pytest
from origin_trace.core.errors import InputError
from origin_trace.core.rules import Context, judge
from origin_trace.layers.acceptances import accept, accepted_in, withdraw
from origin_trace.layers.result_layers import dress_findings
from origin_trace.layers.store import open_store
from origin_trace.tests.unit.records import crop
from osgeo import ogr
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

REASON = "合作社新建基地，面积属实"
RULE = "D3-plausible"


@pytest.fixture
def store(new_store):
    """A store with a large and an ordinary base, and a phone that is none."""
    path = new_store()
    large = crop(uuid="large", base_id="b1", scale=60000, subject_name="泰和甲农场")
    plain = crop(
        uuid="plain",
        base_id="b2",
        lon=115.02,
        subject_name="泰和乙农场",
        contact_phone="13900001111",
    )
    wrong = crop(
        uuid="wrong", base_id="b3", lon=115.03, subject_name="泰和丙农场", contact_phone="123"
    )
    with open_store(path, write=True) as opened:
        opened.apply({}, [large, plain, wrong], [])
    return path


def points(store, *uuids):
    """Return the layer as an input, with only these records selected."""
    layer = QgsVectorLayer(f"{store}|layername=collection_point", "点", "ogr")
    QgsProject.instance().addMapLayer(layer)
    if not uuids:
        return layer
    listed = ", ".join(f"'{uuid}'" for uuid in uuids)
    layer.selectByExpression(f'"uuid" IN ({listed})')
    return QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)


def sql(store, text):
    dataset = ogr.Open(store, 1)
    dataset.ExecuteSQL(text)


def check(run, store, **more):
    result = run("validate", INPUT=store, OUTPUT="memory:", **more)
    rows = {(f["uuid"], f["rule"]): f for f in result["OUTPUT"].getFeatures()}
    return result, rows


def test_an_accepted_warning_is_kept_shown_and_not_counted(run, store, qgis_new_project):
    before, rows = check(run, store)
    assert rows["large", RULE]["level"] == "warning"
    assert (before["ERRORS"], before["WARNINGS"], before["ACCEPTED"]) == (1, 1, 0)
    done = run(
        "acceptwarning", INPUT=points(store, "large"), RULE=RULE, REASON=REASON, OPERATOR="王芳"
    )
    assert (done["ACCEPTED"], done["REFUSED"]) == (1, 0)
    after, rows = check(run, store)
    assert (after["ERRORS"], after["WARNINGS"], after["ACCEPTED"]) == (1, 0, 1)
    assert after["RECORDS"] == before["RECORDS"] == 3
    shown = rows["large", RULE]
    assert (shown["level"], shown["accepted"], shown["accepted_by"]) == ("accepted", REASON, "王芳")
    assert shown["accepted_at"].startswith("20")
    with open_store(store) as opened:
        (kept,) = opened.rows("accepted_warning")
    assert json.loads(kept["value"]) == {"product": "豇豆", "scale": 60000, "scale_unit": "亩"}


def test_the_findings_layer_shows_what_was_accepted_and_why(run, store):
    def shown():
        layer = run("validate", INPUT=store, OUTPUT="memory:")["OUTPUT"]
        dress_findings(layer, None)
        columns = [c.name for c in layer.attributeTableConfig().columns() if not c.hidden]
        return [c.value() for c in layer.renderer().categories()], columns

    levels, columns = shown()
    assert levels == ["error", "warning"] and "accepted" not in columns
    run("acceptwarning", INPUT=store, RULE=RULE, REASON=REASON, OPERATOR="王芳")
    levels, columns = shown()
    assert levels == ["error", "warning", "accepted"]
    assert columns[-3:] == ["accepted", "accepted_by", "accepted_at"]


@pytest.mark.parametrize(
    "change, open_again",
    [
        ("scale = 60001", True),
        ("product = '韭菜'", True),
        ("scale_unit = '亩'", False),
        ("remarks = '已核实'", False),
        ("village = '别处村'", False),
    ],
)
def test_it_lapses_when_the_value_it_speaks_of_changes(run, store, change, open_again):
    run("acceptwarning", INPUT=store, RULE=RULE, REASON=REASON, OPERATOR="王芳")
    sql(store, f"UPDATE collection_point SET {change} WHERE uuid = 'large'")
    result, rows = check(run, store)
    assert (rows["large", RULE]["level"] == "warning") is open_again
    assert result["WARNINGS"] == int(open_again)
    if open_again:
        again = run("acceptwarning", INPUT=store, RULE=RULE, REASON="再核", OPERATOR="李")
        assert again["ACCEPTED"] == 1
        assert check(run, store)[0]["WARNINGS"] == 0


def test_only_the_records_given_are_accepted(run, store, qgis_new_project):
    done = run(
        "acceptwarning", INPUT=points(store, "plain"), RULE=RULE, REASON=REASON, OPERATOR="王芳"
    )
    assert (done["ACCEPTED"], done["REFUSED"]) == (0, 0)
    assert check(run, store)[0]["WARNINGS"] == 1


@pytest.mark.parametrize(
    "parameters, match",
    [
        ({"RULE": "A-phone"}, "is an error and cannot be accepted"),
        ({"RULE": "A-nothing"}, "not one of"),
        ({"REASON": "  "}, "only with a reason"),
        ({"OPERATOR": ""}, "Nobody is named"),
    ],
)
def test_an_error_and_an_acceptance_without_reason_or_name_are_refused(
    run, store, parameters, match
):
    given = {"RULE": RULE, "REASON": REASON, "OPERATOR": "王芳", **parameters}
    with pytest.raises(QgsProcessingException, match=match):
        run("acceptwarning", INPUT=store, **given)
    with open_store(store) as opened:
        assert opened.rows("accepted_warning") == []


def test_a_row_written_for_an_error_by_hand_changes_nothing(run, store):
    sql(
        store,
        "INSERT INTO accepted_warning (uuid, rule, field, value, reason, time) VALUES "
        "('wrong', 'A-phone', 'contact_phone', '{\"contact_phone\": \"123\"}', 'x', '2024')",
    )
    result, rows = check(run, store)
    assert result["ERRORS"] == 1 and rows["wrong", "A-phone"]["level"] == "error"


def test_it_can_be_taken_back_and_both_stay_on_record(run, store):
    run("acceptwarning", INPUT=store, RULE=RULE, REASON=REASON, OPERATOR="王芳")
    back = run("acceptwarning", INPUT=store, RULE=RULE, OPERATOR="李", WITHDRAW=True)
    assert (back["ACCEPTED"], back["WITHDRAWN"]) == (0, 1)
    assert check(run, store)[0]["WARNINGS"] == 1
    with open_store(store) as opened:
        rows = [(r["operator"], r["withdrawn"]) for r in opened.rows("accepted_warning")]
    assert rows == [("王芳", 0), ("李", 1)]
    assert run("acceptwarning", INPUT=store, RULE=RULE, REASON="x", OPERATOR="李")["ACCEPTED"] == 1
    twice = run("acceptwarning", INPUT=store, RULE=RULE, REASON="x", OPERATOR="李")
    assert (twice["ACCEPTED"], twice["REFUSED"]) == (0, 0)


def test_a_warning_of_the_whole_table_is_judged_among_all_records(run, store, qgis_new_project):
    names = ("泰和丁农场", "泰和戊农场", "泰和己农场")
    same = [
        crop(
            uuid=f"s{n}",
            base_id=f"s{n}",
            lon=115.5,
            subject_name=name,
            contact_phone=f"1380000000{n}",
        )
        for n, name in enumerate(names)
    ]
    with open_store(store, write=True) as opened:
        opened.apply({}, same, [])
    given = points(store, "s1")
    assert check(run, given)[0]["WARNINGS"] == 1  # seen with one record selected
    done = run("acceptwarning", INPUT=given, RULE="D3-same-point", REASON="集中住地", OPERATOR="王")
    assert done["ACCEPTED"] == 1
    _result, rows = check(run, store)
    levels = {uuid: f["level"] for (uuid, rule), f in rows.items() if rule == "D3-same-point"}
    assert levels == {"s0": "warning", "s1": "accepted", "s2": "warning"}


def test_records_with_unsaved_edits_are_refused_and_others_accepted(run, store, qgis_new_project):
    other = crop(
        uuid="other",
        scale=70000,
        subject_name="泰和庚农场",
        contact_phone="13900002222",
        lon=115.04,
    )
    with open_store(store, write=True) as opened:
        opened.apply({}, [other], [])
    layer = points(store)
    feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression("uuid = 'large'")))
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("scale"), 70000.0)
    done = run("acceptwarning", INPUT=layer, RULE=RULE, REASON=REASON, OPERATOR="王芳")
    assert (done["ACCEPTED"], done["REFUSED"]) == (1, 1)
    layer.rollBack()
    assert run("acceptwarning", INPUT=layer, RULE=RULE, REASON="x", OPERATOR="王")["ACCEPTED"] == 1


def test_a_layer_that_is_of_no_store_keeps_no_acceptances(run, store):
    layer = QgsVectorLayer(f"{store}|layername=collection_point", "点", "ogr")
    copy = layer.materialize(QgsFeatureRequest())
    with pytest.raises(QgsProcessingException, match="kept in a store"):
        run("acceptwarning", INPUT=copy, RULE=RULE, REASON="x", OPERATOR="王")


def test_the_store_functions_do_the_same(store):
    with open_store(store, write=True) as opened:
        records = list(opened.records())
        context = Context(opened.products(), opened.county_names)
        found = [each for each in judge(records, context) if each[1].rule == RULE]
        errors = [each for each in judge(records, context) if each[1].level == "error"]
        with pytest.raises(InputError, match="cannot be accepted"):
            accept(opened, [*found, *errors], REASON, "王")
        assert opened.rows("accepted_warning") == []
        assert accept(opened, found, REASON, "王") == 1
        record, finding = found[0]
        assert accepted_in(opened).of(finding, record).reason == REASON
        assert withdraw(opened, found, "李") == 1
        assert accepted_in(opened).of(finding, record) is None
        assert opened.check() == []
