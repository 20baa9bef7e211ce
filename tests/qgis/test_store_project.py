"""A store as a group of the project: styles, form, boundary, saved and opened again."""

from __future__ import annotations

import pytest
from origin_trace.layers import named_styles
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import BOUNDARY, ROLE, points_layer, with_role
from origin_trace.layers.store_project import add_store, set_boundary, view_extent
from origin_trace.layers.township_style import county_townships
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)

from .map_layers import at


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()


@pytest.fixture
def store(new_store):
    path = new_store()
    fill(path, [("u1", "澄江镇"), ("u2", "没有的乡"), ("u3", None)])
    return path


def fill(path, rows):
    with open_store(path, write=True) as opened:
        records = [
            at(114.9 + n / 100, 26.8, uuid=uid, base_id=uid, township=town, subject_name=uid)
            for n, (uid, town) in enumerate(rows)
        ]
        opened.apply({"operator": "测试"}, records, [])


def boundary_layer():
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490&field=名称:string", "县界", "memory")
    feature = QgsFeature(layer.fields())
    feature["名称"] = "泰和县"
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(114.5, 26.5, 115.5, 27.2)))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def styles(layer):
    return layer.styleManager().styles()


def test_a_store_becomes_a_group_named_after_it(project, store):
    layer = add_store(project, store)
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "泰和 县"
    assert layer.id() in group.findLayerIds()
    assert project.crs().authid() == "EPSG:4490"
    assert layer.isValid() and layer.featureCount() == 3
    assert group.findLayer(layer.id()).customProperty("showFeatureCount") == 1


def test_opening_it_again_returns_the_same_layer(project, store):
    first = add_store(project, store)
    again = add_store(project, store)
    assert first.id() == again.id()
    assert len(project.mapLayers()) == 2
    assert len(project.layerTreeRoot().children()) == 1


def test_a_project_with_layers_keeps_its_crs(project, store):
    project.addMapLayer(boundary_layer())
    before = project.crs().authid()
    add_store(project, store)
    assert project.crs().authid() == before


def test_every_style_has_the_same_form_and_mark(project, store):
    layer = add_store(project, store)
    names = list(named_styles.style_names().values())
    assert sorted(styles(layer)) == sorted(names)
    assert layer.styleManager().currentStyle() == names[0]
    seen = []
    for name in names:
        assert layer.styleManager().setCurrentStyle(name)
        tabs = [tab.name() for tab in layer.editFormConfig().tabs()]
        index = layer.fields().indexOf("trace_modes")
        setup = layer.editorWidgetSetup(index)
        seen.append((tabs, setup.type(), layer.attributeAlias(index), layer.labelsEnabled()))
        assert layer.customProperty(ROLE) == "points"
    assert seen[0][1] == "ValueRelation" and len(seen[0][0]) > 3
    assert all(each == seen[0] for each in seen)
    fields = [layer.renderer().classAttribute()]
    assert fields == ["township"]


def test_a_change_of_the_form_reaches_every_style(project, store):
    layer = add_store(project, store)
    index = layer.fields().indexOf("alias")
    before = layer.styleManager().currentStyle()
    named_styles.in_every_style(layer, lambda: layer.setFieldAlias(index, "俗名"))
    assert layer.styleManager().currentStyle() == before
    for name in styles(layer):
        layer.styleManager().setCurrentStyle(name)
        assert layer.attributeAlias(index) == "俗名"


def test_every_record_has_a_symbol_in_every_style(project, store):
    layer = add_store(project, store)
    for name in styles(layer):
        layer.styleManager().setCurrentStyle(name)
        context = QgsRenderContext()
        layer.renderer().startRender(context, layer.fields())
        drawn = [layer.renderer().symbolForFeature(f, context) for f in layer.getFeatures()]
        layer.renderer().stopRender(context)
        assert all(drawn) and len(drawn) == 3


def test_townships_of_the_list_and_others_are_in_the_legend(project, store):
    layer = add_store(project, store)
    layer.styleManager().setCurrentStyle(named_styles.style_names()["township"])
    categories = layer.renderer().categories()
    labels = [category.label() for category in categories]
    assert labels[0] == "澄江镇" and "没有的乡" in labels
    colours = [category.symbol().color().name() for category in categories]
    assert len(set(colours)) == len(colours)
    assert layer.renderer().legendSymbolItemsCheckable()


def test_a_saved_project_keeps_styles_and_is_found_again(project, store, tmp_path):
    add_store(project, store)
    set_boundary(project, boundary_layer())
    assert project.write(str(tmp_path / "工程.qgz"))
    opened = QgsProject()
    assert opened.read(str(tmp_path / "工程.qgz"))
    layer = points_layer(opened, store)
    assert sorted(styles(layer)) == sorted(named_styles.style_names().values())
    assert layer.customProperty(ROLE) == "points"
    assert add_store(opened, store).id() == layer.id()
    assert len(with_role(opened, BOUNDARY)) == 1
    index = layer.fields().indexOf("trace_modes")
    assert opened.mapLayer(layer.editorWidgetSetup(index).config()["Layer"]) is not None
    opened.clear()


def test_the_boundary_lies_under_the_points_with_names(project, store):
    layer = add_store(project, store)
    set_boundary(project, boundary_layer())
    found = with_role(project, BOUNDARY)
    assert len(found) == 1 and found[0].labelsEnabled()
    order = project.layerTreeRoot().layerOrder()
    assert order.index(layer) < order.index(found[0])


def test_there_is_one_boundary_only(project, store):
    add_store(project, store)
    set_boundary(project, boundary_layer())
    own = boundary_layer()
    project.addMapLayer(own)
    set_boundary(project, own)
    assert [x.id() for x in with_role(project, BOUNDARY)] == [own.id()]


def test_the_view_shows_records_else_boundary_else_china(project, new_store):
    path = new_store()
    layer = add_store(project, path)
    assert view_extent(layer).width() > 50
    assert 1 < view_extent(layer, boundary_layer()).width() < 1.3
    fill(path, [("u1", "澄江镇")])
    layer.reload()
    box = view_extent(layer, boundary_layer())
    assert box.contains(114.9, 26.8) and box.width() < 0.1


def test_names_wait_for_a_nearer_scale_where_points_are_many():
    scales = [named_styles.names_from(n) for n in (0, 140, 1000, 10_000, 100_000, 10_000_000)]
    assert scales[0] == scales[1] == 50_000
    assert scales == sorted(scales, reverse=True) and scales[-1] >= 500


def many(layer, path, count):
    fill(path, [(f"m{n}", "澄江镇") for n in range(count)])
    layer.reload()


def dress_of(path):
    with open_store(path) as opened:
        townships = county_townships(opened.divisions(), opened.county)
        return named_styles.Dress(opened.products(), opened.county_names, townships)


def sizes(layer):
    found = []
    for name in named_styles.style_names().values():
        layer.styleManager().setCurrentStyle(name)
        categories = layer.renderer().categories()
        found.append(categories[0].symbol().size())
    layer.styleManager().setCurrentStyle(next(iter(named_styles.style_names().values())))
    return found


def test_styles_follow_when_records_become_many(project, new_store, tmp_path, monkeypatch):
    monkeypatch.setattr(named_styles, "_SIZES", ((2, 4.2), (10, 3.0)))
    path = new_store()
    layer = add_store(project, path)
    fresh = sizes(layer)
    fill(path, [("u1", "澄江镇")])
    layer.reload()
    # kept in a project, as when QGIS is closed between
    assert project.write(str(tmp_path / "a.qgz")) and project.read(str(tmp_path / "a.qgz"))
    layer = points_layer(project, path)
    named_styles.fit_styles(layer, lambda: pytest.fail("nothing to do"))
    many(layer, path, 5)
    named_styles.fit_styles(layer, lambda: dress_of(path))
    assert sizes(layer) == [3.0, 2.4, 2.4, 2.4] and sizes(layer) != fresh
    assert layer.styleManager().currentStyle() == named_styles.style_names()["product"]
    named_styles.fit_styles(layer, lambda: pytest.fail("nothing to do"))


def test_a_style_that_a_person_changed_stays(project, new_store, monkeypatch):
    monkeypatch.setattr(named_styles, "_SIZES", ((2, 4.2), (10, 3.0)))
    path = new_store()
    layer = add_store(project, path)
    categories = layer.renderer().categories()
    symbol = categories[0].symbol().clone()
    symbol.setSize(9)
    layer.renderer().updateCategorySymbol(0, symbol)
    many(layer, path, 5)
    assert layer.startEditing()
    named_styles.fit_styles(layer, lambda: pytest.fail("not while editing"))
    layer.rollBack()
    named_styles.fit_styles(layer, lambda: dress_of(path))
    assert sizes(layer) == [9, 2.4, 2.4, 2.4]


def test_styles_stay_while_qgis_cannot_count(project, new_store, monkeypatch):
    layer = add_store(project, new_store())
    drawn_for = "origin_trace/drawn_for"
    named_styles.in_every_style(layer, lambda: layer.setCustomProperty(drawn_for, 9000))
    monkeypatch.setattr(layer, "featureCount", lambda: -1)
    named_styles.fit_styles(layer, lambda: pytest.fail("not counted"))
