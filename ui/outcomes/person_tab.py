"""The tab of a person's file: each exit with its points and what was answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.outcomes import AHEAD, Outcome
from mentorapp.operations import Transaction, outcomes, people
from mentorapp.operations.outcomes import PointRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.outcomes import say_answer
from ui.outcomes.answering import Answering
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Told:
    name: str
    protected: bool
    rows: list[PointRow]


class OutcomesTab(RecordTab):
    """Answers are written down, changed and taken back here for any point that has begun."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        message_bar: MessageBar,
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words, self._today = words, today
        self._told = _Told("", protected=False, rows=[])
        self._answering = Answering(worker, words, today, self, message_bar)
        self.points: TabTable[PointRow] = TabTable(
            self._columns(),
            words.language,
            _("Outcomes"),
            _("Nobody is asked before the last pairing in a scheme has ended."),
            order=Qt.SortOrder.DescendingOrder,
        )
        self.points.add_button(_("Write down or change …"), "pencil", self._answer, opens=True)
        self.points.add_button(_("Take back"), "trash-2", self._take_back, keys="Del")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.points)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def job(tx: Transaction) -> _Told:
            return _Told(
                people.name_of(tx, record_id),
                outcomes.is_protected(tx, record_id),
                outcomes.history(tx, record_id, today),
            )

        def then(told: _Told) -> None:
            if self.record_id == record_id:
                self._told = told
                self.points.show_rows(told.rows)

        self.worker.read(self, job, then, self._answering.refuse)

    def _answer(self, row: PointRow) -> None:
        assert self.record_id is not None  # noqa: S101 - rows are shown of somebody
        self._answering.ask(
            self.record_id,
            self._told.name,
            row.scheme,
            row.exit_on,
            row.point,
            outcome=row.outcome,
            protected=self._told.protected,
        )

    def _take_back(self, row: PointRow) -> None:
        if row.outcome is not None:
            self._answering.take_back(row.outcome)

    def _columns(self) -> list[Column[PointRow]]:
        words, _ = self._words, self._words.text
        return [
            Column(
                _("Ended on"),
                lambda row: words.date(row.exit_on),
                sort=lambda row: (row.exit_on, -row.point.months),
                width=110,
            ),
            Column(_("Scheme"), lambda row: row.scheme.name(words.language), width=150),
            Column(
                _("When"),
                lambda row: label(words, row.point),
                sort=lambda row: row.point.months,
                width=130,
                least=120,
            ),
            Column(_("Answer"), self._said, width=320),
            Column(_("Source"), lambda row: _source(words, row.outcome), width=130),
            Column(
                _("Asked on"),
                lambda row: words.date(row.outcome.asked_on) if row.outcome else "",
                sort=lambda row: row.outcome.asked_on if row.outcome else None,
                width=110,
            ),
        ]

    def _said(self, row: PointRow) -> str:
        if row.outcome is not None:
            said = say_answer(self._words, row.outcome)
            return f"{said} – {row.outcome.note}" if row.outcome.note else said
        if row.due - AHEAD > self._today():
            return self._words.text("from %(date)s") % {"date": self._words.date(row.due - AHEAD)}
        return self._words.text("not asked")


def _source(words: Words, outcome: Outcome | None) -> str:
    return label(words, outcome.source) if outcome else ""
