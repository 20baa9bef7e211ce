"""Whether a store on PostgreSQL is sound: history, triggers, indexes."""

from __future__ import annotations

from ..core.messages import Message
from ..core.tables import INDEXES, POINTS, TABLES
from .pg_db import Postgres
from .pg_place import Place
from .pg_triggers import ATTACHED
from .sql_check import lost, unrecorded
from .sql_db import index_name, quote


def check_store(database: Postgres, place: Place) -> list[Message]:
    """Return what is wrong; empty where all is well. Reads all records."""
    schemas = ", ".join(map(quote, (place.schema, place.county_schema)))
    there = "SELECT relname::text FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace"
    indexes = database.texts(f"{there} WHERE relkind IN ('i', 'I') AND nspname IN ({schemas})")
    # Those of the county's own partitions, and only where they work.
    triggers = database.texts(
        "SELECT t.tgname || ' ' || c.relname FROM pg_trigger AS t "
        "JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace "
        f"WHERE n.nspname = {quote(place.county_schema)} AND t.tgenabled IN ('O', 'A')"
    )
    needed = {f"{trigger} {table}" for trigger, table in ATTACHED.items()} | {
        index_name(table, keys)
        for table in (POINTS, *TABLES)
        for _unique, keys in INDEXES.get(table, ())
    }
    return unrecorded(database) + lost(needed - {*indexes, *triggers})
