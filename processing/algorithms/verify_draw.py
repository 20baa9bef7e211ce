"""verifydraw: whether a kept draw is what its seed and frame give; prints it again (G2)."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ...core.draw_record import differences, stored_draw
from ...layers.draws import find_draw
from ...layers.store import open_store
from ...translation import render, tr
from ..base import OriginTraceAlgorithm
from ..draw_outputs import add_draw_files, write_draw_files
from ..groups import inspection_group
from ..store_parameter import add_store


class VerifyDraw(OriginTraceAlgorithm):
    """Draw again from what the store keeps, and compare."""

    NAME = "verifydraw"

    def title(self) -> str:
        return tr("Verify a random draw")

    def section(self) -> tuple[str, str]:
        return inspection_group()

    def about(self) -> str:
        return tr(
            "Draws again from the seed and the frame that the store keeps of a random inspection "
            "and compares: producers, bases, teams and ways have to be the same. Prints the list "
            "again where they are."
        )

    def define(self) -> None:
        add_store(self)
        self.add(
            QgsProcessingParameterString("DRAW", tr("Number of the draw"), optional=True),
            tr("As it stands on the list, or its title; empty for the latest."),
        )
        add_draw_files(self)
        self.addOutput(QgsProcessingOutputNumber("SAME", tr("1 where the draw is as it was made")))
        self.addOutput(QgsProcessingOutputString("DRAW", tr("Number of the draw")))

    def execute(self, parameters, context, feedback) -> dict:
        path = self.text(parameters, "STORE", context).partition("|")[0]
        with open_store(path) as store:
            row, items = find_draw(store, self.text(parameters, "DRAW", context))
        made = stored_draw(row)
        found = differences(made, items)
        for difference in found:
            feedback.pushWarning(render(difference))
        results = {"SAME": int(not found), "DRAW": row["id"]}
        if found:
            feedback.pushWarning(
                tr("The draw {number} is not as it was made; nothing was printed.").format(
                    number=row["id"]
                )
            )
            return results
        feedback.pushInfo(
            tr("The draw {number} is what its seed and frame give.").format(number=row["id"])
        )
        results.update(write_draw_files(self, parameters, context, feedback, path, made))
        return results
