"""Stop QGIS from saving a layer's edits, from a slot of ``beforeCommitChanges``.

QGIS has ``QgsVectorLayer::setAllowCommit`` for this, which Python does not get. It is called
in the library where it is found there. Else the buffer is given, for the time of the save, a
feature of a kind that the layer cannot hold: QGIS looks for such before it writes anything.
Then QGIS adds a sentence about geometry types of its own.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerUndoCommandAddFeature,
)
from qgis.PyQt import sip

_SYMBOLS = ("_ZN14QgsVectorLayer14setAllowCommitEb", "?setAllowCommit@QgsVectorLayer@@QEAAX_N@Z")
_FOREIGN = "LineString (0 0, 1 1)"


def stop(layer: QgsVectorLayer) -> None:
    """Make the save that is about to begin fail, without a trace in the edit buffer."""
    if not _allow(layer, False):
        _spoil(layer)


def allow(layer: QgsVectorLayer) -> None:
    """Let the next save go on."""
    _allow(layer, True)


@lru_cache(1)
def _setter() -> Callable | None:
    """Return QGIS's own function; None where the library does not show it."""
    for library in _libraries():
        for symbol in _SYMBOLS:
            try:
                function = ctypes.CDLL(library)[symbol]
            except (AttributeError, OSError):
                continue
            function.argtypes, function.restype = [ctypes.c_void_p, ctypes.c_bool], None
            return function
    return None


def _libraries() -> list[str]:
    """Return the names under which the library that is loaded already is found."""
    if sys.platform == "win32":
        return ["qgis_core.dll"]
    if sys.platform == "darwin":
        return ["@rpath/qgis_core.framework/qgis_core"]
    try:
        with Path("/proc/self/maps").open(encoding="utf-8", errors="replace") as maps:
            lines = [line.split()[-1] for line in maps if "libqgis_core" in line]
    except OSError:
        return []
    return lines[:1]


def _allow(layer: QgsVectorLayer, allowed: bool) -> bool:
    setter = _setter()
    if setter is None:
        return False
    setter(sip.unwrapinstance(layer), allowed)
    return True


def _spoil(layer: QgsVectorLayer) -> None:
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(_FOREIGN))
    command = QgsVectorLayerUndoCommandAddFeature(layer.editBuffer(), feature)
    command.redo()
    told = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]

    def clean(*_message: object) -> None:
        """Take the feature back as soon as QGIS writes into its log that the save failed."""
        if layer.commitErrors():
            told.disconnect(clean)
            command.undo()

    told.connect(clean)
