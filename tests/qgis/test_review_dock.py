"""The review dock in the desk's window: queues, keys, what is refused, many at once, sheets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from origin_trace import settings
from origin_trace.core.reviews import BECOMES, DECISIONS, TAKES, proposed_deadline
from origin_trace.core.rules import judge
from origin_trace.core.schema import STATUSES
from origin_trace.core.tables import LISTS
from origin_trace.core.worklist import IN_DRAFT, LATE, PASSED, REVIEW_QUEUES, SENT_BACK, TO_REVIEW
from origin_trace.dialogs.return_question import ReturnQuestion
from origin_trace.layers.acceptances import accept
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.review_window import (
    REVIEWER,
    deadline,
    fill_store,
    open_review,
    point,
    press,
    sql,
    status_of,
    stored,
    when_asked,
)
from qgis.core import QgsApplication, QgsFeatureRequest, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

KEYS = {"approve": Qt.Key.Key_A, "return": Qt.Key.Key_R, "submit": Qt.Key.Key_S}
KEYS["withdraw"] = Qt.Key.Key_T
QUEUE_OF = {
    "submitted": TO_REVIEW,
    "returned": SENT_BACK,
    "draft": IN_DRAFT,
    "approved": PASSED,
}


def groups(dock):
    return [dock.groups.item(row).text().split("  ") for row in range(dock.groups.count())]


def page(dock):
    dock.read()
    return dock.page.toPlainText()


def counts(dock):
    return {queue: dock.queues._buttons[queue].text().split("\n")[1] for queue in REVIEW_QUEUES}


def test_the_queues_by_township_and_by_collector(desk, qtbot):
    records = [
        point(0, status="submitted"),
        point(1, status="submitted", township="沿溪镇"),
        point(2, status="submitted"),
        point(3, status="returned", collector="王芳"),
        point(4, status="returned"),
        point(5, status="draft", collector=None),
        point(6, status="approved"),
    ]
    fill_store(desk.workspace.path, records)
    sql(desk.workspace.path, deadline("u3", -2))
    sql(desk.workspace.path, deadline("u4", 3))
    dock = open_review(desk, qtbot)
    assert counts(dock) == {TO_REVIEW: "3", SENT_BACK: "2", LATE: "1", IN_DRAFT: "1", PASSED: "1"}
    assert groups(dock) == [["All", "3"], ["万合镇", "2"], ["沿溪镇", "1"]]
    assert dock.uuids() == ["u0", "u2", "u1"]
    # By keyboard alone: the second township, then the other lists.
    press(dock.view, Qt.Key.Key_Down, Qt.Key.Key_Down, ctrl=True)
    assert dock.uuids() == ["u1"]
    press(dock.view, Qt.Key.Key_Up, Qt.Key.Key_Up, ctrl=True)
    press(dock.view, Qt.Key.Key_End)
    press(dock.view, Qt.Key.Key_Right, ctrl=True)
    assert groups(dock) == [["All", "2"], ["李志", "1"], ["王芳", "1"]]
    assert dock.view.currentIndex().row() == 0, "another list begins at its first record"
    press(dock.view, Qt.Key.Key_Right, ctrl=True)
    assert dock.uuids() == ["u3"] and "has passed" in dock.model.what(dock.model.entries[0])
    press(dock.view, Qt.Key.Key_Right, ctrl=True)
    assert groups(dock)[1] == ["Without a collector", "1"]
    dock.panel.filters.text.setText("没有")
    qtbot.waitUntil(lambda: dock.uuids() == [])
    assert dock.panel.pages.currentIndex() == 1
    # An empty list leaves the keys where they lead on.
    press(QApplication.focusWidget(), Qt.Key.Key_Right, ctrl=True)
    assert dock.queues.queue == PASSED
    dock.panel.filters.clear()
    assert dock.uuids() == ["u6"]
    qtbot.waitUntil(dock.view.hasFocus)
    dock.queues.take_focus()
    press(QApplication.focusWidget(), Qt.Key.Key_Left, ctrl=True)  # from a button of Qt's own
    assert dock.queues.queue == IN_DRAFT
    qtbot.waitUntil(dock.view.hasFocus)


def test_the_page_says_all_that_speaks_for_and_against(desk, qtbot):
    path = desk.workspace.path
    records = [
        point(0, status="approved", contact="何一"),
        point(1, status="submitted", contact_phone="12345", confirmed_how=None),
        point(2, status="submitted", scale=60000.0, collector=REVIEWER),
        point(
            3, status="submitted", lon=114.852, lat=26.80001, village="2村", subject_name="户2农场"
        ),
    ]
    fill_store(path, records)
    sql(path, "UPDATE collection_point SET contact = '何二' WHERE uuid = 'u0'")
    dock = open_review(desk, qtbot)
    assert dock.select("u0")
    text = page(dock)
    assert "何一" in text and "何二" in text and "Can be approved" in text
    assert "139****0000" in text and "13900000000" not in text
    desk.workspace.reveal.show("核对", LISTS, 1)
    assert "13900000000" in page(dock)
    desk.workspace.reveal.hide()
    assert "13900000000" not in page(dock)
    dock.select("u1")
    text = page(dock)
    assert "none: it is new" in text and "实地核对方式" in text and "12345" in text
    assert text.index("Cannot be approved") < text.index("Findings")
    dock.select("u2")
    assert "王审核 collected it" in page(dock)
    assert desk.digitising.canvas.center().x() == pytest.approx(114.852123)


def test_findings_of_the_table_and_accepted_warnings_are_shown(desk, qtbot):
    place = {"village": "近村", "lat": 26.812345, "status": "submitted"}
    records = [
        point(1, **place, lon=114.900001, subject_name="泰和绿源合作社"),
        point(2, **place, lon=114.900011, subject_name="泰和绿园合作社"),
        point(3, status="submitted", scale=60000.0),
    ]
    fill_store(desk.workspace.path, records)
    with open_store(desk.workspace.path, write=True) as store:
        record = next(r for r in store.records() if r["uuid"] == "u3")
        found = judge([record], desk.workspace.context)
        assert accept(store, found, "连片基地", "李主任") == 1
    dock = open_review(desk, qtbot)
    dock.select("u2")
    assert "Nearly the same as 泰和绿源合作社" in page(dock)
    dock.select("u3")
    assert "Accepted by 李主任: 连片基地" in page(dock)


def test_twenty_records_by_keyboard_alone(desk, qtbot):
    records = [point(n, status="submitted") for n in range(20)]
    for number in (4, 9, 14):
        records[number]["contact_phone"] = "12345"
    dock = open_review(desk, qtbot, records)
    press(dock.view, Qt.Key.Key_Home)
    for number in range(20):
        entry = dock.view.current()
        if entry.error_count == 0:
            press(dock.view, Qt.Key.Key_A)
            continue
        press(dock.view, Qt.Key.Key_A)  # refused: it stays
        assert dock.view.current().uuid == entry.uuid and "12345" in dock.note.text()
        when_asked(lambda window: press(window.focusWidget(), Qt.Key.Key_Return))
        press(dock.view, Qt.Key.Key_R)
        assert f"{entry.producer} 豇豆: returned" in dock.note.text(), number
    assert dock.uuids() == [] and counts(dock)[PASSED] == "17"
    with open_store(desk.workspace.path) as store:
        events = store.rows("review")
        returned = [r for r in store.records() if r["status"] == "returned"]
    assert len(events) == 20 and {event["operator"] for event in events} == {REVIEWER}
    assert {record["uuid"] for record in returned} == {"u4", "u9", "u14"}
    for record in returned:
        assert "12345" in record["return_reason"]
        assert record["return_deadline"] == proposed_deadline(date.today()).isoformat()
    # The map's layer and the worklist follow.
    shown = {f["uuid"]: f["status"] for f in desk.workspace.layer.getFeatures()}
    assert shown == status_of(desk)
    assert {e.status for e in desk.list.source.worklist.entries.values()} == {
        "approved",
        "returned",
    }


def test_each_step_is_taken_or_refused_with_its_reason(desk, qtbot):
    cases = [(kind, status) for kind in DECISIONS for status in STATUSES]
    records = [point(n, status=status) for n, (_kind, status) in enumerate(cases)]
    dock = open_review(desk, qtbot, records)
    expected = {}
    for number, (kind, status) in enumerate(cases):
        dock.queues.choose(QUEUE_OF[status])
        assert dock.select(f"u{number}")
        taken = status in TAKES[kind]
        if kind == "return" and taken:
            when_asked(lambda window: (window.reason.setPlainText("改"), window.accept()))
        press(dock.view, KEYS[kind])
        assert (f"户{number} 豇豆: It " in dock.note.text()) is not taken
        expected[f"u{number}"] = BECOMES[kind] if taken else status
    assert status_of(desk) == expected
    with open_store(desk.workspace.path) as store:
        assert len(store.rows("review")) == sum(map(len, TAKES.values()))


def test_what_may_not_be_approved_stays_and_is_told(desk, qtbot):
    faulty = (
        ({"contact_phone": "12345"}, "12345"),
        ({"confirmed_on": None}, "confirmed on site"),
        ({"collector": REVIEWER}, "collected it"),
        ({"village": None}, "村"),
    )
    records = [point(n, status="submitted", **changes) for n, (changes, _) in enumerate(faulty)]
    dock = open_review(desk, qtbot, records)
    for number, (_changes, said) in enumerate(faulty):
        dock.select(f"u{number}")
        press(dock.view, Qt.Key.Key_A)
        assert said in dock.note.text() and dock.view.current().uuid == f"u{number}"
    assert set(status_of(desk).values()) == {"submitted"} and len(dock.uuids()) == 4


def test_an_approval_is_taken_back_and_an_edit_does_it_too(desk, qtbot):
    dock = open_review(desk, qtbot, [point(1, status="approved"), point(2, status="approved")])
    dock.queues.choose(PASSED)
    dock.select("u1")
    press(dock.view, Qt.Key.Key_T)
    assert status_of(desk) == {"u1": "submitted", "u2": "approved"}
    assert dock.uuids() == ["u2"] and "taken back" in dock.note.text()
    layer = desk.workspace.layer
    assert layer.startEditing()
    feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression("\"uuid\"='u2'")))
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("contact"), "何新")
    # In hand: it is not decided over.
    dock.queues.choose(PASSED)
    press(dock.view, Qt.Key.Key_T)
    assert "not saved" in dock.note.text() and stored(desk, "u2")["status"] == "approved"
    assert layer.commitChanges(), layer.commitErrors()
    qtbot.waitUntil(lambda: counts(dock) == {**counts(dock), TO_REVIEW: "2", PASSED: "0"})


def test_what_somebody_changed_since_it_was_listed_is_not_decided(desk, qtbot):
    dock = open_review(desk, qtbot, [point(1, status="submitted")])
    sql(desk.workspace.path, "UPDATE collection_point SET contact = '何新' WHERE uuid = 'u1'")
    press(dock.view, Qt.Key.Key_A)
    assert "changed since" in dock.note.text() and stored(desk, "u1")["status"] == "submitted"
    assert "何新" in page(dock)
    press(dock.view, Qt.Key.Key_A)  # read again, it can be
    assert stored(desk, "u1")["status"] == "approved"


def test_many_at_once_with_what_was_refused(desk, qtbot, answer):
    records = [point(n, status="submitted") for n in range(24)]
    records[3]["contact_phone"] = "12345"
    records[7]["collector"] = REVIEWER
    records[23]["township"] = "沿溪镇"
    dock = open_review(desk, qtbot, records)
    dock.groups.setCurrentRow(1)
    press(dock.view, Qt.Key.Key_Home, Qt.Key.Key_Space)
    assert [e.uuid for e in dock.model.marked_entries()] == dock.uuids()[:1]
    assert dock.view.currentIndex().row() == 1
    press(dock.view, Qt.Key.Key_A, ctrl=True)
    assert len(dock.model.marked_entries()) == 23
    asked = answer("Cancel")
    press(dock.view, Qt.Key.Key_A)
    assert "23" in asked[0] and set(status_of(desk).values()) == {"submitted"}
    answer("Approve")
    with qtbot.waitSignal(dock.work.decided, timeout=20_000):
        press(dock.view, Qt.Key.Key_A)
    assert dock.note.text() == "Approved: 21, refused: 2."
    refused = dock._refused.tree
    lines = [[refused.topLevelItem(row).text(c) for c in (0, 5)] for row in range(2)]
    assert [name for name, _reason in lines] == ["户3", "户7"]
    assert "12345" in lines[0][1] and "collected it" in lines[1][1]
    qtbot.waitUntil(lambda: counts(dock)[PASSED] == "21", timeout=20_000)
    assert dock.groups.value == "万合镇" and dock.uuids() == ["u3", "u7"]
    # Still marked: both go back with one reason.
    when_asked(lambda window: (window.reason.setPlainText("电话有误"), window.accept()))
    press(dock.view, Qt.Key.Key_R)
    assert {u for u, status in status_of(desk).items() if status == "returned"} == {"u3", "u7"}
    assert stored(desk, "u7")["return_reason"] == "电话有误"


def test_nobody_reviews_without_a_name(desk, qtbot, monkeypatch):
    dock = open_review(desk, qtbot, [point(1, status="submitted")], operator="")
    for key in (Qt.Key.Key_A, Qt.Key.Key_R):
        press(dock.view, key)
        assert "It is not said who does this" in dock.note.text()
    assert status_of(desk) == {"u1": "submitted"}
    assert "Nobody is named who decides" in page(dock)
    settings.set_operator("赵核")  # as the button in the toolbar does
    assert "赵核" in dock.panel.status.text() and "Can be approved" in dock.page.toPlainText()
    settings.set_operator("")
    named = []
    dock.settings_wanted.connect(lambda: (named.append(1), settings.OPERATOR.set(REVIEWER)))
    press(dock.view, Qt.Key.Key_A)
    assert named and status_of(desk) == {"u1": "approved"}


def test_the_return_question_by_keyboard(qgis_app, qtbot):
    window = ReturnQuestion("户1", ["电话缺一位", "规模过大"], REVIEWER, 1)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert window.reason.toPlainText() == "电话缺一位"
    press(window.proposals, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert window.reason.toPlainText() == "电话缺一位\n规模过大"
    press(window.proposals, Qt.Key.Key_Up, Qt.Key.Key_Space)
    press(window.proposals, Qt.Key.Key_Tab)
    window.reason.setFocus()
    QTest.keyClicks(window.reason, "x")
    assert window.reason.toPlainText() in ("x规模过大", "规模过大x")
    window.reason.clear()
    press(window.reason, Qt.Key.Key_Return)
    assert window.decision is None and "needs a reason" in window.problem.text()
    QTest.keyClicks(window.reason, "redo")
    assert window.problem.isHidden(), "what was missing is there"
    press(window.deadline, Qt.Key.Key_Return)
    assert window.decision.reason == "redo"
    assert window.decision.deadline == proposed_deadline(date.today()).isoformat()


def test_sheets_go_back_with_what_was_asked(desk, qtbot, tmp_path, provider, monkeypatch):
    path = desk.workspace.path
    records = [
        point(1, status="returned"),
        point(2, status="returned", township="沿溪镇", contact_phone="12345"),
        point(3, status="submitted"),
    ]
    fill_store(path, records)
    sql(path, deadline("u1", -3, "点位落在河里"))
    sql(path, deadline("u2", 4, "补电话"))
    dock = open_review(desk, qtbot)
    dock.queues.choose(SENT_BACK)
    folder = tmp_path / "退 回"
    folder.mkdir()
    with qtbot.waitSignal(dock.work.sheets_made, timeout=60_000):
        dock.make_sheets(str(folder))
    files = sorted(folder.iterdir())
    assert len(files) == 2 and "退 回: 2." in dock.note.text() and dock.panel.folder.isVisible()
    texts = []
    for file in files:
        cells = [c for row in openpyxl.load_workbook(file).active.iter_rows() for c in row]
        words = [str(c.value) for c in cells if c.value] + [
            c.comment.text for c in cells if c.comment
        ]
        texts.append("\n".join(words))
    (one,) = (text for text in texts if "户1" in text)
    assert "点位落在河里" in one and "户2" not in one
    assert any("补电话" in text and "12345" in text for text in texts)
    assert "could not be kept" not in dock.note.text()
    monkeypatch.setenv("OneDrive", str(Path(path).parent))  # where the store is not written
    with qtbot.waitSignal(dock.work.sheets_made, timeout=60_000):
        dock.make_sheets(str(folder))
    assert "could not be kept in the store" in dock.note.text()
    # What has no fault and is not returned makes no sheet, and that is said.
    dock.queues.choose(TO_REVIEW)
    with qtbot.waitSignal(dock.work.sheets_made, timeout=60_000):
        dock.make_sheets(str(folder))
    assert "No sheet was made" in dock.note.text()


def test_the_layer_goes_while_it_is_open(desk, qtbot):
    dock = open_review(desk, qtbot, [point(1, status="submitted")])
    QgsProject.instance().removeMapLayer(desk.workspace.layer.id())
    assert dock.uuids() == [] and "No store is open" in dock.panel.empty.text.text()
    for key in KEYS.values():
        press(dock, key)
        dock.decide("approve")
    QTest.qWait(200)
    assert dock.page.toPlainText() == ""


def test_the_map_is_left_as_it_was(desk, qtbot):
    canvas = desk.digitising.canvas
    before = len(canvas.scene().items())
    dock = open_review(desk, qtbot, [point(1, status="submitted")])
    dock.read()
    assert len(canvas.scene().items()) > before
    dock.close()
    assert not desk.actions["review"].isChecked()
    qtbot.waitUntil(lambda: len(canvas.scene().items()) == before, timeout=5000)


def test_the_desk_can_go_while_many_are_decided(desk, qtbot, answer):
    dock = open_review(desk, qtbot, [point(n, status="submitted") for n in range(300)])
    dock.source.refresh()
    dock.model.mark_all()
    answer("Approve")
    press(dock.view, Qt.Key.Key_A)
    assert dock.work.busy and not dock.panel.buttons["approve"].isEnabled()
    assert dock.panel.cancel.isVisible()
    press(dock.view, Qt.Key.Key_A)
    assert "still running" in dock.note.text()
    dock.close_down()  # as at unload; the fixture takes the desk away right after
    QgsApplication.taskManager().cancelAll()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=20_000)
    assert len(set(status_of(desk).values())) == 1  # all or none


def test_what_is_marked_is_what_is_listed_and_enter_opens(desk, qtbot):
    dock = open_review(desk, qtbot, [point(n, status="submitted") for n in range(3)])
    dock.model.mark_all()
    dock.panel.filters.text.setText("户1")
    qtbot.waitUntil(lambda: dock.uuids() == ["u1"])
    dock.panel.filters.text.clear()
    qtbot.waitUntil(lambda: len(dock.uuids()) == 3)
    assert [e.uuid for e in dock.model.marked_entries()] == ["u1"]
    index = dock.model.index(0, 0)
    box = dock.view.visualRect(index).center()
    box.setX(dock.view.visualRect(index).left() + 9)
    QTest.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert [e.uuid for e in dock.model.marked_entries()] == ["u0", "u1"]
    press(dock.view, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return)
    form = desk.digitising.form
    assert form.isVisible() and form.uuid == dock.uuids()[1] and form.place.text() == "2 / 3"
