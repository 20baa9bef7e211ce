"""The county that a new store is for: the parameters REGION and VILLAGES."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterString

from ..core.divisions import read_division_file, standard_divisions
from ..core.places import Places
from ..translation import tr
from .regions import county_of


class NewCounty(NamedTuple):
    """Code and names (province, city, county), and (code, name) of its divisions."""

    code: str
    names: tuple[str, str, str]
    divisions: list[tuple[str, str]]


def add_new_county(algorithm) -> None:
    """Add REGION and VILLAGES to an algorithm that makes a store."""
    algorithm.add(
        QgsProcessingParameterString("REGION", tr("County code")),
        tr("The six digits of the county, such as 360826."),
    )
    algorithm.add(
        QgsProcessingParameterFile(
            "VILLAGES",
            tr("List of villages"),
            optional=True,
            fileFilter=tr("List of villages") + " (*.csv *.tsv *.gz *.zip)",
        ),
        tr(
            "Optional: the county's own list with columns code (12 digits) and name, or the "
            "village pack. With it, imports check villages too."
        ),
    )


def new_county(algorithm, parameters, context) -> NewCounty:
    """Return what REGION and VILLAGES say. Raises InputError."""
    code = county_of(algorithm.text(parameters, "REGION", context))
    villages = algorithm.text(parameters, "VILLAGES", context)
    divisions = [row for row in standard_divisions() if row[0].startswith(code)]
    if villages:
        divisions += [row for row in read_division_file(villages, code) if row[0].startswith(code)]
    return NewCounty(code, Places(standard_divisions()).county(code), divisions)


def tell_made(county: NewCounty, feedback) -> None:
    """Say what was made."""
    feedback.pushInfo(
        tr("Store of {county} made, with {count} townships and villages.").format(
            county="".join(county.names), count=len(county.divisions) - 1
        )
    )
