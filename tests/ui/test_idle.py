"""Nobody at the keyboard: told by a clock that the test sets."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


class Clock:
    """Seconds since some day, as the test says."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(qapp: QApplication, clock: Clock) -> Iterator[IdleWatch]:
    made = IdleWatch(qapp, qapp, clock)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def told(watch: IdleWatch) -> list[bool]:
    times: list[bool] = []
    watch.gone.connect(lambda: times.append(True))
    return times


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    shown = QLineEdit()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_it_is_told_once_when_the_time_is_over(
    watch: IdleWatch, clock: Clock, told: list[bool]
) -> None:
    watch.start(5)
    clock.now += 299
    assert not watch.look()
    clock.now += 1
    assert watch.look()
    clock.now += 1000
    assert not watch.look()
    assert told == [True]


@pytest.mark.parametrize("sign", ["key", "mouse", "wheel"])
def test_a_sign_of_life_begins_the_time_anew(
    watch: IdleWatch, clock: Clock, told: list[bool], field: QLineEdit, qtbot: QtBot, sign: str
) -> None:
    watch.start(5)
    clock.now += 299
    if sign == "key":
        qtbot.keyClick(field, Qt.Key.Key_A)
    elif sign == "mouse":
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    else:
        qtbot.mouseMove(field, QPoint(3, 3))
        qtbot.mouseMove(field, QPoint(9, 9))
    clock.now += 299
    assert not watch.look()
    assert told == []


def test_the_first_key_after_the_lid_was_closed_is_no_sign_of_life_and_types_nothing(
    watch: IdleWatch, clock: Clock, told: list[bool], field: QLineEdit, qtbot: QtBot
) -> None:
    watch.start(5)
    clock.now += 8 * 3600
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert told == [True]
    assert field.text() == ""


def test_a_clock_that_was_set_back_locks_nobody_out_and_does_not_wait_for_ever(
    watch: IdleWatch, clock: Clock, told: list[bool]
) -> None:
    watch.start(5)
    clock.now -= 3600
    assert not watch.look()
    clock.now += 300
    assert watch.look()


def test_whoever_does_not_watch_notices_nothing(
    watch: IdleWatch, clock: Clock, told: list[bool]
) -> None:
    watch.start(5)
    watch.stop()
    clock.now += 3600
    assert not watch.look()
    assert told == []
