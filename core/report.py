"""The validation report as one HTML page that prints."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from html import escape

from .findings import ERROR, WARNING, Finding
from .messages import Message
from .rules import label
from .schema import Record

_STYLE = """
body{font-family:"Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em;color:#222}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:1.6em}
table{border-collapse:collapse;width:100%;font-size:.9em}
th,td{border:1px solid #bbb;padding:.3em .5em;text-align:left;vertical-align:top}
th{background:#eef3ee}td.n{text-align:right}
.error{color:#a00000}.warning{color:#8a5a00}
@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}
"""


def validation_html(
    title: str,
    records: list[Record],
    findings: list[Finding],
    translate: Callable[[str], str] = str,
) -> str:
    """Return the page: totals, counts by township, then every finding by township."""

    def words(message: Message) -> str:
        return escape(message.render(translate))

    of = {record["uuid"]: record for record in records}
    levels = Counter(finding.level for finding in findings)
    towns: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        record = of.get(finding.record)
        towns[(record and record["township"]) or "?"].append(finding)
    sizes = Counter(record["township"] or "?" for record in records)
    wrong = {finding.record for finding in findings if finding.level == ERROR}
    wrong_by_town = Counter((of[uuid]["township"] or "?") for uuid in wrong if uuid in of)

    parts = [
        "<!DOCTYPE html><html><head><meta charset='utf-8'>",
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(title)}</h1>",
        "<p>",
        words(
            Message(
                "{records} records, {wrong} of them with errors; {errors} errors, "
                "{warnings} warnings.",
                records=len(records),
                wrong=len(wrong),
                errors=levels[ERROR],
                warnings=levels[WARNING],
            )
        ),
        "</p><table><tr>",
        *(
            f"<th>{head}</th>"
            for head in (
                escape(label("township")),
                words(Message("Records")),
                words(Message("With errors")),
                words(Message("Errors")),
                words(Message("Warnings")),
            )
        ),
        "</tr>",
    ]
    for town in sorted(sizes):
        counts = Counter(finding.level for finding in towns.get(town, ()))
        cells = (sizes[town], wrong_by_town[town], counts[ERROR], counts[WARNING])
        parts.append(
            f"<tr><td>{escape(town)}</td>"
            + "".join(f"<td class='n'>{number}</td>" for number in cells)
            + "</tr>"
        )
    parts.append("</table>")
    for town in sorted(towns):
        parts += [f"<h2>{escape(town)}</h2><table><tr>"]
        heads = (
            escape(label("subject_name")),
            escape(label("product")),
            escape(label("village")),
            escape(label("collector")),
            words(Message("Level")),
            words(Message("Finding")),
        )
        parts += [f"<th>{head}</th>" for head in heads]
        parts.append("</tr>")
        for finding in towns[town]:
            record = of.get(finding.record, {})
            level = words(Message("error")) if finding.level == ERROR else words(Message("warning"))
            parts.append(
                "<tr>"
                + "".join(
                    f"<td>{escape(str(record.get(key) or ''))}</td>"
                    for key in ("subject_name", "product", "village", "collector")
                )
                + f"<td class='{finding.level}'>{level}</td>"
                + f"<td>{escape(finding.message.render(translate))}</td></tr>"
            )
        parts.append("</table>")
    parts.append("</body></html>")
    return "".join(parts)
