"""A real PostgreSQL server for tests, in a folder of its own, without a network port."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from qgis.core import QgsDataSourceUri, QgsProviderRegistry

DATABASE = "county"
ADMINISTRATOR = "postgres"
CONNECTION = "县 台账 #1"


def programs() -> Path:
    """Return the folder of the newest server that is installed."""
    found = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0))
    path = shutil.which("initdb")
    if path is None:
        raise RuntimeError(
            "no PostgreSQL server with PostGIS is installed, and the tests need one: make setup"
        )
    return Path(path).resolve().parent


class Server:
    """Starts a server; ``connect`` makes a connection of QGIS to it."""

    def __init__(self) -> None:
        self._programs = programs()
        # Short, for the socket, and where another user may look in.
        self.folder = Path(tempfile.mkdtemp(prefix="origin-pg-", dir="/tmp"))
        self._data = self.folder / "data"
        # The server does not run as root.
        self._as = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, ADMINISTRATOR)
            self._as = ["runuser", "-u", ADMINISTRATOR, "--"]
        self._run(
            "initdb",
            "-D",
            self._data,
            "-E",
            "UTF8",
            "--no-locale",
            "-A",
            "trust",
            "-N",
            "-U",
            ADMINISTRATOR,
        )
        self.start()
        self.sql(f"CREATE DATABASE {DATABASE}", database="postgres")
        self.sql("CREATE EXTENSION postgis")

        self.connect(CONNECTION)
        self._schemas = 0

    def new_schema(self) -> str:
        """Return a name that no schema has yet."""
        self._schemas += 1
        return f"origin{self._schemas}"

    def _run(self, program: str, *arguments: object) -> str:
        command = [*self._as, str(self._programs / program), *map(str, arguments)]
        # The log goes to a file: a pipe would be held open by the server.
        log = self.folder / "programs.log"
        with log.open("ab") as output:
            done = subprocess.run(command, stdout=output, stderr=output, cwd="/", check=False)
        if done.returncode:
            raise RuntimeError(log.read_text(encoding="utf-8", errors="replace")[-2000:])

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off"
        self._run(
            "pg_ctl", "-D", self._data, "-w", "-o", settings, "-l", self.folder / "log", "start"
        )

    def stop(self) -> None:
        """Stop it at once, as a power cut does."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def remove(self) -> None:
        """Stop it and remove its folder."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, sql: str, user: str = ADMINISTRATOR, database: str = DATABASE) -> str:
        """Run plain SQL as a login; return what psql prints. Raises RuntimeError."""
        done = subprocess.run(
            [str(self._programs / "psql"), "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1",
             "-h", str(self.folder), "-U", user, "-d", database, "-c", sql],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout.strip()

    def connect(
        self,
        name: str,
        user: str = ADMINISTRATOR,
        password: str = "",
        host: str = "",
        database: str = DATABASE,
    ) -> str:
        """Register a connection of QGIS for a login; return its name."""
        metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
        uri = QgsDataSourceUri()
        uri.setConnection(host or str(self.folder), "", database, user, password)
        settings = {"saveUsername": True, "savePassword": bool(password)}
        metadata.saveConnection(metadata.createConnection(uri.uri(False), settings), name)
        return name
