import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.finding import Place
from mentorapp.domain.haystack import Haystack, Texts, typed_words
from mentorapp.domain.text import plain_fold

PEOPLE = [
    Texts("Åse Nordmann", 10018, ("Åsa", "", "91827364", "4791827364")),
    Texts("Øyvind Moeller", 10026, ("", "", "20123456", "4520123456")),
    Texts("Ægir Al-Rashid", 10034, ("", "أحمد الراشد", "46701234567")),
    Texts("Kåre O'Brien", 100198),
    Texts("Nora Åsnes", 10042),
    Texts("Ole Brandnor", 10050),
    Texts("علی\u200cرضا Karimi", 10067),
]


def found(text: str, most: int = 8) -> list[str]:
    return [PEOPLE[row].title for _place, row in Haystack(PEOPLE).best(typed_words(text), most)]


@pytest.mark.parametrize("typed", ["Åse", "aase", "ase", "ÅSE", "nordm", "åsa", "ase nord"])
def test_a_name_is_found_however_its_letters_are_typed(typed: str) -> None:
    assert found(typed)[0] == "Åse Nordmann"


@pytest.mark.parametrize("typed", ["øyvind", "oyvind", "oeyvind", "møller", "moller", "moeller"])
def test_o_with_a_stroke_is_found_in_all_its_spellings(typed: str) -> None:
    assert found(typed) == ["Øyvind Moeller"]


@pytest.mark.parametrize("typed", ["ægir", "aegir", "rashid", "al-rashid", "rash ægi", "أحمد"])
def test_parts_of_a_double_name_and_names_in_their_own_script_are_found(typed: str) -> None:
    assert found(typed) == ["Ægir Al-Rashid"]


def test_of_a_page_pasted_by_mistake_the_beginning_is_searched_for() -> None:
    assert typed_words("åse nordmann " * 10_000) == typed_words("åse nordmann " * 100)
    assert found("åse nordmann " * 10_000) == ["Åse Nordmann"]


def test_invisible_joiners_need_not_be_typed() -> None:
    assert found("علیرضا") == found("علی\u200cرضا") == ["علی\u200cرضا Karimi"]


@pytest.mark.parametrize(
    "typed", ["91827364", "918 27 364", "+47 918 27 364", "004791827364", "27 36", "(+47) 918-27"]
)
def test_a_telephone_is_found_with_any_blanks_with_and_without_its_country(typed: str) -> None:
    assert found(typed) == ["Åse Nordmann"]


def test_a_danish_telephone_is_found_from_home_and_from_abroad() -> None:
    assert found("20 12 34 56") == found("+45 2012 3456") == ["Øyvind Moeller"]


def test_a_number_typed_whole_comes_before_those_it_begins_or_stands_in() -> None:
    rows = [Texts("Kari", 100187), Texts("Ola", 31001), Texts("Åse", 10018), Texts("Per", 51001)]
    best = Haystack(rows).best(typed_words("10018"), 8)
    assert best == [(Place.WHOLE_NUMBER, 2), (Place.TITLE, 0)]


def test_part_of_a_number_is_enough_and_its_beginning_comes_first() -> None:
    assert found("1001")[:2] == ["Åse Nordmann", "Kåre O'Brien"]
    assert "Ole Brandnor" in found("0050")


def test_a_beginning_of_the_name_comes_before_that_of_another_word_and_before_a_middle() -> None:
    assert found("nor") == ["Nora Åsnes", "Åse Nordmann", "Ole Brandnor"]


def test_every_word_must_be_there_in_any_order() -> None:
    assert found("nordmann åse") == found("åse nordmann") == ["Åse Nordmann"]
    assert found("åse moeller") == []


def test_a_single_letter_is_looked_for_where_words_begin() -> None:
    assert found("k") == ["Kåre O'Brien", "علی\u200cرضا Karimi"]
    assert found("nora n") == ["Nora Åsnes"]  # the n of her name, twice


def test_nothing_typed_finds_nothing_and_signs_alone_neither() -> None:
    assert found("") == found("  ") == found("-") == found("%_*") == []


def test_the_best_of_thousands_are_the_same_as_the_first_of_all() -> None:
    rows = [Texts(f"{a}{b} {b}{a}") for a in "abcdefghijklmnopqrst" for b in "anordstilevm" * 9]
    many = Haystack(rows)
    for typed in ("a", "no", "an", "or", "a n", "no on", "ra", "q"):
        words = typed_words(typed)
        assert many.best(words, 5) == many.best(words, 10_000)[:5], typed


NAMES = st.text(st.sampled_from("aåeoøæ kKnN-'٠م你1 "), min_size=1, max_size=12)


@given(st.lists(NAMES, min_size=1, max_size=30), st.data())
def test_any_part_of_a_word_finds_its_row(names: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(names) - 1))
    words = [word for word in plain_fold(names[row]).replace("-", " ").split() if word.isalnum()]
    for word in words:
        if len(word) < 2:
            continue
        start = data.draw(st.integers(0, len(word) - 2))
        part = word[start : data.draw(st.integers(start + 2, len(word)))]
        best = Haystack([Texts(name) for name in names]).best(typed_words(part), len(names))
        assert row in {at for _place, at in best}, (names[row], part)
