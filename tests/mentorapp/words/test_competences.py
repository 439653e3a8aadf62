from dataclasses import replace

import pytest

from mentorapp.domain.competences import GapKind
from mentorapp.domain.fits import Fit, Trade, Work, fit
from mentorapp.domain.languages import Level
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.competences import say_asked, say_fit, say_gap, say_work
from tests.mentorapp.domain.test_competences import a_card
from tests.mentorapp.domain.test_fits import a_demand, somebody


def crane() -> Fit:
    found = fit(somebody(), a_demand())
    assert found is not None
    return found


def test_the_crane_operator_needs_one_level_more_for_the_radio() -> None:
    assert say_fit(Words("en"), crane()) == (
        "knows the trade and wishes it; has kranførerbevis; needs B1, has A2 – for radio"
    )
    assert say_fit(Words("nb"), crane()) == (
        "kan faget og ønsker det; har kranførerbevis; trenger B1, har A2 – til radio"
    )


def test_what_is_missing_is_told_and_so_is_what_is_enough() -> None:
    found = replace(
        crane(),
        level=Level.NATIVE,
        held=(),
        missing_licences=("C",),
        missing_skills=("radio",),
        to_see_to=(GapKind.RECOGNITION,),
    )

    assert say_fit(Words("en"), found) == (
        "knows the trade and wishes it; the language is enough (mother tongue); lacks C and radio; "
        "to see to: recognition of education"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", Trade)
@pytest.mark.parametrize("level", [None, Level.A1, Level.NATIVE])
def test_every_fit_is_a_sentence_in_every_language(
    trade: Trade, level: Level | None, language: str
) -> None:
    said = say_fit(Words(language), replace(crane(), trade=trade, level=level))

    assert "%(" not in said
    assert said


def test_an_unknown_level_is_told_as_unknown() -> None:
    assert "the level is not registered" in say_fit(Words("en"), replace(crane(), level=None))


def test_own_words_for_an_occupation_go_before_the_name_of_its_group() -> None:
    words = Words("en")

    assert say_work(words, Work(group="crane_machine", words="Kranfører")) == "Kranfører"
    assert say_work(words, Work(group="crane_machine")) == "Crane and plant operation"
    assert say_work(words, Work(group="no longer there")) == ""


def test_a_gap_in_the_language_tells_how_much_and_what_for() -> None:
    card = a_card(needed_level=Level.B1, gap_note="the radio")
    words = Words("en")

    assert say_gap(words, GapKind.LANGUAGE, card, Level.A2) == (
        "language level: needs B1, has A2 – for the radio"
    )
    assert say_gap(words, GapKind.LANGUAGE, a_card(), None) == "language level"
    assert say_gap(words, GapKind.NETWORK, card, None) == "network in the trade"


def test_what_a_demand_asks_for_stands_in_one_line() -> None:
    words = Words("en")

    assert say_asked(words, a_demand()) == "kranførerbevis; language B1 – for radio"
    assert say_asked(words, a_demand(certificates=(), level=None)) == ""
