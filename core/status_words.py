"""The words for the states of review."""

from __future__ import annotations

from .messages import Message
from .schema import APPROVED, DRAFT, RETURNED, SUBMITTED

STATUS_WORDS = {
    DRAFT: Message("Draft"),
    SUBMITTED: Message("Submitted"),
    APPROVED: Message("Approved"),
    RETURNED: Message("Returned"),
}
