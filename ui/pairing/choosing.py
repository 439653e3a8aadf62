"""Who is chosen in the two lists, and from whose side one looks.

Whoever is chosen first is looked from: the other list tells how well everybody fits, and choosing
there makes a pair. Choosing another on the first side shows that person with whom he is proposed
to. Escape in either list lets go of both.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.pairing.board import MentorRow, NewcomerRow
from ui.widgets.table import TableView

Chosen = TypeVar("Chosen", NewcomerRow, MentorRow)


class From(Enum):
    """Whose side one looks from."""

    NEWCOMER = "newcomer"
    MENTOR = "mentor"


class Choosing(QObject):
    """Listens to both tables; `changed` whenever somebody else is chosen."""

    changed = Signal()

    def __init__(
        self, newcomers: TableView[NewcomerRow], mentors: TableView[MentorRow], home: QObject
    ) -> None:
        super().__init__(home)
        self._newcomers, self._mentors = newcomers, mentors
        self.newcomer: NewcomerRow | None = None
        self.mentor: MentorRow | None = None
        self.view: From | None = None
        self._quiet = False
        newcomers.picked.connect(self._picked_newcomer)
        mentors.picked.connect(self._picked_mentor)
        for table in (newcomers, mentors):
            table.installEventFilter(self)

    @property
    def view_of(self) -> NewcomerRow | MentorRow | None:
        """Whom one looks from."""
        if self.view is None:
            return None
        return self.newcomer if self.view is From.NEWCOMER else self.mentor

    def choose(self, newcomer_id: UUID, mentor_id: UUID | None = None) -> bool:
        """Choose somebody, or two; False when one of them is not shown."""
        with self.quiet():
            found = self._newcomers.select_row(newcomer_id)
            self.view = From.NEWCOMER
            self.newcomer = self._newcomers.current_row() if found else None
            if mentor_id is None:
                self._follow_newcomer()
            else:
                found = self._mentors.select_row(mentor_id) and found
                self.mentor = self._mentors.current_row()
        self._settle()
        return found

    def look_from_mentor(self, mentor_id: UUID) -> None:
        """Choose a mentor, to be looked from."""
        with self.quiet():
            if self._mentors.select_row(mentor_id):
                self.view, self.mentor = From.MENTOR, self._mentors.current_row()
                self._follow_mentor()
        self._settle()

    def clear(self) -> None:
        """Let go of both."""
        with self.quiet():
            self._newcomers.select_none()
            self._mentors.select_none()
            self.newcomer, self.mentor, self.view = None, None, None
        self._settle()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """What the tables select by themselves meanwhile is nobody's choice."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def again(self, show: Callable[[], object]) -> None:
        """Let `show` put other rows into the lists: the same people stay chosen, as far as shown.

        A newcomer who was chosen with whom he is proposed to is so again, whoever that is now.
        """
        newcomer, mentor, view = self.newcomer, self.mentor, self.view
        proposal = newcomer.proposal if newcomer is not None else None
        proposed = proposal.proposal.mentor_id if proposal is not None else None
        matched = proposed == (mentor.role_id if mentor is not None else None)
        with self.quiet():
            show()
            self.newcomer = _keep(self._newcomers, newcomer)
            self.mentor = _keep(self._mentors, mentor)
            if view is From.NEWCOMER and self.newcomer is None:
                self._mentors.select_none()
                self.mentor, self.view = None, None
            elif view is From.MENTOR and self.mentor is None:
                self._newcomers.select_none()
                self.newcomer, self.view = None, None
            elif view is From.NEWCOMER and matched:
                self._follow_newcomer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape and self.view is not None:
                self.clear()
                return True
            if key == Qt.Key.Key_Right and watched is self._newcomers:
                self._mentors.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if key == Qt.Key.Key_Left and watched is self._mentors:
                self._newcomers.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _picked_newcomer(self, row: NewcomerRow | None) -> None:
        if self._quiet or (row is not None and row == self.newcomer):
            return
        with self.quiet():
            self.newcomer = row
            if self.view is not From.MENTOR:
                self.view = From.NEWCOMER if row is not None else None
                self._follow_newcomer()
        self._settle()

    def _picked_mentor(self, row: MentorRow | None) -> None:
        if self._quiet or (row is not None and row == self.mentor):
            return
        with self.quiet():
            self.mentor = row
            if self.view is not From.NEWCOMER:
                self.view = From.MENTOR if row is not None else None
                self._follow_mentor()
        self._settle()

    def _follow_newcomer(self) -> None:
        """The other list goes to the one whom the newcomer is proposed to."""
        row = self.newcomer
        wanted = row.proposal.proposal.mentor_id if row and row.proposal else None
        self.mentor = None
        if wanted is not None and self._mentors.select_row(wanted):
            self.mentor = self._mentors.current_row()
        else:
            self._mentors.select_none()

    def _follow_mentor(self) -> None:
        row = self.mentor
        wanted = row.proposals[0].proposal.newcomer_id if row and row.proposals else None
        self.newcomer = None
        if wanted is not None and self._newcomers.select_row(wanted):
            self.newcomer = self._newcomers.current_row()
        else:
            self._newcomers.select_none()

    def _settle(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _keep(table: TableView[Chosen], row: Chosen | None) -> Chosen | None:
    if row is not None and table.select_row(row.role_id):
        return table.current_row()
    table.select_none()
    return None
