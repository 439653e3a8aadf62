"""Where two are needed, the window asks somebody else for her passphrase and then goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.protection import Protection
from mentorapp.domain.protection_rules import check_second
from mentorapp.operations import Database, Transaction
from mentorapp.words import Words
from tests.sealed_office import EVA, JON, MONA, make, opened, passphrase_of
from ui.widgets.second_person import AskingSecond, SecondPersonDialog
from ui.work import Worker


@pytest.fixture
def mona(tmp_path: Path) -> Iterator[Database]:
    make(tmp_path / "office.db")
    with opened(tmp_path / "office.db", MONA) as database:
        yield database


@pytest.fixture
def worker(mona: Database, qapp: QObject) -> Iterator[Worker]:
    worker = Worker(mona, "mona")
    AskingSecond(Words("en"), worker, mona)
    yield worker
    worker.close()


def for_two(tx: Transaction) -> str:
    check_second(tx.who, tx.second, Protection.STRICT)
    return tx.second.name if tx.second else ""


class Asked:
    """A job that takes two, its dialog, and what came of it."""

    def __init__(self, qtbot: QtBot, worker: Worker) -> None:
        self.qtbot, self.worker = qtbot, worker
        self.answers: list[str] = []
        self.refusals: list[object] = []
        self.asker = QWidget()
        qtbot.addWidget(self.asker)
        self.asker.show()
        qtbot.waitUntil(self.asker.isVisible)
        self.asker.activateWindow()
        worker.read(self.asker, for_two, self.answers.append, self.refusals.append)
        qtbot.waitUntil(lambda: bool(self.dialogs()))
        (self.dialog,) = self.dialogs()

    def dialogs(self) -> list[SecondPersonDialog]:
        every = QApplication.topLevelWidgets()
        return [one for one in every if isinstance(one, SecondPersonDialog) and one.isVisible()]

    def said(self) -> str:
        """All that the dialog says in words."""
        return " ".join(one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible())

    def type(self, passphrase: str) -> None:
        self.qtbot.keyClicks(self.dialog.passphrase, passphrase)
        self.qtbot.mouseClick(self.dialog.save_button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: not self.worker.working)


@pytest.fixture
def asked(qtbot: QtBot, worker: Worker) -> Iterator[Asked]:
    asked = Asked(qtbot, worker)
    yield asked
    for left in asked.dialogs():
        left.start_afresh()
        left.close()


def test_it_goes_on_once_somebody_else_agrees(asked: Asked) -> None:
    assert asked.dialog.passphrase.echoMode() is QLineEdit.EchoMode.Password
    asked.type(passphrase_of(EVA))
    asked.qtbot.waitUntil(lambda: bool(asked.answers))
    assert (asked.answers, asked.refusals) == ([EVA.name], [])


def test_a_wrong_passphrase_is_told_and_taken_away(asked: Asked) -> None:
    for wrong, said in (
        ("feil feil feil feil", "does not open"),
        (passphrase_of(JON), "This takes two"),
    ):
        asked.type(wrong)
        assert asked.dialog.isVisible()
        assert asked.dialog.passphrase.text() == ""
        assert said in asked.said()
    assert (asked.answers, asked.refusals) == ([], [])


def test_nobody_agrees_and_it_is_refused_as_before(asked: Asked) -> None:
    asked.dialog.start_afresh()
    asked.qtbot.mouseClick(asked.dialog.cancel_button, Qt.MouseButton.LeftButton)
    asked.qtbot.waitUntil(lambda: bool(asked.refusals))
    assert asked.answers == []
