"""What validate hands out: counts, the page, the sheets that go back to the townships."""

from __future__ import annotations

import uuid

import openpyxl
import pytest
from origin_trace.layers.store import open_store
from origin_trace.tests.unit.records import crop
from qgis import processing
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingFeedback, QgsVectorLayer

FAULTY = {
    "w1": {"subject_name": "泰和甲农场", "contact_phone": "1380000111"},
    "w2": {"subject_name": "泰和乙农场", "lon": 115.04, "scale": 60000.0},
    "c1": {
        "subject_name": "泰和丙农场",
        "township": "澄江镇",
        "village": "上田村",
        "lon": None,
        "lat": None,
        "collector": "王芳",
    },
    "fine": {"subject_name": "泰和丁农场", "lon": 115.05},
}


def number(key):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, key))


@pytest.fixture
def store(new_store):
    path = new_store()
    records = [
        crop(
            **{
                "contact_phone": f"1380000222{n}",
                "coordinate_original": None,
                "uuid": number(key),
                "base_id": number("b" + key),
                **changes,
            }
        )
        for n, (key, changes) in enumerate(FAULTY.items())
    ]
    with open_store(path, write=True) as opened:
        opened.apply({}, records, [])
    return path


def rows_of(path):
    sheet = openpyxl.load_workbook(path).active
    return sheet, [row for row in sheet.iter_rows(min_row=6) if isinstance(row[0].value, int)]


def test_each_township_gets_a_sheet_of_its_own_records_with_findings(run, store, tmp_path):
    folder = tmp_path / "退 回"
    result = run("validate", INPUT=store, OUTPUT="memory:", FOLDER=str(folder))
    files = sorted(folder.iterdir())
    assert result["SHEETS"] == len(files) == 2
    by_town = {path.name.split("_")[0]: path for path in files}
    assert set(by_town) == {"万合镇", "澄江镇"}
    sheet, rows = rows_of(by_town["万合镇"])
    assert [row[1].value for row in rows] == ["泰和甲农场", "泰和乙农场"]
    phone, scale = rows[0][13], rows[1][14]
    assert phone.comment is not None and "1380000111" in phone.comment.text
    assert phone.fill.fgColor.rgb != scale.fill.fgColor.rgb  # error and warning
    assert any("mobile" in str(c.value) for c in sheet[rows[0][0].row][25:])
    _, rows = rows_of(by_town["澄江镇"])
    assert [row[1].value for row in rows] == ["泰和丙农场"]
    assert rows[0][11].comment is not None  # the point
    everything = " ".join(
        str(cell.value) for row in openpyxl.load_workbook(by_town["澄江镇"]).active for cell in row
    )
    assert "甲农场" not in everything and "1380000111" not in everything


def test_a_corrected_return_sheet_finds_its_record(run, store, tmp_path):
    run("validate", INPUT=store, OUTPUT="memory:", FOLDER=str(tmp_path / "退回"))
    path = next(p for p in (tmp_path / "退回").iterdir() if p.name.startswith("万合镇"))
    book = openpyxl.load_workbook(path)
    book.active.cell(6, 14).value = "13800001111"
    corrected = tmp_path / "改.xlsx"
    book.save(corrected)
    result = run("importsheet", INPUT=[str(corrected)], STORE=store)
    assert (result["ADDED"], result["UPDATED"], result["UNCHANGED"]) == (0, 1, 1)
    with open_store(store) as opened:
        phones = {r["uuid"]: r["contact_phone"] for r in opened.records()}
    assert phones[number("w1")] == "13800001111"
    assert run("validate", INPUT=store, OUTPUT="memory:")["ERRORS"] == 1  # the missing point


def test_an_accepted_warning_makes_no_sheet_and_stands_in_the_page(run, store, tmp_path):
    run("acceptwarning", INPUT=store, RULE="D3-plausible", REASON="面积属实", OPERATOR="李 丽")
    page, folder = tmp_path / "页.html", tmp_path / "退回"
    run("validate", INPUT=store, OUTPUT="memory:", REPORT=str(page), FOLDER=str(folder))
    path = next(p for p in folder.iterdir() if p.name.startswith("万合镇"))
    assert [row[1].value for row in rows_of(path)[1]] == ["泰和甲农场"]
    html = page.read_text(encoding="utf-8")
    assert "面积属实" in html and "李 丽" in html


def test_the_page_counts_by_township_and_collector_and_masks_phones(run, store, tmp_path):
    page = tmp_path / "页.html"
    run("validate", INPUT=store, OUTPUT="memory:", REPORT=str(page))
    html = page.read_text(encoding="utf-8")
    assert "1380000111" not in html and "138*****11" in html
    assert "Records: 4, with errors: 2. Errors: 2, open warnings: 1, accepted: 0." in html
    cells = "".join(f"<td class='n'>{n}</td>" for n in (1, 1, 1, 0, 0))
    assert f"<td>澄江镇</td><td></td>{cells}" in html
    assert f"<td></td><td>王芳</td>{cells}" in html
    assert "No boundary layer" in html


def test_a_layer_of_another_county_is_told(run, store, tmp_path):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490&field=name:string", "边界", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((116 26, 117 26, 117 27, 116 27, 116 26))"))
    feature.setAttributes(["永丰县"])
    layer.dataProvider().addFeatures([feature])
    page = tmp_path / "页.html"
    result = run("validate", INPUT=store, BOUNDARY=layer, OUTPUT="memory:", REPORT=str(page))
    html = page.read_text(encoding="utf-8")
    assert "does not name 泰和县" in html and "Every point lies outside" in html
    rules = [f["rule"] for f in result["OUTPUT"].getFeatures()]
    assert rules.count("D3-boundary") == 3


def test_records_without_numbers_keep_their_own_findings(run):
    """A layer of another program may have empty or repeated uuids."""
    from origin_trace.layers.records import records_layer

    layer = records_layer(
        [crop(uuid=None, scale=-1, subject_name="甲农场"), crop(uuid=None, subject_name="乙农场")],
        "点",
    )
    result = run("validate", INPUT=layer, OUTPUT="memory:")
    names = {f["subject_name"] for f in result["OUTPUT"].getFeatures() if f["rule"] == "A-scale"}
    assert names == {"甲农场"}


def test_neither_log_nor_lists_tell_a_phone(run, new_store, tmp_path):
    path, phone = new_store(name="号.gpkg"), "138 0000 1111"
    record = crop(contact_phone=phone, coordinate_original=None)
    with open_store(path, write=True) as opened:
        opened.apply({}, [record], [])
    texts = []
    for name, output, more in (
        ("validate", "memory:", {}),
        ("exportsheet", str(tmp_path / "平台.xlsx"), {"HELD_BACK_LIST": str(tmp_path / "扣.xlsx")}),
    ):
        feedback = QgsProcessingFeedback(False)
        given = {"INPUT": path, "OUTPUT": output, **more}
        results = processing.run(f"origintrace:{name}", given, feedback=feedback)
        texts.append(feedback.textLog())
    found = processing.run("origintrace:validate", {"INPUT": path, "OUTPUT": "memory:"})["OUTPUT"]
    texts += [str(feature.attributes()) for feature in found.getFeatures()]
    sheet = openpyxl.load_workbook(results["HELD_BACK_LIST"]).active
    texts += [str(value) for row in sheet.iter_rows(values_only=True) for value in row]
    told = "\n".join(texts)
    assert told.count("138********11") == 4  # said by both logs, the layer and the list
    assert phone not in told and phone.replace(" ", "") not in told
