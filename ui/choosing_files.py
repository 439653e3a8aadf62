"""Asks the user for an office file: one that is there, or a place for a new one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.words import Words


def office_to_open(words: Words, window: QWidget | None, folder: Path) -> Path | None:
    """None where nothing was chosen."""
    _ = words.text
    kinds = _("Mentorapp offices (*.db)") + ";;" + _("All files (*)")
    name, _kind = QFileDialog.getOpenFileName(window, _("Open office"), str(folder), kinds)
    return Path(name) if name else None


def office_to_make(words: Words, window: QWidget | None, folder: Path) -> Path | None:
    """None where nothing was chosen."""
    _ = words.text
    name, _kind = QFileDialog.getSaveFileName(
        window,
        _("New office"),
        str(folder / "office.db"),
        _("Mentorapp offices (*.db)"),
        # It would ask whether to replace the file, which is never done.
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return Path(name) if name else None


def place_for_copy(words: Words, window: QWidget | None, wanted: Path) -> Path | None:
    """None where nothing was chosen; a file that is there is not replaced."""
    _ = words.text
    name, _kind = QFileDialog.getSaveFileName(
        window,
        _("Copy to this PC"),
        str(wanted),
        _("Mentorapp offices (*.db)"),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return Path(name) if name else None
