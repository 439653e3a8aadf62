"""Letters in the languages of newcomers: nothing of another language in them, two columns."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from typing import Any

import pytest

from mentorapp.domain.absences import StandIn
from mentorapp.domain.availability import DayPart, Slot, Weekday
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Side
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.reference.languages import languages
from mentorapp.reference.word_lists import WordLists
from mentorapp.reports.letter_examples import example_letter
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_sets import shipped, shipped_texts
from mentorapp.reports.letter_story import story_of
from mentorapp.reports.letter_values import PairingLetter
from mentorapp.reports.letters import print_letters
from mentorapp.reports.letters_to_people import PersonLetter
from mentorapp.reports.side_by_side import NOTE_TO_READER
from mentorapp.reports.templates import _parts, placeholders
from mentorapp.words import Words
from mentorapp.words.letter_languages import LETTER_LANGUAGES, LetterWords, letter_words

DAY = date(2026, 11, 27)
TEXTS = sorted(key for key in shipped_texts() if key[1] in LETTER_LANGUAGES)
KINDS = sorted({kind for kind, _language, _set in TEXTS})
#: In the window of an envelope, in millimetres.
WINDOW = (120, 30, 80)


class Untranslated(NullTranslations):
    """Fails on every message that the catalogue lacks."""

    def gettext(self, message: str) -> str:
        raise AssertionError(f"not translated: {message!r}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise AssertionError(f"not translated: {msgid1!r}, {msgid2!r}, {n}")


def strict_words(language: str) -> Words:
    words = letter_words(language)
    if isinstance(words, LetterWords):
        words._catalogue.add_fallback(Untranslated())
    return words


def office(**changes: Any) -> Office:
    return replace(
        Office(
            name="Kontoret",
            municipality="Bodø",
            address="Storgata 1",
            phone="+4775550000",
            coordinators=("Mona Berg",),
            is_example=True,
        ),
        **changes,
    )


def letter_in(language: str, kind: LetterKind, *, beside: bool = True) -> Letter:
    made = example_letter(
        kind, office(), language, shipped(language, "standard", kind), DAY, to_newcomer=True
    )
    other = ("nb", shipped("nb", "standard", kind)) if beside else None
    return replace(made, beside=other)


def variants(letter: Letter) -> Iterator[Letter]:
    """All that can be said in a letter of this kind."""
    yield letter
    for away in (StandIn("Per", None), StandIn("", DAY), StandIn("Per", DAY)):
        yield replace(letter, away=away)
    if isinstance(letter, PersonLetter):
        bare = replace(letter.half.person, birth_year=DAY.year - 16)
        for days in (None, 8, 50, 70, 200, 400):
            yield replace(
                letter,
                schemes=standard_schemes(),
                usual_wait=days,
                half=replace(letter.half, person=bare, details=None),
            )
        yield replace(letter, schemes=())
    if isinstance(letter, PairingLetter):
        yield from _pairs(letter)


def _pairs(letter: PairingLetter) -> Iterator[Letter]:
    reasons = (
        Reason(ReasonKind.COMMON_LANGUAGE, ("no:B1",)),
        Reason(ReasonKind.SIMILAR_AGE),
        Reason(ReasonKind.BOTH_WITH_CHILDREN),
        Reason(ReasonKind.SAME_OCCUPATION, ("cook",)),
        *(
            Reason(ReasonKind.COMMON_TIMES, (str(Slot(day, part)),))
            for day in Weekday
            for part in DayPart
        ),
    )
    known = frozenset(Spoken("no", level) for level in Level)
    for at, scheme in enumerate(standard_schemes()):
        yield replace(
            letter,
            scheme=replace(scheme, meetings_per_month=at + 1),
            pairing=replace(letter.pairing, reasons=reasons, start_meeting_place=""),
            mentor=replace(
                letter.mentor,
                person=replace(letter.mentor.person, languages=known),
                side=Side.HOUSEHOLD,
                family=("Ola", "Per", "Åse"),
            ),
            newcomer=replace(letter.newcomer, side=Side.HOUSEHOLD),
            interpreter_language="prs",
        )
    for kind in FollowUpKind:
        yield replace(
            letter,
            follow_ups=(FollowUp(pairing_id=letter.pairing.id, due=DAY, kind=kind),),
            pairing=replace(letter.pairing, start_meeting_at=None),
        )


def hidden(letter: Letter) -> Letter:
    assert isinstance(letter, PairingLetter)
    return replace(
        letter,
        mentor=replace(letter.mentor, protection=Protection.STRICT),
        newcomer=replace(letter.newcomer, protection=Protection.STRICT),
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_nothing_in_a_letter_is_left_in_another_language(kind: LetterKind, language: str) -> None:
    letter = letter_in(language, kind, beside=False)
    print_letters([letter], strict_words)
    for one in variants(letter):
        story_of(one, strict_words)
    story_of(letter_in(language, kind), strict_words)


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_every_word_that_people_may_choose_has_a_name(language: str) -> None:
    words = strict_words(language)
    lists = WordLists()
    for entry in (*lists.interests.values(), *lists.occupations.values(), *languages().values()):
        assert words.name_of(entry)
    for scheme in standard_schemes():
        for texts in (scheme.names, scheme.mentor_titles, scheme.newcomer_titles):
            assert words.of(texts)


@pytest.mark.parametrize(("kind", "language", "letter_set"), TEXTS)
def test_a_text_is_built_as_the_one_in_bokmal(
    kind: LetterKind, language: str, letter_set: str
) -> None:
    def built(text: str) -> list[Any]:
        return [
            (
                part.kind,
                part.condition,
                part.wanted,
                part.number,
                part.goes_on,
                placeholders(part.text),
            )
            for part in _parts(text)
        ]

    ours = shipped(language, letter_set, kind.value)
    assert built(ours) == built(shipped("nb", letter_set, kind.value))


def test_days_are_told_with_the_digits_that_both_can_read() -> None:
    said = {one: letter_words(one).weekday_date(DAY) for one in LETTER_LANGUAGES}

    assert said["uk"] == "пʼятниця, 27 листопада 2026"
    assert said["ar"] == "الجمعة 27 نوفمبر/تشرين الثاني 2026"
    assert said["prs"] == "جمعه 27 نومبر 2026"
    assert said["ti"] == "ዓርቢ 27 ሕዳር 2026"
    assert said["so"] == "Jimco, 27 Noofeembar 2026"
    assert said["pl"] == "piątek, 27 listopada 2026"


def test_an_offices_own_name_of_a_scheme_is_not_replaced() -> None:
    words = letter_words("uk")

    assert words.of({"nb": "Nabo", "en": "Neighbour"}) == "Nabo"
    assert words.of({"nb": "Nabo", "uk": "Сусід"}) == "Сусід"
    assert words.of({"nb": "Fadder", "en": "Buddy"}) == "Друг-помічник"


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_both_languages_stand_on_the_page_each_on_its_side(
    language: str, boxes_of: Callable[[bytes, int], list[Any]]
) -> None:
    made = print_letters([letter_in(language, LetterKind.PAIRING_NEWCOMER)], letter_words)
    from_right = language in ("ar", "prs")

    below = [one for one in boxes_of(made.pdf, 0) if 105 < one.top < 280]
    norwegian = [one for one in below if (one.right < 92 if from_right else one.left > 118)]
    theirs = [one for one in below if one not in norwegian]
    assert "Det kommer en tolk" in " ".join("".join(one.text for one in norwegian).split()) or any(
        one.text == "D" for one in norwegian
    )
    assert len(theirs) > 100
    assert min(one.left for one in below) > 19
    assert max(one.right for one in below) < 191
    assert letter_words(language).text(NOTE_TO_READER) in made.texts[0]
    assert "Det kommer en tolk." in made.texts[0]


def test_nothing_but_the_address_gets_into_the_window(
    boxes_of: Callable[[bytes, int], list[Any]],
) -> None:
    for language in LETTER_LANGUAGES:
        letter = hidden(letter_in(language, LetterKind.PAIRING_NEWCOMER))
        boxes = boxes_of(print_letters([letter], letter_words).pdf, 0)
        right, top, bottom = WINDOW

        assert [
            one.text for one in boxes if one.left < right and one.bottom > top and one.top < bottom
        ] == []


def test_of_the_protected_neither_column_tells_a_place(
    pages_of: Callable[[bytes], list[str]],
) -> None:
    for kind in KINDS:
        for language in ("ar", "uk"):
            letter = letter_in(language, kind)
            if isinstance(letter, PairingLetter):
                made = print_letters([hidden(letter)], letter_words)
                said = made.texts[0] + " ".join(pages_of(made.pdf)[1:])
                assert "Storgata" not in said
                assert "Bor i" not in said


def test_where_an_office_changed_its_own_text_headings_still_stand_beside_each_other() -> None:
    letter = letter_in("uk", LetterKind.PAIRING_NEWCOMER)
    assert letter.beside is not None
    own = "# Kort\n\nHei.\n\n## En\n\nEn to tre.\n\nFire.\n\n## To\n\n" + "Langt. " * 900

    made = print_letters([replace(letter, beside=("nb", own))], letter_words)

    assert made.texts[0].count("Langt.") == 900
