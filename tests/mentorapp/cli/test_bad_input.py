"""Whatever a user can do wrong gives a sentence, and nothing is lost or half written.

Files and folders that cannot be used are in ``test_troubles.py``.
"""

from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from mentorapp.words import Words
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

DATA = Path(__file__).parents[2] / "data" / "imports"
HEADINGS = "Fornavn;Etternavn;Telefon;Postnr;Fødselsår"


@pytest.fixture
def before(example: Mentorctl) -> bytes:
    return example.office.read_bytes()


def unreadable(ctl: Mentorctl, file: Path, kind: str = "mentors") -> str:
    """The reason of the only row that is left out."""
    answer = ctl("import", kind, file, "--json").json
    left = [row["why"] for row in answer["details"] if row["status"] == "unreadable"]
    assert len(left) == answer["left_out"] == 1
    return str(left[0])


# Files that are refused as a whole


def test_an_empty_file_is_refused(example: Mentorctl, before: bytes) -> None:
    example("import", "mentors", DATA / "empty.csv").refused("The file is empty")
    assert example.office.read_bytes() == before


def test_headings_without_rows_are_refused(example: Mentorctl, write: WriteFile) -> None:
    example("import", "mentors", write("a.csv", HEADINGS + "\n")).refused("The file is empty")


def test_a_photo_named_xlsx_is_refused(example: Mentorctl, before: bytes) -> None:
    example("import", "mentors", DATA / "photo.xlsx").refused("This is a picture")
    assert example.office.read_bytes() == before


def test_a_pdf_is_the_wrong_kind_of_file(example: Mentorctl, tmp_path: Path) -> None:
    example("report", "follow-up", "--out", tmp_path / "a.pdf")  # which the log tells
    before = example.office.read_bytes()
    example("import", "mentors", tmp_path / "a.pdf").refused("PDF")
    assert example.office.read_bytes() == before


def test_an_office_is_the_wrong_kind_of_file_for_an_import(
    example: Mentorctl, tmp_path: Path
) -> None:
    copyfile(example.office, tmp_path / "list.csv")
    example("import", "mentors", tmp_path / "list.csv").refused("database")


def test_a_list_of_something_else_says_which_column_is_missing(
    example: Mentorctl, before: bytes, write: WriteFile
) -> None:
    file = write("a.csv", "Vare;Pris\nMelk;20\nBrød;40\n")
    example("import", "mentors", file).refused("No column was recognised", "Vare, Pris")
    assert example.office.read_bytes() == before


def test_a_file_that_is_not_there_is_refused(example: Mentorctl, tmp_path: Path) -> None:
    example("import", "mentors", tmp_path / "no.csv").refused("no.csv", "not there")


# Rows that are left out


def test_half_a_row_is_left_out(empty: Mentorctl, write: WriteFile) -> None:
    rows = [f"Mentor{n};Holm;4000000{n};8200;198{n}" for n in range(6)] + ["Kari;Hol"]
    assert "fewer cells" in unreadable(empty, write("a.csv", "\n".join([HEADINGS, *rows])))
    assert len(empty("people", "--json").json) == 6


def test_an_unknown_postal_code_is_left_out(empty: Mentorctl, write: WriteFile) -> None:
    file = write("a.csv", f"{HEADINGS}\nKari;Holm;;9999;1980\nOla;Holm;;8200;1980\n")
    assert "9999" in unreadable(empty, file)


def test_a_date_in_2062_is_left_out(empty: Mentorctl, write: WriteFile) -> None:
    file = write("a.csv", f"{HEADINGS}\nKari;Holm;;8200;2062\n")
    assert "2062" in unreadable(empty, file)
    dated = write("b.csv", "Fornavn;Etternavn;Registrert dato\nKari;Holm;24.12.2062\n")
    assert "2062" in unreadable(empty, dated)


def test_a_meeting_in_2062_is_left_out(example: Mentorctl, write: WriteFile) -> None:
    number = example("pairings", "--running", "--json").json[0]["number"]
    file = write("a.csv", f"Koblingsnummer;Dato;Varighet\n{number};24.12.2062;60\n")
    assert "2062" in unreadable(example, file, "meetings")


def test_a_name_of_300_characters_is_left_out(empty: Mentorctl, write: WriteFile) -> None:
    file = write("a.csv", f"{HEADINGS}\n{'A' * 300};Holm;;8200;1980\n")
    assert "longer than 200" in unreadable(empty, file)


def test_a_wrong_organisation_number_is_left_out(empty: Mentorctl, write: WriteFile) -> None:
    file = write("a.csv", "Navn;Org.nr\nHavblikk AS;999 000 003\nTindtopp;999 000 029\n")
    assert "999 000 003" in unreadable(empty, file, "organisations")


# Text that is taken as it is


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("خالد", "فارس"),
        ("Лариса", "Ковальчук"),
        ("<b>Kari</b>", "Holm"),
        ("Kari", "O'Neil & Sønn; <script>alert(1)</script>"),
        ("Øyvind", "Ængård-Ås"),
        ("田中", "実"),
    ],
)
def test_a_name_is_kept_as_it_is_written_and_printed(
    given: str, family: str, empty: Mentorctl, write: WriteFile
) -> None:
    file = write("a.csv", f'Fornavn,Etternavn,Postnr\n"{given}","{family}",8200\nOla,Holm,8200\n')
    assert empty("import", "newcomers", file).code == 0
    person = empty("people", "--json").json[0]
    assert (person["given_name"], person["family_name"]) == (given, family)
    assert given in "\n".join(empty("people").lines)


def test_a_formula_is_text_and_goes_back_as_text(
    empty: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    file = write("a.csv", f"{HEADINGS}\n=cmd();Holm;;8200;1980\n=1+1;Holm;;9999;1980\n")
    assert empty("import", "mentors", file, "--rejected", tmp_path / "no.csv").code == 0
    assert empty("people", "--json").json[0]["given_name"] == "=cmd()"
    rejected = (tmp_path / "no.csv").read_text(encoding="utf-8-sig")
    assert "'=1+1;" in rejected


def test_arabic_and_cyrillic_names_come_through_pairing_and_print(
    empty: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    mentors = "Fornavn;Etternavn;Postnr;Språk;Taushetserklæring signert;Kurs gjennomført\n"
    mentors += "<i>Олена</i>;Ткач;8200;norsk;01.02.2026;01.02.2026\n"
    newcomers = "Fornavn;Etternavn;Postnr;Språk\nخالد;فارس;8200;norsk B1\n"
    empty("import", "mentors", write("m.csv", mentors))
    empty("import", "newcomers", write("n.csv", newcomers))
    run = empty("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json
    assert len(run["accepted"]) == 1, run
    assert empty("letters", "--unsent", "--out", tmp_path).code == 0
    assert empty("report", "follow-up", "--out", tmp_path / "f.pdf").code == 0


# Numbers and steps


@pytest.fixture
def running(example: Mentorctl) -> dict[str, object]:
    found: dict[str, object] = example("pairings", "--running", "--json").json[-1]
    return found


def test_a_mistyped_pairing_number_is_told(
    example: Mentorctl, running: dict[str, object], before: bytes, tmp_path: Path
) -> None:
    number = str(running["number"])
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    example("log", wrong, "--minutes", "60").refused(wrong, "mistyped")
    swapped = number[0] + number[2] + number[1] + number[3:]
    example("letters", "--pairing", swapped, "--out", tmp_path).refused(swapped, "mistyped")
    assert example.office.read_bytes() == before


def test_a_persons_number_where_a_pairings_is_wanted_is_told(example: Mentorctl) -> None:
    person = example("people", "--json").json[0]["number"]  # the log tells who was looked at
    before = example.office.read_bytes()
    example("log", person, "--minutes", "60").refused(str(person), "person", "pairing")
    assert example.office.read_bytes() == before


def test_a_pairing_number_that_nobody_has_is_told(example: Mentorctl) -> None:
    example("log", "39994", "--minutes", "60").refused("39994")


@pytest.mark.parametrize("day", ["2026-11-24", "2062-12-24"])
def test_a_meeting_in_the_future_is_refused(
    day: str, example: Mentorctl, running: dict[str, object], before: bytes
) -> None:
    ran = example("log", running["number"], "--minutes", "60", "--date", day)
    ran.refused("future", Words("en").date(date.fromisoformat(day)))
    assert example.office.read_bytes() == before


def test_a_meeting_before_the_pair_was_agreed_is_refused(
    example: Mentorctl, running: dict[str, object], before: bytes
) -> None:
    ran = example("log", running["number"], "--minutes", "60", "--date", "2019-01-01")
    ran.refused(Words("en").date(date(2019, 1, 1)))
    assert example.office.read_bytes() == before


@pytest.mark.parametrize("minutes", ["0", "-5", "1441", "9" * 30])
def test_a_meeting_that_lasted_no_time_or_more_than_a_day_is_refused(
    minutes: str, example: Mentorctl, running: dict[str, object], before: bytes
) -> None:
    example("log", running["number"], "--minutes", minutes).refused("Duration")
    assert example.office.read_bytes() == before


def test_a_place_of_300_characters_is_refused(
    example: Mentorctl, running: dict[str, object]
) -> None:
    ran = example("log", running["number"], "--minutes", "60", "--place", "x" * 300)
    ran.refused("Place", "too long")


def test_an_unknown_scheme_tells_which_there_are(example: Mentorctl, before: bytes) -> None:
    for words in (("pair", "run"), ("pair", "list"), ("pair", "hand", "10019", "10024")):
        ran = example(*words, "--scheme", "chess")
        ran.refused("chess", "work_mentor", "buddy", "language_practice", "practice_driving")
    assert example.office.read_bytes() == before


def test_two_mentors_are_no_pair(example: Mentorctl, before: bytes) -> None:
    ran = example("pair", "hand", "10019", "10024", "--scheme", "buddy")
    ran.refused("newcomer")
    assert example.office.read_bytes() == before


def test_letters_that_nobody_is_owed_are_not_printed(empty: Mentorctl, tmp_path: Path) -> None:
    empty("letters", "--unsent", "--out", tmp_path / "out").refused("nothing to print")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("period", ["banana", "2026-13", "2026Q5", "Q", "9999Q4", "0000Q1"])
def test_what_is_no_period_is_refused(period: str, example: Mentorctl, tmp_path: Path) -> None:
    out = tmp_path / "q.pdf"
    example("report", "quarter", "--period", period, "--out", out).refused(period)
    assert not out.exists()


def test_a_quarter_that_has_not_begun_is_refused_as_such(
    example: Mentorctl, tmp_path: Path
) -> None:
    out = tmp_path / "q.pdf"
    ran = example("report", "quarter", "--period", "2027Q1", "--out", out)
    ran.refused("2027Q1", "has not begun")
    assert not out.exists()
