"""A technician's morning by mouse and keyboard: collect, place, correct, import, undo."""

from __future__ import annotations

import shutil

import openpyxl
import pytest
from origin_trace import settings
from origin_trace.core.coordinates import format_point
from origin_trace.core.worklist import ALL, TO_PLACE, WRONG
from origin_trace.dialogs.import_dialog import ImportDialog
from origin_trace.dialogs.undo_dialog import UndoDialog
from origin_trace.layers.record_edit import find_record
from origin_trace.layers.value_words import GEOMETRY, column_words
from origin_trace.tests.qgis.desk_window import click, records
from origin_trace.tests.qgis.record_window import type_text
from origin_trace.tests.qgis.test_main_job import DATA
from origin_trace.tests.qgis.window_help import OFFICIAL
from qgis.core import QgsGeometry
from qgis.gui import QgsMapToolIdentify
from qgis.PyQt.QtCore import QPoint, Qt

Left, Key = Qt.MouseButton.LeftButton, Qt.Key
POINTS = (
    ("泰和绿源农场", "豇豆", 114.85),
    ("李家猪场", "生猪", 114.90),
    ("南湖渔业", "乌鳢", 114.95),
)


class Person:
    """Who sits before the desk: has only a mouse and a keyboard."""

    def __init__(self, desk, qtbot):
        self.desk, self.qtbot = desk, qtbot

    @property
    def window(self):
        return self.desk.digitising.form

    def press(self, button):
        assert button.isEnabled() and button.isVisible(), button.text()
        self.qtbot.mouseClick(button, Left)

    def tool(self, command):
        """Press a button of the toolbar."""
        self.press(self.desk.toolbar.widgetForAction(self.desk.actions[command]))

    def shows(self, window):
        """Wait until a window has the keyboard."""
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def close(self, button):
        """Close a window by its button; the keyboard goes back to QGIS's own, as on a screen."""
        self.press(button)
        self.shows(self.desk.iface.mainWindow())

    def type(self, column, text):
        """Type over what stands in a line of the form."""
        form = self.window.page.form
        assert form.jump(column)
        line = form.fields[column].widget()
        self.qtbot.waitUntil(line.hasFocus)
        line.selectAll()
        self.qtbot.keyClick(line, Key.Key_Delete)
        type_text(self.qtbot, line, text)
        self.qtbot.keyClick(line, Key.Key_Tab)

    def choose(self, column, word):
        """Go down a list of the form with the keyboard to a word."""
        form = self.window.page.form
        assert form.jump(column)
        box = form.fields[column].widget()
        self.qtbot.waitUntil(box.hasFocus)
        self.qtbot.keyClick(box, Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == word:
                return
            self.qtbot.keyClick(box, Key.Key_Down)
        raise AssertionError(word)

    def save(self):
        with self.qtbot.waitSignal(self.window.saved) as saved:
            self.qtbot.keyClick(self.window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        return saved.args[0]

    # --- the worklist -----------------------------------------------------------------

    def queue(self, queue):
        """Press a queue of the worklist and wait for its records; return their number."""
        work = self.desk.list
        self.qtbot.waitUntil(lambda: work.source.loaded and not work.source.reading, timeout=20_000)
        work.source.flush()
        self.press(work.queues._buttons[queue])
        return len(work.uuids())

    def lists(self, count):
        """Look through all records until the list has caught up with the store."""
        self.queue(ALL)
        self.qtbot.waitUntil(lambda: len(self.desk.list.uuids()) == count, timeout=20_000)

    def row(self, number):
        """Click a row of the worklist; return the uuid of its record."""
        view = self.desk.list.view
        index = view.model().index(number, 0)
        view.scrollTo(index)
        self.qtbot.mouseClick(view.viewport(), Left, pos=view.visualRect(index).center())
        return view.current().uuid

    # --- windows of sheets --------------------------------------------------------------

    def open_window(self, command, kind):
        self.desk.actions[command].trigger()
        window = next(w for w in self.desk._windows.values() if isinstance(w, kind))
        self.shows(window)
        return window

    def work(self, window, name):
        """Press a button of a window and wait until what it does has ended."""
        with self.qtbot.waitSignal(window._work.ended, timeout=60_000) as ended:
            self.press(window.buttons[name])
        outcome = ended.args[1]
        assert outcome.done, outcome.problem
        return outcome.results


def identified(canvas, layer, place):
    """Return what QGIS's identify tool tells of the record at a place; it leaves zeros out."""
    tool = QgsMapToolIdentify(canvas)
    geometry = QgsGeometry.fromPointXY(place)
    found = tool.identify(geometry, tool.IdentifyMode.ActiveLayer, [layer], tool.Type.VectorLayer)
    told = found[0].mDerivedAttributes
    return format_point(*(float(told[axis].strip("°")) for axis in ("X", "Y")))


def coordinates_told(desk, qtbot, uuid, place):
    """Return where a person sees the point of a record -> how it is told there."""
    desk.digitising.open_record(uuid)
    page = desk.digitising.form.page
    page.history.setCollapsed(False)
    tree = page.history.tree
    versions = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    changes = [version.child(n) for version in versions for n in range(version.childCount())]
    moved = [change.text(1) for change in changes if change.text(0) == column_words(GEOMETRY)]
    entry = next(e for e in desk.list.source.worklist.entries.values() if e.uuid == uuid)
    record = next(r for r in records(desk) if r["uuid"] == uuid)
    feature = find_record(desk.workspace.layer, uuid)
    shown = {
        "form": page.coordinates.degrees.text(),
        "worklist": format_point(entry.lon, entry.lat),
        "store": format_point(record["lon"], record["lat"]),
        "map": format_point(*feature.geometry().asPoint()),
        "identify": identified(desk.digitising.canvas, desk.workspace.layer, place),
    }
    if len(versions) > 1:  # the first version tells no changes
        shown["history"] = moved[0].rpartition("→ ")[2]
    desk.digitising.form.reject()
    return shown


@pytest.fixture
def person(desk, qtbot, run):
    """Someone at the desk, on a store into which one messy sheet was imported already."""
    run("importsheet", INPUT=[str(OFFICIAL)], STORE=desk.workspace.path)
    desk.workspace.layer.dataProvider().reloadData()
    window = desk.iface.mainWindow()
    window.addToolBar(desk.toolbar)
    window.resize(1200, 700)
    desk.toolbar.show()
    settings.OPERATOR.set("王芳")
    yield Person(desk, qtbot)
    settings.OPERATOR.set("")


def test_a_morning(person, desk, qtbot, run, tmp_path, answer):
    before = {record["uuid"]: record for record in records(desk)}

    # Three points of three industries.
    placed = {}
    person.tool("add_point")
    for name, product, lon in POINTS:
        place = click(desk, lon, 26.75)
        person.shows(person.window)
        person.type("subject_name", name)
        person.choose("product", product)
        uuid = person.save()
        placed[uuid] = (product, place)
        shown = person.window.page.coordinates.degrees.text().split(",")
        assert tuple(map(float, shown)) == pytest.approx((place.x(), place.y()), abs=5e-10)
        assert all(len(text.partition(".")[2]) >= 6 for text in shown)
        person.close(person.window.close_button)
    person.tool("add_point")

    # Two rows of the sheet get their places.
    person.tool("worklist")
    waiting = person.queue(TO_PLACE)
    assert waiting >= 2
    for number in range(2):
        uuid = person.row(number)
        person.press(desk.list.place)
        placed[uuid] = (before[uuid]["product"], click(desk, 114.83 + number / 50, 26.85))
    assert person.queue(TO_PLACE) == waiting - 2

    # A wrong phone is put right, from the list over the finding to its field.
    wrong = person.queue(WRONG)
    phones = [u for u in desk.list.uuids() if not before.get(u, placed).get("contact_phone", 1)]
    uuid = person.row(desk.list.uuids().index(phones[0]))
    qtbot.keyClick(desk.list.view, Key.Key_Return)
    person.shows(person.window)
    findings = person.window.page.findings
    at = next(n for n, f in enumerate(findings.findings) if f.column == "contact_phone")
    area = findings.list.visualItemRect(findings.list.item(at))
    qtbot.mouseClick(findings.list.viewport(), Left, pos=area.topLeft() + QPoint(30, 8))
    line = person.window.page.form.fields["contact_phone"].widget()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "138 0013 8000")
    qtbot.keyClick(line, Key.Key_Tab)
    assert line.text() == "13800138000"
    qtbot.waitUntil(lambda: "contact_phone" not in {f.column for f in findings.findings})
    person.save()
    person.close(person.window.close_button)
    assert person.queue(WRONG) <= wrong

    # All of it reaches the store, and is the same everywhere.
    person.tool("save_edits")
    after = {record["uuid"]: record for record in records(desk)}
    assert len(after) == len(before) + len(POINTS)
    assert after[uuid]["contact_phone"] == "13800138000"
    for one, (product, place) in placed.items():
        assert after[one]["product"] == product
        assert (after[one]["lon"], after[one]["lat"]) == pytest.approx(
            (place.x(), place.y()), abs=5e-10
        )
    out = run(
        "exportsheet",
        INPUT=desk.workspace.layer,
        PURPOSE="internal",
        OUTPUT=str(tmp_path / "o.xlsx"),
    )
    rows = list(openpyxl.load_workbook(out["OUTPUT"]).active.values)
    for one, (_product, place) in placed.items():
        told = coordinates_told(desk, qtbot, one, place)
        told["sheet"] = next(row[11] for row in rows if one in row)
        wanted = format_point(place.x(), place.y())
        assert dict.fromkeys(told, wanted) == told
    changed = {u for u, record in before.items() if after[u]["version"] != record["version"]}
    assert changed == {uuid, *(set(placed) & set(before))}

    # A township's sheet comes in through the window, and is taken back.
    window = person.open_window("import_sheets", ImportDialog)
    window.files.add([shutil.copy(DATA / "sheets" / "taihe_multisheet.xlsx", tmp_path)])
    qtbot.waitUntil(lambda: not window.files.reading(), timeout=60_000)
    person.work(window, "try")
    assert len(records(desk)) == len(after)
    counts = person.work(window, "import")
    assert counts["ADDED"] and len(records(desk)) == len(after) + counts["ADDED"]
    person.lists(len(after) + counts["ADDED"])
    person.close(window.buttons["close"])

    undo = person.open_window("undo_import", UndoDialog)
    assert undo.table.rowCount() == 2
    answer("Undo it")
    with qtbot.waitSignal(undo.undone, timeout=60_000):
        person.press(undo.buttons["undo"])
    person.close(undo.buttons["close"])
    assert {record["uuid"]: record for record in records(desk)} == after
    person.lists(len(after))
