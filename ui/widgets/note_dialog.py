"""Asks for a note about one thing: what was said at a follow-up, why a pair is ruled out."""

from PySide6.QtWidgets import QWidget

from mentorapp.words import Words
from ui.widgets.fields import NotesField
from ui.widgets.form_dialog import FormDialog


class NoteDialog(FormDialog):
    """What it is about as plain text, and a field for the note, which may stay empty."""

    def __init__(
        self,
        words: Words,
        title: str,
        about: str,
        label: str,
        parent: QWidget | None = None,
        *,
        save_text: str = "",
        note: str = "",
    ) -> None:
        super().__init__(words, title, save_text, parent)
        self.add_group("", about)
        self._note = NotesField(lines=4)
        self._note.set_value(note)
        self.add_row("notes", label, self._note)

    def note(self) -> str:
        """What was typed."""
        return self._note.value()
