"""What was typed for a record stays when its layer, its store or the plugin goes."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ..core.errors import OriginTraceError, StoreError
from ..core.messages import Message
from ..layers.edit_guard import save_problem
from ..layers.value_words import column_words, value_words
from ..translation import tr
from .asking import ask
from .messages import error_text, say
from .record_page import RecordPage


def clash_words(values: Mapping[str, object]) -> str:
    """Return a line for each column -> value."""
    lines = (f"{column_words(c)}: {value_words(c, v) or '—'}" for c, v in values.items())
    return "\n".join(lines)


def leave_in_edits(page: RecordPage, bar: QgsMessageBar) -> None:
    """Put what was typed into the edits of its layer, which stays; say so in the bar."""
    name, words = page.name, _words(page)
    copy = {tr("Copy what was typed"): lambda: _copy(words)}
    try:
        rest = _write(page)
    except OriginTraceError as error:
        say(bar, error_text(error), Qgis.MessageLevel.Critical, copy)
        return
    text = tr("What was typed for {name} is among the layer's edits: save them.")
    text = "\n".join(part for part in (text.format(name=name), rest) if part)
    say(bar, text, Qgis.MessageLevel.Warning, copy)


def save_into_store(page: RecordPage, parent: QWidget) -> None:
    """Ask whether to save what was typed: its layer is about to go, and no bar may be left."""
    words = _words(page)
    text = tr("The store is being closed. Save into it what was typed for {name}?")
    buttons = {"save": tr("Save"), "discard": tr("Discard")}
    if ask(parent, f"{text.format(name=page.name)}\n\n{words}", buttons) == "discard":
        return
    layer = page.draft.layer
    try:
        problem = _write(page)
        if not layer.commitChanges():
            problem = "\n".join([save_problem(layer), problem])
    except OriginTraceError as error:
        problem = error_text(error)
    if problem:
        text = tr("Not everything could be saved.")
        buttons = {"copy": tr("Copy what was typed"), "": tr("Close")}
        if ask(parent, f"{text}\n{problem.strip()}", buttons) == "copy":
            _copy(words)


def _write(page: RecordPage) -> str:
    """Write what can be written; return a line for each text that is no value.

    Raises StoreError, with nothing changed.
    """
    page.finish_typing()
    refused = page.refused()
    changes = {c: v for c, v in page.form.changes().items() if c not in refused}
    layer = page.draft.layer
    if not layer.isEditable() and not layer.startEditing():
        raise StoreError(
            Message("{name} cannot be edited.", name=layer.name()),
            Message("Copy what was typed and keep it elsewhere."),
        )
    page.draft.write(changes)
    return "\n".join(f"{column_words(c)}: {text}" for c, text in refused.items())


def _words(page: RecordPage) -> str:
    """Return what was typed, line by line."""
    page.finish_typing()
    refused = page.refused()
    changes = {c: value_words(c, v) for c, v in page.form.changes().items() if c not in refused}
    if page.draft.moved:
        changes["geometry"] = value_words("geometry", page.draft.point)
    return "\n".join(f"{column_words(c)}: {v or '—'}" for c, v in {**changes, **refused}.items())


def _copy(words: str) -> None:
    QApplication.clipboard().setText(words)
