"""What tests of the whole desk do: click on the map, type into the form, look what is saved."""

from __future__ import annotations

from origin_trace.layers.store import open_store
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


def leave(desk):
    """Close the window and drop all edits, without a question."""
    desk.digitising.form.page.close_record()
    layer = desk.workspace.layer
    if layer is not None and layer.isEditable():
        layer.rollBack()


def click(desk, lon, lat):
    """Click with the mouse; return the place of the pixel in degrees."""
    transform = desk.digitising.canvas.getCoordinateTransform()
    pixel = transform.transform(QgsPointXY(lon, lat)).toQPointF().toPoint()
    QTest.mouseMove(desk.digitising.canvas.viewport(), pixel)
    QTest.mouseClick(desk.digitising.canvas.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
    return transform.toMapCoordinates(pixel)


def shown(desk):
    """Return the form in the window."""
    return desk.digitising.form.page.form


def save(desk):
    """Save the window's record, which stays open."""
    assert desk.digitising.form.save(), [i.text() for i in desk.digitising.form.messages.items()]


def fill(desk, **values):
    for column, value in values.items():
        shown(desk).set_value(column, value)


def add(desk, lon, lat, **values):
    desk.actions["add_point"].trigger()
    place = click(desk, lon, lat)
    assert desk.digitising.form.isVisible()
    fill(desk, **values)
    save(desk)
    return place


def records(desk):
    with open_store(desk.workspace.path) as store:
        return list(store.records())


def listed(desk, qtbot, count):
    """Return the uuids of the worklist once it has caught up with the store.

    A reading that was asked for during another one begins after that: the list settles
    only then, so it is waited for what it is to hold.
    """
    qtbot.waitUntil(lambda: len(desk.list.uuids()) == count, timeout=20_000)
    desk.list.source.flush()
    return desk.list.uuids()
