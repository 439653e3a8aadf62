"""Linux: the service that knows of sessions and sleep (logind) tells it on the system's bus.

A desktop that locks its screen by itself says so in the session's LockedHint; ``loginctl
lock-session`` and the lid send Lock. Sleep is held up until the office is closed, or for the five
seconds that the system grants: else its keys would lie in the memory of a computer that sleeps.

Nothing here waits for an answer. Without the service there is no word, and the idle time counts.
"""

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from ui.system_watch import SystemWatch

SERVICE = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER = f"{SERVICE}.Manager"
SESSION = f"{SERVICE}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
#: The session this program belongs to, by a name that works for whoever asks. Signals come from its
#: own path.
OWN_SESSION = f"{MANAGER_PATH}/session/auto"


def session_path(session_id: str) -> str:
    """The path of a session: signs that a path does not know, and a first digit, by their code."""
    signs = (
        sign if sign.isascii() and sign.isalnum() and (at or not sign.isdigit()) else _code(sign)
        for at, sign in enumerate(session_id)
    )
    return f"{MANAGER_PATH}/session/{''.join(signs)}"


def _code(sign: str) -> str:
    return "".join(f"_{byte:02x}" for byte in sign.encode())


def _slot(name: str) -> Any:
    return SLOT(name)


class LogindWatch(SystemWatch):
    """Listens from the first `start` on; tells between `start` and `stop`."""

    def __init__(
        self, parent: QObject, bus: Callable[[], QDBusConnection] = QDBusConnection.systemBus
    ) -> None:
        super().__init__(parent)
        self._find_bus = bus
        self._bus: QDBusConnection | None = None
        self._session = ""
        self._watching = False
        self._brake: int | None = None

    def start(self) -> None:
        self._watching = True
        if self._bus is None:
            self._listen(self._find_bus())
        if self._brake is None:
            asked = ["sleep", "Mentorapp", "Closing the office", "delay"]
            self._ask(MANAGER_PATH, MANAGER, "Inhibit", asked, self._take_brake)

    def stop(self) -> None:
        self._watching = False

    def let_sleep(self) -> None:
        brake, self._brake = self._brake, None
        if brake is not None:
            os.close(brake)

    # What is told

    @Slot(bool)
    def told_of_sleep(self, begins: bool) -> None:
        """PrepareForSleep: true before, false after."""
        if begins:
            self._leave()

    @Slot()
    def told_to_lock(self) -> None:
        """Lock, of this session."""
        self._leave()

    @Slot()
    def told_of_change(self) -> None:
        """Something about this session changed; whether it is locked is asked for."""
        if self._watching:
            asked = [SESSION, "LockedHint"]
            self._ask(self._session, PROPERTIES, "Get", asked, self._take_hint)

    def _leave(self) -> None:
        if self._watching:
            self.gone.emit()
        else:
            self.let_sleep()

    # What is asked

    def _listen(self, bus: QDBusConnection) -> None:
        self._bus = bus
        if bus.isConnected():
            slot = _slot("told_of_sleep(bool)")
            bus.connect(SERVICE, MANAGER_PATH, MANAGER, "PrepareForSleep", self, slot)
            self._ask(OWN_SESSION, PROPERTIES, "Get", [SESSION, "Id"], self._take_session)

    def _take_session(self, answer: Any) -> None:
        bus = self._bus
        if bus is not None:
            path = self._session = session_path(str(answer.variant()))
            bus.connect(SERVICE, path, SESSION, "Lock", self, _slot("told_to_lock()"))
            slot = _slot("told_of_change()")
            bus.connect(SERVICE, path, PROPERTIES, "PropertiesChanged", self, slot)

    def _take_hint(self, answer: Any) -> None:
        if answer.variant() is True:
            self._leave()

    def _take_brake(self, answer: Any) -> None:
        self.let_sleep()
        self._brake = os.dup(answer.fileDescriptor())

    def _ask(
        self, path: str, interface: str, member: str, asked: list[str], then: Callable[[Any], None]
    ) -> None:
        """Call `then` with the one thing that is answered; with nothing where it is refused."""
        if self._bus is None or not self._bus.isConnected():
            return
        call = QDBusMessage.createMethodCall(SERVICE, path, interface, member)
        call.setArguments(asked)
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)

        def answered(_watcher: object) -> None:
            answers = watcher.reply().arguments()
            if not watcher.isError() and answers:
                then(answers[0])
            watcher.deleteLater()

        watcher.finished.connect(answered)
