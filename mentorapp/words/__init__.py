"""Everything said to a user, in his language.

One gettext catalogue serves window, command line, letters and reports. English sentences are the
keys; ``Words`` is handed to whoever shows text, so that two languages can be used side by side
(a Bokmål window printing an English letter).
"""

import datetime as dt
import gettext
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import resources

if TYPE_CHECKING:
    from mentorapp.reference.word_lists import WordLists

#: Languages of the window, the command line and the reports, in the order they are offered.
LANGUAGES = ("nb", "nn", "da", "en")

_LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "da": "Dansk", "en": "English"}
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "da": "da_DK", "en": "en_GB"}


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a message that stands in a constant; it is translated where it is used."""
    return message


def language_name(language: str) -> str:
    """The language's own name, as a menu shows it."""
    return _LANGUAGE_NAMES.get(language, language)


class Named(Protocol):
    """An entry of a list with a name in each language."""

    def name(self, language: str) -> str:
        """What it is called."""


class Words:
    """Texts, dates and numbers in one language; an unknown language gives English.

    ``lists`` are the interests and occupations as the office that is open has them: whoever opens
    one, or changes its words, hands them in.
    """

    #: Between the parts of a list.
    comma = ", "

    def __init__(self, language: str, lists: "WordLists | None" = None) -> None:
        if lists is not None:
            self.lists = lists
        self.language = language if language in LANGUAGES else "en"
        folder = Path(resources.__file__).parent / "translations"
        self._catalogue = (
            gettext.NullTranslations()
            if self.language == "en"
            else gettext.translation("mentorapp", folder, [self.language])
        )

    def text(self, message: str) -> str:
        """The message in this language; callers write ``_ = words.text``."""
        return self._catalogue.gettext(message) if message else ""

    def plural(self, singular: str, plural: str, n: int) -> str:
        """The form for ``n``, with ``%(n)d`` already filled in."""
        return self._catalogue.ngettext(singular, plural, n) % {"n": n}

    def date(self, day: dt.date | None) -> str:
        """Short, for tables: 23.11.2026, in English 23 Nov 2026; a dash for no date."""
        if day is None:
            return "–"
        if self.language == "en":
            from babel.dates import format_date

            return format_date(day, "d MMM y", locale="en_GB")
        return f"{day:%d.%m.%Y}"

    def date_long(self, day: dt.date) -> str:
        """For letters: 23. november 2026."""
        return _date_in_words(day, "long", self.locale)

    def weekday_date(self, day: dt.date) -> str:
        """With the weekday, for appointments: mandag 23. november 2026."""
        return _date_in_words(day, "full", self.locale)

    def moment(self, at: dt.datetime) -> str:
        """Date and time of the wall clock: 23.11.2026 14:05."""
        return f"{self.date(at.date())} {at:%H:%M}"

    def number(self, value: float) -> str:
        """With the language's decimal sign and grouping; at most one decimal."""
        from babel.numbers import format_decimal

        return format_decimal(round(value, 1), locale=self.locale)

    def hours(self, minutes: int) -> str:
        """Minutes as hours with one decimal: 1,5."""
        return self.number(minutes / 60)

    def name_of(self, entry: Named) -> str:
        """What an interest, an occupation or a language is called."""
        return entry.name(self.language)

    def of(self, texts: Mapping[str, str], otherwise: str = "") -> str:
        """What the office has written in several languages, such as the name of a scheme."""
        from mentorapp.domain.schemes import in_language

        return in_language(texts, self.language, otherwise)

    def join(self, parts: list[str] | tuple[str, ...]) -> str:
        """A, B and C."""
        if len(parts) < 2:
            return "".join(parts)
        return self.text("%(first)s and %(last)s") % {
            "first": self.comma.join(parts[:-1]),
            "last": parts[-1],
        }

    @cached_property
    def lists(self) -> "WordLists":
        """Without an office what ships, which is not read for the first window."""
        from mentorapp.reference.word_lists import WordLists

        return WordLists()

    @cached_property
    def locale(self) -> str:
        """The Babel locale, such as nb_NO."""
        return _LOCALES[self.language]


@lru_cache(maxsize=1_000)
def _date_in_words(day: dt.date, form: str, locale: str) -> str:
    """The same few days stand in all letters of a run."""
    from babel.dates import format_date  # 30 ms, and only letters and reports need it

    return format_date(day, form, locale=locale)
