"""Office files full of invented people, built as fast as the program can write."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from benchmarks.crowd import TODAY, mentors, newcomers
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.operations import Database, offices, schemes
from mentorapp.operations.registrations import save_new
from mentorapp.storage import counters, records

ACTOR = "benchmarks"


@contextmanager
def an_office(path: Path) -> Iterator[Database]:
    """A new office, closed at the end."""
    database = offices.open_office(path)
    try:
        yield database
    finally:
        database.close()


def populate(database: Database, mentor_count: int, newcomer_count: int, pair_count: int) -> None:
    """Register so many; the first ``pair_count`` of either side are pairs that met twice."""
    these, those = mentors(mentor_count), newcomers(newcomer_count)
    with database.write(ACTOR) as tx:
        save_new(tx, these, TODAY)
        save_new(tx, those, TODAY)
        scheme = schemes.all_schemes(tx)[0]
        numbers = counters.next_numbers(tx, NumberKind.PAIRING, pair_count) if pair_count else []
        pairs = [
            Pairing(
                number=number,
                scheme_id=scheme.id,
                mentor_id=mentor.mentor.id,
                newcomer_id=newcomer.newcomer.id,
                status=PairingStatus.ACTIVE,
                agreed_on=TODAY - timedelta(days=90),
                started_on=TODAY - timedelta(days=80),
            )
            for number, mentor, newcomer in zip(numbers, these, those, strict=False)
            if mentor.mentor and newcomer.newcomer
        ]
        records.add_all(tx, pairs)
        records.add_all(
            tx,
            [
                Meeting(pairing_id=pair.id, held_on=TODAY - timedelta(days=days + at % 40))
                for at, pair in enumerate(pairs)
                for days in (1, 30)
            ],
        )
