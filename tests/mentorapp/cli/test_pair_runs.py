"""Kept runs from the command line."""

from contextlib import closing
from dataclasses import replace

import pytest

from mentorapp.domain.pairing_runs import PairingRunDetails, RunOutcome
from mentorapp.operations.offices import open_office
from mentorapp.storage import records
from tests.mentorapp.cli.running import Mentorctl


def test_runs_are_listed_and_one_of_them_is_told(small: Mentorctl, numbers: dict[str, int]) -> None:
    first = small("pair", "run", "--scheme", "buddy", "--json").json["run"]
    second = small("pair", "run", "--scheme", "work_mentor", "--json").json["run"]
    rows = small("pair", "runs", "--json").json
    assert [row["run"] for row in rows] == [second, first]
    (row,) = small("pair", "runs", "--scheme", "buddy", "--json").json
    assert row["run"] == first
    assert (row["pairs"], row["left_over"], row["certified"]) == (2, 1, True)
    assert len(small("pair", "runs").lines) == 4
    told = small("pair", "runs", first, "--json").json
    assert {one["newcomer"]["name"] for one in told["proposals"]} == {"Sahra Guled", "Khaled Fares"}
    assert [one["name"] for one in told["waiting"]] == ["Ana Nopair"]
    lines = small("pair", "runs", first).lines
    assert lines[0].startswith(f"Run {first}, ")
    assert lines[0].endswith(": As many pairs as possible")
    assert lines[1].startswith("Weights: Shared interests high, Common language must, ")
    assert lines[2].startswith("Proven to be the best set of pairs. It took ")
    assert any(line.startswith(f"  Ana Nopair ({numbers['Ana']}): No pair") for line in lines)


def test_a_run_tells_why_somebody_was_paired_then_or_was_not(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    run = small("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json["run"]
    answer = small("pair", "runs", run, numbers["Sahra"], "--json").json
    assert answer["proposal"]["mentor"]["name"] == "Marit Bekkelund"
    assert answer["in_words"].startswith("Sahra Guled was proposed to Marit Bekkelund")
    lines = small("pair", "runs", run, numbers["Sahra"]).lines
    assert any("the proposal then" in line for line in lines)
    assert any("costs at least" in line for line in lines)
    answer = small("pair", "runs", run, numbers["Ana"], "--json").json
    assert answer["proposal"] is None
    assert answer["waiting"]["stopped"] == {"no_common_language": 2}
    assert answer["in_words"].startswith("Ana Nopair: No pair: 2 mentors stopped by language")
    later = small("pair", "run", "--scheme", "buddy", "--json").json["run"]
    answer = small("pair", "runs", later, numbers["Sahra"], "--json").json
    assert answer["in_words"] == "Sahra Guled was not in this run."


@pytest.mark.parametrize(("more", "told"), [(1, "at least 1 pair fewer"), (0, "costs at least")])
def test_a_mentor_who_would_have_cost_a_pair_is_told_so_and_not_as_a_score(
    more: int, told: str, small: Mentorctl, numbers: dict[str, int]
) -> None:
    run = small("pair", "run", "--scheme", "buddy", "--json").json
    with closing(open_office(small.office)) as office, office.write("mona") as tx:
        (kept,) = records.find(tx, PairingRunDetails)
        outcome = RunOutcome.from_text(kept.outcome)
        dear = [replace(one, loss=run["total"] + more) for one in outcome.candidates]
        records.amend(tx, replace(kept, outcome=replace(outcome, candidates=dear).to_text()))
    lines = small("pair", "runs", run["run"], numbers["Sahra"]).lines
    (line,) = [line for line in lines if "Trond Hestvika" in line]
    assert told in line


def test_a_run_tells_whom_a_mentor_got_in_it(small: Mentorctl, numbers: dict[str, int]) -> None:
    run = small("pair", "run", "--scheme", "buddy", "--json").json["run"]
    said = f"Sahra Guled ({numbers['Sahra']}) was proposed to Marit Bekkelund: "
    assert small("pair", "runs", run, numbers["Marit"]).lines[-1].startswith(said)
    answer = small("pair", "runs", run, numbers["Marit"], "--json").json
    assert [one["newcomer"]["name"] for one in answer["proposals"]] == ["Sahra Guled"]
    nobody = "Nobody was proposed to Per Ikkeklar in this run."
    assert small("pair", "runs", run, numbers["Per"]).lines[-1] == nobody
    assert small("pair", "runs", run, numbers["Per"], "--json").json["proposals"] == []


def test_a_run_or_newcomer_that_is_not_there_is_refused(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    small("pair", "runs", numbers["Sahra"]).refused("person", "pairing run")
    small("pair", "runs", "40001").refused("mistyped")
