"""``people tie`` and ``people untie``."""

import pytest

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl


@pytest.fixture
def two(empty: Mentorctl, write: WriteFile) -> tuple[Mentorctl, str, str, str]:
    """An office with Kari, Ali and Hidden, whose address is strictly confidential."""
    empty(
        "import", "mentors", write("m.csv", "Navn;Taushetserklæring signert\nKari Holm;1.2.2026\n")
    )
    empty(
        "import",
        "newcomers",
        write("n.csv", "Navn;Adressesperre\nAli Hassan;nei\nHidden Person;strengt fortrolig\n"),
    )
    numbers = {one["name"]: str(one["number"]) for one in empty("people", "--json").json}
    return empty, numbers["Kari Holm"], numbers["Ali Hassan"], numbers["Hidden Person"]


Office = tuple[Mentorctl, str, str, str]


def test_two_people_are_tied_both_ways_and_untied_again(two: Office) -> None:
    ctl, kari, ali, _hidden = two
    said = ctl("people", "tie", kari, ali, "--kind", "landlord")
    assert said.lines == ["Kari Holm and Ali Hassan must not be paired: landlord and tenant."]
    ties = {one["name"]: one["ties"] for one in ctl("people", "--json").json}
    assert ties["Kari Holm"] == [{"number": int(ali), "kind": "landlord"}]
    assert ties["Ali Hassan"] == [{"number": int(kari), "kind": "landlord"}]
    assert ties["Hidden Person"] == []
    assert ctl("people", "untie", ali, kari, "--json").json == {"people": [int(ali), int(kari)]}
    assert all(one["ties"] == [] for one in ctl("people", "--json").json)


def test_a_tie_that_is_not_there_cannot_be_taken_away(two: Office) -> None:
    ctl, kari, ali, _hidden = two
    ctl("people", "untie", kari, ali).refused("no tie", f"{kari}–{ali}")


def test_a_mistyped_number_is_refused(two: Office) -> None:
    ctl, kari, _ali, _hidden = two
    ctl("people", "tie", kari, kari).refused("cannot be the person")
    ctl("people", "tie", kari, int(kari) + 1).refused("mistyped")


def test_of_a_hidden_person_no_landlord_is_stored_and_no_tie_is_listed(two: Office) -> None:
    ctl, kari, _ali, hidden = two
    ctl("people", "tie", hidden, kari, "--kind", "landlord").refused("another kind of tie")
    done = ctl("people", "tie", hidden, kari, "--kind", "other", "--json").json
    assert done == {
        "people": [int(hidden), int(kari)],
        "kind": "other",
        "discarded_proposals": 0,
        "running_pairings": [],
    }
    assert all(one["ties"] == [] for one in ctl("people", "--json").json)
