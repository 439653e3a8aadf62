"""The office's own wording of its letters."""
