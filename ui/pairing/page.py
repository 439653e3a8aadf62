"""The pairing page: find the best pairs, look at why, and decide about each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.following import Following
from mentorapp.operations.pairing import LeftOverRow, ProposalRow
from mentorapp.words import Words
from ui.pairing.answers import Answers
from ui.pairing.asking import Asking
from ui.pairing.board import Board, read_board
from ui.pairing.card import Card
from ui.pairing.card_buttons import make_buttons
from ui.pairing.decisions import Decisions
from ui.pairing.follower import Follower
from ui.pairing.left_over import LeftOverPanel
from ui.pairing.proposals_list import proposals_list
from ui.pairing.recruiting import Recruiting
from ui.pairing.run import Outcome
from ui.pairing.run_control import RunControl
from ui.pairing.solving import Goal
from ui.pairing.tools import Tools
from ui.widgets.buttons import MenuButton
from ui.work import Worker


class PairingPage(QWidget):
    """Proposals of one scheme above, those without a pair below, the card beside them."""

    open_pairing = Signal(object)

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._board: Board | None = None
        self._outcome: Outcome | None = None
        self._moved: frozenset[UUID] = frozenset()
        self._follow: UUID | None = None
        self.list = proposals_list(words, self._run, self._is_new)
        bar = self.list.message_bar
        self._answers = Answers(worker, words, today, self)
        self.control = RunControl(worker, words, today, self.list, self._answers)
        follower = Follower(worker, words, self, bar, self._answers, self._followed)
        self._decisions = Decisions(
            worker, words, today, self, bar, follower, self.open_pairing.emit, self._answers
        )
        self._asking = Asking(words, self._answers, self, self._decisions.lock_instead)
        self._tools = Tools(worker, words, today, self, self._answers, self._run_with)
        recruiting = Recruiting(worker, words, today, self, self._answers)
        self.left_over = LeftOverPanel(words, self._by_hand, recruiting.open)
        self._card = Card(
            words, self.list.details, self._answers, self._asking.why_not, self._asking.try_out
        )
        self._buttons = make_buttons(
            words, self.list.details, self.list.table, self.current, self._decisions
        )
        self.more = self._make_more()
        self._accept_all = self.list.add_button(
            words.text("Accept all …"), "list-checks", self._ask_accept_all
        )
        self.control.add_run_button()
        self._put_left_over_below()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.control.scheme_chosen.connect(self.refresh)
        self.control.found.connect(self._found)
        self._answers.solved_anew.connect(self._solved_anew)
        self.list.opened.connect(self._decisions.accept)
        self.list.picked.connect(self._picked)
        self.left_over.picked.connect(self._picked_left_over)
        self._picked(None)

    def refresh(self) -> None:
        """Read the proposals of the chosen scheme."""
        chosen, today = self.control.scheme.value(), self._today()
        texts_of = self.list.model.texts_of
        self._worker.read(self, lambda tx: read_board(tx, chosen, today, texts_of), self._show)

    def current(self) -> ProposalRow | None:
        """The selected proposal; none that is not seen to be."""
        table = self.list.table
        return table.current_row() if table.selectionModel().hasSelection() else None

    def pair_by_hand(self, role_id: UUID) -> None:
        """Choose the other half for somebody, as another page asks for it."""
        self._decisions.by_hand_for(role_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._card.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._card.rest()

    # What is shown

    def _show(self, board: Board) -> None:
        words = self._words
        self._board = board
        names = [(one.id, one.name(words.language)) for one in board.schemes]
        self.control.offer(
            sorted(names, key=lambda choice: choice[1]),
            board.scheme.id if board.scheme is not None else None,
        )
        nearest = self.list.table.others_by_nearness()
        self.list.show_rows(board.proposals, board.texts)
        waiting = words.plural("%(n)d waiting", "%(n)d waiting", len(board.waiting))
        room = words.plural("room with mentors: %(n)d", "room with mentors: %(n)d", board.room)
        self.list.set_count(f"{waiting} · {room}")
        drafts = [one for one in board.proposals if one.proposal.status is ProposalStatus.DRAFT]
        self._accept_all.setEnabled(bool(drafts))
        self._show_left_over(board)
        self._select_followed(board, nearest)

    def _select_followed(self, board: Board, nearest: Sequence[UUID]) -> None:
        """Whose row was decided about stays selected, with whoever he meets now.

        When he meets nobody, or the row is gone, the nearest that is still there takes its place.
        """
        wanted, self._follow = self._follow, None
        if self.current() is not None:
            return
        there = {row.proposal.id for row in board.proposals}
        now = {row.proposal.newcomer_id: row.proposal.id for row in board.proposals}
        for one in (now.get(wanted) if wanted is not None else None, *nearest):
            if one in there and self.list.table.select_row(one):
                return

    def _show_left_over(self, board: Board) -> None:
        found = self._outcome
        if found is None or board.scheme is None or found.scheme_id != board.scheme.id:
            self.left_over.show_rows(None)
            return
        # Whoever was paired by hand since the run is left over no more.
        alone = board.waiting.keys() - {row.proposal.newcomer_id for row in board.proposals}
        left = [row for row in found.left_over if row.left_over.role_id in alone]
        dropped = alone - {row.left_over.role_id for row in left}
        self.left_over.show_rows(
            left, [row for one, row in board.waiting.items() if one in dropped]
        )

    def _is_new(self, row: ProposalRow) -> bool:
        return row.proposal.newcomer_id in self._moved

    def _picked(self, row: ProposalRow | None) -> None:
        if row is None:
            self._card.show_nothing()
            return
        self.left_over.table.clearSelection()
        self.left_over.table.setCurrentIndex(QModelIndex())
        self.list.details.follows = self.list.table
        self._card.show_proposal(row, new=self._is_new(row))
        self._buttons.fit(self._words, row)

    def _picked_left_over(self, row: LeftOverRow | None) -> None:
        if row is None:
            return
        self.list.table.clearSelection()
        self.list.table.setCurrentIndex(QModelIndex())
        self.list.details.follows = self.left_over.table
        self._card.show_left_over(row, self.left_over.said(row))

    def _put_left_over_below(self) -> None:
        """Below the proposals, beside the card: the card needs the whole height."""
        below = QSplitter(Qt.Orientation.Vertical)
        below.setHandleWidth(12)
        below.setChildrenCollapsible(False)
        below.addWidget(cast("QWidget", self.list.splitter.widget(0)))
        below.addWidget(self.left_over)
        below.setStretchFactor(0, 1)
        below.setSizes([360, 210])
        self.list.splitter.insertWidget(0, below)
        self.list.splitter.setStretchFactor(0, 1)
        self.list.splitter.setStretchFactor(1, 0)
        self.list.splitter.setSizes([660, 380])
        self.list.fold.stay()

    # What is seldom done

    def _make_more(self) -> MenuButton:
        _ = self._words.text
        more = MenuButton(_("More"), "ellipsis", self)
        more.add(
            _("Why not …"),
            _("Ask about any two people"),
            lambda: self._asking.why_not(*self._selected()),
            "Ctrl+Y",
        )
        more.add(
            _("Print why …"),
            _("Why the selected two, or why nobody yet, on paper"),
            self._print_why,
            "Ctrl+P",
        )
        more.add(
            _("Try other weights …"),
            _("See what they would give; nothing is changed by it"),
            self._try_weights,
        )
        more.add(
            _("Earlier runs …"),
            _("Why somebody was paired then, or was not"),
            lambda: self._tools.show_runs(self.control.scheme.value()),
        )
        self.list.add_to_top(more)
        return more

    def _selected(self) -> tuple[UUID | None, UUID | None]:
        """Newcomer and mentor of the row that is selected above or below."""
        row, left = self.current(), self.left_over.table.current_row()
        if row is not None:
            return row.proposal.newcomer_id, row.proposal.mentor_id
        return (left.left_over.role_id if left is not None else None), None

    def _print_why(self) -> None:
        newcomer, _mentor = self._selected()
        if newcomer is not None:
            self._tools.print_why(newcomer)
        else:
            self.list.message_bar.info(self._words.text("Select a proposal or somebody first."))

    def _try_weights(self) -> None:
        if self._board is not None and self._board.scheme is not None:
            self._tools.try_weights(self._board.scheme, self.control.goal.value())

    # Runs and decisions

    def _run(self) -> None:
        self.control.run()

    def _run_with(self, goal: Goal) -> None:
        self.control.goal.set_value(goal)
        self.control.run()

    def _found(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._moved = frozenset()

    def _solved_anew(self, outcome: Outcome) -> None:
        self._outcome = outcome
        if self._board is not None:
            self._show_left_over(self._board)

    def _followed(self, found: Following) -> None:
        self._moved = frozenset(move.newcomer_id for move in found.moves if move.after)
        if self._outcome is not None:
            left = {row.left_over.role_id: row for row in self._outcome.left_over}
            left |= {row.left_over.role_id: row for row in found.left_over}
            self._outcome = replace(self._outcome, left_over=tuple(left.values()))
        row = self.current()
        self._follow = row.proposal.newcomer_id if row is not None else None

    def _ask_accept_all(self) -> None:
        board, words = self._board, self._words
        if board is None or board.scheme is None:
            return
        number = sum(one.proposal.status is ProposalStatus.DRAFT for one in board.proposals)
        scheme_id = board.scheme.id
        self.list.message_bar.warning(
            words.plural(
                "%(n)d draft becomes a pair, with follow-ups and letters due.",
                "%(n)d drafts become pairs, with follow-ups and letters due.",
                number,
            ),
            (words.text("Accept all"), lambda: self._decisions.accept_all(scheme_id)),
        )
        self.list.message_bar.button.setFocus()

    def _by_hand(self, row: LeftOverRow | None) -> None:
        if self._board is not None and self._board.scheme is not None:
            newcomer = row.left_over.role_id if row is not None else None
            self._decisions.by_hand(self._board.scheme.id, newcomer)
