from dataclasses import replace

import pytest

from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.languages import LetterLanguage, Level, Spoken
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.spoken import languages, letter_language, local_level, one_language


def written(found: object) -> set[str]:
    value = found.value if isinstance(found, Partly) else found
    assert isinstance(value, frozenset)
    return {str(one) for one in value}


@pytest.mark.parametrize(
    ("cell", "spoken"),
    [
        ("norsk, arabisk og litt engelsk", {"no:B2", "ar:B2", "en:A2"}),
        ("Norwegian (B1), Dari - mother tongue", {"no:B1", "prs:native"}),
        ("arabisk (morsmål), norsk A2-B1", {"ar:native", "no:A2"}),
        ("norsk, B1, arabisk, morsmål", {"no:B1", "ar:native"}),
        ("norsk morsmål; engelsk veldig godt", {"no:native", "en:C1"}),
        ("norsk engelsk arabisk", {"no:B2", "en:B2", "ar:B2"}),
        ("arabisk/engelsk flytende", {"ar:B2", "en:C1"}),
        ("Dansk: godt; tysk: begynder", {"da:B2", "de:A1"}),
        ("engelsk B1, engelsk C1", {"en:C1"}),
    ],
)
def test_languages_and_levels_are_taken_apart(
    cell: str, spoken: set[str], context: Context
) -> None:
    assert written(languages(cell, context)) == spoken


def test_a_level_that_nobody_gave_is_a_remark(context: Context) -> None:
    found = languages("norsk B1, engelsk", context)
    assert isinstance(found, Partly)
    assert found.reason is NoteReason.LEVEL_ASSUMED
    assert languages("norsk B1", context) == frozenset({Spoken("no", Level.B1)})


def test_a_column_of_mother_tongues_says_the_level(context: Context) -> None:
    mother_tongue = replace(context, heading="morsmal")
    assert languages("Tigrinja", mother_tongue) == frozenset({Spoken("ti", Level.NATIVE)})


def test_an_unknown_language_is_left_over_and_the_others_are_kept(context: Context) -> None:
    found = languages("norsk godt, klingon", context)
    assert found == Partly(frozenset({Spoken("no", Level.B2)}), ("klingon",))
    assert languages("klingon", context) == Partly(None, ("klingon",))


def test_the_local_level_is_of_the_country(context: Context) -> None:
    assert local_level("B1", context) == frozenset({Spoken("no", Level.B1)})
    danish = replace(context, country="DK")
    assert local_level("Begynder", danish) == frozenset({Spoken("da", Level.A1)})
    assert local_level("modul 3", context) == Unreadable(Reason.NOT_ONE_OF)


def test_letters_are_written_in_the_languages_there_are(context: Context) -> None:
    assert letter_language("Norsk", context) is LetterLanguage.NB
    assert letter_language("nynorsk", context) is LetterLanguage.NN
    assert letter_language("ukrainsk", context) is LetterLanguage.UK
    assert letter_language("latin", context) == Unreadable(Reason.NOT_ONE_OF)
    assert one_language("arabisk", context) == "ar"
