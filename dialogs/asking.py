"""Questions that stop a person for a moment; each with its own words on the buttons."""

from __future__ import annotations

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QInputDialog, QMessageBox, QWidget

from ..layers.edit_guard import save_problem
from ..translation import tr
from .messages import say


def ask(parent: QWidget, text: str, buttons: dict[str, str]) -> str:
    """Return the key of the button that was pressed, "" where the question was closed.

    ``buttons``: key -> word, the safe one first.
    """
    box = QMessageBox(QMessageBox.Icon.Question, parent.windowTitle(), text, parent=parent)
    made = {}
    for key, word in buttons.items():
        made[box.addButton(word, QMessageBox.ButtonRole.ActionRole)] = key
    safe = next(iter(made))
    box.setDefaultButton(safe)
    box.setEscapeButton(safe)
    box.exec()
    return made.get(box.clickedButton(), "")


def ask_line(parent: QWidget, title: str, question: str, text: str = "") -> str | None:
    """Return a line that was typed, ``text`` at first; None where the question was closed."""
    window = QInputDialog(parent)
    window.setWindowTitle(title)
    window.setLabelText(question)
    window.setTextValue(text)
    window.setOkButtonText(tr("OK"))
    window.setCancelButtonText(tr("Cancel"))
    try:
        return window.textValue() if window.exec() else None
    finally:
        window.deleteLater()


def tell_elsewhere(window: QWidget, bar: QgsMessageBar, text: str, good: bool) -> None:
    """Say in QGIS's message bar how work ended, where the person is not at its window."""
    if not window.isActiveWindow():
        say(bar, text, Qgis.MessageLevel.Success if good else Qgis.MessageLevel.Warning)


def settle_edits(
    parent: QWidget, layer: QgsVectorLayer | None, without: str = ""
) -> tuple[bool, str]:
    """Ask what to do with unsaved edits of a layer; return whether to go on, and a problem.

    ``without``: what happens where they are left unsaved; "" where that cannot be.
    """
    if layer is None or not layer.isModified():
        return True, ""
    text = tr("{layer} has edits that are not saved.").format(layer=layer.name())
    buttons = {"": tr("Cancel"), "save": tr("Save edits and go on")}
    if without:
        text = f"{text}\n{without}"
        buttons["leave"] = tr("Go on without saving")
    answer = ask(parent, text, buttons)
    if answer == "save":
        if layer.commitChanges(False):
            return True, ""
        return False, f"{tr('The edits could not be saved.')} {save_problem(layer)}".rstrip()
    return answer == "leave", ""
