"""The tab "Barriers" of a person's file: what was ticked when, the newest counts."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.barriers import BarrierCheck
from mentorapp.operations import Transaction, barriers
from mentorapp.words import Words
from mentorapp.words.barriers import say_barriers
from ui.barriers.dialog import BarriersDialog
from ui.format import capital, plain_label
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


class BarriersTab(RecordTab):
    """The looks of one person, newest first."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words, self._today = words, today
        self._newest: BarrierCheck | None = None
        self._changes = TabChanges(worker, words, self, message_bar)
        self.home_note = plain_label(
            _("The household needs childcare: that counts as a barrier whatever is ticked."),
            "muted",
        )
        self.home_note.setWordWrap(True)
        self.home_note.hide()
        self.table: TabTable[BarrierCheck] = TabTable(
            [
                Column(
                    _("Asked on"),
                    lambda check: words.date(check.checked_on),
                    lambda check: (check.checked_on, check.id),
                    width=130,
                ),
                Column(
                    _("What stands in the way"),
                    lambda check: capital(say_barriers(words, check.barriers)),
                    width=560,
                ),
            ],
            words.language,
            _("Barriers"),
            _("Not asked yet. Ask what keeps the person from taking part."),
            Qt.SortOrder.DescendingOrder,
        )
        self.table.add_plain_button(_("Ask now …"), "plus", self._add)
        self.table.add_button(_("Edit …"), "pencil", self._ask, opens=True)
        self.table.add_button(_("Delete"), "trash-2", self._delete, keys="Delete")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.home_note)
        layout.addWidget(self.table, 1)

    def read(self, record_id: UUID) -> None:
        def ask(tx: Transaction) -> tuple[list[BarrierCheck], bool]:
            return (
                barriers.of_person(tx, record_id),
                barriers.childcare_at_home(tx, record_id),
            )

        def show(answer: tuple[list[BarrierCheck], bool]) -> None:
            if record_id == self.record_id:
                checks, at_home = answer
                self._newest = checks[0] if checks else None
                self.table.show_rows(checks)
                self.home_note.setVisible(at_home)

        self.worker.read(self, ask, show, self._changes.refuse)

    def _add(self) -> None:
        if self.record_id is not None:
            before = self._newest.barriers if self._newest else frozenset()
            self._ask(
                BarrierCheck(person_id=self.record_id, checked_on=self._today(), barriers=before)
            )

    def _ask(self, check: BarrierCheck) -> None:
        today = self._today()
        dialog = BarriersDialog(self._words, today, check, self)

        def job() -> Callable[[Transaction], object]:
            changed = dialog.check()
            return lambda tx: barriers.save(tx, changed, today)

        self._changes.ask(dialog, job)

    def _delete(self, check: BarrierCheck) -> None:
        self._changes.do(
            lambda tx: barriers.remove(tx, check.id),
            self._words.text("The answer was deleted."),
            barriers.restore,
        )
