"""filesinfolder: files that other steps made, into one folder under names of their own.

QGIS's models let a person choose each file of a result, or none; this step puts them all
into the one folder that the person chooses.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.file_names import file_name
from ...core.messages import Message
from ...spreadsheets.atomic import replace_file
from ...translation import tr
from ..base import OriginTraceAlgorithm, go_on
from ..groups import models_group
from ..targets import make_folder, real, refuse_taken


class FilesInFolder(OriginTraceAlgorithm):
    """Put files into a folder."""

    NAME = "filesinfolder"

    def title(self) -> str:
        return tr("Files into a folder")

    def section(self) -> tuple[str, str]:
        return models_group()

    def about(self) -> str:
        return tr(
            "Copies files into one folder under the names given; endings stay. The last step of "
            "a model: in it, results of the steps before are chosen as files. A file of the same "
            "name is replaced, but never a store nor one of the files copied."
        )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                "FILES", tr("Files"), QgsProcessing.SourceType.TypeFile
            ),
            tr("Sheets, pages and maps that other steps made."),
        )
        self.add(
            QgsProcessingParameterString("NAMES", tr("Names"), multiLine=True),
            tr("One in each line, without an ending, as many as files and in their order."),
        )
        self.add(
            QgsProcessingParameterString("PREFIX", tr("Before each name"), optional=True),
            tr("Such as the month."),
        )
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder")),
            tr("It is made where there is none."),
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of files")))

    def execute(self, parameters, context, feedback) -> dict:
        files = self.parameterAsFileList(parameters, "FILES", context)
        names = self.text(parameters, "NAMES", context).splitlines()
        if len(files) != len(names):
            raise InputError(
                Message(
                    "There are {files} files and {names} names.",
                    files=len(files),
                    names=len(names),
                ),
                Message("Give one name for each file, each in a line of its own."),
            )
        folder = self.parameterAsString(parameters, "FOLDER", context)
        before = self.text(parameters, "PREFIX", context)
        make_folder(folder)
        taken = set(map(real, files))
        for number, (file, name) in enumerate(zip(files, names)):
            go_on(feedback)
            path = Path(folder) / (file_name(before + name.strip()) + Path(file).suffix)
            refuse_taken(path, taken)
            taken.add(real(path))
            _copy(file, path)
            feedback.setProgress(100 * number / len(files))
        feedback.pushInfo(tr("{count} files in {folder}.").format(count=len(files), folder=folder))
        return {"FOLDER": folder, "COUNT": len(files)}


def _copy(file: str, path: Path) -> None:
    """Copy a file. Raises InputError where it cannot be read, WorkbookError where written."""
    if not os.access(file, os.R_OK):
        raise InputError(
            Message("{path} cannot be read.", path=file),
            Message("Run the step that makes it again."),
        )
    with Path(file).open("rb") as source:
        replace_file(path, lambda stream: shutil.copyfileobj(source, stream))
