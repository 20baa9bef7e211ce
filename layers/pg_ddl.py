"""Schemas, tables and indexes of a store on PostgreSQL, derived from the declarations.

Every table stands once for all counties, partitioned by county code, and each county has its
partitions under the same names in a schema of its own. So the store of a county is read and
written by the very SQL that a single file is, a province looks at the tables above, and the
planner leaves out the counties that a question does not concern.
"""

from __future__ import annotations

from ..core.schema import COLLECTION_POINT, NUMBER
from ..core.tables import INDEXES, POINTS, TABLES
from .pg_place import ROW, county_schema
from .pg_roles import statements
from .pg_triggers import ATTACHED, functions, triggers
from .pg_write import column_type
from .sql_db import CGCS2000, GEOMETRY, SqlDatabase, index_name, name, quote

COUNTY = "county_code"
# Beside those that both back ends need: what is read by time at the size of a province.
_MORE_INDEXES = {"record_history": (("time",),), POINTS: (("base_id",),)}


def create_schema(database: SqlDatabase, schema: str) -> None:
    """Create the tables above all counties, with indexes and triggers."""
    database.execute(f"CREATE SCHEMA IF NOT EXISTS {name(schema)}")
    for table in (POINTS, *TABLES):
        _create_parent(database, schema, table)
    create_functions(database, schema)


def _create_parent(database: SqlDatabase, schema: str, table: str) -> None:
    place, sequence = f"{name(schema)}.{name(table)}", f"{schema}.{table}_{ROW}_seq"
    points = table == POINTS
    columns = COLLECTION_POINT if points else TABLES[table]
    lines = [f"{ROW} bigint NOT NULL DEFAULT nextval({quote(sequence)})"]
    for column in columns:
        line = f"{name(column.name)} {column_type(column)}"
        # The points stay nullable: drafts are kept as they come, rules speak about gaps.
        if column.required == "always" and not points:
            line += " NOT NULL"
        if points and column.kind == NUMBER:
            line += f" CHECK (abs({name(column.name)}) < 'Infinity')"
        lines.append(line)
    if points:
        lines.append(f"{GEOMETRY} geometry(Point, {CGCS2000})")
    lines.append(f"{COUNTY} text NOT NULL")
    database.execute(f"CREATE SEQUENCE {sequence}")
    database.execute(f"CREATE TABLE {place} ({', '.join(lines)}) PARTITION BY LIST ({COUNTY})")
    database.execute(f"ALTER SEQUENCE {sequence} OWNED BY {place}.{ROW}")
    for column in columns:
        database.execute(f"COMMENT ON COLUMN {place}.{name(column.name)} IS {quote(column.label)}")
    plain = [columns for unique, columns in INDEXES.get(table, ()) if not unique]
    for keys in (*plain, *_MORE_INDEXES.get(table, ())):
        listed = ", ".join(map(name, keys))
        database.execute(f"CREATE INDEX {index_name(table, keys)} ON {place} ({listed})")
    if points:
        database.execute(f"CREATE INDEX idx_{table}_{GEOMETRY} ON {place} USING gist ({GEOMETRY})")


def create_functions(database: SqlDatabase, schema: str) -> None:
    """Create the functions and triggers anew, as the declaration now has them."""
    for sql in functions(schema):
        database.execute(sql)
    for trigger, sql in triggers(schema).items():
        table = name(schema) + "." + name(ATTACHED[trigger])
        database.execute(f"DROP TRIGGER IF EXISTS {trigger} ON {table}")
        database.execute(sql)


def create_county(database: SqlDatabase, schema: str, county: str) -> None:
    """Create the schema and partitions of a county."""
    own = county_schema(schema, county)
    database.execute(f"CREATE SCHEMA {name(own)}")
    for table in (POINTS, *TABLES):
        place = f"{name(own)}.{name(table)}"
        database.execute(
            f"CREATE TABLE {place} PARTITION OF {name(schema)}.{name(table)} "
            f"({COUNTY} DEFAULT {quote(county)}, PRIMARY KEY ({ROW})) "
            f"FOR VALUES IN ({quote(county)})"
        )
        for keys in unique_keys(table):
            listed = ", ".join(map(name, keys))
            database.execute(f"CREATE UNIQUE INDEX {index_name(table, keys)} ON {place} ({listed})")


def create_roles(database: SqlDatabase, schema: str, county: str) -> None:
    """Create the groups of a county, with their rights."""
    for sql in statements(schema, county):
        database.execute(sql)


def unique_keys(table: str) -> list[tuple[str, ...]]:
    """Return the columns by which each row of a county's table is the only one."""
    return [columns for unique, columns in INDEXES.get(table, ()) if unique]
