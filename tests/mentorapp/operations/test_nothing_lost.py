"""A merge loses no record but the one person."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import Refused
from mentorapp.domain.events import Attendance, Invitation
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.operations import (
    Database,
    Transaction,
    merging,
    offices,
    undoing,
)
from mentorapp.storage import records
from mentorapp.storage.tables import MIRRORS
from tests.factories import TODAY
from tests.mentorapp.everything import counts, everything
from tests.mentorapp.operations.registering import newcomer, register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def example(demo: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("merging") / "example.db"
    path.write_bytes(demo.office.read_bytes())
    opened = offices.open_office(path)
    yield opened
    opened.close()


class _Enough(Exception):
    """Leaves the transaction, which is rolled back."""


def _leave() -> None:
    raise _Enough


@contextmanager
def tried(database: Database) -> Iterator[Transaction]:
    """A transaction that is never committed."""
    with suppress(_Enough), database.write("mona", NOW) as tx:
        yield tx
        _leave()


@settings(max_examples=10)
@given(data=st.data())
def test_no_record_is_lost_by_a_merge_but_the_one_person(example: Database, data: Any) -> None:
    with example.read() as tx:
        ids = sorted(one.id for one in records.find(tx, Person))
        before, whole = counts(tx), everything(tx)
    one, other = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    with tried(example) as tx:
        both = {kind: len(records.find(tx, kind, person_id=[one, other])) for kind in _ONE_EACH}
        try:
            merging.merge(tx, one, other, TODAY)
        except Refused:
            return
        after, expected = counts(tx), dict(before)
        expected["people"] -= 1
        for kind, many in both.items():
            expected[MIRRORS[kind].name] -= max(0, many - 1)
        # A status that counts may be one step more; what both had of the same is there once.
        assert 0 <= after["status_changes"] - expected.pop("status_changes") <= 2
        for name in ("ties", "invitations"):
            assert after[name] <= expected.pop(name)
        assert {name: after[name] for name in expected} == expected
        undoing.undo(tx, tuple(tx.changes))
        assert everything(tx) == whole


#: Of these a person has one at most.
_ONE_EACH: tuple[type[Any], ...] = (ContactDetails, Mentor, Newcomer, CompetenceCard)


def test_of_two_invitations_the_one_that_tells_more_stays(example: Database) -> None:
    with example.read() as tx:
        there = next(
            one
            for one in records.find(tx, Invitation, attendance=Attendance.PRESENT)
            if one.person_id is not None
        )
    assert there.person_id is not None
    with tried(example) as tx:
        first = register(tx, newcomer("Ny Person"))
        records.add(tx, Invitation(event_id=there.event_id, person_id=first, invited_on=TODAY))
        merging.merge(tx, first, there.person_id, TODAY)
        (held,) = records.find(tx, Invitation, event_id=there.event_id, person_id=first)
        assert held.attendance is Attendance.PRESENT
