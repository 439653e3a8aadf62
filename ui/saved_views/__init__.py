"""Saved views of a list: kept under a name, chosen with a key."""
