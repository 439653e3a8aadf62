"""The pairing page: find the best pairs, look at why, and decide about each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.pairing import LeftOverRow, ProposalRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_left_over, say_reason
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.pairing.board import Board, read_board
from ui.pairing.columns import SCORE_COLUMN, percent, proposal_columns, state, waited
from ui.pairing.decisions import Decisions
from ui.pairing.left_over import LeftOverPanel
from ui.pairing.run import Outcome, Runner
from ui.widgets.fields import ChoiceField
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import TableModel
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Buttons:
    accept: QPushButton
    lock: QPushButton
    send: QPushButton
    answer: QPushButton
    discard: QPushButton
    forbid: QPushButton


class PairingPage(QWidget):
    """Proposals of one scheme above, those without a pair below."""

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
        self.list = self._make_list()
        self.scheme = ChoiceField()
        self.goal = ChoiceField(
            [
                ("most", words.text("As many pairs as possible")),
                ("best", words.text("The best total score")),
            ]
        )
        self.run_button = self._make_controls()
        self.left_over = LeftOverPanel(words, self._by_hand)
        self._decisions = Decisions(
            worker, words, today, self, self.list.message_bar, self.open_pairing.emit
        )
        self._runner = Runner(worker, self, self._found, self._refused, self._ended)
        self._buttons = self._make_buttons()
        self._put_left_over_below()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.list.opened.connect(self._decisions.accept)
        self.list.picked.connect(self._picked)
        self.left_over.picked.connect(self._picked_left_over)
        self._picked(None)

    def refresh(self) -> None:
        """Read the proposals of the chosen scheme."""
        chosen, today = self.scheme.value(), self._today()
        self._worker.read(self, lambda tx: read_board(tx, chosen, today), self._show)

    def current(self) -> ProposalRow | None:
        """The selected proposal."""
        return self.list.table.current_row()

    def pair_by_hand(self, role_id: UUID) -> None:
        """Choose the other half for somebody, as another page asks for it."""
        self._decisions.by_hand_for(role_id)

    # What is shown

    def _show(self, board: Board) -> None:
        words = self._words
        self._board = board
        names = [(one.id, one.name(words.language)) for one in board.schemes]
        self.scheme.set_choices(sorted(names, key=lambda choice: choice[1]))
        if board.scheme is not None:
            self.scheme.set_value(board.scheme.id)
        self.list.show_rows(board.proposals)
        waiting = words.plural("%(n)d waiting", "%(n)d waiting", len(board.waiting))
        room = words.plural("room with mentors: %(n)d", "room with mentors: %(n)d", board.room)
        self.list.set_count(f"{waiting} · {room}")
        drafts = [one for one in board.proposals if one.proposal.status is ProposalStatus.DRAFT]
        self._accept_all.setEnabled(bool(drafts))
        self.run_button.setEnabled(board.scheme is not None)
        self._show_left_over(board)

    def _show_left_over(self, board: Board) -> None:
        found = self._outcome
        if found is None or board.scheme is None or found.scheme_id != board.scheme.id:
            self.left_over.show_rows(None)
            return
        # Whoever was paired by hand since the run is left over no more.
        proposed = {row.proposal.newcomer_id for row in board.proposals}
        self.left_over.show_rows(
            [row for row in found.left_over if row.left_over.role_id in board.waiting - proposed]
        )

    def _picked(self, row: ProposalRow | None) -> None:
        card, words, _ = self.list.details, self._words, self._words.text
        if row is None:
            card.show_nothing()
            return
        proposal = row.proposal
        card.show_facts(
            f"{row.newcomer_name} – {row.mentor_name}",
            _("Score %(score)s · proposed %(date)s")
            % {"score": percent(words, row), "date": words.date(proposal.proposed_on)},
            facts=[
                (_("Newcomer"), f"{row.newcomer_number} {row.newcomer_name}"),
                (_("Waited"), waited(words, row.waited_days)),
                (_("Mentor"), f"{row.mentor_number} {row.mentor_name}"),
            ],
            badges=[state(words, row)],
            more=[_reasons(words, row)],
        )
        draft = proposal.status is ProposalStatus.DRAFT
        self._buttons.lock.setText(_("Unlock") if proposal.locked else _("Lock"))
        self._buttons.lock.setEnabled(draft)
        self._buttons.send.setEnabled(draft)

    def _picked_left_over(self, row: LeftOverRow | None) -> None:
        if row is None:
            return
        words, _, card = self._words, self._words.text, self.list.details
        self.list.table.clearSelection()
        self.list.table.setCurrentIndex(QModelIndex())
        card.show_facts(
            row.name,
            say_left_over(words, row.left_over),
            facts=[(_("Number"), str(row.number)), (_("Waited"), waited(words, row.waited_days))],
        )
        for button in card.buttons:
            button.setEnabled(False)

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
        self.list.splitter.setSizes([720, 320])

    def _make_list(self) -> ListPage[ProposalRow]:
        words, _ = self._words, self._words.text
        model: TableModel[ProposalRow] = TableModel(proposal_columns(words), words.language)
        page = ListPage(
            words,
            _("Find pairs"),
            model,
            EmptyList(
                _("No proposals yet"),
                _("Choose a scheme and let the program look for the best pairs."),
                (_("Find the best pairs"), self._run),
            ),
            _("Search in the proposals …"),
            key=lambda row: row.proposal.id,
        )
        page.table.sortByColumn(SCORE_COLUMN, Qt.SortOrder.DescendingOrder)
        page.add_filter(
            _("Status"),
            _("All proposals"),
            [
                ("draft", label(words, ProposalStatus.DRAFT)),
                ("sent", label(words, ProposalStatus.SENT)),
                ("locked", _("locked")),
            ],
            lambda row, wanted: (
                row.proposal.locked
                if wanted == "locked"
                else row.proposal.status == ProposalStatus(wanted)
            ),
        )
        return page

    # The run

    def _make_controls(self) -> QPushButton:
        _ = self._words.text
        self.scheme.setAccessibleName(_("Scheme"))
        self.goal.setAccessibleName(_("What the run aims at"))
        self.list.add_control(self.scheme)
        self.list.add_control(self.goal)
        self.scheme.changed.connect(self.refresh)
        self._accept_all = self.list.add_button(
            _("Accept all …"), "list-checks", self._ask_accept_all
        )
        return self.list.add_button(_("Find the best pairs"), "search", self._run, primary=True)

    def _run(self) -> None:
        if self._runner.running:
            self._runner.cancel()
            return
        scheme_id = self.scheme.value()
        if scheme_id is None:
            return
        _ = self._words.text
        self.run_button.setText(_("Cancel"))
        self.list.message_bar.info(_("Looking for the best pairs …"))
        self._runner.start(
            scheme_id, self.goal.value(), self._today(), _("Looking for the best pairs …")
        )

    def _found(self, outcome: Outcome) -> None:
        words, _ = self._words, self._words.text
        self._outcome = outcome
        pairs = words.plural("%(n)d pair proposed", "%(n)d pairs proposed", outcome.pairs)
        left = words.plural("%(n)d without a pair", "%(n)d without a pair", len(outcome.left_over))
        if outcome.broken_locks:
            broken = words.plural(
                "%(n)d locked pair could not be kept",
                "%(n)d locked pairs could not be kept",
                outcome.broken_locks,
            )
            self.list.message_bar.warning(f"{pairs} · {left} · {broken}")
        else:
            self.list.message_bar.success(f"{pairs} · {left}")

    def _ended(self) -> None:
        _ = self._words.text
        self.run_button.setText(_("Find the best pairs"))
        if self.list.message_bar.text == _("Looking for the best pairs …"):
            self.list.message_bar.info(_("Cancelled: nothing was changed."))

    def _refused(self, refused: Refused) -> None:
        self.list.message_bar.warning(explain(self._words, refused))

    # Decisions

    def _make_buttons(self) -> _Buttons:
        _, card, decide = self._words.text, self.list.details, self._decisions

        def on_current(do: Callable[[ProposalRow], Any]) -> Callable[[], None]:
            def act() -> None:
                row = self.current()
                if row is not None:
                    do(row)

            return act

        made = _Buttons(
            accept=card.add_button(_("Accept"), "check", on_current(decide.accept)),
            lock=card.add_button(_("Lock"), "lock", on_current(decide.lock)),
            send=card.add_button(_("Send"), "mail", on_current(decide.send)),
            answer=card.add_button(_("Answer …"), "pencil", on_current(decide.answer)),
            discard=card.add_button(_("Discard"), "x", on_current(decide.discard)),
            forbid=card.add_button(_("Never …"), "ban", on_current(decide.forbid), danger=True),
        )
        hints = {
            made.accept: (_("The pairing begins (Enter)"), ""),
            made.lock: (_("Keep this proposal in later runs"), "Ctrl+L"),
            made.send: (_("The two are being asked"), "Ctrl+Shift+S"),
            made.answer: (_("Record what they answered"), "Ctrl+R"),
            made.discard: (_("A later run may propose it again"), "Delete"),
            made.forbid: (_("Never propose these two again"), ""),
        }
        for button, (hint, keys) in hints.items():
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{hint} ({native})" if keys else hint)
            if keys:
                shortcut = QShortcut(QKeySequence(keys), self.list.table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(button.click)
        return made

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


def _reasons(words: Words, row: ProposalRow) -> QWidget:
    box = QWidget()
    box.setObjectName("sheet")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(plain_label(words.text("Why these two"), "h2"))
    for reason in row.proposal.reasons:
        said = say_reason(words, reason)
        line = plain_label(f"• {said[:1].upper()}{said[1:]}")
        line.setWordWrap(True)
        column.addWidget(line)
    return box
