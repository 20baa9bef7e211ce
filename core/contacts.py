"""Rows of 附件2 as contacts: names, titles, telephones, addresses, and whose office it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .cells import BLANK, FIX, OK, REJECT, Cell, ErrorCell
from .contact_sheet import CONTACT_COLUMNS
from .emails import normalise_email
from .findings import WARNING
from .messages import Message
from .names import normalise_name, normalise_person
from .phones import normalise_phone
from .table_plan import TableRow
from .tables import LEVELS
from .telephones import normalise_telephone, read_phones
from .text import clean, is_elsewhere

PROVINCE, CITY, COUNTY, TOWNSHIP = LEVELS
LEVEL_OF = {2: PROVINCE, 4: CITY, 6: COUNTY, 9: TOWNSHIP}  # by the length of a division's code
# A column that may hold landline or mobile, and where each goes.
EITHER = {
    "lead_phone": ("lead_telephone", "lead_mobile"),
    "person_phone": ("person_telephone", "person_mobile"),
}
REGION = "region"  # a column that says whose office it is


def normalise_title(raw: object) -> Cell:
    """Return a title or post on one line."""
    if isinstance(raw, ErrorCell):
        message = Message("The cell holds the error {error}: type the value.", error=str(raw))
        return Cell(REJECT, message=message)
    text = clean(raw)
    if text is None:
        return BLANK if raw is None else Cell(FIX)
    if is_elsewhere(text):
        message = Message("{found} points to another cell: write it out.", found=text)
        return Cell(REJECT, message=message)
    value = " ".join(text.split())
    return Cell(OK if value == raw else FIX, value)


_READERS = {
    "unit": normalise_name,
    "lead_name": normalise_person,
    "lead_title": normalise_title,
    "lead_telephone": normalise_telephone,
    "lead_mobile": normalise_phone,
    "person_name": normalise_person,
    "person_telephone": normalise_telephone,
    "person_mobile": normalise_phone,
    "person_email": normalise_email,
}


class Offices:
    """Tells by its name which division of a county, or above it, an office belongs to."""

    def __init__(
        self, county: str, names: Iterable[str], divisions: Iterable[tuple[str, str]]
    ) -> None:
        """``names``: of province, city and county; ``divisions``: (code, name) of any level."""
        self._above = [(county[:n], name) for n, name in zip((2, 4, 6), names) if name]
        towns = [(c, name) for c, name in divisions if len(c) == 9 and c.startswith(county)]
        self._towns = sorted(towns, key=lambda town: -len(town[1]))
        self._county = county

    def of(self, office: str | None) -> str | None:
        """Return the code of the division with whose name an office's begins."""
        rest, found = office or "", None
        for code, name in self._above:
            if rest.startswith(name):
                found, rest = code, rest.removeprefix(name)
        if rest.startswith(("县", "本县")) and len(self._above) == 3:  # 县农业农村局
            found = self._county
        return next((code for code, name in self._towns if rest.startswith(name)), found)

    def town_in(self, text: str) -> str | None:
        """Return the code of the one township that a text names."""
        found = {code for code, name in self._towns if name in text}
        return found.pop() if len(found) == 1 else None

    def named(self, text: str) -> str | None:
        """Return the code of a division given by code or name."""
        known = (*self._above, *self._towns)
        return next((code for code, name in known if text in (code, name)), None)


def read_contact(
    sheet: str,
    number: int,
    cells: Mapping[str, object],
    extra: Mapping[str, str],
    offices: Offices,
    otherwise: str | None,
) -> TableRow:
    """Return the contact of a row; never raises on its content.

    ``cells``: key -> raw value. ``otherwise``: code of the division of offices whose name does
    not tell theirs.
    """
    row = TableRow(sheet, number, CONTACT_COLUMNS, dict.fromkeys(CONTACT_COLUMNS))
    for column, read in _READERS.items():
        if column in cells:
            row.put(column, read(cells[column]), cells[column])
    for key, columns in EITHER.items():
        if key in cells:
            for column, cell in zip(columns, read_phones(cells[key])):
                if cell is not BLANK and row.values[column] is None:
                    row.put(column, cell, cells[key])
    row.close(cells.get("remarks"), extra)
    region = clean(cells.get(REGION))
    unit = row.values["unit"]
    code = offices.of(unit) or offices.of(region) or otherwise
    row.values["division"], row.values["level"] = code, LEVEL_OF.get(len(code or ""))
    if unit is None:
        row.say(WARNING, Message("No office is named."), "unit")
    elif code is None:
        row.say(
            WARNING,
            Message(
                "Whose office {unit} is, is not known: write the township before the name, or "
                "choose the region for the import.",
                unit=unit,
            ),
            "unit",
        )
    return row
