"""Where a store on PostgreSQL is: a connection that QGIS knows by name, a schema, a county.

Written ``postgres://connection/schema/county``, with %2F for a / in the connection's name. The
server, the login and its password stay with QGIS (its connections and authentication store):
they are in no reference, no project and no message.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from qgis.core import (
    QgsCredentials,
    QgsDataSourceUri,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.tables import POINTS
from .sql_db import CGCS2000, GEOMETRY

PREFIXES = ("postgres://", "postgresql://")
PROVIDER = "postgres"
ROW = "fid"  # the column that QGIS takes for a feature's id
_COUNTY_SCHEMA = re.compile(r"(.+)_(\d{6})")
_CONNECT_SECONDS = 10


class Place(NamedTuple):
    """A store's connection, schema and county code, "" where it is not said."""

    connection: str
    schema: str
    county: str = ""

    def __str__(self) -> str:
        return PREFIXES[0] + "/".join(map(_written, filter(None, self)))

    @property
    def county_schema(self) -> str:
        """Name of the schema with the tables of the one county."""
        return county_schema(self.schema, self.county)


def _written(part: str) -> str:
    for sign in "%/|":  # all else stays as a person reads it
        part = part.replace(sign, f"%{ord(sign):02X}")
    return part


def county_schema(schema: str, county: str) -> str:
    """Return the name of the schema that holds the partitions of a county."""
    return f"{schema}_{county}"


def is_server(uri: object) -> bool:
    """Return whether a store's reference leads to a server and not to a file."""
    return str(uri).startswith(PREFIXES)


def parse_place(uri: str) -> Place:
    """Return the place that a reference names. Raises StoreError."""
    parts = [unquote(part) for part in uri.partition("://")[2].split("/")]
    parts = [part for part in parts if part]
    if not 2 <= len(parts) <= 3 or "@" in parts[0] or (len(parts) == 3 and not _code(parts[2])):
        # The reference is not repeated: somebody may have written a password into it.
        raise StoreError(
            Message("This reference does not lead to a store on a server."),
            Message(
                "Write postgres://connection/schema/county code, with the name of a PostgreSQL "
                "connection of QGIS. Login and password are kept there."
            ),
        )
    found = _COUNTY_SCHEMA.fullmatch(parts[1]) if len(parts) == 2 else None
    return Place(parts[0], *found.groups()) if found else Place(*parts)


def _code(text: str) -> bool:
    return len(text) == 6 and text.isdecimal()


def check_schema(schema: str) -> None:
    """Raise StoreError for a name that the schema of a store cannot have."""
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,39}", schema) or _COUNTY_SCHEMA.fullmatch(schema):
        raise StoreError(
            Message("{name} cannot be the name of a store's schema.", name=schema),
            Message("Use up to 40 small letters, digits and _, not ending in a county code."),
        )


def connection_uri(connection: str) -> QgsDataSourceUri:
    """Return what QGIS keeps under the name of a connection. Raises StoreError."""
    metadata = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    try:
        return QgsDataSourceUri(metadata.findConnection(connection).uri())
    except (QgsProviderConnectionException, AttributeError) as error:  # None for an unknown one
        raise StoreError(
            Message("QGIS knows no PostgreSQL connection {name}.", name=connection),
            Message("Set it up in the browser of QGIS, or choose another one."),
        ) from error


def connection_text(connection: str) -> str:
    """Return how libpq connects, with login and password: for OGR only, never to be shown."""
    return f"{connection_uri(connection).connectionInfo(True)} connect_timeout={_CONNECT_SECONDS}"


def place_of(source: str, table: str) -> Place | None:
    """Return the store whose table a QGIS layer shows.

    None where it is another table, or QGIS keeps no connection to that database.
    """
    uri = QgsDataSourceUri(source)
    found = _COUNTY_SCHEMA.fullmatch(uri.schema())
    if found is None or uri.table() != table:
        return None
    metadata = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    logins: dict[bool, str] = {}
    for name, connection in metadata.connections().items():
        known = QgsDataSourceUri(connection.uri())
        if _database(known) == _database(uri):
            logins.setdefault(_login(known) == _login(uri), name)
    # With the same login, if there is one.
    name = logins.get(True) or logins.get(False)
    return None if name is None else Place(name, *found.groups())


def _database(uri: QgsDataSourceUri) -> tuple[str, ...]:
    return uri.service(), uri.host(), uri.port() or "5432", uri.database()


def _login(uri: QgsDataSourceUri) -> tuple[str, ...]:
    return uri.authConfigId(), uri.username()


def table_source(place: Place, table: str) -> str:
    """Return the source of a QGIS layer, without a password. Raises StoreError.

    QGIS asks nobody for the password of this session; a project that is opened later does,
    where the connection has no configuration in the authentication store.
    """
    uri = connection_uri(place.connection)
    password = uri.password()
    uri.setPassword("")
    if password:
        QgsCredentials.instance().put(uri.connectionInfo(False), uri.username(), password)
    geometry = GEOMETRY if table == POINTS else None
    uri.setDataSource(place.county_schema, table, geometry, "", ROW)
    if geometry:
        uri.setSrid(str(CGCS2000))
    return uri.uri(False)
