"""Today: what needs the coordinator's attention, in one list."""
