"""Police certificates: seen by whom and when, good until when, and nothing else."""

from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import PairNotAllowed
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.households import ChildBand
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.operations import Database, Transaction, follow_up, meetings, pairing, pairings
from mentorapp.storage import records
from mentorapp.storage.tables import MIRRORS
from tests.factories import TODAY, a_household, a_meeting
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id

DAY = timedelta(days=1)
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12)  # noqa: DTZ001 - the wall clock's
HELD: tuple[dict[str, Any], ...] = (
    {"certificate_seen_on": None, "certificate_seen_by": ""},
    {"certificate_valid_to": TODAY - DAY},
)


def lines(tx: Transaction) -> list[Attention]:
    kind = AttentionKind.CERTIFICATE
    return [one for one in follow_up.today_list(tx, TODAY) if one.kind is kind]


def a_family(tx: Transaction) -> UUID:
    """A newcomer with children at home."""
    home = records.add(tx, a_household(child_bands=frozenset({ChildBand.PRIMARY})))
    return newcomer_id(tx, household_id=home.id)


def paired_while_it_counted(tx: Transaction, newcomer: UUID, **lost: Any) -> Pairing:
    """A pair agreed upon, whose mentor's certificate does not count any more."""
    mentor = mentor_id(tx)
    made = pairing.pair_by_hand(tx, buddy(tx), mentor, newcomer, TODAY, "Mona")
    records.amend(tx, replace(records.get(tx, Mentor, mentor), **lost))
    return made


def test_certificates_that_expire_are_told_of_mentors_in_use(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, name="Out Run", certificate_valid_to=TODAY - DAY)
        mentor_id(tx, name="Soon Out", certificate_valid_to=TODAY + 20 * DAY)
        mentor_id(tx, name="Long Good", certificate_valid_to=TODAY + 300 * DAY)
        mentor_id(tx, name="Not Here", certificate_valid_to=TODAY, status=MentorStatus.ENDED)
        found = {one.who: one.severity for one in lines(tx)}
        assert found == {"Out Run": Severity.RED, "Soon Out": Severity.YELLOW}


@pytest.mark.parametrize("held", HELD, ids=["missing", "expired"])
def test_nobody_is_paired_with_a_child_by_hand_without_one(
    database: Database, held: dict[str, Any]
) -> None:
    with database.write("mona") as tx:
        for newcomer in (newcomer_id(tx, birth_year=TODAY.year - 16), a_family(tx)):
            with pytest.raises(PairNotAllowed) as refused:
                pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx, **held), newcomer, TODAY)
            assert refused.value.obstacles == ("certificate_missing",)
        pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx, **held), newcomer_id(tx), TODAY)


@pytest.mark.parametrize("held", HELD, ids=["missing", "expired"])
def test_a_pair_with_a_child_does_not_begin_once_it_counts_no_more(
    database: Database, held: dict[str, Any]
) -> None:
    with database.write("mona") as tx:
        made = paired_while_it_counted(tx, a_family(tx), **held)
        with pytest.raises(PairNotAllowed):
            pairings.start(tx, made.id, TODAY)
        with pytest.raises(PairNotAllowed):
            pairings.save(tx, replace(made, start_meeting_at=NOON), TODAY)
        grown = paired_while_it_counted(tx, newcomer_id(tx), **held)
        pairings.save(tx, replace(grown, start_meeting_at=NOON), TODAY)
        assert pairings.start(tx, grown.id, TODAY).status is PairingStatus.ACTIVE


def test_it_has_to_count_on_the_day_they_meet(database: Database) -> None:
    with database.write("mona") as tx:
        made = paired_while_it_counted(tx, a_family(tx), certificate_valid_to=TODAY + DAY)
        saved = pairings.save(tx, replace(made, start_meeting_at=NOON + DAY), TODAY)
        with pytest.raises(PairNotAllowed):
            pairings.save(tx, replace(saved, start_meeting_at=NOON + 2 * DAY), TODAY)


def test_a_meeting_that_was_held_is_logged_and_the_missing_certificate_told(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = paired_while_it_counted(tx, a_family(tx), **HELD[0])
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY), TODAY)
        assert records.get(tx, Pairing, made.id).status is PairingStatus.ACTIVE
        (told,) = lines(tx)
        assert (told.severity, told.detail) == (Severity.RED, "missing")
        paired_while_it_counted(tx, newcomer_id(tx), **HELD[0])
        assert len(lines(tx)) == 1  # with a grown-up nobody asks for one


def test_nothing_is_kept_of_it_but_by_whom_and_when_it_was_seen_and_until_when_it_counts() -> None:
    kept = {
        (kind.__name__, field.name)
        for kind in MIRRORS
        for field in fields(kind)
        if "certificate" in field.name
    }
    assert kept == {
        ("Mentor", "certificate_seen_by"),
        ("Mentor", "certificate_seen_on"),
        ("Mentor", "certificate_valid_to"),
        ("Office", "certificate_warning_days"),
        ("CompetenceCard", "certificates"),  # of a course or a trade
        ("Demand", "certificates"),
    }
