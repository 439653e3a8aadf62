import re

import pytest

from ui.guide.texts import PAGES, guide, holding

EACH = pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])


@EACH
def test_every_page_has_a_title_of_its_own(language: str) -> None:
    titles = [page.title for page in guide(language)]
    assert all(titles)
    assert len(set(titles)) == len(PAGES)


@EACH
def test_links_lead_to_pages_of_the_guide_and_nowhere_else(language: str) -> None:
    for page in guide(language):
        links = re.findall(r"\]\((.*?)\)", page.text)
        assert set(links) <= set(PAGES), page.key
        assert "http" not in page.text


def test_both_languages_have_the_same_headings_and_steps() -> None:
    def shape(text: str) -> list[str]:
        return re.findall(r"^(#+|\d\.|-) ", text, re.MULTILINE)

    for ours, english in zip(guide("nb"), guide("en"), strict=True):
        assert shape(ours.text) == shape(english.text), ours.key


def test_pages_are_found_by_words_however_their_letters_are_written() -> None:
    assert [page.key for page in holding(guide("nb"), "Fodselsnummer")] == ["registering"]
    assert holding(guide("nb"), "") == guide("nb")
    assert holding(guide("nb"), "zebra") == []
