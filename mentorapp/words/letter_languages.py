"""What letters to newcomers say in their own languages, and nothing else of the program.

The window and the reports speak ``LANGUAGES``; these have a catalogue of their own,
``translations/LANGUAGE/LC_MESSAGES/letters.po``, with the messages that such letters use. Days and
telephone numbers keep Western digits, so that the reader and whoever helps can both read them.
"""

import datetime as dt
import gettext
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from mentorapp.domain.schemes import in_language
from mentorapp.words import Named, Words

if TYPE_CHECKING:
    from mentorapp.reference.word_lists import WordLists

#: In the order in which they are offered.
LETTER_LANGUAGES = ("uk", "ar", "prs", "ti", "so", "pl")

#: Dari: the Gregorian months as they are called in Afghanistan.
_LOCALES = {"uk": "uk", "ar": "ar", "prs": "fa_AF", "ti": "ti_ER", "so": "so", "pl": "pl"}
_COMMAS = {"ar": "، ", "prs": "، ", "ti": "፣ "}
#: The day before the month, which not all of these have in Babel.
_LONG, _FULL = "d MMMM y", "EEEE, d MMMM y"
_WITHOUT_COMMA = "EEEE d MMMM y"
#: Arabic has two sets of names for the months; papers for readers of all countries give both.
_LEVANTINE = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)


class LetterWords(Words):
    """Texts, dates and names in a language that only letters speak."""

    def __init__(self, language: str, lists: "WordLists | None" = None) -> None:
        super().__init__("en", lists)
        self.language = language
        folder = Path(resources.__file__).parent / "translations"
        self._catalogue = gettext.translation("letters", folder, [language])
        self.comma = _COMMAS.get(language, ", ")

    def date_long(self, day: dt.date) -> str:
        """For letters: 27 листопада 2026."""
        return self._said(day, _LONG)

    def weekday_date(self, day: dt.date) -> str:
        """With the weekday, for appointments."""
        return self._said(day, _WITHOUT_COMMA if self.comma != ", " else _FULL)

    def name_of(self, entry: Named) -> str:
        """A word that ships is in the catalogue; the office's own comes as the office wrote it."""
        english = entry.name("en")
        said = self.text(english)
        return said if said != english else entry.name(self.language)

    def of(self, texts: Mapping[str, str], otherwise: str = "") -> str:
        """The office's own, else ours for what the office has not renamed, else the office's in
        Norwegian: a name in English helps nobody here.
        """
        given, english = texts.get(self.language), texts.get("en", "")
        said = self.text(english)
        return given or (said if said != english else in_language(texts, "nb", otherwise))

    def _said(self, day: dt.date, pattern: str) -> str:
        from babel.dates import format_date

        said = format_date(day, pattern, locale=self.locale)
        if self.language != "ar":
            return said
        name = format_date(day, "MMMM", locale=self.locale)
        return said.replace(name, f"{name}/{_LEVANTINE[day.month - 1]}")

    @cached_property
    def locale(self) -> str:
        """The Babel locale."""
        return _LOCALES[self.language]


def letter_words(language: str, lists: "WordLists | None" = None) -> Words:
    """The words for a letter in any language that letters come in."""
    return LetterWords(language, lists) if language in LETTER_LANGUAGES else Words(language, lists)
