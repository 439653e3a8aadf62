"""Quarters of several offices side by side."""
