"""Which half of which pair is to get which letter, and which is not."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.closing import Closing
from mentorapp.domain.contact_points import ContactPoint, ContactRole
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.letters import (
    ABOUT_A_PAIR,
    DUE_FOR_PAIRING,
    LetterKind,
    in_order_of_envelopes,
)
from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.pairings import EndReason, Initiator, Pairing
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    closing,
    contact_points,
    letters,
    meetings,
    offices,
    pairings,
    people,
    postponing,
)
from mentorapp.storage import records
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.lettering import DAY, ago, get, sent, the_due
from tests.mentorapp.operations.registering import end_early, pair, protect

BOTH, MENTOR, NEWCOMER = ["Marit Bekkelund", "Sahra Guled"], ["Marit Bekkelund"], ["Sahra Guled"]
AGREEMENT, START_MEETING = LetterKind.AGREEMENT, LetterKind.START_MEETING
REMINDER, CLOSING = LetterKind.SLIP_REMINDER, LetterKind.CLOSING
OF_MENTOR = (LetterKind.THANKS, LetterKind.HOURS_CERTIFICATE)
QUESTIONS = (
    LetterKind.QUESTIONS_START, LetterKind.QUESTIONS_MIDWAY, LetterKind.QUESTIONS_CLOSING
)  # fmt: skip


def met(
    tx: Transaction, made: Pairing, days: int, form: MeetingForm = MeetingForm.IN_PERSON
) -> None:
    meetings.log(tx, a_meeting(pairing_id=made.id, held_on=ago(days), form=form), TODAY)


def sent_to_both(tx: Transaction, made: Pairing, kind: LetterKind, days: int = 0) -> None:
    for person_id in pairings.both(tx, made):
        sent(tx, kind, days, person_id=person_id, pairing_id=made.id)


def brought(tx: Transaction, made: Pairing) -> None:
    """The pair came with a list: no proposal of this program stands behind it."""
    records.amend(tx, replace(records.get(tx, Pairing, made.id), proposal_id=None))


def close(tx: Transaction, pairing_id: UUID, days: int = 0) -> None:
    """As the window does it."""
    how = Closing(
        ended_on=ago(days), completed=False, reason=EndReason.MOVED, initiator=Initiator.NEWCOMER
    )
    closing.close(tx, pairing_id, how, TODAY)


def test_a_new_pair_gets_its_letters_until_it_has_met_for_a_month(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=ago(31))
        assert [get(tx, kind) for kind in DUE_FOR_PAIRING] == [MENTOR, NEWCOMER]
        met(tx, made, 5, MeetingForm.ATTEMPTED)
        assert [get(tx, kind) for kind in DUE_FOR_PAIRING] == [MENTOR, NEWCOMER]
        met(tx, made, 3)
        assert [get(tx, kind) for kind in DUE_FOR_PAIRING] == [[], []]
        assert [get(tx, kind, ago(1)) for kind in DUE_FOR_PAIRING] == [MENTOR, NEWCOMER]


def test_a_pair_of_a_list_one_that_ended_and_one_written_to_owe_no_pairing_letter(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        brought(tx, pair(tx))
        end_early(tx, pair(tx).id, TODAY, TODAY)
        made = pair(tx)
        sent_to_both(tx, made, LetterKind.PAIRING_MENTOR)
        sent_to_both(tx, made, LetterKind.PAIRING_NEWCOMER)
        assert [get(tx, kind) for kind in DUE_FOR_PAIRING] == [[], []]


def test_the_mentor_gets_an_agreement_to_sign_within_a_month_and_not_once_it_is_signed(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        pair(tx, on=ago(31))
        brought(tx, pair(tx))
        assert get(tx, AGREEMENT) == []
        made = pair(tx, on=ago(30))
        assert get(tx, AGREEMENT) == MENTOR
        pairings.save(tx, replace(made, agreement_signed_on=TODAY), TODAY)
        assert get(tx, AGREEMENT) == []


def planned(tx: Transaction, made: Pairing, days: int, at: int = 17, place: str = "") -> None:
    when = datetime.combine(TODAY + days * DAY, time(at))
    changed = replace(
        records.get(tx, Pairing, made.id), start_meeting_at=when, start_meeting_place=place
    )
    pairings.save(tx, changed, TODAY)


def test_both_are_invited_to_a_start_meeting_that_is_still_to_come(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        assert get(tx, START_MEETING) == []
        planned(tx, made, 0)
        assert get(tx, START_MEETING) == BOTH
        assert get(tx, START_MEETING, TODAY + DAY) == []
        planned(tx, made, 5)
        end_early(tx, made.id, TODAY, TODAY)
        assert get(tx, START_MEETING) == []


def test_both_are_invited_again_when_the_meeting_was_moved_and_not_for_anything_else(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        planned(tx, made, 5)
        sent_to_both(tx, made, START_MEETING)
    later = datetime.now(tx.now.tzinfo) + timedelta(hours=1)
    with database.write("mona", later) as tx:
        read = records.get(tx, Pairing, made.id)
        pairings.save(tx, replace(read, notes="rang", interpreter_ordered_on=TODAY), TODAY)
        assert get(tx, START_MEETING) == []
        planned(tx, made, 6)
        assert get(tx, START_MEETING) == BOTH
        sent_to_both(tx, made, START_MEETING)
        assert get(tx, START_MEETING) == []
    with database.write("mona", later + timedelta(hours=1)) as tx:
        planned(tx, made, 6, place="Biblioteket")
        assert get(tx, START_MEETING) == BOTH


def with_slips(tx: Transaction, agreed: int = 60) -> Pairing:
    made = pair(tx, on=ago(agreed))
    sent(
        tx,
        LetterKind.PAIRING_MENTOR,
        agreed,
        person_id=pairings.both(tx, made)[0],
        pairing_id=made.id,
    )
    return made


def test_a_mentor_who_has_slips_and_sends_none_is_reminded_and_not_twice_in_a_month(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        met(tx, pair(tx, on=ago(60)), 50)  # has no slips
        made = with_slips(tx)
        yellow = offices.read(tx).yellow_days
        met(tx, made, yellow - 1)
        assert get(tx, REMINDER) == []
        assert get(tx, REMINDER, TODAY + DAY) == MENTOR
        first = sent(tx, REMINDER, person_id=pairings.both(tx, made)[0], pairing_id=made.id)
        assert get(tx, REMINDER, TODAY + 20 * DAY) == []
        assert get(tx, REMINDER, TODAY + 40 * DAY) == MENTOR
        assert get(tx, REMINDER, TODAY + 121 * DAY) == []  # that needs a call
        letters.mark_failed(tx, [first.id], TODAY)
        assert get(tx, REMINDER, TODAY + DAY) == MENTOR
        end_early(tx, made.id, TODAY, TODAY)
        assert get(tx, REMINDER, TODAY + DAY) == []


def test_nobody_is_reminded_of_slips_before_the_first_meeting_that_is_planned(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = with_slips(tx)
        assert get(tx, REMINDER) == MENTOR
        planned(tx, made, 3)
        assert get(tx, REMINDER) == []
        assert get(tx, REMINDER, TODAY + 40 * DAY) == MENTOR


def test_a_mentor_who_pauses_is_not_reminded(database: Database) -> None:
    with database.write("mona") as tx:
        made = with_slips(tx)
        people.set_mentor_status(tx, made.mentor_id, MentorStatus.PAUSED, TODAY)
        assert get(tx, REMINDER) == []


@pytest.mark.parametrize("kind", [AttentionKind.SILENT, AttentionKind.FIRST_MEETING])
def test_a_pair_that_was_put_off_is_not_reminded_meanwhile(
    kind: AttentionKind, database: Database
) -> None:
    with database.write("mona") as tx:
        made = with_slips(tx)
        line = Attention(
            kind=kind, severity=Severity.RED, who="", days=60, subject_id=made.id,
            pairing_id=made.id,
        )  # fmt: skip
        postponing.postpone(tx, line, TODAY + 7 * DAY, TODAY, "on a journey")
        assert get(tx, REMINDER) == []
        assert get(tx, REMINDER, TODAY + 7 * DAY) == MENTOR


def test_a_pair_that_met_and_ended_here_is_said_goodbye_to_and_the_mentor_thanked(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=ago(90))
        met(tx, made, 70)
        assert get(tx, CLOSING) == []
        close(tx, made.id, 60)
        assert get(tx, CLOSING) == BOTH
        assert [get(tx, kind) for kind in OF_MENTOR] == [MENTOR, MENTOR]
        assert {one.due_since for one in the_due(tx, CLOSING)} == {ago(60)}
        assert get(tx, CLOSING, TODAY + DAY) == []
        sent_to_both(tx, made, CLOSING)
        assert get(tx, CLOSING) == []


def test_a_pair_that_never_met_gets_a_goodbye_only_when_it_was_written_to(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        called_off, written_to = pair(tx), with_slips(tx)
        close(tx, called_off.id)
        assert get(tx, CLOSING) == []
        close(tx, written_to.id)
        assert get(tx, CLOSING) == BOTH
        assert [get(tx, kind) for kind in OF_MENTOR] == [[], []]


def test_a_pair_that_a_list_said_had_ended_is_not_written_to(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=ago(90))
        met(tx, made, 70)
        tx.operation = "imports.apply"
        end_early(tx, made.id, ago(5), TODAY)
        tx.operation = ""
        assert get(tx, CLOSING) == []


def test_questions_go_to_both_at_their_time_and_to_pairs_that_began_here(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=ago(20))
        assert [get(tx, kind) for kind in QUESTIONS] == [[], [], []]  # nothing to ask yet
        met(tx, made, 10)
        assert [get(tx, kind) for kind in QUESTIONS] == [BOTH, [], []]
        sent_to_both(tx, made, LetterKind.QUESTIONS_START)
        assert [get(tx, kind) for kind in QUESTIONS] == [[], [], []]
        middle = TODAY + 160 * DAY
        assert [get(tx, kind, middle) for kind in QUESTIONS] == [[], BOTH, []]
        close(tx, made.id)
        assert [get(tx, kind) for kind in QUESTIONS] == [[], [], BOTH]
        assert [get(tx, kind, TODAY + 31 * DAY) for kind in QUESTIONS] == [[], [], []]
        brought(tx, made)
        assert [get(tx, kind) for kind in QUESTIONS] == [[], [], []]


def test_slips_alone_are_never_due_as_they_come_with_the_pairing_letter(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        met(tx, with_slips(tx), 20)
        assert get(tx, LetterKind.SLIPS) == []


def test_the_protected_half_gets_every_letter_by_hand_and_the_other_by_post(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=ago(3), address="Storgata 2")
        planned(tx, made, 3)
        hidden = pairings.both(tx, made)[1]
        assert not any(one.in_person for one in letters.due(tx, TODAY) if one.person_id == hidden)
        protect(tx, hidden, Protection.STRICT)
        mine = [one for one in letters.due(tx, TODAY) if one.person_id == hidden]
        assert len(mine) == 2
        assert all(one.in_person and one.protected for one in mine)


def test_a_sheet_without_address_lies_behind_a_letter_to_the_same_person(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=ago(90), address="Storgata 2")
        met(tx, made, 70)
        close(tx, made.id, 5)
        due = in_order_of_envelopes(letters.due(tx, TODAY))
        newcomers = [one for one in due if one.receiver == NEWCOMER[0]]
        assert [(one.kind, one.in_person) for one in newcomers] == [
            (CLOSING, False),
            (LetterKind.QUESTIONS_CLOSING, True),
        ]
        assert newcomers == due[:2]  # the mentor has no address: all by hand


def test_no_kind_about_a_pair_that_the_office_switched_off_is_due(database: Database) -> None:
    with database.write("mona") as tx:
        ended, running, silent = pair(tx, on=ago(90)), pair(tx, on=ago(20)), with_slips(tx)
        for made in (ended, running):
            met(tx, made, 15)
        close(tx, ended.id, 4)
        planned(tx, running, 3)
        teacher = ContactPoint(
            person_id=pairings.both(tx, running)[1],
            role=ContactRole.TEACHER,
            name="Ola",
            since=TODAY,
        )
        contact_points.save(tx, teacher, TODAY)
        there = {one.kind for one in letters.due(tx, TODAY)}
        others = {LetterKind.SLIPS, LetterKind.QUESTIONS_MIDWAY}
        assert there == ABOUT_A_PAIR - others
        assert get(tx, REMINDER) == MENTOR
        assert silent.id in {one.pairing_id for one in the_due(tx, REMINDER)}
        for kind in there:
            office = offices.read(tx)
            offices.save(tx, replace(office, letters_off=frozenset({kind.value})))
            assert {one.kind for one in letters.due(tx, TODAY)} == there - {kind}
