import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.text import check_length, clean, folded, plain_fold, search_fold

#: Text as people paste it, with more accents and invisible characters than chance would bring.
texts = st.text() | st.text(st.sampled_from("aAåÅeéø\u0301\u030a\u00ad\u200d\u202e\u0000\tǿﬁ𝐀İ "))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Åse", "Aase"),
        ("Åse", "Ase"),
        ("ÅSE", "åse"),
        ("A\u030ase", "Åse"),
        ("Øyvind", "Oyvind"),
        ("Ægir", "Aegir"),
        ("Łukasz", "Lukasz"),
        ("Þór", "Thor"),
        ("Weiß", "WEISS"),
        ("José", "jose"),
        ("Ǿrsted", "Orsted"),
        ("ﬁsk", "fisk"),
        ("Iğdır", "igdir"),
        ("Олексій", "олексіи"),
    ],
)
def test_a_search_takes_both_ways_of_writing_for_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Ali", "Ole"), ("محمد", "أحمد"), ("Bo", "Bø2")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(texts)
def test_folding_never_fails_and_folding_again_changes_nothing(text: str) -> None:
    for fold in (plain_fold, folded, search_fold):
        assert fold(fold(text)) == fold(text)


def test_search_forgives_the_letters_a_keyboard_lacks() -> None:
    assert search_fold("Åse") == search_fold("Aase") == search_fold("ase") == "ase"
    assert search_fold("Møller") == search_fold("Moeller") == search_fold("MOLLER")
    assert search_fold("Sætre") == search_fold("Saetre")
    assert search_fold("Šimůnek Łukasz") == "simunek lukasz"


@given(texts)
def test_cleaning_never_fails_and_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(texts)
def test_clean_text_is_composed_and_holds_nothing_invisible(text: str) -> None:
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    assert {c for c in cleaned if unicodedata.category(c)[0] == "C"} <= set("\n\t\u200c\u200d")


def test_joiners_of_persian_names_stay_and_overrides_of_direction_go() -> None:
    assert clean("علی\u200cرضا") == "علی\u200cرضا"
    assert clean("Kari\u202eirak") == "Kariirak"
    assert clean("Kari\x00 Nord\u00admann\ufeff") == "Kari Nordmann"


def test_a_text_of_just_the_limit_passes_and_one_more_does_not() -> None:
    check_length("notes", "å" * 40, 40)

    with pytest.raises(InvalidField) as refused:
        check_length("notes", "å" * 41, 40)

    assert (refused.value.field, refused.value.problem) == ("notes", Problem.TOO_LONG)
    assert refused.value.limit == "40"
