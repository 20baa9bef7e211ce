"""Looks for likely duplicates of a record that was just saved or placed, and asks about them."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..layers.nearby import text_of
from ..layers.neighbours import near_records
from ..layers.placing import degrees_of
from .near_warning import BACK, KEEP, OPEN, NearWarning
from .records_under import title_of


class NearQuestion(QObject):
    """Asks once about each pair: what a person decided to keep is not asked about again."""

    open_wanted = pyqtSignal(str)  # uuid
    asked = pyqtSignal()  # the map is to be looked at
    kept = pyqtSignal()  # both are records of their own

    def __init__(self, canvas: QgsMapCanvas, window: QWidget) -> None:
        super().__init__()
        self._canvas, self._window = canvas, window
        self._kept: set[frozenset[str]] = set()
        self.warning: NearWarning | None = None

    def ask(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Look around a record, and ask where there is something."""
        point = degrees_of(layer, feature.geometry())
        if point is None:
            return
        uuid = text_of(feature, "uuid")
        found = near_records(
            layer,
            point,
            text_of(feature, "subject_name"),
            text_of(feature, "product"),
            uuid,
            village=text_of(feature, "village"),
            except_base=text_of(feature, "base_id"),
        )
        found = [near for near in found if frozenset((uuid, near.uuid)) not in self._kept]
        if not found:
            return

        def answered(answer: str, other: str) -> None:
            if answer == KEEP:
                self._kept.update(frozenset((uuid, near.uuid)) for near in found)
                self.kept.emit()
            elif answer in (OPEN, BACK):
                self.open_wanted.emit(other if answer == OPEN else uuid)

        self.close()
        self.warning = NearWarning(self._canvas, point, title_of(feature), found, self._window)
        self.warning.answered.connect(answered)
        self.asked.emit()
        self.warning.show()

    def close(self) -> None:
        """Take the question away, unanswered."""
        warning, self.warning = self.warning, None
        if warning is not None and not sip.isdeleted(warning):  # it goes when it is closed
            warning.answered.disconnect()
            warning.close()
