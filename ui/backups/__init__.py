"""Backups: made by themselves, shown at the edge of the window and in Settings, tried out."""
