"""Windows' words about sleep and locking, handed in as the system hands them."""

from collections.abc import Iterator
from ctypes import addressof, wintypes

import pytest
from PySide6.QtCore import QObject

from ui.windows_watch import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WindowsWatch,
)

_RESUME, _UNLOCK, _KEY_DOWN = 0x0012, 0x0008, 0x0100


@pytest.fixture
def asked() -> list[int]:
    """The windows that asked to be told of locking."""
    return []


@pytest.fixture
def watch(qapp: QObject, asked: list[int]) -> Iterator[WindowsWatch]:
    made = WindowsWatch(qapp, asked.append)
    made.start()
    yield made
    made.stop()
    made.deleteLater()


def hand_in(
    watch: WindowsWatch, message: int, what: int, kind: bytes = b"windows_generic_MSG"
) -> bool:
    """Whether the message was kept from the program."""
    told = wintypes.MSG(message=message, wParam=what)
    kept, _answer = watch._filter.nativeEventFilter(kind, addressof(told))
    return kept


def test_sleep_and_locking_are_told_and_kept_from_nobody(watch: WindowsWatch) -> None:
    told: list[bool] = []
    watch.gone.connect(lambda: told.append(True))
    assert not hand_in(watch, WM_POWERBROADCAST, PBT_APMSUSPEND)
    assert not hand_in(watch, WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)
    assert len(told) == 2


def test_waking_unlocking_keys_and_other_systems_are_not(watch: WindowsWatch) -> None:
    told: list[bool] = []
    watch.gone.connect(lambda: told.append(True))
    hand_in(watch, WM_POWERBROADCAST, _RESUME)
    hand_in(watch, WM_WTSSESSION_CHANGE, _UNLOCK)
    hand_in(watch, _KEY_DOWN, PBT_APMSUSPEND)
    hand_in(watch, WM_POWERBROADCAST, PBT_APMSUSPEND, b"xcb_generic_event_t")
    watch.stop()
    hand_in(watch, WM_POWERBROADCAST, PBT_APMSUSPEND)
    assert told == []


def test_a_window_that_nobody_sees_asks_once_to_be_told(
    watch: WindowsWatch, asked: list[int]
) -> None:
    watch.stop()
    watch.start()
    assert len(asked) == 1
    assert watch._window is not None
    assert not watch._window.isVisible()
