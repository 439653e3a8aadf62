"""The file of a quarter beside others', written by whoever may see figures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.quarters import Quarter
from mentorapp.operations import comparisons
from tests.factories import TODAY
from tests.mentorapp.operations.two_offices import Offices, two_offices

Q4 = Quarter.of(TODAY)


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Offices]:
    with two_offices(tmp_path) as made:
        yield made


def test_a_reader_writes_the_same_signed_file_and_knows_it_again(both: Offices) -> None:
    with both.ours.write("mona") as tx:
        written = comparisons.write(tx, Q4, TODAY).data
    both.ours.who = Who("Rita", frozenset({Role.READER}))
    with both.ours.write("rita") as tx:
        assert comparisons.write(tx, Q4, TODAY).data == written
        assert comparisons.read(tx, written).known
