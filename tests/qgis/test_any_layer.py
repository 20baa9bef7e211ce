"""Queries, checks and exports over any layer with our columns, recomputed by hand."""

from __future__ import annotations

import random
import re
import shutil
from datetime import date, timedelta

import openpyxl
import pytest
from origin_trace.core.schema import COLUMNS, INTERNAL_COLUMNS
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.test_main_job import DATA
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

SHEETS = [str(DATA / "sheets" / f"taihe_{kind}.xlsx") for kind in ("official", "multisheet")]


def old(uuid):
    """Return the number of an older record of the same base."""
    return f"{uuid[:-4]}0000"


@pytest.fixture(scope="module")
def sound(provider, tmp_path_factory):
    import processing

    path = str(tmp_path_factory.mktemp("any") / "泰和.gpkg")
    processing.run("origintrace:createstore", {"REGION": "360826", "OUTPUT": path})
    processing.run("origintrace:importsheet", {"INPUT": SHEETS, "STORE": path})
    # Seasons of every kind, several states and two periods of some bases.
    rng = random.Random(5)
    with open_store(path, write=True) as store:
        records = list(store.records())
        changes = []
        for record in records:
            season = rng.choice(
                [(None, None), ("--11", "--02"), ("2023-11", "2024-02-15"), ("--05-10", None)]
            )
            if record["industry"] == "种植业" and rng.random() < 0.6:
                changes.append(
                    {"uuid": record["uuid"], "market_start": season[0], "market_end": season[1]}
                )
        store.apply({}, [], changes)
        submitted = [r["uuid"] for r in records[::3]]
        store.apply({}, [], [{"uuid": uuid, "status": "submitted"} for uuid in submitted])
        older = [
            {**r, "uuid": old(r["uuid"]), "period": "2022-01", "scale": 1.5, "version": None}
            for r in records[::7]
        ]
        store.apply({}, older, [])
    return path


@pytest.fixture
def store(sound, tmp_path):
    return str(shutil.copy(sound, tmp_path / "泰和.gpkg"))


def points(path):
    layer = QgsVectorLayer(f"{path}|layername=collection_point", "采集点", "ogr")
    assert layer.isValid()
    return layer


def memory(path):
    return points(path).materialize(QgsFeatureRequest())


def selected(layer, expression):
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression(expression)
    return QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)


# --- by hand ---------------------------------------------------------------------------------


def latest(records):
    """Return the latest of each base and product; later rows win."""
    order = {}
    for record in records:
        year, _, number = (record["period"] or "0-0").partition("-")
        key = record["base_id"], record["product"]
        if key not in order or (int(year), int(number)) >= order[key][0]:
            order[key] = ((int(year), int(number)), record)
    return [record for _, record in order.values()]


def days_of(start, end, first, last):
    """Return the days of the market season of one record between two days."""
    found = set()
    day = first
    while day <= last:
        text = day.isoformat()
        low, high = start or end, end or start
        if low.startswith("--"):
            inside = text[5:] >= low[2:]
            until = text[5:][: len(high) - 2] <= high[2:]
            crossing = high[2:7] < low[2:7]
            inside = (inside or until) if crossing else (inside and until)
        else:
            inside = text >= low and text[: len(high)] <= high
        if inside:
            found.add(day)
        day += timedelta(1)
    return found


def fits(record, products=(), township=None, low=None, high=None, span=None, statuses=()):
    if products and record["product"] not in products:
        return False
    if township and record["township"] != township:
        return False
    if low is not None and not (record["scale"] or -1) >= low:
        return False
    if high is not None and not (record["scale"] or high + 1) <= high:
        return False
    if statuses and record["status"] not in statuses:
        return False
    start, end = record["market_start"], record["market_end"]
    return not span or not (start or end) or bool(days_of(start, end, *span))


QUERIES = [
    {},
    {"PRODUCTS": "豇豆"},
    {"PRODUCTS": "豇豆、生猪", "STATUS": "submitted"},
    {"PRODUCTS": [0, 3], "STATUS": [0]},
    {"REGION": "马市镇"},
    {"REGION": "360826"},
    {"REGION": "江西省", "SCALE_MIN": 10},
    {"SCALE_MIN": 10, "SCALE_MAX": 50.5},
    {"SCALE_MAX": 0},
    {"FROM": "2024-01-31", "TO": "2024-01-31"},
    {"FROM": "2023年12月", "TO": "2024/2/1"},
    {"FROM": "2024-02-16", "TO": "2024-05-09", "PRODUCTS": "豇豆,韭菜,芹菜"},
    {"FROM": "2023", "TO": "2023"},
    {"PERIOD": "2022-01"},
    {"EXPRESSION": '"scale" > 5 and "subject_type" = \'农户\'', "PRODUCTS": "豇豆"},
]


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_a_query_finds_what_a_count_by_hand_finds(number, sound, run):
    query = QUERIES[number]
    with open_store(sound) as opened:
        records = list(opened.records())
    names = [c for c in ("豇豆", "韭菜", "芹菜", "生猪") if c in str(query.get("PRODUCTS", ""))]
    spans = {
        "2024-01-31": (date(2024, 1, 31), date(2024, 1, 31)),
        "2023年12月": (date(2023, 12, 1), date(2024, 2, 1)),
        "2024-02-16": (date(2024, 2, 16), date(2024, 5, 9)),
        "2023": (date(2023, 1, 1), date(2023, 12, 31)),
    }
    known = [r for r in records if r["period"] == query["PERIOD"]] if "PERIOD" in query else None
    expected = {
        r["uuid"]
        for r in (latest(records) if known is None else known)
        if fits(
            r,
            ("豇豆", "生猪") if query.get("PRODUCTS") == [0, 3] else names,
            "马市镇" if query.get("REGION") == "马市镇" else None,
            query.get("SCALE_MIN"),
            query.get("SCALE_MAX"),
            spans.get(query.get("FROM")),
            {"submitted": ("submitted",), "[0]": ("draft",)}.get(str(query.get("STATUS")), ()),
        )
        and ("EXPRESSION" not in query or ((r["scale"] or 0) > 5 and r["subject_type"] == "农户"))
        and ("REGION" not in query or query["REGION"] == "马市镇" or r["province"] == "江西省")
        and (query.get("REGION") != "360826" or (r["city"], r["county"]) == ("吉安市", "泰和县"))
    }
    for layer in (sound, memory(sound)):
        found = run("querypoints", INPUT=layer, OUTPUT="memory:", **query)
        got = [feature["uuid"] for feature in found["OUTPUT"].getFeatures()]
        assert set(got) == expected and len(got) == len(expected) == found["COUNT"]


def test_a_village_is_asked_for_by_its_code(new_store, run, village_list):
    path = new_store(VILLAGES=village_list)
    run("importsheet", INPUT=SHEETS, STORE=path)
    with open_store(path) as opened:
        records = latest(opened.records())
        codes = {(name, code[:9]): code for code, name in opened.divisions() if len(code) == 12}
        towns = {name: code for code, name in opened.divisions() if len(code) == 9}
    record = next(r for r in records if (r["village"], towns.get(r["township"])) in codes)
    code = codes[record["village"], towns[record["township"]]]
    found = run("querypoints", INPUT=path, REGION=code, OUTPUT="memory:")
    expected = [
        r
        for r in records
        if (r["township"], r["village"]) == (record["township"], record["village"])
    ]
    assert found["COUNT"] == len(expected) < len(records)
    with pytest.raises(QgsProcessingException, match="360826999999"):
        run("querypoints", INPUT=path, REGION="360826999999", OUTPUT="memory:")


# --- layers ------------------------------------------------------------------------------------


def test_a_copy_in_memory_is_checked_like_the_store(sound, run):
    found = []
    for layer in (sound, memory(sound)):
        result = run("validate", INPUT=layer, OUTPUT="memory:")
        rows = sorted((f["uuid"], f["rule"], f["message"]) for f in result["OUTPUT"].getFeatures())
        found.append((result["ERRORS"], result["WARNINGS"], result["RECORDS"], rows))
    assert found[0] == found[1] and found[0][0] > 0


@pytest.mark.parametrize("name", ["validate", "querypoints", "exportsheet"])
def test_a_shapefile_with_cut_names_is_refused(name, sound, run, tmp_path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "ESRI Shapefile", "UTF-8"
    path = str(tmp_path / "点.shp")
    QgsVectorFileWriter.writeAsVectorFormatV3(
        points(sound), path, QgsProcessingContext().transformContext(), options
    )
    output = str(tmp_path / "x.xlsx") if name == "exportsheet" else "memory:"
    with pytest.raises(QgsProcessingException, match=r"cut.*subject_na") as caught:
        run(name, INPUT=path, OUTPUT=output)
    assert "GeoPackage" in str(caught.value)


def test_only_selected_or_filtered_records_are_taken(sound, run, qgis_new_project):
    layer = points(sound)
    chosen = selected(layer, "\"product\" = '豇豆'")
    count = len(latest([f for f in points(sound).getFeatures() if f["product"] == "豇豆"]))
    assert run("querypoints", INPUT=chosen, OUTPUT="memory:")["COUNT"] == count > 0
    narrow = f"{sound}|layername=collection_point|subset=\"product\" = '豇豆'"
    assert run("querypoints", INPUT=narrow, OUTPUT="memory:")["COUNT"] == count
    with open_store(sound) as opened:
        products = {r["product"] for r in opened.records()}
    assert len(products) > 1


# --- exports -----------------------------------------------------------------------------------


def approve_all(path):
    with open_store(path, write=True) as opened:
        for status in ("submitted", "approved"):
            waiting = [
                {"uuid": r["uuid"], "status": status}
                for r in opened.records()
                if r["status"] != status
            ]
            opened.apply({}, [], waiting)


def test_a_selection_goes_up_only_if_it_may_among_all(store, run, tmp_path, qgis_new_project):
    with open_store(store, write=True) as opened:
        good = next(r for r in latest(opened.records()) if r["lon"] and r["uuid"] != old(r["uuid"]))
        opened.apply({}, [{**good, "uuid": "zz", "base_id": "zz", "version": None}], [])
    approve_all(store)
    target = str(tmp_path / "x.xlsx")
    chosen = selected(points(store), "\"uuid\" = 'zz'")
    result = run("exportsheet", INPUT=chosen, PURPOSE="platform", OUTPUT=target)
    assert (result["EXPORTED"], result["HELD_BACK"]) == (0, 1)


@pytest.mark.parametrize("purpose", ["platform", "internal"])
def test_unsaved_edits_do_not_go_up_under_the_old_approval(purpose, store, run, tmp_path):
    approve_all(store)
    layer = points(store)
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("scale"), 999.0)
    target = tmp_path / "x.xlsx"
    with pytest.raises(QgsProcessingException, match="not saved"):
        run("exportsheet", INPUT=layer, PURPOSE=purpose, OUTPUT=str(target))
    assert not target.exists()
    layer.rollBack()


def test_an_older_period_asked_for_is_checked_as_well(store, run, tmp_path):
    with open_store(store, write=True) as opened:
        uuid = next(r["uuid"] for r in opened.records() if r["period"] == "2022-01")
        opened.apply({}, [], [{"uuid": uuid, "contact_phone": "12"}])
    approve_all(store)
    result = run(
        "exportsheet",
        INPUT=store,
        PURPOSE="platform",
        EXPRESSION=f"\"uuid\" = '{uuid}'",
        OUTPUT=str(tmp_path / "x.xlsx"),
    )
    assert (result["EXPORTED"], result["HELD_BACK"]) == (0, 1)


def test_a_public_sheet_names_no_person_anywhere(store, run, tmp_path):
    with open_store(store, write=True) as opened:
        uuid = next(r["uuid"] for r in opened.records() if r["subject_type"] == "家庭农场")
        opened.apply(
            {},
            [],
            [{"uuid": uuid, "contact": "欧阳明月", "subject_name": "泰和县欧阳明月家庭农场"}],
        )
        people = {
            r[key]
            for r in opened.records()
            for key in ("contact", "grid_officer", "collector")
            if r[key]
        }
    target = tmp_path / "公开.xlsx"
    run("exportsheet", INPUT=store, PURPOSE="public", OUTPUT=str(target))
    book = openpyxl.load_workbook(target)
    cells = [str(c.value) for row in book.active.iter_rows() for c in row if c.value is not None]
    assert any("欧***家庭农场" in text for text in cells)
    assert not [text for text in cells if any(person in text for person in people)]


def test_every_column_comes_back_through_an_internal_export(store, run, new_store, tmp_path):
    with open_store(store, write=True) as opened:
        records = list(opened.records())
        full = {
            "remarks": "备注；有分号",
            "alias": "长豆角",
            "facility": 1,
            "credit_grade": "A",
            "confirmed_on": "2023-06-01",
            "confirmed_how": "现场",
            "coordinate_original": "114.5,26.5",
        }
        opened.apply({}, [], [{"uuid": r["uuid"], **full} for r in records[:5]])
        before = {r["uuid"]: r for r in opened.records()}
    sheet = str(tmp_path / "内部.xlsx")
    run("exportsheet", INPUT=store, PURPOSE="internal", OUTPUT=sheet)
    again = run("importsheet", INPUT=[sheet], STORE=store)
    assert (again["ADDED"], again["UPDATED"], again["REFUSED"]) == (0, 0, 0)
    other = new_store(name="空.gpkg")
    result = run("importsheet", INPUT=[sheet], STORE=other)
    assert result["ADDED"] == len(before)
    own = {"status", "original_values", "import_batch", "version", "updated_at", "updated_by"}
    own |= {"return_reason", "return_deadline"}  # of a review, not of a sheet
    with open_store(other) as opened:
        for record in opened.records():
            was = before[record["uuid"]]
            assert {k: record[k] for k in record if k not in own} == {
                k: was[k] for k in was if k not in own
            }
            assert record["status"] == "draft"
    assert set(INTERNAL_COLUMNS) <= set(COLUMNS)


@pytest.mark.parametrize("saved_anew", [False, True])
def test_the_same_sheet_under_another_name_changes_nothing(saved_anew, run, new_store, tmp_path):
    path, copy = new_store(), str(tmp_path / "又一份.xlsx")
    first = run("importsheet", INPUT=[SHEETS[0]], STORE=path)
    if saved_anew:
        openpyxl.load_workbook(SHEETS[0]).save(copy)
    else:
        shutil.copy(SHEETS[0], copy)
    with open_store(path) as opened:
        before = list(opened.records())
    again = run("importsheet", INPUT=[copy], STORE=path)
    assert (again["ADDED"], again["UPDATED"]) == (0, 0)
    assert (again["READ"], again["REFUSED"]) == (first["READ"], first["REFUSED"])
    with open_store(path) as opened:
        assert list(opened.records()) == before


def test_a_sheet_is_chosen_by_name_or_number(run, new_store):
    names = openpyxl.load_workbook(SHEETS[1], read_only=True).sheetnames
    path = new_store()
    for number, name in enumerate(names, start=1):
        by_name = run("importsheet", INPUT=[SHEETS[1]], STORE=path, SHEET=name, DRY_RUN=True)
        by_number = run(
            "importsheet", INPUT=[SHEETS[1]], STORE=path, SHEET=str(number), DRY_RUN=True
        )
        assert by_name == by_number and by_name["READ"] > 0


def test_undo_names_the_records_that_it_left(store, run):
    import processing

    with open_store(store, write=True) as opened:
        batch = opened.batches()[-1]["id"]
        record = next(
            r for r in opened.records() if r["version"] == 1 and r["import_batch"] == batch
        )
        opened.apply({}, [], [{"uuid": record["uuid"], "remarks": "改"}])
    feedback = QgsProcessingFeedback(False)
    processing.run("origintrace:undoimport", {"STORE": store, "BATCH": batch}, feedback=feedback)
    assert re.search(f"{record['subject_name']} {record['product']}", feedback.textLog())


# --- what QGIS does with algorithms ---------------------------------------------------------------


def test_every_parameter_of_every_algorithm_has_its_help(provider):
    algorithms = provider.algorithms()
    assert len(algorithms) >= 9
    for algorithm in algorithms:
        for definition in algorithm.parameterDefinitions():
            hidden = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden
            assert hidden or len(definition.help()) > 3, (algorithm.name(), definition.name())
            # Of a model QGIS itself words the help.
            if not isinstance(algorithm, QgsProcessingModelAlgorithm):
                assert not definition.help() or definition.help() in algorithm.shortHelpString()


def test_a_model_imports_and_checks(provider, new_store):
    path = new_store()
    model = QgsProcessingModelAlgorithm("导入并核对", "m")
    value = QgsProcessingModelChildParameterSource.fromStaticValue

    first = QgsProcessingModelChildAlgorithm("origintrace:importsheet")
    first.setChildId("importsheet")
    first.addParameterSources("INPUT", [value([SHEETS[0]])])
    first.addParameterSources("STORE", [value(path)])
    model.addChildAlgorithm(first)
    check = QgsProcessingModelChildAlgorithm("origintrace:validate")
    check.setChildId("validate")
    check.addParameterSources("INPUT", [value(f"{path}|layername=collection_point")])
    output = QgsProcessingModelOutput("findings")
    output.setChildOutputName("OUTPUT")
    check.setModelOutputs({"findings": output})
    check.setDependencies([QgsProcessingModelChildDependency("importsheet")])
    model.addChildAlgorithm(check)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    _, ok = model.run({"validate:findings": "memory:"}, context, feedback)
    assert ok, feedback.textLog()
    with open_store(path) as opened:
        assert opened.count() == 80


def test_algorithms_run_in_a_batch(provider, store, tmp_path):
    for number, purpose in enumerate(("platform", 1, "public")):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(
            "origintrace:exportsheet"
        )
        target = tmp_path / f"{number}.xlsx"
        parameters = {
            "INPUT": f"{store}|layername=collection_point",
            "PURPOSE": purpose,
            "OUTPUT": str(target),
        }
        context = QgsProcessingContext()
        assert algorithm.checkParameterValues(parameters, context)[0]
        results, ok = algorithm.run(parameters, context, QgsProcessingFeedback(False))
        assert ok and target.exists() and isinstance(results["EXPORTED"], int)
