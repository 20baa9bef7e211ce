"""The window of layout templates: copy, change, keep, print."""

from __future__ import annotations

import pytest
from origin_trace import settings
from origin_trace.dialogs import templates_dialog
from origin_trace.dialogs.templates_dialog import TemplatesDialog
from origin_trace.layers import layouts, map_templates
from origin_trace.tests.qgis.window_help import OFFICIAL, workspace_of
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog


@pytest.fixture
def window(new_store, run, qtbot, qgis_new_project, monkeypatch, tmp_path):
    """Return the window on a store with points, and what it had opened and printed."""
    store = new_store()
    run("importsheet", INPUT=[str(OFFICIAL)], STORE=store)
    workspace = workspace_of(store)
    monkeypatch.setattr(map_templates, "own_folder", lambda: tmp_path / "profile")
    settings.TEMPLATES.set([])
    shown, printed = [], []
    dialog = TemplatesDialog(workspace, shown.append, lambda *what: printed.append(what))
    qtbot.addWidget(dialog)
    yield dialog, shown, printed
    settings.TEMPLATES.set([])
    workspace.close()


def press(qtbot, dialog, key):
    assert dialog.buttons[key].isEnabled()
    qtbot.mouseClick(dialog.buttons[key], Qt.MouseButton.LeftButton)


def answer(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))


def rows(dialog, group):
    top = dialog.tree.topLevelItem(group)
    return [(top.child(row).text(0), top.child(row).text(1)) for row in range(top.childCount())]


def test_lists_ours_by_page_and_none_of_ones_own(window):
    dialog, _shown, _printed = window
    pages = [page for _name, page in rows(dialog, 0)]
    assert pages[:4] == ["A4 Landscape", "A4 Portrait", "A3 Landscape", "A3 Portrait"]
    assert rows(dialog, 1) == [("None yet", "")]
    assert not dialog.buttons["change"].isEnabled() and not dialog.buttons["keep"].isEnabled()


def test_a_copy_is_opened_with_points_changed_kept_and_printed(
    window, qtbot, monkeypatch, tmp_path
):
    dialog, shown, printed = window
    own = tmp_path / "县里的 模板" / "一张图.qpt"
    answer(monkeypatch, own.with_suffix(""))  # as typed without an ending
    press(qtbot, dialog, "copy")
    assert rows(dialog, 1)[0][0] == "一张图" and dialog.chosen == own
    (layout,) = shown
    assert layout.name() == "一张图" and layout in QgsProject.instance().layoutManager().layouts()
    assert "泰和县" in layout.itemById("ot_title").currentText()
    assert layout.itemById("ot_map").layers() == [dialog._workspace.layer]
    layout.itemById("ot_title").setText("重点区域 [% @ot_title %]")
    press(qtbot, dialog, "keep")
    text = own.read_text(encoding="utf-8")
    assert "重点区域" in text and "泰和" not in text and "gpkg" not in text
    press(qtbot, dialog, "change")
    assert shown == [layout, layout]  # not opened a second time
    press(qtbot, dialog, "print")
    assert printed == [("distributionmap", str(own))]
    assert settings.TEMPLATES.get() == [str(own)]


def test_what_cannot_be_written_or_used_is_said(window, qtbot, monkeypatch, tmp_path):
    dialog, shown, _printed = window
    (tmp_path / "file").write_text("")
    answer(monkeypatch, tmp_path / "file" / "x.qpt")
    press(qtbot, dialog, "copy")
    assert "cannot be written" in dialog._note.text()
    own = map_templates.own_folder() / "own.qpt"
    answer(monkeypatch, own)
    press(qtbot, dialog, "copy")
    layout = shown.pop()
    layout.removeLayoutItem(layout.itemById("ot_map"))
    before = own.read_bytes()
    press(qtbot, dialog, "keep")
    assert "ot_map" in dialog._note.text() and own.read_bytes() == before
    QgsProject.instance().layoutManager().removeLayout(layout)
    own.write_text('<Layout id="ot_map"', encoding="utf-8")
    press(qtbot, dialog, "change")
    assert "not a layout template" in dialog._note.text()


def test_a_template_with_a_list_prints_a_wall_map(window, qtbot):
    dialog, _shown, printed = window
    wanted = layouts.TEMPLATES / "listed_a3.qpt"
    dialog.refresh(wanted)
    assert dialog.tree.currentItem().text(0) == "Wall map"
    press(qtbot, dialog, "print")
    assert printed == [("wallmap", str(wanted))]


def test_nothing_is_left_when_the_file_window_is_closed(window, qtbot, monkeypatch):
    dialog, shown, _printed = window
    answer(monkeypatch, "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    press(qtbot, dialog, "copy")
    assert not shown and rows(dialog, 1) == [("None yet", "")]


def test_without_a_store_there_is_nothing_to_fill(window):
    dialog, _shown, _printed = window
    dialog._workspace.leave()
    assert not any(button.isEnabled() for button in dialog.buttons.values())
    assert templates_dialog._page_name(layouts.TEMPLATES / "none.qpt") == ""
