"""Alembic's environment; found by package path, so that it travels in the wheel."""
