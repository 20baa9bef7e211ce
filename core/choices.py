"""Cells that hold one or several of the options of a column."""

from __future__ import annotations

import re

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .choice_words import WORDS
from .messages import Message
from .schema import CHOICES, Column, join_choices, split_choices
from .spelling import nearest
from .text import clean, is_elsewhere, name_key, nfkc, simplified

OTHER = "其他"
_SPLIT = re.compile(r"[、,，;；/／\\|+＋&\n]+|\s+")
_HARD_SPLIT = re.compile(r"[、,，;；/／\\|+＋&\n]+")
_AND = re.compile(r"以及|[和及与兼或.。·\-－—~]+")
# No certificate, not graded yet: as good as an empty cell.
_NONE = re.compile(
    "(?:暂时?|尚|还)?(?:未|无|没有?|不)(?:办理|开展|参加|进行|取得|获得|参)?"
    "(?:产品|信用)?(?:认证|评[定级价选]?|等级|追溯|开展|办理)|否"
)
# 合格证（无）, 追溯码（未用）: named only to be denied.
_DENIED = re.compile("[无否没未不非×✗✘]|暂[无未]|拟|计划|申[请报]|办理中|过期|到期|失效|转换")
# 已开具合格证, 露地为主, 追溯码等: words round an option.
_AROUND = re.compile("^(?:已|有|均|全部?|以|使用|开具|佩戴|张贴|采用)+|(?:为主|等|均有)$")
_GRADE = re.compile("[A-Za-z]{1,5}[+-]{0,2}")
_CONFIRMED = frozenset("有是√✓✔")
_ORDINAL = re.compile(r"^\s*(?:[(（]?(?:\d{1,2}|[A-Ha-h])[)）.、．:：\s]\s*|[①-⑳⒈-⒛⑴-⒇]\s*)(?=\S)")
_BARE = re.compile(r"^[(（]?(\d{1,2}|[①-⑳]|[A-Ha-h])[)）.、．]?$")
_TICK = "☑✓√✔☒■●◉🗹"
_EMPTY_TICK = "□☐○〇◻▢◯❏"
_TICK_BOX = re.compile(r"[\[(（【]\s*([√✓✔☑■●])\s*[\])）】]")
_EMPTY_BOX = re.compile(r"[\[(（【]\s*[\])）】]")
_TICKED = re.compile(rf"([{_TICK}{_EMPTY_TICK}])\s*([^{_TICK}{_EMPTY_TICK}]*)")
_TICKED_AFTER = re.compile(rf"([^{_TICK}{_EMPTY_TICK}]+?)\s*([{_TICK}{_EMPTY_TICK}])")
_BRACKETED = re.compile(r"^(.*?)\s*[(（\[【](.*?)[)）\]】]\s*(.*)$", re.DOTALL)
_COLON = re.compile(r"^\s*(其他|其它)\s*[:：]\s*(\S.*)$", re.DOTALL)
_GLUED = re.compile(r"(?<=[^\s、,，;；/])(?=[①-⑳]|[(（]\d{1,2}[)）]\D)")
_TABLES: dict[tuple[str, ...], dict[str, tuple[str, str]]] = {}


def _key(text: str) -> str:
    return name_key(simplified(text))


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
                    table[_key(word)] = (verdict, option)
        table.update({_key(option): (OK, option) for option in choices})
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
        message = Message("The cell holds the error {error}: type the value.", error=str(raw))
        return Cell(REJECT, message=message), none, []
    text = clean(raw)
    if text is None:
        return BLANK, none, []
    if is_elsewhere(text):
        message = Message("{found} points to another cell: write it out.", found=text)
        return Cell(REJECT, message=message), none, []
    if _NONE.fullmatch(text):
        return Cell(FIX), none, []
    table = _table(column.choices)
    whole = table.get(_key(text))
    if whole is not None and whole[0] != ASK:
        verdict = FIX if whole[0] == OK and raw != whole[1] else whole[0]
        return None, ([whole[1]], [], verdict), []
    if column.open_list and _GRADE.fullmatch(nfkc(text)):
        return Cell(OK if text == raw else FIX, text), none, []
    if text.startswith("{") and text.endswith("}"):
        parts, ticked = split_choices(text), False
    else:
        boxed = _EMPTY_BOX.sub("☐", _TICK_BOX.sub("☑", text))
        parts, ticked = _parts(_GLUED.sub("、", boxed), table)
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
    if "或" in text and len(known) > 1:
        worst = WARN
    if ticked and not parts:
        return Cell(REJECT, message=Message("No option is ticked: tick what applies.")), none, []
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
    lettered = _key(text[:1]) in table  # A、B are two grades, not an ordinal and a grade
    stripped = text if lettered else _ORDINAL.sub("", text).strip()
    if _key(stripped) in table or _key(text) in table:
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
        elif parts and _is_ordinal(parts[-1], table) and _known(part, table):
            parts[-1] = part  # the ordinal of 1、绿色
        else:
            parts.append(part)
    return parts, False


def _is_ordinal(part: str, table: dict[str, tuple[str, str]]) -> bool:
    return _BARE.match(part) is not None and _key(part) not in table


def _unglued(part: str, table: dict[str, tuple[str, str]]) -> list[str]:
    """Return the options that were written without anything between: 露地设施."""
    if _known(part, table):
        return [part]
    rest, found = _key(part), []
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
    return _key(_ORDINAL.sub("", part)) in table


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
    text = _ORDINAL.sub("", part).strip().strip("\"'“”‘’。.*＊")
    found = table.get(_key(text)) or table.get(_key(text.lstrip("0123456789")))
    if found:
        return found[0], found[1], None
    option = _by_mark(part, choices)
    if option:
        return ASK, option, None
    colon = _COLON.match(text)
    if colon and OTHER in choices:
        return WARN, OTHER, colon.group(2).strip()
    bracketed = _BRACKETED.match(text)
    if bracketed:
        outside = bracketed.group(1) + bracketed.group(3)
        within = bracketed.group(2).strip()
        found = table.get(_key(outside))
        if found and within in _CONFIRMED:
            return found[0], found[1], None
        if _DENIED.match(within) and not (found and found[1] == OTHER):
            return REJECT, None, None
        inside = table.get(_key(within))
        if found and inside and found[1] != OTHER:
            if inside[1] != found[1]:
                return ASK, found[1], None
            return min((found[0], inside[0]), key=(OK, FIX, WARN, ASK).index), found[1], None
        if found and found[0] != ASK:
            return WARN, found[1], within or None
        if found:
            return ASK, found[1], None
    found = table.get(_key(_AROUND.sub("", text)))
    if found:
        return (ASK if found[0] == ASK else WARN), found[1], None
    return REJECT, None, None


def _by_mark(text: str, choices: tuple[str, ...]) -> str | None:
    """Return the option that a bare number or letter stands for."""
    mark = _BARE.match(nfkc(text.strip()))
    if not mark:
        return None
    sign = mark.group(1).upper()
    at = int(sign) - 1 if sign.isdigit() else ord(sign) - ord("A")
    return choices[at] if 0 <= at < len(choices) else None


def _nothing_known(raw: object, column: Column, unknown: list[str]) -> Cell:
    text = clean(raw) or ""
    if column.open_list:
        return Cell(OK if text == raw else FIX, text)
    table = _table(column.choices)
    near = nearest(_key(text), table) if not _DENIED.match(text) else []
    meant = list(dict.fromkeys(table[word][1] for word in near))
    if meant:
        message = Message("Does {found} mean {option}?", found=text, option="、".join(meant))
        return Cell(ASK, message=message, proposal=meant[0] if len(meant) == 1 else None)
    message = Message(
        "{found} is none of the options: choose from {options}.",
        found=text,
        options="、".join(column.choices),
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
