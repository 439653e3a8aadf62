"""Coordinators who are away, and who stands in."""
