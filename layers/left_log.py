"""The write-ahead log that QGIS leaves switched on in a store when an editing ends.

QGIS takes the log away with the last handle of the file; a store has two layers, so one is
always left. The file then still says that it has a log, and whoever opens it without locks, as
QGIS does to read, is told "unable to open database file": no features, a count of -1.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsProject

from .gpkg_db import Database, DatabaseError
from .gpkg_open import leave_wal
from .store_layers import choices_layer, points_layer


def put_log_away(path: str, project: QgsProject) -> bool:
    """Make a file readable that has no log but says so; return False to be asked once more.

    While there is a log everybody can read: it goes with the last handle that uses it.
    """
    layer = points_layer(project, path)
    if layer is None or layer.isEditable() or not os.access(path, os.W_OK):
        return True
    if Path(f"{path}-wal").exists():
        return False
    with suppress(DatabaseError):  # another program has it: readable, until that lets go
        database = Database(path, write=True)
        try:
            leave_wal(database)
        finally:
            database.close()
    for each in (layer, choices_layer(project, path)):
        if each is not None and each.dataProvider().featureCount() < 0:
            each.dataProvider().reloadData()
    return True
