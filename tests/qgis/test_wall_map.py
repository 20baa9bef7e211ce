"""wallmap: the list, the goal and lines to sign, results of inspections, phones."""

from __future__ import annotations

import re
import subprocess
from shutil import which

import pytest
from origin_trace.core.tables import INSPECTION, TABLES
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.qgis.test_atlas import listed, words
from origin_trace.tests.unit.records import crop

pytestmark = pytest.mark.skipif(which("pdftotext") is None, reason="needs poppler-utils")
COUNT = 40


@pytest.fixture
def store(provider, tmp_path):
    records = [
        crop(
            subject_name=f"合作社Q{number:03d}号",
            lon=115 + number % 6 / 100,
            lat=26.8 + number / 500,
            grid_officer="何福",
            grid_officer_phone="15000077483",
        )
        for number in range(COUNT)
    ]
    path = make_store(tmp_path / "泰和县.gpkg", records)
    with open_store(path, write=True) as opened:
        results = [(0, records[3]), (1, records[4]), (None, records[5])]
        blank = dict.fromkeys(column.name for column in TABLES[INSPECTION])
        opened.append(
            INSPECTION,
            [
                {**blank, "id": f"i{n}", "passed": passed, "inspected_on": "2023-05-12"}
                | {key: record[key] for key in ("uuid", "base_id", "product", "subject_name")}
                for n, (passed, record) in enumerate(results)
            ],
        )
    return path


def logged(store):
    with open_store(store) as opened:
        return [(row["what"], row["records"]) for row in opened.rows("reveal_log")]


def test_a_wall_map_says_what_is_to_be_done_by_whom(run, store, tmp_path):
    path = tmp_path / "挂图.pdf"
    found = run(
        "wallmap",
        INPUT=store,
        REGION="万合镇",
        PAPER="A3",
        GOAL="年底前豇豆检查覆盖率100%",
        DEADLINE="2023年12月31日",
        OUTPUT=str(path),
    )
    pages = words(path)
    assert found["PAGES"] == len(pages) > 1 and found["COUNT"] == COUNT
    assert listed("".join(pages)) == [f"{number:03d}" for number in range(COUNT)]
    assert "泰和县万合镇豇豆挂图作战图" in pages[0]
    assert "Goal: 年底前豇豆检查覆盖率100%" in pages[0]
    assert "To be done by: 2023年12月31日" in pages[0]
    assert re.search("Responsible person: _+", pages[0].replace("＿", "_"))
    text = "".join(pages)
    assert text.count("2023-05-12") == 3 and "failed" in pages[0]
    assert "何福" in text and "150****7483" in text and "15000077483" not in text
    assert logged(store) == []


def test_phones_in_full_are_kept_in_the_store(run, store, tmp_path):
    path = tmp_path / "挂图.pdf"
    run("wallmap", INPUT=store, PERSONAL=True, OUTPUT=str(path))
    assert "15000077483" in "".join(words(path))
    assert logged(store) == [("wall_map", COUNT)]


def test_further_pages_of_a_picture_are_numbered(run, store, tmp_path):
    path = tmp_path / "挂图.svg"
    found = run("wallmap", INPUT=store, ORIENTATION="portrait", OUTPUT=str(path))
    names = {"挂图.svg", *(f"挂图_{n}.svg" for n in range(2, int(found["PAGES"]) + 1))}
    assert {file.name for file in tmp_path.glob("*.svg")} == names and len(names) > 1


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [("A4", "portrait", (210, 297)), ("A3", "landscape", (420, 297))],
)
def test_pages_have_the_size_asked_for(run, store, tmp_path, paper, orientation, size):
    path = str(tmp_path / "挂图.pdf")
    run("wallmap", INPUT=store, PAPER=paper, ORIENTATION=orientation, LIST="page", OUTPUT=path)
    told = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
    sides = re.search(r"Page size: +([\d.]+) x ([\d.]+)", told).groups()
    assert [round(float(side) * 25.4 / 72) for side in sides] == list(size)
    assert re.search(r"Pages: +1\b", told)


def test_a_template_without_a_box_for_the_list_gets_it_on_further_pages(run, store, tmp_path):
    from origin_trace.layers.layouts import our_template

    path = tmp_path / "挂图.pdf"
    run("wallmap", INPUT=store, TEMPLATE=str(our_template("A4")), OUTPUT=str(path))
    pages = words(path)
    assert listed(pages[0]) == []
    assert listed("".join(pages[1:])) == [f"{number:03d}" for number in range(COUNT)]
