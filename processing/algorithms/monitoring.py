"""monitoring: how the collecting stands by area, as a workbook with charts and a page (D6)."""

from __future__ import annotations

from contextlib import nullcontext

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from ...core import figures as f
from ...core.collecting import no_collecting
from ...core.errors import NoStoreError
from ...core.monitoring_page import monitoring_html
from ...core.monitoring_table import Monitoring
from ...core.rules import Context
from ...layers.monitoring import monitor
from ...layers.store import Store, open_store
from ...settings import unit_name
from ...spreadsheets.writer import write_monitoring
from ...translation import render, tr
from ..base import OriginTraceAlgorithm, watched
from ..boundary_parameter import add_boundary
from ..groups import quality_group
from ..page_parameter import add_page, write_page
from ..periods import add_day, given_day

_TOLD = (f.EXPECTED, f.COLLECTED, f.MISSED, f.APPROVED, f.SENT_BACK_LATE)


class MonitoringTables(OriginTraceAlgorithm):
    """Count how far the collecting is, by township, product and village."""

    NAME = "monitoring"

    def title(self) -> str:
        return tr("Monitoring")

    def section(self) -> tuple[str, str]:
        return quality_group()

    def about(self) -> str:
        lines = [f"{render(figure.name)}: {render(figure.meaning)}" for figure in f.FIGURES]
        return "\n".join(
            [
                tr(
                    "Counts by township and product, and by village, how far the collecting is, "
                    "and what has changed against the last day of the month before, which is "
                    "read from the history of the store. Who is late is listed by collector."
                ),
                *lines,
            ]
        )

    def define(self) -> None:
        self.add_points_input()
        add_day(self)
        add_boundary(self)
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Workbook"), fileFilter=tr("Workbook") + " (*.xlsx)"
            ),
            tr("Sheets by township, product and village, with charts; no phones."),
        )
        add_page(self, tr("A page with the same figures that can be printed on A4."))
        for figure in f.FIGURES:
            self.addOutput(QgsProcessingOutputNumber(figure.key.upper(), render(figure.name)))

    def execute(self, parameters, context, feedback) -> dict:
        rules = self.rule_context(
            parameters, context, self.parameterAsSource(parameters, "BOUNDARY", context)
        )
        with no_collecting():
            monitoring = self._count(parameters, context, feedback, rules)
        feedback.setProgress(80)
        for note in monitoring.notes:
            feedback.pushInfo(render(note))
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        whose = {"county": rules.county_name, "office": unit_name(), "translate": tr}
        write_monitoring(output, monitoring, **whose)
        results = {"OUTPUT": output}
        results.update((key.upper(), number) for key, number in monitoring.total.now.items())
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            write_page(report, monitoring_html(monitoring, **whose))
            results["REPORT"] = report
        told = (f"{render(f.BY_KEY[key].name)} {monitoring.total.now[key]}" for key in _TOLD)
        feedback.pushInfo(f"{monitoring.day.isoformat()}: {', '.join(told)}")
        return results

    def _count(self, parameters, context, feedback, rules: Context) -> Monitoring:
        chosen = self.records(parameters, context, feedback)
        with self._store(parameters, context) as store:
            everything = chosen
            if store is not None and store.count() != len(chosen):
                everything = self.among_all(parameters, context, chosen)
            some = len(chosen) < len(everything)
            asked = {record["uuid"] for record in chosen} if some else None
            return monitor(
                store,
                everything,
                given_day(self, parameters, context),
                rules,
                asked,
                lambda items: watched(items, feedback),
            )

    def _store(self, parameters, context) -> Store | nullcontext:
        """Return the store behind INPUT, a context without one for a copy."""
        uri = self.store_uri(parameters, context)
        try:
            return open_store(uri) if uri else nullcontext()
        except NoStoreError:
            return nullcontext()
