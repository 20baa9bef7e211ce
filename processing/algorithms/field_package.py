"""fieldpackage: a folder with which somebody collects in QField, without a network."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...core.collecting import no_collecting
from ...core.errors import InputError
from ...core.identity import new_uuid
from ...core.messages import Message
from ...core.periods import base_key, current
from ...core.schema import Record
from ...core.tables import FIELD_PACKAGE
from ...layers.field_project import STORE_NAME, write_field_project
from ...layers.field_store import write_field_store
from ...layers.store import open_store
from ...settings import OPERATOR_PHONE, operator_name
from ...translation import tr
from ..base import OriginTraceAlgorithm, go_on
from ..field_readme import README_NAME, readme
from ..groups import store_group
from ..query_parameters import QueryParameters
from ..store_parameter import add_store
from ..store_records import refuse_unsaved
from ..unmasked import add_unlogged, log_unmasked


class FieldPackage(QueryParameters, OriginTraceAlgorithm):
    """Pack records, form, lists and basemap for QField; «Merge what comes back» takes it back."""

    NAME = "fieldpackage"

    def title(self) -> str:
        return tr("Package for the field")

    def section(self) -> tuple[str, str]:
        return store_group()

    def about(self) -> str:
        return tr(
            "Makes a folder that QField opens on a phone or tablet: a project, the records asked "
            "for with form, lists and styles, an offline basemap, and a page for the collector. "
            "Of each base it holds the round last collected and the one to be worked on.\n"
            "Names and phones stand in it, which is kept in the store; earlier versions, people "
            "and inspections stay at home. «Merge what comes back» brings the work into the store."
        )

    def define(self) -> None:
        add_store(self)
        self.define_query()
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of the package")),
            tr(
                "A new or empty folder. Plain letters and digits in its name, such as field_1201, "
                "work on every device."
            ),
        )
        self.add(
            QgsProcessingParameterString("COLLECTOR", tr("Who collects"), optional=True),
            tr("Named in what is collected and edited; empty for the operator of the settings."),
        )
        self.add(
            QgsProcessingParameterString(
                "COLLECTOR_PHONE", tr("Mobile of who collects"), optional=True
            ),
            tr("Filled into new records."),
        )
        self.add(
            QgsProcessingParameterFile(
                "BASEMAP",
                tr("Offline basemap"),
                optional=True,
                fileFilter=tr("Map tiles") + " (*.mbtiles)",
            ),
            tr("An MBTiles file of pictures; it is copied into the folder."),
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Records packaged")))
        self.addOutput(QgsProcessingOutputString("PACKAGE", tr("Number of the package")))
        add_unlogged(self)

    # --- the records of STORE take the place of an input layer --------------------------------

    def store_uri(self, parameters, context) -> str | None:
        return self.text(parameters, "STORE", context).partition("|")[0]

    def records(self, parameters, context, feedback, name: str = "STORE") -> list[Record]:
        with open_store(self.store_uri(parameters, context)) as store:
            return list(store.records())

    def check(self, parameters, context) -> None:
        self.query(parameters, context)
        uri = self.store_uri(parameters, context)
        _refuse_full(Path(self.parameterAsFileOutput(parameters, "FOLDER", context)))
        basemap = self.text(parameters, "BASEMAP", context)
        if basemap and not basemap.lower().endswith(".mbtiles"):
            raise InputError(
                Message("{file} is not an MBTiles file.", file=basemap),
                Message("Make one with «Generate XYZ tiles (MBTiles)» of QGIS."),
            )
        advice = Message("Save or discard them in QGIS, then make the package.")
        refuse_unsaved(context.project(), uri, advice)

    def execute(self, parameters, context, feedback) -> dict:
        folder = Path(self.parameterAsFileOutput(parameters, "FOLDER", context)).absolute()
        _refuse_full(folder)
        if not folder.name.isascii():
            feedback.pushWarning(
                tr(
                    "The name of the folder {name} is not in plain letters; give it another one "
                    "before you copy it to a device, such as field_{day}."
                ).format(name=folder.name, day=f"{date.today():%m%d}")
            )
        with no_collecting():
            return self._pack(folder, parameters, context, feedback)

    def _pack(self, folder: Path, parameters, context, feedback) -> dict:
        uri = self.store_uri(parameters, context)
        collector = self.text(parameters, "COLLECTOR", context) or operator_name()
        own = collector == operator_name()
        phone = self.text(parameters, "COLLECTOR_PHONE", context)
        phone = phone or (OPERATOR_PHONE.get() if own else "")
        basemap = self.text(parameters, "BASEMAP", context)
        records = self._records_to_pack(parameters, context, feedback)
        go_on(feedback)
        feedback.setProgress(30)
        package = new_uuid()
        made = _beside(folder)
        try:
            with open_store(uri) as store:
                county = store.county_names
                write_field_store(made / STORE_NAME, store, records, package, collector)
                go_on(feedback)
                feedback.setProgress(60)
                title = tr("{county}: collecting in the field").format(county=county[2])
                write_field_project(
                    made,
                    title,
                    store.products(),
                    county,
                    collector,
                    phone,
                    Path(basemap) if basemap else None,
                )
            page = readme(county[2], collector, f"{date.today()}", len(records), bool(basemap))
            (made / README_NAME).write_text(page, encoding="utf-8")
            go_on(feedback)
            unlogged = log_unmasked(uri, FIELD_PACKAGE, len(records), feedback)
            _put_in_place(made, folder)
        except OSError as error:
            raise _unwritable(folder, error) from error
        finally:
            shutil.rmtree(made, ignore_errors=True)
        feedback.pushInfo(
            tr("Records packaged: {count}, into {folder}.").format(
                count=len(records), folder=folder
            )
        )
        return {
            "FOLDER": str(folder),
            "COUNT": len(records),
            "PACKAGE": package,
            "UNLOGGED": unlogged,
        }

    def _records_to_pack(self, parameters, context, feedback) -> list[Record]:
        """Return what the query finds, and the rounds of these bases that were just opened."""
        found = self.selected(parameters, context, feedback)
        if self.query(parameters, context).period:
            return found
        bases, there = set(map(base_key, found)), {record["uuid"] for record in found}
        opened = [
            record
            for record in current(self.records(parameters, context, feedback))
            if base_key(record) in bases and record["uuid"] not in there
        ]
        return [*found, *opened]


def _refuse_full(folder: Path) -> None:
    """Raise InputError for a folder that has something in it, or a file of that name."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise InputError(
            Message("{path} is not empty, and is left as it is.", path=str(folder)),
            Message("Choose a new folder for the package."),
        )


def _beside(folder: Path) -> Path:
    """Make the folder in which the package is made; it gets its name once it is whole."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = folder.with_name(f".origin-{new_uuid()[:8]}.tmp")
        made.mkdir()
    except OSError as error:
        raise _unwritable(folder, error) from error
    return made


def _put_in_place(made: Path, folder: Path) -> None:
    if folder.is_dir():
        folder.rmdir()  # refused by the system where something came into it meanwhile
    made.replace(folder)


def _unwritable(folder: Path, error: OSError) -> InputError:
    return InputError(
        Message("{path} cannot be written.", path=str(folder)),
        Message("Choose another folder, on a disk with room."),
        str(error),
    )
