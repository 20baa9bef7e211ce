"""Points are chosen by a click and moved by a drag, each move one step back."""

from __future__ import annotations

import pytest
from origin_trace.dialogs import move_tool
from origin_trace.dialogs.move_tool import MoveTool
from origin_trace.layers.placing import degrees_of, place_point
from origin_trace.tests.qgis.map_window import MIDDLE, window_on
from origin_trace.tests.qgis.point_store import make_store, near, of_uuid, open_layer
from qgis.core import Qgis, QgsPointXY, QgsProject
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication

NAME = "泰和大鹏惠民专业合作社"


@pytest.fixture
def window(tmp_path, qgis_canvas, qgis_parent, qtbot):
    records = [
        near(0, uuid="u1"),
        near(60, uuid="u2", subject_name="张三"),
        near(60.5, uuid="u3", subject_name="李四", product="芹菜"),
        near(-60, 0, uuid="u4", subject_name=None, product=None),
        {**near(0, uuid="no point"), "lon": None, "lat": None},
    ]
    layer = open_layer(make_store(tmp_path / "泰和 县.gpkg", records))
    with window_on(qgis_canvas, qgis_parent, qtbot, layer) as shown:
        yield shown


@pytest.fixture
def tool(window):
    made = MoveTool(window.canvas, window.dock, window.workspace)
    made.told, made.said = [], []
    made.chosen.connect(lambda uuid: made.told.append(uuid))
    made.moved.connect(lambda uuid, point: made.told.append((uuid, point)))
    made.messageEmitted.connect(lambda text, level: made.said.append((text, level)))
    window.canvas.setMapTool(made)
    yield made
    if not sip.isdeleted(made):
        made.close()


def place(window, uuid):
    return degrees_of(window.layer, of_uuid(window.layer, uuid).geometry())


def degrees(window, pixel):
    from origin_trace.dialogs.map_points import degrees_at

    return degrees_at(window.canvas, window.canvas.getCoordinateTransform().toMapCoordinates(pixel))


# --- choosing ----------------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:3857", "EPSG:4547"])
def test_a_click_chooses_in_any_crs(window, tool, crs):
    window.go(crs)
    window.click(window.pixel(MIDDLE) + QPoint(2, -1))
    assert tool.told == ["u1"]
    window.click(window.pixel(MIDDLE) + QPoint(60, 0))
    assert tool.told == ["u1"]
    assert not window.layer.isEditable()


def test_several_are_asked_about(window, tool):
    window.click(window.pixel(QgsPointXY(115 + 60 / 99_650, 26.5)))
    titles = [action.text() for action in tool._menu.actions()]
    assert titles == ["张三 · 豇豆", "李四 · 芹菜"]
    assert tool.told == []
    tool._menu.actions()[1].trigger()
    assert tool.told == ["u3"]
    tool._menu.close()


def test_a_crowd_is_cut_short(window, tool, monkeypatch):
    monkeypatch.setattr(move_tool, "_LISTED", 1)
    window.click(window.pixel(QgsPointXY(115 + 60 / 99_650, 26.5)))
    actions = tool._menu.actions()
    assert actions[1].text() == "… 1 more: zoom in"
    assert not actions[1].isEnabled()
    tool._menu.close()


def test_a_record_without_a_name(window, tool):
    window.click(window.pixel(QgsPointXY(115 - 60 / 99_650, 26.5)))
    assert tool.told == ["u4"]


# --- moving ------------------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:3857", "EPSG:4547"])
def test_a_drag_moves_in_one_step(window, tool, crs):
    window.go(crs)
    start = window.pixel(MIDDLE)
    end = start + QPoint(40, 90)
    window.drag(start, start + QPoint(20, 40), end)
    wanted = degrees(window, end)
    assert place(window, "u1").distance(wanted) < 1e-9
    ((uuid, point),) = tool.told
    assert uuid == "u1"
    assert point.distance(wanted) < 1e-9
    feature = of_uuid(window.layer, "u1")
    assert feature["coordinate_source"] == "cgcs2000"
    assert not feature["coordinate_original"]
    assert tool.said[-1][0].startswith(f"{NAME} · 豇豆 was moved by ")
    assert tool.said[-1][1] == Qgis.MessageLevel.Success
    assert window.left() == 0

    assert window.layer.undoStack().count() == 1
    window.layer.undoStack().undo()
    assert place(window, "u1") == MIDDLE
    assert of_uuid(window.layer, "u1")["coordinate_original"] == "115.000000000,26.500000000"


def test_a_tremble_is_a_click(window, tool):
    start = window.pixel(MIDDLE)
    window.drag(start, start + QPoint(2, 1))
    assert tool.told == ["u1"]
    assert not window.layer.isEditable()


def test_esc_puts_it_back(window, tool):
    start = window.pixel(MIDDLE)
    window.press(start)
    window.drag_to(start + QPoint(50, 50))
    assert window.left() > 0
    window.escape()
    assert window.left() == 0
    window.drag_to(start + QPoint(60, 50))
    window.release(start + QPoint(60, 50))
    assert tool.told == []
    assert place(window, "u1") == MIDDLE
    assert not window.layer.isEditable()


def test_a_drag_of_nothing(window, tool):
    start = window.pixel(MIDDLE) + QPoint(0, 60)
    window.drag(start, start + QPoint(40, 0))
    assert tool.told == []
    assert window.left() == 0


def test_several_are_not_dragged_until_one_is_chosen(window, tool):
    start = window.pixel(QgsPointXY(115 + 60 / 99_650, 26.5))
    end = start + QPoint(0, 80)
    window.drag(start, end)
    assert tool.told == []
    assert tool.said[-1][0].startswith("Several records lie here")
    tool.current = "u3"
    window.drag(start, end)
    assert [told[0] for told in tool.told] == ["u3"]
    assert place(window, "u2").y() == pytest.approx(26.5)


def test_snaps_to_others_but_not_to_itself(window, tool):
    window.snap()
    start = window.pixel(MIDDLE)
    window.drag(start, start + QPoint(4, 3), start + QPoint(6, 7))
    moved = place(window, "u1")
    assert moved != MIDDLE
    target = QgsPointXY(115 - 60 / 99_650, 26.5)
    start = window.pixel(moved)
    window.drag(start, start + QPoint(40, 0), window.pixel(target) + QPoint(4, 5))
    assert place(window, "u1").distance(target) < 1e-9
    window.layer.undoStack().undo()
    assert place(window, "u1") == moved


def test_a_typed_place_while_dragging(window, tool):
    window.dock.enableAction().trigger()
    start = window.pixel(MIDDLE)
    window.press(start)
    window.drag_to(start + QPoint(40, 40))
    mode = QgsAdvancedDigitizingDockWidget.WidgetSetMode.ReturnPressed
    window.dock.setX("115.000123456", mode)
    window.dock.setY("26.500345678", mode)
    window.drag_to(start + QPoint(50, 40))
    window.release(start + QPoint(50, 40))
    window.dock.enableAction().trigger()
    assert place(window, "u1").distance(QgsPointXY(115.000123456, 26.500345678)) < 1e-9


def test_a_store_that_cannot_be_written_says_so(window, tool):
    window.layer.setReadOnly(True)
    start = window.pixel(MIDDLE)
    window.drag(start, start + QPoint(50, 50))
    assert tool.told == []
    assert tool.said[-1][1] == Qgis.MessageLevel.Critical
    assert "cannot be edited" in tool.said[-1][0]


def test_a_record_deleted_while_it_is_dragged(window, tool):
    start = window.pixel(MIDDLE)
    window.press(start)
    window.drag_to(start + QPoint(40, 40))
    window.layer.startEditing()
    window.layer.deleteFeature(of_uuid(window.layer, "u1").id())
    window.release(start + QPoint(40, 40))
    assert tool.told == []
    assert "no longer in the store" in tool.said[-1][0]


# --- the end of things -------------------------------------------------------------------


@pytest.mark.parametrize("way", ["layer", "project", "tool", "unload"])
def test_dragging_when_all_ends(window, tool, way):
    start = window.pixel(MIDDLE)
    window.press(start)
    window.drag_to(start + QPoint(40, 40))
    pan = QgsMapToolPan(window.canvas)
    if way == "layer":
        QgsProject.instance().removeMapLayer(window.layer.id())
    elif way == "project":
        QgsProject.instance().clear()
    elif way == "tool":
        window.canvas.setMapTool(pan)
    else:
        tool.close()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
        assert sip.isdeleted(tool)
    window.drag_to(start + QPoint(60, 40))
    window.release(start + QPoint(60, 40))
    if not sip.isdeleted(tool):
        assert tool.told == []
    if way in ("tool", "unload"):
        assert place(window, "u1") == MIDDLE
    window.canvas.unsetMapTool(pan)
    assert window.left() == 0
    assert way != "unload" or window.untouched()


def test_without_a_store(window, tool):
    window.workspace.leave()
    window.click(window.pixel(MIDDLE))
    assert tool.told == []
    assert tool.said[-1] == ("No store is open: open one first.", Qgis.MessageLevel.Warning)


def test_unsaved_moves_are_found_where_they_are(window, tool):
    there = QgsPointXY(115.0005, 26.5005)
    place_point(window.layer, of_uuid(window.layer, "u1").id(), there)
    window.click(window.pixel(MIDDLE))
    assert tool.told == []
    window.click(window.pixel(there))
    assert tool.told == ["u1"]
