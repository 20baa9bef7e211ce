"""undoimport: take one import back."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterString

from ...core.messages import Message
from ...layers.locations import refuse_shared
from ...layers.store import open_store
from ...settings import operator_name
from ...translation import tr
from ..base import OriginTraceAlgorithm, shown
from ..groups import sheets_group
from ..store_parameter import add_store
from ..store_records import refuse_unsaved


class UndoImport(OriginTraceAlgorithm):
    """Remove what an import added and restore what it changed."""

    NAME = "undoimport"

    def title(self) -> str:
        return tr("Undo an import")

    def section(self) -> tuple[str, str]:
        return sheets_group()

    def about(self) -> str:
        return tr(
            "Takes one import back: records it added are removed, records it changed get their "
            "earlier values. Records that someone edited since are left as they are and named."
        )

    def define(self) -> None:
        add_store(self)
        self.add(
            QgsProcessingParameterString("BATCH", tr("Import batch")),
            tr("The number that the import gave as BATCH; it stands in table import_batch too."),
        )
        self.addOutput(QgsProcessingOutputNumber("REMOVED", tr("Records removed")))
        self.addOutput(QgsProcessingOutputNumber("RESTORED", tr("Records restored")))
        self.addOutput(QgsProcessingOutputNumber("KEPT", tr("Records edited since, left")))

    def check(self, parameters, context) -> None:
        uri = self.text(parameters, "STORE", context).partition("|")[0]
        refuse_shared(uri)
        advice = Message("Save or discard them in QGIS, then undo the import.")
        refuse_unsaved(context.project(), uri, advice)

    def execute(self, parameters, context, feedback) -> dict:
        with open_store(self.text(parameters, "STORE", context), write=True) as store:
            result = store.undo(
                self.text(parameters, "BATCH", context),
                operator_name(),
                progress=lambda part: shown(feedback, 100 * part),
            )
            names = _names(store, result.kept)
        if names:
            feedback.pushWarning(
                tr("Edited since, these stay as they are ({count}): {names}").format(
                    count=len(names), names="; ".join(names)
                )
            )
        feedback.pushInfo(
            tr("Records removed: {removed}, restored: {restored}.").format(
                removed=result.removed, restored=result.restored
            )
        )
        return {
            "REMOVED": result.removed,
            "RESTORED": result.restored,
            "KEPT": len(result.kept),
        }


def _names(store, kept: tuple[str, ...]) -> list[str]:
    """Return producer, product and village of records, as a person knows them."""
    if not kept:
        return []
    columns = ("subject_name", "product", "village")
    known = {
        record["uuid"]: " ".join(record[key] for key in columns if record[key])
        for record in store.records(("uuid", *columns))
    }
    return [known.get(uuid) or tr("{uuid} (deleted)").format(uuid=uuid) for uuid in kept]
