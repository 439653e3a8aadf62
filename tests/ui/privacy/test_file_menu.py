"""In somebody's file: what is kept of him, a hold, and that nothing of him is left."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.audit import Did
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.retention import DecisionKind
from mentorapp.operations import people, retention
from mentorapp.storage import records
from mentorapp.storage.tables import audit_table
from mentorapp.words import Words
from tests.mentorapp.operations.registering import newcomer, register
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.privacy.access_dialog import AccessDialog
from ui.privacy.deciding import DecisionDialog
from ui.privacy.file_menu import FileMenu
from ui.privacy.remove_dialog import RemoveDialog
from ui.widgets.paper import PaperDialog
from ui.widgets.record_file import RecordFile
from ui.widgets.tabs_page import TabSpec
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def oda(pairs_office: PairsOffice) -> UUID:
    with pairs_office.database.write("mona") as tx:
        return register(tx, newcomer("Oda Open", status=NewcomerStatus.WITHDRAWN))


@pytest.fixture
def gone() -> list[str]:
    return []


@pytest.fixture
def file(
    qtbot: QtBot, worker: Worker, english: Words, oda: UUID, gone: list[str], settle: Settle
) -> Iterator[RecordFile]:
    window = QWidget()
    qtbot.addWidget(window)
    tabs = [TabSpec("a", "A", QWidget)]
    made = RecordFile(
        worker, english, "Person file", oda, people.name_of, lambda _bar: tabs, window
    )
    FileMenu(made, oda, worker, english, lambda: TODAY, gone.append)
    made.show()
    qtbot.waitUntil(lambda: bool(menu(made)._state.about))
    settle()
    yield made
    settle()


def menu(file: RecordFile) -> FileMenu:
    (found,) = file.findChildren(FileMenu)
    return found


def shown(over: QWidget, kind: type[QWidget]) -> QWidget:
    return next(one for one in over.findChildren(kind) if one.isVisible())


def choose(file: RecordFile, text: str, settle: Settle) -> None:
    (action,) = [one for one in menu(file).menu.actions() if one.text() == text and one.isVisible()]
    action.trigger()
    settle()


def noted(office: PairsOffice, did: Did) -> list[UUID]:
    a = audit_table.c
    asked = audit_table.select().where(a.change == did.value)
    return office.read(lambda tx: [row.record_id for row in tx.connection.execute(asked)])  # type: ignore[no-any-return]


def test_the_paper_opens_in_the_language_that_was_chosen(
    file: RecordFile, qtbot: QtBot, settle: Settle
) -> None:
    choose(file, "What is kept about this person …", settle)
    asked = shown(file, AccessDialog)
    assert isinstance(asked, AccessDialog)
    asked.language.set_value("da")
    asked.save()
    settle()
    paper = shown(file, PaperDialog)
    assert isinstance(paper, PaperDialog)
    qtbot.waitUntil(paper.state.isHidden)
    assert paper.message_bar.text == ""
    assert "Det, vi ved om dig" in paper.pdf.document.getAllText(0).text()
    assert "Oda" not in paper.windowTitle()
    paper.reject()


def test_the_same_is_saved_as_data_and_the_log_says_so(
    file: RecordFile,
    oda: UUID,
    pairs_office: PairsOffice,
    tmp_path: Path,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    choose(file, "What is kept about this person …", settle)
    asked = shown(file, AccessDialog)
    assert isinstance(asked, AccessDialog)
    asked.save_data(tmp_path / "ut.json")
    qtbot.waitUntil(lambda: oda in noted(pairs_office, Did.EXPORTED))
    assert "Written: ut.json" in asked.message_bar.text
    found = json.loads((tmp_path / "ut.json").read_text(encoding="utf-8"))
    assert found["records"]["person"][0]["family_name"] == "Open"
    asked.reject()


def test_who_is_held_is_not_removed_until_the_hold_is_lifted(
    file: RecordFile, oda: UUID, pairs_office: PairsOffice, qtbot: QtBot, settle: Settle
) -> None:
    choose(file, "Hold …", settle)
    asked = shown(file, DecisionDialog)
    assert isinstance(asked, DecisionDialog)
    asked.reason.set_value("Klage")
    asked.save()
    qtbot.waitUntil(menu(file).lift.isVisible)
    assert not menu(file).hold.isVisible()
    (decision,) = pairs_office.read(lambda tx: retention.decided(tx, oda, TODAY))
    assert (decision.kind, decision.reason) == (DecisionKind.HOLD, "Klage")

    choose(file, "Erase for good …", settle)
    assert "Klage" in file.message_bar.text
    file.message_bar.button.click()
    qtbot.waitUntil(menu(file).hold.isVisible)
    assert pairs_office.read(lambda tx: retention.decided(tx, oda, TODAY)) == []


def test_the_file_closes_when_nobody_is_left_in_it(
    file: RecordFile,
    oda: UUID,
    pairs_office: PairsOffice,
    gone: list[str],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    choose(file, "Erase for good …", settle)
    asked = shown(file, RemoveDialog)
    assert isinstance(asked, RemoveDialog)
    number = pairs_office.read(lambda tx: records.get(tx, Person, oda)).number
    asked.number.set_value(str(number))
    asked.save()
    qtbot.waitUntil(lambda: bool(gone))
    assert "were removed for good" in gone[0]
    freed(qtbot, file)
    assert pairs_office.read(lambda tx: records.find(tx, Person, id=oda)) == []
