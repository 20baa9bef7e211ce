"""What validate and querypoints leave in the window: words, symbols, copies that stay copies."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
)

SHEET = Path(__file__).resolve().parents[1] / "data" / "sheets" / "taihe_official.xlsx"


@pytest.fixture
def points(run, new_store):
    store = new_store()
    run("importsheet", INPUT=[str(SHEET)], STORE=store)
    return f"{store}|layername=collection_point"


def load(name, points):
    """Run an algorithm as the dialog does; return the layer as it is loaded."""
    registry = QgsApplication.processingRegistry()
    algorithm = registry.createAlgorithmById(f"origintrace:{name}")
    output = QgsProcessingOutputLayerDefinition()
    output.destinationProject = QgsProject.instance()
    output.sink = QgsProperty.fromValue("memory:")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"INPUT": points, "OUTPUT": output}
    results, ok = algorithm.run(parameters, context, QgsProcessingFeedback(False))
    assert ok
    gc.collect()
    dressing = context.layerToLoadOnCompletionDetails(results["OUTPUT"]).postProcessor()
    layer = context.takeResultLayer(results["OUTPUT"])
    dressing.postProcessLayer(layer, context, QgsProcessingFeedback(False))
    return layer


def shown(layer, feature, column):
    index = layer.fields().indexOf(column)
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, index, setup.config(), None, feature[column])


def test_findings_speak_in_words(points):
    layer = load("validate", points)
    feature = next(f for f in layer.getFeatures() if f["field"] == "contact_phone")
    assert shown(layer, feature, "field") == "种养殖主体联系方式(手机)"
    assert shown(layer, feature, "level") == "error"
    columns = [c.name for c in layer.attributeTableConfig().columns() if not c.hidden]
    assert columns == ["level", "subject_name", "township", "field", "message", "rule"]
    names = {field.name() for field in layer.fields()}
    assert all(layer.attributeAlias(layer.fields().indexOf(name)) for name in names - {"uuid"})
    assert [c.value() for c in layer.renderer().categories()] == ["error", "warning"]


def test_found_records_look_like_the_store(points):
    layer = load("querypoints", points)
    assert layer.renderer().classAttribute() == "product"
    assert layer.attributeAlias(layer.fields().indexOf("scale")) == "种养规模"


@pytest.mark.parametrize("name", ["validate", "querypoints"])
def test_results_cannot_be_edited_by_mistake(points, name):
    for _again in range(2):
        layer = load(name, points)
        assert layer.readOnly() and not layer.startEditing()


def test_nothing_is_dressed_that_is_not_loaded(run, points):
    result = run("querypoints", INPUT=points, OUTPUT="memory:")
    assert result["OUTPUT"].renderer().type() == "singleSymbol"


def test_a_query_into_a_scratch_layer_warns_of_nothing(points, qgis_processing, provider):
    import processing

    feedback = QgsProcessingFeedback(False)
    parameters = {"INPUT": points, "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT}
    found = processing.run("origintrace:querypoints", parameters, feedback=feedback)
    assert found["COUNT"] and "scratch" not in feedback.textLog()
