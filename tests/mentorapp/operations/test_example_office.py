"""Making the office to play with, giving it up, throwing it away."""

from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp.domain.errors import Cancelled, FolderInUse, ReadOnlyOffice
from mentorapp.operations import Database, example_office, offices
from tests.factories import TODAY


@pytest.fixture
def example(database: Database) -> Path:
    """An office that says that it is an example, closed."""
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), is_example=True))
    database.close()
    return database.path


def test_the_example_says_that_it_is_one(example_file: Path) -> None:
    database = offices.open_office(example_file)
    with database.read() as tx:
        assert offices.read(tx).is_example
    database.close()


def test_progress_is_told_step_by_step_and_giving_up_leaves_no_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def report(done: int, total: int) -> None:
        told.append((done, total))

    with pytest.raises(Cancelled):
        example_office.make(tmp_path / "office.db", TODAY, "nb", report, lambda: len(told) == 2)
    assert [done for done, _total in told] == [0, 1]
    assert told[0][1] > 10
    assert list(tmp_path.iterdir()) == []


def test_throwing_away_takes_the_file_and_what_lies_beside_it_alone(example: Path) -> None:
    (example.parent / "letters.pdf").write_bytes(b"%PDF")
    example_office.throw_away(example)
    assert [one.name for one in example.parent.iterdir()] == ["letters.pdf"]


def test_a_real_office_is_never_thrown_away_whatever_it_is_called(database: Database) -> None:
    with database.write("mona") as tx:
        named = replace(offices.read(tx), municipality=example_office.MUNICIPALITY)
        offices.save(tx, named)
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(FolderInUse):
        example_office.throw_away(database.path)
    with pytest.raises(FolderInUse):
        example_office.make(database.path, TODAY, "nb")
    assert database.path.read_bytes() == before


def test_an_example_that_somebody_has_open_stays(example: Path) -> None:
    holder = offices.open_office(example)
    with pytest.raises(ReadOnlyOffice):
        example_office.throw_away(example)
    assert example.exists()
    holder.close()
