"""Basemaps as raster layers; nothing is asked from the network before drawing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urlsplit

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import QUrl

from ..core.errors import InputError
from ..core.messages import Message
from .basemap_keys import give_key

OSM_URL = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
OSM_CREDIT = "© OpenStreetMap contributors"
_OSM_HOST = "openstreetmap.org"
TIANDITU_KINDS = ("vec", "cva", "img", "cia")
TIANDITU_URL = (
    "https://t0.tianditu.gov.cn/{kind}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
    "&LAYER={kind}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
    "&TileCol={x}&TileRow={y}&TileMatrix={z}&tk={key}"
)
TIANDITU_SITE = "https://www.tianditu.gov.cn/"
TIANDITU_ZOOM = (1, 18)
# Services in GCJ-02 or BD-09: their maps lie beside the true place.
_SHIFTED = (
    *("autonavi.com", "amap.com", "gtimg.com", "map.qq.com", "google.cn", "geoq.cn"),
    *("bdimg.com", "map.baidu.com", "bdstatic.com", "google.com"),
)
_TRUE_PICTURES = re.compile(r"^(?!.*gl=cn).*google\.com/.*lyrs=s(&|$)")  # no roads on them


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
    url: str, name: str, zoom: tuple[int, int] = (0, 19), referer: str = "", credit: str = ""
) -> QgsRasterLayer:
    """Return a layer of XYZ tiles (EPSG:3857); raises InputError for a bad address.

    An address with ``{key}`` is drawn with the kept key of its server.
    """
    check_address(url)
    layer = _valid(QgsRasterLayer(xyz_uri(url, zoom, referer), name, "wms"), name)
    _set_credit(layer, credit)
    give_key(layer)
    return layer


def check_address(url: str) -> None:
    """Raise InputError where an address is not one of XYZ tiles."""
    if not all(part in url for part in ("{x}", "{z}")) or not ("{y}" in url or "{-y}" in url):
        raise InputError(
            Message("The tile address {url} lacks one of {parts}.", url=url, parts="{x} {y} {z}"),
            Message("Write it as the tile service gives it."),
        )
    if urlsplit(url).scheme not in ("http", "https", "file"):
        raise InputError(
            Message("The tile address {url} does not begin with https://.", url=url),
            Message("Write it as the tile service gives it."),
        )


def file_layer(path: str | Path, name: str, credit: str = "") -> QgsRasterLayer:
    """Return a layer of MBTiles or of another raster file; raises InputError."""
    path = Path(path)
    if not path.is_file():
        raise InputError(
            Message("The basemap file {path} does not exist.", path=str(path)),
            Message("Choose the file again; it may have been moved."),
        )
    if path.suffix.lower() != ".mbtiles":
        layer = _valid(QgsRasterLayer(str(path), name, "gdal"), name)
    else:
        if not _holds_pictures(path):
            raise InputError(
                Message("{file} holds no raster tiles.", file=path.name),
                Message("Choose an MBTiles file of pictures (PNG or JPEG), not of vectors."),
            )
        address = bytes(QUrl.fromLocalFile(str(path.absolute())).toEncoded()).decode()
        layer = QgsRasterLayer(f"type=mbtiles&url={address}&tilePixelRatio=1", name, "wms")
        if not layer.isValid():  # QGIS does not find paths with "#"
            layer = _valid(QgsRasterLayer(str(path), name, "gdal"), name)
    _set_credit(layer, credit)
    return layer


def tianditu_url(kind: str) -> str:
    """Return the address of a 天地图 layer: vec, img (maps), cva, cia (their names)."""
    if kind not in TIANDITU_KINDS:
        raise InputError(Message("There is no tile layer {kind}.", kind=kind))
    return TIANDITU_URL.replace("{kind}", kind)


def shift_warning(url: str) -> Message | None:
    """Return a warning for a service whose maps are shifted; None for others."""
    host = urlsplit(url).netloc.casefold().partition(":")[0]
    known = any(host == name or host.endswith("." + name) for name in _SHIFTED)
    if not known or _TRUE_PICTURES.match(url):
        return None
    return Message(
        "The maps of {host} are shifted by some 500 m against true coordinates (GCJ-02, BD-09). "
        "Do not place points on them.",
        host=host,
    )


def attributions(layers: Iterable[QgsMapLayer]) -> list[str]:
    """Return what the services of layers want to be named by, each once."""
    tiles = [layer for layer in layers if layer.providerType() == "wms"]
    found = [
        OSM_CREDIT if _OSM_HOST in layer.source() else layer.serverProperties().attribution()
        for layer in tiles
    ]
    return [text for text in dict.fromkeys(found) if text]


def credit(layer: QgsMapLayer) -> str:
    """Return what to print as a basemap's source: its own words on it, else its name."""
    if _OSM_HOST in layer.source():
        return OSM_CREDIT
    attribution = layer.serverProperties().attribution()
    return attribution or "；".join(layer.metadata().rights()) or layer.name()


def _set_credit(layer: QgsRasterLayer, text: str) -> None:
    """Say whose map it is, to layouts (by the attribution) and to ``map_credits()``."""
    if text:
        layer.serverProperties().setAttribution(text)
        metadata = layer.metadata()
        metadata.setRights([text])
        layer.setMetadata(metadata)


def _holds_pictures(path: Path) -> bool:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return gdal.OpenEx(str(path), gdal.OF_RASTER, allowed_drivers=["MBTiles"]) is not None
    except RuntimeError:  # where somebody called UseExceptions()
        return False
    finally:
        gdal.PopErrorHandler()


def _valid(layer: QgsRasterLayer, name: str) -> QgsRasterLayer:
    if not layer.isValid():
        raise InputError(
            Message("The basemap {name} cannot be opened.", name=name),
            Message("Check its address or file."),
        )
    return layer
