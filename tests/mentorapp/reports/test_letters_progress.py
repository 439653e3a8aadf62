import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from mentorapp.domain.letters import DUE_FOR_PAIRING
from mentorapp.reports.letter_values import PairingLetter
from mentorapp.reports.letters import Stopped, print_letters
from mentorapp.words import Words


def test_it_is_told_how_far_it_is_and_can_be_stopped(
    make_letter: Callable[..., PairingLetter],
) -> None:
    letters = [make_letter(kind) for kind in DUE_FOR_PAIRING]
    told: list[int] = []

    def goes_on(done: int) -> bool:
        told.append(done)
        return True

    print_letters(letters, Words, goes_on)
    assert told == [1, 2]

    with pytest.raises(Stopped):
        print_letters(letters, Words, lambda done: False)


class Noting(list[PairingLetter]):
    """Letters that note how many of them were asked for."""

    asked = 0

    def __iter__(self) -> Iterator[PairingLetter]:
        for one in super().__iter__():
            self.asked += 1
            yield one


def test_a_letter_is_made_when_its_turn_comes_so_that_a_long_run_takes_no_memory(
    make_letter: Callable[..., PairingLetter],
) -> None:
    letters = Noting([make_letter(DUE_FOR_PAIRING[0])] * 30)
    with pytest.raises(Stopped):
        print_letters(letters, Words, lambda done: False)
    assert 0 < letters.asked < 3


@pytest.fixture
def memory() -> Iterator[Callable[[], int]]:
    """How many bytes are in use, of what was made since the test began."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()


def test_of_a_letter_that_is_done_little_more_than_its_pages_is_kept(
    make_letter: Callable[..., PairingLetter], memory: Callable[[], int]
) -> None:
    letters = [make_letter(DUE_FOR_PAIRING[0])] * 40
    used: list[int] = []

    def goes_on(_done: int) -> bool:
        used.append(memory())
        return True

    pdf = print_letters(letters, Words, goes_on).pdf
    assert used[-1] - used[9] < 3 * len(pdf) * 30 / 40
