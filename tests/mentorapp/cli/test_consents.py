"""Consents on the command line, from the day they are given to the line that they must go."""

from dataclasses import replace

import pytest

from mentorapp.operations import offices
from mentorapp.storage import records
from tests.factories import a_household
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.registering import mentor, newcomer, register


@pytest.fixture
def three(empty: Mentorctl) -> dict[str, str]:
    """Numbers of a mentor, a newcomer and her child, who has no role."""
    office = offices.open_office(empty.office)
    with office.write("mona") as tx:
        home = records.add(tx, a_household())
        register(tx, mentor("Marit Bakken"))
        register(tx, newcomer("Sahra Guled", household_id=home.id))
        register(tx, replace(newcomer("Ali Guled", household_id=home.id), newcomer=None))
    office.close()
    return {one["given_name"]: str(one["number"]) for one in empty("people", "--json").json}


def due(ctl: Mentorctl) -> list[tuple[str, str]]:
    return [(str(one["number"]), one["kind"]) for one in ctl("retention", "list", "--json").json]


@pytest.mark.parametrize("who", ["Marit", "Sahra", "Ali"])
def test_whoever_takes_back_the_consent_is_due_that_day(
    empty: Mentorctl, three: dict[str, str], who: str
) -> None:
    number = three[who]
    assert empty("people", "consent", number, "register", "--on", "2026-01-05").code == 0
    assert due(empty) == []

    said = empty("people", "withdraw", number, "register").out
    assert "The person is to be erased" in said
    assert due(empty) == [(number, "withdrawn")]

    empty("people", "consent", number, "register", "--on", empty.today.isoformat())
    assert due(empty) == [], "agreed once more"


def test_another_purpose_that_is_taken_back_erases_nobody(
    empty: Mentorctl, three: dict[str, str]
) -> None:
    number = three["Sahra"]
    empty("people", "consent", number, "statistics", "--basis", "public_task")
    assert "erased" not in empty("people", "withdraw", number, "statistics").out
    assert due(empty) == []
    (told,) = [one for one in empty("people", "--json").json if str(one["number"]) == number]
    (kept,) = told["consents"]
    assert (kept["basis"], kept["withdrawn_on"]) == ("public_task", empty.today.isoformat())


def test_what_was_never_given_or_is_of_another_time_is_refused(
    empty: Mentorctl, three: dict[str, str]
) -> None:
    number = three["Marit"]
    empty("people", "withdraw", number, "pairing").refused("Legal basis")
    empty("people", "consent", number, "pairing", "--on", "2099-01-01").refused("Legal basis")
    empty("people", "consent", number, "pairing", "--on", "2026-02-01")
    empty("people", "withdraw", number, "pairing", "--on", "2026-01-01").refused("Legal basis")


def test_a_list_that_comes_again_does_not_give_back_what_was_taken_back(
    empty: Mentorctl, write: WriteFile
) -> None:
    file = write("list.csv", "Fornavn;Etternavn;Samtykke\nKari;Moe;03.02.2026\n")
    assert empty("import", "mentors", file).code == 0
    ((number, purpose),) = [
        (str(one["number"]), one["consents"][0]["purpose"])
        for one in empty("people", "--json").json
    ]
    assert purpose == "register"

    empty("people", "withdraw", number, "register")
    assert empty("import", "mentors", file).code == 0

    assert due(empty) == [(number, "withdrawn")]
