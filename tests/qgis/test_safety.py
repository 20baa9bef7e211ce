"""What the desk does for the safety of edits, in a shown window."""

from __future__ import annotations

import pytest
from origin_trace import settings
from origin_trace.dialogs import asking, recovery
from origin_trace.dialogs.desk import Desk
from origin_trace.layers import edit_journal
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import load_layers
from origin_trace.tests.qgis.edit_sessions import Session, fill, stored
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton


@pytest.fixture
def folder(tmp_path, monkeypatch):
    found = tmp_path / "journal"
    monkeypatch.setattr(edit_journal, "journal_folder", lambda: found)
    return found


@pytest.fixture
def bar(qgis_iface, qgis_canvas, cad_dock, qgis_parent, qgis_new_project, qtbot, monkeypatch):
    """The message bar of a shown window."""
    made = QgsMessageBar(qgis_parent)
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock, raising=False)
    monkeypatch.setattr(qgis_iface, "setActiveLayer", qgis_canvas.setCurrentLayer, raising=False)
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: made)
    qgis_parent.setCentralWidget(qgis_canvas)
    with qtbot.waitExposed(qgis_parent):
        qgis_parent.show()
    return made


@pytest.fixture
def start(qgis_iface, bar, folder):
    """Return a function that starts our plugin in the window."""
    started = []

    def start_one():
        desk = Desk(qgis_iface)
        desk.install()
        started.append(desk)
        return desk

    yield start_one
    for layer in QgsProject.instance().mapLayers().values():
        if store_layer(layer) and layer.isEditable():
            layer.rollBack()
    for desk in started:
        if not sip.isdeleted(desk.toolbar):
            desk.remove()
    QgsProject.instance().clear()
    settings.RECENT_STORES.set([])


def store_layer(layer):
    return layer.type() == layer.type().Vector and layer.fields().lookupField("uuid") >= 0


@pytest.fixture
def path(new_store):
    made = new_store()
    fill(made)
    return made


def change(layer, fid, **values):
    if not layer.isEditable():
        assert layer.startEditing()
    for column, value in values.items():
        assert layer.changeAttributeValue(fid, layer.fields().lookupField(column), value)


def texts(bar):
    return [item.text() for item in bar.items()]


def press(widget, word, qtbot):
    (button,) = [b for b in widget.findChildren(QPushButton) if b.text() == word]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def crash(path, folder, edits):
    """Leave what a QGIS leaves that was killed: a journal that nobody holds."""
    session = Session(path, folder)
    edits(session)
    session.guard.detach()
    session.close()


# --- refusals -----------------------------------------------------------------------------


def test_a_refused_save_is_told_once_and_show_opens_the_record(start, bar, path, qtbot):
    desk = start()
    desk.open_path(path)
    layer = desk.workspace.layer
    change(layer, 2, scale=-1)
    change(layer, 3, scale=-1)
    for _ in range(2):
        desk.save_edits()
    (said,) = [text for text in texts(bar) if "cannot be saved" in text]
    assert "主体1" in said and "种养规模" in said
    assert len(bar.items()) == 1 and layer.isModified()
    press(bar.currentItem(), "Show", qtbot)
    assert sorted(layer.selectedFeatureIds()) == [2, 3]
    form = desk.digitising.form
    assert form.isVisible() and form.uuid == layer.getFeature(2)["uuid"]
    form._step(1)
    assert form.uuid == layer.getFeature(3)["uuid"]
    form.close()
    for fid in (2, 3):
        change(layer, fid, scale=2)
    desk.save_edits()
    assert texts(bar) == ["All edits are saved."]


def test_windows_that_save_know_why_it_was_refused(start, bar, path, monkeypatch):
    desk = start()
    desk.open_path(path)
    layer = desk.workspace.layer
    change(layer, 2, scale=-1)
    monkeypatch.setattr(asking, "ask", lambda *_: "save")
    going_on, problem = asking.settle_edits(bar, layer)
    assert not going_on and "主体1" in problem and "种养规模" in problem
    change(layer, 2, scale=1)
    assert asking.settle_edits(bar, layer) == (True, "")


@pytest.mark.parametrize("way", ["rollBack", "undo"])
def test_a_refusal_goes_from_the_bar_when_the_edits_are_taken_back(start, bar, path, way):
    desk = start()
    desk.open_path(path)
    layer = desk.workspace.layer
    change(layer, 2, scale=-1)
    desk.save_edits()
    assert len(bar.items()) == 1
    if way == "rollBack":
        layer.rollBack()
    while layer.undoStack().canUndo():
        layer.undoStack().undo()
    assert bar.items() == []


def test_every_store_of_the_project_is_guarded_by_its_own_rules(start, bar, path, new_store, qtbot):
    other = new_store("360824", "新干.gpkg")  # another county
    fill(other, province="江西省", city="吉安市", county="新干县")
    desk = start()
    desk.open_path(path)
    desk.open_path(other)
    first = next(g.layer for g in desk.safety.guards.values() if g.path == path)
    assert desk.workspace.layer is not first and len(desk.safety.guards) == 2
    change(first, 1, scale=-1)
    assert not first.commitChanges() and "主体0" in texts(bar)[-1]
    change(first, 1, scale=2, status="submitted")  # faultless in its own county
    assert first.commitChanges(), texts(bar)


# --- coming and going ----------------------------------------------------------------------


def test_the_plugin_reloaded_twenty_times_loses_no_edit(start, bar, path, folder, qtbot):
    desk = start()
    desk.open_path(path)
    layer = desk.workspace.layer
    counted = ("beforeCommitChanges(bool)", "attributeValueChanged(QgsFeatureId,int,QVariant)")
    before = [layer.receivers(getattr(layer, name.partition("(")[0])) for name in counted]
    change(layer, 1, scale=-1)
    for _ in range(20):
        desk.remove()
        desk = start()
        qtbot.wait(1)
    assert before == [layer.receivers(getattr(layer, name.partition("(")[0])) for name in counted]
    assert len(list(folder.iterdir())) == 1 and desk.safety.offer is None
    desk.save_edits()
    assert len([text for text in texts(bar) if "cannot be saved" in text]) == 1
    change(layer, 1, scale=2)
    desk.save_edits()
    assert list(folder.iterdir()) == []


def test_a_removed_layer_leaves_its_edits_behind_for_the_next_opening(
    start, bar, path, folder, qtbot
):
    desk = start()
    desk.open_path(path)
    change(desk.workspace.layer, 1, contact="改")
    QgsProject.instance().removeMapLayer(desk.workspace.layer)
    assert desk.safety.guards == {}
    desk.open_path(path)
    qtbot.waitUntil(lambda: desk.safety.offer is not None)
    desk.safety.offer.restore()
    assert desk.workspace.layer.getFeature(1)["contact"] == "改"


def test_another_project_lets_the_guards_go(start, bar, path, folder, qtbot):
    desk = start()
    desk.open_path(path)
    change(desk.workspace.layer, 1, contact="改")
    qtbot.wait(10)
    QgsProject.instance().clear()
    assert desk.safety.guards == {} and len(list(folder.iterdir())) == 1
    desk.remove()


def test_a_layer_that_shows_another_store_is_guarded_there(start, bar, path, new_store):
    other = new_store(name="另.gpkg")
    fill(other)
    desk = start()
    layer = load_layers(path)[0]
    QgsProject.instance().addMapLayer(layer)
    source = load_layers(other)[0].source()
    layer.setDataSource(source, "另", "ogr")
    (guard,) = desk.safety.guards.values()
    assert guard.path == other
    change(layer, 1, scale=-1)
    assert not layer.commitChanges()


def test_the_store_can_be_read_after_an_editing_that_changed_nothing(start, bar, path, qtbot):
    """QGIS leaves its log switched on in a file that two layers show, and then cannot read it."""
    desk = start()
    desk.open_path(path)
    layer = desk.workspace.layer
    layers = list(QgsProject.instance().mapLayers().values())
    counts = {each.id(): each.featureCount() for each in layers}
    for end in (layer.rollBack, layer.commitChanges):
        assert layer.startEditing()
        qtbot.wait(50)
        assert end()
        qtbot.wait(100)
        for each in layers:
            each.dataProvider().reloadData()
        qtbot.waitUntil(lambda: {each.id(): each.featureCount() for each in layers} == counts)
        assert load_layers(path)[0].featureCount() == 3


# --- after a crash -------------------------------------------------------------------------


def test_the_offer_is_made_when_the_store_is_opened_and_accepted(start, bar, path, folder, qtbot):
    crash(path, folder, lambda session: session.change(1, contact="改"))
    desk = start()
    assert any("泰和 县.gpkg" in text for text in texts(bar))
    press(bar.currentItem(), "Open the store", qtbot)
    qtbot.waitUntil(lambda: desk.safety.offer is not None and desk.safety.offer.isVisible())
    offer = desk.safety.offer
    assert texts(bar) == []  # said by the window now
    table = offer.table
    assert [table.item(0, column).text() for column in (0, 1)] == [
        "主体0 · 豇豆 · 大鹏村",
        "Changed",
    ]
    assert "何英军 → 改" in table.item(0, 2).text()
    press(offer, "Restore", qtbot)
    assert not offer.isVisible() and desk.workspace.layer.getFeature(1)["contact"] == "改"
    desk.save_edits()
    assert "改" in {record["contact"] for record in stored(path).values()}
    assert list(folder.iterdir()) == []


def test_later_is_offered_again_at_the_next_start(start, bar, path, folder, qtbot):
    crash(path, folder, lambda session: session.change(1, contact="改"))
    desk = start()
    desk.open_path(path)
    qtbot.waitUntil(lambda: desk.safety.offer is not None)
    press(desk.safety.offer, "Later", qtbot)
    qtbot.wait(20)
    assert not desk.safety.offer.isVisible()
    desk.remove()
    desk = start()
    qtbot.waitUntil(lambda: desk.safety.offer is not None)


@pytest.mark.parametrize("answer", ["", "discard"])
def test_discarding_asks_first(answer, start, bar, path, folder, qtbot, monkeypatch):
    crash(path, folder, lambda session: session.change(1, contact="改"))
    desk = start()
    desk.open_path(path)
    qtbot.waitUntil(lambda: desk.safety.offer is not None)
    monkeypatch.setattr(recovery, "ask", lambda *_: answer)
    press(desk.safety.offer, "Discard…", qtbot)
    assert desk.safety.offer.isVisible() is (answer == "")
    assert len(list(folder.iterdir())) == (0 if answer else 1)
    assert not desk.workspace.layer.isModified()


def test_conflicts_are_named_record_by_record(start, bar, path, folder, qtbot, monkeypatch):
    def edits(session):
        session.change(1, contact="改")
        session.change(2, contact="改")

    crash(path, folder, edits)
    uuid = next(iter(stored(path)))
    with open_store(path, write=True) as store:
        store.apply({}, [], [{"uuid": uuid, "contact": "别人"}])
    desk = start()
    desk.open_path(path)
    qtbot.waitUntil(lambda: desk.safety.offer is not None)
    offer = desk.safety.offer
    press(offer, "Restore", qtbot)
    assert offer.isVisible() and offer.table.rowCount() == 1
    assert "主体0" in offer.table.item(0, 0).text()
    assert "别人 → 改" in offer.table.item(0, 2).text()
    assert not offer.buttons["restore"].isEnabled()
    layer = desk.workspace.layer
    assert [layer.getFeature(fid)["contact"] for fid in (1, 2)] == ["别人", "改"]
    monkeypatch.setattr(recovery, "ask", lambda *_: "discard")
    press(offer, "Discard…", qtbot)
    assert layer.commitChanges() and list(folder.iterdir()) == []


def test_the_offer_goes_with_its_layer_and_comes_back_with_it(start, bar, path, folder, qtbot):
    crash(path, folder, lambda session: session.change(1, contact="改"))
    desk = start()
    for _ in range(3):
        desk.open_path(path)
        qtbot.waitUntil(lambda: desk.safety.offer is not None)
        offer = desk.safety.offer
        QgsProject.instance().clear()
        assert desk.safety.offer is None
        qtbot.waitUntil(lambda offer=offer: sip.isdeleted(offer))
    desk.open_path(path)
    qtbot.waitUntil(lambda: desk.safety.offer is not None)
    desk.remove()  # with the window open
    assert len(list(folder.iterdir())) == 1


def test_edits_that_were_saved_after_all_are_not_offered(start, bar, path, folder, qtbot):
    crash(path, folder, lambda session: session.change(1, contact="改"))
    uuid = next(iter(stored(path)))
    with open_store(path, write=True) as store:
        store.apply({}, [], [{"uuid": uuid, "contact": "改"}])
    desk = start()
    desk.open_path(path)
    qtbot.waitUntil(lambda: list(folder.iterdir()) == [])
    assert desk.safety.offer is None
