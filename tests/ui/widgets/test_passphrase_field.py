"""Where a passphrase is typed: dots, a way to look, a word about the capitals, and no trace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.written import told, write_back, written

_DOTS, _SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


@pytest.fixture
def field(qtbot: QtBot, words: Words) -> PassphraseField:
    made = PassphraseField(words)
    qtbot.addWidget(made)
    made.show()
    made.line.setFocus()
    return made


def test_what_is_typed_is_dots_until_somebody_wants_to_look(field: PassphraseField) -> None:
    field.line.setText("fire våte sokker")
    assert field.line.echoMode() is _DOTS
    field.eye.click()
    assert field.line.echoMode() is _SHOWN
    field.eye.click()
    assert field.line.echoMode() is _DOTS


def test_it_keeps_what_was_typed_from_forms_that_are_kept_and_from_readers(
    words: Words, field: PassphraseField
) -> None:
    field.line.setText("fire våte sokker")
    assert field.value() == "fire våte sokker"
    assert (written(field), told(words, field)) == ("", "–")
    write_back(field, "something else")
    assert field.value() == "fire våte sokker"
    hints = field.line.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_clearing_forgets_and_hides_the_next(field: PassphraseField) -> None:
    field.line.setText("fire våte sokker")
    field.eye.click()
    field.clear()
    assert field.value() == ""
    assert field.line.echoMode() is _DOTS
    assert not field.eye.isChecked()


def test_the_second_field_is_looked_at_with_the_first(
    qtbot: QtBot, words: Words, field: PassphraseField
) -> None:
    again = PassphraseField(words, field)
    qtbot.addWidget(again)
    assert again.eye.isHidden()
    field.eye.click()
    assert again.line.echoMode() is _SHOWN


@pytest.mark.parametrize(
    ("typed", "shift", "locked"),
    [("A", False, True), ("a", True, True), ("a", False, False), ("A", True, False)],
)
def test_a_letter_that_came_out_wrong_tells_of_locked_capitals(
    qtbot: QtBot, field: PassphraseField, typed: str, shift: bool, locked: bool
) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(field.line, typed, held)
    assert field.capitals.isVisible() is locked


def test_the_word_about_capitals_goes_with_the_key_and_with_the_keyboard(
    qtbot: QtBot, field: PassphraseField
) -> None:
    qtbot.keyClick(field.line, "A")
    qtbot.keyClick(field.line, "1")
    assert field.capitals.isVisible()
    qtbot.keyClick(field.line, Qt.Key.Key_CapsLock)
    assert field.capitals.isHidden()
    qtbot.keyClick(field.line, "A")
    field.line.clearFocus()
    assert field.capitals.isHidden()


def test_enter_and_every_letter_are_told(qtbot: QtBot, field: PassphraseField) -> None:
    heard: list[str] = []
    field.changed.connect(lambda: heard.append("changed"))
    field.entered.connect(lambda: heard.append("entered"))
    qtbot.keyClick(field.line, "x")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert heard == ["changed", "entered"]


def test_its_name_for_screen_readers_is_that_of_the_line(field: PassphraseField) -> None:
    field.setAccessibleName("Passphrase")
    field.setAccessibleDescription("Four words")
    assert field.line.accessibleName() == "Passphrase"
    assert field.line.accessibleDescription() == "Four words"
    assert field.focusProxy() is field.line
