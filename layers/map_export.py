"""Printed maps as files."""

from __future__ import annotations

import os
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
    failed = Message("The map could not be written to {file}.", file=str(target))
    draft = target.with_name(f".{target.stem}.{os.getpid()}{target.suffix}")
    exporter = QgsLayoutExporter(layout)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        result = kinds[target.suffix.lower()](exporter, str(draft), dpi)
        if result != QgsLayoutExporter.ExportResult.Success:
            draft.unlink(missing_ok=True)
            raise OriginTraceError(
                failed,
                Message("Check that the folder can be written to and that the disk has room."),
                f"{result}: {exporter.errorMessage()}",
            )
        draft.replace(target)
    except OSError as error:
        if target.parent.is_dir():
            draft.unlink(missing_ok=True)
        raise OriginTraceError(
            failed,
            Message("Close the file where it is open, or choose another folder, and try again."),
            str(error),
        ) from error


def _to_pdf(exporter: QgsLayoutExporter, path: str, dpi: int) -> object:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    if not _shows_pictures(exporter.layout()):  # photographs as JPEG, points unblurred
        settings.flags |= QgsLayoutRenderContext.Flag.FlagLosslessImageRendering
    return exporter.exportToPdf(path, settings)


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
