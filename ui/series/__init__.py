"""Figures by year that others have counted."""
