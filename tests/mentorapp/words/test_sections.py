"""Every figure of every section has a name in every language."""

from datetime import date

import pytest

from mentorapp.domain.sections import Section
from mentorapp.domain.small_numbers import LEAST
from mentorapp.operations import Database
from mentorapp.operations.sections import GATHERERS
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.sections import FIGURES, HEADINGS, definition_of, name_of, section_name


@pytest.fixture
def told(database: Database) -> list[Section]:
    day = date(2026, 11, 23)
    with database.read() as tx:
        return [gather(tx, date(2026, 1, 1), day, day, LEAST) for gather in GATHERERS]


def keys(told: list[Section]) -> set[str]:
    figures = {one.key for each in told for one in each.figures}
    return figures | {one.key for each in told for one in each.breakdowns}


def test_every_section_and_figure_has_words_and_no_words_are_left_over(
    told: list[Section],
) -> None:
    assert {each.key for each in told} == set(HEADINGS)
    assert keys(told) == set(FIGURES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_definitions_are_said_in_every_language(
    told: list[Section], language: str
) -> None:
    words = Words(language)
    assert all(section_name(words, each.key) for each in told)
    for key in keys(told):
        assert name_of(words, key)
        said = definition_of(words, key)
        assert said == "" or said.endswith(".")


def test_an_office_without_data_has_no_sections(told: list[Section]) -> None:
    assert not any(each.has_data for each in told)
