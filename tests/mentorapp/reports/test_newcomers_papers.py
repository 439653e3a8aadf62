"""Whatever a newcomer can get, in each of the six languages: all of it there, told, read back."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from unicodedata import category, name, normalize

import pypdfium2
import pytest

from mentorapp.domain.letters import READERS, STANDARD_SET, LetterKind, Reader
from mentorapp.domain.questionnaires import MOMENTS, Respondent
from mentorapp.operations.letter_texts import Texts
from mentorapp.reports.invitations import KIND, InvitationLetter, invitation_letters
from mentorapp.reports.letter_examples import example_letter
from mentorapp.reports.letter_layouts import layout_of
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.letters import print_letters
from mentorapp.reports.questionnaire import Sheet, questionnaires_pdf
from mentorapp.reports.templates import _parts, placeholders
from mentorapp.words.letter_languages import LETTER_LANGUAGES
from mentorapp.words.questionnaires import wording
from tests.factories import an_event
from tests.mentorapp.reports.test_newcomers_languages import DAY, office, strict_words
from tests.tagged_pdf import Part, TaggedPdf

TO_NEWCOMERS = [kind for kind in LetterKind if Reader.NEWCOMER in READERS[kind]]
#: Letters that only one of the languages is written with.
_SCRIPTS = {"uk": "CYRILLIC", "ar": "ARABIC", "prs": "ARABIC", "ti": "ETHIOPIC"}


def letters_in(language: str, beside: str) -> list[Any]:
    """Every kind that a newcomer gets; with an Arabic name, and a mentor who gives no phone."""
    made = []
    for kind in TO_NEWCOMERS:
        text = shipped(language, STANDARD_SET, kind.value)
        one = example_letter(kind, office(), language, text, DAY, to_newcomer=True)
        if isinstance(one, PairingLetter):
            person = replace(one.newcomer.person, given_name="أمينة", family_name="عبد الرحمن")
            one = replace(
                one,
                newcomer=replace(one.newcomer, person=person),
                mentor=replace(one.mentor, details=None),
                interpreter_language="ar",
            )
        theirs = shipped(beside, STANDARD_SET, kind.value)
        made.append(replace(one, beside=(beside, theirs) if beside else None))
    return made


def invitations_in(language: str, beside: str) -> Iterator[InvitationLetter]:
    """With all that an invitation can say, and with as little as it can."""
    half: Half = letters_in(language, "")[0].half
    for told in (True, False):
        yield InvitationLetter(
            language=language,
            beside=beside,
            written_on=DAY,
            office=office(),
            event=an_event(
                childcare=told,
                seats=20 if told else 0,
                place="Biblioteket" if told else "",
                description="Ta med ullklær." if told else "",
            ),
            organiser="Røde Kors" if told else "",
            name="Amina",
            number=10015,
            half=half if told else None,
        )


@cache
def papers(language: str, beside: str) -> tuple[bytes, ...]:
    """Letters, questionnaires among them, and invitations."""
    return (
        print_letters(letters_in(language, beside), strict_words).pdf,
        invitation_letters(list(invitations_in(language, beside)), strict_words),
    )


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_all_that_a_newcomer_gets_comes_in_his_language(language: str) -> None:
    texts = Texts({})
    assert len(TO_NEWCOMERS) == 10
    for kind in TO_NEWCOMERS:
        got, text = texts.best(kind, language, "nb", STANDARD_SET)
        assert (got, bool(text)) == (language, True), kind
        assert texts.beside(kind, language, text, "nb", STANDARD_SET) is not None
    assert shipped(language, STANDARD_SET, KIND)


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_nothing_of_a_questionnaire_is_left_in_another_language(language: str) -> None:
    for moment in MOMENTS.values():
        assert "\n\n" in wording(strict_words(language), moment)
    sheets = [
        (Sheet(30015, who, moment), strict_words(language), None)
        for who in Respondent
        for moment in MOMENTS.values()
    ]
    assert len(pypdfium2.PdfDocument(questionnaires_pdf(sheets, office()))) == len(sheets)


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_an_invitation_to_an_event_is_built_as_the_one_in_bokmal(language: str) -> None:
    def built(text: str) -> list[Any]:
        return [
            (one.kind, one.condition, one.wanted, one.goes_on, placeholders(one.text))
            for one in _parts(text)
        ]

    assert built(shipped(language, STANDARD_SET, KIND)) == built(shipped("nb", STANDARD_SET, KIND))


@pytest.mark.parametrize("language", ["ar", "so"])
def test_the_slip_of_an_invitation_stands_on_the_page_of_who_signs(language: str) -> None:
    assert len(pypdfium2.PdfDocument(papers(language, "")[1])) == 2
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(papers(language, "nb")[1])]
    said = [words_of(page.get_text_range()) for page in pages]
    (slip,), (_kind, greeting) = words_of("Svarslipp"), words_of("Vennlig hilsen")
    assert sum(slip in one for one in said) == 2
    assert [slip in one for one in said] == [greeting in one for one in said]


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_each_passage_is_tagged_with_the_language_it_is_in(language: str) -> None:
    for pdf in papers(language, "nb"):
        paper = TaggedPdf(pdf)
        spoken = list(languages_of(paper.document, str(paper.pdf.Root.Lang)))
        assert {told for told, _text in spoken} == {language, "nb-NO"}
        script = _SCRIPTS.get(language)
        if script is None:
            continue
        for told, text in spoken:
            letters = {one for one in text if script in name(one, "")}
            if told == language:
                continue
            # Names and the word for a number stand in the office's own passages as they are.
            assert len(letters) <= len("أمينة عبد الرحمن"), text


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_what_is_printed_is_read_back_word_for_word(language: str) -> None:
    letters = letters_in(language, "")
    file = print_letters(letters, strict_words)
    document = pypdfium2.PdfDocument(file.pdf)
    read = Counter(
        word for page in document for word in words_of(page.get_textpage().get_text_range())
    )
    written = Counter(
        word
        for letter, text in zip(letters, file.texts, strict=True)
        if layout_of(letter.kind).has_text
        for word in words_of(text)
    )
    assert written - read == Counter()
    for moment in MOMENTS.values():
        asked = wording(strict_words(language), moment).split("\n\n")[1]
        asked = asked.replace("%(office)s", "").replace("–500", "")  # no box has so high a number
        assert set(words_of(asked)) - set(read) == set()


def languages_of(part: Part, above: str) -> Iterator[tuple[str, str]]:
    told = part.language or above
    if part.text.strip():
        yield told, part.text
    for one in part.parts:
        yield from languages_of(one, told)


def words_of(text: str) -> list[str]:
    """Each by its letters in the order of the alphabet, without what stands around it: where Latin
    and Arabic share a line, readers differ in what they take for its beginning.
    """
    text = normalize("NFKC", text)
    letters = (one if category(one)[0] in "LMN" else " " for one in text if category(one) != "Cf")
    return ["".join(sorted(word)) for word in "".join(letters).split()]
