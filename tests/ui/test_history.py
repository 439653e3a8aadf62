"""Undo in the whole window, with a real office."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import Refused
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.office_errors import LeftTheHouse
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import Database, Transaction, offices
from mentorapp.words import Words
from ui.history import History
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_button
from ui.work import Worker


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = offices.open_office(tmp_path / "office.db")
    yield made
    made.close()


@pytest.fixture
def worker(qtbot: QtBot, database: Database) -> Iterator[Worker]:
    made = Worker(database, "Kari")
    yield made
    made.close()


@pytest.fixture
def history(worker: Worker) -> History:
    return worker.history


def named(name: str) -> "object":
    def job(tx: Transaction) -> None:
        offices.save(tx, replace(offices.read(tx), name=name))

    return job


def write(qtbot: QtBot, worker: Worker, *names: str) -> None:
    for name in names:
        with qtbot.waitSignal(worker.changed):
            worker.write(worker, named(name))  # type: ignore[arg-type]


def name(database: Database) -> str:
    with database.read() as tx:
        return offices.read(tx).name


def move(qtbot: QtBot, worker: Worker, history: History, *steps: str) -> None:
    for step in steps:
        with qtbot.waitSignal(worker.changed):
            getattr(history, step)()


def test_each_undo_takes_back_one_more(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    write(qtbot, worker, "Lillevik", "Storevik", "Fjordvik")

    move(qtbot, worker, history, "undo", "undo")

    assert name(database) == "Lillevik"


def test_what_was_undone_can_be_done_again(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    write(qtbot, worker, "Lillevik", "Storevik")

    move(qtbot, worker, history, "undo", "undo", "redo", "redo", "undo")

    assert name(database) == "Lillevik"
    assert history.can_redo


def test_something_new_ends_what_could_be_done_again(
    qtbot: QtBot, worker: Worker, history: History
) -> None:
    write(qtbot, worker, "Lillevik")
    move(qtbot, worker, history, "undo")

    write(qtbot, worker, "Storevik")

    assert not history.can_redo


def test_a_message_takes_back_its_own_change_and_not_the_newest(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    write(qtbot, worker, "Lillevik")
    first = history.newest()
    with qtbot.waitSignal(worker.changed):
        worker.write(worker, lambda tx: _keep(tx, "view"))

    with qtbot.waitSignal(worker.changed):
        history.undo_this(first)

    assert name(database) != "Lillevik"
    assert history.can_undo


def test_what_was_changed_since_cannot_be_taken_back_and_says_so(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    write(qtbot, worker, "Lillevik")
    first = history.newest()
    write(qtbot, worker, "Storevik")

    with qtbot.waitSignal(history.refused) as told:
        history.undo_this(first)

    assert isinstance(told.args[0], Refused)
    assert name(database) == "Storevik"


def test_a_message_takes_back_its_own_change_after_a_later_one_was_undone(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    before = name(database)
    write(qtbot, worker, "Lillevik")
    first = history.newest()
    write(qtbot, worker, "Storevik")
    move(qtbot, worker, history, "undo")

    with qtbot.waitSignal(worker.changed):
        history.undo_this(first)

    assert name(database) == before


def test_what_a_message_tells_of_is_over_when_it_was_undone_and_not_before(
    qtbot: QtBot, worker: Worker, history: History, words: Words
) -> None:
    bar = MessageBar(words)
    qtbot.addWidget(bar)
    write(qtbot, worker, "Lillevik")
    bar.success("Named.", undo_button(words, worker))
    write(qtbot, worker, "Storevik")

    move(qtbot, worker, history, "undo")
    assert bar.text == "Named."
    move(qtbot, worker, history, "undo")
    assert bar.text == ""


def test_a_message_that_took_the_place_of_another_stays_when_that_one_is_over(
    qtbot: QtBot, worker: Worker, history: History, words: Words
) -> None:
    bar = MessageBar(words)
    qtbot.addWidget(bar)
    write(qtbot, worker, "Lillevik")
    replaced = undo_button(words, worker)
    bar.success("Named.", replaced)
    bar.info("Something else.")

    move(qtbot, worker, history, "undo")

    assert bar.text == "Something else."


def test_what_the_program_keeps_by_itself_is_nothing_to_undo(
    qtbot: QtBot, worker: Worker, history: History
) -> None:
    with qtbot.waitSignal(worker.changed):
        worker.write(worker, _type)

    assert not history.can_undo


def test_undo_stops_at_what_was_printed(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    from mentorapp.domain.audit import Did
    from mentorapp.operations.undoing import Change

    write(qtbot, worker, "Lillevik")
    printed = (Change(LetterIssued, Did.ADDED, "letters.issue", [], []),)
    history.remember(printed)

    for _again in range(2):
        with qtbot.waitSignal(history.refused) as told:
            history.undo()
        assert isinstance(told.args[0], LeftTheHouse)

    assert name(database) == "Lillevik"


def test_a_write_of_a_page_that_is_gone_can_still_be_undone(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    page = QObject()
    before = name(database)
    with qtbot.waitSignal(worker.changed):
        worker.write(page, named("Lillevik"))  # type: ignore[arg-type]
        page.deleteLater()

    move(qtbot, worker, history, "undo")

    assert name(database) == before


def _keep(tx: Transaction, kind: str) -> None:
    from mentorapp.domain.saved_views import SavedView
    from mentorapp.storage import records

    records.add(tx, SavedView(page="mentors", name=kind))


def _type(tx: Transaction) -> None:
    from mentorapp.storage import records

    records.add(tx, UnfinishedForm(form="newcomer", kept_at=tx.now))


def test_what_is_removed_for_good_ends_the_history_also_when_the_asker_is_gone(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    write(qtbot, worker, "Lillevik", "Storevik")
    move(qtbot, worker, history, "undo")
    asker = QObject()
    with qtbot.waitSignals([worker.changed] * 2):
        worker.write(worker, named("Fjordvik"))  # type: ignore[arg-type]
        worker.write(asker, history.for_good(lambda _tx: None))
        asker.deleteLater()
        QCoreApplication.sendPostedEvents(asker, QEvent.Type.DeferredDelete)
    assert not history.can_undo
    assert not history.can_redo


def test_an_undo_that_waits_behind_a_removal_comes_too_late(
    qtbot: QtBot, worker: Worker, history: History, database: Database
) -> None:
    write(qtbot, worker, "Lillevik", "Storevik")
    with qtbot.waitSignal(history.refused):
        worker.write(worker, history.for_good(lambda _tx: None))
        history.undo()
    assert name(database) == "Storevik"
    assert not history.can_undo
