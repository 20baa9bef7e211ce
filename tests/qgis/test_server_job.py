"""The work of a county done twice, in a file and on a server: nothing may differ."""

from __future__ import annotations

import pytest
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import points_input
from origin_trace.tests.qgis.server import CONNECTION
from origin_trace.tests.qgis.test_main_job import DATA
from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

SAMPLE = str(DATA / "sheets" / "taihe_official.xlsx")
TABLE = QgsProcessing.TEMPORARY_OUTPUT
# Numbers that each store gives itself.
OWN = ("uuid", "base_id", "import_batch", "updated_at")
# What algorithms return that names a file, a layer or an import.
PLACES = ("OUTPUT", "FILES", "BATCH", "HELD_BACK_LIST", "REFUSALS", "REPORT", "ANNOTATED")


class County:
    """A store, its points as a layer, and what each step of the work returned."""

    def __init__(self, run, uri):
        self.run, self.uri, self.results = run, uri, {}
        with open_store(uri) as store:
            source, provider = store.layer_uri()
        self.layer = QgsVectorLayer(source, "points", provider)
        assert self.layer.isValid()
        QgsProject.instance().addMapLayer(self.layer)

    def do(self, name, **parameters):
        found = self.run(name, **parameters)
        self.results.setdefault(name, []).append(
            {key: value for key, value in found.items() if key not in PLACES}
        )
        return found

    def records(self):
        with open_store(self.uri) as store:
            assert store.check() == []
            listed = [{k: v for k, v in r.items() if k not in OWN} for r in store.records()]
        return sorted(listed, key=lambda r: (r["subject_name"] or "", r["product"] or "", str(r)))


@pytest.fixture
def counties(run, new_store, server, qgis_new_project):
    made = run("createpostgisstore", CONNECTION=CONNECTION, SCHEMA=server.new_schema(),
               REGION="360826")  # fmt: skip
    yield County(run, new_store()), County(run, made["STORE"])
    QgsProject.instance().clear()


def test_a_county_works_the_same_in_a_file_and_on_a_server(counties, tmp_path):
    for number, county in enumerate(counties):
        folder = tmp_path / str(number)
        folder.mkdir()
        layer, store = county.layer, county.uri
        county.do("importsheet", INPUT=[SAMPLE], STORE=store, DRY_RUN=True)
        batch = county.do("importsheet", INPUT=[SAMPLE], STORE=store)["BATCH"]
        county.imported = county.records()
        county.do("importsheet", INPUT=[SAMPLE], STORE=store)
        county.do("validate", INPUT=layer, OUTPUT=TABLE, REPORT=str(folder / "检查.html"))
        county.do("review", INPUT=layer, DECISION="submit", OPERATOR="王审核", STORE="")
        county.do("review", INPUT=layer, DECISION="approve", OPERATOR="王审核")
        layer.selectByExpression("\"product\" = '豇豆'")
        chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
        county.do("review", INPUT=chosen, DECISION="return", REASON="重测", OPERATOR="王审核",
                  DEADLINE=QDate(2026, 12, 31))  # fmt: skip
        for purpose in ("platform", "internal", "public"):
            sheet = str(folder / f"{purpose}.xlsx")
            county.do("exportsheet", INPUT=layer, PURPOSE=purpose, OUTPUT=sheet)
        internal = str(folder / "internal.xlsx")
        county.do("importsheet", INPUT=[internal], STORE=store)
        county.do("monitoring", INPUT=layer, DATE=QDate(2023, 7, 1), OUTPUT=str(folder / "m.xlsx"))
        county.do("querypoints", INPUT=layer, PRODUCTS="豇豆", REGION="360826", OUTPUT=TABLE)
        county.do("freshness", INPUT=layer, DATE=QDate(2023, 7, 1), OUTPUT=TABLE)
        county.do("scope", INPUT=points_input(store), OUTPUT=TABLE)  # as windows give it
        county.do("distributionmap", INPUT=layer, OUTPUT=str(folder / "图.png"))
        county.do("history", INPUT=layer, FROM_VERSION=1, OUTPUT=TABLE)
        county.do("rollforward", INPUT=layer, PERIOD="2023-2")
        county.worked = county.records()
        county.do("undoimport", STORE=store, BATCH=batch)
        county.left = county.records()
    file, server = counties
    for name, listed in file.results.items():
        for there, here in zip(listed, server.results[name]):
            for key, value in there.items():
                assert (name, key, here[key]) == (name, key, value)
    assert server.results["importsheet"][1]["ADDED"] > 0
    assert server.results["review"][1]["CHANGED"] + server.results["review"][1]["REFUSED"] > 0
    for state in ("imported", "worked", "left"):
        assert getattr(server, state) == getattr(file, state)
