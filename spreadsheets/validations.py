"""Drop-down lists, prompts and checks of the official sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..core.schema import COLUMNS, PHONE, SHEET_COLUMNS
from . import form_words as words

_INLINE = 250  # characters of a list within the rule itself; Excel allows 255
_TITLE = 32  # characters of the title of a prompt


class Options:
    """Lists too long for a rule: one column each of a hidden sheet."""

    def __init__(self) -> None:
        self.lists: list[tuple[str, ...]] = []

    def formula(self, values: tuple[str, ...]) -> str:
        """Return the formula of a drop-down list of ``values``."""
        joined = ",".join(values)
        if len(joined) <= _INLINE and not any(set(',"') & set(value) for value in values):
            return f'"{joined}"'
        if values not in self.lists:
            self.lists.append(values)
        column = get_column_letter(self.lists.index(values) + 1)
        return f"'{words.OPTIONS_SHEET}'!${column}$1:${column}${len(values)}"

    def rows(self) -> Iterable[list[str | None]]:
        """Return the rows of the hidden sheet."""
        for index in range(max(map(len, self.lists), default=0)):
            yield [values[index] if index < len(values) else None for values in self.lists]


def validations(
    first: int,
    last: int,
    lists: Mapping[str, tuple[str, ...]],
    options: Options,
    prompts: bool = False,
) -> list[DataValidation]:
    """Return the rules for the official columns, rows ``first`` to ``last``.

    ``lists`` are drop-down lists beside those of the schema, by column key.
    """
    choices = {**words.CHOICES, **{key: tuple(values) for key, values in lists.items() if values}}
    rules = []
    for index, column in enumerate(SHEET_COLUMNS, 1):
        letter = get_column_letter(index)
        rule = _rule(column.key, f"{letter}{first}", choices, options)
        text = words.prompt(column.key) if prompts or column.key in words.HINTED else ""
        if text:
            rule = rule or DataValidation(allow_blank=True)
            rule.promptTitle = column.header[:_TITLE]
            rule.prompt = text
            rule.showInputMessage = True
        if rule:
            rule.add(f"{letter}{first}:{letter}{last}")
            rules.append(rule)
    return rules


def _rule(
    key: str, cell: str, choices: Mapping[str, tuple[str, ...]], options: Options
) -> DataValidation | None:
    if key in choices:
        rule = DataValidation("list", formula1=options.formula(choices[key]), allow_blank=True)
        fixed = key in words.CHOICES
        rule.errorStyle = "stop" if fixed else "warning"
        rule.error = words.WRONG_CHOICE if fixed else words.UNLISTED
        rule.showErrorMessage = key not in words.HINTED
        return rule
    if key in COLUMNS and COLUMNS[key].kind == PHONE:
        rule = DataValidation(
            "custom",
            formula1=f'AND(LEN({cell})=11,LEFT({cell},1)="1",ISNUMBER(-{cell}))',
            allow_blank=True,
        )
        rule.errorStyle, rule.error, rule.showErrorMessage = "warning", words.WRONG_PHONE, True
        return rule
    if key == "scale":
        rule = DataValidation("decimal", operator="greaterThan", formula1="0", allow_blank=True)
        rule.errorStyle, rule.error, rule.showErrorMessage = "stop", words.WRONG_SCALE, True
        return rule
    return None
