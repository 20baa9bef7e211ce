"""Fonts for printed maps: the first installed of a list, per role."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_VERSION_STR
from qgis.PyQt.QtGui import QFont, QFontDatabase

from ..core.messages import Message

HEADING, TEXT = "heading", "text"

# Both names of a font are listed where systems differ in the one they show.
FAMILIES: dict[str, tuple[str, ...]] = {
    HEADING: (
        "SimHei",
        "黑体",
        "Microsoft YaHei",
        "微软雅黑",
        "PingFang SC",
        "STHeiti",
        "Source Han Sans SC",
        "Source Han Sans CN",
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
        "Droid Sans Fallback",
    ),
    TEXT: (
        "SimSun",
        "宋体",
        "NSimSun",
        "Songti SC",
        "STSong",
        "FangSong",
        "仿宋",
        "Source Han Serif SC",
        "Source Han Serif CN",
        "Noto Serif CJK SC",
        "Noto Serif SC",
    ),
}


def font_database() -> object:
    """Return what carries the static methods of QFontDatabase on Qt 5 and Qt 6."""
    return QFontDatabase() if QT_VERSION_STR.startswith("5.") else QFontDatabase


def choose_family(role: str, installed: list[str] | None = None) -> str | None:
    """Return the family for ``role`` (heading or text); None without a Chinese font.

    ``installed``: families of the machine, asked from Qt where not given.
    """
    chinese: list[str] = []
    if installed is None:
        database = font_database()
        installed = list(database.families())
        chinese = list(database.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    by_key = {_key(family): family for family in installed}
    other = TEXT if role == HEADING else HEADING
    for candidate in FAMILIES[role] + FAMILIES[other]:
        if _key(candidate) in by_key:
            return by_key[_key(candidate)]
    return chinese[0] if chinese else None


def font_of(role: str) -> QFont:
    """Return the font for ``role`` (heading or text), Qt's own without a Chinese one."""
    return plainly_drawn(QFont(choose_family(role) or ""))


def plainly_drawn(font: QFont) -> QFont:
    """Return a font that draws figures behind letters as it draws them elsewhere.

    Some Chinese fonts have others for them, which nobody can find in a PDF or copy out of it.
    """
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


def font_warning(installed: list[str] | None = None) -> Message | None:
    """Return a warning where the machine has no Chinese font at all."""
    if choose_family(HEADING, installed) is not None:
        return None
    return Message(
        "No Chinese font is installed: Chinese text will be empty boxes on the map. "
        "Install one, for instance Noto Sans CJK SC."
    )


def is_installed(family: str) -> bool:
    """Return whether Qt knows ``family``."""
    return _key(family) in {_key(name) for name in font_database().families()}


def _key(family: str) -> str:
    return family.split(" [")[0].casefold()


def is_heavy(family: str) -> bool:
    """Return whether a font is a heading font as it stands, so that bold would smear it."""
    return _key(family) in {"simhei", "黑体", "stheiti"}
