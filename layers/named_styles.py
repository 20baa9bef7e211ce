"""The named styles of a store's points: by product, state, township, what is due; one form.

QGIS keeps the form, the aliases and the custom properties of a layer in each of its
styles. So whoever changes the form does it through ``configure_styles`` or
``in_every_style``, and every style gets it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

from qgis.core import QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ..core.products import Product
from ..translation import tr
from . import styling
from .due_style import style_due
from .forms import enrich_form, status_labels, system_labels
from .labels import NAMES_FROM, label_points
from .styling import default_style
from .township_style import style_townships

# (points up to, size of their markers in mm): so that they stay apart on a screen. Those
# under 2.2 mm are shapes without drawings, which also take half the time to draw.
_SIZES = ((1_000, 4.2), (5_000, 3.0), (20_000, 2.1))
_SMALLEST = 1.8
_PLAIN = 0.8  # size of shapes without drawings among the others
_SORTED = 5_000  # points up to which southern ones are drawn over northern ones
_FORM = "origin_trace/form"  # custom property of a layer: what its form was made from
_FORM_VERSION = 1  # raised when the form itself changes, so that saved projects get it
_COUNTY_AREA = 2.4e9  # m², a county of usual size
_READABLE = 60  # names on one screen
_DRAWN_FOR = "origin_trace/drawn_for"  # custom property: how many points
_MADE_UP = re.compile(r"\{[0-9a-f-]{36}\}")
_SCREEN = 0.42 * 0.26  # m², a window of 1600 x 1000 pixels


@dataclass(frozen=True)
class Dress:
    """What the styles of a store are made from."""

    products: Sequence[Product]
    county_names: Sequence[str]
    townships: Sequence[str]


def style_names() -> dict[str, str]:
    """Return key -> name of the styles in the user's language, the first one is shown."""
    return {
        "product": tr("By product"),
        "status": tr("By state of review"),
        "due": tr("By what is due"),
        "township": tr("By township"),
    }


def configure_styles(layer: QgsVectorLayer, choices: QgsVectorLayer | None, dress: Dress) -> None:
    """Give a points layer its named styles, all with the same form; the first is current."""
    default_style(layer, choices, dress.products, dress.county_names)
    enrich_form(layer, choices, dress.products, dress.county_names)
    layer.setCustomProperty(_FORM, _made_from(choices, dress.products, dress.county_names))
    manager = layer.styleManager()
    names = style_names()
    first, *others = names.values()
    if first not in manager.styles():
        manager.renameStyle(manager.currentStyle(), first)
    for name in others:
        manager.removeStyle(name)
        manager.addStyleFromLayer(name)
    for key, name in names.items():
        manager.setCurrentStyle(name)
        _draw(layer, key, dress, layer.featureCount())
        layer.setCustomProperty(_DRAWN_FOR, layer.featureCount())
    manager.setCurrentStyle(first)


def in_every_style(layer: QgsVectorLayer, change: Callable[[], None]) -> None:
    """Make a change of the layer's form or properties in all of its styles."""
    manager = layer.styleManager()
    current = manager.currentStyle()
    for name in [*(name for name in manager.styles() if name != current), current]:
        manager.setCurrentStyle(name)
        change()


def renew_form(
    layer: QgsVectorLayer,
    choices: QgsVectorLayer | None,
    products: Sequence[Product],
    county_names: Sequence[str],
) -> bool:
    """Make the form of a layer anew where it is in another language or of other lists.

    Returns whether it was; a form that a person has changed stays until then.
    """
    key = _made_from(choices, products, county_names)
    if layer.customProperty(_FORM) == key:
        return False

    def change() -> None:
        enrich_form(layer, choices, products, county_names)
        layer.setCustomProperty(_FORM, key)

    in_every_style(layer, change)
    return True


def _made_from(
    choices: QgsVectorLayer | None, products: Sequence[Product], county_names: Sequence[str]
) -> str:
    """Return a digest of what the form is made from: the language, too."""
    rows = [] if choices is None else [row.attributes() for row in choices.getFeatures()]
    words = (_FORM_VERSION, status_labels(), system_labels(), list(products), list(county_names))
    return hashlib.sha256(repr((words, sorted(map(repr, rows)))).encode()).hexdigest()[:16]


def names_from(count: int) -> int:
    """Return the scale from which producers are named, so that a screen holds some dozens."""
    if count <= 0:  # none, or QGIS could not count them
        return NAMES_FROM
    widest = sqrt(_READABLE * _COUNTY_AREA / (count * _SCREEN))
    return min(NAMES_FROM, max(500, int(widest / 500) * 500))


def fit_styles(layer: QgsVectorLayer, dress: Callable[[], Dress]) -> None:
    """Draw the styles anew where records became so many that others suit them better.

    What a person changed in a style stays as it is, and so does a layer that is edited.
    """
    before, count = layer.customProperty(_DRAWN_FOR), layer.featureCount()
    unknown = before is None or count < 0  # QGIS could not count them
    if unknown or _size(int(before)) == _size(count) or layer.isEditable():
        return
    manager, made = layer.styleManager(), dress()
    current = manager.currentStyle()
    for key, name in style_names().items():
        if manager.setCurrentStyle(name):
            plain = layer.clone()
            _draw(plain, key, made, int(before))
            if _looks(plain) == _looks(layer):
                _draw(layer, key, made, count)
            layer.setCustomProperty(_DRAWN_FOR, count)
    manager.setCurrentStyle(current)


def _looks(layer: QgsVectorLayer) -> str:
    """Return how a layer is drawn and labelled, without the numbers QGIS makes up."""
    document = QDomDocument()
    labeling = layer.labeling().save(document, QgsReadWriteContext())
    element = layer.renderer().save(document, QgsReadWriteContext())
    element.appendChild(labeling)
    document.appendChild(element)
    return _MADE_UP.sub("", document.toString())


def _size(count: int) -> float:
    return next((size for most, size in _SIZES if count <= most), _SMALLEST)


def _draw(layer: QgsVectorLayer, key: str, dress: Dress, count: int) -> None:
    """Set renderer and labels, such that panning stays quick however many points there are."""
    size = _size(count)
    if key == "product":
        styling.style_points(layer, dress.products, size)
    elif key == "status":
        styling.style_status(layer, max(_SMALLEST, size * _PLAIN))
    elif key == "township":
        style_townships(layer, dress.townships, max(_SMALLEST, size * _PLAIN))
    else:
        style_due(layer, max(_SMALLEST, size * _PLAIN))
    if count > _SORTED:  # it would take longer than drawing
        layer.renderer().setOrderByEnabled(False)
    label_points(layer, marker=size, from_scale=names_from(count))
