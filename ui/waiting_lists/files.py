"""Choosing signed files: where they lie, where they go."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.words import Words

_JSON = "*.json"


def ask_for_file(parent: QWidget, words: Words) -> Path | None:
    """A file of another office."""
    _ = words.text
    name, _kind = QFileDialog.getOpenFileName(
        parent,
        _("Choose a file of another office"),
        "",
        _("Files between offices (*.json)") + ";;" + _("All files (*)"),
    )
    return Path(name) if name else None


def ask_where(parent: QWidget, words: Words, suggested: str) -> Path | None:
    """Where the file for another office goes."""
    name, _kind = QFileDialog.getSaveFileName(
        parent, words.text("Save the file for the other office"), suggested, _JSON
    )
    return Path(name) if name else None
