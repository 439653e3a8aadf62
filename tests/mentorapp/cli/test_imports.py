"""Bringing lists in from the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.conftest import DemoRan

LIST = """Fornavn;Etternavn;Telefon;E-post;Postnr;Fødselsår
Kari;Holm;40000001;kari@holm.example.no;8200;1980
Ola;Vik;40000002;ola@vik.example.no;9999;1981
Kari;Berg;40000001;;8200;1990
"""
FILES = {
    "organisations": "organisasjoner.csv",
    "mentors": "mentorer.xlsx",
    "newcomers": "nyankomne.csv",
    "pairings": "koblinger.xlsx",
    "meetings": "moter.csv",
}


def counts(answer: dict[str, Any]) -> tuple[int, int, int, int]:
    return answer["new"], answer["changed"], answer["same"], answer["left_out"]


def test_an_import_says_what_came_of_every_row(empty: Mentorctl, write: WriteFile) -> None:
    lines = empty("import", "mentors", write("a.csv", LIST)).lines
    assert lines[0].startswith("Columns: Fornavn → First name, Etternavn → Last name")
    assert "1 new, 0 changed, 0 unchanged, 2 left out" in lines[1]
    assert "Row 3, Ola Vik" in lines[2]
    assert "9999" in lines[2]
    assert "Row 4, Kari Berg" in lines[3]
    assert "Kari Holm" in lines[3]


def test_a_dry_run_writes_nothing_and_foresees_the_same(empty: Mentorctl, write: WriteFile) -> None:
    file = write("a.csv", LIST)
    before = empty.office.read_bytes()
    foreseen = empty("import", "mentors", file, "--dry-run", "--json").json
    assert empty.office.read_bytes() == before
    assert foreseen["dry_run"] is True
    done = empty("import", "mentors", file, "--json").json
    assert counts(foreseen) == counts(done) == (1, 0, 0, 2)
    assert (done["duplicates"], done["unreadable"]) == (1, 1)


def test_a_dry_run_tells_what_would_change(empty: Mentorctl, write: WriteFile) -> None:
    empty("import", "mentors", write("a.csv", LIST))
    changed = write("b.csv", LIST.replace("holm.example.no;8200", "holm.example.no;8250"))
    told = "\n".join(empty("import", "mentors", changed, "--dry-run").lines)
    assert "Kari Holm: changes Postal code" in told


def test_one_bad_row_refuses_a_strict_import(empty: Mentorctl, write: WriteFile) -> None:
    before = empty.office.read_bytes()
    ran = empty("import", "mentors", write("a.csv", LIST), "--strict")
    ran.refused("Nothing was imported", "2 rows", "9999")
    assert empty.office.read_bytes() == before


def test_a_strict_import_without_a_bad_row_goes_through(empty: Mentorctl, write: WriteFile) -> None:
    good = "\n".join(LIST.splitlines()[:2])
    assert empty("import", "mentors", write("a.csv", good), "--strict", "--json").json["new"] == 1


def test_rows_left_out_come_back_with_why_and_can_be_mended(
    empty: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    back = tmp_path / "left-out.csv"
    ran = empty("import", "mentors", write("a.csv", LIST), "--rejected", back)
    assert str(back) in ran.lines[-1]
    rejected = back.read_text(encoding="utf-8-sig").splitlines()
    assert len(rejected) == 3
    assert rejected[0].startswith("Fornavn;Etternavn;Telefon;E-post;Postnr;Fødselsår;")
    assert "9999" in rejected[1].split(";")[-1]
    mended = write("mended.csv", "\n".join(rejected[:2]).replace(";9999;", ";8250;"))
    assert counts(empty("import", "mentors", mended, "--json").json) == (1, 0, 0, 0)
    assert {person["name"] for person in empty("people", "--json").json} == {"Kari Holm", "Ola Vik"}


@pytest.mark.parametrize(("name", "start"), [("back.xlsx", b"PK"), ("back.CSV", b"\xef\xbb\xbf")])
def test_the_file_of_rejected_rows_is_what_its_name_says(
    empty: Mentorctl, write: WriteFile, tmp_path: Path, name: str, start: bytes
) -> None:
    back = tmp_path / name
    empty("import", "mentors", write("a.csv", LIST), "--rejected", back)
    assert back.read_bytes().startswith(start)


def test_what_was_not_understood_is_told_though_the_row_is_taken_in(
    empty: Mentorctl, write: WriteFile
) -> None:
    file = write("a.csv", "Navn;Ordning;Skostørrelse\nKari Holm;Språktrim;41\n")
    told = "\n".join(empty("import", "mentors", file).lines)
    assert "Not recognised, so not read: Skostørrelse" in told
    assert "Row 2, Kari Holm" in told
    assert "Språktrim" in told


def test_no_file_of_rejected_rows_is_made_when_there_are_none(
    empty: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    good = write("a.csv", "\n".join(LIST.splitlines()[:2]))
    assert empty("import", "mentors", good, "--rejected", tmp_path / "no.csv").code == 0
    assert not (tmp_path / "no.csv").exists()


def test_a_file_of_rejected_rows_that_cannot_be_written_refuses_the_import(
    empty: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    empty("import", "mentors", write("a.csv", LIST), "--rejected", tmp_path).refused(tmp_path.name)
    assert empty("people", "--json").json == []


def test_the_file_of_rejected_rows_never_overwrites_the_list_itself(
    empty: Mentorctl, write: WriteFile
) -> None:
    file = write("a.csv", LIST)
    empty("import", "mentors", file, "--rejected", file).refused("a.csv", "the list itself")
    assert file.read_text(encoding="utf-8") == LIST


def test_a_likely_duplicate_is_left_out_and_named(empty: Mentorctl, write: WriteFile) -> None:
    answer = empty("import", "mentors", write("a.csv", LIST), "--json").json
    (row,) = (one for one in answer["details"] if one["status"] == "duplicate")
    assert row["summary"] == "Kari Berg"
    assert "Kari Holm" in row["why"]


def test_an_empty_cell_never_erases(empty: Mentorctl, write: WriteFile) -> None:
    empty("import", "mentors", write("a.csv", "\n".join(LIST.splitlines()[:2])))
    bare = write("b.csv", "Fornavn;Etternavn;Telefon;E-post;Postnr;Fødselsår\nKari;Holm;;;;1980\n")
    assert counts(empty("import", "mentors", bare, "--json").json) == (0, 0, 1, 0)
    (person,) = empty("people", "--json").json
    assert person["phone"] == "+4740000001"
    assert person["email"] == "kari@holm.example.no"
    assert person["postal_code"] == "8200"


@pytest.mark.parametrize("kind", FILES)
def test_running_the_same_file_twice_changes_nothing(
    kind: str, example: Mentorctl, demo: DemoRan
) -> None:
    """Though meanwhile pairs were made, statuses moved on, meetings were logged."""
    answer = example("import", kind, demo.folder / "files" / FILES[kind], "--strict", "--json").json
    assert counts(answer)[:2] == (0, 0)
    assert answer["same"] == answer["rows"]
    before = example.office.read_bytes()
    example("import", kind, demo.folder / "files" / FILES[kind])
    assert example.office.read_bytes() == before


def test_the_answer_says_which_column_was_taken_for_what_and_which_was_dropped(
    empty: Mentorctl, write: WriteFile
) -> None:
    file = write("a.csv", "Fornavn;Etternavn;Fødselsnummer;Religion\nKari;Holm;01018012345;ja\n")
    answer = empty("import", "mentors", file, "--json").json
    assert answer["columns"] == {"Fornavn": "given_name", "Etternavn": "family_name"}
    assert set(answer["dropped"]) == {"Fødselsnummer", "Religion"}
    told = "\n".join(empty("import", "mentors", file).lines)
    assert "Fødselsnummer" in told
    assert "01018012345" not in told


def test_only_the_first_rows_left_out_are_told_one_by_one(
    empty: Mentorctl, write: WriteFile
) -> None:
    rows = "".join(f"Kari{n};Holm;9999\n" for n in range(50))
    lines = empty("import", "mentors", write("a.csv", f"Fornavn;Etternavn;Postnr\n{rows}")).lines
    assert len(lines) == 2 + 20 + 1
    assert "30 rows more" in lines[-1]
