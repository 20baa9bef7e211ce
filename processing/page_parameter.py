"""The parameter REPORT: a page that is written beside the results."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterFileDestination

from ..core.errors import InputError
from ..core.messages import Message
from ..translation import tr


def add_page(algorithm, text: str) -> None:
    """Add REPORT to an algorithm; ``text``: what is on the page."""
    algorithm.add(
        QgsProcessingParameterFileDestination(
            "REPORT",
            tr("Report"),
            fileFilter=tr("Web page") + " (*.html)",
            optional=True,
            createByDefault=False,
        ),
        text,
    )


def write_page(path: str, html: str) -> None:
    """Write a page; raises InputError when the place cannot be written to."""
    try:
        Path(path).write_text(html, encoding="utf-8")
    except OSError as error:
        raise InputError(
            Message("{path} cannot be written.", path=path),
            Message("Choose another folder, or close the file where it is open."),
            str(error),
        ) from error
