from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.follow_up import Attention, AttentionKind, FollowUp
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, follow_up, pairing, postponing
from mentorapp.operations import Transaction as Tx
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor, newcomer, pair, register

DAY = timedelta(days=1)


def line(tx: Tx, kind: AttentionKind, day: date = TODAY) -> Attention | None:
    return next((one for one in follow_up.today_list(tx, day) if one.kind is kind), None)


def test_a_line_that_was_put_off_comes_back_on_its_day(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - 40 * DAY)
        never_met = line(tx, AttentionKind.FIRST_MEETING)
        assert never_met is not None

        postponing.postpone(tx, never_met, TODAY + 5 * DAY, TODAY, "Both on holiday")

        assert line(tx, AttentionKind.FIRST_MEETING) is None
        assert line(tx, AttentionKind.FIRST_MEETING, TODAY + 4 * DAY) is None
        assert line(tx, AttentionKind.FIRST_MEETING, TODAY + 5 * DAY) is not None


def test_putting_off_again_counts_from_the_last_time(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - 40 * DAY)
        never_met = line(tx, AttentionKind.FIRST_MEETING)
        assert never_met is not None
        postponing.postpone(tx, never_met, TODAY + 50 * DAY, TODAY, "On holiday")

        postponing.postpone(tx, never_met, TODAY + 5 * DAY, TODAY, "Back earlier")

        assert line(tx, AttentionKind.FIRST_MEETING, TODAY + 5 * DAY) is not None


def test_a_follow_up_is_moved_to_its_new_day(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - 20 * DAY)
        due = line(tx, AttentionKind.FOLLOW_UP)
        assert due is not None

        postponing.postpone(tx, due, TODAY + 3 * DAY, TODAY, "Ill")

        moved = records.get(tx, FollowUp, due.subject_id)
        assert (moved.due, moved.note) == (TODAY + 3 * DAY, "Ill")


@pytest.mark.parametrize(
    ("until", "reason", "field"),
    [
        (TODAY, "Ill", "until"),
        (TODAY + 400 * DAY, "Ill", "until"),
        (TODAY + DAY, "  ", "reason"),
    ],
)
def test_a_day_and_a_reason_that_make_sense_are_asked_for(
    until: date, reason: str, field: str, database: Database
) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - 40 * DAY)
        never_met = line(tx, AttentionKind.FIRST_MEETING)
        assert never_met is not None
        with pytest.raises(InvalidField) as told:
            postponing.postpone(tx, never_met, until, TODAY, reason)
        assert told.value.field == field


def test_a_reason_does_not_tell_where_one_of_the_two_of_a_proposal_is(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, mentor())
        hidden = register(tx, newcomer())
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.send(tx, row.proposal.id)
        asked = line(tx, AttentionKind.PROPOSAL)
        assert asked is not None
        person = records.get(tx, Person, hidden)
        records.amend(tx, replace(person, protection=Protection.STRICT))

        with pytest.raises(InvalidField) as told:
            postponing.postpone(tx, asked, TODAY + DAY, TODAY, "Moving to Fauske")

        assert (told.value.field, told.value.problem) == ("reason", Problem.NAMES_PLACE)
