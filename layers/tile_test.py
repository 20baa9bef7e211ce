"""Trying out a basemap: one real tile is asked for, and what is wrong is said in words."""

from __future__ import annotations

import json
from math import asinh, pi, radians, tan
from urllib.parse import quote, urlsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QObject, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..core.errors import InputError
from ..core.messages import Message
from .basemap_keys import PLACE, find_key, missing_key
from .basemap_list import FILE, Basemap
from .basemaps import file_layer

SECONDS = 10
_LEVEL = 12  # most services have it everywhere
_CHINA = (104.0, 35.0)  # degrees, where nothing better is known

_Error = QNetworkReply.NetworkError
_NOT_FOUND = (_Error.HostNotFoundError,)
_LATE = (_Error.TimeoutError, _Error.OperationCanceledError)
_CERTIFICATE = (_Error.SslHandshakeFailedError,)
_PROXY = (
    _Error.ProxyConnectionRefusedError,
    _Error.ProxyConnectionClosedError,
    _Error.ProxyNotFoundError,
    _Error.ProxyTimeoutError,
    _Error.ProxyAuthenticationRequiredError,
    _Error.UnknownProxyError,
)


def tile_address(basemap: Basemap, at: tuple[float, float] | None = None) -> str:
    """Return the address of the tile at ``at`` (lon, lat in degrees), the key not filled in."""
    lon, lat = at or _CHINA
    z = max(basemap.zoom[0], min(_LEVEL, basemap.zoom[1]))
    count = 2**z
    x = int((lon + 180) / 360 * count)
    y = int((1 - asinh(tan(radians(max(-85.0, min(85.0, lat))))) / pi) / 2 * count)
    address = basemap.sources[0][0]
    for part, value in (("x", x), ("y", y), ("-y", count - 1 - y), ("z", z)):
        address = address.replace(f"{{{part}}}", str(value))
    return address


class TileTest(QObject):
    """Asks for one tile without holding the window up; ``finished`` tells how it went."""

    finished = pyqtSignal(bool, object)  # whether a picture came, Message

    def __init__(
        self,
        basemap: Basemap,
        at: tuple[float, float] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._basemap, self._at = basemap, at
        self._reply: QNetworkReply | None = None
        self._late = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._give_up)

    def start(self) -> None:
        """Ask; QGIS may ask the person for its master password first."""
        if self._basemap.kind == FILE:
            self._test_file()
            return
        address = tile_address(self._basemap, self._at)
        if PLACE in address:
            key = find_key(self._basemap.service)
            if not key:
                self.finished.emit(False, missing_key(self._basemap.service))
                return
            address = address.replace(PLACE, quote(key, safe=""))
        request = QNetworkRequest(QUrl(address))
        if self._basemap.referer:
            request.setRawHeader(b"Referer", self._basemap.referer.encode())
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            QNetworkRequest.CacheLoadControl.AlwaysNetwork,
        )
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy,
        )
        self._reply = QgsNetworkAccessManager.instance().get(request)
        self._reply.finished.connect(self._answered)
        self._timer.start(SECONDS * 1000)

    def stop(self) -> None:
        """Let the request go, unanswered."""
        self._timer.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.finished.disconnect(self._answered)
            reply.abort()
            reply.deleteLater()

    def _give_up(self) -> None:
        if self._reply is not None:
            self._late = True
            self._reply.abort()

    def _answered(self) -> None:
        self._timer.stop()
        reply, self._reply = self._reply, None
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        error = _Error.TimeoutError if self._late else reply.error()
        body = bytes(reply.readAll()) if reply.isOpen() else b""
        host = urlsplit(self._basemap.sources[0][0]).netloc
        reply.deleteLater()
        self.finished.emit(*judge(host, status, error, body))

    def _test_file(self) -> None:
        try:
            file_layer(self._basemap.url, self._basemap.name)
        except InputError as error:
            self.finished.emit(False, error.message)
        else:
            self.finished.emit(True, Message("The file can be drawn."))


def judge(
    host: str, status: int | None, error: QNetworkReply.NetworkError, body: bytes
) -> tuple[bool, Message]:
    """Return whether an answer is a picture, and what it means in plain words."""
    if status is None:
        if error == _Error.NoError and _is_picture(body):  # file:// tiles have no status
            return True, Message("The basemap works.")
        return False, _unanswered(host, error)
    reason = _reason(body)
    if reason or status in (401, 403, 418):
        return False, Message(
            "{host} refuses the key or the caller ({reason}). Check the key: it must be one for "
            "browsers, and not used up for today.",
            host=host,
            reason=reason or status,
        )
    if status == 404:
        return False, Message(
            "{host} has no tile there (404): check the address and the zoom levels.", host=host
        )
    if status == 407:
        return False, _unanswered(host, _Error.ProxyAuthenticationRequiredError)
    if status == 429:
        return False, Message("{host} was asked too often (429): try again later.", host=host)
    if status >= 400:
        return False, Message(
            "{host} reports a fault of its own ({status}): try again later.",
            host=host,
            status=status,
        )
    if _is_picture(body):
        return True, Message("The basemap works.")
    if error in _LATE:
        return False, _unanswered(host, error)
    if body.lstrip()[:1] == b"<":
        return False, Message(
            "{host} answers with a page instead of a picture: perhaps the network asks for a "
            "login in the browser first, or the address is wrong.",
            host=host,
        )
    return False, Message("{host} answers with something that is not a picture.", host=host)


def _unanswered(host: str, error: QNetworkReply.NetworkError) -> Message:
    if error in _NOT_FOUND:
        return Message(
            "The server {host} is not found: check the network connection and the address.",
            host=host,
        )
    if error in _LATE:
        return Message(
            "{host} does not answer within {seconds} seconds: try again later.",
            host=host,
            seconds=SECONDS,
        )
    if error in _CERTIFICATE:
        return Message(
            "The certificate of {host} is not accepted: check the computer's date, or ask who "
            "looks after the network.",
            host=host,
        )
    if error in _PROXY:
        return Message(
            "The proxy does not let the request through: check it in QGIS under Settings › "
            "Options › Network."
        )
    return Message(
        "There is no connection to {host}: check the network connection and the address.",
        host=host,
    )


def _is_picture(body: bytes) -> bool:
    return bool(body) and not QImage.fromData(body).isNull()


def _reason(body: bytes) -> str:
    """Return what a service says in JSON about a refusal, as 天地图 does; "" otherwise."""
    try:
        said = json.loads(body.decode("utf-8"))
    except ValueError:
        return ""
    if not isinstance(said, dict) or not ({"msg", "message", "code"} & said.keys()):
        return ""
    words = [said.get("msg") or said.get("message"), said.get("code")]
    return " ".join(str(word) for word in words if word not in (None, ""))[:200]
