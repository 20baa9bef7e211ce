"""rollforward: the next round as drafts of the last approved one."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.messages import Message
from ...core.periods import check_period
from ...core.rollforward import Rolled, roll_forward
from ...layers.batches import show_again
from ...layers.locations import refuse_shared
from ...layers.open_edits import open_layers, points_layers
from ...layers.store import open_store
from ...settings import operator_name
from ...translation import tr
from ..base import OriginTraceAlgorithm, go_on, shown
from ..groups import quality_group
from ..targets import layer_of

_LOGGED = 20  # bases named in the log


class RollForward(OriginTraceAlgorithm):
    """Open a new round without typing again."""

    NAME = "rollforward"

    def __init__(self) -> None:
        super().__init__()
        self._written = ""  # the store, once drafts are in it

    def title(self) -> str:
        return tr("Open the next round")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        return tr(
            "Makes a draft of the new period from the last approved record of each base and "
            "product. The base, its point and address, the producer and the people are kept; "
            "scale, market dates, the day of collecting and the visit are left empty, as they "
            "are asked again.\n"
            "A base that has the period already, or a later one, is left alone, so that running "
            "it twice makes nothing twice. A month suits products that are collected monthly, a "
            "crop such as 2023-2 those collected each crop: for a second crop choose the bases "
            "that plant one.\n"
            "It is one batch of the list of imports and can be undone there."
        )

    def define(self) -> None:
        self.add_points_input()
        self.add(
            QgsProcessingParameterString("PERIOD", tr("New period")),
            tr("2023-07 for animals and fish; 2023-1 for the first crop of a year."),
        )
        self.addOutput(QgsProcessingOutputNumber("CREATED", tr("Drafts made")))
        for name, description in (
            ("SKIPPED", tr("Bases that the period does not suit")),
            ("PRESENT", tr("Bases that have the period, or a later one")),
            ("UNAPPROVED", tr("Bases without an approved round")),
            ("STOPPED", tr("Bases that have stopped")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))
        self.addOutput(QgsProcessingOutputString("BATCH", tr("Import batch")))

    def check(self, parameters, context) -> None:
        check_period(self.text(parameters, "PERIOD", context))
        layer = layer_of(self, parameters, "INPUT", context)
        uri = self.store_uri(parameters, context)
        if uri is None:
            raise InputError(
                Message("{layer} does not show a store.", layer=layer.name() if layer else "?"),
                Message("Choose the layer collection_point of a store."),
            )
        refuse_shared(uri)
        # A round that is not saved yet would be made twice.
        project = context.project()
        edited = open_layers(project, uri) if project is not None else []
        if layer.isModified() or edited:
            raise InputError(
                Message(
                    "{layer} has edits that are not saved.", layer=(edited or [layer])[0].name()
                ),
                Message("Save or discard them in QGIS, then open the round."),
            )

    def execute(self, parameters, context, feedback) -> dict:
        period = self.text(parameters, "PERIOD", context)
        asked = self.records(parameters, context, feedback)
        uri = self.store_uri(parameters, context)
        with open_store(uri) as store:
            revision = store.revision()
            products = {product.name: product for product in store.products()}
            rolled = roll_forward(asked, store.records(), products, period)
        go_on(feedback)
        feedback.setProgress(40)
        results = {
            "CREATED": len(rolled.drafts),
            "SKIPPED": len(rolled.skipped),
            "PRESENT": len(rolled.present),
            "UNAPPROVED": len(rolled.unapproved),
            "STOPPED": len(rolled.stopped),
            "BATCH": "",
        }
        if rolled.drafts:
            with open_store(uri, write=True) as store:
                results["BATCH"] = store.apply(
                    _batch(rolled, period),
                    rolled.drafts,
                    [],
                    progress=lambda part: shown(feedback, 40 + 60 * part),
                    revision=revision,
                )
            self._written = uri
        self._report(rolled, period, feedback)
        return results

    def postProcessAlgorithm(self, context, feedback) -> dict:
        # In the main thread: open layers of the store show the drafts.
        project = context.project()
        for layer in points_layers(project, self._written) if project and self._written else ():
            show_again(layer)
        return {}

    @staticmethod
    def _report(rolled: Rolled, period: str, feedback) -> None:
        for names, text in (
            (rolled.unapproved, tr("Bases without an approved round ({count}): {names}")),
            (rolled.stopped, tr("Bases that have stopped, with scale 0 ({count}): {names}")),
        ):
            if names:
                feedback.pushWarning(text.format(count=len(names), names=_listed(names)))
        if rolled.skipped:
            products = sorted({product or "?" for _, product in rolled.skipped})
            feedback.pushInfo(
                tr("Bases skipped, since {period} does not suit {products}: {count}").format(
                    count=len(rolled.skipped), period=period, products="、".join(products)
                )
            )
        feedback.pushInfo(
            tr(
                "Drafts made for {period}: {created}; bases that have it already: {present}."
            ).format(created=len(rolled.drafts), period=period, present=len(rolled.present))
        )


def _listed(names: list[tuple]) -> str:
    words = [" ".join(part or "?" for part in pair) for pair in names[:_LOGGED]]
    return "; ".join(words) + (" …" if len(names) > _LOGGED else "")


def _batch(rolled: Rolled, period: str) -> dict:
    """Return the row of import_batch, its counts as those of an import."""
    refused = len(rolled.unapproved) + len(rolled.stopped)
    counts = {
        "added": len(rolled.drafts),
        "updated": 0,
        "unchanged": len(rolled.present),
        "refused": refused,
        "blank": len(rolled.skipped),
    }
    return {
        "file_name": tr("Round {period}").format(period=period),
        "period": period,
        "operator": operator_name(),
        **counts,
        "rows_read": sum(counts.values()),
    }
