"""What is written on a printed map."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsReferencedRectangle


@dataclass(frozen=True)
class MapStyle:
    """How the records of a map are drawn.

    ``measure`` (bases, scale) and ``area`` (township, county): what areas show. ``region``:
    column -> name of the region asked for, ``divisions``: code -> name of the county's own
    list; both are to tell which areas are meant.
    """

    name: str = "points"
    measure: str = "bases"
    area: str = "township"
    region: Mapping[str, str] = field(default_factory=dict)
    divisions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MapSpec:
    """What is written on a map and how it is drawn.

    ``source`` is the sentence on the origin of the data, ``filter_text`` what
    was asked, in words, ``without_point`` the number of records that were asked
    for, but are not in the layer. ``labels``: producers' names, None = while
    there are few. ``restyle`` False keeps the points layer's own symbols, ``fit``
    False the template's sizes of text, however long title and legend are.
    ``style`` is how the records are drawn, see ``map_styles``.
    ``paper``, ``orientation`` and ``kind`` name the page where no ``template`` is given.
    ``numbers``: each point bears its number in the list, the field ``list_number``, where
    there is room. ``focus``: what is to be seen besides the points, instead of the county.
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
    style: MapStyle = field(default_factory=MapStyle)
    kind: str = "distribution"
    numbers: bool = False
    focus: QgsReferencedRectangle | None = None
