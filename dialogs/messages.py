"""How windows tell a person what happened: in QGIS's message bar, details in the log."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QPushButton

from ..core.errors import OriginTraceError
from ..translation import render, tr

_SECONDS = {
    Qgis.MessageLevel.Info: 8,
    Qgis.MessageLevel.Success: 6,
    Qgis.MessageLevel.Warning: 15,
    Qgis.MessageLevel.Critical: 0,  # stays until it is read
}


def log_name() -> str:
    """Return the name of our tab in QGIS's log."""
    return tr("Origin trace")


def say(
    bar: QgsMessageBar,
    text: str,
    level: Qgis.MessageLevel = Qgis.MessageLevel.Info,
    buttons: dict[str, Callable[[], None]] | None = None,
) -> QgsMessageBarItem:
    """Show a sentence and return its item; ``buttons``: word -> what a click on it does.

    A message with buttons stays until it is answered or closed, or taken back by who
    answers for its buttons.
    """
    item = bar.createMessage(log_name(), text)
    for word, action in (buttons or {}).items():
        button = QPushButton(word, item)
        button.clicked.connect(lambda _checked=False, do=action: (bar.popWidget(item), do()))
        item.layout().addWidget(button)
    bar.pushWidget(item, level, 0 if buttons else _SECONDS.get(level, 8))
    QgsMessageLog.logMessage(text, log_name(), level, False)
    return item


def take_back(bar: QgsMessageBar, items: list[QgsMessageBarItem]) -> None:
    """Take messages out of the bar that are still there, and out of the list."""
    while items:
        item = items.pop()
        if not sip.isdeleted(item):
            bar.popWidget(item)


def error_text(error: OriginTraceError) -> str:
    """Return what happened and what to do next, as one paragraph."""
    return " ".join(render(part) for part in (error.message, error.advice) if part is not None)


def say_error(bar: QgsMessageBar, error: OriginTraceError) -> None:
    """Show an error of ours; its technical detail goes to the log."""
    say(bar, error_text(error), Qgis.MessageLevel.Critical)
    if error.detail:
        QgsMessageLog.logMessage(error.detail, log_name(), Qgis.MessageLevel.Critical, False)
