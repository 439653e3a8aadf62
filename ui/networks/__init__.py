"""Network and language in use, asked three times."""
