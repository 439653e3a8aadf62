"""A tab of a person's file by itself, and the form that it opened."""

from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.operations import Transaction, pairings
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.widgets.form_dialog import FormDialog
from ui.widgets.record_tab import RecordTab

Form = TypeVar("Form", bound=FormDialog)
Tab = TypeVar("Tab", bound=RecordTab)


def newcomer_of_pair(office: PairsOffice) -> UUID:
    """The person who is the newcomer of the office's running pair."""

    def read(tx: Transaction) -> UUID:
        return pairings.row(tx, office.pair.id, TODAY).newcomer_person_id

    found: UUID = office.read(read)
    return found


def shown(qtbot: QtBot, tab: Tab, person_id: UUID) -> Tab:
    """The tab about this person, seen."""
    qtbot.addWidget(tab)
    tab.resize(1000, 600)
    tab.show()
    tab.show_record(person_id)
    return tab


def press(home: QWidget, text: str) -> None:
    """Click the button with these words."""
    (button,) = (one for one in home.findChildren(QPushButton) if one.text() == text)
    assert button.isEnabled(), text
    button.click()


def form(qtbot: QtBot, home: QWidget, kind: type[Form]) -> Form:
    """The form of this kind that is open over ``home``."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in home.findChildren(kind)))
    return next(one for one in home.findChildren(kind) if one.isVisible())
