"""A right click on our ready model in QGIS's toolbox: copy it to one's own models."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProcessingModelAlgorithm
from qgis.gui import QgsMessageBar

from ..core.file_names import file_name
from ..translation import tr
from .messages import say


class ModelCopying:
    """The entry of the menu in QGIS's toolbox, from being made to ``close``."""

    def __init__(self, bar: QgsMessageBar) -> None:
        """``bar``: where it is said how it went."""
        # QGIS's own package; there only once its window is up.
        from processing.gui.ContextAction import ContextAction
        from processing.gui.ProviderActions import ProviderContextMenuActions

        class Copy(ContextAction):
            def __init__(self) -> None:
                super().__init__()
                self.name = tr("Copy to my models")

            def isEnabled(self) -> bool:
                return hasattr(self.itemData, "own_copy")

            def execute(self) -> None:
                copy_model(self.itemData.own_copy(), bar)

        self._menu, self._actions = ProviderContextMenuActions, [Copy()]
        self._menu.registerProviderContextMenuActions(self._actions)

    def close(self) -> None:
        """Take the entry away; QGIS fails at one that is gone already."""
        self._menu.deregisterProviderContextMenuActions(self._actions)
        self._actions = []


def copy_model(model: QgsProcessingModelAlgorithm, bar: QgsMessageBar) -> None:
    """Write a model among the person's own under a name that is free, and say where."""
    from processing.modeler.ModelerUtils import ModelerUtils

    folder, name, number = Path(ModelerUtils.modelsFolders()[0]), model.name(), 1
    while (path := folder / f"{file_name(model.name())}.model3").exists():
        number += 1
        model.setName(f"{name} {number}")
    if not model.toFile(str(path)):
        text = tr("{path} cannot be written.").format(path=path)
        say(bar, text, Qgis.MessageLevel.Critical)
        return
    QgsApplication.processingRegistry().providerById("model").refreshAlgorithms()
    say(
        bar,
        tr("Copied: «{name}» stands under Models in the toolbox; a right click edits it.").format(
            name=model.name()
        ),
        Qgis.MessageLevel.Success,
    )
