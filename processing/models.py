"""The ready model: the maps, tables and reports of a month in one run, into one folder.

It is built here rather than read from a file, so that its words are in the person's
language, and it is a model all the same: its copy opens in QGIS's model designer.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QIcon

from ..core.atlas_parts import PARTS
from ..core.sheet_rows import PLATFORM, PURPOSES
from ..translation import tr
from .groups import models_group

_ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "monthlyresults.svg"
_WIDE, _HIGH = 260, 110  # between two boxes in the designer
_ACROSS = 3  # boxes beside each other
_FILES = "filesinfolder"

_Source = QgsProcessingModelChildParameterSource


class Step(NamedTuple):
    """A step: its id in the model, the algorithm, its name, and the files that are kept.

    ``inputs``: parameters that it takes from the model's own of the same name.
    ``files``: output -> name of the file, without an ending.
    """

    id: str
    algorithm: str
    title: str
    inputs: tuple[str, ...]
    files: Mapping[str, str]
    values: Mapping[str, object] = {}


def _steps() -> tuple[Step, ...]:
    points, dated, ground = ("INPUT",), ("INPUT", "DATE"), ("INPUT", "BOUNDARY")
    maps, table, checks = tr("Map of all products"), tr("Table of all records"), tr("Checks")
    counted, watched, warned = tr("Statistics"), tr("Monitoring"), tr("Early warning")
    atlases = (tr("Atlas by product"), tr("Atlas by township"))
    platform, held = tr("Sheet for the national platform"), tr("Held back from it")
    return (
        Step("map", "distributionmap", maps, ground, {"OUTPUT": maps}),
        *(
            Step(f"by_{by}", "distributionatlas", title, ground, {"OUTPUT": title}, {"BY": number})
            for number, (by, title) in enumerate(zip(PARTS, atlases))
        ),
        Step("table", "querypoints", table, points, {"TABLE": table}),
        _reported("statistics", counted, points, "OUTPUT"),
        _reported("monitoring", watched, (*dated, "BOUNDARY"), "OUTPUT"),
        _reported("earlywarning", warned, dated, "LIST"),
        Step("validate", "validate", checks, ground, {"REPORT": _page(checks)}),
        Step(
            *("platform", "exportsheet", platform, points),
            {"OUTPUT": platform, "HELD_BACK_LIST": held},
            {"PURPOSE": PURPOSES.index(PLATFORM)},
        ),
    )


def _reported(algorithm: str, title: str, inputs: tuple[str, ...], book: str) -> Step:
    """Return a step that makes a workbook, its output ``book``, and a page."""
    return Step(algorithm, algorithm, title, inputs, {book: title, "REPORT": _page(title)})


def _page(name: str) -> str:
    return tr("{name} (page)").format(name=name)


class MonthlyResults(QgsProcessingModelAlgorithm):
    """The model ``monthlyresults``."""

    NAME = "monthlyresults"

    def __init__(self) -> None:
        super().__init__(self.NAME)
        self._build()

    def createInstance(self):
        """Return a new instance; steps are found only once the provider is registered."""
        return type(self)()

    def name(self) -> str:
        """Return the id."""
        return self.NAME

    def displayName(self) -> str:
        """Return the translated title."""
        return tr("Monthly results")

    def groupId(self) -> str:
        """Return the group's id."""
        return models_group()[0]

    def group(self) -> str:
        """Return the group's translated name."""
        return models_group()[1]

    def icon(self) -> QIcon:
        """Return the model's own icon."""
        return QIcon(str(_ICON))

    def about(self) -> str:
        """Return the translated help, a few sentences."""
        return tr(
            "Makes in one run what a county hands in and hangs up each month: the distribution "
            "map, atlases by product and by township, the table of all records, statistics, "
            "monitoring, early warning and checks as sheets and pages, and the sheet for the "
            "national platform with the list of what is held back. All files go into one folder; "
            "their names begin with the month of the day given.\n"
            "It is a model of QGIS. To change it, copy it to your own models by a right click in "
            "the toolbox, and open the copy in the model designer."
        )

    def shortHelpString(self) -> str:
        """Return the help."""
        return "\n".join(f"<p>{line}</p>" for line in self.about().split("\n"))

    def helpString(self) -> str:
        """Return the same help for qgis_process."""
        return self.shortHelpString()

    def own_copy(self) -> QgsProcessingModelAlgorithm:
        """Return a plain model with the same steps, for a person to change."""
        made = QgsProcessingModelAlgorithm()
        made.loadVariant(self.toVariant())
        made.setName(self.displayName())
        made.setGroup("")
        return made

    # --- how it is made ---------------------------------------------------------------

    def _build(self) -> None:
        self._parameters()
        steps = _steps()
        kept: list[QgsProcessingModelChildParameterSource] = []
        names: list[str] = []
        for number, step in enumerate(steps):
            child = _child(step.id, step.algorithm, step.title, number)
            for name in step.inputs:
                child.addParameterSources(name, [_Source.fromModelParameter(name)])
            for name, value in step.values.items():
                child.addParameterSources(name, [_Source.fromStaticValue(value)])
            self.addChildAlgorithm(child)
            kept += [_Source.fromChildOutput(step.id, output) for output in step.files]
            names += step.files.values()
        child = _child(_FILES, _FILES, tr("Files into a folder"), len(steps))
        child.addParameterSources("FILES", kept)
        lines = "\n".join(f"{number:02d} {name}" for number, name in enumerate(names, 1))
        child.addParameterSources("NAMES", [_Source.fromStaticValue(lines)])
        child.addParameterSources("PREFIX", [_Source.fromExpression(_PREFIX)])
        # QGIS makes the name of the parameter, folder, out of these words, Chinese ones dropped.
        folder = QgsProcessingModelOutput("FOLDER", "Folder")
        folder.setChildId(_FILES)
        folder.setChildOutputName("FOLDER")
        folder.setMandatory(True)
        folder.setPosition(_place(len(steps) + 1))
        child.setModelOutputs({"FOLDER": folder})
        self.addChildAlgorithm(child)
        self.updateDestinationParameters()
        for definition in self.destinationParameterDefinitions():
            definition.setDescription(tr("Folder"))
            definition.setHelp(tr("Where all files go; it is made where there is none."))

    def _parameters(self) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        day = QgsProcessingParameterDateTime.Type.Date
        for number, (parameter, text) in enumerate(
            (
                (
                    QgsProcessingParameterFeatureSource("INPUT", tr("Collection points")),
                    tr("The layer collection_point of a store."),
                ),
                (
                    QgsProcessingParameterDateTime("DATE", tr("Day"), day, optional=True),
                    tr("The day that counts, such as 2023-06-15; empty for today."),
                ),
                (
                    QgsProcessingParameterVectorLayer(
                        "BOUNDARY", tr("Boundaries"), polygons, optional=True
                    ),
                    tr("The county's own polygon layer, drawn under the points."),
                ),
            )
        ):
            parameter.setHelp(text)
            box = QgsProcessingModelParameter(parameter.name())
            box.setPosition(QPointF(_WIDE * (number + 0.5), 40))
            self.addModelParameter(parameter, box)


# Of the day that is given, else of today.
_PREFIX = "format_date(coalesce(to_date(@DATE), now()), 'yyyy-MM') || '_'"


def _child(id: str, algorithm: str, title: str, number: int) -> QgsProcessingModelChildAlgorithm:
    child = QgsProcessingModelChildAlgorithm(f"origintrace:{algorithm}")
    child.setChildId(id)
    child.setDescription(title)
    child.setPosition(_place(number))
    return child


def _place(number: int) -> QPointF:
    return QPointF(_WIDE * (number % _ACROSS + 0.5), 40 + _HIGH * (number // _ACROSS + 1))
