from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from ui.format import (
    by_name,
    one_line,
    plain_label,
    search_texts,
    sort_key,
    to_date,
    to_qdate,
)  # fmt: skip


@given(st.dates(min_value=date(1600, 1, 1)))
def test_days_come_back_from_qt_as_they_went(day: date) -> None:
    assert to_date(to_qdate(day)) == day


def test_no_day_is_none() -> None:
    assert to_date(QDate()) is None


@pytest.mark.parametrize("language", ["nb", "nn", "da"])
def test_the_nordic_alphabets_end_with_three_letters_of_their_own(language: str) -> None:
    names = ["Åse", "Ærlig", "Zeb", "Østen", "Anna", "Aase", "bo"]
    assert sorted(names, key=sort_key(language)) == [
        "Anna", "bo", "Zeb", "Ærlig", "Østen", "Åse", "Aase",
    ]  # fmt: skip


def test_numbers_in_names_are_ordered_as_numbers() -> None:
    assert sorted(["Gate 10", "Gate 2"], key=sort_key("nb")) == ["Gate 2", "Gate 10"]


def test_a_half_typed_word_is_found_across_joined_letters() -> None:
    assert "else" in search_texts([["Noelse"]])[0]


def test_a_phone_number_is_found_without_its_spaces() -> None:
    assert "91827364" in search_texts([["Kari", "918 27 364"]])[0]


def test_markup_in_a_name_is_shown_as_text(qapp: QApplication) -> None:
    label = plain_label("Hei <b>Kari</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() > plain_label("Hei Kari").sizeHint().width()


def test_long_text_is_cut_to_one_line() -> None:
    assert one_line("a\nb   c") == "a b c"
    assert len(one_line("x" * 500)) == 120


@given(st.lists(st.lists(st.text(max_size=8), max_size=3), max_size=4))
def test_each_row_is_searched_in_its_own_text(rows: list[list[str]]) -> None:
    assert search_texts(rows) == [search_texts([row])[0] for row in rows]


@pytest.mark.parametrize("language", ["nb", "nn", "da"])
def test_names_are_offered_in_the_alphabet_of_the_language_and_nobody_is_no_choice(
    language: str,
) -> None:
    names = by_name(["Åse", "Aasta", "", "Ørnes", "Zahra", "Åse"], sort_key(language))
    assert [name for _key, name in names][:2] == ["Zahra", "Ørnes"]
    assert {key for key, _name in names} == {"Åse", "Aasta", "Ørnes", "Zahra"}
