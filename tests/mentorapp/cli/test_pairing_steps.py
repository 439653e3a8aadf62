"""What happened, read back, and the end of a pairing by one command."""

from pathlib import Path

import pytest

from mentorapp.operations import offices, pairings, people
from tests.factories import TODAY
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.registering import pair


@pytest.fixture
def numbers(office_file: Path) -> tuple[int, int]:
    """Of a pair and of its newcomer."""
    database = offices.open_office(office_file)
    with database.write("kari") as tx:
        made = pair(tx)
        person = pairings.row(tx, made.id, TODAY).newcomer_person_id
        number = people.read(tx, person, TODAY).registration.person.number
    database.close()
    return made.number, number


def test_a_pairing_is_closed_with_its_outcome_and_both_timelines_tell_it(
    office_file: Path, numbers: tuple[int, int]
) -> None:
    ctl, (number, person) = Mentorctl(office_file), numbers
    closed = ctl(
        *("pairings", "close", number, "--reason", "work_or_study", "--initiator", "both"),
        *("--outcome", "work", "--hours", "30", "--newcomer", "finished", "--mentor", "paused"),
        *("--note", "Fikk jobb"),
    )
    assert closed.lines == [f"Pairing {number} is ended: Sahra Guled – Marit Bekkelund."]

    told = ctl("people", "timeline", person).lines
    assert told[0] == "November 2026"
    assert any("Outcome at exit (Buddy): work, 30 hours a week" in line for line in told)
    assert any(line.endswith("Newcomer: completed") for line in told)
    of_pair = ctl("pairings", "timeline", number, "--json").json
    happened = [one["happened"] for one in of_pair]
    assert happened[:2] == ["outcome_told", "pair_ended_early"]
    assert of_pair[1]["text"] == "Fikk jobb"
    assert of_pair[1]["noted"]["by"] == of_pair[1]["by"] != ""
    assert ctl("outcomes", "due", "--json").json == []


def test_closing_without_a_reason_says_that_it_was_completed(
    office_file: Path, numbers: tuple[int, int]
) -> None:
    ctl = Mentorctl(office_file)
    assert ctl("pairings", "close", numbers[0], "--json").json["status"] == "completed"
    ctl("pairings", "close", numbers[0]).refused("ended")


def test_who_wanted_to_end_goes_with_a_reason(office_file: Path, numbers: tuple[int, int]) -> None:
    ctl = Mentorctl(office_file)
    ctl("pairings", "close", numbers[0], "--initiator", "mentor").refused("Reason for ending")
    assert ctl("pairings", "--running", "--json").json[0]["number"] == numbers[0]
