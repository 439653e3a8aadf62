"""Fields that offer the office's own words."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.word_lists import OwnWord, WordList
from mentorapp.reference.word_lists import WordLists
from mentorapp.words import Words
from ui.widgets.choices import group_choices
from ui.widgets.words_field import words_field

LISTS = WordLists(
    [
        OwnWord(word_list=WordList.INTERESTS, key="own_interest_1", names={"en": "Chess boxing"}),
        OwnWord(word_list=WordList.INTERESTS, key="fishing", hidden=True),
        OwnWord(
            word_list=WordList.OCCUPATIONS,
            key="own_occupation_1",
            names={"en": "Whaler"},
            hidden=True,
        ),
    ]
)


def test_own_words_are_offered_and_hidden_ones_only_kept(qtbot: QtBot) -> None:
    field = words_field(Words("en", LISTS), WordList.INTERESTS)
    qtbot.addWidget(field)
    field.set_value(["fishing"])
    assert field.told() == "fishing"
    qtbot.keyClicks(field.edit, "chess b")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == ("fishing", "own_interest_1")
    field.set_value([])
    qtbot.keyClicks(field.edit, "fishing")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == ()


def test_a_hidden_occupation_is_offered_to_whoever_has_it_alone() -> None:
    words = Words("en", LISTS)
    assert ("own_occupation_1", "Whaler") not in group_choices(words)
    assert ("own_occupation_1", "Whaler") in group_choices(words, "own_occupation_1")
    assert ("taken_back", "taken_back") in group_choices(words, "taken_back")
