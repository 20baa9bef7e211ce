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


def install_translator() -> QTranslator | None:
    """Load the translation for QGIS's locale; return it for later removal."""
    language = re.split("[_-]", QgsApplication.instance().locale())[0]  # zh_CN, zh-Hans, zh
    file = Path(__file__).resolve().parent / "i18n" / f"origin_trace_{language}.qm"
    translator = QTranslator()
    if not file.exists() or not translator.load(str(file)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
