"""Pairings: the list, and the page of each with its meetings, follow-ups and letters."""
