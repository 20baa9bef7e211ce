"""Tables, indexes, aliases and triggers of a GeoPackage store."""

from __future__ import annotations

from osgeo import ogr, osr

from ..core.schema import COLLECTION_POINT, FLAG, INTEGER, NUMBER, Column
from ..core.tables import INDEXES, POINTS, TABLES
from .gpkg_triggers import triggers
from .sql_db import CGCS2000, GEOMETRY, SqlDatabase, index_name, name, ogr_errors, quote

_TYPES = {NUMBER: ogr.OFTReal, INTEGER: ogr.OFTInteger64, FLAG: ogr.OFTInteger64}

_DATA_COLUMNS = """CREATE TABLE IF NOT EXISTS gpkg_data_columns (
 table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
 mime_type TEXT, constraint_name TEXT,
 CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
 CONSTRAINT gdc_tn UNIQUE (table_name, name))"""
_DATA_CONSTRAINTS = """CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (
 constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
 min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
 CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))"""


def create_tables(database: SqlDatabase) -> None:
    """Create every table (the points first), the indexes, aliases and triggers."""
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(CGCS2000)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    create_table(database, POINTS, COLLECTION_POINT, srs)
    for table, columns in TABLES.items():
        create_table(database, table, columns)
    create_indexes(database)
    write_aliases(database)
    create_triggers(database)


def create_table(
    database: SqlDatabase,
    table: str,
    columns: tuple[Column, ...],
    srs: osr.SpatialReference | None = None,
) -> None:
    """Create one table, with points where ``srs`` is given."""
    options = ["FID=fid", f"IDENTIFIER={table}"]
    if srs is not None:
        options += [f"GEOMETRY_NAME={GEOMETRY}", "SPATIAL_INDEX=YES"]
    with ogr_errors():
        layer = database.dataset.CreateLayer(
            table, srs, ogr.wkbPoint if srs is not None else ogr.wkbNone, options
        )
        for column in columns:
            field = ogr.FieldDefn(column.name, _TYPES.get(column.kind, ogr.OFTString))
            # The points stay nullable: drafts are kept as they come, rules speak about gaps.
            field.SetNullable(srs is not None or column.required != "always")
            layer.CreateField(field)
        # Layers create their table late, and what follows is plain SQL.
        layer.SyncToDisk()


def create_indexes(database: SqlDatabase) -> None:
    """Create the indexes that are missing."""
    for table, indexes in INDEXES.items():
        for unique, columns in indexes:
            index = index_name(table, columns)
            listed = ", ".join(name(column) for column in columns)
            database.execute(
                f"CREATE {'UNIQUE ' if unique else ''}INDEX IF NOT EXISTS {index} "
                f"ON {name(table)} ({listed})"
            )


def create_triggers(database: SqlDatabase) -> None:
    """Create the triggers anew, as the declaration now has them."""
    for trigger, sql in triggers().items():
        database.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        database.execute(sql)


def write_aliases(database: SqlDatabase) -> None:
    """Save Column.label as column alias (GeoPackage extension gpkg_schema)."""
    database.execute(_DATA_COLUMNS)
    database.execute(_DATA_CONSTRAINTS)
    for table in ("gpkg_data_columns", "gpkg_data_column_constraints"):
        database.execute(
            "INSERT OR IGNORE INTO gpkg_extensions "
            "(table_name, column_name, extension_name, definition, scope) SELECT "
            f"'{table}', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema'"
            ", 'read-write' WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions "
            f"WHERE table_name = '{table}')"
        )
    for table, columns in {POINTS: COLLECTION_POINT, **TABLES}.items():
        for column in columns:
            values = (table, column.name, column.label, column.label, column.help or None)
            database.execute(
                "INSERT OR REPLACE INTO gpkg_data_columns "
                "(table_name, column_name, name, title, description) "
                f"VALUES ({', '.join(quote(value) for value in values)})"
            )
