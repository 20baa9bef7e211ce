"""The conditions of a query as widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsVectorLayer
from qgis.gui import QgsExpressionLineEdit
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QWidget

from ..core.periods import check_period
from ..core.products import Product
from ..core.query import NONE, Query
from ..core.query_words import NO_CERTIFICATION
from ..core.schema import CERTIFICATIONS, INDUSTRIES, SUBJECT_TYPES
from ..core.status_words import STATUS_WORDS
from ..translation import render, tr
from .query_boxes import Boxes, GroupedBoxes
from .query_place import PlaceBoxes
from .query_ranges import ScaleRange, SeasonRange


class QueryForm(QWidget):
    """All conditions, one a row. ``changed``: something was typed or ticked."""

    changed = pyqtSignal()

    def __init__(
        self,
        products: Sequence[Product],
        choices: Mapping[str, Sequence[str]],
        layer: QgsVectorLayer | None,
        parent: QWidget | None = None,
    ) -> None:
        """``choices``: column -> the county's words, of the modes."""
        super().__init__(parent)
        self._products = {product.name: product for product in products}
        groups = {
            industry: [p.name for p in products if p.industry == industry]
            for industry in INDUSTRIES
        }
        certifications = {NONE: render(NO_CERTIFICATION), **_same(CERTIFICATIONS)}
        self.products = GroupedBoxes(tr("Products"), groups)
        self.place = PlaceBoxes()
        self.scale, self.season = ScaleRange(), SeasonRange()
        self.period = QLineEdit()
        self.period.setMaximumWidth(105)
        self.period.setPlaceholderText(tr("the latest"))
        self.period.setToolTip(
            tr(
                "2023-06 for a month, 2023-1 for the first crop; empty for the latest that was "
                "collected of each base."
            )
        )
        statuses = {status: render(word) for status, word in STATUS_WORDS.items()}
        self.boxes = {
            "statuses": Boxes(tr("Status"), statuses),
            "subject_types": Boxes(tr("Types of producers"), _same(SUBJECT_TYPES)),
            "certifications": Boxes(tr("Certification"), certifications),
            "trace_modes": Boxes(tr("Trace modes"), _same(choices["trace_modes"])),
            "production_modes": Boxes(tr("Production modes"), _same(choices["production_modes"])),
        }
        self.expression = QgsExpressionLineEdit()
        self.expression.setExpressionDialogTitle(tr("More conditions"))
        if layer is not None:
            self.expression.setLayer(layer)
        self._build()
        self._connect()
        self._show_unit()

    def _build(self) -> None:
        layout = QFormLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setVerticalSpacing(7)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.addRow(tr("Products"), self.products)
        layout.addRow(tr("Region"), self.place)
        layout.addRow(tr("Scale"), self.scale)
        layout.addRow(tr("In season"), self.season)
        for boxes in self.boxes.values():
            layout.addRow(boxes.accessibleName(), boxes)
        layout.addRow(tr("Period"), self.period)
        layout.addRow(tr("More conditions"), self.expression)

    def _connect(self) -> None:
        for widget in (self.products, self.place, self.scale, self.season, *self.boxes.values()):
            widget.changed.connect(self.changed)
        self.products.changed.connect(self._show_unit)
        self.period.textChanged.connect(lambda _text: self.changed.emit())
        self.expression.expressionChanged.connect(lambda _text: self.changed.emit())

    def query(self) -> Query:
        """Return what is asked for. Raises InputError for what cannot be."""
        low, high = self.scale.values()
        start, end = self.season.values()
        period = self.period.text().strip()
        if period:
            check_period(period)
        query = Query(
            products=self.products.chosen(),
            region=self.place.region(),
            scale_min=low,
            scale_max=high,
            start=start,
            end=end,
            period=period or None,
            expression=self.expression.expression().strip(),
            **{part: boxes.chosen() for part, boxes in self.boxes.items()},
        )
        query.check()
        return query

    def show_query(self, query: Query) -> None:
        """Show a query; ``changed`` comes once."""
        self.blockSignals(True)
        self.products.choose(query.products)
        self.place.show_region(query.region)
        figures = (query.scale_min, query.scale_max)
        self.scale.show_values(*("" if n is None else f"{n:.15g}" for n in figures))
        self.season.show_values(query.start, query.end)
        self.period.setText(query.period or "")
        self.expression.setExpression(query.expression)
        for part, boxes in self.boxes.items():
            boxes.choose(getattr(query, part))
        self.blockSignals(False)
        self.changed.emit()

    def _show_unit(self) -> None:
        chosen = self.products.chosen() or self._products
        known = [self._products[name] for name in chosen if name in self._products]
        self.scale.show_unit(list(dict.fromkeys(unit for p in known for unit in p.units)))


def _same(words: Sequence[str]) -> dict[str, str]:
    return {word: word for word in words}
