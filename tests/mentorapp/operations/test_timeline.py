from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from mentorapp.domain.calls import Call
from mentorapp.domain.follow_up import Attention, AttentionKind, FollowUp, Severity
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus
from mentorapp.domain.pairings import EndReason, Initiator, Pairing
from mentorapp.domain.protection import Protection
from mentorapp.domain.timeline import Happened, TimelineEntry, TimelineKind
from mentorapp.operations import (
    Database,
    Transaction,
    calls,
    follow_up,
    letters,
    meetings,
    outcomes,
    pairings,
    people,
    postponing,
    timeline,
)
from mentorapp.storage import records
from mentorapp.words import Words
from mentorapp.words.timeline import say_entry, say_text, say_traces
from tests.factories import TODAY, a_meeting, a_placement, an_organisation
from tests.mentorapp.operations.registering import changed, newcomer, pair, register

DAY = timedelta(days=1)
ENGLISH = Words("en")


def said(entries: tuple[TimelineEntry, ...]) -> list[str]:
    return [say_entry(ENGLISH, one) for one in entries]


def only(entries: tuple[TimelineEntry, ...], happened: Happened) -> TimelineEntry:
    (found,) = (one for one in entries if one.happened is happened)
    return found


def newcomer_of(tx: Transaction, made: Pairing) -> UUID:
    return pairings.row(tx, made.id, TODAY).newcomer_person_id


def test_the_history_of_a_pair_is_told_newest_first_with_its_end_and_what_became_of_it(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 40 * DAY)
        meeting = a_meeting(pairing_id=made.id, held_on=TODAY - 30 * DAY, notes="Gikk tur")
        meetings.log(tx, replace(meeting, minutes=90, place="Kaia"), TODAY)
        person = newcomer_of(tx, made)
        calls.note(tx, Call(person_id=person, pairing_id=made.id, called_on=TODAY - 9 * DAY), TODAY)
        pairings.end(
            tx,
            made.id,
            TODAY - 2 * DAY,
            TODAY,
            completed=False,
            reason=EndReason.MOVED,
            initiator=Initiator.MENTOR,
        )
        entries = timeline.of_pairing(tx, made.id, TODAY)

    assert said(entries) == [
        "Pairing ended early: moved away (wanted by: the mentor)",
        "Telephone call · Sahra Guled",
        "Pairing began",
        "Meeting: in person, 90 min",
        "Mona Elvestrand is responsible",
        "Pairing agreed",
    ]
    assert say_text(ENGLISH, only(entries, Happened.MET)) == "Kaia · Gikk tur"


def test_each_line_says_who_wrote_it_down_and_who_changed_it_last(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 40 * DAY)
        meeting = meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - 30 * DAY), TODAY)
    with database.write("mona") as tx:
        meetings.amend(tx, replace(meeting, minutes=45), TODAY)
        line = only(timeline.of_pairing(tx, made.id, TODAY), Happened.MET)

    assert line.noted is not None
    assert line.changed is not None
    assert (line.noted.actor, line.changed.actor) == ("kari", "mona")
    told = say_traces(ENGLISH, line)
    assert told.startswith("by kari, ")
    assert "changed by mona, " in told


def test_fields_that_one_save_changed_are_one_line_with_names_and_no_values(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        kept = people.save(tx, newcomer(), TODAY)
    with database.write("mona") as tx:
        details = replace(kept.details, phone="+4791827364")
        people.save(tx, replace(changed(kept, native_name="سحر"), details=details), TODAY)
        entries = timeline.of_person(tx, kept.person.id, TODAY)

    (line,) = (one for one in entries if one.kind is TimelineKind.CHANGE)
    assert say_entry(ENGLISH, line) == "Changed: Name in own script, Phone"
    assert line.noted is not None
    assert line.noted.actor == "mona"
    assert "91827364" not in repr(line)


def test_a_status_is_told_with_its_reason_and_not_a_second_time_as_a_change(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        kept = people.save(tx, newcomer(), TODAY - DAY)
        assert kept.newcomer is not None
        people.set_newcomer_status(
            tx, kept.newcomer.id, NewcomerStatus.WITHDRAWN, TODAY, "Har flyttet"
        )
        entries = timeline.of_person(tx, kept.person.id, TODAY)

    assert said(entries) == ["Newcomer: withdrawn", "Newcomer: ready"]
    assert say_text(ENGLISH, entries[0]) == "Har flyttet"


def test_a_clearance_is_told_on_its_day_and_as_a_change_when_it_is_taken_away(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx)
        mentor = records.get(tx, Mentor, made.mentor_id)
        records.amend(tx, replace(mentor, certificate_seen_on=TODAY - 3 * DAY))
        entries = timeline.of_person(tx, mentor.person_id, TODAY)
        assert only(entries, Happened.CERTIFICATE_SEEN).day == TODAY - 3 * DAY
        mentor = records.get(tx, Mentor, made.mentor_id)
        records.amend(tx, replace(mentor, certificate_seen_on=None))
        entries = timeline.of_person(tx, mentor.person_id, TODAY)

    assert Happened.CERTIFICATE_SEEN not in {one.happened for one in entries}
    assert any("Police certificate seen on" in one for one in said(entries))


def test_what_is_put_off_is_told_with_its_reason_and_a_moved_follow_up_with_who_moved_it(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 60 * DAY)
        silent = Attention(
            kind=AttentionKind.SILENT,
            severity=Severity.RED,
            who="",
            days=60,
            subject_id=made.id,
            pairing_id=made.id,
        )
        postponing.postpone(tx, silent, TODAY + 7 * DAY, TODAY, "Begge på ferie")
        planned = records.find(tx, FollowUp, pairing_id=made.id)[0]
    with database.write("mona") as tx:
        follow_up.postpone(tx, planned.id, TODAY + 9 * DAY, TODAY, "Opptatt")
        follow_up.done(tx, planned.id, TODAY, "Alt går fint")
        entries = timeline.of_person(tx, newcomer_of(tx, made), TODAY)

    put_off = only(entries, Happened.PUT_OFF)
    assert say_entry(ENGLISH, put_off) == (
        "Put off until 30 Nov 2026: No meeting lately · Marit Bekkelund"
    )
    assert (put_off.text, put_off.pairing_number) == ("Begge på ferie", made.number)
    moved = only(entries, Happened.FOLLOW_UP_MOVED)
    assert moved.noted is not None
    assert moved.noted.actor == "mona"
    assert only(entries, Happened.FOLLOW_UP_DONE).text == "Alt går fint"


def test_a_person_is_told_of_the_own_letter_alone_and_a_pair_of_both(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx)
        person = newcomer_of(tx, made)
        letters.record(tx, letters.render(tx, letters.for_pairing(tx, made.id), TODAY))

        assert (
            sum(one.kind is TimelineKind.LETTER for one in timeline.of_person(tx, person, TODAY))
            == 1
        )
        assert (
            sum(one.kind is TimelineKind.LETTER for one in timeline.of_pairing(tx, made.id, TODAY))
            == 2
        )


def test_what_lies_ahead_has_not_happened(database: Database) -> None:
    with database.write("kari") as tx:
        person = register(tx, newcomer())
        where = records.add(tx, an_organisation())
        records.add(
            tx,
            a_placement(person_id=person, organisation_id=where.id, started_on=TODAY + DAY),
        )
        assert Happened.PLACEMENT_BEGUN not in {
            one.happened for one in timeline.of_person(tx, person, TODAY)
        }
        later = timeline.of_person(tx, person, TODAY + DAY)
    assert any(one.endswith(where.name) for one in said(later))


def test_an_answer_about_what_became_of_somebody_is_told_without_note_of_the_protected(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 60 * DAY)
        pairings.end(tx, made.id, TODAY - 2 * DAY, TODAY, completed=True)
        person = newcomer_of(tx, made)
        outcomes.save(
            tx,
            Outcome(
                person_id=person,
                scheme_id=made.scheme_id,
                exit_on=TODAY - 2 * DAY,
                point=OutcomePoint.EXIT,
                status=OutcomeStatus.WORK,
                asked_on=TODAY,
                note="Jobber i Bodø",
            ),
            TODAY,
        )
        of_both = (timeline.of_person(tx, person, TODAY), timeline.of_pairing(tx, made.id, TODAY))
        for entries in of_both:
            assert only(entries, Happened.OUTCOME_TOLD).text == "Jobber i Bodø"
        kept = people.read(tx, person, TODAY).registration
        people.save(tx, changed(kept, protection=Protection.CONFIDENTIAL), TODAY)
        of_both = (timeline.of_person(tx, person, TODAY), timeline.of_pairing(tx, made.id, TODAY))
        for entries in of_both:
            assert only(entries, Happened.OUTCOME_TOLD).text == ""


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_the_mentor_of_somebody_protected_has_no_places_and_no_words_about_the_pair(
    database: Database, level: Protection
) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 60 * DAY)
        meeting = a_meeting(pairing_id=made.id, held_on=TODAY - DAY, notes="På Kaia")
        meetings.log(tx, replace(meeting, place="Kaia"), TODAY)
        kept = people.read(tx, newcomer_of(tx, made), TODAY).registration
        bare = replace(kept, details=replace(kept.details, postal_code=""))
        people.save(tx, changed(bare, protection=level), TODAY)
        mentor = records.get(tx, Mentor, made.mentor_id)

        assert only(timeline.of_person(tx, mentor.person_id, TODAY), Happened.MET).text == ""
        on_page = only(timeline.of_pairing(tx, made.id, TODAY), Happened.MET).text
        assert on_page == "På Kaia"


def test_where_a_strictly_confidential_person_was_placed_is_not_told(database: Database) -> None:
    with database.write("kari") as tx:
        kept = people.save(tx, newcomer(postal_code=""), TODAY)
        where = records.add(tx, an_organisation())
        records.add(
            tx,
            a_placement(
                person_id=kept.person.id,
                organisation_id=where.id,
                started_on=TODAY - 90 * DAY,
                midway_done_on=TODAY - 30 * DAY,
                midway_note="Trives på kjøkkenet",
            ),
        )
        people.save(tx, changed(kept, protection=Protection.STRICT), TODAY)
        entries = timeline.of_person(tx, kept.person.id, TODAY)

    assert Happened.PLACEMENT_MIDWAY in {one.happened for one in entries}
    told = "".join(say_entry(ENGLISH, one) + say_text(ENGLISH, one) for one in entries)
    assert where.name not in told
    assert "kjøkkenet" not in told


def test_somebody_without_a_role_has_been_entered_in_the_register(database: Database) -> None:
    with database.write("kari") as tx:
        kept = newcomer()
        person = people.save(tx, replace(kept, newcomer=None), TODAY).person
        entries = timeline.of_person(tx, person.id, TODAY)

    assert said(entries) == ["Entered in the register"]


def test_a_step_of_a_mentor_is_told_by_its_own_words(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx)
        people.set_mentor_status(tx, made.mentor_id, MentorStatus.PAUSED, TODAY, "Reiser")
        person = records.get(tx, Mentor, made.mentor_id).person_id
        entries = timeline.of_person(tx, person, TODAY)

    assert "Mentor: paused" in said(entries)
