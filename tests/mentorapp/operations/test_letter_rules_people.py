"""Who is to get which letter about himself, and who is not."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.letters import ABOUT_A_PERSON, LetterKind
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    letters,
    offices,
    organisations,
    pairing,
    people,
    postponing,
    schemes,
)
from mentorapp.storage import records
from tests.factories import TODAY, a_consent, a_mentor, a_proposal, an_organisation
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.lettering import (
    DAY,
    ago,
    get,
    new_mentor,
    new_newcomer,
    sent,
    the_due,
)
from tests.mentorapp.operations.registering import buddy, newcomer

REGISTRATION, CONSENT, WAITING = LetterKind.REGISTRATION, LetterKind.CONSENT, LetterKind.WAITING
CONFIDENTIALITY, PURPOSE = LetterKind.CONFIDENTIALITY, LetterKind.CERTIFICATE_PURPOSE
THANKS = LetterKind.ORGANISATION_THANKS
#: The buddies of the standard schemes meet families.
FAMILIES = frozenset({"buddy"})


def test_whoever_was_registered_within_a_month_gets_a_confirmation_once(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        marit = new_mentor(tx, "Marit New", 30)
        new_mentor(tx, "Mats Long Here", 31)
        new_newcomer(tx, "Sahra New", 0)
        new_newcomer(tx, "Ali Long Here", 31)
        assert get(tx, REGISTRATION) == ["Marit New", "Sahra New"]

        left = sent(tx, REGISTRATION, person_id=marit.person_id)
        assert get(tx, REGISTRATION) == ["Sahra New"]
        letters.mark_failed(tx, [left.id], TODAY)
        assert get(tx, REGISTRATION) == ["Marit New", "Sahra New"]


def test_whoever_left_again_or_has_a_pair_already_is_not_told_that_we_look_for_somebody(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        new_newcomer(tx, "Ali Withdrawn", status=NewcomerStatus.WITHDRAWN)
        new_newcomer(tx, "Sahra Completed", status=NewcomerStatus.COMPLETED)
        new_mentor(tx, "Mats Ended", status=MentorStatus.ENDED)
        assert letters.due(tx, TODAY) == []

        marit = new_mentor(tx, "Marit Paired", confidentiality_signed_on=ago(1))
        amina = new_newcomer(tx, "Amina Paired")
        pairing.pair_by_hand(tx, buddy(tx), marit.id, amina.id, TODAY)
        assert get(tx, REGISTRATION) == []
        assert get(tx, CONSENT) == ["Amina Paired", "Marit Paired"]


def test_whoever_came_with_a_list_has_had_letters_from_elsewhere(
    office_file: Path, tmp_path: Path
) -> None:
    empty = Mentorctl(office_file)
    brought = tmp_path / "n.csv"
    brought.write_text("Fornavn;Etternavn;Språk\nHanna;Listet;norsk B1\n", encoding="utf-8")
    assert empty("import", "newcomers", brought).code == 0
    assert empty("letters", "list", "--json").json["due"] == []


def test_a_consent_form_goes_to_those_of_whom_no_basis_is_noted(database: Database) -> None:
    with database.write("mona") as tx:
        new_newcomer(tx, "Ali Asked For Nothing")
        noted = new_newcomer(tx, "Sahra Said Yes")
        records.add(tx, a_consent(person_id=noted.person_id))
        no_more = new_mentor(tx, "Marit Took It Back")
        records.add(tx, a_consent(person_id=no_more.person_id, withdrawn_on=ago(1)))
        assert get(tx, CONSENT) == ["Ali Asked For Nothing"]


def test_mentors_sign_confidentiality_where_their_schemes_ask_for_it(database: Database) -> None:
    with database.write("mona") as tx:
        new_mentor(tx, "Marit Unsigned", schemes=FAMILIES)
        new_mentor(tx, "Mats Open To All")
        new_mentor(tx, "Signe Signed", confidentiality_signed_on=ago(1))
        new_mentor(tx, "Eva Long Here", 31)
        new_newcomer(tx, "Ali Newcomer")
        assert get(tx, CONFIDENTIALITY) == ["Marit Unsigned", "Mats Open To All"]

        free = schemes.find(tx, "buddy")
        schemes.save(tx, replace(free, requires_confidentiality=False))
        assert get(tx, CONFIDENTIALITY) == ["Mats Open To All"]


def test_only_who_chose_a_scheme_with_families_is_asked_for_a_police_certificate(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        new_mentor(tx, "Marit With Families", schemes=FAMILIES)
        new_mentor(tx, "Mats Open To All")
        new_mentor(tx, "Eva With Adults", schemes=frozenset({"practice_driving"}))
        seen: dict[str, Any] = {"certificate_seen_by": "Mona", "certificate_seen_on": ago(400)}
        new_mentor(tx, "Signe Shown", schemes=FAMILIES, **seen)
        out = ago(1)
        new_mentor(tx, "Siv Run Out", schemes=FAMILIES, **seen, certificate_valid_to=out)
        assert get(tx, PURPOSE) == ["Marit With Families", "Siv Run Out"]


def test_whoever_is_mentor_and_newcomer_gets_each_letter_once_and_the_mentors_papers(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        both = newcomer("Sahra Both", registered_on=ago(5))
        role = a_mentor(
            person_id=both.person.id, registered_on=ago(2), confidentiality_signed_on=None
        )
        people.save(tx, replace(both, mentor=role), TODAY)
        assert [one.kind for one in letters.due(tx, TODAY)] == [
            REGISTRATION,
            CONSENT,
            CONFIDENTIALITY,
        ]


def test_whoever_waits_is_told_after_a_fortnight_for_a_month_and_once(database: Database) -> None:
    with database.write("mona") as tx:
        ali = new_newcomer(tx, "Ali Waits", 14)
        new_newcomer(tx, "Sahra Waits", 44, status=NewcomerStatus.WAITING)
        new_newcomer(tx, "Amina New", 13)
        new_newcomer(tx, "Omar Long Known", 45)
        new_newcomer(tx, "Bilan Not Ready", 20, status=NewcomerStatus.REGISTERED)
        new_newcomer(tx, "Yusuf Withdrawn", 20, status=NewcomerStatus.WITHDRAWN)
        new_mentor(tx, "Marit Mentor", 20)
        assert get(tx, WAITING) == ["Ali Waits", "Sahra Waits"]
        sent(tx, WAITING, person_id=ali.person_id)
        assert get(tx, WAITING) == ["Sahra Waits"]


def test_whoever_had_a_pair_or_is_asked_about_one_is_not_told_that_nobody_was_found(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        marit = new_mentor(tx, "Marit Mentor", confidentiality_signed_on=ago(1))
        had = new_newcomer(tx, "Ali Wants Another", 20)
        pairing.pair_by_hand(tx, buddy(tx), marit.id, had.id, TODAY)
        people.set_newcomer_status(tx, had.id, NewcomerStatus.READY, TODAY)
        asked = new_newcomer(tx, "Sahra Asked", 20)
        assert get(tx, WAITING) == ["Sahra Asked"]
        made = records.add(
            tx, a_proposal(scheme_id=buddy(tx), mentor_id=marit.id, newcomer_id=asked.id)
        )
        assert get(tx, WAITING) == ["Sahra Asked"]  # a draft is nobody's business yet
        pairing.send(tx, made.id)
        assert get(tx, WAITING) == []


def test_whoever_the_office_lets_wait_on_purpose_is_not_written_to(database: Database) -> None:
    with database.write("mona") as tx:
        ali = new_newcomer(tx, "Ali Wants Spring", 20)
        line = Attention(
            kind=AttentionKind.WAITING,
            severity=Severity.CALM,
            who="Ali",
            days=20,
            subject_id=ali.person_id,
        )
        postponing.postpone(tx, line, TODAY + 7 * DAY, TODAY, "wants to start later")
        assert get(tx, WAITING) == []
        assert get(tx, WAITING, TODAY + 7 * DAY) == ["Ali Wants Spring"]


def test_organisations_that_gave_something_are_thanked_from_january_to_march_each_year(
    database: Database,
) -> None:
    january, march, april = date(2027, 1, 4), date(2027, 3, 31), date(2027, 4, 1)
    with database.write("mona") as tx:
        gave = organisations.save(tx, an_organisation(number=0, name="Verkstedet"))
        organisations.save(
            tx, an_organisation(number=0, name="Gave Nothing", registration_number="")
        )
        marit = new_mentor(tx, "Marit", 100, organisation_id=gave.id,
                           confidentiality_signed_on=ago(90))  # fmt: skip
        pairing.pair_by_hand(tx, buddy(tx), marit.id, new_newcomer(tx, "Ali", 90).id, ago(60))
        assert get(tx, THANKS) == []
        for day in (january, march):
            assert get(tx, THANKS, day) == ["Verkstedet"]
        assert get(tx, THANKS, april) == []

        days = (TODAY - january).days  # sent in January
        sent(tx, THANKS, days, organisation_id=gave.id)
        assert get(tx, THANKS, march) == []
        assert get(tx, THANKS, date(2028, 1, 3)) == ["Verkstedet"]


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_the_protected_and_those_without_address_get_theirs_by_hand(
    level: Protection, database: Database
) -> None:
    with database.write("mona") as tx:
        new_newcomer(tx, "Ali Open", address="Storgata 1")
        new_newcomer(tx, "Sahra Nowhere")
        is_strict = level is Protection.STRICT
        where: dict[str, Any] = {"postal_code": ""} if is_strict else {"address": "Storgata 2"}
        new_newcomer(tx, "Hanna Hidden", protection=level, **where)
        how = {one.receiver: (one.in_person, one.protected) for one in the_due(tx, REGISTRATION)}
        assert how == {
            "Ali Open": (False, False),
            "Sahra Nowhere": (True, False),
            "Hanna Hidden": (True, True),
        }


def test_what_the_office_never_sends_and_whom_it_has_deleted_is_not_due(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        new_mentor(tx, "Marit", schemes=FAMILIES)
        waits = new_newcomer(tx, "Ali", 14)
        assert {one.kind for one in letters.due(tx, TODAY)} == ABOUT_A_PERSON
        for kind in ABOUT_A_PERSON:
            office = offices.read(tx)
            offices.save(tx, replace(office, letters_off=frozenset({kind.value})))
            assert {one.kind for one in letters.due(tx, TODAY)} == ABOUT_A_PERSON - {kind}
        people.delete(tx, waits.person_id)
        assert "Ali" not in {one.receiver for one in letters.due(tx, TODAY)}
