"""distributionatlas from end to end: pages, contents, lists that add up to the query."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from shutil import which

import pytest
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
)

pytestmark = pytest.mark.skipif(which("pdftotext") is None, reason="needs poppler-utils")
TOWNS = ("万合镇", "沿溪镇", None)


def a_record(number):
    """Return a record whose producer is told apart from all others."""
    make = animal if number % 3 == 0 else crop
    place = {"lon": 114.9 + number % 10 / 100, "lat": 26.7 + number % 7 / 100}
    if number % 20 == 0:
        place = {"lon": None, "lat": None}
    town = TOWNS[0] if number < 60 else TOWNS[1] if number < 95 else TOWNS[2]
    return make(subject_name=f"合作社Q{number:03d}号", township=town, **place)


@pytest.fixture
def store(provider, tmp_path):
    return make_store(tmp_path / "泰和县.gpkg", [a_record(number) for number in range(100)])


def words(path, *more):
    """Return the text of a PDF, page by page."""
    command = ["pdftotext", "-layout", *more, str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return unicodedata.normalize("NFKC", text).split("\f")[:-1]


def listed(text):
    return sorted(re.findall(r"合作社Q(\d{3})", re.sub(r"\s", "", text)))


ALL = [f"{number:03d}" for number in range(100)]


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_every_base_is_listed_once_and_the_contents_add_up(run, store, tmp_path, orientation):
    path = tmp_path / "图集.pdf"
    found = run(
        "distributionatlas", INPUT=store, BY="township", ORIENTATION=orientation, OUTPUT=str(path)
    )
    pages = words(path)
    assert found["PAGES"] == len(pages) and found["COUNT"] == 100
    assert listed("".join(pages)) == ALL
    contents = [line.split() for line in pages[0].splitlines()]
    rows = {line[0]: line[1:] for line in contents if line and line[0] in (*TOWNS, "Total")}
    assert rows["万合镇"][:3] == ["60", "57", "3"] and rows["沿溪镇"][:3] == ["35", "33", "2"]
    assert rows["Total"][:3] == ["100", "95", "5"]
    (none,) = (line for line in pages[0].splitlines() if "Without township" in line)
    assert none.split()[2:5] == ["5", "5", "0"]
    # The number at the end of each line is that of the page with the part's map.
    for town in TOWNS[:2]:
        page = pages[int(rows[town][-1]) - 1]
        assert f"泰和县{town}重点农产品产地分布图" in page and "Legend" in page
        assert f"Page {rows[town][-1]} of {len(pages)}" in page
    assert "(no point)" in "".join(pages)
    assert not re.search(r"1[3-9]\d{9}", "".join(pages))


def test_lists_may_end_on_the_page_of_the_map_and_say_what_is_left_out(run, store, tmp_path):
    path = tmp_path / "图集.pdf"
    found = run("distributionatlas", INPUT=store, LIST="page", PAPER="A3", OUTPUT=str(path))
    contents, *parts = words(path)
    assert found["PAGES"] == 1 + len(parts) == 3
    assert "泰和县豇豆产地分布图" in parts[0] and "泰和县肉羊产地分布图" in parts[1]
    for part in parts:
        shown = listed(part)
        left_out = int(re.search(r"Not listed here: (\d+)", part)[1])
        assert len(set(shown)) == len(shown) and shown
        assert len(shown) + left_out == int(re.search(r"of (\d+) {2,}Not", part)[1])
    assert len(contents.splitlines()) < 30


def test_a_folder_gets_a_file_for_each_part(run, store, tmp_path):
    folder = tmp_path / "图集"
    found = run("distributionatlas", INPUT=store, BY="township", FOLDER=str(folder))
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["00 Contents.pdf", "01 万合镇.pdf", "02 沿溪镇.pdf", "03 Without township.pdf"]
    pages = [words(folder / name) for name in names]
    assert sum(map(len, pages)) == found["PAGES"]
    assert listed("".join(map("".join, pages))) == ALL
    assert listed("".join(pages[2])) == ALL[60:95]


def test_a_query_without_records_is_an_atlas_of_contents(run, store, tmp_path):
    path = tmp_path / "图集.pdf"
    found = run("distributionatlas", INPUT=store, PRODUCTS="大黄鱼", OUTPUT=str(path))
    assert found["PAGES"] == 1 and "Total" in words(path)[0]


def test_cancelling_leaves_nothing_behind(provider, store, tmp_path):
    algorithm = provider.algorithm("distributionatlas").create()
    for name, value in (("OUTPUT", tmp_path / "图集.pdf"), ("FOLDER", tmp_path / "图集")):
        feedback = QgsProcessingFeedback(False)
        feedback.progressChanged.connect(
            lambda percent, of=feedback: of.cancel() if percent > 50 else None
        )
        before = sorted(tmp_path.iterdir())
        parameters = {"INPUT": store, "BY": "township", name: str(value)}
        _results, done = algorithm.run(parameters, QgsProcessingContext(), feedback)
        assert not done and sorted(tmp_path.iterdir()) == before


def test_a_file_or_a_folder_must_be_given(run, store):
    with pytest.raises(QgsProcessingException, match="Neither a file nor a folder"):
        run("distributionatlas", INPUT=store)


def test_each_part_has_its_own_scale_and_its_mark_in_the_county(provider, store, tmp_path):
    algorithm = provider.algorithm("distributionatlas").create()
    layer = f"{store}|layername=collection_point"
    given = {"INPUT": layer, "BY": "township"}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setTransformContext(context.transformContext())
    records = algorithm.records(given, context, feedback)
    for record in records:
        if record["township"] == "沿溪镇" and record["lon"]:
            record["lon"] += 0.5
    points = [(record["lon"], record["lat"]) for record in records if record["lon"]]
    atlas = algorithm._atlas(given, context, feedback, records, points)
    scales, marks = {}, {}
    for page in atlas.pages():
        if page.itemById("ot_map") is None:
            continue
        title = page.itemById("ot_title").currentText()
        scales[title] = page.itemById("ot_map").scale()
        mark, county = page.itemById("ot_index").layers()
        marks[title] = mark.extent()
        assert county.extent().contains(mark.extent().center())
        assert page.itemById("ot_index").scale() > scales[title]
    assert len(marks) == 3 and len({box.center().x() for box in marks.values()}) >= 2
    assert all(box.width() < 0.2 for box in marks.values())
    QgsProcessingUtils.mapLayerFromString("", context)
