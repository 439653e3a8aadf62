import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.chips import ChipsField
from ui.widgets.date_field import DateField
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    NotesField,
    NumberField,
    PhoneField,
    TextField,
)
from ui.widgets.form_dialog import FormDialog
from ui.widgets.languages_field import LanguagesField
from ui.widgets.week_grid import WeekGrid

INTERESTS = [("fishing", "Fishing"), ("music", "Music"), ("sewing", "Knitting & sewing")]


@pytest.fixture
def form(qtbot: QtBot, words: Words) -> Iterator[FormDialog]:
    made = FormDialog(words, "New mentor")
    made.add_group("Who", "As in the passport.")
    made.add_row("given_name", "&First name", TextField(), required=True)
    made.add_row("phone", "Phone", PhoneField(), "As you would dial it.")
    made.add_row("birth_year", "Year of birth", NumberField(1900, 2026, optional=True))
    made.add_row("gender", "Gender", ChoiceField([("x", "Not given"), ("f", "Woman")]))
    made.add_group("What they bring")
    made.add_row("interests", "Interests", ChipsField(words, INTERESTS)).set_value(["music"])
    languages = LanguagesField(
        words, [("no", "Norwegian")], [("A1", "A1"), ("native", "Native")], "A1"
    )
    languages.set_value([("no", "native")])
    made.add_row("languages", "Languages", languages)
    made.add_row("availability", "Free times", WeekGrid(words))
    made.add_row("since", "Registered", DateField(words, date(2026, 11, 23)))
    made.add_row("consent", "Consent", CheckField("Has agreed"))
    made.add_row("notes", "Notes", NotesField())
    made.show()
    made.activateWindow()
    yield made
    if shiboken6.isValid(made):
        made.start_afresh()
        made.close()


def text_field(form: FormDialog, name: str) -> TextField:
    field = form.field(name)
    assert isinstance(field, TextField)
    return field


def test_saving_hands_over_and_stays_until_the_office_took_it(
    qtbot: QtBot, form: FormDialog
) -> None:
    qtbot.keyClicks(text_field(form, "given_name"), "Åse")
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.isVisible()
    with qtbot.assertNotEmitted(form.submitted):
        form.save_button.click()
    with qtbot.waitSignal(form.accepted):
        form.accepted_by_office()


def test_a_refusal_stands_at_its_field_and_goes_when_it_is_mended(
    qtbot: QtBot, form: FormDialog
) -> None:
    form.refuse("“12” is no <b>phone</b> number.", "phone")
    field = text_field(form, "phone")
    label = form._problems["phone"]
    assert label.isVisible()
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert field.property("wrong") is True
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "9")
    assert not label.isVisible()
    assert field.property("wrong") is False


def test_a_refusal_of_the_whole_stands_above_the_buttons(form: FormDialog) -> None:
    form.save_button.click()
    form.refuse("Kari is already registered.", "no_such_field")
    assert form.message_bar.text == "Kari is already registered."
    assert form.save_button.isEnabled()


def test_what_cannot_be_read_is_not_handed_over(qtbot: QtBot, form: FormDialog) -> None:
    since = form.field("since")
    assert isinstance(since, DateField)
    since.setText("31.2.2026")
    with qtbot.assertNotEmitted(form.submitted):
        form.save_button.click()
    assert form._problems["since"].isVisible()


def test_closing_asks_only_after_something_was_typed(qtbot: QtBot, form: FormDialog) -> None:
    before = form.dirty
    qtbot.keyClicks(text_field(form, "given_name"), "Å")
    assert (before, form.dirty) == (False, True)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form._discard.isVisible()
    assert QApplication.focusWidget() is form._discard.keep_button
    form._discard.keep_button.click()
    assert form.isVisible()
    assert not form._discard.isVisible()
    form.close()
    assert form.isVisible()
    with qtbot.waitSignal(form.rejected):
        form._discard.discard_button.click()


def test_an_untouched_form_closes_at_once(qtbot: QtBot, form: FormDialog) -> None:
    with qtbot.waitSignal(form.rejected):
        qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_a_closed_form_is_freed(qtbot: QtBot, form: FormDialog) -> None:
    with qtbot.waitSignal(form.destroyed):
        form.accepted_by_office()
    assert not shiboken6.isValid(form)


def test_the_keyboard_reaches_every_field_in_order(qtbot: QtBot, form: FormDialog) -> None:
    text_field(form, "given_name").setFocus()
    seen: list[str] = []
    for _step in range(40):
        at = QApplication.focusWidget()
        owner = next(
            (n for n, f in form._fields.items() if at is f or (at and f.isAncestorOf(at))), "other"
        )
        if not seen or seen[-1] != owner:
            seen.append(owner)
        if at is form.save_button:
            break
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert [n for n in seen if n != "other"] == list(form._fields)
    assert QApplication.focusWidget() is form.save_button


def test_a_letter_goes_to_its_field(qtbot: QtBot, form: FormDialog) -> None:
    form.field("notes").setFocus()
    qtbot.keyClick(form, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is form.field("given_name")


def test_every_field_has_a_name_for_screen_readers(form: FormDialog) -> None:
    nameless = []
    for child in form.findChildren(QWidget):
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.isVisible():
            face = QAccessible.queryAccessibleInterface(child)
            if not face.text(QAccessible.Text.Name):
                nameless.append(type(child).__name__)
    assert nameless == []


def test_a_small_screen_can_be_scrolled_to_the_problem(form: FormDialog) -> None:
    form.resize(640, 420)
    form.show_problem("notes", "Too long.")
    QApplication.processEvents()
    label = form._problems["notes"]
    assert not label.visibleRegion().isEmpty()
    assert form.save_button.isVisible()


def test_the_dialog_can_be_tried_again_after_a_crash(form: FormDialog) -> None:
    form.save_button.click()
    assert not form.save_button.isEnabled()
    form.activateWindow()
    QApplication.sendEvent(form, QEvent(QEvent.Type.ActivationChange))
    assert form.save_button.isEnabled()


def test_markup_in_labels_is_shown_as_text(form: FormDialog) -> None:
    labels = form.findChildren(QLabel)
    assert [x.text() for x in labels if x.textFormat() != Qt.TextFormat.PlainText] == []


def test_the_form_can_be_looked_at(form: FormDialog, tmp_path: Path) -> None:
    folder = Path(os.environ.get("MENTORAPP_PICTURES", tmp_path))
    assert form.grab().save(str(folder / "form_dialog.png"))
