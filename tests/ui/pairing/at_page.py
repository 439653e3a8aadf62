"""The pairing page of a real office, and what tests do at it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.pairing.board import NewcomerRow
from ui.pairing.page import PairingPage
from ui.work import Worker

Dialog = TypeVar("Dialog", bound=QDialog)
Part = TypeVar("Part", bound=QWidget)


@pytest.fixture
def page(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    pairs_office: PairsOffice,
) -> Iterator[PairingPage]:
    page = PairingPage(worker, english, lambda: TODAY)
    worker.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show()
    page.refresh()
    settle()
    page.control.scheme.set_value(pairs_office.buddy.id)
    page.control.scheme.changed.emit()
    settle()
    yield page
    page.hide()
    settle()


@pytest.fixture
def proposed(page: PairingPage, settle: Callable[[], None]) -> PairingPage:
    page.control.button.click()
    settle()
    select(page, proposals(page)[0])
    page.activateWindow()
    page.list.table.setFocus()
    return page


def dialog(qtbot: QtBot, kind: type[Dialog]) -> Dialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def proposals(page: PairingPage) -> list[ProposalRow]:
    """The open proposals, in the order in which their newcomers stand in the list."""
    return [row.proposal for row in page.list.model.shown_rows() if row.proposal is not None]


def select(page: PairingPage, row: ProposalRow) -> None:
    """Choose the newcomer of a proposal."""
    assert page.list.table.select_row(row.proposal.newcomer_id)


def alone(page: PairingPage) -> list[NewcomerRow]:
    """Newcomers without a proposal."""
    return [row for row in page.list.model.shown_rows() if row.proposal is None]


def standing(page: PairingPage, row: NewcomerRow) -> str:
    """What stands in place of a proposal."""
    return page.list.model.columns[2].text(row)


def current(page: PairingPage) -> ProposalRow:
    row = page.current()
    assert row is not None
    return row


def shown(
    qtbot: QtBot,
    page: PairingPage,
    kind: type[Part],
    ready: Callable[[Part], object] = lambda _part: True,
) -> Part:
    """The one widget of that kind that can be seen on the page, as soon as it is `ready`."""
    there: list[Part] = []

    def found() -> bool:
        there[:] = [one for one in page.findChildren(kind) if one.isVisible()]
        return bool(there and ready(there[0]))

    qtbot.waitUntil(found, timeout=10_000)
    return there[0]
