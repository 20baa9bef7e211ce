"""Periods and days given as parameters."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsProcessingParameterDateTime

from ..core.errors import InputError
from ..core.messages import Message
from ..core.periods import is_crop, is_month
from ..translation import tr


def check_period(text: str) -> None:
    """Raise InputError where a text is neither a month nor a numbered crop."""
    if not is_month(text) and not is_crop(text):
        raise InputError(
            Message("{period} is not a period.", period=text),
            Message("Write 2023-06 for a month or 2023-1 for the first crop of 2023."),
        )


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
