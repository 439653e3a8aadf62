"""The record of processing and the privacy notice tell how it is in this office today."""

from datetime import date
from uuid import UUID

import pytest

from mentorapp.domain.accounts import Account, Role, Who
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.operations import Database
from mentorapp.operations.privacy_papers import privacy_notice, processing_record
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, register
from tests.mentorapp.operations.test_subject_access import text_of

ENGLISH = Words("en")
OFFICER = Who("Dag Vernes", frozenset({Role.PROTECTION_OFFICER}))


def record_of(tx: Transaction) -> str:
    return text_of(processing_record(tx, ENGLISH, TODAY))


def note(
    tx: Transaction, person: UUID, basis: LegalBasis, purpose: ConsentPurpose, back: bool = False
) -> None:
    withdrawn = TODAY if back else None
    made = Consent(
        person_id=person, purpose=purpose, basis=basis, given_on=TODAY, withdrawn_on=withdrawn
    )
    records.add(tx, made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_and_the_notice_name_the_office_and_its_periods(
    database: Database, language: str
) -> None:
    words = Words(language)
    with database.read() as tx:
        papers = [make(tx, words, TODAY) for make in (processing_record, privacy_notice)]
        assert papers == [make(tx, words, TODAY) for make in (processing_record, privacy_notice)]
    for pdf in papers:
        assert words.plural("%(n)d month", "%(n)d months", 36) in text_of(pdf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_category_of_data_stands_in_one_row(database: Database, language: str) -> None:
    with database.read() as tx:
        told = text_of(processing_record(tx, Words(language), TODAY))
    assert Words(language).text("%(what)s, continued") % {"what": ""} not in told


def test_an_office_without_accounts_is_said_to_be_open_to_whoever_has_the_file(
    database: Database,
) -> None:
    with database.read() as tx:
        told = record_of(tx)
    assert "It is not encrypted" in told
    assert "Data protection officer that of the municipality" in told


def test_the_officer_of_the_office_is_named_and_its_file_is_encrypted(database: Database) -> None:
    with database.write("mona") as tx:
        for name, closed in (("Dag Vernes", None), ("Eva Ferdig", date(2026, 1, 2))):
            roles = frozenset({Role.PROTECTION_OFFICER})
            records.add(tx, Account(name=name, roles=roles, closed_on=closed))
        told = record_of(tx)
    assert "Data protection officer Dag Vernes" in told
    assert "Eva Ferdig" not in told
    assert "It is encrypted" in told
    assert "not encrypted" not in told


def test_each_purpose_is_told_with_what_it_rests_on_here(database: Database) -> None:
    with database.write("mona") as tx:
        oda = register(tx, newcomer("Oda Open"))
        note(tx, oda, LegalBasis.PUBLIC_TASK, ConsentPurpose.REGISTER)
        note(tx, oda, LegalBasis.CONSENT, ConsentPurpose.PAIRING, back=True)
    database.who = OFFICER  # for whom nobody is there
    with database.read() as tx:
        told = record_of(tx)
    assert "keeping in the register public task pairing not noted for anybody" in told
    assert "possible: consent, agreement, public task" in told
    told = told[told.index("neighbouring offices") :]
    assert told.startswith("neighbouring offices not noted for anybody; possible: consent, agreem")
    assert "public task" not in told
