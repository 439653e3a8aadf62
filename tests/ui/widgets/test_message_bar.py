from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.message_bar import Message, MessageBar


def test_markup_in_a_message_is_shown_as_text(qtbot: QtBot, words: Words) -> None:
    bar = MessageBar(words)
    qtbot.addWidget(bar)
    bar.error("<b>x</b> is missing")
    assert bar.label.textFormat() == Qt.TextFormat.PlainText
    assert bar.accessibleName() == "Problem: <b>x</b> is missing"


def test_the_newest_message_stays_until_closed(qtbot: QtBot, words: Words) -> None:
    bar = MessageBar(words)
    qtbot.addWidget(bar)
    assert bar.text == ""
    for kind in Message:
        bar.show_message(kind, kind.value)
        assert bar.text == kind.value
    close = bar.findChildren(QToolButton)[0]
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_the_thing_to_do_is_done_once_and_the_message_goes(qtbot: QtBot, words: Words) -> None:
    bar = MessageBar(words)
    qtbot.addWidget(bar)
    done: list[int] = []
    bar.success("Deleted", ("Undo", lambda: done.append(1)))
    bar.button.click()
    assert (done, bar.text) == ([1], "")
    bar.info("Plain")
    assert bar.button.isHidden()
