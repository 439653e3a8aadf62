"""A pair from the first registration to the end, through the operations as a coordinator goes."""

from datetime import date, timedelta

from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterDue, LetterKind
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import EndReason, Initiator, PairingStatus
from mentorapp.operations import (
    Database,
    follow_up,
    letters,
    meetings,
    pairing,
    pairings,
    people,
    schemes,
)
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import buddy, end_early, mentor, newcomer, newcomer_id

DAY = timedelta(days=1)


def pairing_letters(tx: Transaction, today: date) -> list[LetterDue]:
    """The two that a new pair owes; what else is due at its step has tests of its own."""
    return [one for one in letters.due(tx, today) if one.kind in DUE_FOR_PAIRING]


def test_a_pair_lives_from_registration_to_its_end(database: Database) -> None:
    begun = TODAY - 120 * DAY
    with database.write("Mona") as tx:
        first = people.save(
            tx,
            mentor(status=MentorStatus.APPLIED, registered_on=begun - 30 * DAY),
            begun - 30 * DAY,
        )
        other = people.save(tx, newcomer(registered_on=begun - 20 * DAY), begun - 20 * DAY)
        assert first.mentor is not None
        assert other.newcomer is not None
        assert pairing.run(tx, buddy(tx), begun).rows == []
        for status in (MentorStatus.INTERVIEWED, MentorStatus.APPROVED):
            people.set_mentor_status(tx, first.mentor.id, status, begun)
        (row,) = pairing.run(tx, buddy(tx), begun).rows
        pairing.send(tx, row.proposal.id)
        agreed = pairing.accept(tx, row.proposal.id, begun, "Mona")
        file = people.read(tx, first.person.id, begun)
        assert [change.status for change in file.history] == ["applied", "interviewed", "approved"]

    with database.read() as tx:
        due = pairing_letters(tx, begun)
        rendered = letters.render(tx, due, begun)
    assert [one.kind for one in due] == [LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER]
    assert rendered.pdf.startswith(b"%PDF-")
    with database.write("Mona") as tx:
        assert len(pairing_letters(tx, begun)) == 2  # making is not issuing
        letters.record(tx, rendered)
        assert pairing_letters(tx, begun) == []
        assert {one.number for one in letters.issued(tx)} == {agreed.number}

    with database.write("Mona") as tx:
        met = begun + 5 * DAY
        meetings.log(tx, a_meeting(pairing_id=agreed.id, held_on=met, minutes=60), met)
        assert pairings.row(tx, agreed.id, met).status is PairingStatus.ACTIVE
        assert pairings.read(tx, agreed.id, met).pairing.started_on == met
        plan = pairings.read(tx, agreed.id, met).follow_ups
        follow_up.done(tx, plan[0].id, begun + 14 * DAY, "All is well")
        follow_up.postpone(tx, plan[1].id, begun + 50 * DAY, begun + 30 * DAY, "On holiday")
        file_then = pairings.read(tx, agreed.id, begun + 40 * DAY)
        assert file_then.row.next_follow_up == begun + 50 * DAY

    with database.write("Mona") as tx:
        pairings.end(
            tx,
            agreed.id,
            TODAY,
            TODAY,
            completed=False,
            reason=EndReason.MOVED,
            initiator=Initiator.MENTOR,
            note="Moved south",
        )
        ended = pairings.read(tx, agreed.id, TODAY)
        assert ended.pairing.status is PairingStatus.ENDED_EARLY
        assert ended.row.next_follow_up is None
        assert [change.status for change in ended.history] == ["agreed", "active", "ended_early"]
        assert all(one.due <= TODAY or one.done_on for one in ended.follow_ups)
        kinds = {one.kind for one in follow_up.today_list(tx, TODAY)}
        # Letters at the end wait on their own page; the day tells of what asks for a talk.
        assert kinds == {AttentionKind.WAITING, AttentionKind.NETWORK_QUESTION}
        rows = people.read(tx, other.person.id, TODAY)
        assert [change.status for change in rows.history] == ["ready", "paired", "waiting"]


def test_a_pair_that_went_its_way_completes_the_newcomer(database: Database) -> None:
    with database.write("Mona") as tx:
        other = newcomer_id(tx)
        first = people.save(tx, mentor(), TODAY).mentor
        assert first is not None
        agreed = pairing.pair_by_hand(tx, buddy(tx), first.id, other, TODAY)
        pairings.end(tx, agreed.id, TODAY, TODAY, completed=True)
        assert records.get(tx, Newcomer, other).status is NewcomerStatus.COMPLETED
        assert pairings.row(tx, agreed.id, TODAY).status is PairingStatus.COMPLETED


def test_a_newcomer_with_another_running_pair_stays_paired(database: Database) -> None:
    with database.write("Mona") as tx:
        other = newcomer_id(tx)
        one, two = (people.save(tx, mentor(name=name), TODAY).mentor for name in ("A A", "B B"))
        assert one is not None
        assert two is not None
        first = pairing.pair_by_hand(tx, buddy(tx), one.id, other, TODAY)
        work = schemes.find(tx, "work mentor").id
        pairing.pair_by_hand(tx, work, two.id, other, TODAY)
        end_early(tx, first.id, TODAY, TODAY)
        assert records.get(tx, Newcomer, other).status is NewcomerStatus.PAIRED
