"""The window of persons, the operator in the toolbar, and phones that are shown when asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from origin_trace import settings
from origin_trace.core.tables import LISTS, PERSON, RECORD, TABLES
from origin_trace.dialogs.people_dialog import PeopleDialog
from origin_trace.dialogs.person_editor import PersonEditor
from origin_trace.dialogs.worklist_model import WorklistModel
from origin_trace.layers import locations
from origin_trace.layers.store import open_store
from origin_trace.settings import OPERATOR_VARIABLE
from origin_trace.tests.qgis.desk_window import add, click, shown
from qgis.core import QgsExpressionContextUtils
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QInputDialog

EMPTY = {column.name: None for column in TABLES[PERSON]}
SOON = (date.today() + timedelta(days=10)).isoformat()
PEOPLE = [
    {"name": "王审核", "role": "reviewer", "phone": "13900139001"},
    {"name": "李采", "role": "collector", "phone": "13800138002", "township": "澄江镇"},
    {"name": "旧人", "role": "collector", "active": 0},
    {
        "name": "赵测",
        "role": "agency",
        "organisation": "某公司",
        "agreement_number": "密-1",
        "agreement_date": "2020-01-01",
        "agreement_expires": SOON,
    },
]


@pytest.fixture
def named(desk, monkeypatch):
    """The desk of a store with persons; 李采 works."""
    with open_store(desk.workspace.path, write=True) as store:
        store.append("person", [{**EMPTY, "id": row["name"], "active": 1, **row} for row in PEOPLE])
    desk.workspace.read_people()
    settings.set_operator("李采", "13800138002")
    yield desk
    settings.set_operator("")


@pytest.fixture
def window(named):
    named.actions["people"].trigger()
    return named._windows[PeopleDialog]


def cells(window, column=0):
    return [window.table.item(row, column).text() for row in range(window.table.rowCount())]


def choose(window, name):
    window.table.selectRow(cells(window).index(name))


def stored(window, table="person"):
    with open_store(window._workspace.path) as store:
        return store.rows(table)


def answer_line(monkeypatch, text):
    """Type a line into the next question; None closes it."""
    monkeypatch.setattr(QInputDialog, "exec", lambda _: text is not None)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _: text)


def fill(editor, **values):
    for column, value in values.items():
        editor._lines[column].setText(value)


def with_editor(qtbot, action, work):
    """Run an action that opens the editor, and do something in it."""
    done = []

    def look():
        editor = QApplication.activeModalWidget()
        if not isinstance(editor, PersonEditor):
            QTimer.singleShot(20, look)
            return
        done.append(work(editor))
        editor.reject()

    QTimer.singleShot(20, look)
    action()
    assert done
    return done[0]


def test_persons_are_listed_with_masked_phones_and_agreements(window):
    assert cells(window) == ["李采", "王审核", "赵测"]
    assert cells(window, 2) == ["138****8002", "139****9001", ""]
    assert "ends soon" in cells(window, 7)[2] and "works here" in cells(window, 7)[0]
    assert SOON in window.note.text() and window.note.isVisible()
    window.all.setChecked(True)
    assert cells(window)[-1] == "旧人"
    window.find.setText("澄江")
    assert cells(window) == ["李采"]


def test_a_new_person_is_put_in_order_and_saved(window, qtbot):
    def work(editor):
        assert [editor._township.itemText(i) for i in (0, 1)] == ["", "澄江镇"]
        fill(editor, name="周 检", phone="1390013")
        editor._role.setCurrentIndex(editor._role.findData("inspector"))
        editor._barred.setCheckedItems(["澄江镇", "万合镇"])
        editor.accept()
        assert editor.isVisible() and editor._note.text().startswith("Mobile  ")
        fill(editor, phone="+86 139-0013-9009")
        editor.accept()

    with_editor(qtbot, window.add, work)
    row = next(row for row in stored(window) if row["name"] == "周 检")
    assert (row["phone"], row["role"], row["active"]) == ("13900139009", "inspector", 1)
    assert row["barred_townships"] == "澄江镇、万合镇"
    assert "周 检" in cells(window)


def test_a_person_in_the_history_keeps_the_name(window, qtbot):
    add_trace(window, "李采")

    def work(editor):
        fill(editor, name="李彩")
        editor.accept()
        text = editor._note.text()
        fill(editor, name="李采", remarks="改")
        editor.accept()
        return text

    choose(window, "李采")
    assert "stands in the history" in with_editor(qtbot, window.change, work)
    row = next(row for row in stored(window) if row["name"] == "李采")
    assert row["remarks"] == "改" and row["township"] == "澄江镇"


def add_trace(window, name):
    with open_store(window._workspace.path, write=True) as store:
        store.apply({"operator": name}, [{"uuid": "u"}], [])


def test_out_of_use_and_into_use_again(window, answer):
    choose(window, "李采")
    window.turn()
    assert cells(window) == ["王审核", "赵测"]
    window.all.setChecked(True)
    choose(window, "李采")
    assert not window.buttons["become"].isEnabled()
    window.turn()
    assert "李采" in [row["name"] for row in window._workspace.people.active]
    choose(window, "王审核")
    asked = answer("Cancel")
    window.turn()
    assert "last reviewer" in asked[0]
    assert len(stored(window)) == 4  # nobody is ever deleted


def test_a_store_that_cannot_be_written_says_so(window, monkeypatch):
    monkeypatch.setattr(locations.os, "access", lambda *_: False)
    choose(window, "李采")
    window.turn()
    assert "read-only" in window.state.text()


# --- who works ------------------------------------------------------------------------


def entries(named):
    named.operator.fill()
    return {a.text().split("  ")[0]: a for a in named.operator.menu().actions() if a.text()}


def test_the_operator_is_switched_in_the_toolbar(named):
    assert named.operator.text() == "李采 · Collector"
    found = entries(named)
    assert "旧人" not in found and found["李采"].isChecked()
    found["王审核"].trigger()
    assert named.operator.text() == "王审核 · Reviewer"
    assert settings.OPERATOR_PHONE.get() == "13900139001"
    scope = QgsExpressionContextUtils.globalScope()
    assert scope.variable(OPERATOR_VARIABLE) == "王审核"


def test_an_agreement_that_ends_soon_is_told(named, qgis_iface):
    entries(named)["赵测"].trigger()
    said = [item.text() for item in qgis_iface.messageBar().items()]
    assert any(SOON in text for text in said)
    entries(named)["王审核"].trigger()
    said = [item.text() for item in qgis_iface.messageBar().items()]
    assert not any(SOON in text for text in said), "it was for the one who works no longer"


def test_anybody_else_can_be_named(named, monkeypatch):
    answer_line(monkeypatch, " 新人 ")
    entries(named)["Somebody else…"].trigger()
    assert settings.operator_name() == "新人" and named.operator.text() == "新人"
    answer_line(monkeypatch, "王 审核")  # listed: with the phone
    entries(named)["Somebody else…"].trigger()
    assert settings.OPERATOR_PHONE.get() == "13900139001"
    answer_line(monkeypatch, None)
    entries(named)["Somebody else…"].trigger()
    assert settings.operator_name() == "王 审核"


def test_this_is_me(window, named):
    choose(window, "王审核")
    window.become()
    assert named.operator.text().startswith("王审核") and "works here" in cells(window, 7)[1]


def test_many_persons_are_divided_by_role(named):
    with open_store(named.workspace.path, write=True) as store:
        rows = [
            {**EMPTY, "id": str(n), "name": f"采{n}", "role": "collector", "active": 1}
            for n in range(30)
        ]
        store.append("person", rows)
    named.workspace.read_people()
    assert "Collector (31)" in entries(named)


def test_new_records_are_of_whoever_works_now(named):
    add(named, 114.9, 26.8, subject_name="张三", product="豇豆")
    click(named, 114.95, 26.85)
    assert shown(named).record()["collector"] == "李采"
    entries(named)["王审核"].trigger()
    named.digitising.form.page.close_record()
    click(named, 114.85, 26.75)
    record = shown(named).record()
    assert (record["collector"], record["collector_phone"]) == ("王审核", "13900139001")


# --- phones in full -------------------------------------------------------------------


def test_numbers_are_shown_for_a_reason_that_is_kept(window, named, qtbot, monkeypatch):
    answer_line(monkeypatch, "核对号码")
    qtbot.mouseClick(window.numbers, Qt.MouseButton.LeftButton)
    assert cells(window, 2)[:2] == ["13800138002", "13900139001"]
    assert named.list.widget().reveal.isChecked()  # all lists at once
    (row,) = stored(window, "reveal_log")
    assert (row["operator"], row["what"], row["reason"]) == ("李采", LISTS, "核对号码")
    assert window.log.item(0, 5).text() == "核对号码"
    qtbot.mouseClick(window.numbers, Qt.MouseButton.LeftButton)
    assert cells(window, 2)[0] == "138****8002"
    assert len(stored(window, "reveal_log")) == 1


@pytest.mark.parametrize("why", [None, "  "])
def test_without_a_reason_nothing_is_shown(window, qtbot, monkeypatch, answer, why):
    answer_line(monkeypatch, why)
    asked = answer("Close") if why is not None else None
    qtbot.mouseClick(window.numbers, Qt.MouseButton.LeftButton)
    assert cells(window, 2)[0] == "138****8002" and not window.numbers.isChecked()
    assert stored(window, "reveal_log") == []
    assert asked is None or "only for a reason" in asked[0]


def test_a_store_that_cannot_keep_it_shows_nothing(window, qtbot, monkeypatch, answer):
    answer_line(monkeypatch, "核对")
    monkeypatch.setattr(locations.os, "access", lambda *_: False)
    asked = answer("Close")
    qtbot.mouseClick(window.numbers, Qt.MouseButton.LeftButton)
    assert "read-only" in asked[0] and cells(window, 2)[0] == "138****8002"


def test_shown_numbers_are_masked_for_the_next_person_and_the_next_store(named, new_store):
    reveal = named.workspace.reveal
    reveal.show("核对", LISTS, 1)
    settings.share_operator()
    assert reveal.shows()
    settings.set_operator("王审核")
    assert not reveal.shows()
    reveal.show("核对", LISTS, 1)
    named.open_path(new_store(name="另一 县.gpkg"))
    assert not reveal.shows()


def test_the_history_of_one_record_shows_its_own_numbers_only(named):
    reveal = named.workspace.reveal
    reveal.show("核对", RECORD, 1, "u1")
    assert reveal.phone("13800138002", "u1") == "13800138002"
    assert reveal.phone("13800138002", "u2") == reveal.phone("13800138002") == "138****8002"
    with open_store(named.workspace.path) as store:
        assert [row["uuid"] for row in store.rows("reveal_log")] == ["u1"]


def test_an_unnamed_operator_sees_none(named):
    settings.set_operator("")
    with pytest.raises(Exception, match="not said who"):
        named.workspace.reveal.show("核对", LISTS, 1)
    assert WorklistModel(named.workspace.reveal)._reveal.phone("13800138002") == "138****8002"
