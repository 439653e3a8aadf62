"""Mentors for the lines of a neighbour's list: whom the engine finds, and who may be offered."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.errors import MentorFull
from mentorapp.domain.exchange_errors import (
    ListAnswered,
    NotAgreedToShare,
    NothingToAnswer,
)
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.proposals import LOCATING
from mentorapp.domain.protection import Protection
from mentorapp.domain.waiting_lists import EntryState
from mentorapp.operations import (
    list_matching,
    list_offers,
    list_rows,
    received_lists,
    waiting_lists,
)
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from tests.factories import TODAY, spoken
from tests.mentorapp.operations.registering import mentor_id, protect
from tests.mentorapp.operations.two_offices import (
    Offices,
    a_free_mentor,
    a_waiting,
    answered,
    kept,
    sent,
    two_offices,
)


def protect_all(tx: Transaction) -> None:
    """Everybody in the office has a strictly confidential address from now on."""
    for person in records.find(tx, Person):
        protect(tx, person.id, Protection.STRICT)


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Offices]:
    with two_offices(tmp_path) as made:
        yield made


def test_nothing_is_offered_for_an_own_list_or_after_the_answer(both: Offices) -> None:
    answered(both)
    with both.ours.write("mona") as tx:
        own = list_rows.rows(tx)[0]
        mentor = a_free_mentor(tx)
        with pytest.raises(NothingToAnswer):
            list_matching.match(tx, own.id, TODAY)
        with pytest.raises(NothingToAnswer):
            list_offers.offer(tx, list_rows.entries(tx, own.id, TODAY)[0].id, mentor, TODAY)
        with pytest.raises(NothingToAnswer):
            list_offers.answer(tx, own.id, TODAY)
    with both.theirs.write("jon") as tx:
        theirs = list_rows.rows(tx)[0]
        (row,) = list_rows.entries(tx, theirs.id, TODAY)
        with pytest.raises(ListAnswered):
            list_offers.withdraw(tx, row.id)


def test_the_answer_can_be_written_again_and_is_the_same_file(both: Offices) -> None:
    answer = answered(both)
    with both.theirs.write("jon") as tx:
        again = list_offers.answer(tx, list_rows.rows(tx)[0].id, TODAY + timedelta(3))

    assert again.data == answer
    assert again.offers == 1


def test_the_answer_has_the_offers_of_all_whoever_writes_it(both: Offices) -> None:
    shared = kept(both.theirs, sent(both, 2))
    with both.theirs.write("jon") as tx:
        first, second = list_rows.entries(tx, shared.id, TODAY)
        seen = a_free_mentor(tx, "Marit Bekkelund", schemes=frozenset({"buddy"}))
        other = a_free_mentor(tx, "Trond Hestvika", schemes=frozenset({"work_mentor"}))
        list_offers.offer(tx, first.id, seen, TODAY)
        list_offers.offer(tx, second.id, other, TODAY)
    both.theirs.who = Who("Kari", frozenset({Role.COORDINATOR}), schemes=frozenset({"buddy"}))
    with both.theirs.write("kari") as tx:
        assert len(list_rows.entries(tx, shared.id, TODAY)) == 1
        answer = list_offers.answer(tx, shared.id, TODAY)
    assert answer.offers == 2
    both.ours.who = Who("Ola", frozenset({Role.COORDINATOR}))
    with both.ours.write("ola") as tx:
        protect_all(tx)
        received_lists.read_answer(tx, answer.data, TODAY)
    both.ours.who = Who("Ola", frozenset({Role.COORDINATOR}), protected=Protection.STRICT)
    with both.ours.read() as tx:
        (own,) = list_rows.rows(tx)
        assert own.counts == {EntryState.OFFERED: 2}


def test_whoever_is_protected_since_is_not_in_the_answer_of_somebody_else(both: Offices) -> None:
    shared = kept(both.theirs, sent(both))
    with both.theirs.write("jon") as tx:
        (row,) = list_rows.entries(tx, shared.id, TODAY)
        list_offers.offer(tx, row.id, a_free_mentor(tx), TODAY)
        protect_all(tx)
    both.theirs.who = Who("Kari", frozenset({Role.COORDINATOR}))
    with both.theirs.write("kari") as tx:
        assert list_offers.answer(tx, shared.id, TODAY).offers == 0


def test_a_mentor_is_offered_as_often_as_there_is_room(both: Offices) -> None:
    shared = kept(both.theirs, sent(both, 3))
    with both.theirs.write("jon") as tx:
        mentor = a_free_mentor(tx, capacity=2)
        rows = list_rows.entries(tx, shared.id, TODAY)
        for row in rows[:2]:
            list_offers.offer(tx, row.id, mentor, TODAY)
        list_offers.offer(tx, rows[0].id, mentor, TODAY)  # the same once more takes no more room
        with pytest.raises(MentorFull):
            list_offers.offer(tx, rows[2].id, mentor, TODAY)
        assert list_matching.match(tx, shared.id, TODAY).suggestions == ()
        list_offers.withdraw(tx, rows[1].id)
        found = list_matching.match(tx, shared.id, TODAY).suggestions

    assert [one.mentor_id for one in found] == [mentor]


def test_a_mentor_who_has_not_agreed_is_shown_and_cannot_be_offered(both: Offices) -> None:
    shared = kept(both.theirs, sent(both))
    with both.theirs.write("jon") as tx:
        mentor = mentor_id(tx)
        (found,) = list_matching.match(tx, shared.id, TODAY).suggestions
        assert (found.mentor_id, found.may_be_told) == (mentor, False)
        assert list_offers.offer_suggested(tx, [found], TODAY) == 0
        with pytest.raises(NotAgreedToShare):
            list_offers.offer(tx, found.entry_id, mentor, TODAY)


def test_a_protected_mentor_takes_no_part(both: Offices) -> None:
    shared = kept(both.theirs, sent(both))
    with both.theirs.write("jon") as tx:
        a_free_mentor(tx, protection=Protection.CONFIDENTIAL)
        found = list_matching.match(tx, shared.id, TODAY)

    assert (found.suggestions, found.free_mentors) == ((), 0)


def test_the_engine_goes_by_what_the_lines_tell_and_by_areas_alone(both: Offices) -> None:
    with both.ours.write("mona") as tx:
        a_waiting(tx, "Vil Snakke", languages=spoken("ti:native"), postal_code="8003")
        data = waiting_lists.send(tx, TODAY).data
    shared = kept(both.theirs, data)
    with both.theirs.write("jon") as tx:
        a_free_mentor(tx, "Bare Norsk", languages=spoken("no:native"))
        fits = a_free_mentor(tx, "Kan Tigrinja", languages=spoken("ti:B2"), postal_code="8200")
        a_free_mentor(tx, "Vil Mann", languages=spoken("ti:B2"), wish_gender=Gender.MAN)
        (found,) = list_matching.match(tx, shared.id, TODAY).suggestions

    assert found.mentor_id == fits
    assert found.km is not None
    assert 30 < found.km < 60  # from the middle of Fauske to the middle of Bodø
    assert not {one.kind for one in found.reasons} & LOCATING


def test_a_line_for_a_scheme_that_is_not_here_gets_nobody(both: Offices) -> None:
    with both.ours.write("mona") as tx:
        a_waiting(tx, schemes=frozenset({"only_in_fjordvik"}))
        data = waiting_lists.send(tx, TODAY).data
    shared = kept(both.theirs, data)
    with both.theirs.write("jon") as tx:
        a_free_mentor(tx)
        found = list_matching.match(tx, shared.id, TODAY)

    assert found.suggestions == ()
    assert [one.left_over for one in found.unmatched] == [None]
