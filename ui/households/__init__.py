"""The tab of households."""
