"""Lists that tell how somebody gets about and what fills the days, compared with what is known."""

import pytest

from mentorapp.domain.people import LifeSituation, Person, Transport
from mentorapp.operations import Database, people
from mentorapp.operations import Transaction as Tx
from mentorapp.operations.imports import ImportKind
from tests.mentorapp.operations.importing import bring, look

MENTORS = ImportKind.MENTORS
KARI = "Fornavn;Etternavn;Telefon\nKari;Holm;40000001\n"


def named(tx: Tx, name: str) -> Person:
    return next(one.person for one in people.all_people(tx) if one.person.name == name)


@pytest.mark.parametrize(
    ("second", "ways"),
    [
        ("Kan reise\nja", {Transport.CAR, Transport.LICENCE, Transport.TRAVELS}),
        ("Kan reise\nnei", {Transport.CAR, Transport.LICENCE}),
        ("Kan reise\n-", {Transport.CAR, Transport.LICENCE, Transport.TRAVELS}),
        ("Førerkort og bil?\nførerkort", {Transport.LICENCE, Transport.TRAVELS}),
        ("Førerkort og bil?;Kan reise\nnei;nei", set()),
    ],
)
def test_willingness_to_travel_and_a_car_are_told_apart_in_an_update(
    second: str, ways: set[Transport], database: Database
) -> None:
    first = "Fornavn;Telefon;Førerkort og bil?;Kan reise;Livssituasjon\n"
    with database.write("mona") as tx:
        bring(tx, MENTORS, first + "Kari;40000001;bil;ja;student\n")
        heading, row = second.split("\n")
        bring(tx, MENTORS, f"Fornavn;Telefon;{heading}\nKari;40000001;{row}\n")
        kari = named(tx, "Kari")
        assert kari.transport == ways
        assert kari.life_situation is LifeSituation.STUDYING


def test_a_preview_names_transport_and_life_situation(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, MENTORS, KARI)
        later = "Fornavn;Etternavn;Telefon;Kan reise;Livssituasjon\nKari;Holm;40000001;ja;i jobb\n"
        (row,) = look(tx, MENTORS, later)
        assert set(row.changes) == {"transport", "life_situation"}
