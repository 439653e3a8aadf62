"""The protection of somebody is lowered in the form, and a second person has to agree."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, people
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, register
from tests.sealed_office import EVA, MONA, make, opened, passphrase_of
from ui.people.dialog import PersonDialog
from ui.people.newcomers_page import NewcomersPage
from ui.widgets.second_person import AskingSecond, SecondPersonDialog
from ui.work import Worker


@pytest.fixture
def mona(tmp_path: Path) -> Iterator[Database]:
    make(tmp_path / "office.db")
    with opened(tmp_path / "office.db", MONA) as database:
        yield database


@pytest.fixture
def page(qtbot: QtBot, mona: Database) -> Iterator[NewcomersPage]:
    with mona.write("mona") as tx:
        register(tx, newcomer("Hanna Skjult", protection=Protection.CONFIDENTIAL))
    words, worker = Words("en"), Worker(mona, "mona")
    AskingSecond(words, worker, mona)
    page = NewcomersPage(worker, words, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    yield page
    worker.close()


def test_the_form_is_saved_once_the_second_person_agrees(
    page: NewcomersPage, mona: Database, qtbot: QtBot, the_form: Callable[[QWidget], PersonDialog]
) -> None:
    who = page.model.row(0).person_id
    page.open_person(who)
    form = the_form(page)
    form.person.protection.set_value(Protection.NONE)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asking()))
    assert level(mona, who) is Protection.CONFIDENTIAL
    (dialog,) = asking()
    qtbot.keyClicks(dialog.passphrase, passphrase_of(EVA))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: level(mona, who) is Protection.NONE)
    qtbot.waitUntil(lambda: not page._worker.working)


def asking() -> list[SecondPersonDialog]:
    every = QApplication.topLevelWidgets()
    return [one for one in every if isinstance(one, SecondPersonDialog) and one.isVisible()]


def level(database: Database, person_id: object) -> Protection:
    with database.read() as tx:
        (found,) = [one for one in people.all_people(tx) if one.person.id == person_id]
        return found.protection
