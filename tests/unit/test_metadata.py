"""metadata.txt and its neighbours hold what QGIS, its plugin site and the packager ask for."""

from __future__ import annotations

import configparser
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def metadata():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


@pytest.mark.parametrize(
    "key",
    [
        *("name", "description", "about", "version", "author", "email"),
        *("qgisMinimumVersion", "tracker", "repository", "homepage", "icon", "tags"),
    ],
)
def test_required_keys_have_values(metadata, key):
    assert metadata[key].strip()


@pytest.mark.parametrize(
    "key", ["changelog", "commitNumber", "commitSha1", "dateTime", "experimental"]
)
def test_keys_that_the_packager_fills_in_exist(metadata, key):
    assert key in metadata


def test_visible_in_qgis_3_and_4_and_in_qgis_process(metadata):
    assert metadata["qgisMinimumVersion"] == "3.40"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"


def test_one_version_everywhere(metadata):
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"$', project, re.MULTILINE)[1]
    assert metadata["version"] == version
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_icon_exists(metadata):
    assert (ROOT / metadata["icon"]).is_file()


def test_no_per_cent_signs(metadata):
    """QGIS itself reads the file with interpolation on."""
    assert not [key for key, value in metadata.items() if "%" in value]


def test_license_is_there():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 2, June 1991" in text


def test_icons_are_small_svg_drawings():
    icons = sorted((ROOT / "resources" / "icons").glob("*.svg"))
    assert icons
    for icon in icons:
        root = ET.parse(icon).getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg", icon.name
        assert root.get("viewBox") == "0 0 24 24", icon.name
        assert icon.stat().st_size < 3000, icon.name


def test_every_algorithm_has_an_icon():
    names = set()
    for path in (ROOT / "processing" / "algorithms").glob("*.py"):
        names |= set(re.findall(r'^    NAME = "(\w+)"', path.read_text(encoding="utf-8"), re.M))
    drawn = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert names - drawn == set()


def test_pb_tool_deploys_every_room():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "pb_tool.cfg", encoding="utf-8")
    folders = parser["files"]["extra_dirs"].split()
    # extlibs is made by the set-up
    assert all((ROOT / folder).is_dir() for folder in set(folders) - {"extlibs"})
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages <= set(folders)
    modules = {path.name for path in ROOT.glob("*.py")}
    assert modules == set(parser["files"]["python_files"].split())
