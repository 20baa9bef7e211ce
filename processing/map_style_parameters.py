"""The parameters of a map's style: STYLE, MEASURE and AREA."""

from __future__ import annotations

from ..layers.map_spec import MapStyle
from ..layers.map_styles import AREAS, MEASURES, STYLES
from ..translation import tr


class MapStyleParameters:
    """Mixin: declares how records are drawn, and reads it."""

    def define_style(self) -> None:
        """Add STYLE, MEASURE and AREA."""
        words = {
            "points": tr("Points by product"),
            "clusters": tr("Clusters"),
            "heatmap": tr("Heat map"),
            "bubbles": tr("Bubbles by scale"),
            "choropleth": tr("Choropleth"),
            "townships": tr("Bubbles per township"),
        }
        self.add_choice(
            "STYLE",
            tr("Style"),
            tuple(STYLES),
            [words[name] for name in STYLES],
            tr(
                "How records are drawn: each with the symbol of its product; those that would "
                "overlap as one circle with their number; as density; as circles as large as "
                "their scale; as townships or counties in colours, which needs boundaries; as "
                "one circle per township."
            ),
        )
        self.add_choice(
            "MEASURE",
            tr("Figure of areas"),
            MEASURES,
            [tr("Number of bases"), tr("Scale")],
            tr("What a choropleth and bubbles per township show. Scale needs a single unit."),
            advanced=True,
        )
        self.add_choice(
            "AREA",
            tr("Areas"),
            AREAS,
            [tr("Townships"), tr("Counties")],
            tr("The areas of a choropleth and of bubbles per township."),
            advanced=True,
        )

    def map_style(self, parameters, context) -> MapStyle:
        """Return the style with what it needs to know of the query."""
        return MapStyle(
            name=self.choice(parameters, "STYLE"),
            measure=self.choice(parameters, "MEASURE"),
            area=self.choice(parameters, "AREA"),
            region=self.query(parameters, context).region,
            divisions=self.divisions(parameters, context),
        )
