"""Translation of our own words, in the context that the .ts files use."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .core.messages import Message

CONTEXT = "OriginTrace"


def tr(text: str) -> str:
    """Return ``text`` in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def render(message: Message) -> str:
    """Return ``message`` as a sentence in the user's language."""
    return message.render(tr)


def language() -> str:
    """Return the language that QGIS speaks, as "zh"; its settings need not know of --lang."""
    application = QgsApplication.instance()
    spoken = application.translation()  # "C" and "" where QGIS was given none
    code = application.locale() if spoken in ("", "C") else spoken
    return re.split("[_-]", code)[0]  # of zh_CN, zh-Hans, zh


def install_translator() -> QTranslator | None:
    """Load the translation for QGIS's language; return it for later removal."""
    file = Path(__file__).resolve().parent / "i18n" / f"origin_trace_{language()}.qm"
    translator = QTranslator()
    if not file.exists() or not translator.load(str(file)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
