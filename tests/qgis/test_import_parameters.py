"""importsheet as scripts call it: corrected headers in, findings and counts of each file out."""

from __future__ import annotations

import json
import shutil

import pytest
from origin_trace.tests.qgis.test_main_job import stored
from origin_trace.tests.qgis.window_help import OFFICIAL, sheet, workspace_of
from qgis.core import QgsProcessingException, QgsVectorLayer

COUNTS = ("ADDED", "UPDATED", "UNCHANGED", "REFUSED", "BLANK")


def test_corrected_headers_bring_the_same_records_as_right_ones(run, new_store, tmp_path):
    right, odd = new_store(), new_store(name="另一.gpkg")
    run("importsheet", INPUT=[str(OFFICIAL)], STORE=right)
    path = sheet(tmp_path, B="谁家的", N="怎么打给他")
    columns = {"马市镇 上报.xlsx": {"谁家的": "subject_name", "N": "contact_phone"}}
    run("importsheet", INPUT=[path], STORE=odd, COLUMNS=json.dumps(columns))
    apart = ("uuid", "base_id", "import_batch", "updated_at")

    def plain(store):
        rows = [{k: v for k, v in r.items() if k not in apart} for r in stored(store)]
        return sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False))

    assert plain(odd) == plain(right)


@pytest.mark.parametrize(
    "columns, words",
    [
        ("{", "not JSON"),
        ('{"马市镇 上报.xlsx": {"B": "nothing"}}', "no column"),
        ('{"马市镇 上报.xlsx": {"没有这列": "village"}}', "没有这列"),
        ('{"别的.xlsx": {"B": "village"}}', "别的.xlsx"),
    ],
)
def test_wrong_corrections_are_named_and_nothing_is_written(
    columns, words, run, new_store, tmp_path
):
    store = new_store()
    with pytest.raises(QgsProcessingException, match=words):
        run("importsheet", INPUT=[sheet(tmp_path)], STORE=store, COLUMNS=columns)
    assert stored(store) == []


@pytest.mark.parametrize("ending", ["csv", "xlsx", "gpkg"])
def test_the_findings_are_a_table_wherever_they_go(ending, run, new_store, tmp_path):
    target = str(tmp_path / f"问题.{ending}")
    run("importsheet", INPUT=[str(OFFICIAL)], STORE=new_store(), FINDINGS=target)
    layer = QgsVectorLayer(target, "x", "ogr")
    assert layer.featureCount() > 10
    for feature in layer.getFeatures():
        assert feature["file"] == OFFICIAL.name and feature["message"]
        assert feature["level"] in ("error", "warning", "info")
        if feature["cell"]:
            assert str(feature["cell"]).endswith(str(feature["row"]))


def test_each_file_has_its_own_counts_even_two_of_one_name(run, new_store, tmp_path):
    paths = []
    for folder in ("马市镇", "塘洲镇"):
        (tmp_path / folder).mkdir()
        paths.append(str(tmp_path / folder / "上报.xlsx"))
        shutil.copy(OFFICIAL, paths[-1])
    result = run("importsheet", INPUT=paths, STORE=new_store())
    first, second = json.loads(result["FILES"])
    assert [first["file"], second["file"]] == paths
    assert first["READ"] == second["READ"] and result["READ"] == 2 * first["READ"]
    for name in COUNTS:
        assert first[name] + second[name] == result[name]
    assert first["ADDED"] == result["ADDED"] and second["ADDED"] == 0


def test_every_marked_up_workbook_keeps_its_name_in_a_folder(run, new_store, tmp_path):
    paths = [sheet(tmp_path, "马市镇.xlsx"), sheet(tmp_path, "塘洲镇.xlsx")]
    folder = tmp_path / "退回" / "六月"
    result = run(
        "importsheet", INPUT=paths, STORE=new_store(), ANNOTATED_FOLDER=str(folder), DRY_RUN=True
    )
    assert result["ANNOTATED_FOLDER"] == str(folder)
    assert sorted(p.name for p in folder.iterdir()) == ["塘洲镇_marked.xlsx", "马市镇_marked.xlsx"]


def test_a_record_edited_in_the_project_is_left_alone_by_the_toolbox_too(
    run, new_store, tmp_path, qgis_new_project
):
    store = new_store()
    run("importsheet", INPUT=[str(OFFICIAL)], STORE=store)
    workspace = workspace_of(store)
    layer = workspace.layer
    layer.startEditing()
    feature = next(layer.getFeatures("\"contact_phone\" = '18000079618'"))
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("scale"), 77.0)
    import openpyxl

    book = openpyxl.load_workbook(OFFICIAL)
    book.active.cell(7, 14).value = "13933334444"
    book.save(tmp_path / "更正.xlsx")
    result = run("importsheet", INPUT=[str(tmp_path / "更正.xlsx")], STORE=store)
    assert (result["UPDATED"], result["REFUSED"]) == (0, 1)
    assert layer.commitChanges(), layer.commitErrors()
    result = run("importsheet", INPUT=[str(tmp_path / "更正.xlsx")], STORE=store)
    assert (result["UPDATED"], result["REFUSED"]) == (1, 0)
    (record,) = [r for r in stored(store) if r["uuid"] == feature["uuid"]]
    assert (record["scale"], record["contact_phone"]) == (77.0, "13933334444")
    workspace.close()
