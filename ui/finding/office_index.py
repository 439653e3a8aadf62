"""The names and numbers of the office in memory, made and renewed in the background."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import Refused
from mentorapp.operations import finding
from mentorapp.operations.finding import Finder
from ui.work import Worker


class OfficeIndex(QObject):
    """Nothing is read before the first `renew`, and nothing again before something was written."""

    ready = Signal()
    """There is a `finder`, or a newer one."""
    refused = Signal(object)
    """A `Refused` that kept the names from being read."""

    def __init__(
        self,
        worker: Worker,
        today: Callable[[], date],
        title: str,
        parent: QObject | None = None,
    ) -> None:
        """`title` says what goes on, where it takes long."""
        super().__init__(parent)
        self._worker, self._today, self._title = worker, today, title
        self._made_for: date | None = None
        self._reading = False
        self._again = False
        self.finder: Finder | None = None
        worker.changed.connect(self._outdate)

    def renew(self) -> None:
        """Read anew what changed since; the old one answers meanwhile."""
        today = self._today()
        if self._reading or self._made_for == today:
            self._again = self._reading and self._made_for != today
            return
        self._reading, self._again, self._made_for = True, False, today
        self._worker.read(self, finding.read, self._index, self._refuse, self._title)

    def _index(self, read: finding.Read) -> None:
        today = self._today()
        self._worker.compute(
            self,
            lambda _progress: finding.index(read, today),
            self._take,
            self._refuse,
            title=self._title,
        )

    def _take(self, finder: Finder) -> None:
        self.finder = finder
        self._reading = False
        self.ready.emit()
        if self._again:
            self.renew()

    def _refuse(self, refused: Refused) -> None:
        self._reading, self._made_for = False, None
        self.refused.emit(refused)

    def _outdate(self) -> None:
        self._made_for = None
