"""Fixtures of tests that need QGIS."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from qgis.core import QgsApplication

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="module")
def provider(qgis_processing):
    """Register our provider for one module of tests; test_plugin.py registers its own."""
    from origin_trace.processing.provider import OriginTraceProvider

    ours = OriginTraceProvider()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(ours)
    yield ours
    registry.removeProvider(ours)


@pytest.fixture
def run(provider):
    """Run one of our algorithms by its short id."""
    import processing

    def run_algorithm(name, **parameters):
        return processing.run(f"origintrace:{name}", parameters)

    return run_algorithm


@pytest.fixture
def new_store(run, tmp_path):
    """Return a function that makes a store for a county."""

    def make(region="360826", name="泰和 县.gpkg", **more):
        path = str(tmp_path / name)
        run("createstore", REGION=region, OUTPUT=path, **more)
        return path

    return make


@pytest.fixture(scope="session")
def village_list(tmp_path_factory):
    """Return the path of a village list of the sample counties."""
    path = tmp_path_factory.mktemp("villages") / "村名录.tsv"
    text = gzip.decompress((DATA / "villages_sample.tsv.gz").read_bytes()).decode()
    path.write_text("code\tname\n" + text, encoding="utf-8")
    return str(path)
