from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.absences import Absence
from mentorapp.operations import absences, offices
from mentorapp.words import Words
from tests.ui.pairs_office import (
    TODAY,
    PairsOffice,
    english,
    freed,
    pairs_office,
    settle,
    worker,
)
from tests.ui.program_window import problems
from tests.ui.tabs import form, press
from ui.absences.dialog import AbsenceDialog
from ui.absences.tab import AbsencesTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]

BACK = date(2026, 12, 4)


@pytest.fixture
def bar(qtbot: QtBot, english: Words) -> MessageBar:
    made = MessageBar(english)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tab(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    bar: MessageBar,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> AbsencesTab:
    with pairs_office.database.write("Test") as tx:
        office = offices.read(tx)
        offices.save(tx, replace(office, coordinators=("Mona <b>Lie</b>", "Jon Stensund")))
    made = AbsencesTab(worker, english, lambda: TODAY, bar)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitUntil(lambda: bool(made._coordinators))
    settle()
    return made


def every(office: PairsOffice) -> list[Absence]:
    found: list[Absence] = office.read(absences.all_absences)
    return found


def cells(tab: AbsencesTab) -> list[str]:
    model = tab.table.model
    return [str(model.index(0, at).data()) for at in range(model.columnCount())]


def test_an_absence_is_noted_from_the_keyboard_and_taken_back(
    qtbot: QtBot,
    tab: AbsencesTab,
    bar: MessageBar,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    press(tab, "New absence …")
    dialog = form(qtbot, tab, AbsenceDialog)
    qtbot.keyClicks(dialog.stand_in, "Åse <i>Brekke</i>")
    qtbot.keyClicks(dialog.to_date, "4.12")
    qtbot.keyClick(dialog.to_date, Qt.Key.Key_Return)
    freed(qtbot, dialog)
    settle()
    (noted,) = every(pairs_office)
    assert (noted.coordinator, noted.from_date, noted.to_date) == ("Mona <b>Lie</b>", TODAY, BACK)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 1)
    assert cells(tab) == [
        "23 Nov 2026 – 4 Dec 2026",
        "Mona <b>Lie</b>",
        "Åse <i>Brekke</i>",
        "away today",
    ]
    assert bar.label.text() == "Åse <i>Brekke</i> stands in for Mona <b>Lie</b>."
    bar.button.click()
    settle()
    assert every(pairs_office) == []


def test_what_is_wrong_is_said_at_its_field(
    qtbot: QtBot, tab: AbsencesTab, settle: Callable[[], None]
) -> None:
    press(tab, "New absence …")
    dialog = form(qtbot, tab, AbsenceDialog)
    dialog.stand_in.set_value("Mona <b>Lie</b>")
    dialog.save_button.click()
    settle()
    assert problems(dialog) == ["Stand-in cannot be the person himself or herself."]
    dialog.stand_in.set_value("Jon")
    dialog.from_date.set_value(None)
    dialog.save_button.click()
    assert problems(dialog) == ["The first day away is missing."]
    dialog.start_afresh()
    dialog.reject()


def test_whoever_is_away_comes_back_and_an_absence_to_come_cannot(
    qtbot: QtBot,
    tab: AbsencesTab,
    bar: MessageBar,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    first = TODAY - timedelta(days=3)
    with pairs_office.database.write("Test") as tx:
        now = absences.save(tx, Absence(coordinator="Jon", stand_in="Mona", from_date=first))
        later = absences.save(
            tx, Absence(coordinator="Mona", stand_in="Jon", from_date=TODAY + timedelta(days=9))
        )
    tab._rereading.ask()
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 2)
    tab.table.table.select_row(later.id)
    assert not tab._back.isEnabled()
    tab.table.table.select_row(now.id)
    press(tab, "Is back")
    settle()
    assert bar.label.text() == "Jon is back."
    ended = next(one for one in every(pairs_office) if one.id == now.id)
    assert ended.to_date == TODAY - timedelta(days=1)
    bar.button.click()
    settle()
    again = next(one for one in every(pairs_office) if one.id == now.id)
    assert again.to_date is None
    tab.table.table.select_row(later.id)
    press(tab, "Delete")
    settle()
    assert [one.id for one in every(pairs_office)] == [now.id]


def test_without_coordinators_it_says_where_they_are_written_down(
    tab: AbsencesTab, bar: MessageBar
) -> None:
    tab._coordinators = ()
    press(tab, "New absence …")
    assert "Edit office" in bar.label.text()
