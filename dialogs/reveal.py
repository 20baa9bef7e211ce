"""Whether lists on the screen show phones in full: for a reason that the store keeps (F2)."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import InputError
from ..core.masking import mask_phone
from ..core.messages import Message
from ..core.reviews import named
from ..layers.reveals import keep_reveal
from ..settings import operator_name
from .connections import Connections


class Reveal(QObject):
    """Phones are masked until somebody asks; they stay shown to that person.

    Until they are hidden again, another store is opened or somebody else works.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._operator = ""  # to whom they are shown
        self._all = False
        self._records: set[str] = set()
        self._connections = Connections()
        application = QgsApplication.instance()
        self._connections.add(application.customVariablesChanged, self._operator_changed)

    def close(self) -> None:
        """Let the signal go."""
        self._connections.drop()

    def begin(self, path: str) -> None:
        """Show the lists of another store, or of none: masked."""
        self._path = path
        self.hide()

    def shows(self, uuid: str | None = None) -> bool:
        """Return whether phones of a record, or of all, are shown in full."""
        return self._all or uuid in self._records

    def phone(self, phone: str | None, uuid: str | None = None) -> str:
        """Return a phone of a record as lists show it."""
        return (phone if self.shows(uuid) else mask_phone(phone)) or ""

    def show(self, reason: str, what: str, records: int, uuid: str | None = None) -> None:
        """Show phones from now on, those of one record where ``uuid`` is given.

        Kept in the store first. Raises InputError where somebody may not see them or gives no
        reason, and StoreError where it cannot be kept: then they stay masked.
        """
        operator = named(operator_name())
        if not reason.strip():
            raise InputError(
                Message("Phones are shown only for a reason."), Message("Write it in a few words.")
            )
        keep_reveal(self._path, what, operator, records, reason.strip(), uuid)
        self._operator = operator
        if uuid is None:
            self._all = True
        else:
            self._records.add(uuid)
        self.changed.emit()

    def hide(self) -> None:
        """Mask all phones again."""
        if self._all or self._records:
            self._all = False
            self._records.clear()
            self.changed.emit()

    def _operator_changed(self) -> None:
        if operator_name() != self._operator:
            self.hide()
