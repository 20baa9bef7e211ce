"""Layout templates that people make of ours: listed, copied, opened for changes, kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)

from ..core.errors import InputError, OriginTraceError
from ..core.messages import Message
from .map_build import TEMPLATES, load_template, prepare_map
from .map_items import find
from .map_spec import MapSpec

_FILE = "origin_trace/template"  # property of a layout: the template that it was opened from
_PAGE = re.compile(r'<LayoutItem (?=[^>]*type="65638")[^>]*? size="([\d.]+),([\d.]+),mm"')


def shipped_templates() -> list[Path]:
    """Return our own templates: kind by kind, A4 before A3, landscape before portrait."""
    return sorted(TEMPLATES.glob("*.qpt"), key=lambda path: path.stem.replace("_a4", "_a0"))


def own_folder() -> Path:
    """Return the folder in which QGIS itself looks for a person's templates."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "composer_templates"


def own_templates(elsewhere: Iterable[str] = ()) -> list[Path]:
    """Return a person's templates with a map of ours: those of their folder, then others."""
    inside = sorted(own_folder().glob("*.qpt"))
    found = dict.fromkeys([*inside, *map(Path, elsewhere)])
    return [path for path in found if path.is_file() and 'id="ot_map"' in _text(path)]


def page_size(path: Path) -> tuple[float, float] | None:
    """Return width and height in mm of a template's first page; None where it says none."""
    found = _PAGE.search(_text(path))
    return (float(found[1]), float(found[2])) if found else None


def has_list(path: Path) -> bool:
    """Return whether a template has a place for the list of bases, as atlas and wall map do."""
    return 'id="ot_list"' in _text(path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # such as one that only another user may read


def copy_template(source: Path, target: Path) -> None:
    """Copy a template; raises OriginTraceError where it cannot be written."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    except OSError as error:
        raise _not_written(target, str(error)) from error


def open_template(project: QgsProject, points: QgsVectorLayer, spec: MapSpec) -> QgsPrintLayout:
    """Return a layout of the project that shows the spec's template, filled with points.

    Text and legend keep the template's sizes, and the points their style, so that what is
    kept afterwards is what a person changed. Without points nothing is filled. A
    layout that is open already is returned as it is. Raises InputError for a file that
    cannot be used.
    """
    path = Path(spec.template)
    layout = opened(project, path)
    if layout is not None:
        return layout
    spec = replace(spec, fit=False, restyle=False)
    if any(feature.hasGeometry() for feature in points.getFeatures()):
        layout, _warnings = prepare_map(project, points, spec)
    else:
        layout = load_template(project, spec)
        layout.setName(spec.title)
        project.layoutManager().addLayout(layout)
    if project.layoutManager().layoutByName(path.stem) is None:
        layout.setName(path.stem)
    layout.setCustomProperty(_FILE, str(path))
    return layout


def opened(project: QgsProject, path: Path) -> QgsPrintLayout | None:
    """Return the layout in which a template was opened, None where there is none."""
    layouts = project.layoutManager().printLayouts()
    return next((item for item in layouts if item.customProperty(_FILE) == str(path)), None)


def keep_template(layout: QgsPrintLayout) -> Path:
    """Write a layout back into the template that it was opened from; return the file.

    Nothing of the store goes with it. Raises OriginTraceError where the map was removed
    or the file cannot be written.
    """
    path = Path(layout.customProperty(_FILE))
    blank = layout.clone()
    if find(blank, "ot_map", QgsLayoutItemMap) is None:
        raise InputError(
            Message("{file}: the layout has no map item named ot_map any more.", file=path.name),
            Message("Give the map the item id ot_map, or take its removal back."),
        )
    for item in blank.items():
        if isinstance(item, QgsLayoutItemMap):
            item.setLayers([])
    legend = find(blank, "ot_legend", QgsLayoutItemLegend)
    if legend is not None:
        legend.setAutoUpdateModel(False)
        legend.model().rootGroup().removeAllChildren()
    _forget_words(blank)
    draft = path.with_name(f".{path.name}")
    try:
        if not blank.saveAsTemplate(str(draft), QgsReadWriteContext()):
            raise _not_written(path, "saveAsTemplate")
        draft.replace(path)
    except OSError as error:
        raise _not_written(path, str(error)) from error
    return path


def _forget_words(layout: QgsPrintLayout) -> None:
    """Remove our own variables and the file's name from a layout."""
    names = layout.customProperty("variableNames") or []
    values = layout.customProperty("variableValues") or []
    kept = [pair for pair in zip(names, values) if not pair[0].startswith("ot_")]
    layout.setCustomProperty("variableNames", [name for name, _value in kept])
    layout.setCustomProperty("variableValues", [value for _name, value in kept])
    layout.removeCustomProperty(_FILE)


def _not_written(path: Path, detail: str) -> OriginTraceError:
    return OriginTraceError(
        Message("{path} cannot be written.", path=str(path)),
        Message("Choose another folder, or close the file where it is open."),
        detail,
    )
