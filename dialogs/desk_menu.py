"""Our menu and toolbar, put into QGIS's window."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from .commands import COMMANDS, Command, make_actions, menu_words
from .icons import icon
from .messages import log_name


class DeskMenu:
    """The entries of ``COMMANDS``: ``actions`` by id, groups apart, some in submenus."""

    def __init__(self, iface) -> None:
        self._iface = iface
        self._window: QWidget = iface.mainWindow()
        self.actions = make_actions(self._window)
        self.toolbar = iface.addToolBar(log_name())
        self.toolbar.setObjectName("OriginTraceToolBar")
        self._entries: list[QAction] = []  # of the menu, submenus among them
        self._separators: list[QAction] = []
        self._menus: dict[str, QMenu] = {}
        group = COMMANDS[0].group
        for command in COMMANDS:
            if command.group != group:
                self._separate()
            group = command.group
            self._add(command)

    def _add(self, command: Command) -> None:
        action = self.actions[command.id]
        if command.menu:
            self._submenu(command.menu).addAction(action)
        else:
            self._enter(action)
        if command.shortcut:
            self._iface.registerMainWindowAction(action, command.shortcut)
        if command.toolbar:
            self.toolbar.addAction(action)

    def _enter(self, action: QAction) -> None:
        self._entries.append(action)
        self._iface.addPluginToMenu(log_name(), action)

    def _submenu(self, name: str) -> QMenu:
        """Return a submenu, which comes into the menu with its first entry."""
        if name not in self._menus:
            word, picture = menu_words()[name]
            menu = self._menus[name] = QMenu(word, self._window)
            menu.setIcon(icon(picture))
            self._enter(menu.menuAction())
        return self._menus[name]

    def _separate(self) -> None:
        """Begin another group in toolbar and menu."""
        separator = QAction(self._window)
        separator.setSeparator(True)
        self._separators.append(separator)
        self._enter(separator)
        self.toolbar.addSeparator()

    def remove(self) -> None:
        """Take menu and toolbar back."""
        for command in COMMANDS:
            if command.shortcut:
                self._iface.unregisterMainWindowAction(self.actions[command.id])
        for action in self._entries:
            self._iface.removePluginMenu(log_name(), action)
        for item in (*self._menus.values(), *self.actions.values(), *self._separators):
            item.deleteLater()
        self.toolbar.deleteLater()
