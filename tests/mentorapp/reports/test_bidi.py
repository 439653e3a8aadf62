from collections.abc import Callable
from random import Random

import pytest
from bidi import get_display

from mentorapp.reports.bidi import (
    LEFT,
    RIGHT,
    direction_of,
    levels_of,
    line_levels,
    order_of,
)

_LETTERS = "abAB  12  ..,+-/%$:אבגأبتث١٢«»\u0301\u064b\u200d"
_BRACKETS = "()[]"
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_UNSEEN = dict.fromkeys(map(ord, _OPENING + _CLOSING + "\u200d"))


def on_paper(text: str, base: int = LEFT) -> str:
    levels = line_levels(text, levels_of(text, base), base)
    return "".join(text[at] for at in order_of(levels)).translate(_UNSEEN)


def bracketed(random: Random) -> str:
    return "".join(random.choices(_LETTERS + _BRACKETS, k=random.randint(1, 24)))


def isolating(random: Random) -> str:
    """Every isolate is closed: for others no two libraries agree."""
    pieces, open_ones = [], 0
    for _at in range(random.randint(1, 24)):
        chosen = random.random()
        if chosen < 0.08:
            pieces.append(random.choice(_OPENING))
            open_ones += 1
        elif chosen < 0.16 and open_ones:
            pieces.append(_CLOSING)
            open_ones -= 1
        else:
            pieces.append(random.choice(_LETTERS))
    return "".join(pieces) + _CLOSING * open_ones


@pytest.mark.parametrize("base", [LEFT, RIGHT])
@pytest.mark.parametrize("make", [bracketed, isolating])
def test_random_text_stands_as_another_implementation_puts_it(
    make: Callable[[Random], str], base: int
) -> None:
    # Brackets and isolates apart: the library takes what is inside an isolate for what stands
    # before the bracket that follows it; FriBidi and rule N0 do not.
    random = Random(base)
    for _at in range(10_000):
        text = make(random)
        theirs = str(get_display(text, base_dir="LR"[base])).translate(_UNSEEN)
        assert on_paper(text, base) == theirs, ascii(text)


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("a (א) b", "a (א) b"),
        ("a אב 12 c", "a 12 בא c"),
        ("\u2068אב, b\u2069! c", "b ,בא! c"),
        ("א \u2066+47 40 00\u2069.", "א +47 40 00."),
        ("«\u2068אב\u2069», c", "«בא», c"),
    ],
)
def test_a_value_stays_where_the_sentence_has_it(logical: str, visual: str) -> None:
    assert on_paper(logical) == visual


def test_brackets_go_with_what_they_hold() -> None:
    # They are turned as letters are joined, by HarfBuzz.
    assert on_paper("אב (b) ג", RIGHT) == "ג )b( בא"
    assert on_paper("a (אב) b", RIGHT) == "b )בא( a"


def test_a_bracket_after_an_isolate_goes_with_what_stands_before_the_isolate() -> None:
    assert on_paper("גB\u2067-2ב\u2069 [2b]", RIGHT) == "Bב2- [2b]ג"


def test_spaces_at_the_end_of_a_line_go_to_the_side_where_the_reader_ends() -> None:
    assert on_paper("ab  ", RIGHT) == "  ab"
    assert on_paper("אב  ", LEFT) == "בא  "


def test_an_isolate_that_is_not_closed_reaches_to_the_end() -> None:
    assert on_paper("a \u2067b אב") == "a בא b"


def test_a_closing_mark_that_closes_nothing_changes_nothing() -> None:
    assert on_paper("a\u2069 אב c") == on_paper("a אב c")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("12 אב", RIGHT),
        ("(a) אב", LEFT),
        ("\u2068אב\u2069 a", LEFT),
        ("12", LEFT),
        ("", LEFT),
        ("سلام Kari", RIGHT),
    ],
)
def test_the_first_letter_with_a_direction_decides(text: str, direction: int) -> None:
    assert direction_of(text) == direction


def test_isolates_within_isolates_without_end_do_no_harm() -> None:
    text = "\u2067\u2066" * 200 + "אb" + "\u2069" * 400 + "a"
    assert sorted(on_paper(text)) == sorted("אba")
