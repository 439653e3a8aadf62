"""Consents, employers and mentors' households out of a list."""

from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.imports import NoteReason
from mentorapp.operations import Database, imports, organisations, people
from mentorapp.operations import Transaction as Tx
from mentorapp.operations.imports import ImportKind
from mentorapp.operations.people import PersonFile
from mentorapp.words import Words
from tests.factories import TODAY, a_consent, an_organisation
from tests.mentorapp.operations.importing import bring, look, source, statuses
from tests.mentorapp.operations.registering import mentor, register

MENTORS, NEWCOMERS = ImportKind.MENTORS, ImportKind.NEWCOMERS
BOTH = pytest.mark.parametrize("kind", [MENTORS, NEWCOMERS])
HEAD = "Fornavn;Etternavn;Telefon;Registrert dato;Samtykke\n"
DAY = date(2026, 2, 1)


def file(tx: Tx, name: str) -> PersonFile:
    ids = [one.person.id for one in people.all_people(tx) if one.person.name == name]
    return people.read(tx, ids[0], TODAY)


def consents(tx: Tx, name: str = "Kari Holm") -> list[Consent]:
    return list(file(tx, name).registration.consents)


@BOTH
@pytest.mark.parametrize(
    ("registered", "cell", "day"),
    [("", "01.02.2026", DAY), ("01.02.2026", "ja", DAY), ("", "x", TODAY)],
)
def test_somebody_new_comes_with_the_consent(
    kind: ImportKind, registered: str, cell: str, day: date, database: Database
) -> None:
    text = f"{HEAD}Kari;Holm;40000001;{registered};{cell}\n"
    with database.write("mona") as tx:
        assert bring(tx, kind, text).new == 1
        (consent,) = consents(tx)
        assert (consent.purpose, consent.basis) == (ConsentPurpose.REGISTER, LegalBasis.CONSENT)
        assert (consent.given_on, consent.withdrawn_on) == (day, None)
        assert statuses(tx, kind, text) == ["same"]
        assert bring(tx, kind, text).same == 1
        assert len(consents(tx)) == 1


@BOTH
def test_somebody_known_without_a_consent_gets_it_once(
    kind: ImportKind, database: Database
) -> None:
    text = HEAD + "Kari;Holm;40000001;;{}\n"
    with database.write("mona") as tx:
        bring(tx, kind, text.format(""))
        assert consents(tx) == []
        (row,) = look(tx, kind, text.format("01.02.2026"))
        assert (row.status.value, row.changes) == ("changed", ("consents",))
        assert bring(tx, kind, text.format("01.02.2026")).changed == 1
        for cell in ("01.02.2026", "03.04.2026", "ja", "nei", ""):
            assert bring(tx, kind, text.format(cell)).same == 1
        assert [one.given_on for one in consents(tx)] == [DAY]


def test_a_basis_for_another_purpose_does_not_stand_in_the_way(database: Database) -> None:
    with database.write("mona") as tx:
        known = mentor("Kari Holm", phone="40000001")
        register(tx, replace(known, consents=(a_consent(purpose=ConsentPurpose.PAIRING),)))
        assert bring(tx, MENTORS, HEAD + "Kari;Holm;40000001;;ja\n").changed == 1
        assert {one.purpose for one in consents(tx)} == {
            ConsentPurpose.PAIRING,
            ConsentPurpose.REGISTER,
        }


@pytest.mark.parametrize(
    "stored",
    [
        a_consent(purpose=ConsentPurpose.REGISTER, given_on=DAY, withdrawn_on=TODAY),
        a_consent(purpose=ConsentPurpose.REGISTER, basis=LegalBasis.PUBLIC_TASK, given_on=DAY),
    ],
)
def test_a_list_gives_back_no_withdrawn_consent_and_replaces_no_other_basis(
    stored: Consent, database: Database
) -> None:
    with database.write("mona") as tx:
        register(tx, replace(mentor("Kari Holm", phone="40000001"), consents=(stored,)))
        for cell in ("ja", "01.02.2026", "nei"):
            assert statuses(tx, MENTORS, f"{HEAD}Kari;Holm;40000001;;{cell}\n") == ["same"]


@BOTH
def test_a_no_is_remarked_and_withdraws_nothing(kind: ImportKind, database: Database) -> None:
    with database.write("mona") as tx:
        text = HEAD + "Kari;Holm;40000001;;nei\n"
        (row,) = look(tx, kind, text)
        assert row.status.value == "new"
        assert [one.reason for one in row.remarks] == [NoteReason.NO_CONSENT]
        assert bring(tx, kind, text).new == 1
        assert consents(tx) == []


def test_a_consent_of_the_future_keeps_the_row_out(database: Database) -> None:
    with database.write("mona") as tx:
        (row,) = look(tx, MENTORS, HEAD + "Kari;Holm;40000001;;01.02.2062\n")
        assert row.status.value == "unreadable"
        assert imports.say_row(Words("en"), row) == "“Samtykke”: 01.02.2062 is in the future"


# Households of mentors


def test_a_mentors_household_is_kept_and_changes_once(database: Database) -> None:
    text = "Fornavn;Etternavn;Fødselsår;Husstand;Barnas alder\nKari;Holm;1980;Holm;2 og 7\n"
    with database.write("mona") as tx:
        assert bring(tx, MENTORS, text).new == 1
        home = file(tx, "Kari Holm").household
        assert home is not None
        assert {band.value for band in home.child_bands} == {"1_5", "6_12"}
        assert statuses(tx, MENTORS, text) == ["same"]
        bring(tx, NEWCOMERS, "Fornavn;Etternavn;Husstand\nAli;Holm;holm\n")
        assert file(tx, "Ali Holm").household == home


# Employers of newcomers


EMPLOYED = "Fornavn;Etternavn;Telefon;Arbeidsgiver\nSahra;Guled;40000001;Havblikk eiendom AS\n"


def test_an_employer_is_found_by_name(database: Database) -> None:
    with database.write("mona") as tx:
        saved = organisations.save(tx, an_organisation(number=0, name="Havblikk Eiendom AS"))
        assert look(tx, NEWCOMERS, EMPLOYED)[0].remarks == ()
        bring(tx, NEWCOMERS, EMPLOYED)
        registration = file(tx, "Sahra Guled").registration
        assert registration.newcomer is not None
        assert registration.newcomer.employer_id == saved.id
        assert registration.person.notes == ""
        assert statuses(tx, NEWCOMERS, EMPLOYED) == ["same"]


def test_an_unknown_employer_is_remarked_and_kept_in_the_notes_until_registered(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        (row,) = look(tx, NEWCOMERS, EMPLOYED)
        assert [one.reason for one in row.remarks] == [NoteReason.NOT_REGISTERED]
        bring(tx, NEWCOMERS, EMPLOYED)
        notes = file(tx, "Sahra Guled").registration.person.notes
        assert notes == "Arbeidsgiver: Havblikk eiendom AS"
        assert statuses(tx, NEWCOMERS, EMPLOYED) == ["same"]
        organisations.save(tx, an_organisation(number=0, name="Havblikk Eiendom AS"))
        (row,) = look(tx, NEWCOMERS, EMPLOYED)
        assert (row.status.value, row.changes) == ("changed", ("employer_id",))


def test_where_a_protected_person_works_is_not_remarked_nor_given_back(database: Database) -> None:
    head = "Fornavn;Etternavn;Postnr;Arbeidsgiver;Henvist av;Adressesperre\n"
    text = head + "Hanna;Skjult;;Skjult Fabrikk;Nav Skjerma;fortrolig\n"
    with database.write("mona") as tx:
        (row,) = look(tx, NEWCOMERS, text)
        assert (row.status.value, row.remarks) == ("new", ())
        bad = text.replace("Skjult;;", "Skjult;9999;")
        found = imports.preview(tx, source(tx, NEWCOMERS, bad), TODAY)
        back = imports.rejected(found, Words("nb"))[0].decode("utf-8-sig")
        assert "Hanna" in back
        assert "Fabrikk" not in back
        assert "Skjerma" not in back
