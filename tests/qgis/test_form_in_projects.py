"""The form in a saved project: in the user's language, and without the plugin."""

from __future__ import annotations

import subprocess
import sys

import pytest
from origin_trace.layers.form_widgets import LINE_WIDGET
from origin_trace.layers.named_styles import renew_form
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import choices_layer, points_layer
from origin_trace.layers.store_project import add_store
from qgis.core import QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QTranslator


class Chinese(QTranslator):
    """Knows a few words of the form."""

    def translate(self, context, source, disambiguation=None, n=-1):
        hint = "A number greater than 0; 0 only where the base has stopped."
        known = {"Draft": "草稿", hint: "须为大于 0 的数。"}
        return known.get(source) if context == "OriginTrace" else None


@pytest.fixture
def reopened(qgis_new_project, new_store, tmp_path):
    """Return a function that reads a saved project with a store."""
    path, saved = new_store(), str(tmp_path / "工程.qgz")
    project = QgsProject.instance()
    add_store(project, path)
    assert project.write(saved)

    def read():
        project.clear()
        assert project.read(saved) and not project.isDirty()
        with open_store(path) as store:
            products, names = store.products(), store.county_names
        layer, choices = points_layer(project, path), choices_layer(project, path)
        return layer, renew_form(layer, choices, products, names)

    yield read
    project.clear()


def words(layer):
    """Return the words of the list of states, and the hint of the scale."""
    fields = layer.fields()
    entries = layer.editorWidgetSetup(fields.indexOf("status")).config()["map"]
    hint = layer.constraintDescription(fields.indexOf("scale"))
    return next(iter(entries[0])), hint


def test_nothing_is_touched_in_the_same_language(reopened):
    layer, renewed = reopened()
    assert not renewed and not QgsProject.instance().isDirty()
    assert words(layer)[0] == "Draft"


def test_the_form_follows_the_language_in_every_style(reopened):
    translator = Chinese()
    QCoreApplication.installTranslator(translator)
    try:
        layer, renewed = reopened()
    finally:
        QCoreApplication.removeTranslator(translator)
    assert renewed
    current = layer.styleManager().currentStyle()
    assert len(layer.styleManager().styles()) == 4
    for name in layer.styleManager().styles():
        layer.styleManager().setCurrentStyle(name)
        assert words(layer) == ("草稿", "须为大于 0 的数。"), name
    layer.styleManager().setCurrentStyle(current)


def test_a_form_that_a_person_changed_stays(reopened):
    layer, _renewed = reopened()
    layer.setFieldAlias(layer.fields().indexOf("remarks"), "村里的话")
    assert QgsProject.instance().write()
    layer, renewed = reopened()
    assert not renewed
    assert layer.attributeAlias(layer.fields().indexOf("remarks")) == "村里的话"


# QGIS crashed at a form with a widget that it does not know.
WITHOUT_PLUGIN = """
import os, sys
from qgis.core import QgsApplication, QgsProject
application = QgsApplication([], True, sys.argv[2])
application.initQgis()
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm, QgsEditorWidgetWrapper, QgsGui
registry = QgsGui.editorWidgetRegistry()
registry.initEditors()
assert not [name for name in registry.factories() if "Origin" in name]
assert QgsProject.instance().read(sys.argv[1])
layer = next(x for x in QgsProject.instance().mapLayers().values() if x.isSpatial())
layer.startEditing()
context = QgsAttributeEditorContext()
context.setAttributeFormMode(QgsAttributeEditorContext.Mode.SingleEditMode)
form = QgsAttributeForm(layer, next(layer.getFeatures()), context)
form.show()
widgets = {w.field().name(): w.widget() for w in form.findChildren(QgsEditorWidgetWrapper)}
widgets["contact"].setText("钱七")
widgets["scale"].setText("60")
assert form.save() and layer.commitChanges(), layer.commitErrors()
feature = next(layer.getFeatures())
print(feature["contact"], feature["scale"], widgets["village"].text(), flush=True)
os._exit(0)
"""


def test_a_saved_project_opens_its_form_without_the_plugin(office, tmp_path):
    office.add()
    saved = str(tmp_path / "工程.qgz")
    assert office.project.write(saved)
    command = [sys.executable, "-c", WITHOUT_PLUGIN, saved, str(tmp_path / "profile")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.split() == ["钱七", "60.0", "文田村"], done.stderr


def test_the_layers_own_properties_do_not_write_our_widget_down(office):
    """QGIS's dialog sets for every field what it found to be the best, then the form."""
    layer, registry = office.layer, QgsGui.editorWidgetRegistry()
    best = {field.name(): registry.findBest(layer, field.name()) for field in layer.fields()}
    assert best["contact"].type() == LINE_WIDGET
    for index, field in enumerate(layer.fields()):
        layer.setEditorWidgetSetup(index, best[field.name()])
    config = layer.editFormConfig()
    config.setSuppress(config.suppress())
    layer.setEditFormConfig(config)
    types = {layer.editorWidgetSetup(index).type() for index in layer.attributeList()}
    assert LINE_WIDGET not in types and "ValueMap" in types
    assert registry.findBest(layer, "contact").type() == LINE_WIDGET
