"""Competence cards: the list and the tab of a person’s file."""
