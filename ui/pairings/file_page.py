"""One pairing's own page: the facts, what can be done, and all that was noted."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.errors import Refused
from mentorapp.domain.follow_up import Attention, AttentionKind, FollowUp
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import SchemePart
from mentorapp.domain.timeline import Happened, TimelineEntry, TimelineKind
from mentorapp.operations import pairings
from mentorapp.operations.pairings import PairingFile
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.pairings.changes import PairingChanges
from ui.pairings.facts import pairing_facts
from ui.pairings.list import STATUS_TONES, last_meeting_text
from ui.pairings.page_tabs import NO_MORE, MeetingActions, PageTabs
from ui.pairings.tables import follow_up_columns, letter_columns, meeting_columns
from ui.theme import Tone
from ui.widgets.buttons import picture_button
from ui.widgets.details_card import DetailsCard
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import CallingTab, RecordTab
from ui.widgets.steps import Step, Steps
from ui.widgets.tab_table import TabTable
from ui.work import Worker

if TYPE_CHECKING:
    from mentorapp.domain.letters import LetterIssued


class PairingFilePage(QWidget):
    """Filled by `open`; reads itself anew when something was saved."""

    left = Signal()
    open_person = Signal(object)
    print_letters = Signal(object)
    another_letter = Signal(object)
    pair_again = Signal(object)
    """The newcomer's role for whom another mentor is to be found."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        meeting_actions: MeetingActions,
        parent: QWidget | None = None,
        *,
        tabs: PageTabs = NO_MORE,
    ) -> None:
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._meetings = meeting_actions
        self._id: UUID | None = None
        self._file: PairingFile | None = None
        self.message_bar = MessageBar(words)
        self.changes = PairingChanges(
            worker, words, today, self, self.message_bar, self.pair_again.emit
        )
        self.heading = ElidedLabel("h1")
        self.count = ElidedLabel("muted")
        self.card = DetailsCard(words.text("Reading …"))
        self._part_tabs = tabs.parts
        self._parts: dict[SchemePart, RecordTab] = {}
        self._story = list(tabs.story(self.message_bar, self._steps(), self._open_entry))
        self._more = [(one, one.make(self.message_bar)) for one in tabs.more]
        self._make_tables()
        self._make_buttons()
        self._lay_out()

    def open(self, pairing_id: UUID) -> None:
        """Show this pairing."""
        if pairing_id != self._id:
            self.message_bar.clear()
            self.tabs.setCurrentIndex(0)
        self._id = pairing_id
        for _spec, tab in (*self._story, *self._more):
            tab.show_record(pairing_id)
        today = self._today()
        self._worker.read(
            self, lambda tx: pairings.read(tx, pairing_id, today), self._show, self._gone
        )

    def refresh(self) -> None:
        """Read the pairing anew."""
        if self._id is not None:
            self.open(self._id)

    def _gone(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _show(self, file: PairingFile) -> None:
        if file.pairing.id != self._id:
            return
        self._file = file
        words, row = self._words, file.row
        self.heading.setText(row.who)
        self.count.setText(f"{row.number} · {row.scheme.name(words.language)}")
        self.meetings.show_rows(file.meetings)
        self.follow_ups.show_rows(file.follow_ups)
        self.letters.show_rows(file.letters)
        tables: tuple[QWidget, ...] = (self.meetings, self.follow_ups, self.letters)
        for table, (title, number) in zip(tables, self._titles(file), strict=True):
            at = self.tabs.indexOf(table)
            self.tabs.setTabText(at, f"{title} ({number})")
        self._show_parts(file)
        self._show_facts(file)
        running = file.pairing.is_running
        for button in (self._end, self._hand_over):
            button.setEnabled(running)

    def _show_parts(self, file: PairingFile) -> None:
        """The tabs of the scheme's parts, each made when a pairing first has it."""
        for part, spec in self._part_tabs.items():
            there = part in file.row.scheme.parts
            if there and part not in self._parts:
                self._parts[part] = spec.make(self.message_bar)
                at = self.tabs.indexOf(self.meetings) + len(self._parts)
                self.tabs.insertTab(at, self._parts[part], spec.title)
            if part in self._parts:
                tab = self._parts[part]
                self.tabs.setTabVisible(self.tabs.indexOf(tab), there)
                if there:
                    tab.show_record(file.pairing.id)

    def _titles(self, file: PairingFile) -> Sequence[tuple[str, int]]:
        _ = self._words.text
        open_ones = sum(one.done_on is None for one in file.follow_ups)
        return (
            (_("Meetings"), file.row.meetings),
            (_("Follow-ups"), open_ones),
            (_("Letters"), len(file.letters)),
        )

    def _show_facts(self, file: PairingFile) -> None:
        words, row = self._words, file.row
        badges = [(label(words, row.status), STATUS_TONES[row.status])]
        if row.protection is not Protection.NONE:
            badges.append((label(words, row.protection), Tone.WARN))
        self.card.show_facts(
            words.plural("%(n)d meeting", "%(n)d meetings", row.meetings),
            words.text("Hours: %(hours)s · last meeting: %(last)s")
            % {"hours": words.hours(row.minutes), "last": last_meeting_text(words, row)},
            facts=pairing_facts(words, file, self._today()),
            badges=badges,
        )

    # What can be done

    def _steps(self) -> Steps:
        """What the page does about the next step, by what it is about."""
        _ = self._words.text

        def step(text: str, picture: str, do: Callable[[PairingFile, Attention], object]) -> Step:
            return Step(
                text, picture, lambda line, _at: self._with_file(lambda file: do(file, line))()
            )

        def finish(file: PairingFile, line: Attention) -> None:
            for one in file.follow_ups:
                if one.id == line.subject_id:
                    self.changes.finish(file, one)

        return {
            AttentionKind.AGREEMENT: step(
                _("Agreement …"), "pencil", lambda file, _line: self.changes.record(file)
            ),
            AttentionKind.FOLLOW_UP: step(_("Done …"), "check", finish),
            AttentionKind.LETTER: step(
                _("Print letters"), "printer", lambda file, _line: self._print(file)
            ),
            AttentionKind.PAIR_ENDS: step(
                _("End …"), "unlink", lambda file, _line: self.changes.end(file)
            ),
        }

    def _open_entry(self, _pairing_id: UUID, entry: TimelineEntry) -> None:
        """Show what a line of the history is about, where it can be changed."""
        tables: dict[TimelineKind, TabTable[Any]] = {
            TimelineKind.MEETING: self.meetings,
            TimelineKind.FOLLOW_UP: self.follow_ups,
            TimelineKind.LETTER: self.letters,
        }
        for spec, tab in self._more:
            if entry.happened in spec.tells:
                self.tabs.setCurrentWidget(tab)
                return
        table = tables.get(entry.kind)
        if table is not None and table.table.select_row(entry.record_id):
            self.tabs.setCurrentWidget(table)
            table.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif entry.happened in (Happened.DRIVING_THEORY, Happened.DRIVING_TEST):
            self.tabs.setCurrentWidget(self._parts[SchemePart.DRIVING])
        elif entry.kind in (TimelineKind.PAIRING, TimelineKind.CHANGE):
            self._with_file(self.changes.record)()
        elif entry.kind is TimelineKind.CALL:
            self.tabs.setCurrentIndex(0)
        else:
            self._with_file(lambda file: self.open_person.emit(file.row.newcomer_person_id))()

    def _print(self, file: PairingFile) -> None:
        self.print_letters.emit(file.pairing.id)

    def _note_call(self) -> None:
        for _title, tab in self._story:
            if isinstance(tab, CallingTab):
                tab.note_call()

    def _with_file(self, do: Callable[[PairingFile], object]) -> Callable[[], None]:
        def act() -> None:
            if self._file is not None:
                do(self._file)

        return act

    def _log(self, file: PairingFile) -> None:
        self._meetings.ask(file.pairing.id, self.message_bar)

    def _mend(self, meeting: Meeting) -> None:
        self._meetings.ask(meeting.pairing_id, self.message_bar, meeting)

    def _take_back(self, meeting: Meeting) -> None:
        self._meetings.remove(meeting, self.message_bar)

    def _make_tables(self) -> None:
        words, _ = self._words, self._words.text
        language, today = words.language, self._today()
        newest = Qt.SortOrder.DescendingOrder
        self.meetings: TabTable[Meeting] = TabTable(
            meeting_columns(words), language, _("Meetings"), _("No meeting is logged yet."), newest
        )
        self.meetings.add_button(_("Mend …"), "pencil", self._mend, opens=True)
        self.meetings.add_button(_("Take back"), "trash-2", self._take_back, keys="Delete")
        self.follow_ups: TabTable[FollowUp] = TabTable(
            follow_up_columns(words, today), language, _("Follow-ups"), _("Nothing is planned.")
        )
        add = self.follow_ups.add_button
        add(_("Done or open again …"), "check", self._finish, opens=True)
        add(_("Postpone …"), "clock", self._postpone)
        self.follow_ups.add_plain_button(_("Plan …"), "plus", self._with_file(self.changes.plan))
        self.letters: TabTable[LetterIssued] = TabTable(
            letter_columns(words), language, _("Letters"), _("No letter was printed yet."), newest
        )
        self.letters.add_button(_("Read …"), "eye", self.changes.read_letter, opens=True)
        another = self._with_file(lambda file: self.another_letter.emit(file.pairing.id))
        self.letters.add_plain_button(_("Another letter …"), "mail", another)

    def _finish(self, follow_up: FollowUp) -> None:
        if self._file is not None:
            self.changes.finish(self._file, follow_up)

    def _postpone(self, follow_up: FollowUp) -> None:
        if self._file is not None:
            self.changes.postpone(self._file, follow_up)

    def _make_buttons(self) -> None:
        _, card = self._words.text, self.card
        changes = self.changes
        card.add_button(_("Agreement …"), "pencil", self._with_file(changes.record))
        card.add_button(_("Household …"), "house", self._with_file(changes.tag))
        card.add_button(
            _("Letters"),
            "printer",
            self._with_file(self._print),
        )
        card.add_button(
            _("Newcomer"),
            "user",
            self._with_file(lambda file: self.open_person.emit(file.row.newcomer_person_id)),
        )
        card.add_button(
            _("Mentor"),
            "users",
            self._with_file(lambda file: self.open_person.emit(file.row.mentor_person_id)),
        )
        self._hand_over = card.add_button(
            _("Hand over …"), "arrow-right", self._with_file(changes.hand_over)
        )
        self._end = card.add_button(_("End …"), "unlink", self._with_file(changes.end), danger=True)

    def _lay_out(self) -> None:
        _ = self._words.text
        back = picture_button(_("All pairings"), "arrow-left", self.left.emit)
        escape = QShortcut(QKeySequence("Alt+Left"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self.log_button = picture_button(
            _("Log meeting …"), "calendar-plus", self._with_file(self._log), primary=True
        )
        keys = QShortcut(QKeySequence("Ctrl+M"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._with_file(self._log))
        calls = QShortcut(QKeySequence("Ctrl+T"), self)
        calls.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        calls.activated.connect(self._note_call)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(back)
        top.addWidget(self.heading)
        top.addWidget(self.count)
        top.addStretch()
        top.addWidget(self.log_button)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Pairing"))
        for title, tab in self._story:
            self.tabs.addTab(tab, title)
        for table in (self.meetings, self.follow_ups, self.letters):
            self.tabs.addTab(table, table.title)
        for spec, tab in self._more:
            self.tabs.addTab(tab, spec.title)
        splitter = QSplitter()
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self.card)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([700, 330])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
