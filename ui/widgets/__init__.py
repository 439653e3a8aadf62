"""Widgets that know no feature: tables, forms, messages, charts, the view of a PDF."""
