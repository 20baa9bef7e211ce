"""Cells that hold one or several of the options of a column."""

from __future__ import annotations

import re

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .choice_words import WORDS
from .messages import Message
from .schema import CHOICES, Column, join_choices, split_choices
from .text import clean, name_key, nfkc

OTHER = "其他"
_SPLIT = re.compile(r"[、,，;；/／\\|+＋&\n]+|\s+")
_HARD_SPLIT = re.compile(r"[、,，;；/／\\|+＋&\n]+")
_AND = re.compile(r"[和及与]+")
_ORDINAL = re.compile(r"^\s*(?:[(（]?(?:\d{1,2}|[A-Ha-h])[)）.、．:：\s]\s*|[①-⑳⒈-⒛⑴-⒇]\s*)(?=\S)")
_BARE_NUMBER = re.compile(r"^[(（]?(\d{1,2}|[①-⑳])[)）.、．]?$")
_BARE_LETTER = re.compile(r"^[(（]?([A-Ha-h])[)）.、．]?$")
_TICK = "☑✓√✔☒■●◉🗹"
_EMPTY_TICK = "□☐○〇◻▢◯❏"
_TICKED = re.compile(rf"([{_TICK}{_EMPTY_TICK}])\s*([^{_TICK}{_EMPTY_TICK}]*)")
_TICKED_AFTER = re.compile(rf"([^{_TICK}{_EMPTY_TICK}]+?)\s*([{_TICK}{_EMPTY_TICK}])")
_BRACKETED = re.compile(r"^(.*?)\s*[(（\[【](.*?)[)）\]】]\s*(.*)$", re.DOTALL)
_COLON = re.compile(r"^\s*(其他|其它)\s*[:：]\s*(\S.*)$", re.DOTALL)
_GLUED = re.compile(r"(?<=[^\s、,，;；/])(?=[①-⑳])")
_TABLES: dict[tuple[str, ...], dict[str, tuple[str, str]]] = {}


def _table(choices: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return every word for an option with its verdict and the option."""
    table = _TABLES.get(choices)
    if table is None:
        table = {}
        words = WORDS.get(choices, {})
        for option in choices:
            verdict = FIX
            for word in words.get(option, "").split():
                if word in ("?", "??"):
                    verdict = WARN if word == "?" else ASK
                else:
                    table[name_key(word)] = (verdict, option)
        table.update({name_key(option): (OK, option) for option in choices})
        _TABLES[choices] = table
    return table


def normalise_choice(raw: object, column: Column) -> Cell:
    """Return the one option of ``column.choices`` that a cell means."""
    cell, texts, remarks = _read(raw, column)
    if cell is not None:
        return cell
    known, unknown, worst = texts
    options = list(dict.fromkeys(known))
    if not options:
        return _nothing_known(raw, column, unknown)
    if len(options) > 1:
        message = Message(
            "Only one of {options} can be right: choose one.", options="、".join(options)
        )
        return Cell(ASK, message=message)
    return _applied(raw, column, options[0], options, worst, unknown + remarks)


def normalise_choices(raw: object, column: Column) -> Cell:
    """Return the options of ``column.choices`` that a cell means, in the stored form."""
    cell, texts, remarks = _read(raw, column)
    if cell is not None:
        if cell.value is not None:
            return cell._replace(value=join_choices([cell.value]))
        return cell
    known, unknown, worst = texts
    if not known:
        cell = _nothing_known(raw, column, unknown)
        return cell._replace(value=join_choices([cell.value])) if cell.value else cell
    options = [option for option in column.choices if option in known]
    value = join_choices(options)
    return _applied(raw, column, value, options, worst, unknown + remarks)


def _read(
    raw: object, column: Column
) -> tuple[Cell | None, tuple[list[str], list[str], str], list[str]]:
    """Return a finished cell, or (options, unknown texts, worst verdict) and remarks."""
    none: tuple[list[str], list[str], str] = ([], [], OK)
    if isinstance(raw, ErrorCell):
        message = Message("The cell holds the error {error}.", error=str(raw))
        return Cell(REJECT, message=message), none, []
    text = clean(raw)
    if text is None:
        return BLANK, none, []
    table = _table(column.choices)
    whole = table.get(name_key(text))
    if whole is not None and whole[0] != ASK:
        verdict = FIX if whole[0] == OK and raw != whole[1] else whole[0]
        return None, ([whole[1]], [], verdict), []
    if text.startswith("{") and text.endswith("}"):
        parts, ticked = split_choices(text), False
    else:
        parts, ticked = _parts(_GLUED.sub("、", text), table)
    if column.kind == CHOICES:
        parts = [piece for part in parts for piece in _unglued(part, table)]
    known: list[str] = []
    unknown: list[str] = []
    remarks: list[str] = []
    worst = FIX
    asked: list[str] = []
    for part in parts:
        verdict, option, remark = _part(part, table, column.choices)
        if remark:
            remarks.append(remark)
            worst = WARN
        if option is None:
            unknown.append(part.strip())
        elif verdict == ASK:
            asked.append(option)
            unknown.append(part.strip())
        else:
            known.append(option)
            worst = WARN if verdict == WARN else worst
    if ticked and not parts:
        return Cell(REJECT, message=Message("No option is ticked.")), none, []
    if asked and not known:
        message = Message("Does {found} mean {option}?", found=text, option="、".join(asked))
        if column.kind == CHOICES:
            proposal = join_choices([c for c in column.choices if c in asked])
        else:
            proposal = asked[0] if len(set(asked)) == 1 else None
        return Cell(ASK, message=message, proposal=proposal), none, []
    return None, (known, unknown, worst), remarks


def _parts(text: str, table: dict[str, tuple[str, str]]) -> tuple[list[str], bool]:
    """Return the parts of a cell and whether they were ticked."""
    if any(char in text for char in _TICK + _EMPTY_TICK):
        return _ticked(text), True
    if "(" in text or "（" in text:
        protected = _outside_brackets(text)
    else:
        protected = [part for part in _SPLIT.split(text) if part]
    stripped = _ORDINAL.sub("", text).strip()
    if name_key(stripped) in table or name_key(text) in table:
        return [stripped], False
    # A blank parts options only where every part is one: 承诺 达标合格证 is one word.
    if not all(_known(part, table) for part in protected):
        hard = [p for p in _HARD_SPLIT.split(text) if p.strip()] if "(" not in nfkc(text) else []
        if hard and any(_known(part, table) for part in hard):
            protected = hard
    parts: list[str] = []
    for part in protected:
        pieces = [piece for piece in _AND.split(part) if piece]
        if len(pieces) > 1 and all(_known(piece, table) for piece in pieces):
            parts.extend(pieces)
        elif parts and _BARE_NUMBER.match(parts[-1]) and _known(part, table):
            parts[-1] = part  # the ordinal of 1、绿色
        elif parts and _BARE_LETTER.match(parts[-1]) and _known(part, table):
            parts[-1] = part
        else:
            parts.append(part)
    return parts, False


def _unglued(part: str, table: dict[str, tuple[str, str]]) -> list[str]:
    """Return the options that were written without anything between: 露地设施."""
    if _known(part, table):
        return [part]
    rest, found = name_key(part), []
    while rest:
        word = max((w for w in table if len(w) > 1 and rest.startswith(w)), key=len, default=None)
        if word is None:
            return [part]
        found.append(word)
        rest = rest[len(word) :]
    return found


def _outside_brackets(text: str) -> list[str]:
    """Split where a separator stands outside brackets."""
    parts, depth, current = [], 0, ""
    for char in text:
        if char in "(（[【":
            depth += 1
        elif char in ")）]】":
            depth = max(0, depth - 1)
        if depth == 0 and _SPLIT.fullmatch(char):
            parts.append(current)
            current = ""
        else:
            current += char
    parts.append(current)
    return [part for part in parts if part.strip()]


def _known(part: str, table: dict[str, tuple[str, str]]) -> bool:
    return name_key(_ORDINAL.sub("", part)) in table


def _ticked(text: str) -> list[str]:
    """Return the options with a tick: before the option as usual, or after it."""
    before = text.lstrip()[:1] in _TICK + _EMPTY_TICK
    found: list[str] = []
    for match in (_TICKED if before else _TICKED_AFTER).finditer(text):
        mark, label = match.groups() if before else reversed(match.groups())
        label = label.strip(" 、,，;；/()（）[]【】\n\t")
        if mark in _TICK and label:
            found.append(label)
    return found


def _part(
    part: str, table: dict[str, tuple[str, str]], choices: tuple[str, ...]
) -> tuple[str, str | None, str | None]:
    """Return (verdict, option, remark) of one part; option None where it is unknown."""
    text = _ORDINAL.sub("", part).strip().strip("\"'“”‘’。.")
    found = table.get(name_key(text))
    if found:
        return found[0], found[1], None
    number = _BARE_NUMBER.match(nfkc(part.strip()))
    if number and 0 < int(number.group(1)) <= len(choices):
        return ASK, choices[int(number.group(1)) - 1], None
    colon = _COLON.match(text)
    if colon and OTHER in choices:
        return WARN, OTHER, colon.group(2).strip()
    bracketed = _BRACKETED.match(text)
    if bracketed:
        outside = bracketed.group(1) + bracketed.group(3)
        found = table.get(name_key(outside))
        inside = table.get(name_key(bracketed.group(2)))
        if found and inside and inside[1] == found[1]:
            return min((found[0], inside[0]), key=(OK, FIX, WARN, ASK).index), found[1], None
        if found and found[0] != ASK:
            return WARN, found[1], bracketed.group(2).strip() or None
        if found:
            return ASK, found[1], None
    return REJECT, None, None


def _nothing_known(raw: object, column: Column, unknown: list[str]) -> Cell:
    text = clean(raw) or ""
    if column.open_list:
        return Cell(OK if text == raw else FIX, text)
    letter = _BARE_LETTER.match(text)
    if letter:
        at = ord(letter.group(1).upper()) - ord("A")
        if at < len(column.choices):
            option = column.choices[at]
            message = Message("Does {found} mean {option}?", found=text, option=option)
            return Cell(ASK, message=message, proposal=option)
    message = Message(
        "{found} is none of {options}.", found=text, options="、".join(column.choices)
    )
    return Cell(REJECT, message=message, remark=None)


def _applied(
    raw: object,
    column: Column,
    value: str | None,
    options: list[str],
    worst: str,
    remarks: list[str],
) -> Cell:
    """Return the cell of recognised options; what else stood there goes to the remarks."""
    remark = "；".join(dict.fromkeys(remarks)) or None
    if remark:
        message = Message(
            "Taken as {options}; the rest went to the remarks: {rest}.",
            options="、".join(options),
            rest=remark,
        )
        return Cell(WARN, value, message, remark=remark)
    if worst == WARN:
        message = Message(
            "{found} was taken as {options}.", found=clean(raw) or "", options="、".join(options)
        )
        return Cell(WARN, value, message)
    same = raw == value or raw == "、".join(options)
    return Cell(OK if same else FIX, value)
