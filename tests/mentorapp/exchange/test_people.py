"""Whole rows of mentors and newcomers, as they lie in offices' files."""

import os
from datetime import date
from pathlib import Path

import pytest

from mentorapp.domain.availability import DayPart, Slot, Weekday
from mentorapp.domain.households import ChildBand
from mentorapp.domain.imports import Columns, ImportKind, NoteReason, Reason, RowReading
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.people import Gender, Transport
from mentorapp.domain.protection import Protection
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.exchange import mentors, newcomers
from mentorapp.exchange.headings import recognise_table
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.spreadsheets import write_csv, write_xlsx
from mentorapp.exchange.tables import Cell, SourceTable

DATA = Path(__file__).parents[2] / "data" / "imports"
TODAY = date(2026, 11, 23)


def read(table: SourceTable, kind: ImportKind) -> tuple[tuple[RowReading, ...], Columns]:
    reader = mentors if kind is ImportKind.MENTORS else newcomers
    columns = recognise_table(kind, table)
    readings = reader.read_rows(table, columns, today=TODAY, schemes=standard_schemes())
    return readings, columns


def one(kind: ImportKind, **cells: Cell) -> RowReading:
    headings = [name.replace("_", " ") for name in cells]
    table = read_table(write_xlsx(headings, [list(cells.values())], "A"))
    readings, columns = read(table, kind)
    assert len(columns.fields) + len(columns.dropped) == len(headings), columns
    return readings[0]


def mentor(**cells: Cell) -> RowReading:
    return one(ImportKind.MENTORS, **cells)


def newcomer(**cells: Cell) -> RowReading:
    return one(ImportKind.NEWCOMERS, **cells)


def reasons(reading: RowReading) -> list[tuple[str, Reason]]:
    return [(problem.field, problem.reason) for problem in reading.problems]


def test_a_mentor_with_everything_is_read() -> None:
    found = mentor(
        Etternavn="Østby",
        Fornavn="Åse",
        Fødselsår="01.02.1980",
        Kjønn="Kvinne",
        Mobil=91827364.0,
        E_post="Ase@Example.no",
        Adresse="Storgata 1",
        Postnr=8006,
        Sted="Bodø",
        Språk="norsk morsmål og litt engelsk",
        Interesser="fiske, strikking",
        Når_kan_du_møtes="tirsdag kveld",
        Har_bil="ja",
        Bedrift="Bodø Bakeri",
        Stilling="sykepleier",
        Ordning="Arbeidsmentor",
        Antall_mentees=2,
        Maks_avstand="2 mil",
        Politiattest=date(2026, 1, 10),
        Taushetserklæring="nei",
        Status="Godkjent",
        Merknad="Snill",
    )
    assert not found.problems
    assert not found.notes
    assert found.number == 2
    assert dict(found.values) == {
        "family_name": "Østby",
        "given_name": "Åse",
        "birth_year": 1980,
        "gender": Gender.WOMAN,
        "phone": "+4791827364",
        "email": "ase@example.no",
        "address": "Storgata 1",
        "postal_code": "8006",
        "place": "Bodø",
        "languages": frozenset({Spoken("no", Level.NATIVE), Spoken("en", Level.A2)}),
        "interests": frozenset({"fishing", "knitting"}),
        "availability": frozenset({Slot(Weekday.TUESDAY, DayPart.EVENING)}),
        "transport": frozenset({Transport.CAR, Transport.LICENCE}),
        "organisation": "Bodø Bakeri",
        "occupation": "sykepleier",
        "occupation_group": found.values["occupation_group"],
        "schemes": frozenset({"work_mentor"}),
        "capacity": 2,
        "max_distance_km": 20,
        "certificate_seen_on": date(2026, 1, 10),
        "status": found.values["status"],
        "notes": "Snill",
    }


def test_an_empty_cell_gives_no_value_that_could_erase_one() -> None:
    found = mentor(Navn="Ola Hansen", Telefon=None, E_post="-", Språk="?", Merknad="n/a")
    assert set(found.values) == {"given_name", "family_name"}


def test_soft_words_that_are_not_understood_are_kept_in_the_notes() -> None:
    found = mentor(Navn="Ola", Interesser="fiske, dragefly", Status="litt usikkert", Merknad="God")
    assert found.readable
    assert found.values["interests"] == frozenset({"fishing"})
    assert found.values["notes"] == "God\nInteresser: dragefly\nStatus: litt usikkert"
    assert {note.reason for note in found.notes} == {NoteReason.NOT_RECOGNISED}


def test_a_row_without_a_name_cannot_be_read() -> None:
    assert reasons(mentor(Navn="?", Telefon="91827364")) == [("name", Reason.MISSING)]


def test_an_unknown_postal_code_is_a_problem() -> None:
    found = mentor(Navn="Ola", Postnr="9999")
    assert reasons(found) == [("postal_code", Reason.UNKNOWN_POSTAL_CODE)]
    assert found.problems[0].text == "9999"


def test_nothing_tells_where_a_strictly_confidential_person_is() -> None:
    found = newcomer(
        Navn="Ola", Kode_6="kode 6", Adresse="Hemmelig vei 1", Postnr="8006", Telefon="91827364"
    )
    assert {reason for _, reason in reasons(found)} == {Reason.LOCATION_OF_PROTECTED}
    assert {field for field, _ in reasons(found)} == {"address", "postal_code", "phone"}
    assert "Hemmelig vei" not in repr(found)
    assert "91827364" not in repr(found)


def test_a_confidential_person_may_have_an_address() -> None:
    found = newcomer(Navn="Ola", Adressesperre="fortrolig", Adresse="Storgata 1")
    assert found.readable
    assert found.values["protection"] is Protection.CONFIDENTIAL


def test_a_strictly_confidential_person_without_contact_details_is_read() -> None:
    assert newcomer(Navn="Ola", Adressesperre="strengt fortrolig").readable


def test_what_a_dropped_column_says_is_taken_out_of_the_free_text() -> None:
    found = newcomer(Navn="Ola", Religion="Buddhist", Merknad="Ola er buddhist og liker fiske")
    assert found.values["notes"] == "Ola er … og liker fiske"
    assert found.notes[0].reason is NoteReason.SENSITIVE_REMOVED


def test_the_level_of_norwegian_has_a_column_of_its_own() -> None:
    found = newcomer(Navn="Ola", Morsmål="arabisk", Norsknivå="A2")
    assert found.values["languages"] == {Spoken("ar", Level.NATIVE), Spoken("no", Level.A2)}


def test_the_wish_for_ones_own_gender_is_resolved() -> None:
    found = newcomer(Navn="Kari", Kjønn="kvinne", Ønsket_kjønn="samme kjønn")
    assert found.values["wish_gender"] is Gender.WOMAN
    unknown = newcomer(Navn="Kari", Ønsket_kjønn="samme kjønn")
    assert "wish_gender" not in unknown.values
    assert unknown.values["notes"] == "Ønsket kjønn: samme kjønn"


def test_a_language_where_an_interpreter_is_asked_for_says_yes() -> None:
    found = newcomer(Navn="Ola", Tolkebehov="arabisk")
    assert found.values["needs_interpreter"] is True
    assert found.values["interpreter_language"] == "ar"
    assert not found.notes


def test_every_bad_row_of_a_file_has_its_reason_and_the_others_go_on() -> None:
    readings, _ = read(read_table((DATA / "hostile.csv").read_bytes()), ImportKind.MENTORS)
    found = {row.number: [problem.reason for problem in row.problems] for row in readings}
    assert found == {
        2: [Reason.TOO_LONG],
        3: [],
        4: [],
        5: [Reason.HALF_ROW],
        6: [Reason.YEAR_IN_FUTURE],
        7: [Reason.NO_SUCH_DATE],
        8: [Reason.NOT_A_PHONE],
        9: [Reason.NOT_AN_EMAIL],
        10: [],
        11: [],
    }
    names = [(row.values.get("given_name"), row.values.get("family_name")) for row in readings]
    assert names[1] == ("<b>Ola</b>", "Nordmann")
    assert names[2] == ("=cmd()", None)
    assert names[8] == ("مريم", "الخطيب")
    assert names[9] == ("Олена", "Шевченко")


def test_a_shifted_row_is_a_problem_in_a_csv() -> None:
    table = read_table(b"Navn;Mobil\nOla;91827364\nPer;Hansen;91827364\nKari;92345678\n")
    readings, _ = read(table, ImportKind.MENTORS)
    assert reasons(readings[1])[0] == ("", Reason.TOO_MANY_CELLS)


def test_rows_that_excel_cut_short_are_whole() -> None:
    rows = "".join(f"Person {letter};1980;\n" for letter in "ABCDEFGHIJKLMNOP")
    short = "".join(f"Person {letter};1980\n" for letter in "QRSTUVWXYZABCDEFGH")
    table = read_table(f"Navn;Født;Merknad\n{rows}{short}".encode())
    readings, _ = read(table, ImportKind.MENTORS)
    assert all(row.readable for row in readings)


def test_a_formula_that_failed_is_a_problem() -> None:
    found = mentor(Navn="Ola", Telefon="#REF!")
    assert reasons(found) == [("phone", Reason.SHEET_ERROR)]


@pytest.mark.parametrize(
    "name", ["mentors_utf8_bom.csv", "mentors_utf16.csv", "mentors_cp1252.csv", "two_sheets.xlsx"]
)
def test_one_list_reads_the_same_from_every_kind_of_file(name: str) -> None:
    readings, _ = read(read_table((DATA / name).read_bytes(), name), ImportKind.MENTORS)
    first = readings[0].values
    assert all(row.readable for row in readings)
    assert (first["given_name"], first["family_name"]) == ("Åse", "Østby")
    assert first["phone"] == "+4791827364"
    assert first["languages"] == {
        Spoken("no", Level.B2),
        Spoken("ar", Level.B2),
        Spoken("en", Level.A2),
    }


def test_an_export_of_another_program_is_read_without_being_known() -> None:
    table = read_table(
        write_csv(
            ["first name", "last name", "email address", "both mentor and mentee", "job title",
             "grade", "organisation", "profession", "characteristics", "biography"],
            [["mentor", "00", "mentor.00@example.org", "yes", "Some role", "SCS4",
              "Department of Joy", "Digital", "Asexual", "My name is mentor 00. I am Asexual."]],
        )
    )  # fmt: skip
    readings, columns = read(table, ImportKind.MENTORS)
    values = readings[0].values
    assert readings[0].readable
    assert (values["given_name"], values["family_name"]) == ("mentor", "00")
    assert values["organisation"] == "Department of Joy"
    assert set(columns.dropped) == {8}
    assert "Asexual" not in repr(readings[0])


SAMPLES = Path(os.environ.get("MENTORAPP_IMPORT_SAMPLES", "../shared/data/import_samples"))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the files of other programs are not here")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("casa_volunteers.csv", ImportKind.MENTORS),
        ("civil_service_mentors.csv", ImportKind.MENTORS),
        ("civil_service_mentees.csv", ImportKind.NEWCOMERS),
    ],
)
def test_files_that_other_programs_wrote_are_read_whole(name: str, kind: ImportKind) -> None:
    readings, _ = read(read_table((SAMPLES / name).read_bytes(), name), kind)
    assert readings
    assert all(row.readable for row in readings)
    assert all("email" in row.values for row in readings)


def test_a_household_and_the_ages_of_its_children_are_read() -> None:
    reading = newcomer(
        Fornavn="Sahra", Etternavn="Guled", Husstand="Familien Guled", Barnas_alder="0 og 3"
    )
    assert reading.values["household"] == "Familien Guled"
    assert reading.values["child_bands"] == {ChildBand.UNDER_1, ChildBand.NURSERY}


def test_ages_that_are_not_understood_are_kept_in_the_notes() -> None:
    reading = newcomer(Fornavn="Sahra", Barnas_alder="to små")
    assert "child_bands" not in reading.values
    assert reading.values["notes"] == "Barnas alder: to små"


def test_a_mentor_has_a_household_too() -> None:
    found = mentor(Navn="Ola", Husstand="Familien Vik", Barnas_alder="2 og 7")
    assert found.values["household"] == "Familien Vik"
    assert found.values["child_bands"] == {ChildBand.NURSERY, ChildBand.PRIMARY}


def test_an_employer_keeps_the_heading_of_the_list() -> None:
    found = newcomer(Navn="Ola", Arbeidsgiver="Bodø Bakeri")
    assert found.values["employer"] == "Bodø Bakeri"
    assert found.values["employer_line"] == "Arbeidsgiver: Bodø Bakeri"


@pytest.mark.parametrize("heading", ["Tidligere arbeidsgiver", "Ønsket arbeidsplass"])
def test_an_earlier_or_wished_employer_is_not_the_employer(heading: str) -> None:
    table = read_table(f"Navn;{heading}\nOla;Bodø Bakeri\n".encode())
    readings, _ = read(table, ImportKind.NEWCOMERS)
    assert "employer" not in readings[0].values
