"""Tiled basemaps as raster layers; nothing is asked from the network before drawing."""

from __future__ import annotations

from urllib.parse import quote

from qgis.core import QgsMapLayer, QgsRasterLayer

from ..core.errors import InputError
from ..core.messages import Message
from ..translation import tr

OSM_URL = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
OSM_CREDIT = "© OpenStreetMap contributors"
TIANDITU_KINDS = ("vec", "cva", "img", "cia")
_TIANDITU_URL = (
    "https://t0.tianditu.gov.cn/{kind}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
    "&LAYER={kind}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
    "&TileCol={{x}}&TileRow={{y}}&TileMatrix={{z}}&tk={key}"
)
_TIANDITU_REFERER = "https://www.tianditu.gov.cn/"


def xyz_uri(url: str, zoom: tuple[int, int] = (0, 19), referer: str = "") -> str:
    """Return the source of an XYZ layer; ``url`` holds {x}, {y} or {-y}, and {z}.

    tilePixelRatio=1 says that tiles are drawn for the screen: a print then asks
    for few of them and their lettering stays readable.
    """
    # QGIS wants "?" and braces as they are, but "&" encoded.
    parts = ["type=xyz", "url=" + quote(url, safe=":/?={}-")]
    parts += [f"zmin={zoom[0]}", f"zmax={zoom[1]}", "tilePixelRatio=1"]
    if referer:
        parts.append(f"http-header:referer={referer}")
    return "&".join(parts)


def xyz_layer(
    url: str, name: str, zoom: tuple[int, int] = (0, 19), referer: str = ""
) -> QgsRasterLayer:
    """Return a layer of XYZ tiles (EPSG:3857); raises InputError for a bad address."""
    if not all(part in url for part in ("{x}", "{z}")) or not ("{y}" in url or "{-y}" in url):
        raise InputError(
            Message("The tile address {url} lacks one of {parts}.", url=url, parts="{x} {y} {z}"),
            Message("Write it as the tile service gives it."),
        )
    return _valid(QgsRasterLayer(xyz_uri(url, zoom, referer), name, "wms"), name)


def osm_layer() -> QgsRasterLayer:
    """Return OpenStreetMap; print OSM_CREDIT with it."""
    return xyz_layer(OSM_URL, "OpenStreetMap")


def tianditu_layer(kind: str, key: str, name: str = "") -> QgsRasterLayer:
    """Return a 天地图 layer: vec, img (maps), cva, cia (their names), with the user's key."""
    key = "".join(key.split())
    if kind not in TIANDITU_KINDS:
        raise InputError(Message("There is no tile layer {kind}.", kind=kind))
    if not key:
        raise InputError(
            Message("This basemap needs a key."),
            Message("Apply for a browser key at {site} and enter it.", site=_TIANDITU_REFERER),
        )
    url = _TIANDITU_URL.format(kind=kind, key=quote(key, safe=""))
    return xyz_layer(
        url, name or tr("Tianditu {kind}").format(kind=kind), (1, 18), _TIANDITU_REFERER
    )


def credit(layer: QgsMapLayer) -> str:
    """Return what to print as a basemap's source: its own words on it, else its name."""
    if "openstreetmap.org" in layer.source():
        return OSM_CREDIT
    attribution = layer.serverProperties().attribution()
    return attribution or "；".join(layer.metadata().rights()) or layer.name()


def _valid(layer: QgsRasterLayer, name: str) -> QgsRasterLayer:
    if not layer.isValid():
        raise InputError(
            Message("The basemap {name} cannot be opened.", name=name),
            Message("Check its address or file."),
        )
    return layer
