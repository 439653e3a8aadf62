"""``cards``, ``demands`` and ``plan``."""

from pathlib import Path

import pytest

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

NEWCOMERS = """Navn;Språk;Tidligere yrke;Ønsket yrke
Dawit Tesfay;norsk A2;kranfører;kranfører
"""


@pytest.fixture
def dawit(empty: Mentorctl, write: WriteFile) -> tuple[Mentorctl, str]:
    """A crane operator, and Havna AS."""
    empty("import", "newcomers", write("n.csv", NEWCOMERS), "--strict")
    empty("import", "organisations", write("o.csv", "Navn\nHavna AS\n"), "--strict")
    return empty, str(empty("people", "--json").json[0]["number"])


def havna(ctl: Mentorctl) -> str:
    return str(ctl("organisations", "--json").json[0]["number"])


def test_the_crane_operator_needs_b1_for_the_radio(dawit: tuple[Mentorctl, str]) -> None:
    ctl, number = dawit
    ctl("demands", "add", havna(ctl), "kranfører", "--level", "B1", "--level-for", "radio",
        "--certificate", "kranførerbevis")  # fmt: skip
    ctl("cards", "set", number, "--certificate", "Kranførerbevis G4", "--needs", "B1",
        "--needs-for", "radio", "--gap", "network")  # fmt: skip

    card = ctl("cards", "show", number, "--json").json
    assert [one["gap"] for one in card["gaps"]] == ["language", "network"]
    assert [one["ticked"] for one in card["gaps"]] == [False, True]
    (fit,) = card["fits"]
    assert fit["in_words"] == (
        "knows the trade and wishes it; has kranførerbevis; needs B1, has A2 – for radio; "
        "to see to: network in the trade"
    )
    assert any(
        "needs B1, has A2 – for radio" in line for line in ctl("cards", "show", number).lines
    )
    assert "Dawit Tesfay" in ctl("cards", "list", "--gap", "network").lines[-1]
    assert ctl("cards", "list", "--gap", "education", "--json").json == []


def test_a_card_keeps_what_was_not_asked_to_change(dawit: tuple[Mentorctl, str]) -> None:
    ctl, number = dawit
    assert ctl("cards", "set", number, "--skill", "radio", "--experience", "Havn").lines == [
        "Saved: the competence card of Dawit Tesfay."
    ]
    card = ctl("cards", "set", number, "--licence", "B", "--json").json
    assert (card["skills"], card["licences"], card["experience"]) == (["radio"], ["B"], "Havn")
    assert ctl("cards", "remove", number).lines == [
        "The competence card of Dawit Tesfay was deleted."
    ]
    ctl("cards", "remove", number).refused("competence card")


def test_a_demand_is_listed_shown_closed_and_removed(dawit: tuple[Mentorctl, str]) -> None:
    ctl, number = dawit
    ctl("cards", "set", number, "--skill", "radio")
    added = ctl("demands", "add", havna(ctl), "kranfører", "--people", "2", "--json").json
    mark = added["demand"]
    assert added["occupation_group"] == "crane_machine"
    assert ctl("demands", "list", "--open", "--json").json[0]["fitting"] == 1
    shown = ctl("demands", "show", mark)
    assert shown.lines[-1] == f"  Dawit Tesfay ({number}): knows the trade and wishes it"
    assert ctl("demands", "close", mark).lines == [
        "Closed: Havna AS no longer looks for: kranfører."
    ]
    assert ctl("demands", "list", "--open", "--json").json == []
    assert len(ctl("demands", "list").lines) == 3
    assert ctl("demands", "remove", mark).lines == ["Deleted: Havna AS, kranfører."]
    ctl("demands", "show", mark).refused(mark)


def test_a_demand_of_no_organisation_or_of_nobody_is_refused(
    dawit: tuple[Mentorctl, str],
) -> None:
    ctl, number = dawit
    ctl("demands", "add", number, "kranfører").refused("number")
    ctl("demands", "add", "20017", "kranfører").refused("20017")
    ctl("demands", "add", havna(ctl), "kranfører", "--people", "0").refused("How many people")


def test_a_plan_is_set_followed_and_judged(dawit: tuple[Mentorctl, str]) -> None:
    ctl, number = dawit
    goal = ctl("plan", "add", number, "Kran igjen", "--kind", "requalification", "--json").json
    steps = ctl("plan", "step", goal["goal"], "Norskkurs", "--due", "2026-11-01", "--json").json
    step = steps["steps"][0]["step"]
    ctl("plan", "step", goal["goal"], "Ring havna", "--owner", "other", "--who", "NAV")

    (late,) = ctl("plan", "list", "--late", "--json").json
    assert (late["late"], late["late_days"], late["steps"]) == (1, 22, 2)
    assert any("1 step of the plan late" in one["in_words"] for one in ctl("today", "--json").json)
    assert ctl("plan", "done", step).lines == ["Done: Norskkurs"]
    assert ctl("plan", "list").lines[-1].endswith("Plan: 1 of 2 steps done, next: Ring havna (NAV)")
    judged = ctl("plan", "attain", goal["goal"], "3", "--close", "--json").json
    assert (judged["attainment"], judged["closed_on"]) == (3, "2026-11-23")
    lines = ctl("plan", "show", number).lines
    assert "3 – more than hoped" in lines[1]
    assert "closed 23 Nov 2026" in lines[1]
    assert ctl("plan", "list", "--late", "--json").json == []
    assert ctl("plan", "close", goal["goal"], "--json").json["closed_on"] == "2026-11-23"


def test_card_and_plan_are_printed(dawit: tuple[Mentorctl, str], tmp_path: Path) -> None:
    ctl, number = dawit
    for group, folder in (("cards", "card"), ("plan", "plan")):
        ctl(group, "print", number, "--out", tmp_path / "no.pdf").refused()
        if group == "cards":
            ctl("cards", "set", number, "--skill", "radio")
        else:
            ctl("plan", "add", number, "Kran igjen")
        out = tmp_path / f"{folder}.pdf"
        assert ctl(group, "print", number, "--out", out).lines == [f"Written: {out}"]
        assert out.read_bytes().startswith(b"%PDF")


def test_cards_are_filled_in_from_a_list_and_keep_what_they_had(
    dawit: tuple[Mentorctl, str], write: WriteFile
) -> None:
    ctl, number = dawit
    ctl("cards", "set", number, "--skill", "radio", "--experience", "Havn")
    rows = f"Nummer;Ferdigheter;Førerkort\n{number};anhuking, radio;B\n20017;x;\n;y;\n"
    read = ctl("import", "competences", write("c.csv", rows), "--json").json

    assert (read["new"], read["changed"], read["left_out"]) == (0, 1, 2)
    card = ctl("cards", "show", number, "--json").json
    assert (card["skills"], card["licences"]) == (["radio", "anhuking"], ["B"])
    assert card["experience"] == "Havn"
    again = ctl("import", "competences", write("c.csv", rows), "--json").json
    assert (again["changed"], again["same"]) == (0, 1)
    ctl("import", "competences", write("d.csv", "Ferdigheter\nx\n")).refused("Person")
