"""restoreversion: bring a record back to an earlier version (D5)."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.reviews import IN_HAND, named
from ...layers.locations import refuse_shared
from ...layers.open_edits import records_in_hand
from ...layers.store import open_store
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import quality_group
from ..store_parameter import add_store
from ..store_records import add_operator, operator_of, record_words, show_store_again
from ..words import status_word


class RestoreVersion(OriginTraceAlgorithm):
    """Write an earlier version of a record as its newest one."""

    NAME = "restoreversion"

    def title(self) -> str:
        return tr("Bring back a version")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Brings a record, also a deleted one, back to an earlier version. The history stays: "
            "the values of then become its newest version. Where the record stands in its review "
            "it stays, but an approved one is submitted again."
        )

    def define(self) -> None:
        add_store(self)
        self.add(
            QgsProcessingParameterString("UUID", tr("Record number")),
            tr("The number of the record, as the list of changes names it."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "VERSION", tr("Version"), QgsProcessingParameterNumber.Type.Integer, minValue=1
            ),
            tr("The version whose values come back."),
        )
        add_operator(self, QgsProcessingParameterString("OPERATOR", tr("Operator"), optional=True))
        self.addOutput(QgsProcessingOutputNumber("NEW_VERSION", tr("Number of the new version")))
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Status of the record")))

    def _path(self, parameters, context) -> str:
        return self.text(parameters, "STORE", context).partition("|")[0]

    def check(self, parameters, context) -> None:
        refuse_shared(self._path(parameters, context))
        named(operator_of(self, parameters, context))

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        # In the main thread, where edit buffers may be looked into.
        self._store = self._path(parameters, context)
        self._in_hand = records_in_hand(context.project(), self._store)
        return super().prepareAlgorithm(parameters, context, feedback)

    def postProcessAlgorithm(self, context, feedback) -> dict:
        show_store_again(context.project(), self._store)
        return {}

    def execute(self, parameters, context, feedback) -> dict:
        uuid = self.text(parameters, "UUID", context)
        version = self.parameterAsInt(parameters, "VERSION", context)
        operator = named(operator_of(self, parameters, context))
        if uuid in self._in_hand:
            raise InputError(IN_HAND)
        with open_store(self._store, write=True) as store:
            record = store.restore(uuid, version, operator)
        feedback.pushInfo(
            tr("{record} is as in version {old} again, as version {new}; status: {status}.").format(
                record=record_words(record),
                old=version,
                new=record["version"],
                status=status_word(record["status"]),
            )
        )
        return {"NEW_VERSION": record["version"], "STATUS": record["status"]}
