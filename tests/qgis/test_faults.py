"""What must not happen to a store or a file, whatever is asked for: see the names."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.test_main_job import DATA
from origin_trace.translation import install_translator
from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication

SAMPLE = str(DATA / "sheets" / "taihe_official.xlsx")
OTHER = str(DATA / "sheets" / "taihe_multisheet.xlsx")


@pytest.fixture(scope="module")
def sound(provider, tmp_path_factory):
    """Make a filled store once."""
    import processing

    path = str(tmp_path_factory.mktemp("sound") / "泰和.gpkg")
    processing.run("origintrace:createstore", {"REGION": "360826", "OUTPUT": path})
    processing.run("origintrace:importsheet", {"INPUT": [SAMPLE], "STORE": path})
    return path


@pytest.fixture
def store(sound, tmp_path):
    return str(shutil.copy(sound, tmp_path / "泰 和#1.gpkg"))


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def refusal(run, name, **parameters):
    """Return the words with which an algorithm refuses."""
    with pytest.raises(QgsProcessingException) as caught:
        run(name, **parameters)
    words = str(caught.value)
    assert "Traceback" not in words
    return words


# --- results over stores and inputs -----------------------------------------------------------


def results_in_wrong_places(store, other):
    points = {"INPUT": store}
    layer = QgsProcessingOutputLayerDefinition(store)
    table = f"ogr:dbname='{store}' table=\"collection_point\" (geom)"
    return [
        ("exportsheet", {**points, "PURPOSE": "internal", "OUTPUT": store}),
        ("exportsheet", {**points, "OUTPUT": store[:-5] + ".xlsx", "HELD_BACK_LIST": other}),
        ("validate", {**points, "OUTPUT": store}),
        ("validate", {**points, "OUTPUT": other}),
        ("validate", {**points, "OUTPUT": layer}),
        ("querypoints", {**points, "OUTPUT": table}),
        ("querypoints", {**points, "OUTPUT": "memory:", "TABLE": store}),
        ("distributionmap", {**points, "OUTPUT": store}),
        ("importsheet", {"INPUT": [SAMPLE], "STORE": store, "ANNOTATED": store}),
        ("importsheet", {"INPUT": [SAMPLE], "STORE": store, "ANNOTATED": SAMPLE}),
        ("backupstore", {"STORE": store, "OUTPUT": store}),
        ("backupstore", {"STORE": store, "OUTPUT": other}),
        ("createstore", {"REGION": "360826", "OUTPUT": store}),
    ]


@pytest.mark.parametrize("number", range(13))
def test_no_result_takes_the_place_of_a_store_or_an_input(number, run, store, tmp_path):
    other = str(shutil.copy(store, tmp_path / "别的库.gpkg"))
    name, parameters = results_in_wrong_places(store, other)[number]
    before = [digest(path) for path in (store, other, SAMPLE)]
    refusal(run, name, **parameters)
    assert [digest(path) for path in (store, other, SAMPLE)] == before


def test_marked_up_workbooks_of_several_files_spare_the_files(run, store, tmp_path):
    first = shutil.copy(SAMPLE, tmp_path / "a.xlsx")
    second = shutil.copy(OTHER, tmp_path / "b_2.xlsx")
    before = digest(second)
    words = refusal(
        run,
        "importsheet",
        INPUT=[str(first), str(second)],
        STORE=store,
        ANNOTATED=str(tmp_path / "b.xlsx"),
    )
    assert "b_2.xlsx" in words and digest(second) == before


@pytest.mark.parametrize("name", ["结果", "结果.csv", "结果.xlsx.txt"])
def test_a_workbook_needs_its_ending(name, run, store, tmp_path):
    words = refusal(run, "exportsheet", INPUT=store, OUTPUT=str(tmp_path / name))
    assert name in words and ".xlsx" in words
    assert not (tmp_path / name).exists()


# --- damage -------------------------------------------------------------------------------------


@pytest.fixture(params=["overwritten", "truncated"])
def damaged(request, store):
    data = bytearray(Path(store).read_bytes())
    if request.param == "truncated":
        data = data[: len(data) * 2 // 3 // 4096 * 4096]
    else:
        source = sqlite3.connect(store)
        (root,) = source.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'collection_point'"
        ).fetchone()
        source.close()
        leaf = int.from_bytes(data[(root - 1) * 4096 + 12 :][:2], "big")  # its first cell
        child = int.from_bytes(data[(root - 1) * 4096 + leaf :][:4], "big")
        data[(child - 1) * 4096 : child * 4096] = b"\xff" * 4096
    Path(store).write_bytes(bytes(data))
    return store


@pytest.mark.parametrize(
    "name, parameters",
    [
        ("exportsheet", {"PURPOSE": "internal", "OUTPUT": "x.xlsx"}),
        ("validate", {"OUTPUT": "x.gpkg"}),
        ("querypoints", {"OUTPUT": "x.gpkg"}),
        ("distributionmap", {"OUTPUT": "x.pdf"}),
        ("backupstore", {"OUTPUT": "x.gpkg"}),
        ("importsheet", {"INPUT": [OTHER]}),
        ("undoimport", {"BATCH": "x"}),
    ],
)
def test_of_a_damaged_store_nothing_is_told_as_if_it_were_all(
    name, parameters, run, damaged, tmp_path
):
    before = digest(damaged)
    given = dict(parameters)
    if "OUTPUT" in given:
        given["OUTPUT"] = str(tmp_path / given["OUTPUT"])
    given["STORE" if name in ("backupstore", "importsheet", "undoimport") else "INPUT"] = damaged
    words = refusal(run, name, **given)
    assert "damaged" in words and "泰 和#1" in words and "backup" in words
    assert digest(damaged) == before
    assert [p.name for p in tmp_path.iterdir()] == [Path(damaged).name]


def test_a_newer_store_is_not_exported(run, store, tmp_path):
    source = sqlite3.connect(store)
    source.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    source.commit()
    source.close()
    target = tmp_path / "x.xlsx"
    words = refusal(run, "exportsheet", INPUT=store, PURPOSE="internal", OUTPUT=str(target))
    assert "newer version" in words and not target.exists()


# --- disks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["validate", "querypoints"])
def test_a_layer_that_does_not_fit_is_told(name, run, store, small_disk):
    # A first time nothing fits, a second time a part.
    (small_disk / "filler").write_bytes(b"x" * (1_480_000 if name == "validate" else 1_400_000))
    words = refusal(run, name, INPUT=store, OUTPUT=str(small_disk / "结果.gpkg"))
    assert "结果.gpkg" in words and "written" in words


def test_a_read_only_place_is_told(run, store, small_disk, read_only):
    target = small_disk / "x.xlsx"
    with read_only(small_disk):
        for name, more in (
            ("exportsheet", {"INPUT": store, "PURPOSE": "internal", "OUTPUT": str(target)}),
            ("importsheet", {"INPUT": [OTHER], "STORE": store, "ANNOTATED": str(target)}),
            ("validate", {"INPUT": store, "OUTPUT": str(small_disk / "x.gpkg")}),
            ("backupstore", {"STORE": store, "OUTPUT": str(small_disk / "x.gpkg")}),
        ):
            words = refusal(run, name, **more)
            assert "cannot be written" in words and "x." in words
    with open_store(store) as opened:
        assert len(opened.batches()) == 1


# --- a new store ----------------------------------------------------------------------------------


def test_a_new_store_is_one_file_with_its_style(new_store, tmp_path):
    path = new_store()
    assert [p.name for p in tmp_path.iterdir()] == [Path(path).name]
    source = sqlite3.connect(path)
    assert source.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    (style,) = source.execute("SELECT styleQML FROM layer_styles").fetchone()
    source.close()
    assert "LayerSource" in style and f"{Path(path).name}|layername=choice" in style


def test_a_store_without_its_style_never_gets_its_name(run, tmp_path, monkeypatch):
    from origin_trace.processing.algorithms import create_store

    def killed(path, **_names):
        raise OSError("killed here")

    monkeypatch.setattr(create_store, "save_default_style", killed)
    refusal(run, "createstore", REGION="360826", OUTPUT=str(tmp_path / "库.gpkg"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [70, 80, 90])
def test_long_names_work_or_are_told(length, run, tmp_path):
    path = tmp_path / ("长" * length + ".gpkg")
    try:
        run("createstore", REGION="360826", OUTPUT=str(path))
    except QgsProcessingException as error:
        assert length > 70 and "cannot be written" in str(error)
        assert list(tmp_path.iterdir()) == []
    else:
        with open_store(path, write=True) as opened:
            assert opened.check() == []


# --- words -------------------------------------------------------------------------------


@pytest.fixture
def chinese(monkeypatch):
    monkeypatch.setattr(QgsApplication, "locale", lambda *_: "zh_CN")
    translator = install_translator()
    assert translator is not None
    yield
    QCoreApplication.removeTranslator(translator)


def wrong_values(store, folder):
    good = {"INPUT": [SAMPLE], "STORE": store}
    points = {"INPUT": f"{store}|layername=collection_point", "OUTPUT": "memory:"}
    return [
        ("importsheet", {**good, "STORE": ""}),
        ("importsheet", {**good, "STORE": SAMPLE}),
        ("importsheet", {**good, "STORE": str(folder / "没有.gpkg")}),
        ("importsheet", {**good, "INPUT": None}),
        ("importsheet", {**good, "COORDINATES": "xian80"}),
        ("importsheet", {**good, "PERIOD": "2023-13"}),
        ("importsheet", {**good, "SHEET": "9"}),
        ("undoimport", {"STORE": store, "BATCH": ""}),
        ("undoimport", {"STORE": store, "BATCH": "没有"}),
        ("validate", {**points, "INPUT": str(folder / "没有.gpkg")}),
        ("validate", {**points, "INPUT": f"{store}|layername=division"}),
        ("validate", {**points, "OUTPUT": str(folder / "没有" / "x.gpkg")}),
        ("querypoints", {**points, "REGION": "火星"}),
        ("querypoints", {**points, "FROM": "2023-99"}),
        ("querypoints", {**points, "FROM": "2023-08", "TO": "2023-05-31"}),
        ("querypoints", {**points, "SCALE_MIN": 5, "SCALE_MAX": 4}),
        ("querypoints", {**points, "PERIOD": "2023-99"}),
        ("querypoints", {**points, "STATUS": "好"}),
        ("querypoints", {**points, "PRODUCTS": "西瓜"}),
        ("querypoints", {**points, "EXPRESSION": '"没有" > 1'}),
        ("exportsheet", {**points, "OUTPUT": ""}),
        ("exportsheet", {**points, "OUTPUT": str(folder / "没有" / "x.xlsx")}),
        ("createstore", {"REGION": "泰和县", "OUTPUT": str(folder / "x.gpkg")}),
    ]


@pytest.mark.parametrize("number", range(23))
def test_wrong_values_are_named_in_chinese_only(number, run, store, tmp_path, chinese):
    name, parameters = wrong_values(store, tmp_path)[number]
    before = digest(store)
    words = refusal(run, name, **parameters).removeprefix("Unable to execute algorithm\n")
    assert len(re.findall("[\u4e00-\u9fff]", words)) > 5
    # What the person gave, names of files and of our values may be of any language.
    for own in (SAMPLE, str(tmp_path), "GeoPackage", "collection_point", "xian80", "Field"):
        words = words.replace(own, "")
    words = re.sub(r"[\w*]*\.(xlsx|gpkg)|cgcs2000, .*|draft, .*|not found", "", words)
    assert not re.findall(r"[A-Za-z]{3,}", words), words
    assert digest(store) == before


# --- two at a time -------------------------------------------------------------------------------


class Meddling(QgsProcessingFeedback):
    """Calls a function once when the progress passes a point."""

    def __init__(self, at, action):
        super().__init__(False)
        self.at, self.action, self.seen = at, action, []
        self.progressChanged.connect(self.meddle)

    def meddle(self, percent):
        self.seen.append(percent)
        if percent >= self.at and self.action is not None:
            action, self.action = self.action, None
            action()


def start(name, feedback, **parameters):
    import processing

    return processing.run(f"origintrace:{name}", parameters, feedback=feedback)


def test_two_imports_of_one_sheet_at_once_add_its_rows_once(new_store, provider):
    store = new_store()
    other = Meddling(1000, None)
    meddling = Meddling(60, lambda: start("importsheet", other, INPUT=[SAMPLE], STORE=store))
    with pytest.raises(QgsProcessingException, match="changed meanwhile"):
        start("importsheet", meddling, INPUT=[SAMPLE], STORE=store)
    with open_store(store) as opened:
        assert (opened.count(), len(opened.batches()), opened.check()) == (80, 1, [])
    again = start("importsheet", other, INPUT=[SAMPLE], STORE=store)
    assert (again["ADDED"], again["UPDATED"]) == (0, 0)


@pytest.mark.parametrize(
    "name, parameters",
    [
        ("importsheet", {"INPUT": [SAMPLE, OTHER]}),
        ("exportsheet", {"PURPOSE": "internal", "OUTPUT": "x.xlsx"}),
        ("validate", {"OUTPUT": "memory:"}),
        ("querypoints", {"OUTPUT": "memory:"}),
        ("undoimport", {}),
        ("backupstore", {"OUTPUT": "x.gpkg"}),
    ],
)
def test_progress_only_grows_to_the_end_and_cancel_leaves_all_as_it_was(
    name, parameters, store, tmp_path, provider
):
    given = dict(parameters)
    if given.get("OUTPUT", "").startswith("x."):
        given["OUTPUT"] = str(tmp_path / given["OUTPUT"])
    points = name in ("exportsheet", "validate", "querypoints")
    given["INPUT" if points else "STORE"] = store
    if name == "undoimport":
        with open_store(store) as opened:
            given["BATCH"] = opened.batches()[0]["id"]
    before, files = digest(store), sorted(tmp_path.iterdir())

    for at in (0, 40, 72):
        stopped = Meddling(at, None)
        stopped.action = stopped.cancel
        if at == 0:
            stopped.cancel()
        try:
            start(name, stopped, **given)
        except QgsProcessingException as error:
            assert "ancelled" in str(error)
            assert digest(store) == before and sorted(tmp_path.iterdir()) == files
        else:  # went by in one step
            assert at > 0 and name != "importsheet"
            for path in set(tmp_path.iterdir()) - set(files):
                path.unlink()
            if name == "undoimport":
                return
    watched = Meddling(1000, None)
    start(name, watched, **given)
    assert watched.seen == sorted(watched.seen) and watched.seen[-1] == 100


def test_a_lost_journal_of_a_killed_program_does_no_harm(store):
    """A journal that was not yet in use is left by a kill; the store opens all the same."""
    Path(f"{store}-journal").write_bytes(b"\0" * 512)
    with open_store(store) as opened:
        assert opened.count() == 80
    with open_store(store, write=True) as opened:
        opened.apply({}, [{"subject_name": "新"}], [])
        assert (opened.count(), opened.check()) == (81, [])
    assert not Path(f"{store}-journal").exists()
