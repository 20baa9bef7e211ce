"""importcontacts: 附件2 sheets into the table of contacts."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString

from ...core.contact_plan import plan_contacts
from ...core.contact_sheet import CONTACT
from ...core.contacts import Offices, read_contact
from ...core.findings import ERROR, INFO, WARNING
from ...core.table_plan import TablePlan, TableRow
from ...layers.store import Store
from ...spreadsheets.contact_headers import CONTACTS
from ...spreadsheets.tables import RawRow, Table
from ...translation import tr
from ..groups import sheets_group
from ..importing import SheetFile
from ..regions import offices_of, region_code
from ..table_import import TableImport


class ImportContacts(TableImport):
    """Bring 附件2 sheets into a store: plan first, then one transaction."""

    NAME = "importcontacts"
    TABLE, WORDS = CONTACT, CONTACTS
    LEVELS = (ERROR, WARNING, INFO)  # what changes is listed as well

    def title(self) -> str:
        return tr("Import contacts (附件2)")

    def section(self) -> tuple[str, str]:
        return sheets_group()

    def about(self) -> str:
        return tr(
            "Reads sheets of 附件2, the offices and people in charge at each level, and brings "
            "them into the store: all rows or, on any error, none.\n"
            "An office is known by its division and name, its rows by the people in them. A bad "
            "cell never loses its row: its text goes into the remarks and is listed. An empty "
            "cell never empties a value, and what is not in the sheet stays."
        )

    def define(self) -> None:
        self.add_sheets(tr("Contact sheets"))
        self.add_try()
        self.add(
            QgsProcessingParameterString("REGION", tr("Region of the offices"), optional=True),
            tr(
                "Code or name of the division of those offices whose name does not begin with "
                "it, such as 360826100 or 澄江镇. Empty: the township that the title, the sheet "
                "or the file names."
            ),
        )
        self.add_annotated()
        self.add_findings()
        self.add_counts()

    def begin(self, store: Store, parameters, context, feedback) -> None:
        self._offices = offices_of(store)
        self._region = region_code(self._offices, self.text(parameters, "REGION", context))

    def read(self, file: SheetFile, table: Table, sheet: str, raw: RawRow) -> TableRow:
        otherwise = self._region or _town(self._offices, file, table)
        return read_contact(sheet, raw.number, raw.cells, raw.extra, self._offices, otherwise)

    def plan(self, rows: list[TableRow], held: list[dict], stamp: dict) -> TablePlan:
        written = {"updated_at": stamp["time"], "updated_by": stamp["operator"]}
        return plan_contacts(rows, held, written)


def _town(offices: Offices, file: SheetFile, table: Table) -> str | None:
    """Return the township that a sheet, its title or its file names, the nearest first."""
    texts = (table.sheet, table.above, file.name)
    return next(filter(None, map(offices.town_in, texts)), None)
