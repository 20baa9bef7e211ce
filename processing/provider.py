"""The provider that QGIS lists in its toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms import ALGORITHMS

_ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "provider.svg"


class OriginTraceProvider(QgsProcessingProvider):
    """Provider ``origintrace``."""

    def id(self) -> str:
        """Return the id that callers use."""
        return "origintrace"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return "产地溯源一张图 Origin Trace"

    def icon(self) -> QIcon:
        """Return the provider's icon."""
        return QIcon(str(_ICON))

    def loadAlgorithms(self) -> None:
        """Add one instance of every algorithm."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
