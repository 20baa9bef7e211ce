"""The headers of 附件2, whoever's phone it is told by the group above or by the order."""

from __future__ import annotations

import re

from ..core.contact_sheet import CONTACT_COLUMNS
from ..core.contacts import EITHER, REGION
from .headers import IGNORED, NUMBER, PROBLEM_HEADER, SYNONYMS, header_key
from .vocabulary import Vocabulary

LEAD, PERSON = "lead", "person"
_WORDS: dict[str, str] = {
    NUMBER: SYNONYMS[NUMBER],
    IGNORED: PROBLEM_HEADER,
    "unit": "牵头单位名称 牵头单位 牵头部门 牵头单位全称 单位名称 单位 单位全称 部门 责任单位 "
    "主管部门 主管单位 工作单位 所在单位",
    REGION: "地区 所属地区 行政区划 所在地区 乡镇 乡镇街道 所属乡镇 辖区 县市区",
    "remarks": SYNONYMS["remarks"],
}
_KNOWN = {header_key(word): key for key, words in _WORDS.items() for word in words.split()}
_PERSON = re.compile("具体|联系人|联络人|联络员|经办")
_LEAD = re.compile("负责人|领导|牵头|主管|主要负责")
_KINDS = (
    ("email", re.compile("邮箱|邮件|e?mail")),
    ("mobile", re.compile("手机|移动电话")),
    ("telephone", re.compile("固定电话|固话|座机|办公电话|单位电话|办公室电话")),
    ("phone", re.compile("电话|联系方式|联系号码")),
    ("title", re.compile("职称|职务|职位")),
    ("name", re.compile("姓名|名字")),
)
_IS_NAME = re.compile("(负责人|联系人|联络[人员]|经办人|领导)$")
_LONGEST = 20  # characters of a header; more is a sentence
_KEYS = {*CONTACT_COLUMNS, *EITHER}


def _meaning(text: object) -> tuple[str | None, str | None]:
    """Return whose (LEAD, PERSON) and what a header says, or None and a key of its own."""
    form = header_key(text)
    if form in _KNOWN:
        return None, _KNOWN[form]
    if not form or len(form) > _LONGEST:
        return None, None
    who = PERSON if _PERSON.search(form) else LEAD if _LEAD.search(form) else None
    kind = next((kind for kind, look in _KINDS if look.search(form)), None)
    if (
        kind is None
        and who is not None
        and re.search("(负责人|联系人|联络[人员]|经办人|领导)$", form)
    ):
        kind = "name"
    return who, kind


def key_of(text: object) -> str | None:
    """Return what a header means by itself; "mobile" where it is not told whose."""
    who, kind = _meaning(text)
    return f"{who}_{kind}" if who and kind else kind


def resolve(headers: list[tuple[int, str, tuple[str, ...]]]) -> tuple[dict[int, str], list[int]]:
    """Match (column, leaf, groups) in sheet order to keys; see ``headers.resolve``."""
    keys: dict[int, str] = {}
    repeated: list[int] = []
    whose = LEAD
    for column, leaf, groups in headers:
        who, kind = _meaning("".join((*groups, leaf)))
        if kind is None:
            who, kind = _meaning(leaf)
        if kind in _WORDS:
            key = kind
        elif kind is None:
            continue
        else:
            # A second name begins the second person.
            if who is None and kind == "name" and f"{whose}_name" in keys.values():
                who = PERSON
            whose = who or whose
            key = "person_email" if kind == "email" else f"{whose}_{kind}"
        if key in keys.values() and key != IGNORED:
            other = key.replace(LEAD, PERSON, 1)
            if who is LEAD and other in _KEYS and other not in keys.values():
                keys[column], whose = other, PERSON  # 负责人姓名 twice
            else:
                repeated.append(column)
        elif key in _KEYS or key in _WORDS:
            keys[column] = key
    return keys, repeated


CONTACTS = Vocabulary(
    key_of,
    resolve,
    main=frozenset({"unit", "lead_name", "person_name"}),
    subject="unit",
    digits=("lead_mobile", "person_mobile", "lead_phone", "person_phone", "number"),
    beforehand=frozenset(),
    titles="牵头单位名称, 具体负责人姓名",
)
