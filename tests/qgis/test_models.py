"""The ready model on a real store, and every algorithm as a step of a model."""

from __future__ import annotations

import zipfile

import pytest
from origin_trace.core.tables import INSPECTION, REVEALED, TABLES
from origin_trace.layers.store import open_store
from origin_trace.processing.algorithms import ALGORITHMS
from origin_trace.processing.models import MonthlyResults
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDefinition,
)
from qgis.gui import QgsMessageBar

Source = QgsProcessingModelChildParameterSource


@pytest.fixture(scope="module")
def stored(qgis_app, tmp_path_factory):
    records = [crop(uuid="u1", base_id="u1"), animal(uuid="u2"), animal(lon=None, lat=None)]
    path = make_store(tmp_path_factory.mktemp("月度") / "泰和 县.gpkg", records)
    row = dict.fromkeys(column.name for column in TABLES[INSPECTION])
    row.update(id="i1", uuid="u1", base_id="u1", product="豇豆", passed=0, item="毒死蜱")
    row.update(inspected_on="2023-06-01")
    with open_store(path, write=True) as store:
        store.append(INSPECTION, [row])
    return path


def test_a_month_in_one_run(run, stored, tmp_path):
    folder = tmp_path / "成果 夹"
    found = run("monthlyresults", INPUT=stored, DATE="2023-06-30", folder=str(folder))
    assert found["folder"] == str(folder)
    files = sorted(folder.iterdir())
    model = MonthlyResults()
    steps = model.childAlgorithms()
    kept = steps["filesinfolder"].parameterSources()["FILES"]
    assert len(files) == len(kept) == found["CHILD_RESULTS"]["filesinfolder"]["COUNT"]
    names = [file.name for file in files]
    assert names[0] == "2023-06_01 Map of all products.pdf" and all(
        name.startswith("2023-06_") for name in names
    )
    for file in files:
        if file.suffix == ".xlsx":
            assert zipfile.ZipFile(file).testzip() is None
        elif file.suffix == ".html":
            page = file.read_text(encoding="utf-8")
            assert page.endswith("</html>") and "万合镇" in page
        else:
            assert file.read_bytes().startswith(b"%PDF")
    results = found["CHILD_RESULTS"]
    assert results["map"]["COUNT"] == 2 and results["table"]["COUNT"] == 3
    assert results["by_product"]["COUNT"] == results["by_township"]["COUNT"] == 3
    assert results["earlywarning"]["FAILED"] == 1
    assert results["monitoring"]["BASES"] == results["statistics"]["COUNT"] == 3
    with open_store(stored) as store:  # nothing is approved, so no phone left the store
        assert store.rows(REVEALED) == []
    assert results["platform"]["HELD_BACK"] == 3


def test_the_day_reaches_the_steps_that_ask_for_one(provider):
    model = QgsApplication.processingRegistry().createAlgorithmById("origintrace:monthlyresults")
    assert model.validate() == (True, [])
    assert model.canExecute()[0]
    for step in model.childAlgorithms().values():
        names = [d.name() for d in step.algorithm().parameterDefinitions()]
        assert ("DATE" in names) == ("DATE" in step.parameterSources())
        assert ("BOUNDARY" in names) >= ("BOUNDARY" in step.parameterSources())


def test_a_copy_is_a_model_of_ones_own(provider, tmp_path):
    model = QgsApplication.processingRegistry().createAlgorithmById("origintrace:monthlyresults")
    path = str(tmp_path / "我的 模型.model3")
    assert model.own_copy().toFile(path)
    opened = QgsProcessingModelAlgorithm()
    assert opened.fromFile(path)
    assert opened.validate() == (True, [])
    assert opened.displayName() == "Monthly results"
    assert set(opened.childAlgorithms()) == set(model.childAlgorithms())


def test_the_toolbox_copies_it_to_ones_own_models(provider, qgis_processing, tmp_path, monkeypatch):
    from origin_trace.dialogs.model_copy import ModelCopying
    from processing.gui.ProviderActions import ProviderContextMenuActions
    from processing.modeler.ModelerUtils import ModelerUtils

    registry, bar = QgsApplication.processingRegistry(), QgsMessageBar()
    monkeypatch.setattr(ModelerUtils, "modelsFolders", lambda: [str(tmp_path)])
    before = list(ProviderContextMenuActions.actions)
    copying = ModelCopying(bar)
    (entry,) = [a for a in ProviderContextMenuActions.actions if a not in before]
    entry.setData(registry.algorithmById("origintrace:statistics"), None)
    assert not entry.isEnabled()
    entry.setData(registry.algorithmById("origintrace:monthlyresults"), None)
    assert entry.isEnabled()
    entry.execute()
    entry.execute()  # a copy that was changed stays
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Monthly results 2.model3",
        "Monthly results.model3",
    ]
    assert registry.algorithmById("model:Monthly results 2").canExecute()[0]
    assert "Monthly results 2" in bar.currentItem().text()
    copying.close()
    assert ProviderContextMenuActions.actions == before


# --- every algorithm as a step ------------------------------------------------------------------


def step_of(model, name):
    """Add an algorithm as a step; what it needs becomes a parameter of the model."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"origintrace:{name}")
    child = QgsProcessingModelChildAlgorithm(f"origintrace:{name}")
    child.setChildId(name)
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination():
            continue
        optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        if not optional and definition.defaultValue() is None:
            model.addModelParameter(
                definition.clone(), QgsProcessingModelParameter(definition.name())
            )
            source = Source.fromModelParameter(definition.name())
            child.addParameterSources(definition.name(), [source])
    outputs = {}
    for definition in algorithm.destinationParameterDefinitions():
        output = QgsProcessingModelOutput(definition.name(), definition.description())
        output.setChildId(name)
        output.setChildOutputName(definition.name())
        outputs[definition.name()] = output
    child.setModelOutputs(outputs)
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return algorithm


def next_step(model, name, output):
    """Wire an output to a step that takes its kind; None where no step does."""
    if isinstance(output, QgsProcessingOutputVectorLayer):
        after, parameter = "native:extractbyexpression", "INPUT"
    elif isinstance(output, QgsProcessingOutputNumber):
        after, parameter = "native:randompointsinextent", "POINTS_NUMBER"
    elif isinstance(output, QgsProcessingOutputString):
        after, parameter = "native:stringconcatenation", "INPUT_1"
    else:  # files and folders
        after, parameter = "origintrace:filesinfolder", "FILES"
    child = QgsProcessingModelChildAlgorithm(after)
    child.setChildId(f"after_{output.name()}")
    for definition in child.algorithm().parameterDefinitions():
        if not definition.isDestination():
            value = definition.defaultValue() or {"EXTENT": "0,1,0,1"}.get(definition.name(), "1")
            child.addParameterSources(definition.name(), [Source.fromStaticValue(value)])
    child.addParameterSources(parameter, [Source.fromChildOutput(name, output.name())])
    model.addChildAlgorithm(child)
    return child.childId()


@pytest.mark.parametrize("name", [algorithm.NAME for algorithm in ALGORITHMS])
def test_every_algorithm_is_a_step_of_a_model(provider, name):
    model = QgsProcessingModelAlgorithm("一步", "组")
    algorithm = step_of(model, name)
    flags = algorithm.flags()
    assert not flags & type(flags)(algorithm.Flag.FlagHideFromModeler)
    outputs = algorithm.outputDefinitions()
    after = [next_step(model, name, output) for output in outputs]
    assert outputs
    assert model.validate() == (True, [])
    for child in after:
        assert name in model.dependsOnChildAlgorithms(child)
    again = QgsProcessingModelAlgorithm()
    assert again.loadVariant(model.toVariant())
    assert again.validate() == (True, []) and again.canExecute()[0]
    assert len(again.destinationParameterDefinitions()) == len(
        algorithm.destinationParameterDefinitions()
    )


def test_a_step_takes_what_another_one_found(provider, stored):
    import processing

    model = QgsProcessingModelAlgorithm("两步", "组")
    step_of(model, "querypoints")
    child = QgsProcessingModelChildAlgorithm("origintrace:earlywarning")
    child.setChildId("warning")
    child.addParameterSources("INPUT", [Source.fromChildOutput("querypoints", "OUTPUT")])
    child.addParameterSources("STORE", [Source.fromStaticValue(stored)])
    child.addParameterSources("DATE", [Source.fromExpression("make_date(2023, 6, 30)")])
    model.addChildAlgorithm(child)
    names = [d.name() for d in model.destinationParameterDefinitions()]
    found = processing.run(model, {"INPUT": stored, **dict.fromkeys(names, "TEMPORARY_OUTPUT")})
    assert found["CHILD_RESULTS"]["querypoints"]["COUNT"] == 3
    assert found["CHILD_RESULTS"]["warning"]["FAILED"] == 1


# --- files into a folder ------------------------------------------------------------------


def test_files_get_names_and_keep_their_endings(run, tmp_path):
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"第{number}", encoding="utf-8")
    files = [str(tmp_path / "1.txt"), str(tmp_path / "2.txt")]
    given = {"FILES": files, "FOLDER": str(tmp_path / "新 夹"), "PREFIX": "2023-06_"}
    assert run("filesinfolder", NAMES="甲\n乙/丙", **given)["COUNT"] == 2
    found = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "新 夹").iterdir()}
    assert found == {"2023-06_甲.txt": "第1", "2023-06_乙_丙.txt": "第2"}


@pytest.mark.parametrize(
    ("names", "refusal"),
    [("甲", "There are 2 files and 1 names"), ("甲\n甲", "not replaced"), ("1\n2", "not replaced")],
)
def test_files_are_refused(run, tmp_path, names, refusal):
    files = [tmp_path / "1.txt", tmp_path / "2.txt"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=refusal):
        run("filesinfolder", FILES=list(map(str, files)), NAMES=names, FOLDER=str(tmp_path))
    assert [file.read_text(encoding="utf-8") for file in files] == ["1.txt", "2.txt"]


def test_a_file_that_is_gone_is_named(run, tmp_path):
    gone = str(tmp_path / "没有.txt")
    with pytest.raises(QgsProcessingException, match=r"没有\.txt cannot be read"):
        run("filesinfolder", FILES=[gone], NAMES="甲", FOLDER=str(tmp_path))
