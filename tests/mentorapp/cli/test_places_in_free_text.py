"""Nothing that is written about a strictly confidential person names a place."""

from pathlib import Path

import pytest

from mentorapp.words import Words
from mentorapp.words.fields import field_label
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

NEWCOMERS = """Fornavn;Etternavn;Ledig;Språk;Adressesperre
Sanna;Streng;mandag kveld, søndag;norsk B1;strengt fortrolig
Hanna;Skjult;søndag;norsk B1;fortrolig
"""
MENTORS = """Fornavn;Etternavn;Ledig;Språk;Taushetserklæring signert;Kurs gjennomført
Marit;Bekkelund;mandag kveld, søndag;norsk;01.02.2026;01.02.2026
"""
ORGANISATIONS = "Navn;Organisasjonsform\nFjordverkstedet;Bedrift\n"


@pytest.fixture
def office(empty: Mentorctl, write: WriteFile) -> Mentorctl:
    for what, text in (
        ("newcomers", NEWCOMERS), ("mentors", MENTORS), ("organisations", ORGANISATIONS)
    ):  # fmt: skip
        assert empty("import", what, write(f"{what}.csv", text), "--strict").code == 0
    return empty


@pytest.fixture
def numbers(office: Mentorctl) -> dict[str, int]:
    return {one["name"].split()[0]: one["number"] for one in office("people", "--json").json}


def test_every_text_that_names_a_place_is_refused_at_its_field(
    office: Mentorctl, numbers: dict[str, int]
) -> None:
    sanna, by_hand = numbers["Sanna"], ("pair", "hand", numbers["Sanna"], numbers["Marit"])
    pair = office(*by_hand, "--scheme", "practice_driving", "--json").json["number"]
    assert office("plan", "add", sanna, "Learn to drive").code == 0
    (goal,) = office("plan", "show", sanna, "--json").json["goals"]
    for words, field in (
        (("interviews", "add", sanna, "--answer", "good={}"), "answer.good"),
        (("interviews", "add", sanna, "--answer", "good=all", "--by", "{}"), "held_by"),
        (("quotes", "add", sanna, "{}"), "quote"),
        (("quotes", "add", sanna, "Fine", "--credit", "{}"), "credit"),
        (("plan", "add", sanna, "{}"), "text"),
        (("plan", "add", sanna, "Work", "--notes", "{}"), "notes"),
        (("plan", "step", goal["goal"], "{}"), "text"),
        (("plan", "step", goal["goal"], "Call", "--who", "{}"), "owner_name"),
        (("cards", "set", sanna, "--field", "{}"), "education_field"),
        (("cards", "set", sanna, "--experience", "{}"), "experience"),
        (("cards", "set", sanna, "--skill", "{}"), "skills"),
        (("cards", "set", sanna, "--licence", "{}"), "licences"),
        (("cards", "set", sanna, "--certificate", "{}"), "certificates"),
        (("cards", "set", sanna, "--needs-for", "{}"), "gap_note"),
        (("contacts", "add", sanna, "--role", "teacher", "--name", "{}"), "name"),
        (("driving", "set", pair, "--car", "{}"), "car"),
        (("driving", "set", pair, "--notes", "{}"), "notes"),
        (("driving", "log", pair, "--minutes", "60", "--notes", "{}"), "notes"),
        (("networks", "note", pair, "start", "--people", "2", "--note", "{}"), "note"),
        (("questions", "add", f"{pair}-M1", "--told", "{}"), "answer.told"),
        (("log", pair, "--minutes", "60", "--notes", "{}"), "notes"),
    ):
        label = field_label(Words("en"), field)
        for place in ("in Bodø", "Storgata 5", "at Fjordverkstedet", "8624 Storforshei"):
            told = (str(word).format(place) for word in words)
            office(*told).refused(f"{label} names a place: “")


def test_the_same_words_are_kept_without_the_place_and_of_a_confidential_person(
    office: Mentorctl, numbers: dict[str, int]
) -> None:
    for who, text in ((numbers["Sanna"], "at the library"), (numbers["Hanna"], "in Bodø")):
        assert office("plan", "add", who, text).code == 0
        assert office("quotes", "add", who, text).code == 0
        assert office("cards", "set", who, "--experience", text).code == 0


def test_a_list_with_a_place_in_somebodys_goal_is_left_out_without_saying_which(
    empty: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    rows = (
        "Fornavn;Etternavn;Mål;Adressesperre\nSiv;Streng;Jobb i Bodø;strengt fortrolig\n"
        "Sol;Streng;Jobb;strengt fortrolig\nOla;Vik;Jobb i Bodø;nei\n"
    )
    back = tmp_path / "back.csv"
    ran = empty("import", "newcomers", write("n.csv", rows), "--rejected", back, "--json")
    assert (ran.json["new"], ran.json["left_out"]) == (2, 1)
    assert "Siv" in back.read_text(encoding="utf-8-sig")
    assert "Bodø" not in back.read_text(encoding="utf-8-sig") + ran.out
