"""Printed maps as files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutRenderContext,
    QgsPrintLayout,
)

from ..core.errors import InputError, OriginTraceError
from ..core.messages import Message


def export_layout(layout: QgsPrintLayout, path: str | Path, dpi: int = 300) -> None:
    """Write a layout as .pdf, .png or .svg; the file appears whole or not at all.

    Text stays text and fonts are embedded. Raises OriginTraceError.
    """
    target = Path(path)
    kinds = {".pdf": _to_pdf, ".png": _to_image, ".jpg": _to_image, ".svg": _to_svg}
    if target.suffix.lower() not in kinds:
        raise InputError(
            Message("A map cannot be written as {suffix}.", suffix=target.suffix or target.name),
            Message("Choose a file name that ends in .pdf, .png or .svg."),
        )
    with drafted(target) as draft:
        exporter = QgsLayoutExporter(layout)
        result = kinds[target.suffix.lower()](exporter, str(draft), dpi)
        check_written(target, result, exporter.errorMessage())


def check_written(target: Path, result: QgsLayoutExporter.ExportResult, detail: str) -> None:
    """Raise OriginTraceError where QGIS could not write a map."""
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OriginTraceError(
            _failed(target),
            Message("Check that the folder can be written to and that the disk has room."),
            f"{result}: {detail}",
        )


@contextmanager
def drafted(target: Path) -> Iterator[Path]:
    """Give a file beside ``target`` to write to, which then takes its place, or is removed."""
    draft = target.with_name(f".{target.stem}.{os.getpid()}{target.suffix}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.replace(target)
    except OSError as error:
        raise not_written(target, str(error)) from error
    finally:
        if target.parent.is_dir():
            draft.unlink(missing_ok=True)


def not_written(target: Path, detail: str) -> OriginTraceError:
    """Return the error of a place that cannot be written to."""
    return OriginTraceError(
        _failed(target),
        Message("Close the file where it is open, or choose another folder, and try again."),
        detail,
    )


def _failed(target: Path) -> Message:
    return Message("The map could not be written to {file}.", file=str(target))


def pdf_settings(dpi: int, pictures: bool) -> QgsLayoutExporter.PdfExportSettings:
    """Return settings that keep text as text; ``pictures``: photographs lie under the maps."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    if not pictures:  # photographs as JPEG, points unblurred
        settings.flags |= QgsLayoutRenderContext.Flag.FlagLosslessImageRendering
    return settings


def _to_pdf(exporter: QgsLayoutExporter, path: str, dpi: int) -> object:
    return exporter.exportToPdf(path, pdf_settings(dpi, _shows_pictures(exporter.layout())))


def _shows_pictures(layout: QgsLayout) -> bool:
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    return any(layer.type() != Qgis.LayerType.Vector for item in maps for layer in item.layers())


def _to_image(exporter: QgsLayoutExporter, path: str, dpi: int) -> object:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    settings.generateWorldFile = False
    # QGIS asks GDAL to georeference the image, which a PNG cannot be, and GDAL complains.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return exporter.exportToImage(path, settings)
    finally:
        gdal.PopErrorHandler()


def _to_svg(exporter: QgsLayoutExporter, path: str, dpi: int) -> object:
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return exporter.exportToSvg(path, settings)
