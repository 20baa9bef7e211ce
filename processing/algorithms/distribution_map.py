"""distributionmap: one printed map of the records that a query asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsVectorLayer,
)

from ...core.errors import InputError
from ...core.messages import Message
from ...core.schema import Record
from ...layers.basemaps import credit
from ...layers.layouts import MapSpec, export_layout, prepare_map, project_with_points
from ...layers.records import records_layer
from ...settings import unit_name
from ...translation import render, tr
from ..base import OriginTraceAlgorithm
from ..groups import maps_group
from ..query_parameters import QueryParameters
from ..targets import layer_of

STYLES = ("points", "clusters", "heatmap", "bubbles", "choropleth")
PAPERS = ("A4", "A3")


class DistributionMap(QueryParameters, OriginTraceAlgorithm):
    """Print the distribution map 一张图 of one or several products."""

    NAME = "distributionmap"

    def title(self) -> str:
        return tr("Distribution map")

    def section(self) -> tuple[str, str]:
        return maps_group()

    def about(self) -> str:
        return tr(
            "Prints a map of the records that the query finds, with title, legend with counts, "
            "scale bar, north arrow, coordinate system, source, unit and date, as PDF, PNG or "
            "SVG. The map number (审图号) stays empty and the page is marked for internal use."
        )

    def flags(self):
        """Layouts are made in the main thread."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def define(self) -> None:
        self.add_points_input()
        self.define_query()
        self.add_choice(
            "STYLE",
            tr("Style"),
            STYLES,
            [tr("Points by product"), *map(_later, _later_styles())],
            tr("How records are drawn. Only points are available in this version."),
        )
        self.add(
            QgsProcessingParameterVectorLayer(
                "BOUNDARY",
                tr("Boundaries"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("The county's own polygon layer, drawn under the points."),
        )
        self.add(
            QgsProcessingParameterMapLayer("BASEMAP", tr("Basemap"), optional=True),
            tr("Any raster or tile layer. Over web tiles the map is in EPSG:3857 and says so."),
        )
        self.add_choice("PAPER", tr("Paper"), PAPERS, list(PAPERS), tr("Landscape."), default=0)
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr("Empty: made from county and product."),
        )
        self.add(
            QgsProcessingParameterFile(
                "TEMPLATE",
                tr("Layout template"),
                optional=True,
                fileFilter=tr("Layout template") + " (*.qpt)",
            ),
            tr("Your own copy of the template in resources/layouts; empty for ours."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT",
                tr("Map"),
                fileFilter="PDF (*.pdf);;PNG (*.png);;SVG (*.svg)",
            ),
            tr("The ending decides: .pdf, .png or .svg."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "PROJECT",
                tr("Project"),
                fileFilter=tr("QGIS project") + " (*.qgz)",
                optional=True,
                createByDefault=False,
            ),
            tr("The same map as a project that opens in QGIS, its layer read from the store."),
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Points on the map")))

    def check(self, parameters, context) -> None:
        self.query(parameters, context)
        style = self.choice(parameters, "STYLE")
        if style != "points":
            raise InputError(
                Message("The style {style} is not available in this version.", style=style),
                Message("Choose the style points."),
            )

    def execute(self, parameters, context, feedback) -> dict:
        records = self.selected(parameters, context, feedback)
        shown = [record for record in records if record["lon"] is not None]
        feedback.setProgress(30)
        project = QgsProject()
        layer = records_layer(shown, tr("Collection points"))
        project.addMapLayer(layer)
        rules = self.rule_context(parameters, context)
        boundary = self.parameterAsVectorLayer(parameters, "BOUNDARY", context)
        basemap = self.parameterAsLayer(parameters, "BASEMAP", context)
        spec = MapSpec(
            title=self.text(parameters, "TITLE", context)
            or _title(rules.county, shown, self.query(parameters, context).products),
            paper=self.choice(parameters, "PAPER"),
            unit=unit_name(),
            date=date.today(),
            source=tr("Key farm products origin collection, records: {count}").format(
                count=f"{len(records):,}"
            ),
            basemap_credit=credit(basemap) if basemap is not None else "",
            filter_text=self.query_words(parameters, context),
            county_names=rules.county,
            template=self.text(parameters, "TEMPLATE", context) or None,
            without_point=len(records) - len(shown),
        )
        layout, messages = prepare_map(
            project,
            layer,
            spec,
            products=rules.products,
            boundary_layer=boundary,
            basemap_layer=basemap,
        )
        for message in messages:
            feedback.pushWarning(render(message))
        feedback.setProgress(50)
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        export_layout(layout, path)
        results = {"OUTPUT": path, "COUNT": len(shown)}
        saved = self.parameterAsFileOutput(parameters, "PROJECT", context)
        if saved:
            layer = self._layer_in_a_file(parameters, context)
            if len(records) == layer.featureCount():
                # All that the layer has: the project stays open for what comes later.
                uri, spec = layer.source(), replace(spec, without_point=0)
            else:
                uri = _narrowed(layer.source(), shown)
            save_project(uri, spec, rules.products, boundary, basemap, saved)
            results["PROJECT"] = saved
        feedback.pushInfo(tr("Points on the map: {count}.").format(count=len(shown)))
        return results

    def _layer_in_a_file(self, parameters, context) -> QgsVectorLayer:
        """Return INPUT; raises InputError where a project cannot read it again."""
        layer = layer_of(self, parameters, "INPUT", context)
        if layer is None or layer.providerType() != "ogr":
            raise InputError(
                Message("A project can only be saved for a layer that lies in a file."),
                Message("Choose the layer collection_point of a store as INPUT."),
            )
        return layer


def _narrowed(source: str, shown: list[Record]) -> str:
    """Return the source of a layer, narrowed to the records on the map."""
    parts = [part for part in source.split("|") if not part.startswith("subset=")]
    listed = ",".join(QgsExpression.quotedValue(record["uuid"]) for record in shown)
    return "|".join([*parts, f'subset="uuid" IN ({listed})'])


def _later_styles() -> list[str]:
    """Return the words for the styles that are named already, but not made."""
    return [tr("Clusters"), tr("Heat map"), tr("Bubbles by scale"), tr("Choropleth")]


def _later(style: str) -> str:
    return tr("{style} (not in this version)").format(style=style)


def _title(county: tuple[str, ...], shown: list[Record], products: tuple[str, ...]) -> str:
    """Return «XX县豇豆产地分布图», in Chinese as the notice names things."""
    found = products or tuple(dict.fromkeys(record["product"] for record in shown))
    name = found[0] if len(found) == 1 else "重点农产品"
    return f"{county[-1] if county else ''}{name}产地分布图"


def save_project(uri, spec, products, boundary, basemap, path: str) -> None:
    """Write the project; raises InputError when the place cannot be written to."""
    project = project_with_points(uri, spec.title, spec, boundary, basemap, products)
    if not project.write(path):
        raise InputError(
            Message("{path} cannot be written.", path=path),
            Message("Choose another folder, or close the file where it is open."),
            project.error(),
        )
