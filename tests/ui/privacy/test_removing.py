"""Erasing and making anonymous: seen before, meant by number, backed up first, told after."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import CannotWriteFile, FileTrouble, PairingStillRuns, Refused
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.operations import Transaction, people, retention
from mentorapp.storage import records
from mentorapp.words import Words
from tests.mentorapp.operations.registering import changed, newcomer, register
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.privacy.remove_dialog import RemoveDialog
from ui.privacy.removing import Removing, WayOut
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window: QWidget, english: Words) -> MessageBar:
    return MessageBar(english, window)


@pytest.fixture
def removing(worker: Worker, english: Words, window: QWidget, bar: MessageBar) -> Removing:
    return Removing(worker, english, lambda: TODAY, window, bar)


@pytest.fixture
def xandra(pairs_office: PairsOffice) -> UUID:
    """Who has left, and of whom a text about somebody else tells."""
    gone = newcomer("Xandra <b>Quist", phone="91827364", status=NewcomerStatus.WITHDRAWN)
    with pairs_office.database.write("mona") as tx:
        who = register(tx, gone)
        register(tx, newcomer("Ana Ruiz", notes="Kom med Xandra <b>Quist"))
    return who


def dialog(over: QWidget) -> RemoveDialog:
    return next(one for one in over.findChildren(RemoveDialog) if one.isVisible())


def people_of(office: PairsOffice) -> dict[UUID, Person]:
    found: dict[UUID, Person] = office.read(lambda tx: records.by_id(records.find(tx, Person)))
    return found


def press(qtbot: QtBot, asked: RemoveDialog, number: object, settle: Settle) -> None:
    asked.number.set_value(str(number))
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    settle()
    settle()


def test_what_goes_is_seen_and_only_the_right_number_erases(
    removing: Removing,
    xandra: UUID,
    pairs_office: PairsOffice,
    window: QWidget,
    bar: MessageBar,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    number = people_of(pairs_office)[xandra].number
    removing.erase(xandra)
    settle()
    asked = dialog(window)
    assert "Xandra" not in asked.windowTitle()
    model = asked.table.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Where and how somebody is reached" in shown
    said = [str(one.property("text") or "") for one in asked.findChildren(QWidget)]
    assert f"Xandra <b>Quist ({number})" in said
    assert any("1 text about somebody else" in one for one in said)

    press(qtbot, asked, number + 1, settle)
    assert asked.isVisible()
    assert xandra in people_of(pairs_office)

    press(qtbot, asked, number, settle)
    freed(qtbot, asked)
    assert xandra not in people_of(pairs_office)
    assert "were removed for good. Name, phone, e-mail and address stand in none" in bar.text


def test_who_is_anonymous_counts_on_without_a_name(
    removing: Removing,
    xandra: UUID,
    pairs_office: PairsOffice,
    window: QWidget,
    bar: MessageBar,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    number = people_of(pairs_office)[xandra].number
    removing.anonymise(xandra)
    settle()
    press(qtbot, dialog(window), number, settle)
    left = people_of(pairs_office)[xandra]
    assert (left.family_name, left.anonymised_on) == ("", TODAY)
    assert "Figures are what they were. Name, phone, e-mail and address stand in none" in bar.text


def test_a_backup_comes_first_and_nothing_goes_without_it(
    removing: Removing,
    xandra: UUID,
    pairs_office: PairsOffice,
    worker: Worker,
    window: QWidget,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    asked_for: list[bool] = []

    def keep() -> None:
        asked_for.append(xandra in people_of(pairs_office))
        raise CannotWriteFile("backups", FileTrouble.FULL)

    worker.keep_first = keep
    removing.erase(xandra)
    settle()
    press(qtbot, dialog(window), people_of(pairs_office)[xandra].number, settle)
    assert asked_for == [True]
    assert "backups" in dialog(window).message_bar.text
    assert xandra in people_of(pairs_office)
    dialog(window).reject()


def test_a_pair_that_still_runs_and_a_hold_are_said_before_anything_is_asked(
    removing: Removing,
    xandra: UUID,
    pairs_office: PairsOffice,
    window: QWidget,
    bar: MessageBar,
    settle: Settle,
) -> None:
    ali = next(one.id for one in people_of(pairs_office).values() if one.name == "Ali Hassan")
    removing.erase(ali)
    settle()
    assert bar.text.startswith("1 pairing still runs. End it first")
    removing.anonymise(ali)
    settle()
    assert bar.text.startswith("1 pairing still runs. End it first")
    with pairs_office.database.write("mona") as tx:
        retention.hold(tx, xandra, "Klage", TODAY)
    removing.erase(xandra)
    settle()
    assert "Klage" in bar.text
    assert window.findChildren(RemoveDialog) == []


def test_the_way_out_stands_beside_the_refusal(
    worker: Worker,
    english: Words,
    pairs_office: PairsOffice,
    window: QWidget,
    bar: MessageBar,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    gone_to: list[Any] = []
    ways: dict[type[Refused], WayOut] = {PairingStillRuns: ("Show the pair", gone_to.append)}
    removing = Removing(worker, english, lambda: TODAY, window, bar, ways_out=ways)
    ali = next(one.id for one in people_of(pairs_office).values() if one.name == "Ali Hassan")
    removing.erase(ali)
    settle()
    assert bar.button.text() == "Show the pair"
    bar.button.click()
    assert gone_to == [ali]


def test_undo_brings_no_text_back_that_had_the_name(
    removing: Removing,
    xandra: UUID,
    pairs_office: PairsOffice,
    worker: Worker,
    window: QWidget,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    ana = next(one for one in people_of(pairs_office).values() if one.name == "Ana Ruiz")

    def reword(tx: Transaction) -> None:
        held = people.registration(tx, ana.id)
        people.save(tx, changed(held, notes="Kom alene"), TODAY)

    worker.write(window, reword)
    settle()
    assert worker.history.can_undo
    removing.erase(xandra)
    settle()
    press(qtbot, dialog(window), people_of(pairs_office)[xandra].number, settle)
    assert xandra not in people_of(pairs_office)
    worker.history.undo()
    settle()
    assert people_of(pairs_office)[ana.id].notes == "Kom alene"


def test_while_somebody_is_erased_the_dialog_stays_to_tell_what_came_of_it(
    removing: Removing,
    xandra: UUID,
    pairs_office: PairsOffice,
    worker: Worker,
    window: QWidget,
    bar: MessageBar,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    removing.erase(xandra)
    settle()
    asked = dialog(window)
    asked.number.set_value(str(people_of(pairs_office)[xandra].number))
    with pairs_office.database.write("mona"):  # what is to be erased waits for this one
        asked.save()
        qtbot.waitUntil(lambda: not asked.cancel_button.isEnabled())
        QTest.keyClick(asked, Qt.Key.Key_Escape)
        asked.close()
        assert asked.isVisible()
    freed(qtbot, asked)
    assert "were removed for good" in bar.text
