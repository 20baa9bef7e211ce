"""QGIS loads, starts and unloads the plugin, and leaves nothing behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from origin_trace.core.messages import Message
from origin_trace.settings import OPERATOR, TextSetting, operator_name
from qgis import utils
from qgis.core import QgsApplication

ROOT = Path(__file__).resolve().parents[2]
NAME = "origin_trace_loaded"  # the tests themselves hold "origin_trace"


@pytest.fixture
def plugin_folder(tmp_path, monkeypatch):
    """The checkout under another name among QGIS's plugins."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / NAME).symlink_to(ROOT, target_is_directory=True)
    monkeypatch.setattr(utils, "plugin_paths", [str(folder)])
    monkeypatch.setattr(utils, "iface", None)
    monkeypatch.syspath_prepend(str(folder))
    utils.updateAvailablePlugins()
    yield folder
    if NAME in utils.plugins:
        utils.unloadPlugin(NAME)
    for module in [m for m in sys.modules if m.split(".")[0] == NAME]:
        del sys.modules[module]


def provider():
    return QgsApplication.processingRegistry().providerById("origintrace")


def test_loads_starts_and_unloads(plugin_folder, qgis_processing):
    assert NAME in utils.available_plugins
    assert utils.loadPlugin(NAME)
    assert utils.startProcessingPlugin(NAME)
    ids = {algorithm.name() for algorithm in provider().algorithms()}
    assert {"createstore", "importsheet", "exportsheet", "distributionmap"} <= ids
    assert all(not a.icon().isNull() for a in provider().algorithms())

    assert utils.unloadPlugin(NAME)
    assert provider() is None


def test_starts_with_a_window_twenty_times(
    plugin_folder, qgis_processing, qgis_iface, cad_dock, monkeypatch
):
    monkeypatch.setattr(utils, "iface", qgis_iface)
    monkeypatch.setattr(qgis_iface, "cadDockWidget", lambda: cad_dock, raising=False)
    for _ in range(20):
        assert utils.loadPlugin(NAME)
        assert utils.startPlugin(NAME)
        assert provider() is not None
        assert utils.unloadPlugin(NAME)
        assert provider() is None


@pytest.mark.parametrize("locale", ["zh_CN", "zh-Hans", "zh"])
def test_speaks_chinese_under_any_chinese_locale(monkeypatch, locale, qgis_app):
    from origin_trace import translation

    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: locale))
    translator = translation.install_translator()
    assert translator is not None, "make translations has not run"
    try:
        assert translation.tr("Store") == "数据库"
        assert translation.render(Message("{code} is not the code of a county.", code="1")) != ""
    finally:
        QgsApplication.removeTranslator(translator)
    assert translation.tr("Store") == "Store"


def test_speaks_what_qgis_was_started_to_speak(monkeypatch, qgis_app):
    from origin_trace import translation

    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: "C"))
    monkeypatch.setattr(QgsApplication, "translation", lambda _: "zh-Hans")  # --lang zh-Hans
    assert translation.language() == "zh"


def test_english_needs_no_file(monkeypatch, qgis_app):
    from origin_trace import translation

    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: "en_US"))
    assert translation.install_translator() is None


def test_settings_have_defaults_and_forget_empty_values():
    setting = TextSetting("test_key", "default")
    assert setting.get() == "default"
    setting.set(" 值 ")
    assert setting.get() == "值"
    setting.set(" ")
    assert setting.get() == "default"


def test_operator_name_comes_from_the_settings():
    OPERATOR.set("王采集")
    try:
        assert operator_name() == "王采集"
    finally:
        OPERATOR.set("")
