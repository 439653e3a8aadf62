"""What is told of a line before it goes."""

from dataclasses import replace
from datetime import date

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.calls import Call
from mentorapp.domain.events import Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.interviews import Interview, Question, Quote
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.operations import Database, calls, meetings, retention, retention_written
from mentorapp.storage import records
from mentorapp.words import Words
from mentorapp.words.retention import WRITTEN, say_overdue
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import end_early, pair


def test_what_is_told_of_a_pairs_notes_is_what_goes(database: Database) -> None:
    with database.write("mona") as tx:
        one = pair(tx)
        role = records.get(tx, Mentor, one.mentor_id)
        for notes in ("På kafé", "På ski"):
            meetings.log(tx, a_meeting(pairing_id=one.id, held_on=TODAY, notes=notes), TODAY)
        for note in ("Sa takk", ""):
            call = Call(person_id=role.person_id, pairing_id=one.id, called_on=TODAY, note=note)
            calls.note(tx, call, TODAY)
        follow_up = FollowUp(pairing_id=one.id, due=TODAY, kind=FollowUpKind.CALL, note="Bra")
        records.add(tx, follow_up)
        talk = Interview(
            person_id=role.person_id,
            pairing_id=one.id,
            held_on=TODAY,
            answers={Question.GOOD.value: "Praten"},
        )
        records.add(tx, talk)
        said = Quote(person_id=role.person_id, interview_id=talk.id, text="Fint", said_on=TODAY)
        records.add(tx, said)
        pairing = records.get(tx, Pairing, one.id)
        records.amend(tx, replace(pairing, notes="Godt par"))
        assert retention_written.notes(tx, one.id) == {
            Pairing: 1, Meeting: 2, FollowUp: 1, Interview: 1, Quote: 1, Call: 2,
        }  # fmt: skip
        retention.clear_notes(tx, one.id)
        assert retention_written.notes(tx, one.id) == {}


def test_a_pair_of_which_nothing_was_written_has_nothing_to_go(database: Database) -> None:
    with database.write("mona") as tx:
        assert retention_written.notes(tx, pair(tx).id) == {}


def test_what_is_told_of_a_mentors_clearances_is_what_goes(database: Database) -> None:
    with database.write("mona") as tx:
        role = records.get(tx, Mentor, pair(tx).mentor_id)
        seen = replace(
            role, certificate_seen_by="Mona", certificate_seen_on=TODAY, certificate_valid_to=None
        )
        records.amend(tx, replace(seen, confidentiality_signed_on=None))
        told = retention_written.clearances(tx, role.person_id)
        assert told == {"certificate_seen_by": "Mona", "certificate_seen_on": TODAY}
        retention.clear_clearances(tx, role.person_id)
        assert retention_written.clearances(tx, role.person_id) == {}


def test_only_what_is_due_today_is_counted(database: Database) -> None:
    with database.write("mona") as tx:
        one = pair(tx)
        meetings.log(tx, a_meeting(pairing_id=one.id, held_on=TODAY, notes="På kafé"), TODAY)
        end_early(tx, one.id, TODAY, TODAY)
        due = date(2027, 11, 23)
        assert [retention.overdue(tx, day) for day in (TODAY, date(2027, 11, 22), due)] == [0, 0, 1]
        retention.hold(tx, one.id, "Klage", TODAY)
        assert retention.overdue(tx, due) == 0


def test_every_kind_of_text_has_its_words() -> None:
    others = {Invitation, AuditEntry}
    assert set(WRITTEN) == {Pairing, *retention_written._OF_PAIRS, Quote, *others}
    assert say_overdue(Words("en"), 1) == "1 thing is kept longer than it should be."
