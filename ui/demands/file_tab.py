"""The tab Demand of an organisation's file."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.operations import demands
from mentorapp.operations.demands import DemandRow
from mentorapp.words import Words
from ui.demands.editing import DemandEditing
from ui.demands.wording import columns
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.work import Worker


class DemandTab(RecordTab):
    """What one organisation looks for or has looked for."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], bar: MessageBar
    ) -> None:
        super().__init__(worker, bar)
        _ = words.text
        self.editing = DemandEditing(worker, words, today, self, bar)
        self.table: TabTable[DemandRow] = TabTable(
            columns(words, organisation=False),
            words.language,
            _("Demand"),
            _("The organisation has not looked for anybody yet."),
        )
        self.table.add_plain_button(_("New demand"), "plus", self._new)
        self.table.add_button(_("Edit …"), "pencil", self.editing.edit, opens=True)
        self.table.add_button(_("Close or open again"), "check", self.editing.close_or_reopen)
        self.table.add_button(_("Delete"), "trash-2", self.editing.delete, keys="Del")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def read(self, record_id: UUID) -> None:
        self.worker.read(
            self,
            lambda tx: demands.of_organisation(tx, record_id),
            lambda rows: self._show(record_id, rows),
            self.editing.refuse,
        )

    def _show(self, record_id: UUID, rows: list[DemandRow]) -> None:
        if record_id == self.record_id:
            self.table.show_rows(rows)

    def _new(self) -> None:
        self.editing.new(self.record_id)
