"""One module a migration, oldest first; a shipped one is never changed."""
