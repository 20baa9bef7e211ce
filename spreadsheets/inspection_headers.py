"""The headers of sheets of inspections and tests, as laboratories and offices write them."""

from __future__ import annotations

from ..core.inspections import VERDICT
from .headers import IGNORED, NUMBER, PROBLEM_HEADER, SYNONYMS, header_forms
from .vocabulary import Vocabulary

_WORDS: dict[str, str] = {
    NUMBER: "序号 序 顺序号 行号 no no. №",
    IGNORED: PROBLEM_HEADER,
    "subject_name": SYNONYMS["subject_name"] + " 种养殖主体名称 被检单位 受检单位 被检单位名称 "
    "受检单位名称 被检查单位 被检查对象 检查对象 受检主体 被检主体 被抽检单位 被抽样单位 "
    "受检者 被检者 受检户 抽检对象 抽样对象",
    "product": SYNONYMS["product"] + " 样品名称 样品 检测样品 样品品种 抽检产品 抽检品种 "
    "检测产品 检测品种 产品样品名称 样品产品名称",
    "township": SYNONYMS["township"],
    "village": SYNONYMS["village"],
    "address": SYNONYMS["address"]
    + " 抽样地点 采样地点 抽检地点 检查地点 受检单位地址 详细地址 具体地址",
    "inspected_on": "检测日期 检测时间 检查日期 检查时间 检验日期 检验时间 抽样日期 抽样时间 "
    "采样日期 采样时间 抽检日期 抽检时间 监测日期 监测时间 取样日期 送检日期 日期 时间",
    "kind": "类别 检测类别 检测类型 抽检类型 抽检类别 监测类型 监测类别 任务类型 任务名称 "
    "任务来源 检查类型 检查类别 检查方式 检测方式 检验类别 检测性质",
    "item": "检测项目 检验项目 检测参数 检测指标 监测项目 检测内容 检查项目 检查内容 "
    "检验参数 项目 项目名称 参数",
    "result": "检测结果 检验结果 检查结果 抽检结果 监测结果 结果 检测值 检出值 实测值 "
    "检测数值 抑制率 检查情况",
    VERDICT: "结论 检测结论 检验结论 判定 判定结果 结果判定 单项判定 综合判定 判定结论 "
    "是否合格 合格与否 检查结论 合格情况 结论判定",
    "inspector": "检测人 检测人员 检测员 检验员 检验人 检验人员 检查人 检查人员 抽样人 "
    "抽样人员 采样人 采样人员 执法人员 抽检人员",
    "agency": "检测机构 检测单位 检验机构 检验单位 承检机构 承检单位 检测部门 抽检单位 "
    "抽样单位 抽样机构 检查单位 检查机构 检测机构名称 监测机构 执法单位 实施单位",
    "report_number": "报告编号 报告号 检测报告编号 检验报告编号 检测报告号 检验编号 检测编号",
    "remarks": SYNONYMS["remarks"],
}
# Taken only where no better header claims the column.
_WEAK: dict[str, str] = {
    "report_number": "样品编号 样品编码 抽样编号 抽样单编号 抽样单号 样品号 编号 采样编号",
    "subject_name": "单位 名称 姓名 基地名称 基地",
}


def _table(words: dict[str, str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for key, listed in words.items():
        for word in listed.split():
            known.setdefault(header_forms(word)[0], key)
    return known


_KNOWN, _KNOWN_WEAK = _table(_WORDS), _table(_WEAK)


def key_of(text: object) -> str | None:
    """Return the key that a header means; None if unclear."""
    return next((_KNOWN[form] for form in header_forms(text) if form in _KNOWN), None)


def _weak_key_of(text: object) -> str | None:
    return next((_KNOWN_WEAK[f] for f in header_forms(text) if f in _KNOWN_WEAK), None)


def resolve(headers: list[tuple[int, str, tuple[str, ...]]]) -> tuple[dict[int, str], list[int]]:
    """Match (column, leaf, groups) to keys; see ``headers.resolve``."""
    keys: dict[int, str] = {}
    repeated: list[int] = []
    for column, leaf, groups in headers:
        key = key_of("".join((*groups, leaf))) or key_of(leaf)
        if key is not None and key in keys.values() and key != IGNORED:
            repeated.append(column)
        elif key is not None:
            keys[column] = key
    for column, leaf, _groups in headers:
        key = _weak_key_of(leaf)
        if column not in keys and column not in repeated and key and key not in keys.values():
            keys[column] = key
    return keys, repeated


INSPECTIONS = Vocabulary(
    key_of,
    resolve,
    main=frozenset({"subject_name"}),
    subject="subject_name",
    digits=("inspected_on", "report_number"),
    beforehand=frozenset({"township", "inspected_on", "kind", "item", "agency", "inspector"}),
    titles="被检单位, 产品名称, 检测结果",
)
