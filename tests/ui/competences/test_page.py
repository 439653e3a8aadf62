from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.domain.competences import GapKind
from mentorapp.operations import competences
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.competences.dialog import CardDialog
from ui.competences.page import CompetencePage
from ui.work import Worker


@pytest.fixture
def asked() -> list[tuple[str, UUID]]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot,
    tesfay: UUID,
    worker: Worker,
    english: Words,
    asked: list[tuple[str, UUID]],
) -> Iterator[CompetencePage]:
    page = CompetencePage(
        worker,
        english,
        lambda: TODAY,
        lambda person: asked.append(("open", person)),
        lambda role: asked.append(("pair", role)),
        lambda person: asked.append(("place", person)),
        lambda: asked.append(("import", tesfay)),
    )
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    yield page
    page.close()


def texts(page: CompetencePage) -> list[str]:
    return [one.text() for one in page.details.findChildren(QLabel)]


def form(page: CompetencePage, qtbot: QtBot) -> CardDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(CardDialog)))
    return next(one for one in page.findChildren(CardDialog) if one.isVisible())


def press(page: CompetencePage, text: str, qtbot: QtBot) -> None:
    button = next(one for one in page.details.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_card_tells_what_is_there_and_what_is_missing(
    page: CompetencePage, qtbot: QtBot
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.waitUntil(lambda: any(text.startswith("Havna AS – kranfører:") for text in texts(page)))

    (line,) = [text for text in texts(page) if text.startswith("Havna AS")]
    assert "wishes the trade" in line
    assert "– for radio" in line
    assert "<b>anhuking</b>" in texts(page)


def test_the_filter_finds_a_gap(page: CompetencePage) -> None:
    field = page.filter_bar.filters[0]
    for key, shown in ((GapKind.NETWORK, 1), (GapKind.EDUCATION, 0), ("nothing", 0)):
        field.set_value(key)
        assert page.model.rowCount() == shown


def test_a_card_is_changed_in_its_form(
    page: CompetencePage, qtbot: QtBot, pairs_office: PairsOffice, tesfay: UUID
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    press(page, "Edit …", qtbot)
    dialog = form(page, qtbot)
    dialog.certificates.setText("G4; truck,  , HMS")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in page.findChildren(CardDialog)))

    card = pairs_office.read(lambda tx: competences.by_person(tx, tesfay))
    assert card.certificates == ("G4", "truck", "HMS")
    assert card.skills == ("<b>anhuking</b>",)


def test_what_the_office_refuses_is_said_at_the_field(page: CompetencePage, qtbot: QtBot) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    press(page, "Edit …", qtbot)
    dialog = form(page, qtbot)
    dialog.skills.setText("a" * 300)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(QLabel, "problem")))
    dialog.start_afresh()
    dialog.reject()


def test_a_card_is_deleted_and_comes_back(
    page: CompetencePage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    press(page, "Delete", qtbot)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    undo = next(one for one in page.message_bar.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_from_the_card_one_goes_to_the_file_and_to_pairing(
    page: CompetencePage,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    tesfay: UUID,
    asked: list[tuple[str, UUID]],
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    press(page, "Open file", qtbot)
    press(page, "Pair by hand …", qtbot)

    assert asked == [("open", tesfay), ("pair", pairs_office.newcomers["Tesfay Haile"])]


def test_a_placement_of_the_person_is_asked_for(
    page: CompetencePage, qtbot: QtBot, tesfay: UUID, asked: list[tuple[str, UUID]]
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    button = next(
        one for one in page.details.findChildren(QPushButton) if one.text() == "Placement …"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked == [("place", tesfay)]


def test_a_list_of_cards_is_brought_in_from_here(
    page: CompetencePage, asked: list[tuple[str, UUID]], tesfay: UUID
) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Import …")
    button.click()
    assert asked == [("import", tesfay)]
