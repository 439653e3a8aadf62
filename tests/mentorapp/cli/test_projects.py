"""``projects`` and ``households``."""

from pathlib import Path

import pytest

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

FAMILIES = """Fornavn;Etternavn;Postnr;Språk;Husstand;Barnepass
Amina;Guled;8200;norsk B1;Familien Guled;ja
Yusuf;Guled;8200;norsk B1;Familien Guled;ja
Hanna;Skjult;8200;norsk B1;Skjult hus;
"""


@pytest.fixture
def pair(small: Mentorctl, numbers: dict[str, int]) -> str:
    """The number of a pairing in the scheme of buddies."""
    ran = small("pair", "hand", numbers["Sahra"], numbers["Marit"], "--scheme", "buddy", "--json")
    return str(ran.json["number"])


def test_a_project_is_made_tagged_reported_and_deleted(
    small: Mentorctl, pair: str, tmp_path: Path
) -> None:
    made = small("projects", "add", "Systua", "--from", "2025-01-01", "--json").json
    assert made["from"] == "2025-01-01"
    small("projects", "change", "systua", "--to", "2024-01-01").refused("before")
    assert small("projects", "tag", "Systua", pair).lines == ["Saved for 1 number."]
    (row,) = small("pairings", "--json").json
    assert row["project"] == "Systua"
    small("projects", "delete", made["handle"]).refused("pairing")
    page = tmp_path / "project.pdf"
    told = small("projects", "report", "Systua", "--out", page, "--json").json
    assert told["figures"]["pairings"] == 1
    assert page.read_bytes().startswith(b"%PDF-")
    assert len(small("projects", "report", "Systua").lines) == 2
    small("projects", "tag", "-", pair)
    assert small("projects", "delete", "Systua").lines == ["Systua was deleted."]
    assert small("projects", "--json").json == []


def test_a_pairing_is_for_a_household_once_one_is_known(
    small: Mentorctl, numbers: dict[str, int], pair: str, write: WriteFile
) -> None:
    small("households", "pair", pair, "--newcomer", "household").refused("Sahra Guled")
    assert small("import", "newcomers", write("f.csv", FAMILIES)).code == 0
    amina = next(
        one["number"] for one in small("people", "--json").json if one["name"] == "Amina Guled"
    )
    ran = small("pair", "hand", amina, numbers["Trond"], "--scheme", "buddy", "--json")
    said = small("households", "pair", ran.json["number"], "--newcomer", "household")
    assert "the whole household" in said.lines[0]
    assert "Amina Guled with family" in small("pairings").out
    (row,) = [one for one in small("households", "--json").json if one["pairings"]]
    assert row["pairings"] == [ran.json["number"]]
    assert small("households", "change", row["handle"], "--near-school").lines == ["Saved."]
    assert [one["near_school"] for one in small("households", "--json").json].count(True) == 1
    assert "Familien Guled" in small("households").out


def test_childcare_is_counted_as_a_barrier(small: Mentorctl, write: WriteFile) -> None:
    assert small("import", "newcomers", write("f.csv", FAMILIES)).code == 0
    (row,) = [one for one in small("households", "--json").json if one["childcare_needed"]]
    assert row["members"] == ["Amina Guled", "Yusuf Guled"]
    told = small("households", "childcare", "--json").json
    assert told["waiting"]["part"] == 2
    assert told["households"] == 1
    assert small("households", "childcare").lines[-1] == "Households: 1"
