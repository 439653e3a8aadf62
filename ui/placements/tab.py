"""A tab of the person's file: the placements of one person."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.operations import placement_rows
from mentorapp.operations.placement_rows import PlacementRow
from mentorapp.words import Words
from ui.placements.actions import PlacementActions
from ui.placements.wording import columns
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.work import Worker


class PlacementsTab(RecordTab):
    """What runs and is planned first. The place is told here, as the address is in the form."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        self._today = today
        _ = words.text
        self.steps = PlacementActions(worker, words, today, self, message_bar)
        self.placements: TabTable[PlacementRow] = TabTable(
            columns(words, person=False),
            words.language,
            _("Placements"),
            _("No placements yet."),
        )
        self.placements.add_plain_button(_("New …"), "plus", self._new)
        add = self.placements.add_button
        add(_("Edit …"), "pencil", self.steps.edit, opens=True)
        add(_("Midway …"), "calendar-check", self.steps.midway)
        add(_("End …"), "check", self.steps.end)
        add(_("Extend …"), "arrow-right", self.steps.extend)
        add(_("Quotations …"), "message-square-quote", self.steps.quotes)
        add(_("Print"), "printer", self.steps.print)
        add(_("History"), "clock", self.steps.history)
        add(_("Delete"), "trash-2", self.steps.delete, keys="Delete")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.placements)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def show(found: list[PlacementRow]) -> None:
            if record_id == self.record_id:
                self.placements.show_rows(found)

        self.worker.read(
            self,
            lambda tx: placement_rows.of_person(tx, record_id, today),
            show,
            self.steps.changes.refuse,
        )

    def _new(self) -> None:
        if self.record_id is not None:
            self.steps.new(self.record_id)
