from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.details_card import DetailsCard


def test_the_words_on_its_buttons_are_whole_however_little_room_there_is(qtbot: QtBot) -> None:
    card = DetailsCard("Select a row to see more.")
    buttons = [
        card.add_button(text, "pencil", lambda: None)
        for text in ("Note a telephone call …", "Log a meeting of the two …")
    ]
    page = QWidget()
    QHBoxLayout(page).addWidget(card)
    qtbot.addWidget(page)
    page.resize(50, 300)
    page.show()

    for button in buttons:
        assert button.width() >= button.sizeHint().width()


def test_a_card_with_few_words_keeps_a_width_that_facts_can_be_read_in(qtbot: QtBot) -> None:
    card = DetailsCard("")
    qtbot.addWidget(card)

    assert card.minimumSizeHint().width() == 260
