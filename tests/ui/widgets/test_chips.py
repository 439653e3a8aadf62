import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.chips import ChipsField, offers
from ui.widgets.languages_field import LanguagesField

CHOICES = [
    ("fish", "Fiske"),
    ("foot", "Fotball"),
    ("sew", "Søm & strikk"),
    ("handball", "Håndball"),
]


@pytest.fixture
def field(qtbot: QtBot, words: Words) -> ChipsField:
    made = ChipsField(words, CHOICES)
    made.setAccessibleName("Interests")
    qtbot.addWidget(made)
    made.resize(400, 80)
    made.show()
    made.setFocus()
    return made


def test_beginnings_are_offered_before_middles() -> None:
    assert offers("fo", CHOICES, ()) == ["Fotball"]
    assert offers("ball", CHOICES, ()) == ["Fotball", "Håndball"]
    assert offers("som", CHOICES, ()) == ["Søm & strikk"]
    assert offers("", CHOICES, ("fish", "foot")) == ["Søm & strikk", "Håndball"]


def test_chips_are_chosen_and_removed_with_the_keyboard_only(
    qtbot: QtBot, field: ChipsField
) -> None:
    assert field.property("active") is True
    for typed in ("fot", "hand", "som"):
        qtbot.keyClicks(field.edit, typed)
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == ("foot", "handball", "sew")
    assert field.edit.text() == ""
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.value() == ("foot", "handball")
    qtbot.keyClick(field.edit, Qt.Key.Key_Left)
    chip = field.window().focusWidget()
    qtbot.keyClick(chip, Qt.Key.Key_Left)
    qtbot.keyClick(field.window().focusWidget(), Qt.Key.Key_Delete)
    assert field.value() == ("handball",)
    assert field.edit.hasFocus()


def test_the_list_is_walked_with_the_arrows(qtbot: QtBot, field: ChipsField) -> None:
    qtbot.keyClicks(field.edit, "ball")
    popup = field.edit._popup
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.value() == ("handball",)
    assert field.edit.text() == ""


def test_what_is_not_on_the_list_is_not_taken(qtbot: QtBot, field: ChipsField) -> None:
    qtbot.keyClicks(field.edit, "zzz")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == ()
    assert field.edit.text() == "zzz"


def test_chips_say_what_they_do(qtbot: QtBot, field: ChipsField) -> None:
    field.set_value(["sew"])
    chip = field.findChild(QToolButton, "chip")
    assert chip is not None
    assert chip.accessibleName() == "Remove Søm & strikk"
    assert chip.text() == "Søm && strikk"
    with qtbot.waitSignal(field.changed):
        chip.click()
    assert field.value() == ()


def test_many_chips_take_more_lines(field: ChipsField) -> None:
    low = field.heightForWidth(200)
    field.set_value([key for key, _name in CHOICES])
    assert field.heightForWidth(200) > low


def test_a_language_comes_with_its_level(qtbot: QtBot, words: Words) -> None:
    field = LanguagesField(
        words, [("no", "Norwegian"), ("ar", "Arabic")], [("A1", "A1"), ("B2", "B2")], "A1"
    )
    qtbot.addWidget(field)
    field.setAccessibleName("Languages")
    field.show()
    field.set_value([("no", "B2")])
    field.setFocus()
    qtbot.keyClicks(field.edit, "ara")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == (("no", "B2"), ("ar", "A1"))
    level = field._rows["ar"][1]
    assert field.focusWidget() is level
    qtbot.keyClicks(level, "B")
    assert field.value() == (("no", "B2"), ("ar", "B2"))
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.value() == (("no", "B2"),)
