"""An office whose only pair has ended, forty months later."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.pairings import months_later
from mentorapp.domain.retention import MOST_MONTHS, RetentionKind
from mentorapp.operations import people, retention
from mentorapp.storage import records
from mentorapp.words import Words
from tests.mentorapp.operations.registering import end_early
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.privacy.columns import Line
from ui.privacy.tab import PrivacyTab, Ways
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

LATER = months_later(TODAY, 40)


@dataclass(frozen=True, slots=True)
class Shown:
    """The tab with its bar, and the files it asked for."""

    home: QWidget
    tab: PrivacyTab
    bar: MessageBar
    opened: list[UUID]

    def lines(self) -> list[Line]:
        return self.tab.table.model.shown_rows()

    def choose(self, kind: RetentionKind) -> Line:
        line = next(one for one in self.lines() if one.row.due.kind is kind)
        assert self.tab.table.table.select_row(line.id)
        return line

    def offered(self) -> list[str]:
        """The words on the buttons of the card that can be pressed."""
        card = self.tab.card
        return [one.text() for one in card.buttons if one.isVisible() and one.isEnabled()]


@pytest.fixture
def left(pairs_office: PairsOffice) -> PairsOffice:
    with pairs_office.database.write("Test") as tx:
        pair = pairs_office.pair
        end_early(tx, pair.id, TODAY, TODAY)
        mentor = records.get(tx, Mentor, pair.mentor_id)
        records.amend(tx, replace(mentor, certificate_seen_by="Mona", certificate_seen_on=TODAY))
        people.set_mentor_status(tx, pair.mentor_id, MentorStatus.ENDED, TODAY)
        people.set_newcomer_status(tx, pair.newcomer_id, NewcomerStatus.WITHDRAWN, TODAY)
        # Its lines are of the day on which the tests run.
        retention.set_period(tx, RetentionKind.LOG, MOST_MONTHS, TODAY)
    return pairs_office


@pytest.fixture
def shown(left: PairsOffice, worker: Worker, qtbot: QtBot, settle: Callable[[], None]) -> Shown:
    made = show(qtbot, worker)
    qtbot.waitUntil(lambda: made.tab.table.model.filled)
    settle()
    return made


def show(qtbot: QtBot, worker: Worker, today: date = LATER) -> Shown:
    """The tab as it is for whoever is at the keyboard."""
    words, home = Words("en"), QWidget()
    qtbot.addWidget(home)
    bar, opened = MessageBar(words), list[UUID]()
    tab = PrivacyTab(worker, words, lambda: today, bar, Ways(opened.append, opened.append))
    layout = QVBoxLayout(home)
    layout.addWidget(bar)
    layout.addWidget(tab)
    home.resize(1000, 700)
    home.show()
    return Shown(home, tab, bar, opened)


def press(button: QPushButton) -> None:
    """Click a button that can be pressed."""
    assert button.isEnabled()
    button.click()
