"""The page of settings: the office, its schemes, and the language of the window."""
