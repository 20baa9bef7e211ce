"""exportcontacts: the contacts of a store as the official sheet 附件2."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.contact_sheet import COMPARED, CONTACT, RUNNING_NUMBER
from ...core.tables import CONTACT_SHEET, LEVELS
from ...layers.store import open_store
from ...spreadsheets.writer import write_contacts
from ...translation import tr
from ..base import OriginTraceAlgorithm, go_on
from ..groups import sheets_group
from ..regions import offices_of, region_code
from ..store_parameter import add_store
from ..unmasked import log_unmasked


class ExportContacts(OriginTraceAlgorithm):
    """Write 附件2."""

    NAME = "exportcontacts"

    def title(self) -> str:
        return tr("Export contacts (附件2)")

    def section(self) -> tuple[str, str]:
        return sheets_group()

    def about(self) -> str:
        return tr(
            "Writes the official sheet 附件2: the offices and people in charge, from the "
            "province down to the townships. It holds phones in full; that it was written is "
            "kept in the store."
        )

    def define(self) -> None:
        add_store(self)
        self.add_choice(
            "LEVEL",
            tr("Levels"),
            LEVELS,
            list(LEVELS),
            tr("Only offices of these levels; none for all."),
            default=None,
            multiple=True,
        )
        self.add(
            QgsProcessingParameterString("REGION", tr("Region"), optional=True),
            tr("Code or name of a division; only its offices and those below. Empty for all."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Contact sheet"), fileFilter=tr("Workbook") + " (*.xlsx)"
            ),
            tr("Where to write it; an existing file is replaced only when all is well."),
        )
        self.addOutput(QgsProcessingOutputNumber("EXPORTED", tr("Contacts exported")))

    def execute(self, parameters, context, feedback) -> dict:
        uri = self.text(parameters, "STORE", context)
        with open_store(uri) as store:
            region = region_code(offices_of(store), self.text(parameters, "REGION", context))
            contacts = store.rows(CONTACT)
        go_on(feedback)
        levels = self.choices(parameters, "LEVEL")
        chosen = [
            contact
            for contact in contacts
            if (not levels or contact["level"] in levels)
            and (contact["division"] or "").startswith(region or "")
        ]
        chosen.sort(key=_order)  # those of one division stay in the order in which they came
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)

        def rows() -> Iterator[dict]:
            for number, contact in enumerate(chosen, 1):
                yield {RUNNING_NUMBER: number, **{key: contact[key] for key in COMPARED}}
            log_unmasked(uri, CONTACT_SHEET, len(chosen), feedback)  # before it gets its name

        write_contacts(path, rows())
        feedback.pushInfo(tr("{count} contacts exported.").format(count=len(chosen)))
        return {"EXPORTED": len(chosen), "OUTPUT": path}


def _order(contact: dict) -> tuple[int, str]:
    level = contact["level"]
    return LEVELS.index(level) if level in LEVELS else len(LEVELS), contact["division"] or ""
