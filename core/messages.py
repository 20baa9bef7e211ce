"""A sentence for a person, kept apart from its language."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy


class Message:
    """An English template and its arguments; translated only when shown.

    ``Message("Row {row} is empty.", row=3)``. An argument may itself be a
    Message. The template must be a literal, so that the translation files
    can be kept complete by reading the source.
    """

    __slots__ = ("args", "text")

    def __init__(self, text: str, /, **args: object) -> None:
        self.text = text
        self.args = args

    def told(self, **args: object) -> Message:
        """Return this sentence with its arguments; itself it only declares the template."""
        made = copy(self)
        made.args = args
        return made

    def render(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence, its template passed through ``translate``."""
        args = {
            key: value.render(translate) if isinstance(value, Message) else value
            for key, value in self.args.items()
        }
        return translate(self.text).format(**args)

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"Message({self.render()!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.text, self.args) == (other.text, other.args)

    def __hash__(self) -> int:
        return hash(self.text)
