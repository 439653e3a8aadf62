from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.row_texts import RowTexts, Word

TEXTS = ["natalia\noslo", "kari\nnatal", "خالد\nbodo", "ali-خالد\noslo", "anna", ""]


def held(texts: RowTexts, *words: str | Word) -> list[int]:
    return list(texts.holding([(w, w) if isinstance(w, str) else w for w in words]).rows)


@pytest.mark.parametrize("order", list(permutations(range(len(TEXTS))))[::97])
def test_rows_come_in_the_order_shown(order: tuple[int, ...]) -> None:
    texts = RowTexts(TEXTS, order)

    assert held(texts, "nat") == [row for row in order if row in (0, 1)]
    assert held(texts, "oslo") == [row for row in order if row in (0, 3)]
    assert held(texts, "oslo", "n") == [row for row in order if row == 0]
    assert held(texts, "") == list(order)


def test_another_script_is_found_and_so_are_latin_letters_beside_it() -> None:
    texts = RowTexts(TEXTS, range(len(TEXTS)))

    assert held(texts, "خالد") == [2, 3]
    assert held(texts, "خالد", "bodo") == [2]
    assert held(texts, "ali") == [0, 3]


def test_either_spelling_is_enough() -> None:
    texts = RowTexts(["moller", "moeller", "miller"], [2, 1, 0])

    assert held(texts, ("moller", "moeller")) == [1, 0]


def test_a_list_without_rows_holds_nothing() -> None:
    assert held(RowTexts([], []), "a") == []


def test_a_word_goes_on_among_the_rows_that_were_found() -> None:
    texts = RowTexts([f"row {at}" for at in range(1000)], range(1000))
    some = texts.holding([("99", "99")])

    assert list(texts.holding([("999", "999")], some).rows) == [999]


@given(
    st.lists(st.text("ab\nøж ", max_size=8), max_size=40),
    st.lists(st.text("abжø", min_size=1, max_size=3), min_size=1, max_size=3),
)
def test_what_is_found_is_what_holds_every_word(rows: list[str], words: list[str]) -> None:
    order = list(reversed(range(len(rows))))
    wanted = [row for row in order if all(word in rows[row] for word in words)]

    assert held(RowTexts(rows, order), *words) == wanted
    # As in a long list in which the words are rare: there they are jumped to.
    many = rows + ["ccc"] * 400
    assert held(RowTexts(many, [*order, *range(len(rows), len(many))]), *words) == wanted
