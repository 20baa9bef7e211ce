"""Run inside QGIS by try_package.py: install the ZIP, or open a store and every window.

qgis --code try_package_window.py --py-args REPORT install ZIP
qgis --code try_package_window.py --py-args REPORT use STORE PICTURE
"""

from __future__ import annotations

import importlib.util
import json
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog

REPORT, WHAT, *ARGUMENTS = sys.argv[1:] if Path(sys.argv[0]).suffix == ".py" else sys.argv
NAME = "origin_trace"
DOCKS = ("worklist", "review", "monitoring")
WINDOWS = (
    "query",
    "map_templates",
    "import_sheets",
    "export_sheet",
    "undo_import",
    "basemaps",
    "people",
    "help",
)
FORMS = ("check_records", "print_map", "statistics", "monthly_results", "backup_store", "new_store")


def wait(milliseconds: int) -> None:
    """Let QGIS work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def install(archive: str) -> dict:
    """Install a ZIP as "Install from ZIP" does."""
    import pyplugin_installer

    pyplugin_installer.instance().installFromZipFile(archive)
    wait(1500)  # until QGIS shows the toolbar, which it remembers when it ends
    provider = QgsApplication.processingRegistry().providerById("origintrace")
    module = sys.modules[NAME]
    language = sys.modules[f"{NAME}.translation"].language()
    return {
        "file": module.__file__,
        "algorithms": len(provider.algorithms()),
        "language": language,
        "toolbar": qgis.utils.plugins[NAME].desk.toolbar.isVisible(),
    }


def use(store: str, picture: str) -> dict:
    """Open a store, and one after another all that the plugin can show."""
    desk = qgis.utils.plugins[NAME].desk
    window = qgis.utils.iface.mainWindow()
    window.resize(1600, 1000)
    desk.open_path(store)
    wait(500)
    layer = desk.workspace.layer
    records = layer.featureCount()
    shown = []
    for name in DOCKS:
        desk.actions[name].trigger()
        wait(1500)
        shown.append(name)
    for name in ("add_point", "edit_points"):
        desk.actions[name].trigger()
        wait(200)
        shown.append(name)
    uuid = next(layer.getFeatures())["uuid"]
    desk.digitising.open_record(uuid, [uuid])
    wait(1500)
    if not desk.digitising.form.isVisible():
        raise RuntimeError("the record's window did not open")
    shown.append("record")
    window.grab().save(picture)
    for name in (*WINDOWS, *FORMS):
        before = set(visible())
        getattr(desk, name)()
        wait(800)
        new = set(visible()) - before
        if not new:
            raise RuntimeError(f"{name} shows nothing")
        shown.append(name)
        for opened in new:
            opened.close()
    library = sys.modules[f"{NAME}.spreadsheets.dependency"].openpyxl()
    if layer.isEditable():
        layer.rollBack()
    desk.digitising.form.close()
    wait(300)
    return {
        "records": records,
        "toolbar": desk.toolbar.isVisible(),
        "shown": shown,
        "openpyxl": library.__file__,
        "system": importlib.util.find_spec("openpyxl").origin == library.__file__
        and NAME not in library.__file__,
    }


def visible() -> list:
    """Return the windows that are open, the main window aside."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and (isinstance(widget, QDialog) or widget.windowTitle())
    ]


def main() -> None:
    """Do it, write the report and leave QGIS as a person does."""
    try:
        seen = {"install": install, "use": use}[WHAT](*ARGUMENTS)
    except Exception:
        seen = {"error": traceback.format_exc()}
    Path(REPORT).write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    qgis.utils.iface.actionExit().trigger()


QTimer.singleShot(1000, main)
