import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.words import LANGUAGES, Words
from mentorapp.words.letter_fields import FIELDS, as_shown, as_stored

TEXT = """# About {newcomer_first_name}

[if contact]
- {contact}
[end]
[if not contact]
Call {coordinator_contact}.
[end]
"""


def test_a_text_is_shown_with_the_names_of_the_users_language() -> None:
    shown = as_shown(Words("nb"), TEXT)

    assert shown.startswith("# About {fornavnet til den nyankomne}")
    assert "[hvis ikke telefon og e-post til den andre]" in shown
    assert "[slutt]" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_shown_is_stored_as_it_was(language: str) -> None:
    words = Words(language)

    assert as_stored(words, as_shown(words, TEXT)) == TEXT


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_fields_have_the_same_name(language: str) -> None:
    names = [Words(language).text(name).casefold() for name in FIELDS.values()]

    assert len(set(names)) == len(names)
    assert not any(set("{}[]") & set(name) for name in names)


def test_names_are_read_whatever_their_case_and_spaces() -> None:
    typed = "Hei, {Fornavnet  til den NYANKOMNE}!\n[HVIS oppstartsdag]\nx\n[Slutt]"

    stored = as_stored(Words("nb"), typed)

    assert stored == "Hei, {newcomer_first_name}!\n[if oppstartsdag]\nx\n[end]"


LINES = st.one_of(
    st.sampled_from(["[end]", "", "# Subject", "+ more", "[if contact]", "[if not area]"]),
    st.sampled_from(sorted(FIELDS)).map(lambda name: f"Text {{{name}}} and text"),
    st.text(alphabet=st.characters(exclude_characters="{}[]\r\n", exclude_categories=["C"])),
)


@given(st.lists(LINES).map("\n".join), st.sampled_from(LANGUAGES))
def test_any_text_comes_back_as_it_was(text: str, language: str) -> None:
    words = Words(language)

    assert as_stored(words, as_shown(words, text)) == text
