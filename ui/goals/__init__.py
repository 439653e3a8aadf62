"""Goals of the office."""
