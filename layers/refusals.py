"""What a store's database refuses: shown by whatever program edits it, so in both languages."""

from __future__ import annotations

from ..core.messages import Message

_WORDS = {
    "新记录只能是草稿或已提交，不能直接通过或退回。": Message(
        "A new record is a draft or submitted; it cannot come in as approved or returned."
    ),
    "审核状态不能这样改变：草稿须先提交，提交后才能通过或退回，退回后须重新提交。": Message(
        "The status cannot change this way: a draft is submitted first, then approved or "
        "returned, and a returned record is submitted again."
    ),
    "这条记录已被他人修改，请刷新后再改。": Message(
        "Somebody else has changed this record: refresh, then edit it again."
    ),
    "记录编号不能修改。": Message("The number of a record cannot be changed."),
    "已有这个编号的记录；复制的记录请先清空记录编号。": Message(
        "A record with this number is there already: empty the number of a copied record."
    ),
    "修改历史不能更改或删除。": Message("The history of the records cannot be changed or deleted."),
    "已作的认可不能更改或删除，只能撤回。": Message(
        "An acceptance cannot be changed or deleted: withdraw it."
    ),
    "查看完整号码的记录不能更改或删除。": Message(
        "The log of phone numbers shown in full cannot be changed or deleted."
    ),
    "记录不能移到另一个县。": Message("A record stays in its county."),
    "只有县级审核人员可以通过或退回。": Message(
        "Only a reviewer of the county approves or returns."
    ),
    "抽取结果不能更改、增加或删除，只能填写检查结果。": Message(
        "A draw cannot be changed, added to or deleted: only its outcomes are filled in."
    ),
}
REFUSALS = {f"{chinese} {english}": english for chinese, english in _WORDS.items()}
(
    BAD_NEW_STATUS,
    BAD_TRANSITION,
    STALE_VERSION,
    FIXED_UUID,
    KNOWN_UUID,
    FIXED_HISTORY,
    FIXED_ACCEPTANCE,
    FIXED_REVEAL,
    FIXED_COUNTY,
    NO_REVIEWER,
    FIXED_DRAW,
) = REFUSALS
