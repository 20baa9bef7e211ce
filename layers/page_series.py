"""Many pages, made one after the other, as one PDF."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from qgis.core import QgsAbstractLayoutIterator, QgsLayoutExporter, QgsPrintLayout

from .map_export import check_written, drafted, export_layout, not_written, pdf_settings


class _Series(QgsAbstractLayoutIterator):
    """Gives QGIS one layout after the other; a page is made when the one before is written."""

    def __init__(self, pages: Iterator[QgsPrintLayout], count: int) -> None:
        super().__init__()
        self._pages, self._count = pages, count
        self._layout: QgsPrintLayout | None = None
        self.error: Exception | None = None

    def beginRender(self) -> bool:
        """Called by QGIS."""
        return True

    def endRender(self) -> bool:
        """Called by QGIS."""
        return True

    def count(self) -> int:
        """Return the number of pages."""
        return self._count

    def layout(self) -> QgsPrintLayout | None:
        """Return the page in hand."""
        return self._layout

    def filePath(self, base: str, extension: str) -> str:
        """Called by QGIS for separate files only."""
        return f"{base}.{extension}"

    def next(self) -> bool:
        """Make the next page; an error ends the series, and is raised by ``export_pages``."""
        try:
            self._layout = next(self._pages, None)
        except Exception as error:  # QGIS would go on without the page
            self.error, self._layout = error, None
        return self._layout is not None


def export_pages(
    pages: Iterator[QgsPrintLayout],
    count: int,
    path: str | Path,
    pictures: bool = False,
    dpi: int = 300,
) -> None:
    """Write pages as one PDF that appears whole or not at all.

    ``pictures``: photographs lie under the maps. Each page is written before the next one is
    asked for. Raises OriginTraceError, and what making a page raises.
    """
    target = Path(path)
    with drafted(target) as draft:
        series = _Series(pages, count)
        result, detail = QgsLayoutExporter.exportToPdf(
            series, str(draft), pdf_settings(dpi, pictures)
        )
        if series.error is not None:
            raise series.error
        check_written(target, result, detail)


def export_folder(
    groups: Iterable[tuple[str, int, Iterator[QgsPrintLayout]]],
    folder: str | Path,
    pictures: bool = False,
    dpi: int = 300,
) -> list[Path]:
    """Write each group of pages as a PDF of its name into a folder, all of them or none.

    A group is name, number of pages and pages. Raises as ``export_pages`` does.
    """
    target = Path(folder)
    new, draft = not target.exists(), target / f".pages.{os.getpid()}"
    try:
        draft.mkdir(parents=True)
        names = []
        for name, count, pages in groups:
            export_pages(pages, count, draft / f"{name}.pdf", pictures, dpi)
            names.append(f"{name}.pdf")
        return [(draft / name).replace(target / name) for name in names]
    except OSError as error:
        raise not_written(target, str(error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if new and target.is_dir() and not any(target.iterdir()):
            target.rmdir()


def export_images(pages: Iterator[QgsPrintLayout], path: str | Path, dpi: int = 300) -> list[Path]:
    """Write pages as .png or .svg, the second as NAME_2 and so on; all of them or none."""
    first = Path(path)
    written: list[Path] = []
    try:
        for number, page in enumerate(pages, 1):
            stem = first.stem if number == 1 else f"{first.stem}_{number}"
            target = first.with_name(stem + first.suffix)
            export_layout(page, target, dpi)
            written.append(target)
    except BaseException:
        for target in written:
            target.unlink(missing_ok=True)
        raise
    return written
