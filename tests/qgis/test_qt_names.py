"""Each Qt and QGIS name in the source exists, with the full name of its enum."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def script():
    spec = importlib.util.spec_from_file_location("qt_names", ROOT / "scripts" / "qt_names.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


qt_names = script()


def of_this_qgis(module, _name):
    """The module itself; qgis.utils changes while QGIS runs."""
    return None if module == "qgis.utils" else importlib.import_module(module)


def test_every_name_exists(qgis_app):
    found = []
    for path in qt_names.sources():
        name = path.relative_to(ROOT).as_posix()
        found += qt_names.faults(path.read_text(encoding="utf-8"), name, of_this_qgis)
    assert found == []


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        ("PyQt.QtCore import Qt", "Qt.LeftButton", "write Qt.MouseButton.LeftButton"),
        ("PyQt.QtCore import Qt", "def f() -> Qt.NoSuchFlags: ...", "NoSuchFlags is not in"),
        (
            "PyQt.QtWidgets import QDialogButtonBox as B",
            "B.Ok",
            "write QDialogButtonBox.StandardButton",
        ),
        ("PyQt.QtCore import QVariant", "QVariant.String", "write "),
        ("core import Qgis", "Qgis.Warning", "write Qgis.MessageLevel.Warning"),
        ("core import Qgis", "Qgis.GeometryType.Tube", "Tube is not in qgis.core"),
        ("core import QgsProcessing", "QgsProcessing.TypeVectorPoint", "write "),
        ("core import QgsNoSuchThing", "", "QgsNoSuchThing is not in qgis.core"),
        ("gui import QgsMapTool", "QgsMapTool.EditTool", "write "),
    ],
)
def test_sees_short_and_wrong_names(qgis_app, module, line, told):
    (found,) = qt_names.faults(f"from qgis.{module}\n{line}", "a.py", of_this_qgis)
    assert told in found


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("PyQt.QtCore import Qt", "Qt.MouseButton.LeftButton.name"),
        ("PyQt.QtCore import QMetaType", "QMetaType.Type.QString"),
        ("PyQt.QtWidgets import QAction", "QAction(None).triggered.connect"),
        ("core import Qgis, NULL", "Qgis.MessageLevel.Warning, NULL.x"),
        ("core import QgsProject", "QgsProject.instance().anything"),
        ("PyQt import sip", "sip.isdeleted"),
    ],
)
def test_lets_full_names_pass(qgis_app, module, line):
    assert qt_names.faults(f"from qgis.{module}\n{line}", "a.py", of_this_qgis) == []
