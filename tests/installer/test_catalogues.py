"""The catalogues that ship: complete, with every placeholder, each in its own language."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog

from installer import translations
from mentorapp import words

LANGUAGES = [language for language in words.LANGUAGES if language != "en"]
_PLACEHOLDER = re.compile(r"%\([a-z_]+\)[a-z]|%%|%\d")
# Words of bokmål that nynorsk does not have, the commonest ones: a text taken over has one of them.
_BOKMAL = re.compile(
    r"\b(ikke|fra|jeg|et|en|noe|noen|hva|hvem|hvor|hvordan|hvorfor|hvis|bare|mer|uten|også|hver|"
    r"hvert|nå|ennå|fortsatt|siden|ble|gjør|sier|kommer|dem|deres|annen|annet|flere|selv|samme|"
    r"sammen|uke|uka|måneder|dager|personer|mentorer|mangler|gjelder|trenger|velg|åpne|vises|"
    r"lagret|slettet|endret|skrevet|navn|sted|stede|listen|filen|kobling|koblinger|nyankommen|"
    r"nyankomne|forening|husstand|innen|allerede|eksempel)\b",
    re.IGNORECASE,
)
_OTHERWISE = {"PDF-en", "PC-en"}
# And words of bokmål that Danish does not have.
_NORWEGIAN = re.compile(
    r"\b(å|noe|noen|mye|bare|ennå|fortsatt|etter|hva|meg|deg|seg|uke|uka|velg|åpne[st]|lagret|"
    r"møter?|møtet|språk\w*|avtale[rn]?|praksis\w*|kobling\w*|søk|opplysninger|oppfølging\w*|"
    r"opplæring\w*|utdanning\w*|arbeid|jobb\w*|barnepass|oppmøte|forfalt|utelatt|gjør|gjøre|sier|"
    r"spør|spørre|nettverk\w*|plass\w*|kveld|slik|framover|unna|uten|sluttet|skjema)\b",
    re.IGNORECASE,
)


@cache
def catalogue(language: str) -> Catalog:
    folder = translations.ROOT / "resources" / "translations" / language
    return translations.read(folder / "LC_MESSAGES" / "mentorapp.po")


def texts(language: str) -> list[tuple[tuple[str, ...], list[str]]]:
    """Each message with its translations."""
    return [
        ((message.id,) if isinstance(message.id, str) else tuple(message.id), strings)
        for message in catalogue(language)
        if message.id and any(strings := translations.strings_of(message))
    ]


def test_every_language_that_is_offered_has_every_message() -> None:
    code = translations.collected()
    paths = translations.catalogues()

    assert {path.parent.parent.name for path in paths} | {"en"} == set(words.LANGUAGES)
    assert [fault for path in paths for fault in translations.faults(path, code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_keeps_its_placeholders(language: str) -> None:
    def names(text: str) -> list[str]:
        return sorted(_PLACEHOLDER.findall(text))

    assert [
        said
        for ids, strings in texts(language)
        for said, original in zip(strings, (ids[0], ids[-1]), strict=False)
        if names(said) != names(original)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_keeps_what_its_place_asks_for(language: str) -> None:
    """An underlined letter, dots that announce a dialog, spaces that join it to what follows."""

    def marks(text: str) -> tuple[int, bool, int, int]:
        ends = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
        return text.count("&"), text.endswith("…"), *ends

    assert [
        strings[0] for ids, strings in texts(language) if marks(strings[0]) != marks(ids[0])
    ] == []


def foreign(text: str) -> list[str]:
    """The words of bokmål in a nynorsk text."""
    for word in _OTHERWISE:
        text = text.replace(word, "")
    return _BOKMAL.findall(re.sub(r"%\([a-z_]+\)[a-z]", "", text))


@pytest.mark.parametrize(
    ("language", "neighbour"), [("nn", _BOKMAL), ("da", _NORWEGIAN)], ids=["nn", "da"]
)
def test_no_text_has_words_of_bokmal(language: str, neighbour: re.Pattern[str]) -> None:
    def foreign(text: str) -> list[str]:
        for word in _OTHERWISE:
            text = text.replace(word, "")
        return neighbour.findall(re.sub(r"%\([a-z_]+\)[a-z]", "", text))

    assert [
        said for _ids, strings in texts(language) for said in strings if said and foreign(said)
    ] == []
