"""Points layers for tests of maps and styles."""

from __future__ import annotations

import json
from pathlib import Path

from origin_trace.core.schema import COLLECTION_POINT, FLAG, INTEGER, NUMBER
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
TYPES = {
    NUMBER: QMetaType.Type.Double,
    INTEGER: QMetaType.Type.Int,
    FLAG: QMetaType.Type.Int,
}


def truth(name):
    """Return the records that a sample sheet holds."""
    return json.loads((SHEETS / f"{name}.json").read_text(encoding="utf-8"))["records"]


def points_layer(records, name="points"):
    """Return a memory layer with the store's columns."""
    layer = QgsVectorLayer("Point?crs=EPSG:4490", name, "memory")
    provider = layer.dataProvider()
    provider.addAttributes(
        [QgsField(c.name, TYPES.get(c.kind, QMetaType.Type.QString)) for c in COLLECTION_POINT]
    )
    layer.updateFields()
    features = []
    for number, record in enumerate(records):
        feature = QgsFeature(layer.fields())
        feature["uuid"] = f"u{number:05d}"
        for column in COLLECTION_POINT:
            if record.get(column.name) not in (None, ""):
                feature[column.name] = record[column.name]
        if record.get("lon") is not None:
            point = QgsPointXY(record["lon"], record["lat"])
            feature.setGeometry(QgsGeometry.fromPointXY(point))
        features.append(feature)
    provider.addFeatures(features)
    layer.updateExtents()
    return layer


def at(lon, lat, product="豇豆", scale=10.0, unit="亩", **more):
    """Return a record at a place."""
    return dict(product=product, scale=scale, scale_unit=unit, lon=lon, lat=lat, **more)


def make_mbtiles(path):
    """Write tiles of one colour round 泰和县."""
    driver = gdal.GetDriverByName("MEM")
    source = driver.Create("", 512, 512, 3)
    source.SetProjection(QgsCoordinateReferenceSystem("EPSG:3857").toWkt())
    source.SetGeoTransform((12_770_000, 76.43702828517625, 0, 3_130_000, 0, -76.43702828517625))
    for band in (1, 2, 3):
        source.GetRasterBand(band).Fill(90 * band)
    assert gdal.GetDriverByName("MBTiles").CreateCopy(str(path), source) is not None
