from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.people import LifeSituation, Person, Transport
from mentorapp.operations import people
from tests.ui.pairs_office import PairsOffice
from ui.people.dialog import PersonDialog
from ui.people.mentors_page import MentorsPage

Form = Callable[[QWidget], PersonDialog]


def kari(office: PairsOffice) -> Person:
    found: Person = office.read(lambda tx: people.search(tx, "Kari Nordmann")[0])
    return found


def test_life_situation_and_willingness_to_travel_are_kept_and_told_on_the_card(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    mentors_page.open_person(kari(pairs_office).id)
    dialog = the_form(mentors_page)
    assert dialog.interests.life_situation.currentText() == "Not given"
    dialog.interests.life_situation.set_value(LifeSituation.STUDYING)
    dialog.interests.transport.set_value({Transport.CAR, Transport.TRAVELS})
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not isValid(dialog))
    stored = kari(pairs_office)
    assert stored.life_situation is LifeSituation.STUDYING
    assert stored.transport == {Transport.CAR, Transport.TRAVELS}
    told = ["Studying", "Has a car, is willing to travel to the other"]
    qtbot.waitUntil(
        lambda: set(told) <= {label.text() for label in mentors_page.details.findChildren(QLabel)}
    )
