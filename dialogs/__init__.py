"""Windows, docks and map tools."""
