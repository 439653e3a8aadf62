"""``activities`` and ``introductions``."""

from pathlib import Path

import pytest

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

CLUBS = "Navn;Organisasjonsform;Postnr\nFjordvik Idrettslag;Idrettslag;8200\n"


@pytest.fixture
def club(small: Mentorctl, write: WriteFile) -> tuple[Mentorctl, str]:
    """An office with a sports club, and the club's number."""
    assert small("import", "organisations", write("o.csv", CLUBS), "--strict").code == 0
    (one,) = small("organisations", "--json").json
    assert one["kind"] == "association"
    return small, str(one["number"])


def add(ctl: Mentorctl, club: str, name: str, *more: str) -> str:
    return str(ctl("activities", "add", club, name, *more, "--json").json["handle"])


def test_an_activity_is_added_changed_listed_and_deleted(club: tuple[Mentorctl, str]) -> None:
    ctl, number = club
    made = add(ctl, number, "Fisketur", "--interests", "fiske", "--postal-code", "8200")
    add(ctl, number, "Elitelag", "--no-beginners", "--no-open")
    said = ctl("activities", "change", made, "--time", "lørdag 10.00", "--price", "gratis")
    assert said.lines == [f"Saved: Fisketur, Fjordvik Idrettslag ({made})."]
    only = ctl("activities", "--interest", "fishing", "--beginners", "--open", "--json").json
    assert [(one["name"], one["time"], one["interests"]) for one in only] == [
        ("Fisketur", "lørdag 10.00", ["fishing"])
    ]
    assert len(ctl("activities").lines) == 4
    assert ctl("activities", "delete", "elitelag").lines == ["Elitelag was deleted."]
    assert len(ctl("activities", "--json").json) == 1


def test_an_introduction_is_taken_from_step_to_step(
    club: tuple[Mentorctl, str], numbers: dict[str, int]
) -> None:
    ctl, number = club
    add(ctl, number, "Fisketur")
    sahra, marit = numbers["Sahra"], numbers["Marit"]
    made = ctl(
        "introductions", "add", sahra, "Fisketur", "--by-person", marit, "--date", "2026-09-01",
        "--json",
    ).json  # fmt: skip
    assert (made["step"], made["introduced_by"]) == ("introduced", "Marit Bekkelund")
    handle = made["handle"]
    assert "not been there yet" in ctl("today").out
    ctl("introductions", "visited", handle, "--date", "2026-09-10")
    ctl("introductions", "joined", handle, "--date", "2026-10-01")
    ctl("introductions", "member", handle)
    (row,) = ctl("introductions", "--person", sahra, "--json").json
    assert (row["first_visit_on"], row["joined_on"]) == ("2026-09-10", "2026-10-01")
    assert (row["member_on"], row["step"]) == ("2026-11-23", "member")
    figures = ctl("introductions", "figures", "--json").json
    assert figures["joined_people"] == 1
    assert figures["members_seen_within_a_year"] == {"part": 1, "base": 1}
    assert ctl("introductions", "figures").lines[0].startswith("From 1 Jan 2026 to 23 Nov 2026")
    assert (
        ctl("introductions", "left", handle).lines[0].startswith("Sahra Guled, Fisketur: has left")
    )
    ctl("introductions", "joined", handle, "--date", "2026-12-24").refused("future")
    ctl("introductions", "delete", handle)
    assert ctl("introductions", "--json").json == []


def test_what_fits_nearby_is_told_and_printed(
    club: tuple[Mentorctl, str], numbers: dict[str, int], tmp_path: Path
) -> None:
    ctl, number = club
    add(ctl, number, "Strikkekafé", "--interests", "strikking", "--postal-code", "8200")
    add(ctl, number, "Fisketur", "--interests", "fiske", "--postal-code", "8200")
    leaflet = tmp_path / "leaflet.pdf"
    found = ctl("activities", "nearby", numbers["Sahra"], "--out", leaflet, "--json").json
    assert [(one["name"], one["km"]) for one in found["activities"]] == [
        ("Fisketur", 0),
        ("Strikkekafé", 0),
    ]
    assert leaflet.read_bytes().startswith(b"%PDF-")
    assert "Strikkekafé" in ctl("activities", "nearby", numbers["Sahra"]).out


def test_a_word_that_is_no_interest_is_refused(club: tuple[Mentorctl, str]) -> None:
    ctl, _number = club
    ctl("activities", "--interest", "flygeteppe").refused("Interests", "flygeteppe")
