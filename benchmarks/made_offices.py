"""Office files full of invented people, built as fast as the program can write."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from benchmarks.crowd import TODAY, mentors, newcomers
from benchmarks.populations import Population, Scenario, population
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.operations import Database, Transaction, offices, schemes
from mentorapp.operations.registrations import save_new
from mentorapp.storage import counters, records
from mentorapp.storage.key_slots import OfficeKeys

ACTOR = "benchmarks"

R = TypeVar("R", Organisation, Pairing)


@contextmanager
def an_office(path: Path, keys: OfficeKeys | None = None) -> Iterator[Database]:
    """An office, new unless it is there, closed at the end; encrypted where there are ``keys``."""
    database = offices.open_office(path, keys=keys)
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


def pairing_office(
    folder: Path, scenario: Scenario, mentor_count: int, newcomer_count: int
) -> Path:
    """The file of a population, closed; written once in a folder, so copy it before changing it."""
    path = folder / f"{scenario}-{mentor_count}-{newcomer_count}.db"
    if not path.exists():
        # Under another name until it is whole: half an office would be taken for the whole one.
        half = folder / f"half-{path.name}"
        with an_office(half) as database:
            settle(database, population(scenario, mentor_count, newcomer_count))
        half.rename(path)
    return path


def settle(database: Database, people: Population) -> None:
    """Store a population in a new office."""
    with database.write(ACTOR) as tx:
        offices.save(tx, replace(offices.read(tx), districts=people.districts))
        schemes.save(tx, people.scheme)
        records.add_all(tx, _numbered(tx, NumberKind.ORGANISATION, people.organisations))
        records.add_all(tx, people.households)
        save_new(tx, people.mentors, TODAY)
        save_new(tx, people.newcomers, TODAY)
        records.add_all(tx, _numbered(tx, NumberKind.PAIRING, people.earlier))
        records.add_all(tx, people.forbidden)


def _numbered(tx: Transaction, kind: NumberKind, them: Sequence[R]) -> list[R]:
    numbers = counters.next_numbers(tx, kind, len(them)) if them else []
    return [replace(one, number=number) for one, number in zip(them, numbers, strict=True)]
