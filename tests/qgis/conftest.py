"""Fixtures of tests that need QGIS."""

from __future__ import annotations

import contextlib
import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="module")
def provider(qgis_processing):
    """Register our provider for one module of tests; test_plugin.py registers its own."""
    from origin_trace.processing.provider import OriginTraceProvider

    ours = OriginTraceProvider()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(ours)
    yield ours
    registry.removeProvider(ours)


@pytest.fixture
def run(provider):
    """Run one of our algorithms by its short id."""
    import processing

    def run_algorithm(name, feedback=None, **parameters):
        return processing.run(f"origintrace:{name}", parameters, feedback=feedback)

    return run_algorithm


@pytest.fixture
def new_store(run, tmp_path):
    """Return a function that makes a store for a county."""

    def make(region="360826", name="泰和 县.gpkg", **more):
        path = str(tmp_path / name)
        run("createstore", REGION=region, OUTPUT=path, **more)
        return path

    return make


@pytest.fixture(scope="session")
def server(qgis_app):
    """A PostgreSQL server of the tests' own; without one they fail."""
    from origin_trace.tests.qgis.server import Server

    ours = Server()
    yield ours
    ours.remove()


@pytest.fixture(scope="session")
def village_list(tmp_path_factory):
    """Return the path of a village list of the sample counties."""
    path = tmp_path_factory.mktemp("villages") / "村名录.tsv"
    text = gzip.decompress((DATA / "villages_sample.tsv.gz").read_bytes()).decode()
    path.write_text("code\tname\n" + text, encoding="utf-8")
    return str(path)


@pytest.fixture
def small_disk(tmp_path):
    """Return the folder of a disk of 1.5 MB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def read_only():
    """Return a context manager in which a small disk cannot be written."""

    @contextlib.contextmanager
    def mounted(folder):
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        try:
            yield
        finally:
            subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)

    return mounted


@pytest.fixture
def office(qgis_app, tmp_path):
    """Return a store opened in the project, with the window of its records."""
    from origin_trace.tests.qgis.record_window import Office
    from qgis.gui import QgsGui

    if "ValueMap" not in QgsGui.editorWidgetRegistry().factories():
        QgsGui.editorWidgetRegistry().initEditors()
    place = Office(tmp_path / "泰和县.gpkg")
    yield place
    place.close()


@pytest.fixture
def answer(qtbot):
    """Click a button, by its word, of the next question; its text comes into the list."""

    def answer_with(word):
        asked = []

        def click():
            box = QApplication.activeModalWidget()
            if box is None:  # not asked yet
                waiting.start(50)
                return
            asked.append(box.text())
            button = next(button for button in box.buttons() if button.text() == word)
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

        waiting = QTimer()
        waiting.setSingleShot(True)
        waiting.timeout.connect(click)
        waiting.start(50)
        timers.append(waiting)
        return asked

    timers = []
    yield answer_with
    for timer in timers:
        timer.stop()


@pytest.fixture(scope="session")
def cad_dock(qgis_canvas):
    """The advanced digitising dock; its item on the canvas may not outlive it.

    It listens to the project and has to go before that does.
    """
    bare = set(qgis_canvas.scene().items())
    dock = QgsAdvancedDigitizingDockWidget(qgis_canvas)
    its_items = set(qgis_canvas.scene().items()) - bare
    yield dock
    for item in its_items:  # they would be painted once more
        qgis_canvas.scene().removeItem(item)
    sip.delete(dock)


@pytest.fixture
def desk(
    qgis_iface, qgis_canvas, cad_dock, qgis_parent, qgis_new_project, qtbot, new_store, monkeypatch
):
    """The desk in a shown window with an empty store open."""
    from origin_trace import settings
    from origin_trace.dialogs.desk import Desk
    from origin_trace.tests.qgis.desk_window import leave

    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock, raising=False)
    monkeypatch.setattr(qgis_iface, "setActiveLayer", qgis_canvas.setCurrentLayer, raising=False)
    bar = QgsMessageBar(qgis_parent)
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar)
    qgis_parent.setCentralWidget(qgis_canvas)
    with qtbot.waitExposed(qgis_parent):
        qgis_parent.show()
    made = Desk(qgis_iface)
    made.install()
    made.open_path(new_store())
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    qgis_canvas.setExtent(QgsRectangle(114.8, 26.7, 115.0, 26.9))
    yield made
    if not sip.isdeleted(made.toolbar):  # removed by the test
        leave(made)
        made.remove()
    QgsProject.instance().clear()
    settings.OPERATOR.set("")
    settings.RECENT_STORES.set([])
