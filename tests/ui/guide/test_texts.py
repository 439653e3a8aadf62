import re

import pytest

from ui.guide.texts import PAGES, PICTURES, guide, holding, picture, with_captions

EACH = pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])


@EACH
def test_every_page_has_a_title_of_its_own(language: str) -> None:
    titles = [page.title for page in guide(language)]
    assert all(titles)
    assert len(set(titles)) == len(PAGES)


@EACH
def test_links_lead_to_pages_of_the_guide_and_nowhere_else(language: str) -> None:
    for page in guide(language):
        links = re.findall(r"(?<!!)\[[^\]]*\]\((.*?)\)", page.text)
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


def test_each_picture_is_shown_with_words_for_whoever_does_not_see_it() -> None:
    def shown(language: str) -> list[list[tuple[str, str]]]:
        pages = guide(language)
        return [re.findall(r"!\[(.*?)\]\((.*?)\.png\)", page.text) for page in pages]

    ours, english = shown("nb"), shown("en")
    assert [[name for _words, name in page] for page in ours] == [
        [name for _words, name in page] for page in english
    ]
    for pages in (ours, english):
        assert {name for page in pages for _words, name in page} == set(PICTURES)
        assert all(len(words) > 20 for page in pages for words, _name in page)


@EACH
def test_every_picture_ships_and_all_together_stay_small(language: str) -> None:
    pictures = [picture(language, f"{name}.png") for name in PICTURES]
    assert all(one.startswith(b"\x89PNG") for one in pictures)
    assert sum(map(len, pictures)) < 750_000


@pytest.mark.parametrize("name", ["secret.png", "../nb/today.md", "", "/etc/passwd", "today.svg"])
def test_nothing_but_the_pictures_of_the_guide_is_read(name: str) -> None:
    assert picture("nb", name) == b""


def test_the_words_of_a_picture_stand_below_it_too() -> None:
    assert with_captions("![The page Today](today.png)\n\nMore") == (
        "![The page Today](today.png)\n\n*The page Today*\n\nMore"
    )
