"""The look that our printable pages share: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_STYLE = """
body{font-family:"Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em;color:#222}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:1.6em}
table{border-collapse:collapse;width:100%;font-size:.9em;table-layout:fixed}
th,td{border:1px solid #bbb;padding:.3em .5em;text-align:left;vertical-align:top}
th{background:#eef3ee}td.n,th.n{text-align:right}tr.sum td{font-weight:bold;background:#f6f9f6}
.error{color:#a00000;white-space:nowrap}.warning{color:#8a5a00;white-space:nowrap}
.note{color:#555}
@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}
"""


def page(title: str, body: Iterable[str], style: str = "") -> str:
    """Return the whole page; ``style``: rules of its own, after those that all pages have."""
    head = f"<title>{escape(title)}</title><style>{_STYLE}{style}</style>"
    return "".join(
        [
            "<!DOCTYPE html><html><head><meta charset='utf-8'>",
            f"<meta name='viewport' content='width=device-width'>{head}</head><body>",
            f"<h1>{escape(title)}</h1>",
            *body,
            "</body></html>",
        ]
    )


def table_head(heads: Iterable[str], numbers: Iterable[str] = (), widths: str = "") -> str:
    """Return the beginning of a table: heads of texts, then of numbers, all as HTML."""
    return (
        f"<table>{widths}<thead><tr>"
        + "".join(f"<th>{head}</th>" for head in heads)
        + "".join(f"<th class='n'>{head}</th>" for head in numbers)
        + "</tr></thead>"
    )


def columns(*percent: float) -> str:
    """Return the widths of a table's columns."""
    return "".join(f"<col style='width:{each:g}%'>" for each in percent)
