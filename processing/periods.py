"""Periods and days given as parameters."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsProcessingParameterDateTime

from ..translation import tr


def add_day(algorithm) -> None:
    """Add DATE to an algorithm: the day that counts."""
    algorithm.add(
        QgsProcessingParameterDateTime(
            "DATE", tr("Day"), QgsProcessingParameterDateTime.Type.Date, optional=True
        ),
        tr("The day that counts, such as 2023-06-15; empty for today."),
    )


def given_day(algorithm, parameters, context) -> date:
    """Return the day given as DATE, else today."""
    day = algorithm.parameterAsDateTime(parameters, "DATE", context).date()
    return day.toPyDate() if day.isValid() else date.today()
