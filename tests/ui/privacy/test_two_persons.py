"""All that is known of somebody protected opens or goes once a second person has agreed."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.audit import Did
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database
from mentorapp.storage import records
from mentorapp.storage.tables import audit_table
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, protect, register
from tests.sealed_office import EVA, MONA, make, opened, passphrase_of
from ui.privacy.access_dialog import AccessDialog
from ui.privacy.remove_dialog import RemoveDialog
from ui.privacy.removing import Removing
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.second_person import AskingSecond, SecondPersonDialog
from ui.work import Worker


@pytest.fixture
def mona(tmp_path: Path) -> Iterator[Database]:
    make(tmp_path / "office.db")
    with opened(tmp_path / "office.db", MONA) as database:
        yield database


@pytest.fixture
def hanna(mona: Database) -> UUID:
    with mona.write("mona") as tx:
        person = register(tx, newcomer("Hanna Skjult", postal_code="", phone=""))
        protect(tx, person, Protection.CONFIDENTIAL)
    return person


def agreements(database: Database) -> list[tuple[UUID, str]]:
    a = audit_table.c
    asked = audit_table.select().where(a.change == Did.AGREED.value)
    with database.read() as tx:
        return [(row.record_id, row.operation) for row in tx.connection.execute(asked)]


def asking() -> list[SecondPersonDialog]:
    every = QApplication.topLevelWidgets()
    return [one for one in every if isinstance(one, SecondPersonDialog) and one.isVisible()]


def test_the_paper_opens_when_somebody_else_agreed_and_the_log_says_who(
    mona: Database, hanna: UUID, qtbot: QtBot
) -> None:
    words, worker, home = Words("en"), Worker(mona, "mona"), QWidget()
    AskingSecond(words, worker, mona)
    qtbot.addWidget(home)
    home.show()
    dialog = AccessDialog(worker, words, lambda: TODAY, hanna, home)
    dialog.open()
    dialog.save()
    qtbot.waitUntil(lambda: bool(asking()))
    (paper,) = home.findChildren(PaperDialog)
    assert not paper.state.isHidden()
    asking()[0].passphrase.setText(passphrase_of(EVA))
    asking()[0].save()
    qtbot.waitUntil(paper.state.isHidden)
    told = paper.pdf.document.getAllText(0).text()
    assert "Your address is protected" in told
    assert agreements(mona) == [(EVA.id, "subject_access.paper")]
    paper.reject()
    worker.close()


def test_somebody_protected_is_erased_when_somebody_else_agreed(
    mona: Database, hanna: UUID, qtbot: QtBot
) -> None:
    words, worker, home = Words("en"), Worker(mona, "mona"), QWidget()
    AskingSecond(words, worker, mona)
    qtbot.addWidget(home)
    home.show()
    bar, said = MessageBar(words), list[str]()
    qtbot.addWidget(bar)
    Removing(worker, words, lambda: TODAY, home, bar, said.append).erase(hanna)
    qtbot.waitUntil(lambda: bool(home.findChildren(RemoveDialog)))
    (dialog,) = home.findChildren(RemoveDialog)
    with mona.read() as tx:
        number = records.get(tx, Person, hanna).number
    dialog.number.setText(str(number))
    dialog.save()
    qtbot.waitUntil(lambda: bool(asking()))
    assert not said
    asking()[0].passphrase.setText(passphrase_of(EVA))
    asking()[0].save()
    qtbot.waitUntil(lambda: bool(said))
    assert agreements(mona) == [(EVA.id, "erasing.erase")]
    worker.close()
