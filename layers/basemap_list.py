"""The person's list of basemaps, kept in the settings without any key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from qgis.core import QgsRasterLayer

from ..core.errors import InputError
from ..core.messages import Message
from ..settings import BASEMAPS
from ..translation import tr
from . import basemaps
from .basemap_keys import PLACE, service

TIANDITU_MAP, TIANDITU_IMAGE, OSM, XYZ, FILE = (
    "tianditu_vec",
    "tianditu_img",
    "osm",
    "xyz",
    "file",
)
# The map and, over it, its names.
_TIANDITU_PAIRS = {TIANDITU_MAP: ("vec", "cva"), TIANDITU_IMAGE: ("img", "cia")}


@dataclass(frozen=True)
class Basemap:
    """One basemap. ``url``: XYZ address, or the path of a file; ``zoom``: levels served."""

    name: str
    kind: str
    url: str = ""
    zoom: tuple[int, int] = (0, 19)
    referer: str = ""
    credit: str = ""

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """(address, name) of each layer, the lowest first."""
        if self.kind in _TIANDITU_PAIRS:
            below, names = _TIANDITU_PAIRS[self.kind]
            return (
                (basemaps.tianditu_url(below), self.name),
                (basemaps.tianditu_url(names), tr("Place names")),
            )
        if self.kind == OSM:
            return ((basemaps.OSM_URL, self.name),)
        return ((self.url, self.name),)

    @property
    def service(self) -> str:
        """The service whose key it needs; "" where it needs none."""
        url = self.sources[0][0]
        return service(url) if PLACE in url else ""


def with_defaults(basemap: Basemap) -> Basemap:
    """Return a basemap with what its kind prescribes: levels, referer, credit."""
    values = asdict(basemap)
    if basemap.kind in _TIANDITU_PAIRS:
        values.update(
            url="",
            zoom=basemaps.TIANDITU_ZOOM,
            referer=basemaps.TIANDITU_SITE,
            credit=basemap.credit or tr("Tianditu"),
        )
    elif basemap.kind == OSM:
        values.update(url="", zoom=(0, 19), referer="", credit=basemaps.OSM_CREDIT)
    return Basemap(**values)


def ready_made() -> list[Basemap]:
    """Return the basemaps that everybody has at first."""
    return [
        with_defaults(Basemap(tr("Tianditu map"), TIANDITU_MAP)),
        with_defaults(Basemap(tr("Tianditu imagery"), TIANDITU_IMAGE)),
        with_defaults(Basemap("OpenStreetMap", OSM)),
    ]


def load_basemaps() -> list[Basemap]:
    """Return the person's list; the ready-made one where there is none yet."""
    kept = BASEMAPS.get()
    if not isinstance(kept, list):
        return ready_made()
    return [found for found in map(_read, kept) if found is not None]


def save_basemaps(items: Iterable[Basemap]) -> None:
    """Keep the list."""
    BASEMAPS.set([asdict(item) for item in items])


def _read(row: object) -> Basemap | None:
    """Return a kept entry; None for one that another version wrote."""
    try:
        values = dict(row)
        low, high = values.pop("zoom", (0, 19))
        found = Basemap(**values, zoom=(int(low), int(high)))
    except (TypeError, ValueError):
        return None
    known = found.kind in (*_TIANDITU_PAIRS, OSM, XYZ, FILE)
    return found if known and all(isinstance(text, str) for text in values.values()) else None


def make_layers(basemap: Basemap) -> list[QgsRasterLayer]:
    """Return the layers of a basemap, the lowest first. Raises InputError."""
    if basemap.kind == FILE:
        return [basemaps.file_layer(basemap.url, basemap.name, basemap.credit)]
    return [
        basemaps.xyz_layer(url, name, basemap.zoom, basemap.referer, basemap.credit)
        for url, name in basemap.sources
    ]


def check(basemap: Basemap) -> None:
    """Raise InputError where an entry cannot be a basemap."""
    if not basemap.name.strip():
        raise InputError(Message("The basemap has no name."), Message("Give it one."))
    if basemap.kind == XYZ:
        basemaps.check_address(basemap.url)
    elif basemap.kind == FILE:
        basemaps.file_layer(basemap.url, basemap.name)
