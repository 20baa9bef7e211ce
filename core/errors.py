"""The one exception tree: what happened, details, and what to do next."""

from __future__ import annotations

from .messages import Message


class OriginTraceError(Exception):
    """Base of all errors that a person is told about.

    ``message`` says what happened and where, ``advice`` what to do next;
    ``detail`` is technical text for the log.
    """

    def __init__(self, message: Message, advice: Message | None = None, detail: str = "") -> None:
        super().__init__(message, advice, detail)
        self.message = message
        self.advice = advice
        self.detail = detail

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.message, self.advice) if part is not None)


class InputError(OriginTraceError):
    """A parameter or an input layer that cannot be used."""


class WorkbookError(OriginTraceError):
    """A workbook that cannot be read or written."""


class StoreError(OriginTraceError):
    """A store that cannot be opened, read or written."""


class NoStoreError(StoreError):
    """A sound GeoPackage that holds something else than a store."""
