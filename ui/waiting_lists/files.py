"""Choosing signed files: where they lie, where they go."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.domain.files import trouble_of
from mentorapp.words import Words

_JSON = "*.json"


def read_bytes(file: Path) -> bytes:
    """The file's bytes. Raises CannotWriteFile with the reason."""
    try:
        return file.read_bytes()
    except OSError as trouble:
        raise CannotWriteFile(file.name, trouble_of(trouble)) from trouble


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
