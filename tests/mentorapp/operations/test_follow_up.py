from datetime import date, timedelta

import pytest

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.operations import Database, follow_up, letters, meetings, pairing, pairings
from mentorapp.operations import Transaction as Tx
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id, pair

DAY = timedelta(days=1)


def lines(tx: Tx, kind: AttentionKind, days: int = 0) -> list[Attention]:
    return [one for one in follow_up.today_list(tx, TODAY + days * DAY) if one.kind is kind]


def test_an_overdue_follow_up_is_told_until_it_is_done(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 20 * DAY)
        (line,) = lines(tx, AttentionKind.FOLLOW_UP)
        assert (line.days, line.severity, line.detail) == (6, Severity.YELLOW, "first_meeting")
        assert line.who == "Sahra Guled – Marit Bekkelund"
        assert line.pairing_number == made.number
        assert lines(tx, AttentionKind.FOLLOW_UP, days=9)[0].severity is Severity.RED
        done = follow_up.done(tx, line.subject_id, TODAY, "Spoke to both")
        assert (done.done_on, done.done_by, done.note) == (TODAY, "mona", "Spoke to both")
        assert lines(tx, AttentionKind.FOLLOW_UP) == []
        follow_up.reopen(tx, line.subject_id)
        assert len(lines(tx, AttentionKind.FOLLOW_UP)) == 1


def test_a_follow_up_is_postponed_to_a_later_day_and_planned_beside_the_schemes(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 20 * DAY)
        (line,) = lines(tx, AttentionKind.FOLLOW_UP)
        with pytest.raises(InvalidField):
            follow_up.postpone(tx, line.subject_id, TODAY, TODAY, "")
        moved = follow_up.postpone(tx, line.subject_id, TODAY + 3 * DAY, TODAY, "On holiday")
        assert (moved.due, moved.note) == (TODAY + 3 * DAY, "On holiday")
        assert lines(tx, AttentionKind.FOLLOW_UP) == []
        follow_up.plan(tx, made.id, TODAY, FollowUpKind.CALL, TODAY, "Ask about the bus")
        (planned,) = lines(tx, AttentionKind.FOLLOW_UP)
        assert (planned.detail, planned.days) == ("call", 0)
        assert pairings.row(tx, made.id, TODAY).next_follow_up == TODAY


@pytest.mark.parametrize("due", [TODAY - DAY, TODAY.replace(year=2062)])
def test_no_follow_up_is_planned_for_a_day_that_cannot_be_meant(
    due: date, database: Database
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        with pytest.raises(InvalidField):
            follow_up.plan(tx, made.id, due, FollowUpKind.CALL, TODAY)
        planned = pairings.read(tx, made.id, TODAY).follow_ups[0]
        with pytest.raises(InvalidField):
            follow_up.postpone(tx, planned.id, due, TODAY, "")


@pytest.mark.parametrize(
    ("days", "kind", "severity"),
    [
        (14, None, None),
        (15, AttentionKind.FIRST_MEETING, Severity.YELLOW),
        (30, AttentionKind.FIRST_MEETING, Severity.RED),
    ],
)
def test_a_first_meeting_that_was_not_held_is_told(
    days: int, kind: AttentionKind | None, severity: Severity | None, database: Database
) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - days * DAY)
        found = lines(tx, AttentionKind.FIRST_MEETING)
        assert [(one.kind, one.severity) for one in found] == ([(kind, severity)] if kind else [])


@pytest.mark.parametrize(
    ("days", "severity"), [(13, None), (14, Severity.YELLOW), (29, Severity.YELLOW), (30, "red")]
)
def test_a_silent_pair_is_told_yellow_after_14_days_and_red_after_30(
    days: int, severity: str | None, database: Database
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 60 * DAY)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - days * DAY), TODAY)
        found = lines(tx, AttentionKind.SILENT)
        assert [one.severity for one in found] == ([severity] if severity else [])


def test_those_who_wait_longest_are_told_the_longest_first(database: Database) -> None:
    with database.write("mona") as tx:
        for days in range(30):
            newcomer_id(tx, name=f"N {days}", registered_on=TODAY - days * DAY)
        found = lines(tx, AttentionKind.WAITING)
        assert [one.days for one in found] == list(range(29, 19, -1))
        assert {one.severity for one in found} == {Severity.CALM}


def test_somebody_who_was_registered_lately_does_not_wait_yet(database: Database) -> None:
    with database.write("mona") as tx:
        for days in (0, 13, 14):
            newcomer_id(tx, name=f"N {days}", registered_on=TODAY - days * DAY)

        assert [one.days for one in lines(tx, AttentionKind.WAITING)] == [14]


def test_letters_and_answers_that_are_awaited_are_told(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - 8 * DAY)
        found = {(one.detail, one.severity) for one in lines(tx, AttentionKind.LETTER)}
        assert found == {
            ("pairing_newcomer", Severity.YELLOW),
            ("pairing_mentor", Severity.YELLOW),
        }
        letters.record(tx, letters.render(tx, letters.due(tx, TODAY), TODAY))
        assert lines(tx, AttentionKind.LETTER) == []
        mentor_id(tx, name="A A")
        newcomer_id(tx, name="B B")
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        assert lines(tx, AttentionKind.PROPOSAL) == []
        pairing.send(tx, row.proposal.id)
        (line,) = lines(tx, AttentionKind.PROPOSAL, days=8)
        assert (line.days, line.severity) == (8, Severity.YELLOW)
        assert line.who.startswith("B B – ")


def test_the_list_is_sorted_by_urgency_and_empty_in_a_new_office(database: Database) -> None:
    with database.write("mona") as tx:
        assert follow_up.today_list(tx, TODAY) == ()
        newcomer_id(tx)
        pair(tx, on=TODAY - 40 * DAY)
        ranks = [one.severity.rank for one in follow_up.today_list(tx, TODAY)]
        assert ranks == sorted(ranks)
        assert len(set(ranks)) == 3
