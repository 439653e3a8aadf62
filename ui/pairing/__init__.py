"""Pairing: from the people who wait to the proposals, their answers and the pairs."""
