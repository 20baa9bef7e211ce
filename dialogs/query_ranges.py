"""The two ranges of a query: scale with its unit, and the market season."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from ..core.errors import InputError
from ..core.messages import Message
from ..core.periods import month_of
from ..core.season import asked_date
from ..core.text import nfkc
from ..translation import tr

_SOON_DAYS = 30


class Range(QWidget):
    """Two lines, from and to; either may be empty."""

    changed = pyqtSignal()

    def __init__(self, name: str, hint: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low, self.high = QLineEdit(), QLineEdit()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for line, word in ((self.low, tr("from")), (self.high, tr("to"))):
            line.setMaximumWidth(width)
            line.setPlaceholderText(hint)
            line.setAccessibleName(f"{name} {word}")
            line.textChanged.connect(lambda _text: self.changed.emit())
            self.row.addWidget(QLabel(word))
            self.row.addWidget(line)

    def show_values(self, low: str | None, high: str | None) -> None:
        """Show two values, "" or None for none."""
        self.low.setText(low or "")
        self.high.setText(high or "")


class ScaleRange(Range):
    """The range of the scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Scale"), "", 90, parent)
        self.unit = QLabel()
        self.row.addWidget(self.unit)
        self.row.addStretch(1)
        self.setToolTip(tr("Both inclusive. Bases that have stopped are found only from 0 on."))

    def values(self) -> tuple[float | None, float | None]:
        """Return both ends. Raises InputError for what is no number."""
        return _number(self.low.text()), _number(self.high.text())

    def show_unit(self, units: list[str]) -> None:
        """Say in which unit the scale is meant."""
        words = "、".join(units)
        self.unit.setText(
            words if len(units) == 1 else tr("each in its unit: {units}").format(units=words)
        )


class SeasonRange(Range):
    """The span in which records come to market; months or days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("In season"), "2023-05", 105, parent)
        usual = QToolButton()
        usual.setText(tr("Usual"))
        usual.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        usual.setMenu(QMenu(usual))
        for word, span in _spans().items():
            usual.menu().addAction(word, lambda span=span: self.show_values(*span(date.today())))
        self.row.addWidget(usual)
        self.row.addStretch(1)
        self.setToolTip(
            tr(
                "A month such as 2023-05 or a day such as 2023-05-20, both inclusive; the span "
                "may run over the end of the year. What has no season is always found."
            )
        )

    def values(self) -> tuple[str | None, str | None]:
        """Return both ends in the store's form. Raises InputError for what is no date."""
        texts = self.low.text().strip(), self.high.text().strip()
        return tuple(asked_date(text) if text else None for text in texts)


def _spans() -> dict[str, Callable[[date], tuple[str, str]]]:
    """Return word -> the first and last of the span on a day."""

    def next_month(today: date) -> tuple[str, str]:
        month = month_of(today.replace(day=1) + timedelta(days=31))
        return month, month

    def soon(today: date) -> tuple[str, str]:
        return today.isoformat(), (today + timedelta(days=_SOON_DAYS)).isoformat()

    return {
        tr("This month"): lambda today: (month_of(today), month_of(today)),
        tr("Next month"): next_month,
        tr("The next 30 days"): soon,
        tr("This year"): lambda today: (f"{today.year}-01", f"{today.year}-12"),
        tr("Any time"): lambda _today: ("", ""),
    }


def _number(text: str) -> float | None:
    text = nfkc(text).replace(",", "").strip()
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise InputError(
            Message("{text} is no scale.", text=text), Message("Write a number such as 0.5 or 20.")
        )
    return number
