"""Origin Trace, a QGIS plugin for the origin tracing of key farm products."""


def classFactory(iface):
    """Return the plugin; ``iface`` is None in qgis_process."""
    from .plugin import OriginTracePlugin

    return OriginTracePlugin(iface)
