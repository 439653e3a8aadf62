"""Pairing by hand, listing pairs and logging from the command line."""

from datetime import date

from mentorapp.words import Words
from tests.mentorapp.cli.running import Mentorctl


def test_two_people_are_paired_by_hand_by_their_numbers(small: Mentorctl) -> None:
    numbers = {one["name"]: one["number"] for one in small("people", "--json").json}
    ran = small("pair", "hand", numbers["Sahra Guled"], numbers["Trond Hestvika"],
                "--scheme", "buddy", "--json")  # fmt: skip
    assert ran.json["mentor"] == "Trond Hestvika"
    again = small("pair", "hand", numbers["Sahra Guled"], numbers["Trond Hestvika"],
                  "--scheme", "buddy")  # fmt: skip
    assert again.code == 3


def test_by_hand_a_must_rule_is_not_broken(small: Mentorctl) -> None:
    numbers = {one["name"]: one["number"] for one in small("people", "--json").json}
    before = small.office.read_bytes()
    ran = small("pair", "hand", numbers["Ana Nopair"], numbers["Trond Hestvika"],
                "--scheme", "buddy")  # fmt: skip
    ran.refused("language")
    assert small.office.read_bytes() == before


def test_the_first_meeting_begins_the_pairing(small: Mentorctl) -> None:
    (number, _) = small("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json[
        "accepted"
    ]
    (line,) = small("log", number, "--minutes", "90", "--place", "Biblioteket").lines
    assert "90" in line
    assert str(number) in line
    assert Words("en").date(date(2026, 11, 23)) in line
    row = next(one for one in small("pairings", "--json").json if one["number"] == number)
    assert (row["status"], row["meetings"], row["minutes"]) == ("active", 1, 90)
    assert row["last_meeting"] == "2026-11-23"


def test_an_attempt_without_contact_begins_nothing(small: Mentorctl) -> None:
    (number, _) = small("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json[
        "accepted"
    ]
    ran = small("log", number, "--minutes", "0", "--form", "attempted", "--json")
    assert ran.json["form"] == "attempted"
    row = next(one for one in small("pairings", "--json").json if one["number"] == number)
    assert (row["status"], row["meetings"]) == ("agreed", 0)


def test_a_number_may_be_typed_with_blanks(small: Mentorctl) -> None:
    (number, _) = small("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json[
        "accepted"
    ]
    spaced = f"{str(number)[:2]} {str(number)[2:]}"
    assert small("log", spaced, "--minutes", "60", "--json").json["pairing"] == number


def test_only_running_pairings_are_listed_when_asked(example: Mentorctl) -> None:
    every = example("pairings", "--json").json
    running = example("pairings", "--running", "--json").json
    assert 0 < len(running) < len(every)
    assert all(row["ended_on"] is None for row in running)


def test_a_pairing_tells_how_it_was_scored_when_it_was_agreed(small: Mentorctl) -> None:
    held = small("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json
    weights = small("pair", "runs", held["run"], "--json").json["weights"]
    agreed = {one["newcomer"]: one for one in small("pairings", "--json").json}
    assert len(agreed) == 2
    for proposed in held["proposals"]:
        pairing = agreed[proposed["newcomer"]["name"]]
        assert pairing["weights"] == weights != {}
        assert pairing["points"] == proposed["points"] != {}
        told = (pairing["score"], pairing["reasons"], pairing["reasons_in_words"])
        assert told == (proposed["score"], proposed["reasons"], proposed["in_words"])
