"""A real store with records, for tests of map tools and neighbours."""

from __future__ import annotations

from origin_trace.core.divisions import standard_divisions
from origin_trace.core.products import standard_products
from origin_trace.layers.store import create_store
from origin_trace.layers.store_layers import load_layers
from origin_trace.layers.styling import save_default_style
from origin_trace.tests.unit.records import crop
from qgis.core import QgsFeatureRequest, QgsProject

COUNTY = ("江西省", "吉安市", "泰和县")


def make_store(path, records):
    """Create a store that holds these records; return its path."""
    divisions = [row for row in standard_divisions() if row[0].startswith("360826")]
    with create_store(path, "360826", divisions, standard_products(), COUNTY) as store:
        batch = {"id": "b1", "time": "2023-06-01T08:00:00.000Z", "operator": "王采集"}
        store.apply(batch, records, [])
    save_default_style(path, county_names=COUNTY)
    return str(path)


def open_layer(path):
    """Return the points of a store, in the project."""
    points, choices = load_layers(path)
    QgsProject.instance().addMapLayers([points, choices])
    return points


def near(metres_east, metres_north=0.0, **changes):
    """Return a record so far from the middle of the tests."""
    lon = 115.0 + metres_east / 99_650.0  # metres of a degree at 26.5° N
    lat = 26.5 + metres_north / 110_790.0
    original = {"coordinate_original": f"{lon:.9f},{lat:.9f}"}
    return crop(lon=lon, lat=lat, **{**original, **changes})


def of_uuid(layer, uuid):
    """Return the feature of a record."""
    return next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"\"uuid\"='{uuid}'")))
