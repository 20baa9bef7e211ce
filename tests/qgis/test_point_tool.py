"""A click on the map becomes a place in degrees, in every CRS."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from origin_trace.dialogs.map_points import degrees_at, on_map
from origin_trace.dialogs.point_mark import MapMarks, PointMark
from origin_trace.dialogs.point_tool import PointTool
from origin_trace.tests.qgis.map_window import MIDDLE, window_on
from origin_trace.tests.qgis.point_store import make_store, near, open_layer
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication

SYSTEMS = ["EPSG:4490", "EPSG:4326", "EPSG:3857", "EPSG:4547", "EPSG:4526", "EPSG:4508"]
SPOT = QPoint(300, 200)


@pytest.fixture
def window(tmp_path, qgis_canvas, qgis_parent, qtbot):
    layer = open_layer(make_store(tmp_path / "泰和 县.gpkg", [near(0, uuid="u1"), near(60)]))
    with window_on(qgis_canvas, qgis_parent, qtbot, layer) as shown:
        yield shown


@pytest.fixture
def tool(window):
    made = PointTool(window.canvas, window.dock, window.workspace)
    made.told = []
    made.placed.connect(lambda point: made.told.append(point))
    made.cancelled.connect(lambda: made.told.append("cancelled"))
    made.said = []
    made.messageEmitted.connect(lambda text, level: made.said.append((text, level)))
    yield made
    if not sip.isdeleted(made):
        made.close()


def expected(window, pixel):
    """Return the degrees of a pixel, worked out by QGIS alone."""
    place = window.canvas.getCoordinateTransform().toMapCoordinates(pixel)
    crs = window.canvas.mapSettings().destinationCrs()
    target = QgsCoordinateReferenceSystem("EPSG:4490")
    return QgsCoordinateTransform(crs, target, QgsProject.instance()).transform(place)


@pytest.mark.parametrize("crs", SYSTEMS)
def test_a_click_in_any_crs(window, tool, crs):
    window.go(crs)
    tool.ask("张三 · 豇豆")
    window.click(SPOT)
    (point,) = tool.told
    wanted = expected(window, SPOT)
    assert abs(point.x() - wanted.x()) < 1e-9
    assert abs(point.y() - wanted.y()) < 1e-9
    assert abs(point.x() - 115) < 0.01
    assert not window.layer.isEditable()
    assert window.layer.featureCount() == 2


def test_the_hint_says_what_the_click_does(window, tool):
    tool.ask("张三 · 豇豆")
    assert tool.said == [("Click where 张三 · 豇豆 lies; Esc to stop.", Qgis.MessageLevel.Info)]
    tool.ask()
    assert tool.said[-1][0] == "Click where the new point lies; Esc to stop."
    assert tool.told == ["cancelled"]  # who asked first


def test_one_click_gives_the_map_back(window, tool):
    pan = QgsMapToolPan(window.canvas)
    window.canvas.setMapTool(pan)
    tool.ask()
    window.click(SPOT)
    assert window.canvas.mapTool() is pan
    window.click(SPOT)
    assert len(tool.told) == 1
    window.canvas.unsetMapTool(pan)


def test_many_clicks_until_esc(window, tool):
    tool.ask(once=False)
    for _ in range(3):
        window.click(SPOT)
    window.click(SPOT, Qt.MouseButton.RightButton)
    assert len(tool.told) == 3
    window.escape()
    assert tool.told[3:] == ["cancelled"]
    assert window.canvas.mapTool() is not tool


def test_another_tool_cancels(window, tool):
    tool.ask()
    pan = QgsMapToolPan(window.canvas)
    window.canvas.setMapTool(pan)
    assert tool.told == ["cancelled"]
    window.click(SPOT)
    assert tool.told == ["cancelled"]
    window.canvas.unsetMapTool(pan)


def test_a_former_tool_that_is_gone(window, tool):
    pan = QgsMapToolPan(window.canvas)
    window.canvas.setMapTool(pan)
    tool.ask()
    sip.delete(pan)
    window.click(SPOT)
    assert len(tool.told) == 1


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:3857", "EPSG:4547"])
def test_snaps_to_a_point_that_is_there(window, tool, crs):
    window.go(crs)
    window.snap()
    tool.ask()
    window.click(window.pixel(MIDDLE) + QPoint(6, -5))
    (point,) = tool.told
    assert point.distance(MIDDLE) < 1e-9


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:3857", "EPSG:4547"])
def test_coordinates_typed_into_the_digitising_panel(window, tool, crs):
    window.go(crs)
    wanted = QgsPointXY(115.000123456, 26.500234567)
    place = on_map(window.canvas, wanted)
    tool.ask()
    window.dock.enableAction().trigger()
    assert window.dock.cadEnabled()
    mode = QgsAdvancedDigitizingDockWidget.WidgetSetMode.ReturnPressed
    window.dock.setX(repr(place.x()), mode)
    window.dock.setY(repr(place.y()), mode)
    window.click(SPOT)
    (point,) = tool.told
    assert point.distance(wanted) < 1e-9
    window.dock.enableAction().trigger()


def test_store_closed_while_waiting(window, tool):
    tool.ask()
    QgsProject.instance().removeMapLayer(window.layer.id())
    assert tool.told == ["cancelled"]
    assert window.canvas.mapTool() is not tool
    tool.ask()
    window.click(SPOT)
    assert tool.told == ["cancelled"]
    assert tool.said[-1] == (
        "No store is open: open one, then place the point.",
        Qgis.MessageLevel.Warning,
    )


def test_project_cleared_while_waiting(window, tool):
    tool.ask()
    QgsProject.instance().clear()
    assert tool.told == ["cancelled"]


def test_unloaded_while_waiting(window, tool):
    tool.ask()
    window.click(SPOT, Qt.MouseButton.RightButton)
    tool.close()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert sip.isdeleted(tool)
    assert tool.told == []
    assert window.canvas.mapTool() is None
    assert window.untouched()


def test_a_place_that_has_no_degrees(window, tool):
    window.go("EPSG:4547")
    window.canvas.setExtent(QgsRectangle(1e9, 1e9, 1e9 + 100, 1e9 + 100))
    tool.ask()
    window.click(SPOT)
    assert tool.told == []
    assert tool.said[-1][0].startswith("The map's coordinates do not reach this place")


# Every 3-degree zone and the lie of China in it.
ZONES = [4534 + n for n in range(21)]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(zone=st.sampled_from(ZONES), east=st.floats(-1.6, 1.6), lat=st.floats(18, 53.5))
def test_there_and_back_in_every_zone(qgis_canvas, zone, east, lat):
    there = QgsPointXY(75 + 3 * (zone - 4534) + east, lat)
    for crs in (f"EPSG:{zone}", "EPSG:3857", "EPSG:4326", "EPSG:4490"):
        qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
        back = degrees_at(qgis_canvas, on_map(qgis_canvas, there))
        assert abs(back.x() - there.x()) < 1e-9
        assert abs(back.y() - there.y()) < 1e-9


# --- marks ------------------------------------------------------------------------------


def test_the_mark_follows_the_map_and_goes(window):
    mark = PointMark(window.canvas)
    mark.show(MIDDLE, "张三")
    ring = mark._marks._items[0][0]
    for crs in SYSTEMS:
        window.go(crs)
        place = ring.asGeometry().asPoint()
        assert place.distance(on_map(window.canvas, MIDDLE)) < 1e-6
    mark.show(QgsPointXY(115.001, 26.5))
    assert window.left() == 1
    mark.show(None)
    assert window.left() == 0
    mark.show(MIDDLE)
    mark.close()
    assert window.left() == 0
    window.go("EPSG:3857")


def test_marks_survive_a_scene_that_was_emptied(window):
    marks = MapMarks(window.canvas)
    marks.point(MIDDLE, text="一")
    for item, _ in marks._items:
        sip.delete(item)
    window.go("EPSG:3857")
    marks.close()
