"""Pairing, listing pairs and logging from the command line."""

from datetime import date

import pytest

from mentorapp.words import Words
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

MENTORS = """Fornavn;Etternavn;Postnr;Språk;Interesser;Taushetserklæring signert;Kurs gjennomført
Marit;Bekkelund;8200;norsk;fiske;01.02.2026;01.02.2026
Trond;Hestvika;8200;norsk;strikking;01.02.2026;01.02.2026
Per;Ikkeklar;8200;norsk;fiske;;
"""
NEWCOMERS = """Fornavn;Etternavn;Postnr;Språk;Interesser
Sahra;Guled;8200;norsk B1;fiske
Khaled;Fares;8200;norsk B1;strikking
Ana;Nopair;8200;spansk morsmål;fiske
"""


@pytest.fixture
def small(empty: Mentorctl, write: WriteFile) -> Mentorctl:
    """Three mentors, one of whom nobody approved, and three newcomers, one with no language."""
    assert empty("import", "mentors", write("m.csv", MENTORS), "--strict").code == 0
    assert empty("import", "newcomers", write("n.csv", NEWCOMERS), "--strict").code == 0
    return empty


def test_a_run_tells_pairs_with_reasons_and_who_is_left_with_what_stopped_them(
    small: Mentorctl,
) -> None:
    answer = small("pair", "run", "--scheme", "buddy", "--json").json
    pairs = {(one["newcomer"]["name"], one["mentor"]["name"]) for one in answer["proposals"]}
    assert pairs == {("Sahra Guled", "Marit Bekkelund"), ("Khaled Fares", "Trond Hestvika")}
    assert all(one["in_words"] and one["score"] for one in answer["proposals"])
    (left,) = answer["left_over"]
    assert left["name"] == "Ana Nopair"
    assert left["stopped"] == {"no_common_language": 2}
    lines = small("pair", "run", "--scheme", "buddy").lines
    assert lines[0] == "2 proposals"
    assert any("Ana Nopair" in line for line in lines)


def test_mentors_whom_nobody_approved_yet_are_counted(small: Mentorctl) -> None:
    assert small("pair", "run", "--scheme", "buddy", "--json").json["mentors_not_ready"] == 1
    for words in (("--dry-run",), ()):
        lines = small("pair", "run", "--scheme", "buddy", *words).lines
        assert "1 mentor of this scheme is not approved yet and was passed over" in lines


def test_a_run_makes_drafts_and_no_pairings(small: Mentorctl) -> None:
    small("pair", "run", "--scheme", "buddy")
    assert small("pairings", "--json").json == []
    drafts = small("pair", "list", "--scheme", "buddy", "--json").json
    assert [one["status"] for one in drafts] == ["draft", "draft"]


def test_a_run_again_replaces_the_drafts(small: Mentorctl) -> None:
    first = small("pair", "run", "--scheme", "buddy", "--json").json
    assert small("pair", "run", "--scheme", "buddy", "--json").json == first
    assert len(small("pair", "list", "--scheme", "buddy", "--json").json) == 2


def test_a_dry_run_keeps_nothing(small: Mentorctl) -> None:
    before = small.office.read_bytes()
    tried = small("pair", "run", "--scheme", "buddy", "--dry-run", "--json").json
    assert len(tried["proposals"]) == 2
    assert small.office.read_bytes() == before


@pytest.mark.parametrize("name", ["buddy", "Fadder", "FADDER", "Buddy"])
def test_a_scheme_is_found_by_key_and_by_any_of_its_names(name: str, small: Mentorctl) -> None:
    assert small("pair", "run", "--scheme", name, "--json").json["scheme"] == "buddy"


def test_accepting_all_makes_pairings(small: Mentorctl) -> None:
    run = small("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json
    rows = small("pairings", "--json").json
    assert run["accepted"] == [row["number"] for row in rows]
    assert {row["status"] for row in rows} == {"agreed"}
    assert small("pair", "list", "--scheme", "buddy", "--json").json == []
    again = small("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json
    assert again["accepted"] == []


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
