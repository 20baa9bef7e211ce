"""Layout templates: those that we ship, and those that people made of them."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from origin_trace.core.products import standard_products
from origin_trace.layers import fonts, layouts, map_templates
from origin_trace.layers.map_content import count_content
from origin_trace.layers.map_texts import map_words
from origin_trace.tests.qgis.map_layers import at, points_layer, truth
from origin_trace.tests.qgis.test_layouts import boxes, build, polygons, spec, word
from qgis.core import (
    Qgis,
    QgsLayoutItemLabel,
    QgsLayoutSize,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtGui import QFont

ROOT = Path(__file__).resolve().parents[2]


def comparable(text):
    """Return a template without the size that the scale bar takes from the machine's font."""
    return re.sub(r"(<LayoutItem [^>]*id=\"ot_scalebar\"[^>]*?) size=\"[^\"]*\"", r"\1", text)


@pytest.mark.skipif(
    Qgis.QGIS_VERSION_INT // 100 != 340, reason="another QGIS writes other templates"
)
def test_our_templates_are_as_the_scripts_make_them(tmp_path):
    """Run both scripts after a change of them."""
    for name in ("build_layouts.py", "build_list_layouts.py"):
        command = [sys.executable, ROOT / "scripts" / name, tmp_path]
        subprocess.run(command, check=True, capture_output=True)
    made = {path.name: comparable(path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()}
    kept = {path.name: comparable(path.read_text("utf-8")) for path in layouts.TEMPLATES.iterdir()}
    assert made == kept


def changed(folder, change, **page):
    """Return a template in which ``change`` was made to one of ours."""
    project = QgsProject()  # which the layout must not outlive
    layout = layouts.load_template(project, spec(**page))
    change(layout)
    path = folder / "own.qpt"
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return str(path)


def put_label_for(name):
    """Return a change that puts a label where another kind of item is looked for."""

    def change(layout):
        layout.removeLayoutItem(layout.itemById(name))
        label = QgsLayoutItemLabel(layout)
        layout.addLayoutItem(label)
        label.setId(name)

    return change


PANEL = ("ot_panel", "ot_legend", "ot_total", "ot_total_rule", "ot_note", "ot_scalebar")


@pytest.mark.parametrize("name", PANEL)
def test_any_item_but_the_map_may_lack_or_be_of_another_kind(qgis_app, tmp_path, name):
    records = truth("taihe_official")[:20]
    template = changed(tmp_path, lambda layout: layout.removeLayoutItem(layout.itemById(name)))
    _project, layout = build(records, polygons(), template=template)
    assert layout.itemById(name) is None and layout.itemById("ot_map").layers()
    _project, layout = build(records, template=changed(tmp_path, put_label_for(name)))
    assert isinstance(layout.itemById(name), QgsLayoutItemLabel)


def test_a_template_of_another_paper_size_is_printed_on_it(qgis_app, tmp_path):
    def change(layout):
        layout.pageCollection().page(0).setPageSize(QgsLayoutSize(594, 420))
        layout.itemById("ot_map").attemptResize(QgsLayoutSize(400, 300))

    path = changed(tmp_path, change)
    _project, layout = build(truth("taihe_official"), template=path, paper="A4")
    assert map_templates.page_size(Path(path)) == (594, 420)
    assert layout.itemById("ot_map").rect().width() == pytest.approx(400)
    assert word(layout, "ot_scale").startswith("1:")
    picture = tmp_path / "map.png"
    layouts.export_layout(layout, picture, 30)
    assert picture.stat().st_size > 10_000


def test_a_font_that_a_person_chose_stays(qgis_app, tmp_path):
    text, heading = (fonts.choose_family(role) for role in (fonts.TEXT, fonts.HEADING))
    assert text != heading

    def change(layout):
        label = layout.itemById("ot_title")
        chosen = label.textFormat()
        chosen.setFont(QFont(text))
        label.setTextFormat(chosen)

    _project, layout = build([at(115, 26.7)], template=changed(tmp_path, change))
    assert layout.itemById("ot_title").textFormat().font().family() == text
    assert layout.itemById("ot_legend_title").textFormat().font().family() == heading


@pytest.mark.parametrize("orientation", layouts.ORIENTATIONS)
def test_what_is_kept_unchanged_prints_the_same_map(qgis_app, tmp_path, orientation):
    """Opened, filled and kept, a template is what it was: nothing shrinks from time to time."""
    records = truth("taihe_official")
    title = "很长的标题" * 12
    own = tmp_path / "own.qpt"
    map_templates.copy_template(layouts.our_template("A4", orientation), own)
    for _time in range(2):
        project = QgsProject()
        layer = project.addMapLayer(points_layer(records))
        asked = spec(template=own, title=title, unit="")
        layout = map_templates.open_template(project, layer, asked)
        assert map_templates.keep_template(layout) == own
    _first, ours = build(records, polygons(), title=title, orientation=orientation)
    _second, made = build(records, polygons(), title=title, template=own)
    assert {name: box.toString(2) for name, box in boxes(made).items()} == {
        name: box.toString(2) for name, box in boxes(ours).items()
    }
    sizes = [layout.itemById("ot_title").textFormat().size() for layout in (ours, made)]
    assert sizes[0] == sizes[1]


def test_a_store_without_points_opens_a_template_that_still_works(qgis_app, tmp_path):
    own = tmp_path / "own.qpt"
    map_templates.copy_template(layouts.our_template("A4"), own)
    project = QgsProject()
    layer = project.addMapLayer(points_layer([at(None, None)]))
    layout = map_templates.open_template(project, layer, spec(template=own))
    assert layout in project.layoutManager().printLayouts()
    map_templates.keep_template(layout)
    _project, made = build([at(115, 26.7)], template=own)
    assert made.itemById("ot_scalebar").isVisible() and made.itemById("ot_total").isVisible()


def test_only_templates_with_our_map_are_listed(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(map_templates, "own_folder", lambda: tmp_path)
    (tmp_path / "other.qpt").write_text("<Layout/>")
    (tmp_path / "own.qpt").write_text('<Layout><LayoutItem id="ot_map"/></Layout>')
    gone = str(tmp_path / "gone.qpt")
    assert map_templates.own_templates([gone]) == [tmp_path / "own.qpt"]


def test_the_page_on_templates_lists_every_item_and_variable(qgis_app):
    page = (ROOT / "docs" / "map_templates.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(@?ot_\w+)` \|", page, flags=re.MULTILINE)
    project, layout = build([at(115, 26.7)])
    content = count_content(layout.itemById("ot_map").layers()[0], standard_products())
    variables = {
        *map_words(spec(), content, project.crs()),
        "ot_townships",
        "ot_scale_factor",
        "ot_page",
    }
    ours = layouts.TEMPLATES.glob("*.qpt")
    found = [re.findall(r' id="(ot_\w+)"', path.read_text(encoding="utf-8")) for path in ours]
    items = set(chain.from_iterable(found)) - {"ot_graticule"}
    assert sorted(listed) == sorted({f"@{name}" for name in variables} | items)
