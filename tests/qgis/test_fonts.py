"""The first installed Chinese font is taken, and its lack is told."""

from __future__ import annotations

from origin_trace.layers import fonts


def test_prefers_the_official_fonts():
    installed = ["Arial", "Noto Sans CJK SC", "SimSun", "SimHei"]
    assert fonts.choose_family(fonts.HEADING, installed) == "SimHei"
    assert fonts.choose_family(fonts.TEXT, installed) == "SimSun"


def test_one_role_borrows_from_the_other():
    assert fonts.choose_family(fonts.TEXT, ["WenQuanYi Zen Hei"]) == "WenQuanYi Zen Hei"
    assert fonts.choose_family(fonts.HEADING, ["SimSun"]) == "SimSun"


def test_foundry_and_case_do_not_matter():
    assert fonts.choose_family(fonts.HEADING, ["simhei [ms]"]) == "simhei [ms]"


def test_no_chinese_font_is_told():
    assert fonts.choose_family(fonts.HEADING, ["Arial"]) is None
    assert "Chinese font" in str(fonts.font_warning(["Arial"]))
    assert fonts.font_warning(["SimHei"]) is None


def test_this_machine_has_what_it_chooses(qgis_app):
    family = fonts.choose_family(fonts.HEADING)
    assert family is None or fonts.is_installed(family)


def test_heading_font_is_not_made_bolder():
    assert fonts.is_heavy("SimHei") and not fonts.is_heavy("Noto Sans CJK SC")
