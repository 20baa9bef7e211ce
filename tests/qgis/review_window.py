"""What tests of the review share: a desk with records of every status, and keys."""

from __future__ import annotations

from datetime import date, timedelta

from origin_trace import settings
from origin_trace.layers.gpkg_db import Database, quote
from origin_trace.layers.store import open_store
from origin_trace.tests.unit.records import crop
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

REVIEWER = "王审核"
VISITED = {"confirmed_on": "2026-11-20", "confirmed_how": "基地实地走访"}
STEPS = {
    "draft": (),
    "submitted": ("submitted",),
    "approved": ("submitted", "approved"),
    "returned": ("submitted", "returned"),
}


def point(number, **changes):
    """Return a faultless record that was visited, on its own place."""
    lon = round(114.850123 + number / 1000, 6)
    values = {
        **VISITED,
        "uuid": f"u{number}",
        "base_id": f"b{number}",
        "lon": lon,
        "lat": 26.812345,
        "coordinate_original": f"{lon:.6f},26.812345",
        "subject_name": f"户{number}",
        "contact_phone": f"139000{number:05d}",
        "township": "万合镇",
        "village": f"{number}村",
    }
    return crop(**{**values, **changes})


def sql(path, statement):
    database = Database(str(path), write=True)
    try:
        database.execute(statement)
    finally:
        database.close()


def fill_store(path, records):
    """Add records; each comes to its status by the allowed steps."""
    with open_store(path, write=True) as store:
        store.apply(
            {"id": "b1", "time": "2026-11-01T08:00:00.000Z", "operator": "王采集"},
            [{**record, "status": "draft"} for record in records],
            [],
        )
    for step in ("submitted", "approved", "returned"):
        numbers = [quote(r["uuid"]) for r in records if step in STEPS[r["status"]]]
        if numbers:
            listed = ", ".join(numbers)
            sql(path, f"UPDATE collection_point SET status = '{step}' WHERE uuid IN ({listed})")


def deadline(uuid, days, reason="缺村名"):
    """Return the statement that gives a returned record its deadline, so many days from now."""
    day = (date.today() + timedelta(days=days)).isoformat()
    return (
        f"UPDATE collection_point SET return_reason = {quote(reason)}, "
        f"return_deadline = '{day}' WHERE uuid = {quote(uuid)}"
    )


def open_review(desk, qtbot, records=None, operator=REVIEWER):
    """Fill the desk's store and show the review; return it once the list is read."""
    settings.OPERATOR.set(operator)
    if records is not None:
        fill_store(desk.workspace.path, records)
    desk.actions["review"].trigger()
    dock = desk.reviewing
    dock.raise_()
    dock.source.refresh()
    qtbot.waitUntil(lambda: dock.source.loaded and not dock.source.reading, timeout=20_000)
    qtbot.waitUntil(dock.isVisible)
    dock.window().activateWindow()  # tests before this one may have left another window
    qtbot.waitUntil(dock.window().isActiveWindow)
    dock.view.setFocus()  # not where nothing is listed
    return dock


def press(widget, *keys, ctrl=False):
    """Press keys where the cursor is."""
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def when_asked(do):
    """Have ``do`` called with the next modal window, once it is there."""
    timer = QTimer(QApplication.instance())
    timer.setInterval(30)

    def look():
        window = QApplication.activeModalWidget()
        if window is not None:
            timer.stop()
            do(window)

    timer.timeout.connect(look)
    timer.start()
    return timer


def status_of(desk):
    with open_store(desk.workspace.path) as store:
        return {record["uuid"]: record["status"] for record in store.records()}


def stored(desk, uuid):
    with open_store(desk.workspace.path) as store:
        return next(record for record in store.records() if record["uuid"] == uuid)
