from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from mentorapp import words
from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.reports import templates
from mentorapp.reports.letter_kinds import values
from mentorapp.reports.letter_sets import letter_sets, shipped
from mentorapp.reports.letters import PairingLetter
from mentorapp.reports.templates import Block, BlockKind, TemplateError, fill
from mentorapp.reports.text import in_bold
from mentorapp.words import Words
from mentorapp.words.letter_languages import LETTER_LANGUAGES

FOLDERS = {path.name for path in Path(resources.path("letters")).iterdir() if path.is_dir()}
LANGUAGES = sorted(words.LANGUAGES)

SETS = [key for key, _name in letter_sets(Words("en"))]


def blocks(text: str, given: templates.Values) -> list[Block]:
    return list(fill(text, given))


def test_every_language_of_the_program_has_letters() -> None:
    assert {*LANGUAGES, *LETTER_LANGUAGES} == FOLDERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter_set", SETS)
@pytest.mark.parametrize("kind", list(DUE_FOR_PAIRING))
def test_every_letter_text_asks_only_for_what_there_is(
    language: str, letter_set: str, kind: LetterKind, make_letter: Callable[..., PairingLetter]
) -> None:
    known = values(make_letter(kind, language), Words(language))
    assert templates.placeholders(shipped(language, letter_set, kind.value)) <= set(known)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter_set", SETS)
@pytest.mark.parametrize("kind", list(DUE_FOR_PAIRING))
@pytest.mark.parametrize("full", [True, False])
def test_every_letter_text_fills(
    language: str,
    letter_set: str,
    kind: LetterKind,
    full: bool,
    make_letter: Callable[..., PairingLetter],
) -> None:
    known = dict(values(make_letter(kind, language), Words(language)))
    if not full:
        known |= dict.fromkeys(("languages", "area", "start_date", "start_place", "rhythm"), "")
        known |= dict.fromkeys(("shared_points", "contact", "follow_ups"), ())
    said = "\n".join(
        block.plain for block in fill(shipped(language, letter_set, kind.value), known)
    )
    assert said
    assert not set("{}[]#") & set(said)
    assert "+ " not in said


def test_the_languages_say_the_same_blocks() -> None:
    for kind in DUE_FOR_PAIRING:
        for letter_set in SETS:
            asked = {
                templates.placeholders(shipped(lang, letter_set, kind.value)) for lang in LANGUAGES
            }
            assert len(asked) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(DUE_FOR_PAIRING))
def test_the_short_letters_tell_all_that_the_full_ones_tell(
    language: str, kind: LetterKind
) -> None:
    full = templates.placeholders(shipped(language, "standard", kind.value))
    assert templates.placeholders(shipped(language, "short", kind.value)) == full


def test_a_sentence_goes_on_in_the_paragraph_before_it() -> None:
    text = "[if a]\nOne {a}.\n[end]\n[if b]\n+ Two {b}.\n[end]\n+ {many}\n\nFour."
    given: dict[str, str | tuple[str, ...]] = {"a": "1", "b": "2", "many": ("Three.", "And more.")}
    together = blocks(text, given)
    assert [one.text for one in together] == ["One 1. Two 2. Three. And more.", "Four."]
    without = blocks(text, given | {"a": "", "many": ()})
    assert [one.text for one in without] == ["Two 2.", "Four."]


def test_a_sentence_goes_on_in_an_item() -> None:
    assert blocks("- {many}\n- One.\n+ Two.", {"many": ("a", "b")}) == [
        Block(BlockKind.ITEM, "a"),
        Block(BlockKind.ITEM, "b"),
        Block(BlockKind.LAST_ITEM, "One. Two."),
    ]


@pytest.mark.parametrize("text", ["+ Alone.", "# Subject\n+ More.", "## Heading\n+ More."])
def test_a_sentence_that_has_nothing_to_go_on_in_is_told(text: str) -> None:
    with pytest.raises(TemplateError):
        list(templates._parsed(text))


def test_what_is_filled_in_is_not_read_as_template() -> None:
    hostile = "{name} # x\n- y\n[if name]"
    assert blocks("Hei, {name}!", {"name": hostile}) == [
        Block(BlockKind.PARAGRAPH, "Hei, {name} # x, - y, [if name]!")
    ]


def test_several_values_make_several_items() -> None:
    made = blocks("- {many}\n- last", {"many": ("one", "two")})
    assert [(block.kind, block.text) for block in made] == [
        (BlockKind.ITEM, "one"),
        (BlockKind.ITEM, "two"),
        (BlockKind.LAST_ITEM, "last"),
    ]


def test_a_condition_shows_or_hides() -> None:
    text = "[if a]\nwith\n[end]\n[if not a]\nwithout\n[end]"
    assert [block.text for block in blocks(text, {"a": "x"})] == ["with"]
    assert [block.text for block in blocks(text, {"a": ""})] == ["without"]


@pytest.mark.parametrize("text", ["[if a]\nx", "x\n[end]", "[if a]\n[if b]\nx\n[end]\n[end]"])
def test_a_condition_that_is_not_closed_is_told(text: str) -> None:
    with pytest.raises(TemplateError):
        list(templates._parsed(text))


def test_several_values_inside_a_sentence_are_told() -> None:
    with pytest.raises(TemplateError):
        blocks("See {many}.", {"many": ("one", "two")})


def test_the_author_can_have_words_and_fields_printed_in_bold() -> None:
    (block,) = blocks("Meet **{name}** on **Monday**.", {"name": "Kari"})
    assert block.text == f"Meet {in_bold('Kari')} on {in_bold('Monday')}."
    assert block.plain == "Meet Kari on Monday."
    several = blocks("- **{many}**", {"many": ("one", "two")})
    assert [one.text for one in several] == [in_bold("one"), in_bold("two")]


def test_nobody_prints_in_bold_what_is_filled_in() -> None:
    (block,) = blocks("Hei, {name}! 2 ** 3", {"name": f"**Kari** {in_bold('Ola')}"})
    assert block.text == "Hei, **Kari** Ola! 2 ** 3"


def test_values_keep_their_direction_in_a_sentence_from_the_right() -> None:
    (block,) = blocks("اتصل {phone}", {"phone": "40 00 09 19"})
    assert block.text == "اتصل \u206840 00 09 19\u2069"
    assert block.plain == "اتصل 40 00 09 19"
