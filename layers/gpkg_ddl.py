"""Tables, indexes, aliases and first content of a GeoPackage store."""

from __future__ import annotations

from collections.abc import Iterable

from osgeo import ogr, osr

from ..core.products import Product
from ..core.schema import CHOICE_LISTS, COLLECTION_POINT, FLAG, INTEGER, NUMBER, Column
from ..core.tables import INDEXES, POINTS, TABLES, join_list
from .gpkg_db import Database, name, ogr_errors, quote
from .gpkg_triggers import GEOMETRY, triggers
from .gpkg_write import refused, storable

CGCS2000 = 4490
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


def create_tables(database: Database) -> None:
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
    database: Database,
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


def index_name(table: str, columns: tuple[str, ...]) -> str:
    """Return the name of the index of these columns."""
    return f"idx_{table}_{'_'.join(columns)}"


def create_indexes(database: Database) -> None:
    """Create the indexes that are missing."""
    for table, indexes in INDEXES.items():
        for unique, columns in indexes:
            index = index_name(table, columns)
            listed = ", ".join(name(column) for column in columns)
            database.execute(
                f"CREATE {'UNIQUE ' if unique else ''}INDEX IF NOT EXISTS {index} "
                f"ON {name(table)} ({listed})"
            )


def create_triggers(database: Database) -> None:
    """Create the triggers anew, as the declaration now has them."""
    for trigger, sql in triggers().items():
        database.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        database.execute(sql)


def write_aliases(database: Database) -> None:
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


def insert_rows(database: Database, table: str, rows: Iterable[dict]) -> int:
    """Insert rows (dict column -> value) into a table without geometry; return their number."""
    kinds = {column.name: column.kind for column in TABLES[table]}
    layer = database.layer(table)
    definition = layer.GetLayerDefn()
    index = {column: definition.GetFieldIndex(column) for column in kinds}
    count = 0
    with ogr_errors():
        for row in rows:
            feature = ogr.Feature(definition)
            for key, value in row.items():
                if key not in kinds or (isinstance(value, str) and not storable(value)):
                    raise refused(key, value, table)
                if value is None:
                    feature.SetFieldNull(index[key])
                elif kinds[key] in (INTEGER, FLAG):
                    feature.SetFieldInteger64(index[key], int(value))
                elif kinds[key] == NUMBER:
                    feature.SetField(index[key], float(value))
                else:
                    feature.SetFieldString(index[key], str(value))
            layer.CreateFeature(feature)
            count += 1
    return count


def product_row(product: Product, position: int) -> dict:
    """Return the row of table ``product`` that stands for a product."""
    return {
        "position": position,
        "name": product.name,
        "industry": product.industry,
        "units": join_list(product.units),
        "threshold": product.threshold,
        "facility_threshold": product.facility_threshold,
        "interval": product.interval,
        "plausible_min": product.plausible[0],
        "plausible_max": product.plausible[1],
        "aliases": join_list(product.aliases),
        "warn_aliases": join_list(product.warn_aliases),
        "ask_aliases": join_list(product.ask_aliases),
        "source": product.source or None,
    }


def parent_code(code: str) -> str | None:
    """Return the code of the division above (prefix of 2, 4, 6 or 9 digits)."""
    shorter = [length for length in (2, 4, 6, 9) if length < len(code)]
    return code[: shorter[-1]] if shorter else None


def fill(
    database: Database,
    meta: dict[str, str],
    divisions: Iterable[tuple[str, str]],
    products: Iterable[Product],
) -> None:
    """Write the first content: meta, divisions, products and value lists."""
    insert_rows(database, "meta", ({"key": k, "value": v} for k, v in meta.items()))
    insert_rows(
        database,
        "division",
        ({"code": code, "name": text, "parent": parent_code(code)} for code, text in divisions),
    )
    insert_rows(database, "product", (product_row(p, i) for i, p in enumerate(products, start=1)))
    insert_rows(
        database,
        "choice",
        (
            {"list": key, "value": value, "position": position}
            for key, values in CHOICE_LISTS.items()
            for position, value in enumerate(values, start=1)
        ),
    )
