from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentorapp.operations import offices, pairing, schemes
from tests.factories import TODAY
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.registering import mentor_id, newcomer_id, pair


@pytest.fixture
def pairing_number(office_file: Path) -> int:
    database = offices.open_office(office_file)
    with database.write("mona") as tx:
        pair(tx, name="Ali Hassan")
        made = pairing.pair_by_hand(
            tx,
            schemes.find(tx, "practice_driving").id,
            mentor_id(tx, name="Kari Nordmann"),
            newcomer_id(tx, birth_year=2007),
            date(2026, 9, 1),
        )
    database.close()
    return made.number


def test_a_pairs_driving_is_written_down_logged_and_added_up(
    office_file: Path, pairing_number: int, tmp_path: Path
) -> None:
    mentorctl = Mentorctl(office_file)
    logged = mentorctl(
        *("driving", "log", pairing_number, "--minutes", "90", "--km", "60"),
        *("--condition", "dark", "--condition", "winter"),
    )
    assert "No learner’s permit is written down." in logged.out
    mentorctl(
        *("driving", "set", pairing_number, "--car", "Volvo V60"),
        *("--permit-from", "2026-08-01", "--permit-to", "2026-12-10"),
        *("--licence-since", "2001-05-01"),
    )
    told = mentorctl("driving", "show", pairing_number, "--json").json
    assert told["totals"] == {
        "drives": 1,
        "minutes": 90,
        "kilometres": 60,
        "minutes_by_condition": {
            "dark": 90, "winter": 90, "motorway": 0, "rain": 0, "town": 0,
        },
        "of_recommended_minutes": {"part": 90, "base": 8400, "percent": 1},
    }  # fmt: skip
    assert [one["kind"] for one in told["warnings"]] == ["permit_ends_soon"]
    assert "1.5 of 140 recommended hours (1 %)" in mentorctl("driving", "show", pairing_number).out
    assert "permit ends in 17 days" in mentorctl("today").out
    file = tmp_path / "log.pdf"
    mentorctl("driving", "paper", pairing_number, "--out", file)
    reader = PdfReader(BytesIO(file.read_bytes()))
    assert len(reader.pages) == 1
    printed = reader.pages[0].extract_text()
    assert all(word in printed for word in ("Kari Nordmann", "Volvo V60", "Driving log"))
    figures = mentorctl(
        *("driving", "figures", "--from", "2026-10-01", "--to", "2026-12-31", "--json")
    ).json
    assert (figures["drove"], figures["ended_with_test"]["base"]) == (1, 0)


def test_the_countries_rules_are_data_that_can_be_changed(office_file: Path) -> None:
    later = Mentorctl(office_file, today=date(2027, 1, 4))
    (norway,) = later("driving", "rules", "--json").json
    assert (norway["country"], norway["companion_age"], norway["own"]) == ("NO", 25, False)
    later("driving", "rules", "--country", "DK").refused("DK")
    later("driving", "rules", "--country", "DK", "--companion-age", "30").refused("Source")
    made = later(
        *("driving", "rules", "--country", "DK", "--companion-age", "30"),
        *("--source", "looked up by the office", "--permit", "yes", "--json"),
    ).json
    assert (made["source_date"], made["permit_needed"]) == ("2027-01-04", True)
    assert [one["country"] for one in later("driving", "rules", "--json").json] == ["DK", "NO"]


def test_a_pair_of_another_scheme_has_no_driving(office_file: Path, pairing_number: int) -> None:
    mentorctl = Mentorctl(office_file, today=TODAY)
    (other,) = [
        one for one in mentorctl("pairings", "--json").json if one["number"] != pairing_number
    ]
    mentorctl("driving", "show", other["number"]).refused(str(other["number"]))
