"""Stores, styles and layouts: qgis.core and osgeo, no windows."""
