"""distributionmap: one printed map of the records that a query asks for."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProject,
    QgsVectorLayer,
)

from ...core.errors import InputError
from ...core.messages import Message
from ...core.schema import Record
from ...layers.layouts import export_layout, prepare_map, project_with_points
from ...layers.map_styles import AREA_STYLES
from ...layers.records import records_layer
from ...translation import render, tr
from ..base import OriginTraceAlgorithm
from ..groups import maps_group
from ..map_parameters import MapParameters
from ..map_style_parameters import MapStyleParameters
from ..query_parameters import QueryParameters
from ..targets import layer_of


class DistributionMap(MapStyleParameters, MapParameters, QueryParameters, OriginTraceAlgorithm):
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
        self.define_style()
        self.define_grounds()
        self.define_page()
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

    def execute(self, parameters, context, feedback) -> dict:
        records = self.selected(parameters, context, feedback)
        style = self.map_style(parameters, context)
        shown = records
        if style.name not in AREA_STYLES:
            shown = [record for record in records if record["lon"] is not None]
        feedback.setProgress(30)
        project = QgsProject()
        layer = records_layer(shown, tr("Collection points"))
        project.addMapLayer(layer)
        rules = self.rule_context(parameters, context)
        boundary, basemap = self.grounds(parameters, context)
        spec = replace(
            self.map_spec(parameters, context, records, rules.county),
            style=style,
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
        words = tr("Points on the map: {count}.")
        if style.name in AREA_STYLES:
            words = tr("Bases counted: {count}.")
        feedback.pushInfo(words.format(count=len(shown)))
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


def save_project(uri, spec, products, boundary, basemap, path: str) -> None:
    """Write the project; raises InputError when the place cannot be written to."""
    project = project_with_points(uri, spec.title, spec, boundary, basemap, products)
    if not project.write(path):
        raise InputError(
            Message("{path} cannot be written.", path=path),
            Message("Choose another folder, or close the file where it is open."),
            project.error(),
        )
