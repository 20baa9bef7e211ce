"""The plugin: wires everything; the only place where ``iface`` comes in."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .processing.provider import OriginTraceProvider
from .settings import forget_operator, share_operator
from .translation import install_translator


class OriginTracePlugin:
    """Started by QGIS with its window, by qgis_process with ``iface=None``."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.provider: OriginTraceProvider | None = None
        self.translator: QTranslator | None = None
        self.desk = None

    def initProcessing(self) -> None:
        """Add the translator and the algorithms; called alone by qgis_process."""
        if self.provider is not None:
            return
        self.translator = install_translator()
        self.provider = OriginTraceProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        share_operator()

    def initGui(self) -> None:
        """Start inside QGIS."""
        self.initProcessing()
        from .dialogs.desk import Desk  # qgis_process has no window and needs none of it

        self.desk = Desk(self.iface)
        self.desk.install()

    def unload(self) -> None:
        """Take everything back, in reverse order."""
        if self.desk is not None:
            self.desk.remove()
            self.desk = None
        forget_operator()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
