"""The card about a line of the list: what goes, what stays, and what can be decided."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mentorapp.domain.errors import PairingStillRuns, Refused
from mentorapp.domain.retention import OF_PERSONS, RetentionKind, Standing
from mentorapp.domain.retention_errors import HasNotLeft, NotInStatistics, OnHold
from mentorapp.operations import retention
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import capital
from ui.privacy.clearing import CLEARED, Clearing
from ui.privacy.columns import TONES, Line
from ui.privacy.deciding import Deciding
from ui.privacy.goes import Goes, told_of
from ui.privacy.goes_grid import GoesGrid
from ui.privacy.removing import Removing, WayOut
from ui.rights import hold_back
from ui.widgets.details_card import DetailsCard
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


class DueCard(DetailsCard):
    """Only what fits the kind of line is offered."""

    open_wanted = Signal(object)
    """The `Line` whose file is to be opened."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
    ) -> None:
        _ = words.text
        super().__init__(_("Choose a line to see what goes."))
        self._words = words
        self._line: Line | None = None
        self._due: Counter[RetentionKind] = Counter()
        deciding = Deciding(worker, words, today, home, bar)
        open_file = (_("Open"), lambda _id: self._with_line(self.open_wanted.emit))
        ways_out: dict[type[Refused], WayOut] = {
            PairingStillRuns: open_file,
            HasNotLeft: open_file,
            OnHold: (_("Lift the hold"), deciding.lift),
            NotInStatistics: (_("Erase for good …"), self._erase),
        }
        self._removing = removing = Removing(worker, words, today, home, bar, ways_out=ways_out)
        clearing = Clearing(worker, words, home, bar, deciding.lift)

        def button(
            text: str, picture: str, do: Callable[[Line], object], *, danger: bool = False
        ) -> QPushButton:
            return self.add_button(text, picture, lambda: self._with_line(do), danger=danger)

        self.open_button = button(_("Open"), "folder-open", self.open_wanted.emit)
        self.keep_button = button(
            _("Keep longer …"),
            "clock",
            lambda one: deciding.keep_longer(one.row.id, one.about or _("Log")),
        )
        self.hold_button = button(
            _("Hold …"), "lock", lambda one: deciding.hold(one.row.id, one.about or _("Log"))
        )
        self.lift_button = button(
            _("Lift the hold"), "lock-open", lambda one: deciding.lift(one.row.id)
        )
        self.anonymise_button = button(
            _("Make anonymous …"), "user", lambda one: removing.anonymise(one.row.id), danger=True
        )
        self.erase_button = button(
            _("Erase for good …"), "trash-2", lambda one: self._erase(one.row.id), danger=True
        )
        self.clear_button = button(
            _("Remove for good …"),
            "trash-2",
            lambda one: clearing.ask(one.row.due.kind, one.row.id, one.about),
            danger=True,
        )
        self.thin_button = button(
            _(CLEARED[RetentionKind.LOG].button),
            "trash-2",
            lambda one: clearing.ask(one.row.due.kind, one.row.id, one.about),
            danger=True,
        )
        self.clear_all_button = button(
            _("Remove all that are due …"),
            "trash-2",
            lambda one: clearing.ask_all(one.row.due.kind, self._due[one.row.due.kind], today()),
            danger=True,
        )
        held = [one for one in self.buttons if one not in (self.open_button, self.thin_button)]
        hold_back(words, worker.who, retention.extend, *held)
        hold_back(words, worker.who, retention.thin_log, self.thin_button)
        self.offer_nothing()

    def count_due(self, lines: Iterable[Line]) -> None:
        """Of these many of a kind may be removed at once, from any line of it."""
        due = (one.row.due for one in lines)
        self._due = Counter(one.kind for one in due if one.standing is Standing.DUE)

    def show_line(self, line: Line | None, goes: Goes | None = None) -> None:
        """Tell of this one; what goes of it is read a moment later."""
        self._line = line
        if line is None:
            self.show_nothing()
            self.offer_nothing()
            return
        words, due = self._words, line.row.due
        _ = words.text
        self.show_facts(
            line.about or _("Log"),
            capital(label(words, due.kind)),
            facts=[
                (_("Due"), words.date(due.due_on)),
                (_("Counted from"), words.date(due.since)),
                (_("Reason"), due.reason),
            ],
            badges=[(label(words, due.standing), TONES[due.standing])],
            more=[GoesGrid(words, told_of(words, line.row, goes))] if goes is not None else [],
        )
        if due.kind in CLEARED:
            self.clear_button.setText(_(CLEARED[due.kind].button))
            many = words.number(self._due[due.kind])
            said = _("Remove all that are due (%(n)s) …") % {"n": many}
            self.clear_all_button.setText(said)
        self.offer(self._fitting(line), alone=(self.clear_all_button,))

    def _fitting(self, line: Line) -> list[QPushButton]:
        due = line.row.due
        opening = [self.open_button] if line.opens else []
        if due.standing is Standing.HELD:
            return [*opening, self.lift_button]
        kept = [*opening, self.keep_button, self.hold_button]
        if due.kind in OF_PERSONS:
            return [*kept, self.anonymise_button, self.erase_button]
        if due.kind is RetentionKind.LOG:
            return [*kept, self.thin_button]
        clearing = [self.clear_button] if due.kind in CLEARED else []
        if due.kind in retention.AT_ONCE and self._due[due.kind] > 1:
            clearing.append(self.clear_all_button)
        return [*kept, *clearing]

    def _erase(self, person_id: UUID) -> None:
        self._removing.erase(person_id)

    def _with_line(self, do: Callable[[Line], object]) -> None:
        if self._line is not None:
            do(self._line)
