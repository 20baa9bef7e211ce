"""Work in the background that keeps its failure and hands its result to QGIS's main thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from qgis.core import QgsTask

from ..core.errors import OriginTraceError, StoreError
from ..core.messages import Message
from ..core.rules import Context
from .boundary import PolygonBoundary
from .store import CancelledError

_BREATH = 50  # entries (about 2 ms) after which the window gets its turn
_Item = TypeVar("_Item")


def own_context(context: Context) -> Context:
    """Return a context for another thread: with a boundary of its own."""
    if not isinstance(context.inside, PolygonBoundary):
        return context
    return replace(context, inside=context.inside.copy())


class QuietTask(QgsTask):
    """A task that keeps what it failed with and calls ``done`` with itself in the end."""

    def __init__(
        self,
        title: str,
        done: Callable[[QuietTask], None],
        more: QgsTask.Flag | QgsTask.Flags = QgsTask.Flag.CanCancel,
    ) -> None:
        """``more``: flags beside those that all have."""
        super().__init__(title, QgsTask.Flag.CanCancel | QgsTask.Flag.Silent | more)
        self.error: OriginTraceError | None = None
        self._done: Callable | None = done

    def forget(self) -> None:
        """Stop, and tell nobody."""
        self._done = None
        self.cancel()

    def work(self) -> None:
        """Do the task's work; runs in a thread of its own."""
        raise NotImplementedError

    def run(self) -> bool:
        """Work, keeping every failure: an exception in here would take QGIS down."""
        try:
            self.work()
        except CancelledError:
            return False
        except OriginTraceError as error:
            self.error = error
        except Exception as error:
            self.error = StoreError(
                Message("Work in the background failed: {title}.", title=self.description()),
                Message("Please report this error."),
                repr(error),
            )
        return self.error is None

    def finished(self, result: bool) -> None:
        """Hand the result over; QGIS calls this in the main thread."""
        done, self._done = self._done, None
        if done is not None:
            done(self)

    def steps(self, items: Iterable[_Item], count: int) -> Iterator[_Item]:
        """Yield the items, with pauses in which the main thread gets hold of Python."""
        for number, item in enumerate(items):
            if number % _BREATH == 0:
                if self.isCanceled():
                    raise CancelledError(Message("Stopped."))
                time.sleep(0.0002)
                if count and number % (20 * _BREATH) == 0:
                    self.setProgress(95.0 * number / count)
            yield item
