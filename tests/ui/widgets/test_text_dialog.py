import shiboken6
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.note_dialog import NoteDialog
from ui.widgets.text_dialog import TextDialog


def test_a_text_is_shown_as_it_is_and_the_dialog_freed(qtbot: QtBot) -> None:
    dialog = TextDialog(Words("en"), "Letter", "<b>Dear</b> Åse")
    dialog.show()
    assert dialog.text.toPlainText() == "<b>Dear</b> Åse"
    assert dialog.text.isReadOnly()
    dialog.accept()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_a_note_starts_with_what_was_noted_before(qtbot: QtBot) -> None:
    dialog = NoteDialog(Words("en"), "Done", "About", "Note", note="<i>before</i>")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.note() == "<i>before</i>"
    assert not dialog.dirty
