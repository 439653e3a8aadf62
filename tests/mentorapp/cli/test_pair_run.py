"""Running the engine from the command line, with what was decided and with other weights."""

from contextlib import closing
from dataclasses import replace

import pytest

from mentorapp.operations import pairing, people, schemes
from mentorapp.operations.offices import open_office
from mentorapp.storage import records
from tests.factories import TODAY, spoken
from tests.mentorapp.cli.running import Mentorctl


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
    again = small("pair", "run", "--scheme", "buddy", "--json").json
    own = {"run": 0, "milliseconds": {}}
    assert first | own == again | own
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


def _pairs(answer: dict[str, object]) -> set[tuple[str, str]]:
    proposals = answer["proposals"]
    assert isinstance(proposals, list)
    return {
        (one["newcomer"]["name"].split()[0], one["mentor"]["name"].split()[0]) for one in proposals
    }


def test_a_run_is_told_with_proof_points_remedies_and_its_number(small: Mentorctl) -> None:
    answer = small("pair", "run", "--scheme", "buddy", "--json").json
    assert answer["certified"] is True
    assert answer["engine"]
    assert answer["milliseconds"].keys() >= {"load", "scores", "solve"}
    assert answer["total"] == sum(one["score"] for one in answer["proposals"])
    for one in answer["proposals"]:
        assert sum(one["points"].values()) == one["score"]
        assert 0 < one["percent"] <= 100
    (left,) = answer["left_over"]
    assert left["remedies"][-1]["kind"] == "recruit"
    assert "Spanish" in left["remedies"][-1]["in_words"]
    lines = small("pair", "run", "--scheme", "buddy").lines
    assert any("A new mentor: speaks Spanish" in line for line in lines)
    assert small("pair", "run", "--scheme", "buddy", "--dry-run", "--json").json["run"] is None
    (newest, *_) = small("pair", "runs", "--json").json
    assert f"Kept as run {newest['run']}: proven to be the best set of pairs." in lines


def test_a_dry_run_tells_that_its_set_is_proven(small: Mentorctl) -> None:
    lines = small("pair", "run", "--scheme", "buddy", "--dry-run").lines
    assert lines[-1] == "Not kept: proven to be the best set of pairs."
    assert small("pair", "run", "--scheme", "buddy", "--dry-run", "--json").json["decided"] is None


@pytest.mark.parametrize("goal", ["most", "fair"])
def test_a_dry_run_with_decisions_tells_what_they_change(
    goal: str, small: Mentorctl, numbers: dict[str, int]
) -> None:
    lock = ("--lock", f"{numbers['Sahra']},{numbers['Trond']}")
    run = ("pair", "run", "--scheme", "buddy", "--dry-run", "--goal", goal, *lock)
    told = small(*run, "--json").json["decided"]
    assert told["pairs_before"] == told["pairs_after"] == 2
    assert told["total_after"] < told["total_before"]
    assert {one["newcomer"]["name"] for one in told["moves"]} == {"Sahra Guled", "Khaled Fares"}
    lines = small(*run).lines
    what = {"most": "It would cost ", "fair": "The poorest pair would be "}[goal]
    assert lines[-3].startswith(f"Against the set without these locks and bans: {what}")
    assert "  Sahra Guled would move from Marit Bekkelund to Trond Hestvika" in lines[-2:]


@pytest.mark.parametrize("goal", ["most", "best", "fair"])
def test_every_goal_can_be_asked_for(goal: str, small: Mentorctl) -> None:
    answer = small("pair", "run", "--scheme", "buddy", "--goal", goal, "--json").json
    assert answer["goal"] == goal
    assert len(answer["proposals"]) == 2
    assert small("pair", "runs", "--json").json[0]["goal"] == goal


def test_a_lock_is_kept_and_the_others_follow(small: Mentorctl, numbers: dict[str, int]) -> None:
    lock = f"{numbers['Sahra']},{numbers['Trond']}"
    answer = small("pair", "run", "--scheme", "buddy", "--lock", lock, "--json").json
    assert _pairs(answer) == {("Sahra", "Trond"), ("Khaled", "Marit")}
    assert [one["locked"] for one in answer["proposals"]].count(True) == 1
    again = small("pair", "run", "--scheme", "buddy", "--json").json
    assert _pairs(again) == _pairs(answer)
    other = f"{numbers['Sahra']},{numbers['Marit']}"
    moved = small("pair", "run", "--scheme", "buddy", "--lock", other, "--json").json
    assert _pairs(moved) == {("Sahra", "Marit"), ("Khaled", "Trond")}
    assert moved["broken_locks"] == []


def test_a_pair_that_is_forbidden_is_never_made_again(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    lock = f"{numbers['Sahra']},{numbers['Marit']}"
    small("pair", "run", "--scheme", "buddy", "--lock", lock)
    answer = small("pair", "run", "--scheme", "buddy", "--forbid", lock, "--json").json
    assert _pairs(answer) == {("Sahra", "Trond"), ("Khaled", "Marit")}
    assert _pairs(small("pair", "run", "--scheme", "buddy", "--json").json) == _pairs(answer)


def test_what_is_tried_is_not_kept(small: Mentorctl, numbers: dict[str, int]) -> None:
    plain = small("pair", "run", "--scheme", "buddy", "--dry-run", "--json").json
    before = small.office.read_bytes()
    pair = f"{numbers['Sahra']},{numbers['Marit']}"
    for option in ("--lock", "--forbid"):
        tried = small("pair", "run", "--scheme", "buddy", "--dry-run", option, pair, "--json").json
        assert (("Sahra", "Marit") in _pairs(tried)) == (option == "--lock")
    assert small.office.read_bytes() == before
    again = small("pair", "run", "--scheme", "buddy", "--dry-run", "--json").json
    assert _pairs(again) == _pairs(plain)


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_lock_that_cannot_hold_refuses_the_run_with_the_must(
    dry: tuple[str, ...], small: Mentorctl, numbers: dict[str, int]
) -> None:
    small("pair", "run", "--scheme", "buddy")
    before = small("pair", "list", "--scheme", "buddy", "--json").json
    words = ("pair", "run", "--scheme", "buddy", *dry)
    ban = ("--forbid", f"{numbers['Sahra']},{numbers['Marit']}")
    small(*words, *ban, "--lock", f"{numbers['Ana']},{numbers['Marit']}").refused(
        "they have no language in common"
    )
    assert small("pair", "list", "--scheme", "buddy", "--json").json == before
    assert len(small("pair", "runs", "--json").json) == 1


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_decisions_that_contradict_each_other_are_refused(
    dry: tuple[str, ...], small: Mentorctl, numbers: dict[str, int]
) -> None:
    words = ("pair", "run", "--scheme", "buddy", *dry)
    lock = ("--lock", f"{numbers['Sahra']},{numbers['Marit']}")
    for other in (("--forbid", lock[1]), ("--lock", f"{numbers['Sahra']},{numbers['Trond']}")):
        small(*words, *lock, *other).refused("Sahra Guled", "contradicts itself")
    assert small("pair", "runs", "--json").json == []


def test_what_was_sent_stands_beside_the_runs_own_pairs(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    small("pair", "run", "--scheme", "buddy", "--lock", f"{numbers['Khaled']},{numbers['Trond']}")
    with closing(open_office(small.office)) as office, office.write("mona") as tx:
        for row in pairing.drafts(tx, schemes.find(tx, "buddy").id, TODAY):
            if row.newcomer_name == "Sahra Guled":
                pairing.send(tx, row.proposal.id)
    for words in (("--dry-run",), ()):
        answer = small("pair", "run", "--scheme", "buddy", *words, "--json").json
        assert _pairs(answer) == {("Khaled", "Trond")}
        assert answer["total"] == sum(one["score"] for one in answer["proposals"])
        assert [one["newcomer"]["name"] for one in answer["awaiting"]] == ["Sahra Guled"]
        lines = small("pair", "run", "--scheme", "buddy", *words).lines
        assert lines[0] == "1 proposal"
        assert "1 earlier proposal is still open" in lines


def test_a_lock_that_broke_since_is_told_with_the_must(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    lock = f"{numbers['Sahra']},{numbers['Marit']}"
    small("pair", "run", "--scheme", "buddy", "--lock", lock)
    with closing(open_office(small.office)) as office, office.write("mona") as tx:
        sahra = people.by_number(tx, str(numbers["Sahra"]))
        records.amend(tx, replace(sahra, languages=spoken("so:native")))
    words = ("pair", "run", "--scheme", "buddy")
    (broken,) = small(*words, "--dry-run", "--json").json["broken_locks"]
    assert broken["obstacles"] == ["no_common_language"]
    told = "Sahra Guled and Marit Bekkelund cannot stay locked: they have no language in common."
    assert told in small(*words).lines
    assert small(*words, "--json").json["broken_locks"] == []


def test_a_lock_that_is_forbidden_in_a_dry_run_is_not_told_as_broken(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    pair = f"{numbers['Sahra']},{numbers['Marit']}"
    small("pair", "run", "--scheme", "buddy", "--lock", pair)
    words = ("pair", "run", "--scheme", "buddy", "--dry-run", "--forbid", pair, "--json")
    assert small(*words).json["broken_locks"] == []


def test_other_weights_are_tried_beside_the_present_ones(small: Mentorctl) -> None:
    before = small.office.read_bytes()
    words = ("pair", "run", "--scheme", "buddy", "--dry-run", "--weight", "language=off")
    answer = small(*words, "--json").json
    assert answer["tried"]["weights"]["language"] == "off"
    assert answer["comparison"]["pairs"] == {"present": 2, "tried": 2}
    assert answer["comparison"]["total"]["present"] == answer["total"]
    assert small.office.read_bytes() == before
    lines = small(*words).lines
    assert lines[0].startswith("Present weights: 2 pairs, ")
    assert lines[1].startswith("Tried weights: 2 pairs, ")
    same = small(
        "pair", "run", "--scheme", "buddy", "--dry-run", "--weight", "interests=high"
    ).lines
    assert same[-1] == "The pairs are the same."


def test_weights_that_would_be_kept_or_are_none_are_wrong_usage(small: Mentorctl) -> None:
    ran = small("pair", "run", "--scheme", "buddy", "--weight", "language=off")
    assert ran.code == 2
    assert "--dry-run" in ran.err
    for weight in ("language", "language=heavy", "shoes=high"):
        ran = small("pair", "run", "--scheme", "buddy", "--dry-run", "--weight", weight)
        assert ran.code == 2
        assert "distance=high" in ran.err
    for pair in ("10017", "10017,", ","):
        ran = small("pair", "run", "--scheme", "buddy", "--lock", pair)
        assert ran.code == 2
        assert "10017,10023" in ran.err


def test_somebody_whom_the_run_does_not_look_at_cannot_be_locked(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    before = small.office.read_bytes()
    lock = f"{numbers['Sahra']},{numbers['Per']}"
    small("pair", "run", "--scheme", "buddy", "--lock", lock).refused("Per Ikkeklar", "applied")
    assert small.office.read_bytes() == before
