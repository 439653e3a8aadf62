"""Whoever needs the office file for himself has it so."""

from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from mentorapp.domain.errors import OfficeBusy
from mentorapp.storage.database import open_database
from mentorapp.storage.gate import Gate


def test_others_come_in_once_it_is_free_again() -> None:
    gate, entered = Gate(), Event()

    def enter() -> None:
        with gate.inside():
            entered.set()

    other = Thread(target=enter)
    with gate.alone():
        other.start()
        assert not entered.wait(0.05)
    other.join()
    assert entered.is_set()


def test_nobody_is_alone_while_somebody_is_inside() -> None:
    gate, there, leave = Gate(), Event(), Event()

    def stay() -> None:
        with gate.inside(), gate.inside():
            there.set()
            leave.wait()

    other = Thread(target=stay)
    other.start()
    there.wait()
    with pytest.raises(OfficeBusy), gate.alone(seconds=0):
        pass
    leave.set()
    with gate.alone(), gate.inside():  # whoever has it may use it
        other.join()


def test_two_are_not_alone_at_once() -> None:
    gate = Gate()
    with gate.alone(), pytest.raises(OfficeBusy), gate.alone():
        pass
    with gate.inside():
        pass


def test_a_question_that_comes_while_the_file_is_exchanged_is_answered_from_the_new_one(
    tmp_path: Path,
) -> None:
    newer = tmp_path / "newer.db"
    with closing(open_database(newer)) as other:
        mark = other.newest_change()
    asked = list[str]()
    with closing(open_database(tmp_path / "office.db")) as office:
        question = Thread(target=lambda: asked.append(office.newest_change()))
        with office.apart():
            question.start()
            question.join(0.05)
            assert not asked
            newer.replace(office.path)
        question.join()
    assert asked == [mark]
