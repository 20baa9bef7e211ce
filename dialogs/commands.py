"""What stands in our menu and toolbar, declared once."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtWidgets import QAction, QWidget

from ..translation import tr
from .icons import icon


@dataclass(frozen=True)
class Command:
    """An entry of the menu; its id is the name of the method of the desk that does it.

    ``group``: entries of different groups are separated. ``store``: needs a store in hand.
    ``menu``: the submenu that it stands in. ``algorithm``: it shows the window of the
    algorithm with that id, with the store in hand as its INPUT and STORE.
    """

    id: str
    icon: str
    group: int
    shortcut: str = ""
    toolbar: bool = True
    checkable: bool = False
    store: bool = True
    menu: str = ""
    algorithm: bool = False


def _window(algorithm: str, group: int, menu: str = "") -> Command:
    """Return the entry that shows the window of an algorithm."""
    return Command(algorithm, algorithm, group, toolbar=False, menu=menu, algorithm=True)


COMMANDS = (
    Command("open_store", "openstore", 0, store=False),
    Command("new_store", "createstore", 0, toolbar=False, store=False),
    Command("backup_store", "backupstore", 0, toolbar=False),
    Command("add_point", "addpoint", 1, "F9", checkable=True),
    Command("edit_points", "editpoint", 1, "Shift+F9", checkable=True),
    Command("save_edits", "saveedits", 1, "Ctrl+F9"),
    Command("worklist", "worklist", 2, "F8", checkable=True, store=False),
    Command("review", "review", 2, "Shift+F8", checkable=True, store=False),
    Command("monitoring", "monitoring", 2, "Ctrl+F8", checkable=True, store=False),
    Command("import_sheets", "importsheet", 3),
    Command("export_sheet", "exportsheet", 3),
    Command("undo_import", "undoimport", 3, toolbar=False),
    _window("importcontacts", 3, "contacts"),
    _window("exportcontacts", 3, "contacts"),
    Command("check_records", "validate", 4),
    Command("query", "query", 4, "Ctrl+Shift+F8", store=False),
    Command("print_map", "distributionmap", 4),
    _window("distributionatlas", 4),
    _window("wallmap", 4),
    Command("map_templates", "maptemplates", 4, toolbar=False),
    Command("statistics", "statistics", 4, toolbar=False),
    Command("monthly_results", "monthlyresults", 4, toolbar=False),
    _window("earlywarning", 4, "inspections"),
    _window("randomsample", 4, "inspections"),
    _window("verifydraw", 4, "inspections"),
    _window("importinspections", 4, "inspections"),
    Command("basemaps", "basemaps", 5, store=False),
    Command("people", "people", 6),
    Command("settings", "settings", 6, toolbar=False, store=False),
    Command("help", "help", 6, store=False),
)


def _words() -> dict[str, tuple[str, str]]:
    """Return id -> (entry, what it does)."""
    return {
        "open_store": (
            tr("Open store…"),
            tr("Open a store's points, styled, as a group of the project"),
        ),
        "new_store": (tr("New store…"), tr("Create an empty store for a county")),
        "backup_store": (tr("Back up store…"), tr("Write a consistent copy of the store")),
        "add_point": (tr("Add point"), tr("Click on the map and fill in the record")),
        "edit_points": (
            tr("Edit or move points"),
            tr("Click a point to open its record, drag it to move it"),
        ),
        "save_edits": (tr("Save edits"), tr("Write all edits since the last saving to the store")),
        "worklist": (
            tr("Worklist"),
            tr("Records without a point, with errors, returned or due"),
        ),
        "review": (
            tr("Review"),
            tr("Approve submitted records or return them, township by township"),
        ),
        "monitoring": (
            tr("Monitoring"),
            tr("How far the collecting is, by township and product, as of a day"),
        ),
        "import_sheets": (tr("Import sheets…"), tr("Bring township sheets (附件1) into the store")),
        "export_sheet": (tr("Export sheet…"), tr("Write records as a sheet (附件1)")),
        "undo_import": (tr("Undo an import…"), tr("Take one import back as a whole")),
        "importcontacts": (
            tr("Import contacts…"),
            tr("Bring sheets of offices and people in charge (附件2) into the store"),
        ),
        "exportcontacts": (
            tr("Export contacts…"),
            tr("Write offices and people in charge as a sheet (附件2)"),
        ),
        "check_records": (tr("Check records…"), tr("List what is wrong with the records")),
        "query": (
            tr("Query…"),
            tr("Find records by product, place, scale, season …; map, table and draw of them"),
        ),
        "print_map": (tr("Print distribution map…"), tr("一张图 of one product or of all")),
        "distributionatlas": (
            tr("Atlas…"),
            tr("A map for each product or township in one file, with an index"),
        ),
        "wallmap": (
            tr("Wall map…"),
            tr("One focus area, product and period with the list of its bases (挂图作战)"),
        ),
        "map_templates": (
            tr("Map templates…"),
            tr("Layouts of printed maps: copy one of ours and change it"),
        ),
        "statistics": (
            tr("Statistics…"),
            tr("Number, scale, certification and season by township and product"),
        ),
        "monthly_results": (
            tr("Monthly results…"),
            tr("Maps, tables and reports of a month in one run, into one folder"),
        ),
        "earlywarning": (
            tr("Early warning…"),
            tr("What comes to market, what is overdue, where failed tests gather"),
        ),
        "randomsample": (
            tr("Random inspection…"),
            tr("Draw producers and inspectors by lot (双随机), with a record to print"),
        ),
        "verifydraw": (
            tr("Verify a draw…"),
            tr("Draw again from the kept seed and frame, and compare"),
        ),
        "importinspections": (
            tr("Import results…"),
            tr("Bring results of inspections and tests into the store"),
        ),
        "basemaps": (
            tr("Basemaps…"),
            tr("天地图, OpenStreetMap, tiles and files under the map; keys"),
        ),
        "people": (
            tr("People…"),
            tr("Who works here in which role, agreements, and who was shown phones"),
        ),
        "settings": (tr("Settings…"), tr("Operator, county and defaults")),
        "help": (tr("Help"), tr("How the work goes, window by window")),
    }


def menu_words() -> dict[str, tuple[str, str]]:
    """Return submenu -> (its word, its icon)."""
    return {
        "contacts": (tr("Contacts (附件2)"), "importcontacts"),
        "inspections": (tr("Inspections"), "randomsample"),
    }


def _tool_tip(text: str, tip: str) -> str:
    """Return two lines as QGIS wants them: it makes the first bold and adds the key.

    It takes whatever stands in ASCII brackets for the key before, and drops it.
    """
    return "\n".join((text.rstrip("…"), tip)).replace("(", "（").replace(")", "）")


def make_actions(parent: QWidget) -> dict[str, QAction]:
    """Return id -> action in the order of the menu, not yet connected."""
    words = _words()
    actions = {}
    for command in COMMANDS:
        text, tip = words[command.id]
        action = QAction(icon(command.icon), text, parent)
        action.setObjectName(f"originTrace_{command.id}")
        action.setToolTip(_tool_tip(text, tip))
        action.setStatusTip(tip)
        action.setCheckable(command.checkable)
        actions[command.id] = action
    return actions
