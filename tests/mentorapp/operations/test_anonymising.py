"""Nothing is left of who somebody was, and every figure is what it was."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.calls import Call
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.errors import PairingStillRuns
from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import EndReason, Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.personal_data import PERSONAL
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Period, Quarter, Year
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.retention_errors import AlreadyAnonymous, HasNotLeft, NotInStatistics
from mentorapp.operations import (
    Database,
    anonymising,
    calls,
    letters_due,
    lists,
    offices,
    outcomes,
    people,
)
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.storage import mentions, records, shields
from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import MIRRORS
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    end_early,
    mentor,
    newcomer,
    pair,
    protect,
    register,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LEFT = {MentorStatus.ENDED, NewcomerStatus.COMPLETED, NewcomerStatus.WITHDRAWN}
PERIODS: tuple[Period, ...] = (Year(2026), Quarter(2026, 3))


def who_have_left(tx: Transaction) -> list[UUID]:
    roles: list[Mentor | Newcomer] = [*records.find(tx, Mentor), *records.find(tx, Newcomer)]
    here = {one.person_id for one in roles if one.status not in LEFT}
    return sorted({one.person_id for one in roles} - here)


def figures(tx: Transaction) -> Mapping[str, Any]:
    """What the reports tell, as it is exported."""
    return {
        f"{kind} {period}": dict(gather(tx, Wish(kind=kind, period=period), TODAY).facts)
        for period in PERIODS
        for kind in (ReportKind.PERIOD, ReportKind.WAITING, ReportKind.YEAR)
    }


def ended(tx: Transaction) -> tuple[Pairing, UUID, UUID]:
    """A pair that has ended, with the persons of mentor and newcomer, who have left."""
    one = pair(tx)
    end_early(tx, one.id, TODAY, TODAY)
    role, other = records.get(tx, Mentor, one.mentor_id), records.get(tx, Newcomer, one.newcomer_id)
    people.set_mentor_status(tx, role.id, MentorStatus.ENDED, TODAY)
    people.set_newcomer_status(tx, other.id, NewcomerStatus.WITHDRAWN, TODAY)
    return one, role.person_id, other.person_id


@pytest.mark.slow
def test_every_figure_is_what_it_was_when_those_who_have_left_are_anonymous(
    example_file: Path,
) -> None:
    with closing(offices.open_office(example_file)) as office:
        with office.read() as tx:
            leaving = who_have_left(tx)[::8]
            before = figures(tx)
        with office.write("mona", NOW) as tx:
            for one in leaving:
                anonymising.anonymise(tx, one, TODAY)
        with office.read() as tx:
            assert figures(tx) == before
            everybody = {row.person_id for row in lists.mentor_rows(tx, TODAY)}
            everybody |= {row.person_id for row in lists.newcomer_rows(tx, TODAY)}
            asked = {row.person_id for row in outcomes.due(tx, TODAY)}
            written_to = {row.person_id for row in letters_due.due(tx, TODAY)}
        office.check()
    assert len(leaving) > 15
    assert (everybody | asked | written_to).isdisjoint(leaving)


def test_what_was_known_of_somebody_is_gone_from_the_whole_office(database: Database) -> None:
    secrets = ["Xandriana", "Quist", "xq@quist.example", "Zebragata", "+4791827364", "Wolframord"]
    with database.write("mona", NOW) as tx:
        home = records.add(tx, Household(label="Familien Quist"))
        one = register(
            tx,
            newcomer(
                "Xandriana Quist",
                email="xq@quist.example",
                address="Zebragata 99",
                household_id=home.id,
                notes="Wolframord",
                status=NewcomerStatus.WITHDRAWN,
            ),
        )
        calls.note(tx, Call(person_id=one, called_on=TODAY, note="Wolframord"), TODAY)
        register(tx, newcomer("Ana Ruiz", notes="Kjenner Xandriana Quist fra kurset"))
        assert mentions.count(tx, secrets)[0] > 5

        anonymising.anonymise(tx, one, TODAY)

        assert mentions.count(tx, secrets)[0] == 0
        person = records.get(tx, Person, one)
        assert (person.number, person.household_id) == (-1, None)
        assert (person.birth_year, person.anonymised_on) == (1985, TODAY)
        (ana,) = people.all_people(tx)
        assert ana.person.notes == "Kjenner … fra kurset"
        assert tx.changes == []


def test_two_who_are_anonymous_have_numbers_that_stand_on_no_paper(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        _, first, second = ended(tx)
        anonymising.anonymise(tx, first, TODAY)
        anonymising.anonymise(tx, second, TODAY)
        numbers = [one.number for one in records.stored(tx, Person, [first, second])]
    assert sorted(numbers) == [-2, -1]


def test_the_other_half_keeps_the_pair_without_what_was_written(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        stored, _, leaving = ended(tx)
        records.amend(tx, replace(records.get(tx, Pairing, stored.id), notes="Traff i parken"))
        anonymising.anonymise(tx, leaving, TODAY)
        after = records.get(tx, Pairing, stored.id)
    assert (after.number, after.end_reason, after.notes) == (stored.number, EndReason.NO_TIME, "")


def test_who_lived_with_a_protected_person_stays_protected(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        home = records.add(tx, Household(label="Familien Guled"))
        sahra = register(tx, newcomer(status=NewcomerStatus.WITHDRAWN, household_id=home.id))
        other = register(tx, newcomer("Ali Guled", household_id=home.id))
        protect(tx, sahra, Protection.CONFIDENTIAL)
        anonymising.anonymise(tx, sahra, TODAY)
        assert shields.protection_of(tx, other) is Protection.CONFIDENTIAL
        assert shields.protection_of(tx, sahra) is Protection.CONFIDENTIAL


def test_whoever_is_here_is_not_made_anonymous(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        with pytest.raises(PairingStillRuns):
            anonymising.anonymise(tx, records.get(tx, Mentor, pair(tx).mentor_id).person_id, TODAY)
        with pytest.raises(HasNotLeft):
            anonymising.anonymise(tx, register(tx, mentor("Ola Moe")), TODAY)


def test_who_wants_to_be_in_no_statistics_is_not_left_in_them(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        _, _, sahra = ended(tx)
        records.add(
            tx,
            Consent(
                person_id=sahra,
                purpose=ConsentPurpose.STATISTICS,
                basis=LegalBasis.CONSENT,
                given_on=TODAY,
                withdrawn_on=TODAY,
            ),
        )
        with pytest.raises(NotInStatistics):
            anonymising.anonymise(tx, sahra, TODAY)


def test_nobody_becomes_anonymous_twice(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        _, _, sahra = ended(tx)
        anonymising.anonymise(tx, sahra, TODAY)
        with pytest.raises(AlreadyAnonymous):
            anonymising.anonymise(tx, sahra, TODAY)
        assert anonymising.anonymise_again(tx, [sahra], TODAY) == 0


def test_every_kind_of_record_about_people_is_on_the_list() -> None:
    pointing = {"person_id", "pairing_id", "goal_id", "mentor_id", "meeting_id", "subject_id"}
    about = {
        kind
        for kind in MIRRORS
        if kind is Person or pointing & {field.name for field in fields(kind)}
    }
    assert about - PERSONAL.keys() == set()
    for kind, kept in PERSONAL.items():
        assert (kept.stays or frozenset()) <= {field.name for field in fields(kind)}
