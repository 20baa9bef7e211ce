"""createpostgisstore: an empty store for one county on a PostgreSQL server."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterDatabaseSchema,
    QgsProcessingParameterProviderConnection,
)

from ...core.products import standard_products
from ...layers.pg_place import PROVIDER, check_schema
from ...layers.postgis import create_postgis
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import store_group
from ..new_county import add_new_county, new_county, tell_made
from ..regions import county_of


class CreatePostgisStore(OriginTraceAlgorithm):
    """Make an empty store for one county in a schema of a PostgreSQL database."""

    NAME = "createpostgisstore"

    def title(self) -> str:
        return tr("Create a store on a server")

    def section(self) -> tuple[str, str]:
        return store_group()

    def about(self) -> str:
        return tr(
            "Makes a county's store in a PostgreSQL database with PostGIS, for several people at "
            "once. It has the tables, the history and the safeguards of a store in a file.\n"
            "A schema can hold the stores of many counties: run it once for each. An existing "
            "store is never overwritten."
        )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterProviderConnection("CONNECTION", tr("Connection"), PROVIDER),
            tr(
                "A PostgreSQL connection of QGIS. Login and password stay with it, best as a "
                "configuration of QGIS's authentication; the login must be allowed to make schemas "
                "and roles."
            ),
        )
        self.add(
            QgsProcessingParameterDatabaseSchema(
                "SCHEMA", tr("Schema"), "CONNECTION", defaultValue="origin_trace"
            ),
            tr("Where the tables go: up to 40 small letters, digits and _."),
        )
        add_new_county(self)
        self.addOutput(QgsProcessingOutputString("STORE", tr("Store")))

    def check(self, parameters, context) -> None:
        check_schema(self.parameterAsSchema(parameters, "SCHEMA", context))
        county_of(self.text(parameters, "REGION", context))

    def execute(self, parameters, context, feedback) -> dict:
        county = new_county(self, parameters, context)
        connection = self.parameterAsConnectionName(parameters, "CONNECTION", context)
        schema = self.parameterAsSchema(parameters, "SCHEMA", context)
        products = standard_products()
        with create_postgis(
            connection, schema, county.code, county.divisions, products, county.names
        ) as store:
            tell_made(county, feedback)
            feedback.pushInfo(tr("Give it to other algorithms as {store}").format(store=store.uri))
            return {"STORE": store.uri}
