"""A tile server on localhost that remembers what was asked of it."""

from __future__ import annotations

import contextlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage

ANSWERS = {
    "/html/": (200, "text/html", b"<html><body>login</body></html>"),
    "/418/": (418, "text/html", b"<html>I'm a teapot</html>"),
    "/403/": (403, "application/json", '{"msg":"非法Key","code":301001}'.encode()),
    "/json200/": (200, "application/json", '{"msg":"权限类型错误","code":300015}'.encode()),
    "/404/": (404, "text/plain", b"not found"),
    "/429/": (429, "text/plain", b""),
    "/500/": (500, "text/plain", b"oops"),
    "/text/": (200, "text/plain", b"hello"),
    "/empty/": (200, "image/png", b""),
}


def picture(colour=0xFFCCDDEE):
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(colour)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


class TileServer:
    """``asked``: (path with query, headers) of each request."""

    def __init__(self):
        self.asked: list[tuple[str, dict[str, str]]] = []
        asked, tile = self.asked, picture()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                if self.path.startswith("/slow/"):
                    time.sleep(3)
                status, kind, body = next(
                    (answer for start, answer in ANSWERS.items() if self.path.startswith(start)),
                    (200, "image/png", tile),
                )
                with contextlib.suppress(ConnectionError):
                    self.send_response(status)
                    self.send_header("Content-Type", kind)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.host = f"127.0.0.1:{self._server.server_port}"

    def url(self, path="tiles/{z}/{x}/{y}.png"):
        return f"http://{self.host}/{path}"

    @property
    def paths(self):
        return [path for path, _headers in self.asked]

    def close(self):
        self._server.shutdown()
        self._server.server_close()
