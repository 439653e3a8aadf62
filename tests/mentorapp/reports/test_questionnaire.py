from io import BytesIO
from itertools import combinations

import pypdfium2
import pytest
from pypdf import PdfReader

from mentorapp.domain.questionnaires import Moment, Respondent, asked
from mentorapp.reports.qr import squares
from mentorapp.reports.questionnaire import (
    HEIGHT,
    WIDTH,
    Page,
    Sheet,
    questionnaires_pdf,
)
from mentorapp.reports.questionnaire_pieces import Piece
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.letter_languages import LETTER_LANGUAGES, letter_words
from mentorapp.words.questionnaires import question
from tests.factories import an_office
from tests.qr_reading import read_back

NUMBER = 30015
EVERY = [(who, when) for who in Respondent for when in Moment]


class LongWords(Words):
    """A language that takes half as much room again."""

    def text(self, message: str) -> str:
        return " ".join([message, *message.split()[: len(message.split()) // 2]])


class FromTheRight(Words):
    def __init__(self) -> None:
        super().__init__("en")
        self.language = "ar"

    def text(self, message: str) -> str:
        if "%" in message:
            return f"م{message}"
        return "".join("م" if letter.isalpha() else letter for letter in message)


def page(words: Words, who: Respondent, when: Moment, beside: Words | None = None) -> Page:
    return Page(Sheet(NUMBER, who, when), an_office(), words, beside)


def overlap(one: Piece, other: Piece) -> bool:
    return (
        one.left < other.left + other.width - 0.01
        and other.left < one.left + one.width - 0.01
        and one.top < other.bottom - 0.01
        and other.top < one.bottom - 0.01
    )


@pytest.mark.parametrize(("who", "when"), EVERY)
def test_everything_has_its_place_on_one_page(who: Respondent, when: Moment) -> None:
    nb = Words("nb")
    every: list[tuple[Words, Words | None]] = [
        *((words, None) for words in (*map(Words, LANGUAGES), LongWords("en"), FromTheRight())),
        *((letter_words(one), None) for one in LETTER_LANGUAGES),
        *((letter_words(one), nb) for one in LETTER_LANGUAGES),
    ]
    for words, beside in every:
        pieces = page(words, who, when, beside).pieces
        assert all(one.left >= 0 and one.left + one.width <= WIDTH + 0.01 for one in pieces), (
            words.language
        )
        assert all(one.top >= 0 and one.bottom <= HEIGHT for one in pieces), words.language
        assert [pair for pair in combinations(pieces, 2) if overlap(*pair)] == []


def test_from_the_right_everything_changes_sides() -> None:
    who, when = Respondent.NEWCOMER, Moment.START
    assert page(FromTheRight(), who, when).from_right
    assert not page(Words("en"), who, when).from_right
    title, *_rest = page(FromTheRight(), who, when).pieces
    assert title.left + title.width == WIDTH


def test_the_page_has_number_half_and_moment_in_plain_and_nobodys_name() -> None:
    sheets = [(Sheet(NUMBER, who, when), Words("nb"), None) for who, when in EVERY]
    reader = PdfReader(BytesIO(questionnaires_pdf(sheets, an_office())))
    assert len(reader.pages) == len(EVERY)
    texts = [one.extract_text() for one in reader.pages]
    for text, letter, digit in zip(texts, "MMMNNN", "123123", strict=True):
        assert f"30015-{letter}{digit}" in text
        assert "Side 1 av 1" in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Hva synes du?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_stands_on_the_paper_of_whoever_is_asked(language: str) -> None:
    words = Words(language)
    for who, when in EVERY:
        pdf = questionnaires_pdf([(Sheet(NUMBER, who, when), words, None)], an_office())
        said = " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
        assert all(question(words, one.item) in said for one in asked(who, when))


def test_the_same_page_is_the_same_file() -> None:
    sheets = [(Sheet(NUMBER, Respondent.MENTOR, Moment.START), Words("da"), None)]
    assert questionnaires_pdf(sheets, an_office()) == questionnaires_pdf(sheets, an_office())


def test_the_qr_code_is_read_from_the_page() -> None:
    sheets = [(Sheet(NUMBER, Respondent.NEWCOMER, Moment.MIDWAY), Words("en"), None)]
    document = pypdfium2.PdfDocument(questionnaires_pdf(sheets, an_office()))
    image = document[0].render(scale=8).to_pil().convert("L")
    rows = squares("30015-N2")
    one = 24 / (len(rows) + 8)  # mm
    dots = 8 * 72 / 25.4
    left, top = (210 - 20 - 24 + 4 * one) * dots, (15 + 4 * one) * dots
    seen = [
        [
            image.getpixel(
                (round(left + (x + 0.5) * one * dots), round(top + (y + 0.5) * one * dots))
            )
            < 128
            for x in range(len(rows))
        ]
        for y in range(len(rows))
    ]
    assert read_back(seen) == "30015-N2"


def test_the_code_is_read_from_the_left_in_every_language() -> None:
    sheets: list[tuple[Sheet, Words, Words | None]] = [
        (Sheet(NUMBER, Respondent.NEWCOMER, Moment.START), FromTheRight(), None)
    ]
    reader = PdfReader(BytesIO(questionnaires_pdf(sheets, an_office())))
    assert "30015-N1" in reader.pages[0].extract_text()
