from contextlib import suppress
from string import digits

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import damm

from mentorapp.domain.errors import NumberMistyped, NumberOfAnotherKind
from mentorapp.domain.numbers import LONGEST, NumberKind, check_digit, read_number, short_number

kinds = st.sampled_from(NumberKind)
counters = st.integers(1, 10**9)
numbers = st.builds(short_number, kinds, counters)


@given(st.text(digits, min_size=1, max_size=LONGEST))
def test_the_check_digit_is_that_of_another_implementation(body: str) -> None:
    assert check_digit(body) == int(damm.calc_check_digit(body))


@given(kinds, counters)
def test_a_number_begins_with_its_kind_and_ends_with_its_check_digit(
    kind: NumberKind, counter: int
) -> None:
    number = str(short_number(kind, counter))

    assert number[0] == str(int(kind))
    assert int(number[1:-1]) == counter
    assert damm.is_valid(number)


def test_the_first_numbers_have_five_digits_and_the_thousandth_six() -> None:
    assert len(str(short_number(NumberKind.PERSON, 1))) == 5
    assert len(str(short_number(NumberKind.PERSON, 999))) == 5
    assert len(str(short_number(NumberKind.PERSON, 1000))) == 6


@given(numbers, st.data())
def test_every_wrong_digit_is_caught(number: int, data: st.DataObject) -> None:
    text = str(number)
    at = data.draw(st.integers(0, len(text) - 1))
    wrong = data.draw(st.sampled_from(digits.replace(text[at], "")))

    with pytest.raises(NumberMistyped):
        read_number(text[:at] + wrong + text[at + 1 :], NumberKind.PERSON)


@given(numbers, st.data())
def test_every_swap_of_two_neighbours_is_caught(number: int, data: st.DataObject) -> None:
    text = str(number)
    at = data.draw(st.integers(0, len(text) - 2))
    assume(text[at] != text[at + 1])

    with pytest.raises(NumberMistyped):
        read_number(text[:at] + text[at + 1] + text[at] + text[at + 2 :], NumberKind.PERSON)


@given(counters)
def test_a_number_is_read_back_with_spaces_and_hyphens(counter: int) -> None:
    number = short_number(NumberKind.PAIRING, counter)
    text = str(number)

    typed = f" {text[:2]} {text[2:4]}\N{NO-BREAK SPACE}-{text[4:]}\n"

    assert read_number(typed, NumberKind.PAIRING) == number


def test_a_number_of_another_kind_is_told_apart() -> None:
    person = str(short_number(NumberKind.PERSON, 17))

    with pytest.raises(NumberOfAnotherKind) as refused:
        read_number(person, NumberKind.PAIRING)

    assert (refused.value.found, refused.value.wanted) == ("person", "pairing")


def test_a_right_number_of_no_kind_of_ours_is_told_apart() -> None:
    other = f"9001{check_digit('9001')}"

    with pytest.raises(NumberOfAnotherKind) as refused:
        read_number(other, NumberKind.PERSON)

    assert refused.value.found == ""


@pytest.mark.parametrize("text", ["", "   ", "3001", "30o17", "٣٠٠١٧", "³0017", "-", "1" * 5000])
def test_what_is_no_number_is_mistyped(text: str) -> None:
    with pytest.raises(NumberMistyped):
        read_number(text, NumberKind.PAIRING)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(NumberMistyped, NumberOfAnotherKind):
        assert read_number(text, NumberKind.PERSON) < 10**LONGEST
