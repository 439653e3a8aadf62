"""The pairing page: both waiting lists, what stands in the way, and the two who are chosen."""

from collections.abc import Callable
from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.profiles import Profiles
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.following import Following
from mentorapp.operations.pairing import ProposalRow
from mentorapp.operations.profiles import profiles
from mentorapp.words import Words
from ui.pairing.answers import Answers
from ui.pairing.asking import Asking
from ui.pairing.blocking import BlockingBar
from ui.pairing.board import Board, NewcomerRow, read_board
from ui.pairing.card import Card, CardActs
from ui.pairing.card_buttons import Act, make_buttons
from ui.pairing.choosing import Choosing, From
from ui.pairing.decisions import Decisions
from ui.pairing.dragging import Dragging
from ui.pairing.follower import Follower
from ui.pairing.knowing import Knowing
from ui.pairing.lists import Lists
from ui.pairing.narrowing import Narrowing
from ui.pairing.newcomers_list import newcomers_list
from ui.pairing.page_menu import make_more, make_pair_menu
from ui.pairing.recruiting import Recruiting
from ui.pairing.ruling_out import RulingOut
from ui.pairing.run_control import RunControl
from ui.pairing.seen import Seen
from ui.pairing.solving import Goal
from ui.pairing.telling import Telling
from ui.pairing.tools import Tools
from ui.work import Worker


class PairingPage(QWidget):
    """Newcomers who wait, mentors with room, and beside them the card of whom is chosen."""

    open_pairing = Signal(object)
    map_wanted = Signal(object)
    """The id of the scheme whose map is asked for; None while there is none."""

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
        self._follow = False
        self.seen = Seen()
        self.list = newcomers_list(words, self.seen)
        bar = self.list.message_bar
        self._answers = Answers(worker, words, today, self)
        self.control = RunControl(worker, words, today, self.list, self._answers)
        follower = Follower(worker, words, self, bar, self._answers, self._followed)
        self._decisions = Decisions(
            worker, words, today, self, bar, follower, self.open_pairing.emit
        )
        self._ruling_out = RulingOut(worker, words, today, self, bar, follower, self._answers)
        self._asking = Asking(words, self._answers, self, self._decisions.lock_instead)
        self._tools = Tools(worker, words, today, self, self._answers, self._run_with)
        self._recruiting = Recruiting(worker, words, today, self, self._answers)
        self.blocking = BlockingBar(words, self._recruiting.open)
        lists = Lists(words, self.list, self.seen)
        self.mentors = lists.mentors
        self._lay_out()
        self.choosing = Choosing(self.list.table, self.mentors.table, self)
        tables = (self.list.table, self.mentors.table)
        self._buttons = make_buttons(words, self.list.details, tables, self._act)
        acts = CardActs(
            self._asking.why_not,
            self._asking.try_out,
            self._read_profiles,
            self._buttons.propose.setEnabled,
        )
        self._card = Card(words, self.list.details, self._answers, acts)
        self._narrowing = Narrowing(
            words, self.list, self.mentors, self.seen, self.blocking, self.choosing,
            self._answers, self._asking,
        )  # fmt: skip
        self._telling = Telling(
            words, self._card, self._buttons, self.choosing, self.seen, self._narrowing
        )
        self.list.details.follows = self.mentors.table
        self._knowing = Knowing(
            words, self._answers, self, self.seen, self.choosing, lists, self.blocking
        )
        self._knowing.known.connect(self._known)
        self._dragging = Dragging(*tables, self._dropped, self)
        self.pair_menu = make_pair_menu(words, self, self._act)
        self._make_buttons_above()
        self._connect(lists)
        self._chosen()

    def refresh(self) -> None:
        """Read both lists of the chosen scheme."""
        chosen, today = self.control.scheme.value(), self._today()
        self._worker.read(self, lambda tx: read_board(tx, chosen, today), self._show)

    def current(self) -> ProposalRow | None:
        """The proposal of the two who are chosen; None when they are not proposed to each other."""
        one, other = self.choosing.newcomer, self.choosing.mentor
        row = one.proposal if one is not None else None
        if row is not None and other is not None and row.proposal.mentor_id != other.role_id:
            return None
        return row

    def pair_by_hand(self, role_id: UUID) -> None:
        """Choose the other half for somebody, as another page asks for it."""
        self._decisions.by_hand_for(role_id)

    def show_map(self) -> None:
        """Ask for the map of the scheme that is chosen."""
        self.map_wanted.emit(self.control.scheme.value())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._card.wake()
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._card.rest()
        self._knowing.rest()

    # What is shown

    def _show(self, board: Board) -> None:
        words = self._words
        same = self._board is not None and self._board.scheme == board.scheme
        self._board = board
        names = [(one.id, one.name(words.language)) for one in board.schemes]
        self.control.offer(
            sorted(names, key=lambda choice: choice[1]),
            board.scheme.id if board.scheme is not None else None,
        )
        if not same:
            self._knowing.begin()
        before, nearest = self.choosing.newcomer, self.list.table.others_by_nearness()
        self._knowing.forget()
        self.choosing.again(lambda: self._fill(board))
        if before is not None and self.choosing.view is not From.MENTOR:
            self._go_on(before, nearest, board)
        self._chosen()
        waiting = words.plural("%(n)d waiting", "%(n)d waiting", len(board.newcomers))
        room = words.plural("room with mentors: %(n)d", "room with mentors: %(n)d", board.room)
        self.list.set_count(f"{waiting} · {room}")
        drafts = [one for one in board.proposals if one.proposal.status is ProposalStatus.DRAFT]
        self._accept_all.setEnabled(bool(drafts))
        self._look()

    def _look(self) -> None:
        if self.isVisible() and self._board is not None and self._board.scheme is not None:
            self._knowing.look()

    def _known(self) -> None:
        """What stops people is known: whoever is chosen without a proposal is told of it."""
        if self.current() is None and (self.choosing.newcomer or self.choosing.mentor):
            self._chosen()

    def _fill(self, board: Board) -> None:
        self.list.show_rows(board.newcomers)
        self.mentors.show_rows(board.mentors)

    def _go_on(self, before: NewcomerRow, nearest: list[UUID], board: Board) -> None:
        """Whoever was decided about stays chosen, with whom he meets now.

        When he meets nobody any more, or is gone, the nearest proposal takes his place.
        """
        follow, self._follow = self._follow, False
        now = self.choosing.newcomer
        if now is not None and (follow or now.proposal is not None or before.proposal is None):
            return
        rows = {row.role_id: row for row in board.newcomers}
        there = sorted(
            (one for one in nearest if one in rows), key=lambda one: rows[one].proposal is None
        )
        with self.choosing.quiet():
            any(self.choosing.choose(one) for one in there)

    def _chosen(self) -> None:
        """Somebody else is chosen: the card, its buttons and the scores follow."""
        self._telling.tell(self.current())
        self._knowing.look_from()

    def _read_profiles(
        self,
        asker: QWidget,
        newcomer: UUID,
        mentor: UUID,
        then: Callable[[Profiles], object],
        refused: Callable[[Refused], object],
    ) -> None:
        today = self._today()
        self._worker.read(asker, lambda tx: profiles(tx, newcomer, mentor, today), then, refused)

    # What is decided

    def _act(self, act: Act) -> None:
        row, one, other = self.current(), self.choosing.newcomer, self.choosing.mentor
        scheme = self._board.scheme if self._board is not None else None
        decide = self._decisions
        if act is Act.BY_HAND and scheme is not None:
            decide.by_hand(scheme.id, *(who.role_id for who in (one, other) if who is not None))
        elif row is not None:
            of_proposal = {
                Act.ACCEPT: decide.accept,
                Act.LOCK: decide.lock,
                Act.SEND: decide.send,
                Act.ANSWER: decide.answer,
                Act.DISCARD: decide.discard,
                Act.FORBID: self._ruling_out.forbid,
            }
            if act in of_proposal:
                of_proposal[act](row)
        elif one is not None and other is not None and scheme is not None:
            if act is Act.PROPOSE:
                decide.propose(scheme.id, one.role_id, other.role_id)
            elif act is Act.FORBID:
                self._ruling_out.forbid_pair(scheme.id, one, other)

    def _opened(self) -> None:
        """Enter: two who are proposed become a pair, others are proposed, one alone is paired."""
        if self.current() is not None:
            self._act(Act.ACCEPT)
        elif self.choosing.newcomer is not None and self.choosing.mentor is not None:
            self._act(Act.PROPOSE)
        else:
            self._act(Act.BY_HAND)

    def _dropped(self, newcomer: UUID, mentor: UUID, at: QPoint) -> None:
        if self.choosing.choose(newcomer, mentor):
            proposed = self.current() is not None
            for act, entry in self.pair_menu.entries.items():
                entry.setVisible((act is Act.PROPOSE) is not proposed or act is Act.FORBID)
            self.pair_menu.popup(at)

    def _followed(self, found: Following) -> None:
        self.seen.moved = frozenset(move.newcomer_id for move in found.moves if move.after)
        self._follow = True

    def _run_with(self, goal: Goal) -> None:
        self.control.goal.set_value(goal)
        self.control.run()

    def _found(self, _outcome: object) -> None:
        self.seen.moved = frozenset()

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

    # What is seldom done

    def _why_not(self) -> None:
        one, other = self.choosing.newcomer, self.choosing.mentor
        self._asking.why_not(one.role_id if one else None, other.role_id if other else None)

    def _print_why(self) -> None:
        one = self.choosing.newcomer
        if one is not None:
            self._tools.print_why(one.role_id)
        else:
            self.list.message_bar.info(self._words.text("Select a proposal or somebody first."))

    def _try_weights(self) -> None:
        if self._board is not None and self._board.scheme is not None:
            self._tools.try_weights(self._board.scheme, self.control.goal.value())

    # How it is put together

    def _lay_out(self) -> None:
        column = cast("QVBoxLayout", self.list.layout())
        column.insertWidget(column.count() - 1, self.blocking)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def _make_buttons_above(self) -> None:
        self.more = make_more(
            self._words,
            self,
            why_not=self._why_not,
            print_why=self._print_why,
            try_weights=self._try_weights,
            earlier_runs=lambda: self._tools.show_runs(self.control.scheme.value()),
            by_hand=lambda: self._act(Act.BY_HAND),
        )
        _ = self._words.text
        self.map_button = self.list.add_button(_("Map …"), "map-pin", self.show_map)
        self.map_button.setToolTip(_("Where they wait, where mentors have room, and the pairs"))
        keys = QShortcut(QKeySequence("Ctrl+Shift+M"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.setWhatsThis(_("Map"))
        keys.activated.connect(self.show_map)
        self.list.add_to_top(self.more)
        self._accept_all = self.list.add_button(
            _("Accept all …"), "list-checks", self._ask_accept_all
        )
        self.control.add_run_button()

    def _connect(self, lists: Lists) -> None:
        self.control.scheme_chosen.connect(self.refresh)
        self.control.found.connect(self._found)
        self.list.opened.connect(lambda _row: self._opened())
        self.mentors.table.opened.connect(lambda _row: self._opened())
        self.choosing.changed.connect(self._chosen)
        for heading in (lists.heading, lists.mentors.heading):
            heading.afresh.clicked.connect(lambda _checked: self.choosing.clear())
        self.blocking.chosen.connect(self._narrowing.show_reason)
        self.list.search.textChanged.connect(self._narrowing.search)
