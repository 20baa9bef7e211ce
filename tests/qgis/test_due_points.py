"""Points drawn by what is due follow their style, their records and the day."""

from __future__ import annotations

from datetime import date

import pytest
from origin_trace.dialogs import due_points
from origin_trace.dialogs.due_points import DuePoints
from origin_trace.dialogs.workspace import Workspace
from origin_trace.layers.named_styles import style_names
from origin_trace.layers.store_project import add_store
from origin_trace.tests.qgis.point_store import make_store, of_uuid
from origin_trace.tests.qgis.test_due_style import drawn
from origin_trace.tests.unit.records import animal
from qgis.core import QgsProject
from qgis.PyQt import sip


class Calendar(date):
    """A calendar whose day the tests choose."""

    day = date(2023, 6, 15)

    @classmethod
    def today(cls):
        return cls.day


@pytest.fixture
def layer(qgis_app, qgis_new_project, tmp_path, monkeypatch):
    """The points of the store in hand, with whoever keeps them true."""
    monkeypatch.setattr(due_points, "date", Calendar)
    monkeypatch.setattr(due_points, "_DAY_MS", 50)
    monkeypatch.setattr(Calendar, "day", date(2023, 6, 15))
    records = [
        animal(uuid="fresh", base_id="a", lon=115.00, period="2023-06"),
        animal(uuid="overdue", base_id="b", lon=115.01, period="2023-03"),
    ]
    path = make_store(tmp_path / "到期 图.gpkg", records)
    workspace = Workspace(QgsProject.instance())
    points = DuePoints(workspace)
    layer = add_store(QgsProject.instance(), path)
    workspace.adopt(layer)
    yield layer
    if not sip.isdeleted(layer) and layer.isEditable():
        layer.rollBack()
    points.close()
    workspace.close()
    QgsProject.instance().clear()


@pytest.fixture
def shown(layer, qtbot):
    """Draw the layer by what is due; return a function that waits for what is drawn."""
    layer.styleManager().setCurrentStyle(style_names()["due"])

    def wait(**words):
        qtbot.waitUntil(lambda: drawn(layer) == words, timeout=5000)

    wait(fresh="fresh", overdue="overdue")
    return wait


def test_the_style_is_judged_when_it_is_chosen_and_left_alone_before(layer, qtbot):
    before = layer.renderer()
    qtbot.wait(50)
    assert layer.renderer() is before


def test_edits_count_before_they_are_saved_and_when_they_are_taken_back(layer, shown):
    layer.startEditing()
    column = layer.fields().indexOf("period")
    layer.beginEditCommand("period")
    layer.changeAttributeValue(of_uuid(layer, "overdue").id(), column, "2023-06")
    layer.endEditCommand()
    shown(fresh="fresh", overdue="fresh")
    layer.undoStack().undo()
    shown(fresh="fresh", overdue="overdue")


def test_another_day_is_seen(layer, shown, monkeypatch):
    monkeypatch.setattr(Calendar, "day", date(2023, 8, 1))
    shown(fresh="overdue", overdue="overdue")


def test_a_layer_removed_while_it_is_to_be_judged(layer, shown, monkeypatch, qtbot):
    monkeypatch.setattr(Calendar, "day", date(2023, 8, 1))
    layer.dataChanged.emit()
    QgsProject.instance().removeMapLayer(layer.id())
    qtbot.wait(1200)  # an exception in a slot fails the test
