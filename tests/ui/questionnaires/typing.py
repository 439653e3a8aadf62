"""Somebody at the keyboard, over a window in which questionnaires are typed in."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction, questionnaires
from mentorapp.operations.questionnaires import Filled
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.questionnaires.typing_in import TypingIn
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

Dialog = TypeVar("Dialog", bound=QDialog)
_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


class Home:
    """A page with a message bar; `keys` counts what was typed."""

    def __init__(
        self, qtbot: QtBot, worker: Worker, words: Words, read_only: Refused | None = None
    ) -> None:
        self.qtbot, self.keys = qtbot, 0
        self.window = QWidget()
        self.bar = MessageBar(words)
        QVBoxLayout(self.window).addWidget(self.bar)
        qtbot.addWidget(self.window)
        self.window.show()
        self.typing_in = TypingIn(worker, words, lambda: TODAY, self.window, read_only=read_only)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog on top, of this kind."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        self.qtbot.waitUntil(lambda: found.focusWidget() is not None)
        return found

    def type(self, dialog: QDialog, text: str) -> None:
        """Key by key, into what has the keyboard in the dialog."""
        for character in text:
            self.keys += 1
            where = dialog.focusWidget()
            assert where is not None
            if character in _KEYS:
                QTest.keyClick(where, _KEYS[character])
            else:
                QTest.keyClicks(where, character)


def stored(office: PairsOffice) -> list[Filled]:
    def read(tx: Transaction) -> list[Filled]:
        return questionnaires.of_pairing(tx, office.pair.id)

    found: list[Filled] = office.read(read)
    return found
