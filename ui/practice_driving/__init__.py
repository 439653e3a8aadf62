"""Practice driving of a pair, and the rules a country has for it."""
