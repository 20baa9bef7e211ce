"""The store on PostgreSQL with PostGIS (see layers/store.py for the interface)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from ..core.errors import NoStoreError, StoreError
from ..core.messages import Message
from ..core.products import Product
from ..core.tables import POINTS
from . import upgrade
from .pg_check import check_store
from .pg_db import Postgres
from .pg_ddl import create_county, create_roles, create_schema
from .pg_errors import store_errors
from .pg_place import PROVIDER, Place, check_schema, connection_text, parse_place, table_source
from .sql_db import name, quote
from .sql_store import SqlStore
from .store_content import fill, first_meta


def open_postgis(uri: str, write: bool) -> PostgisStore:
    """Open a county's store on a server. Raises StoreError."""
    place = parse_place(uri)
    with store_errors(str(place)):
        database = Postgres(connection_text(place.connection), str(place), write)
        try:
            place = _found(database, place)
            database.path = str(place)
            database.search_in(place.county_schema)
            version = database.value("SELECT value FROM meta WHERE key = 'schema_version'")
            if not str(version).isdecimal():
                raise _no_store(place)
            if upgrade.is_older(int(version), place):
                raise StoreError(
                    Message("The store {path} is of an older version.", path=str(place)),
                    Message("Ask its administrator to upgrade it."),
                )
            return PostgisStore(database, place)
        except BaseException:
            database.close()
            raise


def _found(database: Postgres, place: Place) -> Place:
    """Return the place with its county: the one named, or the only one there is."""
    # Only those that the login may see.
    counties = database.texts(
        "SELECT right(nspname, 6) FROM pg_namespace AS n WHERE nspname ~ "
        f"{quote(f'^{place.schema}_[0-9]{{6}}$')} AND has_schema_privilege(n.oid, 'USAGE') "
        "AND EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = n.oid AND relname = 'meta') "
        "ORDER BY 1"
    )
    if place.county in counties:
        return place
    if place.county or not counties:
        raise _no_store(place)
    if len(counties) > 1:
        raise StoreError(
            Message(
                "{path} holds several counties: {counties}.",
                path=str(place),
                counties=", ".join(counties),
            ),
            Message(
                "Add the code of the county, such as {example}.",
                example=str(place._replace(county=counties[0])),
            ),
        )
    return place._replace(county=counties[0])


def _no_store(place: Place) -> StoreError:
    return NoStoreError(
        Message("There is no store {path} on the server.", path=str(place)),
        Message("Choose a store, or create one first."),
    )


def create_postgis(
    connection: str,
    schema: str,
    county: str,
    divisions: Iterable[tuple[str, str]],
    products: Iterable[Product],
    county_names: tuple[str, str, str],
) -> PostgisStore:
    """Create the empty store of a county, in one transaction, and open it for writing.

    A schema that holds the stores of other counties gets one more. Raises StoreError.
    """
    check_schema(schema)
    place = Place(connection, schema, county)
    meta = first_meta(county, county_names, upgrade.SCHEMA_VERSION)
    with store_errors(str(place)):
        database = Postgres(connection_text(connection), str(place), write=True)
        try:
            with database.schema_change():
                _create(database, place)
                database.search_in(place.county_schema)
                fill(database, meta, divisions, products)
        finally:
            database.close()
    return open_postgis(str(place), write=True)


def _create(database: Postgres, place: Place) -> None:
    schema = place.schema
    # Two people who create at once do so one after the other.
    database.execute(f"SELECT pg_advisory_xact_lock(hashtext({quote(schema)}))")
    if database.value(f"SELECT to_regnamespace({quote(name(place.county_schema))})::text"):
        raise StoreError(
            Message("{path} exists already and is not overwritten.", path=str(place)),
            Message("Choose another name, or open the store."),
        )
    database.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    database.search_in("pg_catalog")
    if database.value(f"SELECT to_regclass({quote(f'{name(schema)}.meta')})::text") is None:
        create_schema(database, schema)
    create_county(database, schema, place.county)
    create_roles(database, schema, place.county)


class PostgisStore(SqlStore):
    """A county's store on a server."""

    _database: Postgres

    def __init__(self, database: Postgres, place: Place) -> None:
        self._place = place
        super().__init__(database)

    def _errors(self) -> AbstractContextManager[None]:
        return store_errors(str(self._place))

    @contextmanager
    def database(self) -> Iterator[Postgres]:
        """Ask the database itself; what it reports becomes StoreError."""
        with self._errors():
            yield self._database

    def layer_uri(self, table: str = POINTS) -> tuple[str, str]:
        """Return (source, provider key) with which QGIS opens a table; no password in it."""
        return table_source(self._place, table), PROVIDER

    def backup(self, path: str | Path) -> None:
        """Refuse: a server is backed up by its administrator."""
        raise StoreError(
            Message("A store on a server is not copied into a file yet."),
            Message("Its administrator backs the database up, with pg_dump."),
        )

    def check(self) -> list[Message]:
        """Return what is wrong with the store's content or safeguards; slow."""
        with self._errors():
            return check_store(self._database, self._place)
