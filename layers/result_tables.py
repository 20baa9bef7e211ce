"""How tables of results look when QGIS loads them: official names, read-only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.core import QgsEditorWidgetSetup, QgsProject, QgsVectorLayer

from ..core.schema import COLUMNS


def dress_table(
    words: Mapping[str, str], hidden: tuple[str, ...] = ()
) -> Callable[[QgsVectorLayer, QgsProject | None], None]:
    """Return what names the columns of a result: ``words``, else the names of the schema."""

    def dress(layer: QgsVectorLayer, _project: QgsProject | None) -> None:
        config = layer.attributeTableConfig()
        config.update(layer.fields())
        columns = config.columns()
        for column in columns:
            name = column.name
            index = layer.fields().indexOf(name)
            label = words.get(name) or (COLUMNS[name].label if name in COLUMNS else "")
            if label:
                layer.setFieldAlias(index, label)
            if name in hidden:
                column.hidden = True
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
        config.setColumns(columns)
        layer.setAttributeTableConfig(config)
        layer.setReadOnly(True)

    return dress
