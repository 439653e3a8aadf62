"""Pairings: the list, and from there each pairing's own page."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import pairings
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.pairings.batch import PairingsBatch
from ui.pairings.file_page import PairingFilePage
from ui.pairings.list import PairingsList
from ui.pairings.page_tabs import NO_MORE, MeetingActions, PageTabs
from ui.work import Worker


class PairingsPage(QWidget):
    """The list or one pairing, one at a time."""

    open_person = Signal(object)
    print_letters = Signal(object)
    another_letter = Signal(object)
    """The id of the pairing whose letters are wanted."""
    print_due = Signal(object)
    """The ids of pairings whose letters are to be printed, as far as any are due."""
    find_pairs = Signal()
    answers_wanted = Signal()
    """Answers from paper are to be typed in."""
    pair_again = Signal(object)
    """The newcomer's role for whom another mentor is to be found."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        meeting_actions: MeetingActions,
        slips: QWidget,
        parent: QWidget | None = None,
        *,
        read_only: Refused | None = None,
        tabs: PageTabs = NO_MORE,
    ) -> None:
        """`slips` is where paper slips are entered; it takes the place of the list meanwhile.

        `read_only` is why nothing can be written, if so. `tabs` are brought to a pairing's page.
        """
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._read_only = read_only
        self._actions = meeting_actions
        _ = words.text
        self.list = PairingsList(words, self.find_pairs.emit)
        self.file = PairingFilePage(worker, words, today, meeting_actions, tabs=tabs)
        self._open_button = self.list.add_button(_("Open"), "folder-open", self._open_current)
        self._log_button = self.list.add_button(
            _("Log meeting …"), "calendar-plus", self._log_current
        )
        self.list.add_button(_("Enter slips …"), "list-checks", self.show_slips, primary=True)
        self.list.add_button(_("Type in answers …"), "list-checks", self.type_answers)
        self.batch = PairingsBatch(self.list, worker, words, today, self.print_due)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.file)
        self._slips = slips
        self._stack.addWidget(slips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.list.opened.connect(lambda row: self.open_pairing(row.id))
        self.list.picked.connect(self._picked)
        self.file.left.connect(self.show_list)
        self.file.open_person.connect(self.open_person)
        self.file.print_letters.connect(self.print_letters)
        self.file.another_letter.connect(self.another_letter)
        self.file.pair_again.connect(self.pair_again)
        self._picked(None)

    def open_pairing(self, pairing_id: UUID) -> None:
        """Show one pairing's page."""
        self._stack.setCurrentWidget(self.file)
        self.file.open(pairing_id)

    def go_on(self, form: UnfinishedForm) -> None:
        """Show the pairing whose form was left open, with what was typed in it."""
        pairing_id, today = form.subject_id, self._today()
        if pairing_id is None:
            return
        self.open_pairing(pairing_id)
        self._worker.read(
            self,
            lambda tx: pairings.read(tx, pairing_id, today),
            lambda file: self.file.changes.record(file, form),
        )

    def show_list(self) -> None:
        """Back to the list, which has kept its search and its selection."""
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus()

    def show_slips(self) -> None:
        """Enter paper slips; whoever made the slips' page brings the user back."""
        if self._read_only is not None:
            self.list.message_bar.warning(explain(self._words, self._read_only))
            return
        self._stack.setCurrentWidget(self._slips)

    def type_answers(self) -> None:
        """Type in questionnaires by the code on them."""
        self.answers_wanted.emit()

    def refresh(self) -> None:
        """Read anew what is shown, and the list behind it."""
        today = self._today()
        if self._stack.currentWidget() is self.file:
            self.file.refresh()
        self._worker.read(self, lambda tx: pairings.rows(tx, today), self.list.show_pairings)
        self.batch.refresh()

    def _picked(self, row: PairingRow | None) -> None:
        buttons: tuple[QPushButton, ...] = (self._open_button, self._log_button)
        for button in buttons:
            button.setEnabled(row is not None)

    def _open_current(self) -> None:
        row = self.list.table.current_row()
        if row is not None:
            self.open_pairing(row.id)

    def _log_current(self) -> None:
        row = self.list.table.current_row()
        if row is not None:
            self._actions.ask(row.id, self.list.message_bar)
