"""What needs attention today, the most urgent first, and what can be done about each line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.pulse import Pulse, Trend
from mentorapp.operations import absences, callees
from mentorapp.operations.absences import Answering
from mentorapp.operations.callees import Callee
from mentorapp.operations.pulse import pulse
from mentorapp.words import Words
from mentorapp.words.absences import say_coordinator
from mentorapp.words.attention import say
from mentorapp.words.labels import label
from ui.rights import why_closed
from ui.today.beginning import Beginning
from ui.today.callee_facts import callee_facts
from ui.today.doing import Doing
from ui.today.due_line import DueLine
from ui.today.lines import OF_EVENTS, OF_PERSONS, Line, line_key, severity_word, subject_word
from ui.today.values import TodayValues, gather
from ui.widgets.figures import Figures
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import ReadingSoon
from ui.widgets.sign import SignDelegate
from ui.widgets.steps import TABS
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker

#: Nobody can be called about these.
_ABOUT_NO_PERSON = frozenset({AttentionKind.GOAL, AttentionKind.UNFINISHED_FORM, *OF_EVENTS})

LogMeeting = Callable[[UUID, MessageBar], object]


@dataclass(frozen=True, slots=True)
class _Buttons:
    done: QPushButton
    call: QPushButton
    log: QPushButton
    later: QPushButton
    open: QPushButton
    print: QPushButton
    discard: QPushButton


class TodayPage(QWidget):
    """The list of the day: each line can be done from here, and goes when it is."""

    open_person = Signal(object)
    open_pairing = Signal(object)
    open_file = Signal(object, str)
    """The id of a person whose file tells more, and the tab that does."""
    open_proposals = Signal()
    open_goals = Signal()
    open_events = Signal()
    open_form = Signal(object)
    """The id of a form that was left open."""
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
        _ = words.text
        self.list = self._make_list()
        names = (
            _("active pairs"), _("waiting for a mentor"),
            _("mentors without a pair"), _("meetings this month"),
        )  # fmt: skip
        self.figures = Figures(names)
        self._doing = Doing(worker, words, today, self, self.list.message_bar, self._go_on)
        self._reading = ReadingSoon(self, self._read_callees)
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
        self.due = DueLine(worker, words, today)
        inside.insertWidget(3, self.due)
        QWidget.setTabOrder(self.due.button, self.list.search)
        self.list.opened.connect(self._open)
        self.list.picked.connect(self._picked)
        self.beginning.page_wanted.connect(self.page_wanted)
        self.beginning.import_wanted.connect(self.import_wanted)
        self._picked(None)
        if not worker.who.may(Right.READ):
            self.list.close_for(why_closed(words, worker.who, Right.READ))

    def refresh(self) -> None:
        """Read the list of the day."""
        today = self._today()
        if self._worker.who.may(Right.READ):
            self._worker.read(self, lambda tx: gather(tx, today), self._show)
        self._worker.read(self, lambda tx: pulse(tx, today), self._show_pulse)
        self.due.refresh()

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
                    sort=lambda line: line.place,
                    width=132,
                    badge=lambda line: line.sign[1],
                ),
                Column(
                    _("What"),
                    lambda line: say(words, line.attention),
                    width=620,
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
        page.splitter.setSizes([684, 352])
        page.fold.stay()
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
            done=card.add_button(_("Done …"), "check", self._with_line(self._doing.finish)),
            call=card.add_button(_("Note call …"), "phone", self._with_line(self._doing.call)),
            log=card.add_button(_("Log meeting …"), "calendar-plus", self._log),
            later=card.add_button(_("Put off …"), "clock", self._with_line(self._doing.put_off)),
            open=card.add_button(_("Open"), "folder-open", lambda: self._open(self.current())),
            print=card.add_button(_("Print letters"), "printer", self._print),
            discard=card.add_button(
                _("Discard"), "trash-2", self._with_line(self._doing.discard), danger=True
            ),
        )
        for button, keys in (
            (made.done, "Ctrl+D"),
            (made.call, "Ctrl+T"),
            (made.later, "Ctrl+L"),
            (made.log, "Ctrl+M"),
            (made.print, "Ctrl+P"),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(button.text())
            shortcut.activated.connect(button.click)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        return made

    def _show(self, values: TodayValues) -> None:
        words = self._words
        self.beginning.show_office(filled_in=values.filled_in)
        self._stack.setCurrentWidget(self.beginning if values.nobody else self.list)
        lines = [Line(attention, place) for place, attention in enumerate(values.lines)]
        self.list.show_rows(lines)
        self.list.set_count(
            words.plural("%(n)d thing to do", "%(n)d things to do", len(lines))
            + " · "
            + words.date(self._today())
        )
        self.list.select_first()

    def _show_pulse(self, found: Pulse) -> None:
        words = self._words
        trends = (found.active, found.newcomers_waiting, found.mentors_waiting, found.meetings)
        self.figures.show_numbers([words.number(trend.now) for trend in trends])
        self.figures.show_trends([(trend.points, self._change(trend)) for trend in trends])

    def _change(self, trend: Trend) -> str:
        _ = self._words.text
        if not trend.change:
            return _("as a month ago")
        sign = "+" if trend.change > 0 else "−"
        number = f"{sign}{self._words.number(abs(trend.change))}"
        return _("%(change)s in a month") % {"change": number}

    def _picked(self, line: Line | None) -> None:
        self._offer(line)
        if line is None:
            self._reading.stop()
            self.list.details.show_nothing()
            self._offer(None)
            return
        self._show_line(line, ())
        self._reading.start()

    def _read_callees(self) -> None:
        line = self.current()
        if line is not None:
            about, today = line.attention, self._today()
            self._worker.read(
                self,
                lambda tx: (
                    callees.of_line(tx, about),
                    absences.answering(tx, about.pairing_id, today),
                ),
                lambda found: self._show_callees(line, *found),
                lambda _refused: None,  # gone meanwhile: the list is read anew
            )

    def _show_callees(self, line: Line, found: tuple[Callee, ...], answering: Answering) -> None:
        current = self.current()
        if found and current is not None and current.key == line.key:
            self._show_line(line, found, answering)

    def _show_line(
        self, line: Line, found: tuple[Callee, ...], answering: Answering | None = None
    ) -> None:
        words, about = self._words, line.attention
        who = (
            callee_facts(words, found) if found else [(subject_word(words, about.kind), about.who)]
        )
        self.list.details.show_facts(
            label(words, about.kind),
            say(words, about),
            facts=[
                *who,
                (words.text("Pair no."), str(about.pairing_number or "")),
                (words.text("Coordinator"), _coordinator(words, answering)),
            ],
            badges=[(severity_word(words, line), line.sign[1])],
        )
        self._offer(line)

    def _offer(self, line: Line | None) -> None:
        buttons, kind = self._buttons, line.attention.kind if line else None
        about_people = kind is not None and kind not in _ABOUT_NO_PERSON
        buttons.done.setEnabled(kind is AttentionKind.FOLLOW_UP)
        buttons.call.setEnabled(about_people)
        buttons.later.setEnabled(line is not None)
        buttons.log.setEnabled(line is not None and line.attention.pairing_id is not None)
        buttons.open.setEnabled(line is not None)
        buttons.print.setEnabled(kind is AttentionKind.LETTER)
        left_open = kind is AttentionKind.UNFINISHED_FORM
        buttons.discard.setVisible(left_open)
        for button in (buttons.done, buttons.call, buttons.log, buttons.print):
            button.setVisible(not left_open)
        _ = self._words.text
        buttons.open.setText(_("Go on with it") if left_open else _("Open"))

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
        elif about.kind is AttentionKind.UNFINISHED_FORM:
            self.open_form.emit(about.subject_id)
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

    def _with_line(self, do: Callable[[Attention], object]) -> Callable[[], None]:
        def act() -> None:
            line = self.current()
            if line is not None:
                do(line.attention)

        return act

    def _go_on(self, about: Attention) -> None:
        """Select the line below the one that goes."""
        key = line_key(about)
        keys = [shown.key for shown in self.list.model.shown_rows()]
        at = keys.index(key) + 1 if key in keys else len(keys)
        if at < len(keys):
            self.list.table.select_row(keys[at])


def _coordinator(words: Words, answering: Answering | None) -> str:
    """Whose pair it is, and whom to call while the coordinator is away."""
    return say_coordinator(words, answering.coordinator, answering.away) if answering else ""
