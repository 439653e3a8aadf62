import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.holding import not_held


@pytest.mark.parametrize(
    ("wanted", "held", "missing"),
    [
        (["kranførerbevis"], ["Kranførerbevis G4"], ()),
        (["Kranførerbevis G4"], ["kranførerbevis"], ("Kranførerbevis G4",)),
        (["B"], ["Førerkort klasse B"], ()),
        (["klasse C"], ["B"], ("klasse C",)),
        (["B"], ["BE"], ("B",)),
        (["førerkort"], ["førerkort"], ()),
        (["HMS-kurs", "varme arbeider"], ["Varme arbeider"], ("HMS-kurs",)),
        ([" ", ""], [], ()),
    ],
)
def test_what_is_asked_for_is_held_by_a_paper_with_all_its_words(
    wanted: list[str], held: list[str], missing: tuple[str, ...]
) -> None:
    assert not_held(wanted, held) == missing


@given(st.lists(st.text(max_size=12), max_size=4), st.lists(st.text(max_size=12), max_size=4))
def test_what_is_written_the_same_is_held_and_nothing_else_comes_up(
    wanted: list[str], held: list[str]
) -> None:
    missing = not_held(wanted, held)

    assert not_held(wanted, [*held, *wanted]) == ()
    assert set(missing) <= set(wanted)
