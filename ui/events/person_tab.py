"""The events a person was invited to."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.errors import Refused
from mentorapp.operations import events
from mentorapp.operations.events import Visit
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.events.file import EventWindow
from ui.events.wording import visit_columns
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.work import Worker


class PersonEventsTab(RecordTab):
    """Invitations, answers and attendance, the newest first."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words, self._today = words, today
        self.visits: TabTable[Visit] = TabTable(
            visit_columns(words),
            words.language,
            _("Events"),
            _("Not invited to an event yet."),
            Qt.SortOrder.DescendingOrder,
        )
        self.visits.add_button(_("Open event …"), "calendar", self._open, opens=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(self.visits)

    def read(self, record_id: UUID) -> None:
        self.worker.read(
            self,
            lambda tx: (record_id, events.of_person(tx, record_id)),
            self._show,
            self._refuse,
        )

    def _show(self, answer: tuple[UUID, list[Visit]]) -> None:
        about, visits = answer
        if about == self.record_id:
            self.visits.show_rows(visits)

    def _open(self, row: Visit) -> None:
        EventWindow(self.worker, self._words, self._today, row.event_id, self).show()

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))
