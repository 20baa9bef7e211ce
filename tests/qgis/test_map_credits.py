"""Whose basemap it is stands on the map."""

from __future__ import annotations

import pytest
from origin_trace.dialogs.map_credits import MapCredits
from origin_trace.layers.basemap_list import OSM, XYZ, Basemap, make_layers, with_defaults
from origin_trace.layers.basemaps import OSM_CREDIT
from qgis.gui import QgsMapCanvas


@pytest.fixture
def canvas(qtbot):
    made = QgsMapCanvas()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_openstreetmap_is_named_in_the_corner_while_it_is_shown(canvas, qtbot):
    credits = MapCredits(canvas)
    assert not credits.isVisible()
    layers = make_layers(with_defaults(Basemap("OSM", OSM)))
    canvas.setLayers(layers)
    assert credits.isVisible() and credits.text() == OSM_CREDIT
    canvas.resize(700, 400)
    qtbot.waitUntil(lambda: credits.geometry().right() > 600, timeout=3000)
    assert canvas.rect().contains(credits.geometry())
    canvas.setLayers([])
    assert not credits.isVisible()
    credits.close()


def test_each_source_is_named_once_and_none_without_a_credit(canvas):
    credits = MapCredits(canvas)
    address = "http://127.0.0.1:9/{z}/{x}/{y}"
    own = [make_layers(Basemap(name, XYZ, address, credit="© 县局"))[0] for name in "ab"]
    canvas.setLayers([*own, *make_layers(Basemap("c", XYZ, address))])
    assert credits.text() == "© 县局"
    credits.close()
    canvas.setLayers([])
