"""Files of other offices are looked at first, and taken in once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp.domain.errors import Refused
from mentorapp.domain.exchange_errors import (
    AnswerToUnknownList,
    ExchangeFileOfAnotherKind,
    ForAnotherOffice,
    ListAnswered,
    ListReadBefore,
    OwnFile,
    UnknownOffice,
)
from mentorapp.domain.shared_lines import ListFile
from mentorapp.domain.waiting_lists import Neighbour, SharedList
from mentorapp.operations import (
    list_rows,
    neighbours,
    received_lists,
)
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer_id
from tests.mentorapp.operations.two_offices import (
    Offices,
    answered,
    kept,
    sent,
    two_offices,
)


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Offices]:
    with two_offices(tmp_path) as made:
        yield made


def test_a_list_is_read_once(both: Offices) -> None:
    data = sent(both)
    kept(both.theirs, data)

    with pytest.raises(ListReadBefore) as refused:
        kept(both.theirs, data)
    assert refused.value.read_on == TODAY


def test_the_preview_tells_who_signed_and_keeps_nothing(both: Offices) -> None:
    data = sent(both)
    with both.theirs.write("jon") as tx:
        neighbours.distrust(tx, neighbours.find(tx, "Fjordvik"))
        looked = received_lists.look(tx, data)
        assert list_rows.rows(tx) == []

    assert isinstance(looked.told, ListFile)
    assert isinstance(looked.against, UnknownOffice)
    assert looked.against.name == "Fjordvik"
    assert looked.against.fingerprint == looked.fingerprint
    with pytest.raises(UnknownOffice):
        kept(both.theirs, data)


def test_a_list_for_another_office_and_ones_own_are_refused(both: Offices, tmp_path: Path) -> None:
    data = sent(both)
    with pytest.raises(OwnFile):
        kept(both.ours, data)
    (tmp_path / "third").mkdir()
    with two_offices(tmp_path / "third") as third:
        with both.ours.read() as tx:
            key = neighbours.known_key(tx)
        assert key is not None
        with third.ours.write("ida") as tx:
            friend = Neighbour(name="F", public_key=key.public_key, trusted_on=TODAY)
            neighbours.trust(tx, friend)
        with pytest.raises(ForAnotherOffice):
            kept(third.ours, data)


def test_an_answer_is_read_once_and_only_to_a_list_that_was_sent(both: Offices) -> None:
    answer = answered(both)
    with both.ours.write("mona") as tx:
        shared = received_lists.read_answer(tx, answer, TODAY)
    for again in (received_lists.read_answer,):
        with both.ours.write("mona") as tx, pytest.raises(ListAnswered):
            again(tx, answer, TODAY)
    with both.ours.write("mona") as tx:
        records.remove(tx, shared)
    with both.ours.write("mona") as tx, pytest.raises(AnswerToUnknownList):
        received_lists.read_answer(tx, answer, TODAY)


def test_an_answer_of_an_office_that_the_list_was_not_sent_to_is_refused(both: Offices) -> None:
    answer = answered(both)
    with both.ours.write("mona") as tx:
        other = neighbours.trust(
            tx, Neighbour(name="Andre", public_key="d7" * 32, trusted_on=TODAY)
        )
        shared = records.find(tx, SharedList)[0]
        records.amend(tx, replace(shared, neighbour_id=other.id))
    with both.ours.write("mona") as tx, pytest.raises(AnswerToUnknownList):
        received_lists.read_answer(tx, answer, TODAY)


def test_a_list_is_no_answer_and_an_answer_no_list(both: Offices) -> None:
    data = sent(both)
    with both.theirs.write("jon") as tx, pytest.raises(ExchangeFileOfAnotherKind):
        received_lists.read_answer(tx, data, TODAY)


def test_every_way_into_the_office_refuses_in_a_sentence(both: Offices) -> None:
    with both.theirs.write("jon") as tx:
        for damaged in (b"", b"{}", b"[" * 5_000, sent(both)[:-1]):
            with pytest.raises(Refused):
                received_lists.look(tx, damaged)
        newcomer_id(tx)
