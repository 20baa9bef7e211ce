"""The validation report as one HTML page that prints."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import NamedTuple

from .accepting import Acceptance
from .clock import local_day
from .findings import ERROR, WARNING, Finding
from .html_page import columns, page, table_head
from .masking import masked
from .messages import Message
from .rule import UNNAMED, label
from .schema import Record
from .sorting import sort_key

_COUNTED = ("records", "wrong", ERROR, WARNING, "accepted")


class Judged(NamedTuple):
    """A finding with its record, and with its acceptance where a person accepted it."""

    record: Record
    finding: Finding
    accepted: Acceptance | None = None


def validation_html(
    title: str,
    records: list[Record],
    judged: Sequence[Judged],
    translate: Callable[[str], str] = str,
    notes: Iterable[Message] = (),
) -> str:
    """Return the page: totals, counts by township and collector, every finding, what is accepted.

    Phones are masked in it (REQUIREMENTS F2).
    """
    return _Page(records, judged, translate).whole(title, notes)


class _Page:
    def __init__(self, records: list[Record], judged: Sequence[Judged], translate) -> None:
        self._translate = translate
        self._open = [each for each in judged if each.accepted is None]
        self._accepted = [each for each in judged if each.accepted is not None]
        self._counts: dict[tuple, Counter] = defaultdict(Counter)
        wrong = {id(each.record) for each in self._open if each.finding.level == ERROR}
        for record in records:
            self._count(record, "records")
            if id(record) in wrong:
                self._count(record, "wrong")
        for each in judged:
            self._count(each.record, "accepted" if each.accepted else each.finding.level)

    def _count(self, record: Record, what: str) -> None:
        town, collector = record["township"], record["collector"]
        for key in ((), (town,), (town, collector)):
            self._counts[key][what] += 1

    def whole(self, title: str, notes: Iterable[Message]) -> str:
        """Return the page."""
        body = [
            f"<p>{self._words(self._totals())}</p>",
            *(f"<p class='note'>{self._words(note)}</p>" for note in notes),
            *self._summary(),
            *self._findings(),
            *self._acceptances(),
        ]
        return page(title, body)

    def _words(self, message: Message) -> str:
        return escape(message.render(self._translate))

    def _totals(self) -> Message:
        counts = self._counts[()]
        return Message(
            "Records: {records}, with errors: {wrong}. Errors: {errors}, open warnings: "
            "{warnings}, accepted: {accepted}.",
            records=counts["records"],
            wrong=counts["wrong"],
            errors=counts[ERROR],
            warnings=counts[WARNING],
            accepted=counts["accepted"],
        )

    def _name(self, name: str | None) -> str:
        return escape(name) if name else self._words(UNNAMED)

    def _towns(self, of: Iterable[tuple]) -> list[tuple]:
        return sorted(of, key=lambda key: [(each is None, sort_key(each)) for each in key])

    def _summary(self) -> list[str]:
        numbers = map(
            self._words,
            (
                Message("Records"),
                Message("With errors"),
                Message("Errors"),
                Message("Open warnings"),
                Message("Accepted"),
            ),
        )
        heads = (escape(label("township")), escape(label("collector")))
        parts = [table_head(heads, numbers, columns(20, 20, 12, 12, 12, 12, 12))]
        for key in self._towns(key for key in self._counts if key):
            counts = "".join(f"<td class='n'>{self._counts[key][name]}</td>" for name in _COUNTED)
            if len(key) == 1:
                parts.append(f"<tr class='sum'><td>{self._name(key[0])}</td><td></td>{counts}</tr>")
            else:
                parts.append(f"<tr><td></td><td>{self._name(key[1])}</td>{counts}</tr>")
        return [*parts, "</table>"]

    def _findings(self) -> list[str]:
        towns: dict[str | None, list[Judged]] = defaultdict(list)
        for each in self._open:
            towns[each.record["township"]].append(each)
        widths = columns(14, 24, 10, 12, 7, 33)
        heads = [escape(label("collector")), *self._who_heads()]
        heads += map(self._words, (Message("Level"), Message("Finding")))
        parts = []
        for (town,) in self._towns((town,) for town in towns):
            parts += [f"<h2>{self._name(town)}</h2>", table_head(heads, widths=widths)]
            # By collector, errors first; the findings of a record stay together.
            wrong = {id(e.record) for e in towns[town] if e.finding.level == ERROR}
            order = sorted(
                towns[town],
                key=lambda e: (sort_key(e.record["collector"]), id(e.record) not in wrong),
            )
            for record, finding, _accepted in order:
                collector = f"<td>{self._name(record['collector'])}</td>"
                parts.append(f"<tr>{collector}{self._who(record)}{self._what(finding)}</tr>")
            parts.append("</table>")
        return parts

    def _who_heads(self) -> list[str]:
        return [escape(label(column)) for column in ("subject_name", "product", "village")]

    def _who(self, record: Record) -> str:
        return "".join(
            f"<td>{escape(str(record[column] or ''))}</td>"
            for column in ("subject_name", "product", "village")
        )

    def _what(self, finding: Finding) -> str:
        level = Message("error") if finding.level == ERROR else Message("warning")
        told = escape(masked(finding).message.render(self._translate))
        return f"<td class='{finding.level}'>{self._words(level)}</td><td>{told}</td>"

    def _acceptances(self) -> list[str]:
        if not self._accepted:
            return []
        heads = [
            *self._who_heads(),
            *map(
                self._words,
                (
                    Message("Finding"),
                    Message("Accepted because"),
                    Message("Accepted by"),
                    Message("Day"),
                ),
            ),
        ]
        widths = columns(20, 9, 10, 30, 15, 7, 9)
        parts = [
            f"<h2>{self._words(Message('Accepted warnings'))}</h2>",
            table_head(heads, widths=widths),
        ]
        for each in self._accepted:
            kept = each.accepted
            cells = (
                masked(each.finding).message.render(self._translate),
                kept.reason,
                kept.operator or "",
                str(local_day(kept.time) or ""),
            )
            parts.append(
                f"<tr>{self._who(each.record)}"
                + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
                + "</tr>"
            )
        return [*parts, "</table>"]
