"""The user guide that ships, and the sheet of keys."""
