"""The provider that QGIS lists in its toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms import ALGORITHMS
from .models import MonthlyResults

_ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "provider.svg"


class OriginTraceProvider(QgsProcessingProvider):
    """Provider ``origintrace``."""

    def __init__(self) -> None:
        super().__init__()
        QgsApplication.processingRegistry().providerAdded.connect(self._registered)

    def unload(self) -> None:
        """Called by QGIS when the provider is removed."""
        QgsApplication.processingRegistry().providerAdded.disconnect(self._registered)

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
        """Add one instance of every algorithm, and the ready model once its steps are known."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is self:
            self.addAlgorithm(MonthlyResults())

    def _registered(self, provider: str) -> None:
        """Load again: a model finds its steps in the registry, which knew none until now."""
        if provider == self.id():
            self.refreshAlgorithms()
