import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import MentorStatus
from mentorapp.operations import people
from mentorapp.operations.explaining import Solved
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.pairing.answers import Answers
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answers(
    worker: Worker, english: Words, home: QWidget, pairs_office: PairsOffice, settle: Settle
) -> Iterator[Answers]:
    made = Answers(worker, english, lambda: TODAY, home)
    made.choose(pairs_office.buddy.id, "most")
    yield made
    settle()


class Slow:
    """A job that has begun and goes on until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, _solved: Solved) -> str:
        self.begun.set()
        self.go_on.wait(10)
        return "slow"


def test_the_set_is_solved_for_the_first_question_and_kept_for_the_next(
    answers: Answers, home: QWidget, settle: Settle
) -> None:
    asked: list[Solved] = []
    for place in ("one", "other"):
        answers.ask(place, home, lambda solved: solved, asked.append)
    settle()
    assert len(asked) == 2
    assert asked[0] is asked[1]
    assert len(asked[0].pairs) == 5


def test_of_one_place_only_the_last_question_counts(
    qtbot: QtBot, answers: Answers, home: QWidget, settle: Settle
) -> None:
    told: list[str] = []
    slow = Slow()
    answers.ask("card", home, slow, told.append)
    qtbot.waitUntil(slow.begun.is_set)
    answers.ask("card", home, lambda _solved: "second", told.append)
    answers.ask("card", home, lambda _solved: "third", told.append)
    slow.go_on.set()
    settle()
    assert told == ["third"]


def test_questions_are_worked_on_one_after_the_other(
    qtbot: QtBot, answers: Answers, home: QWidget, settle: Settle
) -> None:
    told: list[str] = []
    slow, other = Slow(), Slow()
    answers.ask("one", home, slow, told.append)
    answers.ask("other", home, other, told.append)
    qtbot.waitUntil(slow.begun.is_set)
    assert not other.begun.is_set()
    other.go_on.set()
    slow.go_on.set()
    settle()
    assert told == ["slow", "slow"]


def test_a_job_can_tell_that_nobody_waits_for_it_any_more(
    qtbot: QtBot, answers: Answers, home: QWidget, settle: Settle
) -> None:
    begun, between = threading.Event(), threading.Event()
    seen: list[object] = []

    def until_unwanted(_solved: Solved) -> None:
        begun.set()
        while not answers.unwanted():
            between.wait(0.005)
        seen.append("stopped")

    answers.ask("recruit", home, until_unwanted, seen.append)
    qtbot.waitUntil(begun.is_set)
    answers.drop("recruit")
    settle()
    assert seen == ["stopped"]


def test_an_office_that_has_changed_is_solved_anew(
    answers: Answers, home: QWidget, worker: Worker, settle: Settle, pairs_office: PairsOffice
) -> None:
    asked: list[Solved] = []
    answers.ask("card", home, lambda solved: solved, asked.append)
    settle()
    kari = pairs_office.mentors["Kari Nordmann"]
    worker.write(home, lambda tx: people.set_mentor_status(tx, kari, MentorStatus.PAUSED, TODAY))
    settle()
    answers.ask("card", home, lambda solved: solved, asked.append)
    settle()
    assert asked[1] is not asked[0]
    assert kari not in asked[1].pairs.values()


def test_while_a_run_is_under_way_questions_wait(
    answers: Answers, home: QWidget, settle: Settle
) -> None:
    told: list[str] = []
    answers.hold()
    answers.ask("card", home, lambda _solved: "answer", told.append)
    settle()
    assert told == []
    answers.go_on()
    settle()
    assert told == ["answer"]


def test_a_question_that_is_cancelled_says_so(
    qtbot: QtBot, answers: Answers, home: QWidget, worker: Worker, settle: Settle
) -> None:
    told: list[object] = []
    slow = Slow()
    answers.ask("card", home, slow, told.append, told.append)
    qtbot.waitUntil(slow.begun.is_set)
    worker.stop_computing()
    slow.go_on.set()
    settle()
    assert [type(one).__name__ for one in told] == ["Cancelled"]
