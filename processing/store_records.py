"""Records chosen in a layer, to be changed in the store behind it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProcessingException, QgsProject

from ..core.errors import InputError
from ..core.messages import Message
from ..layers.batches import show_again
from ..layers.open_edits import points_layers, records_in_hand
from ..layers.records import is_record_layer
from ..settings import operator_name
from ..translation import tr
from .base import go_on
from .targets import layer_of


def behind(algorithm, parameters, context) -> str:
    """Return the path of the store to change: STORE, else the one that INPUT shows.

    Raises InputError where INPUT is a copy of records.
    """
    path = algorithm.text(parameters, "STORE", context).partition("|")[0]
    path = path or algorithm.store_uri(parameters, context)
    if path is None:
        layer = layer_of(algorithm, parameters, "INPUT", context)
        raise InputError(
            Message("{layer} is a copy of records, not the layer of a store.", layer=layer.name()),
            Message("Choose the layer collection_point of the store itself."),
        )
    return path


def chosen(algorithm, parameters, context, feedback) -> list[tuple[str | None, int | None]]:
    """Return number and version of each record of INPUT, as INPUT shows them.

    The number is None for one that is not saved yet, the version where there is none.
    """
    source = algorithm.parameterAsSource(parameters, "INPUT", context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, "INPUT"))
    if not is_record_layer(source.fields()):
        raise InputError(
            Message("{layer} is not a layer of collection points.", layer=source.sourceName()),
            Message("Choose the layer collection_point of a store."),
        )
    columns = [i for i in map(source.fields().lookupField, ("uuid", "version")) if i >= 0]
    request = QgsFeatureRequest().setSubsetOfAttributes(columns)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    found = []
    for feature in source.getFeatures(request):
        if len(found) % 1000 == 0:
            go_on(feedback)
        uuid, *version = (feature.attribute(column) for column in columns)
        # QGIS gives what it has not saved yet a negative number.
        saved = uuid and feature.id() >= 0
        known = str(version[0]) if version else ""
        found.append((uuid if saved else None, int(known) if known.isdecimal() else None))
    return found


def refuse_unsaved(project: QgsProject | None, path: str, advice: Message) -> None:
    """Raise InputError where QGIS holds edits of a store's records; in the main thread."""
    edited = records_in_hand(project, path)
    if edited:
        raise InputError(
            Message("Records with edits that are not saved: {count}.", count=len(edited)), advice
        )


def operator_of(algorithm, parameters, context) -> str:
    """Return who works: OPERATOR, else the name in the settings."""
    return algorithm.text(parameters, "OPERATOR", context) or operator_name()


def show_store_again(project: QgsProject | None, path: str | Path) -> None:
    """Let the layers of a project show what was written; in the main thread."""
    for layer in points_layers(project, path) if project is not None else ():
        show_again(layer)


def record_words(record: dict) -> str:
    """Return producer, product and place of a record, as a person knows them."""
    columns = ("subject_name", "product", "township", "village")
    return " ".join(record[key] for key in columns if record[key]) or record["uuid"]


def add_operator(algorithm, parameter) -> None:
    """Add OPERATOR to an algorithm."""
    algorithm.add(parameter, tr("Who does this; empty for the operator of the settings."))
