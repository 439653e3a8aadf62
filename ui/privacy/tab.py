"""The tab "Privacy" of Settings: what is kept too long, for how long each kind is kept, the papers.

The list is there for whoever answers for it; the periods may be looked at by everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import NotFound, Refused
from mentorapp.domain.retention import RetentionKind, Standing
from mentorapp.operations import Transaction, retention
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from mentorapp.words.retention import say_standing, say_unnamed
from mentorapp.words.rights import say_who_may
from ui.format import plain_label
from ui.privacy.columns import Line, due_columns
from ui.privacy.due_card import DueCard
from ui.privacy.goes import Goes, read_goes
from ui.privacy.papers import PapersRow
from ui.rights import why_closed
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import ReadingSoon, Rereading
from ui.widgets.tab_table import TabTable
from ui.work import Worker

_BY_STANDING = 3
_Unnamed: TypeAlias = dict[tuple[RetentionKind, Standing], int]


@dataclass(frozen=True, slots=True)
class Ways:
    """How to go on from a line: to a person's file, or to a pair's page."""

    person: Callable[[UUID], object]
    pairing: Callable[[UUID], object]


class PrivacyTab(QWidget):
    """What is due first, with what goes of the chosen line beside it."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        message_bar: MessageBar,
        ways: Ways,
    ) -> None:
        super().__init__()
        self._worker, self._words, self._today = worker, words, today
        self._bar, self._ways = message_bar, ways
        _ = words.text
        self.count = plain_label(name="muted")
        self.count.setWordWrap(True)
        self._nothing = _(
            "Nothing is due within sixty days. What falls due comes here by itself, and nothing "
            "is removed before somebody decides it."
        )
        self.table: TabTable[Line] = TabTable(
            due_columns(words), words.language, _("What is due"), self._nothing
        )
        self.table.table.sortByColumn(_BY_STANDING, Qt.SortOrder.AscendingOrder)
        self.card = DueCard(worker, words, today, self, message_bar)
        self.card.follows = self.table.table
        self.papers = PapersRow(worker, words, today, self)
        self._reading = ReadingSoon(self, self._read_goes)
        self._lay_out()
        self.card.open_wanted.connect(self._open)
        self.table.table.opened.connect(self._open)
        self.table.table.picked.connect(self._picked)
        if worker.who.may(Right.RETENTION):
            self._rereading = Rereading(self, worker.changed, self._read)
        else:
            self._stack.addWidget(EmptyState(why_closed(words, worker.who, Right.RETENTION)))
            self._stack.setCurrentIndex(1)
            self.count.hide()

    def _read(self) -> None:
        today = self._today()

        def read(tx: Transaction) -> tuple[list[Line], _Unnamed]:
            lines = [Line(one) for one in retention.worklist(tx, today)]
            return lines, retention.unnamed(tx, today)

        self._worker.read(self, read, self._show, self._refuse)

    def _show(self, found: tuple[list[Line], _Unnamed]) -> None:
        lines, unnamed = found
        at = max(0, self.table.table.currentIndex().row())
        hidden = ""
        if unnamed:
            told = (say_who_may(self._words, Right.READ), say_unnamed(self._words, unnamed))
            hidden = " ".join(told)
        self.card.count_due(lines)
        if lines:
            self.table.show_rows(lines)
        else:
            self.table.show_why_none(hidden or self._nothing)
        self.card.setVisible(bool(lines))
        shown = (_say_count(self._words, lines), hidden if lines else "")
        self.count.setText(" · ".join(one for one in shown if one))
        if lines and self.table.table.current_row() is None:
            index = self.table.model.index(min(at, len(lines) - 1), 0)
            self.table.table.setCurrentIndex(index)

    def _picked(self, line: Line | None) -> None:
        self.card.show_line(line)
        if line is None:
            self._reading.stop()
        else:
            self._reading.start()

    def _read_goes(self) -> None:
        line = self.table.table.current_row()
        if line is None:
            return

        def show(goes: Goes) -> None:
            current = self.table.table.current_row()
            if current is not None and current.id == line.id:
                self.card.show_line(current, goes)

        def refuse(refused: Refused) -> None:
            if not isinstance(refused, NotFound):  # gone meanwhile: the list is read anew
                self._refuse(refused)

        self._worker.read(self, lambda tx: read_goes(tx, line.row), show, refuse)

    def _open(self, line: Line) -> None:
        if line.row.due.kind is RetentionKind.NOTES:
            self._ways.pairing(line.row.id)
        elif line.opens:
            self._ways.person(line.row.id)

    def _refuse(self, refused: Refused) -> None:
        self._bar.warning(explain(self._words, refused))

    def _lay_out(self) -> None:
        hint = plain_label(
            self._words.text(
                "Nothing goes by itself: look through what is due, and remove it, or keep it with "
                "a reason."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.table.setContentsMargins(0, -10, 0, 0)  # as high as the card beside it
        halves = QSplitter()
        halves.setHandleWidth(12)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.card)
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 0)
        halves.setSizes([720, 320])
        self._stack = QStackedWidget()
        self._stack.addWidget(halves)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(hint)
        layout.addWidget(self.count)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.papers)


def _say_count(words: Words, lines: list[Line]) -> str:
    """How many of each standing; nothing where there is no line."""
    many = {one: sum(line.row.due.standing is one for line in lines) for one in Standing}
    return " · ".join(say_standing(words, one, many[one]) for one in Standing if many[one])
