"""Records that may be the same as a new or edited one, told by distance and name.

Few and relevant: a producer's other product in the same field is no duplicate, nor
is the same base in another period.
"""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsExpression, QgsPointXY, QgsVectorLayer

from ..core.messages import Message
from ..core.names import similar_keys
from ..core.rules import NEAR_METRES
from ..core.text import name_key
from .nearby import records_within, text_of

NEAR = 50.0  # metres within which a similar name is asked about
SAME_VILLAGE = 2000.0  # metres within which the same record may stand twice in one village
MOST = 5  # so many are shown; a longer list is not read

_COLUMNS = ("uuid", "base_id", "subject_name", "product", "village")


class Neighbour(NamedTuple):
    """A record that may be the same; ``point`` in CGCS2000 degrees."""

    metres: float
    name: str
    product: str
    uuid: str
    point: QgsPointXY
    reason: Message


def near_records(
    layer: QgsVectorLayer,
    point: QgsPointXY,
    name: str | None,
    product: str | None,
    except_uuid: str = "",
    metres: float = NEAR,
    village: str | None = None,
    except_base: str = "",
) -> list[Neighbour]:
    """Return the records to ask about, nearest first.

    ``point``: CGCS2000 degrees; ``village``: of the record, where it has one;
    ``except_base``: the base's own records of other periods are left out.
    """
    key = name_key(name) if name else ""
    found = {}
    for away, there, feature in _around(layer, point, metres, key, product, village):
        uuid = text_of(feature, "uuid")
        if not uuid or uuid == except_uuid or uuid in found:
            continue
        if except_base and text_of(feature, "base_id") == except_base:
            continue
        other, grows = text_of(feature, "subject_name"), text_of(feature, "product")
        same = bool(product) and grows == product
        reason = _reason(key, name_key(other) if other else "", same, away, metres)
        if reason is not None:
            found[uuid] = Neighbour(away, other, grows, uuid, there, reason)
    return sorted(found.values(), key=lambda each: each.metres)[:MOST]


def _around(
    layer: QgsVectorLayer,
    point: QgsPointXY,
    metres: float,
    key: str,
    product: str | None,
    village: str | None,
):
    """Yield the records near by, then those of the same product and village further off."""
    yield from records_within(layer, point, metres, _COLUMNS)
    if not (key and product and village):
        return
    wanted = " AND ".join(
        QgsExpression.createFieldEqualityExpression(column, value)
        for column, value in (("product", product), ("village", village))
    )
    yield from records_within(layer, point, max(metres, SAME_VILLAGE), _COLUMNS, wanted)


def _reason(key: str, other: str, same: bool, away: float, metres: float) -> Message | None:
    """Return why a record is asked about; ``same``: it has the same product."""
    told = round(away, 1 if away < 100 else None)
    alike = bool(key and other) and similar_keys(key, other)
    if alike and same and (away <= metres or key == other):
        if key == other:
            return Message("The same producer and product, {metres:g} m away", metres=told)
        return Message("A similar name and the same product, {metres:g} m away", metres=told)
    if alike and key != other and away <= metres:
        return Message("A similar name, {metres:g} m away", metres=told)
    if same and away <= NEAR_METRES:
        return Message("The same product on the same spot, {metres:g} m away", metres=told)
    return None
