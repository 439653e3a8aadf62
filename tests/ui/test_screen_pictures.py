"""On Windows pictures of the screen leave out a window with a protected address."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.screen_pictures import LEFT_OUT, SHOWN, SetAffinity, leave_out


class Windows:
    """The system's call, and what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def __call__(self) -> SetAffinity:
        return lambda window, how: self.asked.append((window, how))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_whole_window_of_a_field_is_left_out_and_let_in_again(window: QWidget) -> None:
    windows = Windows()
    field = QWidget(window)
    for protected in (False, True, True, False):
        leave_out(field, left_out=protected, find=windows)
    assert windows.asked == [(window.winId(), LEFT_OUT), (window.winId(), SHOWN)]


def test_where_there_is_nothing_to_call_nothing_is_done(window: QWidget) -> None:
    leave_out(window, left_out=True, find=lambda: None)
    windows = Windows()
    leave_out(window, left_out=True, find=windows)
    assert windows.asked == [(window.winId(), LEFT_OUT)]
