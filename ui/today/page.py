"""What needs attention today, the most urgent first, and what can be done about each line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.follow_up import AttentionKind, FollowUp, Severity
from mentorapp.operations import Transaction, follow_up
from mentorapp.words import Words
from mentorapp.words.attention import say
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.today.beginning import Beginning
from ui.today.lines import OF_EVENTS, OF_PERSONS, TABS, Line, severity_word, subject_word
from ui.today.values import TodayValues, gather
from ui.widgets.figures import Figures
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.message_bar import MessageBar
from ui.widgets.note_dialog import NoteDialog
from ui.widgets.sign import SignDelegate
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker

LogMeeting = Callable[[UUID, MessageBar], object]


@dataclass(frozen=True, slots=True)
class _Buttons:
    done: QPushButton
    log: QPushButton
    open: QPushButton
    print: QPushButton


class TodayPage(QWidget):
    """The list of the day. Lines that were closed here stay at its end until the page is left."""

    open_person = Signal(object)
    open_pairing = Signal(object)
    open_file = Signal(object, str)
    """The id of a person whose file tells more, and the tab that does."""
    open_proposals = Signal()
    open_goals = Signal()
    open_events = Signal()
    open_outcomes = Signal(object)
    """The id of a person who is to be asked what has become of him or her."""
    print_letters = Signal(object)
    """The id of the pairing whose letters are wanted; None for all that are due."""
    page_wanted = Signal(str)
    """Where an empty office begins: the key of a page."""
    import_wanted = Signal()

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        log_meeting: LogMeeting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._log_meeting = log_meeting
        self._done: list[Line] = []
        _ = words.text
        self.list = self._make_list()
        self.figures = Figures([_("active pairs"), _("waiting for a mentor"), _("urgent")])
        self._buttons = self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.beginning = Beginning(words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.beginning)
        column.addWidget(self._stack)
        inside = cast("QVBoxLayout", self.list.layout())
        inside.insertWidget(2, self.figures)
        self.list.opened.connect(self._open)
        self.list.picked.connect(self._picked)
        self.beginning.page_wanted.connect(self.page_wanted)
        self.beginning.import_wanted.connect(self.import_wanted)
        self._picked(None)

    def refresh(self) -> None:
        """Read the list of the day."""
        today = self._today()
        self._worker.read(self, lambda tx: gather(tx, today), self._show)

    def current(self) -> Line | None:
        """The selected line."""
        return self.list.table.current_row()

    # What is shown

    def _make_list(self) -> ListPage[Line]:
        words, _ = self._words, self._words.text
        model: TableModel[Line] = TableModel(
            [
                Column(
                    _("How soon"),
                    lambda line: severity_word(words, line),
                    sort=lambda line: (line.rank, -line.attention.days),
                    width=168,
                    badge=lambda line: line.sign[1],
                ),
                Column(
                    _("What"),
                    lambda line: say(words, line.attention),
                    width=560,
                ),
            ],
            words.language,
        )
        page = ListPage(
            words,
            _("Today"),
            model,
            EmptyList(
                _("All is done"),
                _("Nothing needs your attention today. New lines come by themselves."),
            ),
            key=lambda line: line.key,
        )
        page.splitter.setSizes([728, 308])
        page.table.setItemDelegateForColumn(0, SignDelegate(lambda line: line.sign, page.table))
        page.add_filter(
            _("What it is about"),
            _("Everything"),
            [(kind, label(words, kind)) for kind in AttentionKind],
            lambda line, kind: line.attention.kind is kind,
        )
        page.add_filter(
            _("How soon"),
            _("Soon or later"),
            [(severity, label(words, severity)) for severity in Severity],
            lambda line, severity: line.attention.severity is severity,
        )
        return page

    def _make_buttons(self) -> _Buttons:
        _ = self._words.text
        card = self.list.details
        made = _Buttons(
            done=card.add_button(_("Done …"), "check", self._finish),
            log=card.add_button(_("Log meeting …"), "calendar-plus", self._log),
            open=card.add_button(_("Open"), "folder-open", lambda: self._open(self.current())),
            print=card.add_button(_("Print letters"), "printer", self._print),
        )
        for button, keys in (
            (made.done, "Ctrl+D"),
            (made.log, "Ctrl+M"),
            (made.print, "Ctrl+P"),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(button.click)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        return made

    def _show(self, values: TodayValues) -> None:
        words = self._words
        self.beginning.show_office(filled_in=values.filled_in)
        self._stack.setCurrentWidget(self.beginning if values.nobody else self.list)
        lines = [Line(attention) for attention in values.lines]
        there = {line.key for line in lines}
        self._done = [line for line in self._done if line.key not in there]
        self.list.show_rows([*lines, *self._done])
        urgent = sum(line.attention.severity is Severity.RED for line in lines)
        numbers = (values.active, values.waiting, urgent)
        self.figures.show_numbers([words.number(number) for number in numbers])
        self.list.set_count(
            words.plural("%(n)d thing to do", "%(n)d things to do", len(lines))
            + " · "
            + words.date(self._today())
        )

    def _picked(self, line: Line | None) -> None:
        card, _ = self.list.details, self._words.text
        if line is None:
            card.show_nothing()
            self._offer(None)
            return
        about = line.attention
        note = line.done.note if line.done is not None else ""
        card.show_facts(
            label(self._words, about.kind),
            say(self._words, about),
            facts=[
                (subject_word(self._words, about.kind), about.who),
                (_("Pair no."), str(about.pairing_number or "")),
                (_("Note"), note),
            ],
            badges=[(severity_word(self._words, line), line.sign[1])],
        )
        self._offer(line)

    def _offer(self, line: Line | None) -> None:
        _ = self._words.text
        buttons, kind = self._buttons, line.attention.kind if line else None
        closed = line is not None and line.done is not None
        buttons.done.setText(_("Undo") if closed else _("Done …"))
        buttons.done.setEnabled(kind is AttentionKind.FOLLOW_UP)
        buttons.log.setEnabled(line is not None and line.attention.pairing_id is not None)
        buttons.open.setEnabled(line is not None)
        buttons.print.setEnabled(kind is AttentionKind.LETTER)

    # What is done

    def _open(self, line: Line | None) -> None:
        if line is None:
            return
        about = line.attention
        if about.kind in OF_PERSONS:
            self.open_person.emit(about.subject_id)
        elif about.kind in TABS:
            self.open_file.emit(about.person_id, TABS[about.kind])
        elif about.kind is AttentionKind.PROPOSAL:
            self.open_proposals.emit()
        elif about.kind is AttentionKind.GOAL:
            self.open_goals.emit()
        elif about.kind is AttentionKind.OUTCOME:
            self.open_outcomes.emit(about.subject_id)
        elif about.kind in OF_EVENTS:
            self.open_events.emit()
        else:
            self.open_pairing.emit(about.pairing_id)

    def _log(self) -> None:
        line = self.current()
        if line is not None and line.attention.pairing_id is not None:
            self._log_meeting(line.attention.pairing_id, self.list.message_bar)

    def _print(self) -> None:
        line = self.current()
        if line is not None:
            self.print_letters.emit(line.attention.pairing_id)

    def _finish(self) -> None:
        line = self.current()
        if line is None:
            return
        if line.done is not None:
            self._reopen(line.done)
            return
        _ = self._words.text
        dialog = NoteDialog(
            self._words,
            _("Follow-up done"),
            say(self._words, line.attention),
            _("What was said or agreed"),
            self,
        )
        dialog.submitted.connect(lambda: self._close_line(dialog, line))
        dialog.open()

    def _close_line(self, dialog: NoteDialog, line: Line) -> None:
        about, today, note = line.attention, self._today(), dialog.note()

        def job(tx: Transaction) -> FollowUp:
            return follow_up.done(tx, about.subject_id, today, note)

        def then(done: FollowUp) -> None:
            dialog.accepted_by_office()
            self._go_on(line)
            self._done.append(Line(about, done))
            _ = self._words.text
            self.list.message_bar.success(
                _("Done: %(what)s") % {"what": say(self._words, about)},
                (_("Undo"), lambda: self._reopen(done)),
            )

        self._worker.write(
            dialog, job, then, lambda refused: dialog.refuse(explain(self._words, refused))
        )

    def _go_on(self, line: Line) -> None:
        """Select the line below: the one that is done moves to the end of the list."""
        keys = [shown.key for shown in self.list.model.shown_rows()]
        at = keys.index(line.key) + 1 if line.key in keys else len(keys)
        if at < len(keys):
            self.list.table.select_row(keys[at])

    def _reopen(self, done: FollowUp) -> None:
        def then(_opened: FollowUp) -> None:
            self._done = [line for line in self._done if line.done != done]
            self.list.message_bar.info(self._words.text("The follow-up is open again."))

        self._worker.write(self, lambda tx: follow_up.reopen(tx, done.id), then, self._refused)

    def _refused(self, refused: Refused) -> None:
        self.list.message_bar.warning(explain(self._words, refused))
