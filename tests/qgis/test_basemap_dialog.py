"""The windows for basemaps and for opening a store, used as a person does."""

from __future__ import annotations

import pytest
from origin_trace.dialogs.basemap_dialog import BasemapDialog
from origin_trace.dialogs.basemap_editor import BasemapEditor
from origin_trace.dialogs.basemap_keys import BasemapKeys
from origin_trace.layers import basemap_keys, basemap_list, basemaps
from origin_trace.layers.basemap_group import add_basemap, basemap_layers
from origin_trace.layers.basemap_list import FILE, TIANDITU_MAP, XYZ, Basemap
from origin_trace.settings import BASEMAPS, RECENT_STORES
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QPushButton

from .test_basemaps import KEY, TDT_PATH, Closed, Locked
from .tile_server import TileServer


@pytest.fixture
def server():
    made = TileServer()
    yield made
    made.close()


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    monkeypatch.setattr(basemap_keys, "_manager", lambda: Closed())
    yield
    BASEMAPS.set(None)
    RECENT_STORES.set([])
    basemap_keys._session.clear()


@pytest.fixture
def window(qtbot, project, server, monkeypatch):
    monkeypatch.setattr(basemaps, "TIANDITU_URL", server.url(TDT_PATH))
    dialog = BasemapDialog(project)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def note(dialog):
    return dialog._note.text() if dialog._note.isVisibleTo(dialog) else ""


def test_a_key_is_entered_tried_out_and_drawn_with(qtbot, window, server, project):
    click(qtbot, window._try)
    assert "needs a key" in note(window) and server.asked == []
    qtbot.keyClicks(window._key, KEY)
    click(qtbot, window._keep)
    assert "until QGIS is closed" in note(window)  # the store of this test is closed
    assert window._key.text() == ""
    click(qtbot, window._try)
    qtbot.waitUntil(lambda: "works" in note(window), timeout=10_000)
    assert server.paths[0].endswith(f"tk={KEY}")
    click(qtbot, window._show)
    assert len(basemap_layers(project)) == 2 and "was added" in note(window)


def test_a_layer_added_without_key_stays_and_the_key_reaches_it_later(qtbot, window, project):
    click(qtbot, window._show)
    assert "needs a key" in note(window)
    layers = basemap_layers(project)
    assert len(layers) == 2
    qtbot.keyClicks(window._key, KEY)
    click(qtbot, window._keep)
    assert all(KEY in layer.dataProvider().dataSourceUri() for layer in layers)
    assert not any(KEY in layer.source() for layer in layers)


def test_the_list_is_arranged_and_kept(qtbot, window):
    names = [item.name for item in window._items]
    click(qtbot, window._buttons["down"])
    click(qtbot, window._buttons["down"])
    assert not window._buttons["down"].isEnabled()
    assert [x.name for x in basemap_list.load_basemaps()] == [names[1], names[2], names[0]]
    click(qtbot, window._buttons["remove"])
    click(qtbot, window._buttons["remove"])
    click(qtbot, window._buttons["remove"])
    assert basemap_list.load_basemaps() == []
    assert not window._try.isEnabled() and not window._show.isEnabled()


def test_closing_lets_a_slow_test_go(qtbot, window, server):
    window._items[:] = [Basemap("慢", XYZ, server.url("slow/{z}/{x}/{y}"))]
    window._fill(0)
    click(qtbot, window._try)
    window.close()
    qtbot.wait(200)
    assert window._test is None


def editor(qtbot, basemap=None):
    made = BasemapEditor(basemap)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_key_in_a_pasted_address_is_kept_apart(qtbot):
    window = editor(qtbot)
    window._name.setText("我的")
    window._address.setText("https://t5.tianditu.gov.cn/x?a={x}&b={y}&c={z}&tk=abcdef012345")
    assert "kept apart" in note(window)
    window.accept()
    assert window.basemap.url.endswith("tk={key}")
    assert window.basemap.service == "tianditu.gov.cn"
    assert basemap_keys.find_key("tianditu.gov.cn") == "abcdef012345"


def test_a_shifted_service_is_warned_of_while_typing(qtbot):
    window = editor(qtbot)
    window._address.setText("https://webst01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}")
    assert "500 m" in note(window)


@pytest.mark.parametrize(
    ("basemap", "words"),
    [
        (Basemap("", XYZ, "https://a/{z}/{x}/{y}"), "no name"),
        (Basemap("a", XYZ, "https://a/{z}/{x}"), "lacks one of"),
        (Basemap("a", XYZ, "ftp://a/{z}/{x}/{y}"), "https://"),
        (Basemap("a", FILE, "/no/such.mbtiles"), "does not exist"),
    ],
)
def test_what_cannot_be_a_basemap_is_said_and_stays_open(qtbot, basemap, words):
    window = editor(qtbot, basemap)
    window.accept()
    assert words in note(window) and window.isVisible()


def test_a_project_with_a_missing_key_says_so_once(qtbot, project, server, monkeypatch):
    monkeypatch.setattr(basemaps, "TIANDITU_URL", server.url(TDT_PATH))
    bar, asked = QgsMessageBar(), []
    qtbot.addWidget(bar)
    keys = BasemapKeys(project, bar, lambda: asked.append(1))
    add_basemap(project, basemap_list.with_defaults(Basemap("天地图", TIANDITU_MAP)))
    qtbot.waitUntil(lambda: bool(bar.items()), timeout=3000)
    assert len(bar.items()) == 1 and "needs a key" in bar.items()[0].text()
    add_basemap(project, basemap_list.with_defaults(Basemap("天地图", TIANDITU_MAP)))
    qtbot.wait(200)
    assert len(bar.items()) == 1
    keys.close()
    assert bar.items() == []


def test_a_locked_key_is_offered_to_be_unlocked(qtbot, project, server, monkeypatch):
    monkeypatch.setattr(basemaps, "TIANDITU_URL", server.url(TDT_PATH))
    monkeypatch.setattr(basemap_keys, "_manager", lambda: Locked())
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    keys = BasemapKeys(project, bar, lambda: None)
    add_basemap(project, basemap_list.with_defaults(Basemap("天地图", TIANDITU_MAP)))
    qtbot.waitUntil(lambda: bool(bar.items()), timeout=3000)
    (message,) = bar.items()
    assert "locked" in message.text()
    basemap_keys._session[server.host] = KEY  # what QGIS gives once it is open
    click(qtbot, message.findChildren(QPushButton)[0])
    layers = basemap_layers(project)
    assert all(KEY in layer.dataProvider().dataSourceUri() for layer in layers)
    keys.close()


def test_the_list_is_read_again_when_the_window_comes_to_the_front(qtbot, window):
    other = BasemapDialog(window._project)
    qtbot.addWidget(other)
    other.remove()
    window._list.setFocus()
    window.activateWindow()
    window.changeEvent(QEvent(QEvent.Type.ActivationChange))
    if window.isActiveWindow():
        assert len(window._items) == 2 and window._list.count() == 2


def test_removing_the_layers_of_an_open_window_does_no_harm(qtbot, window, project):
    click(qtbot, window._show)
    project.clear()
    qtbot.keyClicks(window._key, KEY)
    click(qtbot, window._keep)
    click(qtbot, window._show)
    assert len(basemap_layers(project)) == 2
