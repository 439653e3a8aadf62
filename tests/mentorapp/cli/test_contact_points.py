"""``contacts``: who helps a newcomer with what."""

from pathlib import Path

import pytest

from tests.mentorapp.cli.running import Mentorctl


@pytest.fixture
def paired(small: Mentorctl, numbers: dict[str, int]) -> tuple[Mentorctl, int, int]:
    """Sahra is paired with Marit; her number and the pairing's."""
    made = small("pair", "hand", numbers["Sahra"], numbers["Marit"], "--scheme", "buddy", "--json")
    return small, numbers["Sahra"], made.json["number"]


def test_a_contact_is_noted_changed_ended_and_deleted(
    paired: tuple[Mentorctl, int, int],
) -> None:
    ctl, sahra, _pair = paired
    noted = ctl("contacts", "add", sahra, "--role", "welfare_office", "--name", "Nils Vik",
                "--service", "NAV Fjordvik", "--phone", "55553333", "--task", "job_search",
                "--json").json  # fmt: skip
    assert (noted["phone"], noted["since"]) == ("+4755553333", "2026-11-23")
    changed = ctl("contacts", "change", noted["contact"], "--stand-in", "Anne Holm", "--json").json
    assert (changed["name"], changed["stand_in"]) == ("Nils Vik", "Anne Holm")
    ctl("contacts", "end", noted["contact"], "--on", "2026-11-22").refused("Until")
    assert ctl("contacts", "end", noted["contact"], "--json").json["until"] == "2026-11-23"
    ctl("contacts", "remove", noted["contact"])
    told = ctl("contacts", "list", sahra, "--json").json["contacts"]
    assert [(one["role"], one["contact"]) for one in told] == [("mentor", None)]
    ctl("contacts", "remove", noted["contact"]).refused("contact point")


def test_what_two_services_do_is_found_in_the_list_of_all(
    paired: tuple[Mentorctl, int, int],
) -> None:
    ctl, sahra, _pair = paired
    for role, service in (("welfare_office", "NAV"), ("citizen_service", "Servicetorget")):
        ctl("contacts", "add", sahra, "--role", role, "--service", service, "--task", "housing")
    (line,) = ctl("contacts", "list", "--double", "--json").json
    assert (line["number"], line["done_twice"]) == (sahra, ["housing"])
    nobody = ctl("contacts", "list", "--none", "--json").json
    assert sahra not in {one["number"] for one in nobody}
    assert len(nobody) == 2
    figures = ctl("contacts", "figures", "--json").json
    assert figures["with_double"] == {"part": 1, "base": 3, "percent": 33}
    assert "Two services do the same: housing" in ctl("contacts", "list", sahra).out


def test_a_pairing_is_handed_over_with_a_stand_in(paired: tuple[Mentorctl, int, int]) -> None:
    ctl, sahra, pair = paired
    ctl("contacts", "hand-over", pair, "--to", "Mona Elvestrand", "--stand-in", "Jon Stensund")
    lines = {one["number"]: one for one in ctl("contacts", "list", "--json").json}
    assert lines[sahra]["coordinator"] == "Mona Elvestrand"
    assert lines[sahra]["stand_in"] == "Jon Stensund"
    without = ctl("contacts", "list", "--no-coordinator", "--json").json
    assert sahra not in {one["number"] for one in without}


def test_the_card_is_written(paired: tuple[Mentorctl, int, int], tmp_path: Path) -> None:
    ctl, sahra, _pair = paired
    ctl("contacts", "card", sahra, "--out", tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
