from datetime import date

from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.people import Person
from mentorapp.domain.schemes import Scheme
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Database
from tests.factories import a_follow_up, a_meeting, a_mentor, a_pairing, a_person


def test_deleted_records_are_not_counted(full: Database) -> None:
    with full.write("Ingrid") as tx:
        spare = records.add(tx, a_person())
        assert tallies.count(tx, Person) == 3
        records.remove(tx, spare)
        assert tallies.count(tx, Person) == 2


def test_contact_is_last_meeting_number_and_minutes_without_attempts(full: Database) -> None:
    with full.write("Ingrid") as tx:
        (pairing,) = records.find(tx, Pairing)
        for one in (
            a_meeting(pairing_id=pairing.id, held_on=date(2026, 9, 9), minutes=30),
            a_meeting(
                pairing_id=pairing.id, held_on=date(2026, 11, 20), form=MeetingForm.ATTEMPTED
            ),
        ):
            records.add(tx, one)
        deleted = records.add(
            tx, a_meeting(pairing_id=pairing.id, held_on=date(2026, 11, 19), minutes=600)
        )
        records.remove(tx, deleted)

        assert tallies.contact(tx) == {pairing.id: tallies.Contact(date(2026, 11, 10), 2, 120)}


def test_the_next_follow_up_is_the_first_that_is_not_done(full: Database) -> None:
    with full.write("Ingrid") as tx:
        (pairing,) = records.find(tx, Pairing)
        records.add(
            tx,
            a_follow_up(pairing_id=pairing.id, due=date(2026, 10, 1), done_on=date(2026, 10, 2)),
        )
        records.add(tx, a_follow_up(pairing_id=pairing.id, due=date(2027, 1, 1)))

        assert tallies.next_follow_ups(tx) == {pairing.id: date(2026, 12, 1)}


def test_only_running_pairings_fill_a_mentor(full: Database) -> None:
    with full.write("Ingrid") as tx:
        (mentor,), (newcomer,) = records.find(tx, Mentor), records.find(tx, Newcomer)
        (scheme,) = records.find(tx, Scheme)
        assert tallies.running_by_mentor(tx) == {}
        for status in (PairingStatus.AGREED, PairingStatus.ACTIVE, PairingStatus.COMPLETED):
            records.add(
                tx,
                a_pairing(
                    scheme_id=scheme.id, mentor_id=mentor.id, newcomer_id=newcomer.id, status=status
                ),
            )

        assert tallies.running_by_mentor(tx) == {mentor.id: 2}


def test_an_organisations_mentors_and_the_approved_are_counted_but_not_those_who_ended(
    full: Database,
) -> None:
    with full.write("Ingrid") as tx:
        (organisation,) = records.find(tx, Organisation)
        for status, employer in (
            (MentorStatus.PAUSED, organisation.id),
            (MentorStatus.ENDED, organisation.id),
            (MentorStatus.APPROVED, None),
        ):
            person = records.add(tx, a_person())
            records.add(tx, a_mentor(person_id=person.id, organisation_id=employer, status=status))

        assert tallies.mentors_by_organisation(tx) == {organisation.id: (2, 1)}
