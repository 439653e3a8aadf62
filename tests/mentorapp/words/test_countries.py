import pytest

from mentorapp.words.countries import abroad


@pytest.mark.parametrize(
    ("country", "home", "language", "said"),
    [
        ("NO", "NO", "nb", ""),
        ("SJ", "NO", "nb", ""),
        ("AX", "FI", "en", ""),
        ("SE", "NO", "nb", "SVERIGE"),
        ("NO", "DK", "da", "NORGE"),
        ("NO", "DK", "en", "NORWAY"),
        ("NO", "SJ", "nb", ""),
        ("DK", "NO", "nn", "DANMARK"),
        ("XX", "NO", "nb", "XX"),
    ],
)
def test_a_letter_abroad_names_the_country_in_the_language_of_the_office(
    country: str, home: str, language: str, said: str
) -> None:
    assert abroad(country, home, language) == said
