import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mentorapp.operations import imports, offices
from mentorapp.operations.imports import Decision
from tests.ui.imports.conftest import Settle
from tests.ui.pairs_office import PairsOffice
from ui.imports.dialog import ImportDialog
from ui.work import Worker


@pytest.fixture
def hold(worker: Worker, qtbot: QtBot) -> Iterator[threading.Event]:
    """What is asked of the office from now on waits until this is set."""
    event = threading.Event()
    asker = QObject()
    worker.read(asker, lambda tx: event.wait(10), lambda _: None)
    yield event
    event.set()


def test_an_import_is_cancelled_and_nothing_is_lost(
    twins: ImportDialog, hold: threading.Event, pairs_office: PairsOffice, settle: Settle
) -> None:
    twins.check._go_to_row(0)
    twins.check.decide(Decision.NEW)
    before = pairs_office.read(offices.summary)
    twins.next_button.click()

    twins.close_button.click()
    assert twins.isVisible()
    hold.set()
    settle()

    assert twins.message_bar.text == "Cancelled: nothing was imported."
    assert twins.steps.currentWidget() is twins.check
    assert list(twins.check.decisions.values()) == [Decision.NEW]
    assert pairs_office.read(offices.summary) == before
    twins.next_button.click()
    settle()
    assert twins.outcome.outcome.text() == "2 new records · 1 row left out"


def test_a_long_import_is_shown_and_stopped_where_it_is_shown(
    twins: ImportDialog, worker: Worker, qtbot: QtBot, settle: Settle
) -> None:
    event = threading.Event()
    worker.write(twins, lambda tx: event.wait(10), progress=twins._progress)
    qtbot.waitUntil(twins.busy_bar.isVisible, timeout=3000)
    assert twins.busy_bar.cancel_button.isVisible()
    twins.busy_bar.cancel_button.click()
    event.set()
    settle()
    assert twins._progress.cancelled()


def test_comparing_is_cancelled(
    dialog: ImportDialog, worker: Worker, file: Path, qtbot: QtBot, settle: Settle
) -> None:
    dialog.read_file(file)
    settle()
    event = threading.Event()
    dialog.next_button.click()
    worker.read(dialog, lambda tx: event.wait(10), lambda _: None)
    title = "Comparing with the office"
    qtbot.waitUntil(lambda: any(one.title == title for one in worker._open))
    dialog._progress.cancel()
    event.set()
    settle()

    assert dialog.message_bar.text == "Cancelled: nothing was imported."
    assert dialog.steps.currentWidget() is dialog.columns
    assert dialog.focusWidget() is dialog.next_button
    dialog.next_button.click()
    settle()
    assert len(dialog.check.model.all_rows()) == 3


def test_reading_a_file_is_cancelled(dialog: ImportDialog, file: Path, settle: Settle) -> None:
    dialog.read_file(file)
    dialog._progress.cancel()
    settle()

    assert dialog.message_bar.text == "Cancelled: nothing was imported."
    assert dialog.steps.currentWidget() is dialog.file
    assert dialog.file.isEnabled()


def test_reading_the_rows_is_cancelled(
    dialog: ImportDialog, pairs_office: PairsOffice, file: Path, settle: Settle
) -> None:
    dialog.read_file(file)
    settle()
    dialog._begin()
    dialog._read_rows(pairs_office.read(imports.setting))
    dialog._progress.cancel()
    settle()

    assert dialog.message_bar.text == "Cancelled: nothing was imported."
    assert dialog.steps.currentWidget() is dialog.columns
    assert dialog.next_button.isEnabled()
