"""Bad input ends in one clear sentence with advice, and the store stays as it was."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from osgeo import ogr
from qgis.core import QgsProcessingException

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sheets" / "taihe_official.xlsx"
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def text_file(path):
    path.write_text("只是一段文字", encoding="utf-8")


def web_page(path):
    path.write_text("<html><body><table><tr><td>序号</td></tr></table></body></html>")


def encrypted(path):
    path.write_bytes(CFB + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000)


def old_xls(path):
    path.write_bytes(CFB + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 2000)


def truncated(path):
    path.write_bytes(SAMPLE.read_bytes()[:9000])


def empty_file(path):
    path.write_bytes(b"")


def other_zip(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")


def no_header(path):
    book = openpyxl.Workbook()
    book.active.append(["甲", "乙", "丙"])
    book.active.append([1, 2, 3])
    book.save(path)


def missing(path):
    pass


@pytest.mark.parametrize(
    "make",
    [text_file, web_page, encrypted, old_xls, truncated, empty_file, other_zip, no_header, missing],
)
def test_a_bad_workbook_is_refused_and_nothing_is_written(make, run, new_store, tmp_path):
    store = new_store()
    before = hashlib.sha256(Path(store).read_bytes()).hexdigest()
    bad = tmp_path / "乡镇 上报表.xlsx"
    make(bad)
    with pytest.raises(QgsProcessingException) as caught:
        run("importsheet", INPUT=[str(bad)], STORE=store)
    words = str(caught.value)
    assert "乡镇 上报表.xlsx" in words
    assert "Traceback" not in words and str(tmp_path) not in words
    assert len(words.strip().splitlines()) <= 3
    assert hashlib.sha256(Path(store).read_bytes()).hexdigest() == before


def test_one_bad_file_among_good_ones_imports_nothing(run, new_store, tmp_path):
    store = new_store()
    bad = tmp_path / "坏表.xlsx"
    truncated(bad)
    with pytest.raises(QgsProcessingException, match="坏表"):
        run("importsheet", INPUT=[str(SAMPLE), str(bad)], STORE=store)
    assert ogr.Open(store).GetLayer("collection_point").GetFeatureCount() == 0


def not_a_store(path):
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    source.CreateLayer("别的图层", geom_type=ogr.wkbPoint)


def newer_store(path, store):
    shutil.copy(store, path)
    source = ogr.Open(str(path), 1)
    source.ExecuteSQL("UPDATE meta SET value = '99' WHERE key = 'schema_version'")


@pytest.mark.parametrize("kind", ["missing", "text", "other", "newer", "postgres"])
def test_a_wrong_store_is_refused(kind, run, new_store, tmp_path):
    path = tmp_path / "目标.gpkg"
    if kind == "text":
        text_file(path)
    elif kind == "other":
        not_a_store(path)
    elif kind == "newer":
        newer_store(path, new_store())
    target = "postgres://x/y" if kind == "postgres" else str(path)
    content = path.read_bytes() if path.exists() else None
    with pytest.raises(QgsProcessingException) as caught:
        run("importsheet", INPUT=[str(SAMPLE)], STORE=target)
    assert "Traceback" not in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_store_is_never_made_over_an_existing_file(run, tmp_path):
    path = tmp_path / "已有.gpkg"
    text_file(path)
    with pytest.raises(QgsProcessingException, match="已有"):
        run("createstore", REGION="360826", OUTPUT=str(path))
    assert path.read_text(encoding="utf-8") == "只是一段文字"


@pytest.mark.parametrize("region", ["", "36", "999999", "泰和县"])
def test_a_wrong_county_code_is_named(region, run, tmp_path):
    with pytest.raises(QgsProcessingException):
        run("createstore", REGION=region, OUTPUT=str(tmp_path / "x.gpkg"))
    assert not (tmp_path / "x.gpkg").exists()


def test_a_wrong_period_is_refused(run, new_store):
    with pytest.raises(QgsProcessingException, match="2023-13"):
        run("importsheet", INPUT=[str(SAMPLE)], STORE=new_store(), PERIOD="2023-13")


def test_the_source_is_never_marked_up_in_place(run, new_store, tmp_path):
    source = tmp_path / "原表.xlsx"
    shutil.copy(SAMPLE, source)
    before = source.read_bytes()
    with pytest.raises(QgsProcessingException):
        run("importsheet", INPUT=[str(source)], STORE=new_store(), ANNOTATED=str(source))
    assert source.read_bytes() == before
