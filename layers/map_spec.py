"""What is written on a printed map."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class MapSpec:
    """What is written on a map and how it is drawn.

    ``source`` is the sentence on the origin of the data, ``filter_text`` what
    was asked, in words, ``without_point`` the number of records that were asked
    for, but are not in the layer. ``labels``: producers' names, None = while
    there are few. ``restyle`` False keeps the points layer's own symbols, ``fit``
    False the template's sizes of text, however long title and legend are.
    ``paper`` and ``orientation`` name the page where no ``template`` is given.
    """

    title: str
    paper: str
    unit: str
    date: datetime.date
    source: str
    basemap_credit: str = ""
    filter_text: str = ""
    county_names: tuple[str, ...] = ()
    template: str | Path | None = None
    without_point: int = 0
    labels: bool | None = None
    restyle: bool = True
    orientation: str = "landscape"
    fit: bool = True
