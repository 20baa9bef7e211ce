"""backupstore: a complete copy of a store, also while it is open."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFileDestination

from ...layers.store import open_store
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import store_group
from ..store_parameter import add_store


class BackupStore(OriginTraceAlgorithm):
    """Copy a store consistently."""

    NAME = "backupstore"

    def title(self) -> str:
        return tr("Back up a store")

    def section(self) -> tuple[str, str]:
        return store_group()

    def about(self) -> str:
        return tr(
            "Makes a complete copy of a store, also while it is open in QGIS. Copying the file "
            "by hand may miss work that was just saved."
        )

    def define(self) -> None:
        add_store(self)
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Backup"), fileFilter=tr("Store (GeoPackage)") + " (*.gpkg)"
            ),
            tr("Where to write the copy; an existing file is never overwritten."),
        )

    def execute(self, parameters, context, feedback) -> dict:
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        with open_store(self.text(parameters, "STORE", context)) as store:
            store.backup(path)
        return {"OUTPUT": path}
