import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.crash import CrashDialog, CrashReporter, describe, log_to

SECRET = "Kari Nordmann, 12 Storgata"


def look_up(name: str) -> None:
    raise KeyError(name)


def bug() -> Exception:
    secret = SECRET
    try:
        try:
            look_up(secret)
        except KeyError as cause:
            raise ValueError(f"no such person: {secret}") from cause
    except ValueError as problem:
        return problem
    raise AssertionError


def test_the_description_tells_where_but_nothing_about_anybody() -> None:
    text = describe(bug(), "1.0")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py:" in text
    assert " look_up" in text
    assert "Kari" not in text
    assert str(Path.home()) + "/" not in text


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "deep" / "crashes.log"
    handler = log_to(file)
    assert handler is not None
    yield file
    logging.getLogger("mentorapp.crash").removeHandler(handler)
    handler.close()


@pytest.fixture
def reporter(qtbot: QtBot, words: Words) -> CrashReporter:
    return CrashReporter(words, "1.0", lambda: None)


def test_a_bug_is_logged_and_shown_once(qtbot: QtBot, reporter: CrashReporter, log: Path) -> None:
    reporter.report(bug())
    reporter.report(bug())
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    assert dialog is not None
    written = log.read_text(encoding="utf-8")
    assert written.count("ValueError") == 2
    assert "Kari" not in written
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert not any("Kari" in text for text in [*shown, dialog.details.toPlainText()])
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert reporter.dialog is None


def test_details_can_be_copied(qtbot: QtBot, words: Words) -> None:
    dialog = CrashDialog(words, "where it happened")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "where it happened"


def test_a_bug_on_another_thread_reaches_the_window(
    qtbot: QtBot, reporter: CrashReporter, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert reporter.dialog is not None
    reporter.dialog.reject()


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert log_to(tmp_path / "file" / "crashes.log") is None
