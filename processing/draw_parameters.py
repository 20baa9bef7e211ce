"""What a random draw shall be: how many, by which strata, in which teams, from which seed."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.messages import Message
from ..core.sampling import STRATIFIED, Design, count_of
from ..core.schema import COLUMNS
from ..translation import tr


class DrawParameters:
    """Mixin: declares the parameters of a draw and reads them."""

    def define_draw(self) -> None:
        """Add COUNT, RATIO, STRATIFY, INSPECTORS, TEAMS, NOT_SINCE, WEIGHTED, SEED and TITLE."""
        whole = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(
                "COUNT", tr("Producers to draw"), whole, optional=True, minValue=1
            ),
            tr("How many, or else the share below."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "RATIO",
                tr("Share to draw (%)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.01,
                maxValue=100,
            ),
            tr("Of the producers in the frame, such as 5; rounded up."),
        )
        self.add_choice(
            "STRATIFY",
            tr("Proportional by"),
            STRATIFIED,
            [tr("nothing"), COLUMNS["township"].label, COLUMNS["product"].label],
            tr("Each township or product gets its share of the draw."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "INSPECTORS", tr("Inspectors in a team"), whole, defaultValue=2, minValue=1
            ),
            tr("Two at least, where the law asks for two."),
        )
        self.add(
            QgsProcessingParameterNumber("TEAMS", tr("Teams"), whole, optional=True, minValue=1),
            tr("Empty for as many as the inspectors make."),
        )
        self.add(
            QgsProcessingParameterDateTime(
                "NOT_SINCE",
                tr("Not since"),
                QgsProcessingParameterDateTime.Type.Date,
                optional=True,
            ),
            tr("Leaves out producers drawn or inspected on this day or later."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                "WEIGHTED", tr("More lots after failed results"), defaultValue=False
            ),
            tr(
                "Each failed result of the last two years gives a producer one lot more, up to "
                "five."
            ),
        )
        self.add(
            QgsProcessingParameterString("SEED", tr("Seed"), optional=True),
            tr(
                "Any text, best one that nobody could choose, such as numbers drawn in public; "
                "empty for a new one."
            ),
        )
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr("Stands on the list; empty for the usual one."),
        )

    def check_draw(self, parameters) -> None:
        """Raise InputError unless either a number or a share is given."""
        if (parameters.get("COUNT") in (None, "")) == (parameters.get("RATIO") in (None, "")):
            raise InputError(
                Message("Either a number of producers or a share is needed, and not both."),
                Message("Give one of «Producers to draw» and «Share to draw»."),
            )

    def design(self, size: int, parameters, context) -> Design:
        """Return the design for a frame of so many producers."""
        if parameters.get("COUNT") not in (None, ""):
            count = self.parameterAsInt(parameters, "COUNT", context)
        else:
            count = count_of(self.parameterAsDouble(parameters, "RATIO", context), size)
        teams = parameters.get("TEAMS") not in (None, "")
        return Design(
            count,
            self.choice(parameters, "STRATIFY"),
            self.parameterAsInt(parameters, "INSPECTORS", context),
            self.parameterAsInt(parameters, "TEAMS", context) if teams else 0,
        )

    def since(self, parameters, context) -> date | None:
        """Return the day given as NOT_SINCE, None without one."""
        if parameters.get("NOT_SINCE") in (None, ""):
            return None
        day = self.parameterAsDateTime(parameters, "NOT_SINCE", context).date()
        return date(day.year(), day.month(), day.day())
