"""New, changed, same, likely the same or unreadable: each rule by an example."""

from dataclasses import replace

import pytest

from mentorapp.domain.errors import InvalidField, ProtectedLocation
from mentorapp.domain.imports import NoteReason
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, imports, lists, offices, organisations, pairing, people
from mentorapp.operations import Transaction as Tx
from mentorapp.operations.imports import Decision, ImportKind
from mentorapp.operations.people import PersonSummary
from mentorapp.words import Words
from tests.factories import TODAY, an_organisation
from tests.mentorapp.operations.importing import bring, look, source, statuses
from tests.mentorapp.operations.registering import buddy, changed, mentor_id, newcomer, register

MENTORS, NEWCOMERS = ImportKind.MENTORS, ImportKind.NEWCOMERS
HEAD = "Fornavn;Etternavn;Telefon;E-post;Postnr;Fødselsår\n"
KARI = HEAD + "Kari;Holm;40000001;kari@holm.example.no;8200;1980\n"


def named(tx: Tx, name: str) -> PersonSummary:
    return next(one for one in people.all_people(tx) if one.person.name == name)


@pytest.mark.parametrize(
    ("head", "cell", "language"), [("", "", "nn"), (";Brevspråk", ";en", "en")]
)
def test_somebody_new_is_written_to_in_the_language_of_the_office_or_of_the_list(
    head: str, cell: str, language: str, database: Database
) -> None:
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), language="nn"))
        bring(tx, MENTORS, f"Fornavn;Etternavn{head}\nKari;Holm{cell}\n")

        assert named(tx, "Kari Holm").person.letter_language == language


@pytest.mark.parametrize(
    ("row", "status"),
    [
        # The name agrees and …
        ("Kari;Holm;40000001;;;", "same"),  # … the phone number
        ("Kari;Holm;;KARI@holm.example.no;;", "same"),  # … the address
        ("KARI;holm;40000001;;;", "changed"),  # … and is written otherwise
        ("Kari;Holm;;;;1980", "same"),  # … the year, and nothing contradicts
        ("Kari;Holm;+47 400 00 001;;8250;1980", "changed"),
        ("Kari;Holm;40000001;new@holm.example.no;;", "changed"),
        ("Kari;Holm;40000001;;;1981", "changed"),
        # Likely the same: shown for decision
        ("Kari;Holm;40009999;;;1980", "duplicate"),  # same year, another number
        ("Kari;Holm;;;;", "same"),  # nothing new is said
        ("Kari;Holm;;;8250;", "duplicate"),  # the name alone, with something new
        ("Anne;Vik;40000001;;;", "duplicate"),  # another name at the same number
        ("Anne;Vik;;kari@holm.example.no;;", "duplicate"),
        # Somebody else
        ("Kari;Holm;40009999;;;1955", "new"),
        ("Kari;Holm;;;;1955", "new"),
        ("Kåre;Holm;;;;1980", "new"),
        # Left out
        ("Kari;Holm;40000001;;9999;", "unreadable"),
        (";;40000001;;;", "unreadable"),
        ("Kari;Holm;12;;;", "unreadable"),
    ],
)
def test_a_row_is_compared_with_who_is_known(row: str, status: str, database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, MENTORS, KARI)
        assert statuses(tx, MENTORS, HEAD + row + "\n") == [status]


def test_rows_are_compared_with_the_rows_before_them(database: Database) -> None:
    with database.write("mona") as tx:
        twice = KARI + "Kari;Holm;40000001;;;\nKari;Holm;40000001;;8250;\nAnne;Vik;40000001;;;\n"
        assert statuses(tx, MENTORS, twice) == ["new", "same", "duplicate", "duplicate"]
        assert bring(tx, MENTORS, twice).new == 1


def test_a_preview_names_the_fields_that_change(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, MENTORS, KARI)
        (row,) = look(tx, MENTORS, HEAD + "Kari;Holm;40000001;kh@x.example.no;8250;1980\n")
        assert set(row.changes) == {"email", "postal_code"}


def test_decisions_for_likely_duplicates_are_followed(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, MENTORS, KARI)
        other = HEAD + "Anne;Vik;40000001;;8250;1990\n"
        for decisions in (None, {2: Decision.SKIP}):
            applied = bring(tx, MENTORS, other, decisions)
            assert (applied.new, applied.changed, applied.left_out) == (0, 0, 1)
        assert bring(tx, MENTORS, other, {2: Decision.NEW}).new == 1
        assert len(people.all_people(tx)) == 2
        renamed = HEAD + "Karianne;Holm;;kari@holm.example.no;8250;\n"
        assert bring(tx, MENTORS, renamed, {2: Decision.UPDATE}).changed == 1
        assert named(tx, "Karianne Holm").person.birth_year == 1980


def test_new_and_changed_rows_may_be_skipped(database: Database) -> None:
    with database.write("mona") as tx:
        assert bring(tx, MENTORS, KARI, {2: Decision.SKIP}).left_out == 1
        assert people.all_people(tx) == []


def test_an_empty_cell_erases_nothing_and_notes_are_added_once(database: Database) -> None:
    with database.write("mona") as tx:
        first = "Fornavn;Etternavn;Telefon;Merknad\nKari;Holm;40000001;Har hund\n"
        bring(tx, MENTORS, first)
        second = "Fornavn;Etternavn;Telefon;Merknad\nKari;Holm;40000001;Har katt\n"
        assert bring(tx, MENTORS, second).changed == 1
        assert bring(tx, MENTORS, second).same == 1
        assert bring(tx, MENTORS, first).same == 1
        bring(tx, MENTORS, "Fornavn;Etternavn;Telefon;Merknad\nKari;Holm;40000001;\n")
        assert named(tx, "Kari Holm").person.notes == "Har hund\nHar katt"


def test_an_old_list_does_not_take_a_status_back(database: Database) -> None:
    with database.write("mona") as tx:
        text = "Fornavn;Etternavn;Telefon;Status;Registrert dato\nSahra;Guled;40000001;{};{}\n"
        bring(tx, NEWCOMERS, text.format("Klar", "01.08.2026"))
        one = named(tx, "Sahra Guled").newcomer
        assert one is not None
        people.set_newcomer_status(tx, one.id, NewcomerStatus.WITHDRAWN, TODAY)
        assert bring(tx, NEWCOMERS, text.format("Klar", "01.08.2026")).same == 1
        assert bring(tx, NEWCOMERS, text.format("Venter", "01.09.2026")).same == 1


@pytest.mark.parametrize(
    ("heading", "cell", "status"),
    [
        ("Status", "Godkjent", MentorStatus.APPROVED),
        ("Status", "Pause", MentorStatus.PAUSED),
        ("Taushetserklæring signert", "01.02.2026", MentorStatus.APPROVED),
        ("Kurs gjennomført", "01.02.2026", MentorStatus.APPROVED),
        ("Motivasjon", "Hjelpe andre", MentorStatus.APPLIED),
    ],
)
def test_a_mentor_is_approved_when_the_list_says_so_or_shows_it(
    heading: str, cell: str, status: MentorStatus, database: Database
) -> None:
    with database.write("mona") as tx:
        bring(tx, MENTORS, f"Fornavn;Etternavn;{heading}\nKari;Holm;{cell}\n")
        assert [one.status for one in lists.mentor_rows(tx, TODAY)] == [status]


def test_an_organisation_is_found_by_name_and_an_unknown_one_is_remarked(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        organisations.save(tx, an_organisation(number=0, name="Havblikk Eiendom AS"))
        text = "Fornavn;Etternavn;Bedrift\nKari;Holm;havblikk eiendom as\nOla;Vik;Ukjent AS\n"
        known, unknown = look(tx, MENTORS, text)
        assert known.remarks == ()
        assert [one.reason for one in unknown.remarks] == [NoteReason.NOT_REGISTERED]
        assert bring(tx, MENTORS, text).new == 2
        rows = {one.name: one.organisation for one in lists.mentor_rows(tx, TODAY)}
        assert rows == {"Kari Holm": "Havblikk Eiendom AS", "Ola Vik": ""}


def test_a_mentor_on_a_list_of_newcomers_becomes_both(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, MENTORS, KARI)
        (row,) = look(tx, NEWCOMERS, KARI)
        assert (row.status.value, row.changes) == ("changed", ("newcomer",))
        bring(tx, NEWCOMERS, KARI)
        both = named(tx, "Kari Holm")
        assert both.mentor is not None
        assert both.newcomer is not None


def test_an_import_is_ready_to_be_paired(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        bring(tx, NEWCOMERS, "Fornavn;Etternavn;Postnr;Språk\nSahra;Guled;8200;norsk B1\n")
        assert len(pairing.run(tx, buddy(tx), TODAY).rows) == 1


# Protection


PROTECTED = "Fornavn;Etternavn;Telefon;Adresse;Postnr;Adressesperre\nHanna;Skjult;{}\n"


def test_a_list_raises_a_protection_and_never_lowers_it(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, NEWCOMERS, PROTECTED.format("40000001;Gata 1;8200;"))
        for said, level in (
            ("fortrolig", Protection.CONFIDENTIAL),
            ("nei", Protection.CONFIDENTIAL),
            ("", Protection.CONFIDENTIAL),
        ):
            bring(tx, NEWCOMERS, PROTECTED.format(f"40000001;;;{said}"))
            assert named(tx, "Hanna Skjult").protection is level


def test_what_tells_where_goes_when_a_list_makes_somebody_strict(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, NEWCOMERS, PROTECTED.format("40000001;Gata 1;8200;").replace("Telefon", "X"))
        bring(tx, NEWCOMERS, "Fornavn;Etternavn;Fødselsår\nHanna;Skjult;1980\n",
              {2: Decision.UPDATE})  # fmt: skip
        text = "Fornavn;Etternavn;Fødselsår;Adressesperre\nHanna;Skjult;1980;strengt fortrolig\n"
        assert bring(tx, NEWCOMERS, text).changed == 1
        person = named(tx, "Hanna Skjult").person.id
        assert people.read(tx, person, TODAY).registration.details.is_empty


def test_a_list_does_not_say_where_a_protected_person_is(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, NEWCOMERS, PROTECTED.format("40000001;Gata 1;8200;fortrolig"))
        (row,) = look(tx, NEWCOMERS, PROTECTED.format("40000001;Ny gate 2;;"))
        assert row.status.value == "unreadable"
        assert isinstance(row.refused, ProtectedLocation)
        assert bring(tx, NEWCOMERS, PROTECTED.format("40000001;Gata 1;8200;fortrolig")).same == 1


# Households


HOMES = "Fornavn;Etternavn;Adresse;Husstand;Barnas alder;Barnepass;Adressesperre\n"


def test_who_stands_in_one_household_lives_together(database: Database) -> None:
    with database.write("mona") as tx:
        text = HOMES + "Sahra;Guled;;Familien Guled;0 og 3;nei;\nAli;Guled;;familien guled;7;ja;\n"
        assert bring(tx, NEWCOMERS, text).new == 2
        file = people.read(tx, named(tx, "Sahra Guled").person.id, TODAY)
        assert [name for _, name in file.members] == ["Ali Guled"]
        assert file.household is not None
        assert {band.value for band in file.household.child_bands} == {"0", "1_5", "6_12"}
        assert file.household.childcare_needed
        assert statuses(tx, NEWCOMERS, text) == ["same", "same"]


def test_two_families_of_one_name_do_not_become_one_household(database: Database) -> None:
    with database.write("mona") as tx:
        text = HOMES + "Sahra;Ahmed;;;2;ja;\nFatima;Ahmed;;;7;ja;\n"
        bring(tx, NEWCOMERS, text)
        homes = {one.person.household_id for one in people.all_people(tx)}
        assert len(homes) == 2
        assert None not in homes
        assert statuses(tx, NEWCOMERS, text) == ["same", "same"]


def test_a_household_changes_once_and_is_then_the_same(database: Database) -> None:
    head = "Fornavn;Etternavn;Fødselsår;Husstand;Barnas alder\n"
    with database.write("mona") as tx:
        bring(tx, NEWCOMERS, head + "Sahra;Guled;1980;Familien Guled;2\n")
        older = head + "Sahra;Guled;1980;Familien Guled;6\nAli;Guled;1981;Familien Guled;\n"
        rows = look(tx, NEWCOMERS, older)
        assert [row.status.value for row in rows] == ["changed", "new"]
        assert rows[0].changes == ("household",)
        bring(tx, NEWCOMERS, older)
        assert statuses(tx, NEWCOMERS, older) == ["same", "same"]


def test_a_new_member_may_tell_of_children_of_a_household_that_is_known(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        bring(tx, NEWCOMERS, HOMES + "Sahra;Guled;;Familien Guled;;;\n")
        second = HOMES + "Ali;Guled;;Familien Guled;4;;\n"
        bring(tx, NEWCOMERS, second)
        file = people.read(tx, named(tx, "Sahra Guled").person.id, TODAY)
        assert file.household is not None
        assert file.household.has_minors
        assert statuses(tx, NEWCOMERS, second) == ["same"]


@pytest.mark.parametrize("strict_first", [True, False])
def test_nobody_lives_openly_with_the_strictly_confidential_of_the_same_list(
    strict_first: bool, database: Database
) -> None:
    rows = ["Sanna;Streng;;Familien Streng;;;strengt fortrolig\n",
            "Ola;Streng;Gata 1;Familien Streng;;;\n"]  # fmt: skip
    with database.write("mona") as tx:
        text = HOMES + "".join(rows if strict_first else reversed(rows))
        found = {row.summary: row.status.value for row in look(tx, NEWCOMERS, text)}
        assert found == {"Sanna Streng": "new", "Ola Streng": "unreadable"}
        assert bring(tx, NEWCOMERS, text).new == 1


def test_the_strictly_confidential_are_not_put_into_an_open_household(database: Database) -> None:
    with database.write("mona") as tx:
        bring(tx, NEWCOMERS, HOMES + "Ola;Streng;Gata 1;Familien Streng;;;\n")
        strict = HOMES + "Sanna;Streng;;Familien Streng;;;strengt fortrolig\nEli;Ny;;;;;\n"
        first, second = look(tx, NEWCOMERS, strict)
        assert first.status.value == "unreadable"
        assert isinstance(first.refused, InvalidField | ProtectedLocation)
        assert second.status.value == "new"
        assert bring(tx, NEWCOMERS, strict).new == 1


def test_a_failure_in_the_middle_leaves_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer("Kari Holm", phone="40000001", birth_year=1980))

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mentorapp.operations.people.save", broken)

    def bring_in() -> None:
        with database.write("mona") as tx:
            bring(tx, NEWCOMERS, KARI + "Ola;Vik;;;;\n")

    with pytest.raises(ZeroDivisionError):
        bring_in()
    with database.read() as tx:
        assert [one.person.name for one in people.all_people(tx)] == ["Kari Holm"]


@pytest.mark.parametrize(
    "row",
    [
        "Kari;Holm;;;Marker vei 7;8200;1980",  # an address for somebody who is protected
        "Kari;Holm;40009999;;Marker vei 7;;1890",  # cannot be read
        "Anne;Vik;40000001;;Marker vei 7;8200;1955",  # perhaps she, under another name
    ],
)
def test_rows_that_come_back_tell_nothing_of_where_a_protected_person_is(
    row: str, database: Database
) -> None:
    head = "Fornavn;Etternavn;Telefon;E-post;Adresse;Postnr;Fødselsår\n"
    with database.write("mona") as tx:
        kari = newcomer("Kari Holm", phone="40000001", birth_year=1980)
        register(tx, changed(kari, protection=Protection.CONFIDENTIAL))
        found = imports.preview(tx, source(tx, NEWCOMERS, head + row + "\n"), TODAY)
    data, _suffix = imports.rejected(found, Words("en"))
    text = data.decode("utf-8-sig")
    assert row.split(";", maxsplit=1)[0] in text
    assert not any(told in text for told in ("Marker vei", "8200", "4000"))
