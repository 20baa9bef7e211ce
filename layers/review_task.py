"""A decision over many records, in the background."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ..core.collecting import no_collecting
from ..core.judging import Seen, Verdict
from ..core.messages import Message
from ..core.reviews import Decision
from ..core.rules import Context
from ..translation import tr
from .reviewing import carry_out
from .store import CancelledError
from .store_task import StoreTask, own_context


class ReviewTask(StoreTask):
    """Carries a decision out over the records asked for; leaves the ``verdict``."""

    FAILED = Message("The review could not be carried out; nothing was changed.")

    def __init__(
        self,
        path: str,
        decision: Decision,
        asked: Collection[Seen],
        in_hand: Collection[str],
        rules: Context,
        done: Callable[[ReviewTask], None],
    ) -> None:
        super().__init__(tr("Review"), done)
        self.decision = decision
        self.verdict: Verdict | None = None  # none where nothing was changed
        self._given = (path, decision, asked, in_hand, own_context(rules))

    def work(self) -> None:
        """Judge, then write in one transaction."""
        with no_collecting():
            self.verdict = carry_out(*self._given, self._step)

    def _step(self, share: float) -> None:
        if self.isCanceled():
            raise CancelledError(Message("Cancelled."))
        self.setProgress(100 * share)
