"""Organisations, pairs, meetings and whole files; people are in ``test_import_people.py``."""

import time
from pathlib import Path

import pytest

from mentorapp.domain.meetings import Meeting
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, imports, letters, offices, organisations, pairings
from mentorapp.operations import Transaction as Tx
from mentorapp.operations.imports import Decision, ImportKind
from mentorapp.storage import records
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.conftest import DemoRan
from tests.mentorapp.operations.importing import bring, look, source, statuses
from tests.mentorapp.operations.registering import mentor_id, newcomer_id, pair

ORGANISATIONS, PAIRINGS, MEETINGS = (
    ImportKind.ORGANISATIONS,
    ImportKind.PAIRINGS,
    ImportKind.MEETINGS,
)


# Organisations


ORGS = "Navn;Org.nr;Postnr;Kontaktperson;Telefon\n"


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("Havblikk AS;974 760 673;8200;Eli Marken;40000100", "same"),
        ("havblikk as;;8200;;", "changed"),  # written otherwise
        ("Havblikk AS;;8200;;", "same"),
        ("Nytt navn AS;974760673;;;", "changed"),
        ("Havblikk AS;;8250;;", "changed"),
        ("Havblikk AS;;;Eli Marken;40000199", "changed"),
        ("Havblikk AS;999000002;;;", "new"),  # two numbers are two organisations
        ("Annet AS;;;;", "new"),
        ("Havblikk AS;974760674;;;", "unreadable"),
        ("Havblikk AS;;9999;;", "unreadable"),
    ],
)
def test_an_organisation_is_the_same_by_number_else_by_name(
    row: str, status: str, database: Database
) -> None:
    with database.write("mona") as tx:
        bring(tx, ORGANISATIONS, ORGS + "Havblikk AS;974760673;8200;Eli Marken;40000100\n")
        assert statuses(tx, ORGANISATIONS, ORGS + row + "\n") == [status]


def test_contact_persons_are_changed_by_name_or_added(database: Database) -> None:
    with database.write("mona") as tx:
        for row in ("Eli Marken;40000100", "Eli Marken;40000199", "Per Vik;40000111"):
            bring(tx, ORGANISATIONS, f"{ORGS}Havblikk AS;974760673;8200;{row}\n")
        (one,) = organisations.rows(tx)
        held = organisations.read(tx, one.id)
        assert [(who.name, who.phone) for who in held.contact_persons] == [
            ("Per Vik", "+4740000111"),
            ("Eli Marken", "+4740000199"),
        ]


# Pairs and meetings


PAIRS = "Mentor;Deltaker;Ordning;Startdato;Avsluttet;Årsak\n"
MET = "Mentor;Deltaker;Dato;Varighet;Møteform\n"


@pytest.fixture
def two(database: Database) -> tuple[str, str]:
    with database.write("mona") as tx:
        mentor_id(tx, name="Marit Bekkelund")
        newcomer_id(tx, name="Sahra Guled")
    return "Marit Bekkelund", "Sahra Guled"


def test_a_pair_from_before_runs_on_without_owing_letters(
    database: Database, two: tuple[str, str]
) -> None:
    with database.write("mona") as tx:
        text = f"{PAIRS}{two[0]};{two[1]};Fadder;01.10.2026;;\n"
        assert bring(tx, PAIRINGS, text).new == 1
        (row,) = pairings.rows(tx, TODAY)
        assert row.status is PairingStatus.ACTIVE
        assert row.next_follow_up is not None
        assert row.next_follow_up > TODAY
        assert letters.due(tx, TODAY) == []
        assert records.find(tx, Newcomer)[0].status is NewcomerStatus.PAIRED
        assert statuses(tx, PAIRINGS, text) == ["same"]
        ended = f"{PAIRS}{two[0]};{two[1]};Fadder;01.10.2026;15.11.2026;flyttet\n"
        assert bring(tx, PAIRINGS, ended).changed == 1
        assert pairings.rows(tx, TODAY)[0].status is PairingStatus.ENDED_EARLY
        assert statuses(tx, PAIRINGS, ended) == ["same"]


@pytest.mark.parametrize(
    "row",
    [
        "Nobody Known;Sahra Guled;Fadder;01.10.2026;;",
        "Marit Bekkelund;Sahra Guled;Sjakk;01.10.2026;;",
        "Marit Bekkelund;Sahra Guled;Fadder;;;",
        "Marit Bekkelund;Sahra Guled;Fadder;24.12.2062;;",
        "Marit Bekkelund;Sahra Guled;Fadder;01.10.2026;01.09.2026;",
        "Sahra Guled;Marit Bekkelund;Fadder;01.10.2026;;",
    ],
)
def test_a_pair_that_cannot_be_is_left_out(
    row: str, database: Database, two: tuple[str, str]
) -> None:
    with database.write("mona") as tx:
        assert two
        (planned,) = look(tx, PAIRINGS, PAIRS + row + "\n")
        assert planned.status.value == "unreadable"
        assert imports.say_row(Words("en"), planned)


def test_a_name_that_two_have_asks_for_the_number(database: Database, two: tuple[str, str]) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, name=two[0])
        (row,) = look(tx, PAIRINGS, f"{PAIRS}{two[0]};{two[1]};Fadder;01.10.2026;;\n")
        assert "number" in imports.say_row(Words("en"), row)


def running(tx: Tx, two: tuple[str, str]) -> int:
    bring(tx, PAIRINGS, f"{PAIRS}{two[0]};{two[1]};Fadder;01.10.2026;;\n")
    return pairings.rows(tx, TODAY)[0].number


def test_a_meeting_is_the_same_by_pair_and_day(database: Database, two: tuple[str, str]) -> None:
    with database.write("mona") as tx:
        number = running(tx, two)
        text = f"{MET}{two[0]};{two[1]};05.10.2026;1 time;Fysisk\n"
        assert bring(tx, MEETINGS, text).new == 1
        assert statuses(tx, MEETINGS, text) == ["same"]
        by_number = f"Koblingsnummer;Dato;Varighet\n{number};05.10.2026;90\n"
        assert statuses(tx, MEETINGS, by_number) == ["changed"]
        bring(tx, MEETINGS, by_number)
        assert pairings.rows(tx, TODAY)[0].minutes == 90


def test_a_meeting_keeps_the_mark_of_its_paper_slip(
    database: Database, two: tuple[str, str]
) -> None:
    with database.write("mona") as tx:
        number = running(tx, two)
        text = f"Koblingsnummer;Dato;Varighet;Slippnr\n{number};05.10.2026;90;A 17\n"
        bring(tx, MEETINGS, text)
        assert [one.slip for one in records.find(tx, Meeting)] == ["A 17"]
        assert statuses(tx, MEETINGS, text) == ["same"]


def test_two_meetings_on_one_day_are_two(database: Database, two: tuple[str, str]) -> None:
    with database.write("mona") as tx:
        running(tx, two)
        text = MET + f"{two[0]};{two[1]};05.10.2026;30;\n" * 2
        assert bring(tx, MEETINGS, text).new == 2
        assert statuses(tx, MEETINGS, text) == ["same", "same"]


@pytest.mark.parametrize(
    "row", ["24.12.2062;60;", "24.11.2026;60;", "30.09.2026;60;", "05.10.2026;0;", "5. ok;60;"]
)
def test_a_meeting_that_cannot_have_been_is_left_out(
    row: str, database: Database, two: tuple[str, str]
) -> None:
    with database.write("mona") as tx:
        running(tx, two)
        assert statuses(tx, MEETINGS, f"{MET}{two[0]};{two[1]};{row}\n") == ["unreadable"]


@pytest.mark.parametrize("row", [
    "{pair};;;1.12.2030;Kaia 3",  # has not been yet
    "{pair};;;i går kveld;Kaia 3",  # cannot be read
    "{pair};;;10.9.2026;Kaia 3",  # tells a place
    ";Marit Bekkelund;;1.12.2030;Kaia 3",  # a pair by one name alone
    ";Ukjent Mentor;Sahra Guled;10.9.2026;Kaia 3",  # a name nobody has
    "30009;Ukjent Mentor;Sahra Guled;10.9.2026;Kaia 3",  # a number no pair has
])  # fmt: skip
def test_no_place_of_a_protected_pair_stands_among_the_rejected_rows(
    database: Database, row: str
) -> None:
    with database.write("mona") as tx:
        number = pair(tx, protection=Protection.CONFIDENTIAL).number
        text = "Koblingsnummer;Mentor;Deltaker;Dato;Sted\n" + row.format(pair=number)
        found = imports.preview(tx, source(tx, MEETINGS, text), TODAY)
    assert [one.status.value for one in found.rows] == ["unreadable"]
    assert b"Kaia" not in imports.rejected(found, Words("en"))[0]


def test_the_place_of_an_open_pair_comes_back_to_be_mended(database: Database) -> None:
    with database.write("mona") as tx:
        text = f"Koblingsnummer;Dato;Sted\n{pair(tx).number};1.12.2030;Kaia 3"
        found = imports.preview(tx, source(tx, MEETINGS, text), TODAY)
    assert b"Kaia 3" in imports.rejected(found, Words("en"))[0]


# Whole files


def test_rows_left_out_by_the_coordinator_come_back_too(database: Database) -> None:
    with database.write("mona") as tx:
        text = "Fornavn;Etternavn;Postnr\nKari;Holm;8200\nOla;Vik;9999\n"
        found = imports.preview(tx, source(tx, ImportKind.MENTORS, text), TODAY)
    data, suffix = imports.rejected(found, Words("en"), {2: Decision.SKIP})
    lines = data.decode("utf-8-sig").splitlines()
    assert suffix == ".csv"
    assert [line.split(";")[0] for line in lines] == ["Fornavn", "Kari", "Ola"]
    assert lines[1].endswith("left out by you")


def test_what_happened_between_look_and_click_is_not_overwritten(database: Database) -> None:
    text = "Fornavn;Etternavn;Telefon\nKari;Holm;40000001\n"
    with database.read() as tx:
        looked = source(tx, ImportKind.MENTORS, text)
        assert imports.preview(tx, looked, TODAY).rows[0].status.value == "new"
    with database.write("jon") as tx:
        bring(tx, ImportKind.MENTORS, text)
    with database.write("mona") as tx:
        applied = imports.apply(tx, looked, TODAY)
        assert (applied.new, applied.same) == (0, 1)


@pytest.mark.parametrize("kind", sorted(set(ImportKind) - {ImportKind.COMPETENCES}))
def test_the_examples_files_say_nothing_new_to_their_own_office(
    kind: ImportKind, demo: DemoRan, example_file: Path
) -> None:
    database = offices.open_office(example_file)
    names = {"organisations": "organisasjoner.csv", "mentors": "mentorer.xlsx",
             "newcomers": "nyankomne.csv", "pairings": "koblinger.xlsx",
             "meetings": "moter.csv"}  # fmt: skip
    file = demo.folder / "files" / names[kind]
    table = imports.load(file.read_bytes(), file.name)
    with database.read() as tx:
        read = imports.read(kind, table, imports.suggest(kind, table), imports.setting(tx), TODAY)
        rows = imports.preview(tx, read, TODAY).rows
    database.close()
    assert {row.status.value for row in rows} == {"same"}


@pytest.mark.slow
def test_ten_thousand_rows_are_brought_in(database: Database) -> None:
    """The time is printed, and stated in docs/performance.md; it is not asserted."""
    rows = "".join(
        f"Kari{n};Holm{n};4{n:07d};k{n}@x.example.no;8200;{1940 + n % 60}\n" for n in range(10_000)
    )
    text = f"Fornavn;Etternavn;Telefon;E-post;Postnr;Fødselsår\n{rows}"
    begun = time.perf_counter()
    with database.write("mona") as tx:
        assert bring(tx, ImportKind.NEWCOMERS, text).new == 10_000
    first = time.perf_counter() - begun
    with database.write("mona") as tx:
        assert bring(tx, ImportKind.NEWCOMERS, text).same == 10_000
    again = time.perf_counter() - begun - first
    print(f"10,000 rows: {first:.1f} s, once more {again:.1f} s")  # noqa: T201
