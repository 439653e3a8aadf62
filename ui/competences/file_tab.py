"""The tab Competence of a person's file."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.operations import Transaction, competences, demands
from mentorapp.operations.competences import CardRow
from mentorapp.operations.demands import FitRow
from mentorapp.words import Words
from ui.competences.editing import CardEditing
from ui.competences.wording import card_facts, fit_lines
from ui.format import plain_label
from ui.widgets.details_card import DetailsCard
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.work import Worker


class CompetenceTab(RecordTab):
    """The card and the open demands it fits; somebody without a card can be given one."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], bar: MessageBar
    ) -> None:
        super().__init__(worker, bar)
        _ = words.text
        self._words = words
        self._row: CardRow | None = None
        self.editing = CardEditing(worker, words, today, self, bar)
        self.card = DetailsCard("", longest_word=40)
        self.card.set_buttons_across(3)
        self.edit_button = self.card.add_button(_("Edit …"), "pencil", self._edit)
        self.print_button = self.card.add_button(_("Print"), "printer", self._print)
        self.delete_button = self.card.add_button(_("Delete"), "trash-2", self._delete, danger=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self.card)

    def read(self, record_id: UUID) -> None:
        def job(tx: Transaction) -> tuple[CardRow, bool, list[FitRow]]:
            row = competences.row_of(tx, record_id)
            there = any(one.id == record_id for one in competences.rows(tx))
            return row, there, demands.fits_of_person(tx, record_id)

        self.worker.read(self, job, lambda got: self._show(*got), self.editing.refuse)

    def _show(self, row: CardRow, there: bool, found: list[FitRow]) -> None:
        if row.id != self.record_id:
            return
        _ = self._words.text
        self._row = row
        lines = fit_lines(self._words, found)
        if lines:
            lines = [_("Open demands that fit"), *lines]
        more = []
        for at, line in enumerate(lines):
            said = plain_label(line, "" if at else "h2")
            said.setWordWrap(True)
            more.append(said)
        subtitle = "" if there else _("No card has been filled in yet.")
        facts = card_facts(self._words, row)
        if not there:
            facts = facts[:-1]  # nothing was talked through yet
        self.card.show_facts(_("Competence"), subtitle, facts, (), more)
        self.edit_button.setText(_("Edit …") if there else _("Fill in the card"))
        self.print_button.setEnabled(there)
        self.delete_button.setEnabled(there)

    def _edit(self) -> None:
        if self.record_id is not None:
            self.editing.edit(self.record_id)

    def _print(self) -> None:
        if self.record_id is not None:
            self.editing.print(self.record_id)

    def _delete(self) -> None:
        if self._row is not None:
            self.editing.delete(self._row)
