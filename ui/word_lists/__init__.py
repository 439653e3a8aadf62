"""The office's own interests and occupations, and those that it does not offer."""
