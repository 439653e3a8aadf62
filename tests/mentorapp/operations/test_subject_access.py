"""What somebody gets who asks what is known of him."""

import json
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from mentorapp.domain.calls import Call
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.proposals import ForbiddenPair
from mentorapp.domain.protection import Protection
from mentorapp.domain.retention_errors import AlreadyAnonymous
from mentorapp.domain.ties import Tie
from mentorapp.operations import Database, anonymising, calls, pairing, people, subject_access
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.merging import field_title
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    mentor,
    mentor_id,
    newcomer,
    protect,
    register,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def sahra(tx: Transaction) -> UUID:
    """A newcomer in a pair, of whom a call says something about her mentor."""
    saved = people.save(tx, newcomer("Sahra Guled", address="Zebragata 99"), TODAY)
    assert saved.newcomer is not None
    mentor = mentor_id(tx, name="Marit Bekkelund")
    pairing.pair_by_hand(tx, buddy(tx), mentor, saved.newcomer.id, TODAY, "Mona Elvestrand")
    person = saved.person.id
    calls.note(tx, Call(person_id=person, called_on=TODAY, note="Marit var syk"), TODAY)
    records.add(
        tx,
        Consent(
            person_id=person,
            purpose=ConsentPurpose.PAIRING,
            basis=LegalBasis.CONSENT,
            given_on=TODAY,
        ),
    )
    return person


def test_the_paper_tells_everything_but_who_the_others_are(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        pdf = subject_access.paper(tx, sahra(tx), Words("en"), TODAY)
    told = text_of(pdf)
    assert "Sahra Guled" in told
    assert "Zebragata 99" in told
    assert "pairing consent, since 23 Nov 2026" in told
    assert "Why you were proposed to each other" in told
    assert "… var syk" in told
    assert "Marit" not in told
    assert "Names of other participants are left out" in told
    assert "Those who work with you are named." in told
    assert "Mona Elvestrand" in told
    assert "Sahra" not in str(PdfReader(BytesIO(pdf)).metadata)


def test_a_part_without_anything_says_so(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        alone = register(tx, newcomer("Oda Open"))
        told = text_of(subject_access.paper(tx, alone, Words("en"), TODAY))
    assert "What you agreed to, or why we may Nothing is noted." in told
    assert "Why you were proposed to each other Nothing is noted." in told
    assert "This is all that the office has about you." in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_of_the_person_wraps(database: Database, language: str) -> None:
    words = Words(language)
    given = newcomer("Oda Open", max_distance_km=20, earlier_occupation_group="2221")
    with database.write("mona", NOW) as tx:
        pdf = subject_access.paper(tx, register(tx, given), words, TODAY)
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    lines = "\n".join(pages).split("\n")
    for name in ("newcomer.max_distance_km", "newcomer.earlier_occupation_group"):
        assert [line for line in lines if field_title(words, name) in line] != []


def test_a_long_note_is_told_to_its_end(database: Database) -> None:
    long = " ".join(f"ord{at}" for at in range(500))
    with database.write("mona", NOW) as tx:
        person = register(tx, newcomer("Oda Open", notes=long))
        told = text_of(subject_access.paper(tx, person, Words("en"), TODAY))
    assert [at for at in range(500) if f"ord{at}" not in told.split()] == []


def test_a_name_goes_as_a_whole_word_and_stays_inside_another(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        person = sahra(tx)
        note = "Marits datter bor ved Maritgata, Marit-Anne og Maritza kjenner Marit Bekkelund"
        calls.note(tx, Call(person_id=person, called_on=TODAY, note=note), TODAY)
        told = text_of(subject_access.paper(tx, person, Words("en"), TODAY))
        data = json.dumps(subject_access.data(tx, person), default=str, ensure_ascii=False)
    for said in (told, data):
        assert "…s datter bor ved Maritgata, Marit-Anne og Maritza kjenner …" in said


def test_who_is_deleted_is_named_to_nobody_either(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        oda = register(tx, newcomer("Oda Open"))
        kari, ali = register(tx, mentor("Kari Berg")), register(tx, mentor("Ali Noor"))
        records.add(tx, Tie(person_id=oda, other_id=kari))
        role = people.registration(tx, ali).mentor
        asked = people.registration(tx, oda).newcomer
        assert role is not None
        assert asked is not None
        apart = ForbiddenPair(mentor_id=role.id, newcomer_id=asked.id, forbidden_on=TODAY)
        records.add(tx, apart)
        note = "Spoke with Kari Berg and Ali Noor, who moved to Kongsberg"
        calls.note(tx, Call(person_id=oda, called_on=TODAY, note=note), TODAY)
        protect(tx, kari, Protection.CONFIDENTIAL)
        for person in (kari, ali):
            people.delete(tx, person)
        data = subject_access.data(tx, oda)
    assert data["records"]["call"][0]["note"] == "Spoke with … and …, who moved to …"


def test_of_a_protected_person_nothing_tells_where(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        person = sahra(tx)
        protect(tx, person, Protection.CONFIDENTIAL)
        told = text_of(subject_access.paper(tx, person, Words("en"), TODAY))
        data = json.dumps(subject_access.data(tx, person), default=str)
    assert "Your address is protected" in told
    for place in ("Zebragata", "8200"):
        assert place not in told
        assert place not in data


def test_the_same_as_data_has_every_kind_of_record_and_no_other_person(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        data = subject_access.data(tx, sahra(tx))
    found = data["records"]
    assert {"person", "contact_details", "newcomer", "pairing", "call", "consent"} <= found.keys()
    assert found["call"][0]["note"] == "… var syk"
    assert "Marit" not in json.dumps(data, default=str)


def test_nobody_can_be_told_of_who_is_anonymous(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        gone = register(tx, newcomer(status=NewcomerStatus.WITHDRAWN))
        anonymising.anonymise(tx, gone, TODAY)
        with pytest.raises(AlreadyAnonymous):
            subject_access.data(tx, gone)
