import numpy as np
import pytest

from benchmarks.families import FAMILIES, capacities, family


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_is_whole_numbers_from_nothing_up_and_always_the_same(name: str) -> None:
    scores = family(name, 40)
    assert scores.shape == (40, 40)
    assert scores.dtype == np.int64
    assert scores.min() >= 0
    assert (scores == family(name, 40)).all()


def test_no_two_families_are_alike() -> None:
    made = [family(name, 20) for name in FAMILIES]
    assert all((one != other).any() for at, one in enumerate(made) for other in made[:at])


def test_ten_mentors_have_fifteen_places() -> None:
    assert capacities(10).sum() == 15
    assert set(capacities(10)) == {1, 2, 3}
