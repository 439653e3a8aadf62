"""The tab "Network" of a person's file: whom one can ask, asked three times."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.networks import NetworkCheck, NetworkStage
from mentorapp.operations import Transaction, networks, pairings
from mentorapp.operations.networks import NetworkDue, NetworkRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.networks import say_due
from ui.format import capital, one_line, plain_label
from ui.networks.dialog import NetworkDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Read:
    person_id: UUID
    rows: tuple[NetworkRow, ...]
    due: tuple[NetworkDue, ...]
    pairings: tuple[tuple[UUID, str], ...]
    ended: frozenset[UUID]


class NetworkTab(RecordTab):
    """The answers of one person, newest first, and what should have been asked by now."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words, self._today = words, today
        self._read: _Read | None = None
        self._changes = TabChanges(worker, words, self, message_bar)
        self.hint = plain_label(name="warning")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.table: TabTable[NetworkRow] = TabTable(
            _columns(words),
            words.language,
            _("Network"),
            _("Not asked yet: whom can the person ask, and how often is the language spoken?"),
            Qt.SortOrder.DescendingOrder,
        )
        self.table.add_plain_button(_("Note an answer …"), "plus", self._add)
        self.table.add_button(_("Edit …"), "pencil", lambda row: self._ask(row.check), opens=True)
        self.table.add_button(_("Delete"), "trash-2", self._delete, keys="Delete")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.hint)
        layout.addWidget(self.table, 1)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def ask(tx: Transaction) -> _Read:
            rows = pairings.rows_of_person(tx, record_id, today)
            return _Read(
                record_id,
                tuple(networks.of_person(tx, record_id)),
                tuple(networks.due(tx, today, record_id)),
                tuple(
                    (row.id, f"{row.number}  {row.mentor_name}")
                    for row in rows
                    if row.newcomer_person_id == record_id
                ),
                frozenset(row.id for row in rows if row.ended_on is not None),
            )

        self.worker.read(self, ask, self._show, self._changes.refuse)

    def _show(self, read: _Read) -> None:
        if read.person_id != self.record_id:
            return
        self._read = read
        self.table.show_rows(read.rows)
        self.hint.setText(
            "\n".join(
                say_due(self._words, one.stage, one.due, one.name, one.pairing_number)
                for one in read.due
            )
        )
        self.hint.setVisible(bool(read.due))

    def _add(self) -> None:
        read = self._read
        if read is None:
            return
        pairing: UUID | None = read.pairings[-1][0] if read.pairings else None
        if read.due:
            pairing, stage = read.due[0].pairing_id, read.due[0].stage
        else:
            asked = {row.check.stage for row in read.rows if row.check.pairing_id == pairing}
            if pairing in read.ended:  # what was missed while it ran cannot be asked any more
                asked |= {NetworkStage.START, NetworkStage.MIDWAY}
            stage = next((one for one in NetworkStage if one not in asked), NetworkStage.END)
        self._ask(
            NetworkCheck(
                person_id=read.person_id, pairing_id=pairing, stage=stage, asked_on=self._today()
            )
        )

    def _ask(self, check: NetworkCheck) -> None:
        read, today = self._read, self._today()
        if read is None:
            return
        dialog = NetworkDialog(self._words, today, check, read.pairings, self)

        def job() -> Callable[[Transaction], object]:
            changed = dialog.check()
            return lambda tx: networks.save(tx, changed, today)

        self._changes.ask(dialog, job)

    def _delete(self, row: NetworkRow) -> None:
        self._changes.do(
            lambda tx: networks.remove(tx, row.id),
            self._words.text("The answer was deleted."),
            networks.restore,
        )


def _columns(words: Words) -> list[Column[NetworkRow]]:
    _ = words.text

    def number(value: int | None) -> str:
        return "–" if value is None else str(value)

    return [
        Column(
            _("Asked on"),
            lambda row: words.date(row.check.asked_on),
            lambda row: (row.check.asked_on, row.id),
            width=120,
        ),
        Column(
            _("When"),
            lambda row: capital(label(words, row.check.stage)),
            lambda row: list(NetworkStage).index(row.check.stage),
            width=150,
            least=130,
        ),
        Column(
            _("Pairing number"),
            lambda row: str(row.pairing_number or ""),
            lambda row: row.pairing_number,
            width=140,
        ),
        Column(
            _("People to ask"),
            lambda row: number(row.check.people_to_ask),
            lambda row: row.check.people_to_ask,
            width=130,
        ),
        Column(
            _("Days a week"),
            lambda row: number(row.check.language_days),
            lambda row: row.check.language_days,
            width=120,
        ),
        Column(_("Note"), lambda row: one_line(row.check.note), width=260),
    ]
