import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import Cancelled, MentorFull, Refused
from ui.work import Activity, Progress, Worker


class Lines(list[str]):
    """Lines in a transaction that has nothing to undo."""

    changes = ()


@dataclass
class Book:
    """An office of lines that commits and rolls back like the real one."""

    lines: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    @contextmanager
    def read(self) -> "Iterator[Lines]":
        self.threads.add(threading.get_ident())
        yield Lines(self.lines)

    @contextmanager
    def write(self, actor: str) -> "Iterator[Lines]":
        self.threads.add(threading.get_ident())
        copy = Lines(self.lines)
        yield copy
        self.lines = copy
        self.actors.append(actor)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def worker(qtbot: QtBot, book: Book) -> Iterator[Worker]:
    made = Worker(cast("Any", book), "Kari")
    yield made
    made.close()


@pytest.fixture
def asker(qtbot: QtBot) -> QObject:
    return QObject()


def note(n: int, tx: Any) -> int:
    tx.append(str(n))
    return n


def refuse(tx: object) -> None:
    raise MentorFull(capacity=2, name="Kari")


def fail(tx: object) -> None:
    raise ZeroDivisionError


def test_an_answer_comes_on_the_thread_of_the_window(
    qtbot: QtBot, worker: Worker, book: Book, asker: QObject
) -> None:
    got: list[tuple[int, QThread]] = []
    worker.read(asker, lambda tx: 42, lambda n: got.append((n, QThread.currentThread())))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(42, asker.thread())]
    assert threading.get_ident() not in book.threads


def test_questions_are_answered_in_their_order_on_one_thread(
    qtbot: QtBot, worker: Worker, book: Book, asker: QObject
) -> None:
    got: list[int] = []
    for n in range(30):
        worker.write(asker, partial(note, n), got.append)
    qtbot.waitUntil(lambda: len(got) == 30)
    assert got == list(range(30))
    assert book.lines == [str(n) for n in range(30)]
    assert set(book.actors) == {"Kari"}
    assert len(book.threads) == 1


def test_what_was_written_is_news_after_it_was_told(
    qtbot: QtBot, worker: Worker, asker: QObject
) -> None:
    told: list[str] = []
    worker.changed.connect(lambda: told.append("changed"))
    worker.write(
        asker,
        lambda tx: None,
        then=lambda _: told.append("then"),
        always=lambda: told.append("always"),
    )
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["then", "changed", "always"]


def test_a_refusal_goes_to_who_asked_and_nothing_changes(
    qtbot: QtBot, worker: Worker, book: Book, asker: QObject
) -> None:
    refusals: list[Refused] = []
    with qtbot.assertNotEmitted(worker.changed), qtbot.assertNotEmitted(worker.failed):
        worker.write(asker, refuse, refused=refusals.append)
        qtbot.waitUntil(lambda: bool(refusals))
    assert isinstance(refusals[0], MentorFull)
    assert book.lines == []


def test_a_refusal_without_a_place_is_told_elsewhere(
    qtbot: QtBot, worker: Worker, asker: QObject
) -> None:
    with qtbot.waitSignal(worker.refused_elsewhere) as told:
        worker.write(asker, refuse)
    assert isinstance(told.args[0], MentorFull)


def test_a_bug_is_told_and_the_next_question_still_answered(
    qtbot: QtBot, worker: Worker, asker: QObject
) -> None:
    ended: list[bool] = []
    with qtbot.waitSignal(worker.failed) as told:
        worker.write(asker, fail, always=lambda: ended.append(True))
    assert isinstance(told.args[0], ZeroDivisionError)
    qtbot.waitUntil(lambda: ended == [True])
    got: list[int] = []
    worker.read(asker, lambda tx: 1, got.append)
    qtbot.waitUntil(lambda: got == [1])


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, worker: Worker) -> None:
    asker = QObject()
    hold = threading.Event()
    got: list[object] = []
    worker.read(asker, lambda tx: hold.wait(5), got.append)
    shiboken6.delete(asker)
    with qtbot.waitSignal(worker.drained):
        hold.set()
    assert got == []


def test_solving_holds_up_no_save(qtbot: QtBot, worker: Worker, asker: QObject) -> None:
    hold = threading.Event()
    solved: list[str] = []
    saved: list[object] = []
    worker.compute(asker, lambda progress: str(hold.wait(5)), solved.append)
    worker.write(asker, lambda tx: 1, saved.append)
    qtbot.waitUntil(lambda: saved == [1])
    assert solved == []
    hold.set()
    qtbot.waitUntil(lambda: solved == ["True"])


def test_long_work_is_shown_with_its_progress_and_can_be_stopped(
    qtbot: QtBot, worker: Worker, asker: QObject
) -> None:
    stopped = threading.Event()

    def print_letters(progress: Progress) -> str:
        progress.report(3, 10)
        while not progress.cancelled():
            stopped.wait(0.01)
        return "half"

    got: list[str] = []
    with qtbot.waitSignal(worker.busy, timeout=3000) as told:
        worker.compute(asker, print_letters, got.append, title="Printing")
    activity = told.args[0]
    assert isinstance(activity, Activity)
    assert (activity.title, activity.progress.done, activity.progress.total) == ("Printing", 3, 10)
    assert activity.can_cancel
    with qtbot.waitSignal(worker.idle):
        activity.progress.cancel()
    assert got == []


@pytest.mark.parametrize("ask", ["read", "write"])
def test_work_on_the_office_that_takes_a_progress_can_be_stopped(
    qtbot: QtBot, worker: Worker, book: Book, asker: QObject, ask: str
) -> None:
    progress = Progress()
    stopped = threading.Event()

    def bring_in(tx: Any) -> None:
        tx.append("half")
        progress.report(3, 10)
        while not progress.cancelled():
            stopped.wait(0.01)
        raise Cancelled

    told: list[Refused] = []
    with qtbot.waitSignal(worker.busy, timeout=3000) as shown:
        getattr(worker, ask)(asker, bring_in, refused=told.append, then=None, progress=progress)
    assert shown.args[0].can_cancel
    assert (shown.args[0].progress.done, shown.args[0].progress.total) == (3, 10)
    with qtbot.assertNotEmitted(worker.changed), qtbot.waitSignal(worker.drained):
        progress.cancel()
    assert [type(one) for one in told] == [Cancelled]
    assert book.lines == []


def test_what_was_saved_before_it_could_stop_is_told(
    qtbot: QtBot, worker: Worker, book: Book, asker: QObject
) -> None:
    progress, got = Progress(), list[int]()
    progress.cancel()
    with qtbot.waitSignal(worker.changed):
        worker.write(asker, partial(note, 1), got.append, progress=progress)
    assert got == [1]
    assert book.lines == ["1"]


def test_closing_stops_no_save(qtbot: QtBot, worker: Worker, book: Book, asker: QObject) -> None:
    progress = Progress()
    worker.write(asker, partial(note, 1), progress=progress)
    worker.stop_computing()
    assert not progress.cancelled()
    worker.close()


def test_what_was_cancelled_with_nobody_left_to_tell_is_not_told(
    qtbot: QtBot, worker: Worker, asker: QObject
) -> None:
    def stop(tx: object) -> None:
        raise Cancelled

    with qtbot.assertNotEmitted(worker.refused_elsewhere), qtbot.waitSignal(worker.drained):
        worker.write(asker, stop)


def test_fast_work_is_not_shown(qtbot: QtBot, worker: Worker, asker: QObject) -> None:
    with qtbot.assertNotEmitted(worker.busy), qtbot.waitSignal(worker.drained):
        worker.read(asker, lambda tx: 1, lambda n: None)


def test_closing_finishes_what_was_asked_of_the_office(
    qtbot: QtBot, worker: Worker, book: Book, asker: QObject
) -> None:
    for n in range(20):
        worker.write(asker, partial(note, n))
    worker.close()
    assert len(book.lines) == 20


def test_a_page_that_asks_after_the_window_has_closed_is_not_answered(
    worker: Worker, asker: QObject
) -> None:
    answers: list[object] = []
    worker.close()
    worker.read(asker, lambda tx: 1, answers.append)
    worker.compute(asker, lambda progress: 1, answers.append)
    assert not worker.working
    assert not answers


def test_what_is_to_be_written_after_the_window_has_closed_is_a_mistake_told_aloud(
    worker: Worker, asker: QObject
) -> None:
    worker.close()
    with pytest.raises(RuntimeError):
        worker.write(asker, partial(note, 1))
