"""Two records of one person or organisation become one."""

import pytest

from mentorapp.operations import organisations
from mentorapp.operations.offices import open_office
from tests.factories import an_organisation
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.registering import newcomer, register


@pytest.fixture
def twice(empty: Mentorctl) -> tuple[str, str]:
    """Sahra, registered twice with one phone."""
    database = open_office(empty.office)
    with database.write("mona") as tx:
        register(tx, newcomer("Sahra Guled", phone="91827364"))
        register(tx, newcomer("Sahra Guleed", phone="91827364", birth_year=1990))
        for name in ("Nordlys AS", "Nordlys Mekaniske"):
            organisations.save(tx, an_organisation(number=0, name=name))
    database.close()
    first, second = (str(one["number"]) for one in empty("people", "--json").json)
    return first, second


def test_duplicates_are_listed_compared_and_merged(
    empty: Mentorctl, twice: tuple[str, str]
) -> None:
    first, second = twice
    (alike,) = empty("people", "duplicates", "--json").json
    assert alike == {"first": int(first), "second": int(second), "by": "phone"}

    rows = empty("people", "merge", first, second, "--compare", "--json").json
    assert {"field": "birth_year", "A": "1985", "B": "1990", "counts": ""} in rows
    assert len(empty("people", "--json").json) == 2

    said = empty("people", "merge", first, second, "--take", "birth_year=B").lines
    assert said == [f"{second} is {first} from now on; {second} is in Deleted."]
    (one,) = empty("people", "--json").json
    assert (one["name"], one["birth_year"]) == ("Sahra Guled", 1990)
    (line,) = empty("deleted", "list", "--json").json
    assert line["how"] == "merged"
    empty("deleted", "restore", line["deleted"])
    assert len(empty("people", "--json").json) == 2


def test_what_is_taken_is_a_field_in_which_they_differ(
    empty: Mentorctl, twice: tuple[str, str]
) -> None:
    first, second = twice
    empty("people", "merge", first, second, "--take", "shoe_size=B").refused("shoe_size")
    empty("people", "merge", first, second, "--take", "birth_year=C").refused("birth_year=C")
    empty("people", "merge", first, first).refused("one record already")


def test_two_organisations_become_one(empty: Mentorctl, twice: tuple[str, str]) -> None:
    numbers = [str(one["number"]) for one in empty("organisations", "--json").json]
    assert "Nordlys" in empty("organisations", "merge", *numbers, "--compare").out

    empty("organisations", "merge", *numbers, "--take", "name=B")

    (one,) = empty("organisations", "--json").json
    assert one["name"] == "Nordlys Mekaniske"
