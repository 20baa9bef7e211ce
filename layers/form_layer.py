"""A layer for one form: QGIS's form writes into its layer when anybody asks that for edits.

``QgsVectorLayer.isModified`` makes every open form save itself. That would add half a new
record, and drop choices that the form does not know. So the form gets a layer of its own.
"""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsReadWriteContext, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtXml import QDomDocument

FORM_OF = "origin_trace/form_of"  # custom property: id of the layer whose form it shows

_STYLE = QgsMapLayer.StyleCategory
_COPIED = _STYLE.Fields | _STYLE.Forms | _STYLE.CustomProperties


def form_layer(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Return an empty layer in memory with the fields and the form of a layer."""
    kind = QgsWkbTypes.displayString(layer.wkbType()) if layer.isSpatial() else "NoGeometry"
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    own = QgsVectorLayer(kind, layer.name(), "memory", options)
    own.dataProvider().addAttributes(layer.fields().toList())
    own.updateFields()
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _COPIED)
    own.importNamedStyle(document, _COPIED)
    own.setCustomProperty(FORM_OF, layer.id())
    return own
