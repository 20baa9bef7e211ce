"""Keys of tile services: kept encrypted by QGIS, never in a layer's source.

A source has ``{key}`` where the key belongs. Only the layer's data provider, which
draws, gets the real one: projects, layer definitions, styles and copies are made from
the source and never hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote, urlsplit

from qgis.core import QgsApplication, QgsCredentials, QgsMapLayer, QgsRasterLayer

from ..core.messages import Message

PLACE = "{key}"
_STORED = "origin_trace/key/"
_ENCODED_PLACE = re.compile(r"\{key\}|%7Bkey%7D", re.IGNORECASE)  # as read from a project
_KEY_PARAMETER = re.compile(
    r"([?&](?:tk|key|ak|token|access_token|api_?key)=)([^&{}]{6,})", re.IGNORECASE
)
_NUMBERED = re.compile(r"^[a-z]{1,4}\d{1,2}\.|^\{[^}]*\}\.")  # t0., webrd01. : one of many servers

_session: dict[str, str] = {}  # service -> key, as long as QGIS runs


def service(url: str) -> str:
    """Return the name under which the key of an address is kept: its server, unnumbered."""
    return _NUMBERED.sub("", (urlsplit(url).netloc or "").casefold())


def split_key(url: str) -> tuple[str, str]:
    """Return an address with ``{key}`` in the place of the key written in it, and that key."""
    found = _KEY_PARAMETER.search(url)
    if found is None:
        return url, ""
    return url[: found.start(2)] + PLACE + url[found.end(2) :], unquote(found.group(2))


def clean_key(key: str) -> str:
    """Return a key without the blanks and line ends that come along when it is copied."""
    return "".join(key.split())


def missing_key(name: str) -> Message:
    """Return what to say where the key of a service is not there."""
    if has_key(name):
        return Message(
            "The key of {service} is locked in QGIS's password store: give its master password, "
            "or enter the key again under Basemaps.",
            service=name,
        )
    return Message(
        "The basemap of {service} needs a key: enter yours under Basemaps.", service=name
    )


def has_key(name: str) -> bool:
    """Tell whether there is a key for a service; never asks for the master password."""
    return bool(_session.get(name)) or _manager().existsAuthSetting(_STORED + name)


def find_key(name: str, ask: bool = True) -> str:
    """Return the key of a service, "" where there is none or it is not given away.

    QGIS asks for its master password where it has to; ``ask`` False: then "" instead.
    """
    if name not in _session:
        manager = _manager()
        known = not manager.isDisabled() and manager.existsAuthSetting(_STORED + name)
        if not known or not (ask or manager.masterPasswordIsSet()):
            return ""
        key = manager.authSetting(_STORED + name, "", True) or ""
        if not key:
            return ""
        _session[name] = str(key)
    return _session[name]


def keep_key(name: str, key: str) -> Message | None:
    """Keep a key; an empty one is forgotten. Returns what the person should know."""
    key = clean_key(key)
    manager = _manager()
    if not key:
        _session.pop(name, None)
        if not manager.isDisabled() and manager.existsAuthSetting(_STORED + name):
            manager.removeAuthSetting(_STORED + name)
        return None
    _session[name] = key
    opened = not manager.isDisabled() and manager.setMasterPassword(True)
    if opened and manager.storeAuthSetting(_STORED + name, key, True):
        return None
    return Message(
        "QGIS's password store is closed: the key is kept until QGIS is closed, then has to "
        "be entered again. If the master password is lost, reset the store under Settings › "
        "Options › Authentication."
    )


def unlock_quietly() -> None:
    """Open QGIS's password store where the system's keyring has its password; ask nobody."""
    manager, person = _manager(), QgsCredentials.instance()
    if manager.isDisabled() or manager.masterPasswordIsSet():
        return
    silent = _NoAnswer()
    silent.setInstance(silent)
    try:
        manager.setMasterPassword(True)
    finally:
        silent.setInstance(person)


class _NoAnswer(QgsCredentials):
    """Stands in for the window in which QGIS asks for passwords."""

    def requestMasterPassword(self, password: str, stored: bool) -> tuple[bool, str]:
        return False, ""

    def request(self, realm: str, user: str, password: str, message: str) -> tuple:
        return False, "", ""


def needs_key(layer: QgsMapLayer) -> str:
    """Return the service whose key a layer asks for; "" where it needs none."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "wms":
        return ""
    url = layer_url(layer)
    return service(url) if PLACE in url else ""


def layer_url(layer: QgsRasterLayer) -> str:
    """Return the tile address of a layer, without its key."""
    found = re.search(r"(?:^|&)url=([^&]*)", layer.source())
    return unquote(found.group(1)) if found else ""


def give_key(layer: QgsMapLayer, ask: bool = False) -> bool:
    """Let a layer draw with its key; False where it needs one that is not there."""
    name = needs_key(layer)
    if not name:
        return True
    key = find_key(name, ask)
    provider = layer.dataProvider()
    if not key or provider is None:
        return False
    # What draws is a copy of the provider, made from this address and not from the source.
    uri = _ENCODED_PLACE.sub(quote(quote(key, safe=""), safe=""), layer.source())
    if provider.dataSourceUri() != uri:
        provider.setDataSourceUri(uri)
        layer.triggerRepaint()
    return True


def without_key(layers: Iterable[QgsMapLayer], ask: bool = False) -> list[QgsMapLayer]:
    """Give layers their keys; return those for which there is none."""
    return [layer for layer in layers if not give_key(layer, ask)]


def _manager():
    return QgsApplication.authManager()
