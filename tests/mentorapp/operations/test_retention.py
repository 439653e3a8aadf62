"""What falls due when, and what becomes of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.calls import Call
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.households import Household
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.networks import NetworkCheck, NetworkStage
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.pairings import Pairing, months_later
from mentorapp.domain.protection import Protection
from mentorapp.domain.retention import RetentionKind, Standing
from mentorapp.domain.retention_errors import KeptLonger, OnHold
from mentorapp.operations import (
    Database,
    anonymising,
    calls,
    erasing,
    meetings,
    people,
    retention,
)
from mentorapp.operations.retention import RetentionRow
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import (
    end_early,
    mentor,
    newcomer,
    pair,
    protect,
    register,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
Told = Sequence[tuple[RetentionKind, date, Standing]]


def told(tx: Transaction, on: date, *subjects: UUID) -> Told:
    return [
        (row.due.kind, row.due.due_on, row.due.standing)
        for row in retention.worklist(tx, on)
        if row.id in subjects
    ]


def ended(tx: Transaction) -> tuple[Pairing, UUID, UUID]:
    """A pair that has ended today, with the persons of mentor and newcomer, who have left."""
    one = pair(tx, name="Sahra Guled")
    meetings.log(tx, a_meeting(pairing_id=one.id, held_on=TODAY, notes="På kafé"), TODAY)
    end_early(tx, one.id, TODAY, TODAY)
    role = records.get(tx, Mentor, one.mentor_id)
    people.set_mentor_status(tx, role.id, MentorStatus.ENDED, TODAY)
    people.set_newcomer_status(tx, one.newcomer_id, NewcomerStatus.WITHDRAWN, TODAY)
    sahra = next(p for p in people.all_people(tx) if p.person.name == "Sahra Guled").person.id
    return one, role.person_id, sahra


def of_people(tx: Transaction, on: date) -> list[RetentionRow]:
    """The worklist without the log, which begins on the day of the test."""
    return [row for row in retention.worklist(tx, on) if row.due.kind is not RetentionKind.LOG]


def test_nobody_who_is_here_is_on_the_list(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        pair(tx)
        assert of_people(tx, months_later(TODAY, 60)) == []


def test_each_kind_falls_due_after_its_own_time(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        one, marit, sahra = ended(tx)
        applied = register(tx, mentor("Ola Moe", status=MentorStatus.ENDED))
        dues = {
            row.id: (row.due.kind, row.due.due_on)
            for row in of_people(tx, months_later(TODAY, 60))
            if row.due.kind is not RetentionKind.CLEARANCES
        }
    assert dues == {
        one.id: (RetentionKind.NOTES, date(2027, 11, 23)),
        marit: (RetentionKind.MENTOR, date(2029, 11, 23)),
        sahra: (RetentionKind.NEWCOMER, date(2028, 11, 23)),
        applied: (RetentionKind.APPLICATION, months_later(date(2026, 1, 5), 6)),
    }


def test_it_is_on_the_list_from_sixty_days_before(database: Database) -> None:
    due = date(2028, 11, 23)
    with database.write("mona", NOW) as tx:
        _, _, sahra = ended(tx)
        kind = RetentionKind.NEWCOMER
        assert told(tx, due - 61 * DAY, sahra) == []
        assert told(tx, due - 60 * DAY, sahra) == [(kind, due, Standing.SOON)]
        assert told(tx, due, sahra) == [(kind, due, Standing.DUE)]


def test_a_mentors_clearances_fall_due_the_day_he_leaves(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        _, marit, _ = ended(tx)
        assert told(tx, TODAY, marit) == [(RetentionKind.CLEARANCES, TODAY, Standing.DUE)]
        retention.clear_clearances(tx, marit)
        assert told(tx, TODAY, marit) == []
        (role,) = records.find(tx, Mentor, person_id=marit)
    assert (role.certificate_seen_on, role.certificate_seen_by) == (None, "")


def test_whoever_takes_back_the_consent_to_be_registered_is_due_at_once(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
        records.add(
            tx,
            Consent(
                person_id=sahra,
                purpose=ConsentPurpose.REGISTER,
                basis=LegalBasis.CONSENT,
                given_on=TODAY - 9 * DAY,
                withdrawn_on=TODAY,
            ),
        )
        assert told(tx, TODAY, sahra) == [(RetentionKind.WITHDRAWN, TODAY, Standing.DUE)]


def test_who_lives_with_a_newcomer_stays_as_long_as_he(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        home = records.add(tx, Household(label="Familien Guled"))
        sahra = register(tx, newcomer(household_id=home.id))
        child = register(tx, replace(newcomer("Ali Guled", household_id=home.id), newcomer=None))
        assert told(tx, months_later(TODAY, 40), child) == []
        role = people.registration(tx, sahra).newcomer
        assert role is not None
        people.set_newcomer_status(tx, role.id, NewcomerStatus.WITHDRAWN, TODAY)
        (line,) = told(tx, months_later(TODAY, 40), child)
    assert line[0] is RetentionKind.OTHER


def test_the_office_sets_its_own_periods_but_not_that_of_the_law(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        _, _, sahra = ended(tx)
        retention.set_period(tx, RetentionKind.NEWCOMER, 3, TODAY)
        retention.set_period(tx, RetentionKind.NEWCOMER, 1, TODAY)
        assert retention.periods(tx)[RetentionKind.NEWCOMER] == 1
        assert told(tx, TODAY, sahra) == [
            (RetentionKind.NEWCOMER, date(2026, 12, 23), Standing.SOON)
        ]
        for kind, months in ((RetentionKind.WITHDRAWN, 12), (RetentionKind.NOTES, 121)):
            with pytest.raises(InvalidField):
                retention.set_period(tx, kind, months, TODAY)


def test_it_is_kept_longer_with_a_reason_and_until_a_day(database: Database) -> None:
    later = date(2030, 1, 1)
    with database.write("mona", NOW) as tx:
        _, _, sahra = ended(tx)
        for until, reason in ((later, "  "), (TODAY, "Søker igjen")):
            with pytest.raises(InvalidField):
                retention.extend(tx, sahra, until, reason, TODAY)
        retention.extend(tx, sahra, later, "Søker igjen", TODAY)
        assert told(tx, date(2029, 1, 1), sahra) == []
        (row,) = [one for one in retention.worklist(tx, later) if one.id == sahra]
        assert (row.due.due_on, row.due.reason) == (later, "Søker igjen")


def test_what_is_kept_longer_is_not_cleared_before_that_day(database: Database) -> None:
    until = date(2026, 12, 24)
    with database.write("mona", NOW) as tx:
        one, marit, _ = ended(tx)
        for subject in (one.id, marit):
            retention.extend(tx, subject, until, "Rapport", TODAY)
        with pytest.raises(KeptLonger, match="Rapport"):
            retention.clear_notes(tx, one.id)
        with pytest.raises(KeptLonger):
            retention.clear_clearances(tx, marit)
    with database.write("mona", datetime(2026, 12, 24, 12, tzinfo=UTC)) as tx:
        retention.clear_notes(tx, one.id)
        retention.lift(tx, marit, TODAY)
        retention.clear_clearances(tx, marit)


def test_a_hold_shows_and_keeps_everything_until_it_is_lifted(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        one, _, sahra = ended(tx)
        retention.hold(tx, sahra, "Klage", TODAY)
        assert [line[2] for line in told(tx, TODAY, sahra)] == [Standing.HELD]
        retention.hold(tx, one.id, "Klage", TODAY)
        with pytest.raises(OnHold):
            retention.clear_notes(tx, one.id)
        assert retention.lift(tx, one.id, TODAY) == 1
        assert retention.lift(tx, sahra, TODAY) == 1
        erasing.erase(tx, sahra)


def test_notes_of_a_pair_go_and_the_pair_stays(database: Database) -> None:
    due = date(2027, 11, 23)
    with database.write("mona", NOW) as tx:
        one, marit, _ = ended(tx)
        calls.note(tx, Call(person_id=marit, pairing_id=one.id, called_on=TODAY, note="x"), TODAY)
        assert told(tx, due, one.id) == [(RetentionKind.NOTES, due, Standing.DUE)]
        retention.clear_notes(tx, one.id)
        assert told(tx, due, one.id) == []
        (met,) = records.find(tx, Meeting, pairing_id=one.id)
        assert (met.minutes, met.notes) == (90, "")
        assert records.find(tx, Call) == []
        assert tx.changes == []


def test_all_notes_that_are_due_go_at_once_but_what_is_held_or_kept_longer(
    database: Database,
) -> None:
    due, seen = date(2027, 11, 23), list[tuple[int, int]]()
    with database.write("mona", NOW) as tx:
        first, second, held, kept = (ended(tx)[0] for _ in range(4))
        retention.hold(tx, held.id, "Klage", TODAY)
        retention.extend(tx, kept.id, due + DAY, "Kurs", TODAY)
        assert retention.clear_due(tx, RetentionKind.NOTES, due - DAY) == 0

        many = retention.clear_due(tx, RetentionKind.NOTES, due, lambda *at: seen.append(at))

        assert (many, seen) == (2, [(0, 2), (1, 2)])
        noted = {one.pairing_id for one in records.find(tx, Meeting) if one.notes}
        assert noted == {held.id, kept.id}
        assert told(tx, due, first.id, second.id) == []
        assert tx.changes == []
        assert retention.clear_due(tx, RetentionKind.CLEARANCES, due) == 4
        later = due + 2 * DAY
        assert retention.clear_due(tx, RetentionKind.NOTES, later) == 0  # by NOW it is still kept
        with pytest.raises(InvalidField):
            retention.clear_due(tx, RetentionKind.MENTOR, due)


def test_notes_of_the_network_and_quotes_from_the_talks_go_too(database: Database) -> None:
    due = date(2027, 11, 23)
    with database.write("mona", NOW) as tx:
        one, marit, sahra = ended(tx)
        retention.clear_notes(tx, one.id)
        asked = NetworkCheck(
            person_id=sahra, pairing_id=one.id, stage=NetworkStage.END, asked_on=TODAY,
            people_to_ask=4, note="Naboen",
        )  # fmt: skip
        records.add(tx, asked)
        assert told(tx, due, one.id) == [(RetentionKind.NOTES, due, Standing.DUE)]
        retention.clear_notes(tx, one.id)
        assert told(tx, due, one.id) == []
        talk = records.add(tx, Interview(person_id=marit, pairing_id=one.id, held_on=TODAY))
        records.add(tx, Quote(person_id=marit, interview_id=talk.id, text="Fint", said_on=TODAY))
        other = records.add(tx, Quote(person_id=marit, text="Bra", said_on=TODAY))
        assert told(tx, due, one.id) == [(RetentionKind.NOTES, due, Standing.DUE)]
        retention.clear_notes(tx, one.id)
        assert told(tx, due, one.id) == []
        (check,) = records.find(tx, NetworkCheck)
        assert (check.people_to_ask, check.note) == (4, "")
        assert [left.id for left in records.find(tx, Quote)] == [other.id]
        assert records.find_hidden(tx, Quote) == []


def test_who_is_anonymous_is_not_due_again(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        _, marit, sahra = ended(tx)
        anonymising.anonymise(tx, sahra, TODAY)
        anonymising.anonymise(tx, marit, TODAY)
        assert of_people(tx, months_later(TODAY, 100)) == []


def test_a_reason_tells_no_place_of_somebody_strictly_protected(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
        protect(tx, sahra, Protection.STRICT)
        with pytest.raises(InvalidField):
            retention.hold(tx, sahra, "Flyttet til Bodø", TODAY)


def test_of_two_people_who_were_one_the_latest_word_about_the_consent_counts(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
        for given, back in ((TODAY - 9 * DAY, TODAY), (TODAY - 5 * DAY, None)):
            records.add(
                tx,
                Consent(
                    person_id=sahra,
                    purpose=ConsentPurpose.REGISTER,
                    basis=LegalBasis.CONSENT,
                    given_on=given,
                    withdrawn_on=back,
                ),
            )
        assert told(tx, TODAY, sahra) == [(RetentionKind.WITHDRAWN, TODAY, Standing.DUE)]


def test_whoever_sees_no_people_is_told_how_many_of_each_kind_there_are(
    database: Database,
) -> None:
    later = months_later(TODAY, 24)
    with database.write("mona") as tx:
        one, *_ = ended(tx)
        ended(tx)
        retention.hold(tx, one.id, "Klage", TODAY)
        lines = of_people(tx, later)
        assert retention.unnamed(tx, later) == {}  # a coordinator has the list itself
        overdue = retention.overdue(tx, later)
    database.who = Who("Per", frozenset({Role.PROTECTION_OFFICER}))
    with database.read() as tx:
        assert of_people(tx, later) == []
        told = retention.unnamed(tx, later)
        assert told[RetentionKind.NOTES, Standing.DUE] == 1
        assert told[RetentionKind.NOTES, Standing.HELD] == 1
        assert told == Counter((row.due.kind, row.due.standing) for row in lines)
        assert retention.overdue(tx, later) == overdue >= 3
