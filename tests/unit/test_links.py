"""Links in the documentation lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)>\s]+)>?[^)]*\)")


def anchors(page: str) -> set[str]:
    """Return what a link into a page can name: its headings and named places."""
    found = set(re.findall(r'<a (?:id|name)="([^"]+)"', page))
    for heading in re.findall(r"^#+ (.+)$", page, re.M):
        words = re.sub(r"[^\w\s-]", "", re.sub(r"[`*]", "", heading).lower())
        found.add(re.sub(r"\s", "-", words.strip()))
    return found


def broken(page: Path, text: str) -> list[str]:
    """Return the links of a page that lead nowhere; addresses of the web are not followed."""
    found = []
    for target in LINK.findall(re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, place = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if name and not file.exists():
            found.append(f"{page.name}: {target}: no such file")
        elif place and place not in anchors(text if file == page else file.read_text("utf-8")):
            found.append(f"{page.name}: {target}: no such place")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    assert broken(page, page.read_text(encoding="utf-8")) == []


def test_every_page_can_be_reached_from_the_first():
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            waiting.append((page.parent / target.partition("#")[0]).resolve())
    assert {page.name for page in PAGES if page not in seen} - {"NOTICE.md"} == set()


@pytest.mark.parametrize(
    ("link", "right"),
    [
        *(("README.md", True), ("docs/rules.md#a-required-error--错误", True), ("#这里", True)),
        *(("LOST.md", False), ("docs/rules.md#z-lost", False), ("#那里", False)),
        *(("https://example.org/x", True), ("docs/", True)),
    ],
)
def test_sees_links_that_lead_nowhere(link, right):
    page = ROOT / "PAGE.md"
    assert (broken(page, f"# 这里\n\n[x]({link}) `[y](no.md)`\n") == []) == right
