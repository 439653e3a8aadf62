"""The last line of an address that goes abroad."""

from functools import cache

from mentorapp.words import Words

#: Where letters go as they go at home.
_POST_OF = {"SJ": "NO", "AX": "FI"}


@cache
def abroad(country: str, home: str, language: str) -> str:
    """The country's name in capitals, as post offices ask for, in the language of the office whose
    post sorts it; empty for a letter within the country.
    """
    if _POST_OF.get(country, country) == _POST_OF.get(home, home):
        return ""
    return country_name(country, language).upper()


@cache
def country_name(country: str, language: str) -> str:
    """What a country is called; the code where the language has no name for it."""
    from babel import Locale  # 60 ms, and few letters go abroad

    names = Locale.parse(Words(language).locale).territories
    return str(names.get(country, country))
