"""Pairing by hand, listing pairs and logging from the command line."""

from datetime import date
from typing import Any

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


def numbers_of(draft: dict[str, Any]) -> tuple[int, int]:
    return draft["newcomer"]["number"], draft["mentor"]["number"]


def test_a_proposal_is_accepted_by_the_numbers_of_the_two(small: Mentorctl) -> None:
    small("pair", "run", "--scheme", "buddy")
    draft, _other = small("pair", "list", "--scheme", "buddy", "--json").json
    accept = ("pair", "accept", *numbers_of(draft), "--scheme", "buddy")
    made = small(*accept, "--json").json
    assert (made["newcomer"], made["newcomer_side"]) == (draft["newcomer"]["name"], "person")
    small(*accept).refused("proposal")


def test_whoever_has_no_household_is_not_accepted_with_one(small: Mentorctl) -> None:
    small("pair", "run", "--scheme", "buddy")
    draft, _other = small("pair", "list", "--scheme", "buddy", "--json").json
    accept = ("pair", "accept", *numbers_of(draft), "--scheme", "buddy")
    small(*accept, "--newcomer-side", "household").refused("household")
    assert small("pairings", "--json").json == []


def test_a_family_is_accepted_as_a_whole(example: Mentorctl) -> None:
    at_home = {name for home in example("households", "--json").json for name in home["members"]}
    drafts = example("pair", "list", "--scheme", "buddy", "--json").json
    family = next(one for one in drafts if one["newcomer"]["name"] in at_home)
    accept = ("pair", "accept", *numbers_of(family), "--scheme", "buddy")
    begun = example(*accept, "--newcomer-side", "household")
    assert "with family" in begun.lines[1]
    made = example("pairings", "--json").json[-1]
    assert (made["newcomer"], made["newcomer_side"], made["mentor_side"]) == (
        family["newcomer"]["name"],
        "household",
        "person",
    )


def test_pairings_of_a_scheme_with_a_career_part_tell_what_they_work_towards(
    example: Mentorctl,
) -> None:
    work = example("pairings", "--scheme", "work_mentor", "--json").json
    assert {row["scheme"] for row in work} == {"work_mentor"}
    assert any(row["goal"] for row in work)
    head, *_ = example("pairings", "--scheme", "work_mentor").lines
    assert head.endswith("Own goal")
    assert all("goal" not in row for row in example("pairings", "--scheme", "buddy", "--json").json)
