from dataclasses import dataclass

import pytest

from mentorapp.domain.errors import Cancelled
from mentorapp.operations import Database, imports, offices
from mentorapp.operations.imports import ImportKind
from mentorapp.operations.long_work import LongWork
from tests.factories import TODAY
from tests.mentorapp.operations.importing import bring, look, source

ROWS = 600
LISTS = {
    ImportKind.ORGANISATIONS: "Navn\n" + "".join(f"Lag {n}\n" for n in range(ROWS)),
    ImportKind.MENTORS: "Fornavn;Etternavn;Telefon\n"
    + "".join(f"Kari;Nr{n};4{n:07}\n" for n in range(ROWS)),
}


@dataclass
class Patience:
    """Says stop when it has been asked so often."""

    left: int

    def lost(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_the_rows_are_told_in_parts_up_to_the_last() -> None:
    told: list[tuple[int, int]] = []
    work = LongWork(1200, lambda done, total: told.append((done, total)))
    assert list(work.over(range(600))) == list(range(600))
    assert [len(part) for part in work.parts(range(600))] == [250, 250, 100]
    work.look()
    assert [done for done, _ in told] == [0, 250, 500, 600, 850, 1100, 1200]
    assert {total for _, total in told} == {1200}


def test_nothing_to_do_is_done_without_anybody_waiting() -> None:
    assert list(LongWork(0).over([])) == []


@pytest.mark.parametrize("kind", list(LISTS))
def test_an_import_tells_how_far_it_is(database: Database, kind: ImportKind) -> None:
    told: list[tuple[int, int]] = []
    with database.write("mona") as tx:
        rows = source(tx, kind, LISTS[kind])
        imports.preview(tx, rows, TODAY, lambda *at: told.append(at))
        assert told == [(0, 600), (250, 600), (500, 600)]
        told.clear()
        imports.apply(tx, rows, TODAY, progress=lambda *at: told.append(at))
    done = [at for at, _ in told]
    assert done == sorted(done)
    assert told[-1] == (1200, 1200)


def test_a_look_that_is_cancelled_ends_at_once(database: Database) -> None:
    asked = Patience(1)
    with database.read() as tx:
        rows = source(tx, ImportKind.MENTORS, LISTS[ImportKind.MENTORS])
        with pytest.raises(Cancelled):
            imports.preview(tx, rows, TODAY, cancelled=asked.lost)
    assert asked.left == -1


@pytest.mark.parametrize("patience", range(7))
def test_an_import_that_is_cancelled_anywhere_leaves_nothing_behind(
    database: Database, patience: int
) -> None:
    kind = ImportKind.MENTORS
    with database.read() as tx:
        rows = source(tx, kind, LISTS[kind])
        before = offices.summary(tx)
    with pytest.raises(Cancelled), database.write("mona") as tx:
        imports.apply(tx, rows, TODAY, cancelled=Patience(patience).lost)
    with database.read() as tx:
        assert offices.summary(tx) == before
        assert {row.status.value for row in look(tx, kind, LISTS[kind])} == {"new"}
    if patience == 6:
        with database.write("mona") as tx:
            assert bring(tx, kind, LISTS[kind]).new == ROWS
            numbers = offices.summary(tx).mentors
        assert numbers == ROWS
