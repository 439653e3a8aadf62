"""Sleep and locking as logind tells them, on a bus of the test's own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from pytestqt.qtbot import QtBot

from ui.logind_watch import (
    MANAGER,
    MANAGER_PATH,
    OWN_SESSION,
    PROPERTIES,
    SERVICE,
    SESSION,
    LogindWatch,
    session_path,
)

OURS = session_path("2")

needs_a_bus = pytest.mark.skipif(which("dbus-daemon") is None, reason="no dbus-daemon is here")


class Logind(QDBusVirtualObject):
    """As much of the service as is asked of it: one session, which may be locked."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.bus = bus
        self.locked = False
        self.asked: list[str] = []
        self.held_up, self._brake = os.pipe()
        os.set_blocking(self.held_up, False)
        assert bus.registerService(SERVICE)
        everything = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert bus.registerVirtualObject(MANAGER_PATH, self, everything)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(  # noqa: N802 - Qt calls it so
        self, message: QDBusMessage, connection: QDBusConnection
    ) -> bool:
        asked = message.arguments()
        self.asked.append(f"{message.member()} {asked[-1]}")
        answer = message.createReply()
        if message.member() == "Inhibit":
            assert (asked[0], asked[3]) == ("sleep", "delay")
            answer.setArguments([QDBusUnixFileDescriptor(self._brake)])
            os.close(self._brake)
        elif asked == [SESSION, "Id"]:
            assert message.path() == OWN_SESSION
            answer.setArguments([QDBusVariant("2")])
        elif asked == [SESSION, "LockedHint"]:
            assert message.path() == OURS
            answer.setArguments([QDBusVariant(self.locked)])
        else:
            return False
        return connection.send(answer)

    def tell(self, path: str, interface: str, member: str, *told: Any) -> None:
        signal = QDBusMessage.createSignal(path, interface, member)
        signal.setArguments(list(told))
        assert self.bus.send(signal)

    def sleep(self, *, begins: bool = True) -> None:
        self.tell(MANAGER_PATH, MANAGER, "PrepareForSleep", begins)

    def lock(self, path: str = OURS) -> None:
        self.tell(path, SESSION, "Lock")

    def hint(self, *, locked: bool) -> None:
        self.locked = locked
        self.tell(OURS, PROPERTIES, "PropertiesChanged", SESSION, {"LockedHint": locked}, [])

    def is_held_up(self) -> bool:
        """Whether somebody still keeps the other end of what Inhibit gave."""
        try:
            return os.read(self.held_up, 1) != b""
        except BlockingIOError:
            return True


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with Popen(
        [*command, f"--address=unix:dir={tmp_path}"], stdout=PIPE, stderr=DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


@pytest.fixture
def connect(qapp: QObject, address: str) -> Iterator[Callable[[str], QDBusConnection]]:
    names: list[str] = []

    def connected(name: str) -> QDBusConnection:
        names.append(f"{name} {address}")
        return QDBusConnection.connectToBus(address, names[-1])

    yield connected
    for name in names:
        QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def logind(connect: Callable[[str], QDBusConnection]) -> Iterator[Logind]:
    made = Logind(connect("theirs"))
    yield made
    os.close(made.held_up)


@pytest.fixture
def watch(
    qapp: QObject, qtbot: QtBot, logind: Logind, connect: Callable[[str], QDBusConnection]
) -> Iterator[LogindWatch]:
    made = LogindWatch(qapp, lambda: connect("ours"))
    made.start()
    qtbot.waitUntil(lambda: bool(made._session) and made._brake is not None)
    yield made
    made.let_sleep()
    made.deleteLater()


@pytest.fixture
def told(watch: LogindWatch) -> list[bool]:
    times: list[bool] = []
    watch.gone.connect(lambda: times.append(True))
    return times


@needs_a_bus
def test_sleep_is_told_before_it_and_held_up_until_the_office_is_closed(
    qtbot: QtBot, logind: Logind, watch: LogindWatch, told: list[bool]
) -> None:
    logind.sleep()
    qtbot.waitUntil(lambda: told == [True])
    assert logind.is_held_up()
    watch.stop()
    assert logind.is_held_up()
    watch.let_sleep()
    assert not logind.is_held_up()


@needs_a_bus
def test_a_session_that_is_locked_is_told_and_that_of_somebody_else_is_not(
    qtbot: QtBot, logind: Logind, told: list[bool]
) -> None:
    logind.lock(session_path("c3"))
    logind.sleep(begins=False)
    logind.lock()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]


@needs_a_bus
def test_a_desktop_that_locks_by_itself_says_so_in_a_hint(
    qtbot: QtBot, logind: Logind, told: list[bool]
) -> None:
    logind.hint(locked=False)
    qtbot.waitUntil(lambda: logind.asked.count("Get LockedHint") == 1)
    logind.hint(locked=True)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]


@needs_a_bus
def test_nothing_is_told_when_there_is_nothing_to_lock(
    qtbot: QtBot, logind: Logind, watch: LogindWatch, told: list[bool]
) -> None:
    watch.stop()
    logind.lock()
    logind.sleep()
    # Whoever sleeps with the office locked already is held up by nobody.
    qtbot.waitUntil(lambda: not logind.is_held_up())
    assert told == []


def test_without_a_bus_nothing_is_told_and_nothing_fails(qapp: QObject) -> None:
    watch = LogindWatch(qapp, lambda: QDBusConnection("nowhere"))
    watch.start()
    watch.stop()
    watch.let_sleep()
    watch.deleteLater()


def test_the_path_of_a_session_is_written_as_the_bus_wants_it() -> None:
    assert session_path("2") == f"{MANAGER_PATH}/session/_32"
    assert session_path("c12") == f"{MANAGER_PATH}/session/c12"
    assert session_path("a-b") == f"{MANAGER_PATH}/session/a_2db"
