#!/usr/bin/env python3
"""Write docs/algorithms_zh.md and algorithms_en.md from the help of the algorithms.

Run by ``make docs``, inside QGIS; the Chinese comes from the compiled translation.
"""

from __future__ import annotations

import html
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
LANGUAGES = ("zh", "en")
# Kinds of parameters, in words.
KINDS = {
    "source": ("layer", "图层"),
    "vector": ("layer", "图层"),
    "layer": ("layer", "图层"),
    "multilayer": ("several files or layers", "多个文件或图层"),
    "sink": ("layer to write", "写出的图层"),
    "file": ("file", "文件"),
    "folderDestination": ("folder to write", "写入的文件夹"),
    "fileDestination": ("file to write", "写出的文件"),
    "string": ("text", "文本"),
    "enum": ("choice", "选项"),
    "number": ("number", "数值"),
    "boolean": ("yes or no", "是或否"),
    "datetime": ("date", "日期"),
    "expression": ("QGIS expression", "QGIS 表达式"),
    "providerconnection": ("connection of QGIS", "QGIS 中的连接"),
    "databaseschema": ("schema of a database", "数据库模式"),
}


class Words(NamedTuple):
    """What a page says besides the help, in one language."""

    title: str
    introduction: str
    parameter: str
    kind: str
    meaning: str
    optional: str
    default: str
    choices: str
    several: str
    outputs: str
    between: str


WORDS = {
    "en": Words(
        "Algorithms",
        "Made by `scripts/build_algorithm_pages.py` from the help of the algorithms; do not edit."
        "\n\nAll of them stand in QGIS's Processing toolbox, and can be used in models, as a batch"
        " and with `qgis_process`. A choice is given by its name or number, several with commas."
        " 中文：[算法](algorithms_zh.md)",
        "parameter",
        "kind",
        "meaning",
        "optional",
        "default",
        "Choices",
        "several allowed",
        "Results",
        ": ",
    ),
    "zh": Words(
        "算法",
        "本页由 `scripts/build_algorithm_pages.py` 按各算法自带的说明生成，请勿直接修改。"
        "\n\n全部算法都在 QGIS 的处理工具箱中，也可用于模型、批处理和 `qgis_process`。"
        "选项可写名称或序号，多个用逗号分隔。 In English: [Algorithms](algorithms_en.md)",
        "参数",
        "类型",
        "说明",
        "可不填",
        "默认",
        "选项",
        "可多选",
        "结果",
        "：",
    ),
}


def start():
    """Start QGIS in an empty profile and return the application."""
    import tempfile

    from build_rules_page import part
    from qgis.core import QgsApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False, tempfile.mkdtemp())
    application.initQgis()
    part("translation")
    return application


def page(language: str) -> str:
    """Return the page in one language; QGIS must run."""
    from origin_trace.processing.provider import OriginTraceProvider
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    translator = QTranslator()
    if language != "en":
        file = ROOT / "i18n" / f"origin_trace_{language}.qm"
        if not translator.load(str(file)):
            sys.exit(f"{file.name} is missing: run make translations")
        QCoreApplication.installTranslator(translator)
    registry, provider = QgsApplication.processingRegistry(), OriginTraceProvider()
    registry.addProvider(provider)  # a model is there once its steps are
    try:
        return written(provider.algorithms(), language)
    finally:
        registry.removeProvider(provider)
        QCoreApplication.removeTranslator(translator)


def written(algorithms: Iterable, language: str) -> str:
    """Return the page of the algorithms, in the order in which they are declared."""
    from origin_trace.processing.algorithms import ALGORITHMS
    from origin_trace.processing.models import MonthlyResults

    words = WORDS[language]
    declared = (*ALGORITHMS, MonthlyResults)
    place = {kind.NAME: number for number, kind in enumerate(declared)}
    ordered = sorted(algorithms, key=lambda algorithm: place[algorithm.name()])
    groups: dict[str, list] = {}
    for algorithm in ordered:
        groups.setdefault(algorithm.group(), []).append(algorithm)
    parts = [f"# {words.title}\n\n{words.introduction}\n"]
    for group, members in groups.items():
        parts.append(f"\n**{group}**\n\n")
        parts += [f"- [{a.displayName()}](#{a.name()}) `{a.name()}`\n" for a in members]
    for group, members in groups.items():
        parts.append(f"\n## {group}\n")
        parts += [section(algorithm, language) for algorithm in members]
    return "".join(parts)


def section(algorithm, language: str) -> str:
    """Return what a page says of one algorithm."""
    words = WORDS[language]
    about = "\n\n".join(plain(text) for text in algorithm.about().split("\n"))
    parts = [
        f'\n<a id="{algorithm.name()}"></a>\n\n### {algorithm.displayName()}\n\n{about}\n\n',
        f"```\n{command(algorithm)}\n```\n\n",
        f"| {words.parameter} | {words.kind} | {words.meaning} |\n|---|---|---|\n",
    ]
    parts += [parameter_row(algorithm, one, language) for one in algorithm.parameterDefinitions()]
    asked = {parameter.name() for parameter in algorithm.parameterDefinitions()}
    told = [out for out in algorithm.outputDefinitions() if out.name() not in asked]
    if told:
        listed = "; ".join(f"`{out.name()}` {plain(out.description())}" for out in told)
        parts.append(f"\n{words.outputs}{words.between}{listed}\n")
    return "".join(parts)


def parameter_row(algorithm, parameter, language: str) -> str:
    """Return one parameter as a row of a Markdown table."""
    words = WORDS[language]
    english, chinese = KINDS.get(parameter.type(), (parameter.type(), parameter.type()))
    kind = [chinese if language == "zh" else english]
    meaning = [plain(parameter.help())] if parameter.help() else []
    if parameter.type() == "enum":
        names = algorithm._choices.get(parameter.name(), ())
        pairs = zip(names or parameter.options(), parameter.options())
        listed = (f"`{n}` {plain(t)}" if n != t else f"`{n}`" for n, t in pairs)
        meaning.append(f"{words.choices}{words.between}{', '.join(listed)}")
        kind += [words.several] if parameter.allowMultiple() else []
    if is_optional(parameter):
        kind.append(words.optional)
    default = default_of(algorithm, parameter)
    if default:
        kind.append(f"{words.default} `{default}`")
    cells = (
        f"`{parameter.name()}` {plain(parameter.description())}",
        ", ".join(kind),
        "<br>".join(meaning),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def command(algorithm) -> str:
    """Return a call with what must be given."""
    needed = [
        f"--{parameter.name()}=…"
        for parameter in algorithm.parameterDefinitions()
        if not is_optional(parameter) and not default_of(algorithm, parameter)
    ]
    return " ".join(["qgis_process", "run", f"origintrace:{algorithm.name()}", *needed])


def is_optional(parameter) -> bool:
    """Tell whether a parameter may be left out."""
    return bool(parameter.flags() & parameter.Flag.FlagOptional)


def default_of(algorithm, parameter) -> str:
    """Return the value that counts where none is given, as a caller would write it."""
    value = parameter.defaultValue()
    if value is None or value == "":
        return ""
    if parameter.type() == "enum" and isinstance(value, int):
        names = algorithm._choices.get(parameter.name()) or parameter.options()
        return names[value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def plain(text: str) -> str:
    """Return a help text as Markdown of one line."""
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"([*_<])", r"\\\1", " ".join(text.split()))


def main() -> None:
    """Write the pages."""
    sys.path.insert(0, str(ROOT / "scripts"))
    application = start()
    for language in LANGUAGES:
        (DOCS / f"algorithms_{language}.md").write_text(page(language), encoding="utf-8")
    application.exitQgis()


if __name__ == "__main__":
    main()
