"""The first tab of a person or pair: the next step, who is on the telephone, what is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.follow_up import Attention
from mentorapp.operations import Transaction
from mentorapp.operations.telephone import AtTelephone
from mentorapp.words import Words
from mentorapp.words.next_step import say_next_step, say_step
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.icons import icon
from ui.story.now_lines import call_lines, pair_lines
from ui.story.telephone_panel import SpeakerCards
from ui.widgets.buttons import picture_button
from ui.widgets.line_list import Line, LineList
from ui.widgets.message_bar import MessageBar
from ui.widgets.noting_calls import NotingCalls
from ui.widgets.record_tab import CallingTab
from ui.widgets.room import scrolled
from ui.widgets.steps import TABS, Step, Steps
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class Told:
    """What the tab is about: somebody, or a pair, and how each is read.

    `steps` are the buttons for the next step; where none is named, noting a call is what helps.
    """

    telephone: Callable[[Transaction, UUID, date], AtTelephone]
    open_lines: Callable[[Transaction, UUID, date], tuple[Attention, ...]]
    steps: Steps
    open_pairing: Callable[[UUID], object] | None
    is_pairing: bool


class NowTab(CallingTab):
    """Reads the people first and what is open after it: the telephone does not wait."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        bar: MessageBar,
        told: Told,
    ) -> None:
        super().__init__(worker, bar)
        self._words, self._today, self._told = words, today, told
        self._calls = NotingCalls(worker, words, today, self, bar)
        self._at: AtTelephone | None = None
        self.lines: tuple[Attention, ...] = ()
        self._step: Step | None = None
        _ = words.text
        self.step = plain_label(_("Reading …"), "h2")
        self.step.setWordWrap(True)
        self.do_button = picture_button("", "check", self._do, primary=True)
        self.do_button.hide()
        self.call_button = picture_button(_("Note call …"), "phone", self.note_call)
        self.call_button.setToolTip("Ctrl+T")
        self.call_button.setEnabled(False)
        self.speakers = SpeakerCards(words)
        self.pairs = LineList(_("Meetings") if told.is_pairing else _("Paired with"))
        self.open = LineList(_("Also open"))
        self.calls = LineList(_("Last calls"))
        self._headings: dict[LineList, QLabel] = {}
        self.pairs.opened.connect(self._open_pairing)
        self._lay_out()

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def show(found: AtTelephone) -> None:
            if record_id == self.record_id:
                self._show_telephone(found)

        def show_open(lines: tuple[Attention, ...]) -> None:
            if record_id == self.record_id:
                self._show_open(lines)

        telephone, open_lines = self._told.telephone, self._told.open_lines
        self.worker.read(self, lambda tx: telephone(tx, record_id, today), show, self._refuse)
        self.worker.read(self, lambda tx: open_lines(tx, record_id, today), show_open, self._refuse)

    def note_call(self) -> None:
        if self._at is not None:
            self._note(self.lines[0] if self.lines and self._is_a_call() else None)

    def _note(self, line: Attention | None) -> None:
        assert self._at is not None  # noqa: S101 - nothing is clicked before
        self._calls.ask(
            say_step(self._words, line, self._today()) if line else "",
            [one.callee for one in self._at.speakers],
            line,
            pairing_id=self.record_id if self._told.is_pairing else None,
        )

    def _is_a_call(self) -> bool:
        """Whether a call is what the next step asks for: then noting it does the step."""
        in_tab = self.lines[0].kind in TABS and not self._told.is_pairing
        return self._step is None and not in_tab

    def _do(self) -> None:
        assert self._at is not None  # noqa: S101 - the button is hidden before
        line = self.lines[0]
        if self._step is not None:
            self._step.do(line, self._at)
        elif line.kind in TABS and not self._told.is_pairing:
            self.tab_wanted.emit(TABS[line.kind])
        else:
            self._note(line)

    def _show_telephone(self, found: AtTelephone) -> None:
        words = self._words
        self._at = found
        self.call_button.setEnabled(True)
        self.speakers.show_speakers(found.speakers)
        about = None if self._told.is_pairing else found.speakers[0].callee.person_id
        self._fill(self.pairs, pair_lines(words, found.pairs, about))
        self._fill(self.calls, call_lines(words, found))
        self._offer()

    def _show_open(self, lines: tuple[Attention, ...]) -> None:
        self.lines = lines
        self._step = self._told.steps.get(lines[0].kind) if lines else None
        today = self._today()
        self.step.setText(say_next_step(self._words, lines, today))
        self._fill(self.open, [Line(one, say_step(self._words, one, today)) for one in lines[1:]])
        self._offer()

    def _offer(self) -> None:
        """The button of the next step; none when nothing is due."""
        _ = self._words.text
        there = bool(self.lines) and self._at is not None
        self.do_button.setVisible(there)
        self.call_button.setVisible(not (there and self._is_a_call()))
        if not there:
            return
        if self._step is not None:
            text, picture = self._step.text, self._step.picture
        elif self.lines[0].kind in TABS and not self._told.is_pairing:
            text, picture = _("Open the tab"), "folder-open"
        else:
            text, picture = _("Note call …"), "phone"
        self.do_button.setText(text)
        self.do_button.setIcon(icon(picture, QPalette.ColorRole.HighlightedText))

    def _fill(self, shown: LineList, lines: Sequence[Line]) -> None:
        shown.show_lines(lines)
        shown.setVisible(bool(lines))
        self._headings[shown].setVisible(bool(lines))

    def _open_pairing(self, pairing_id: UUID) -> None:
        if self._told.open_pairing is not None:
            self._told.open_pairing(pairing_id)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _lay_out(self) -> None:
        _ = self._words.text
        box = QFrame()
        box.setObjectName("card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(plain_label(_("Next step"), "muted"))
        inside.addWidget(self.step)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.do_button)
        buttons.addWidget(self.call_button)
        buttons.addStretch()
        inside.addLayout(buttons)
        sheet = QWidget()
        sheet.setObjectName("telephone")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 10, 4, 4)
        column.setSpacing(10)
        column.addWidget(box)
        column.addWidget(self.speakers)
        for shown in (self.pairs, self.open, self.calls):
            heading = plain_label(shown.accessibleName(), "h2")
            self._headings[shown] = heading
            column.addWidget(heading)
            column.addWidget(shown)
            heading.hide()
            shown.hide()
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(sheet))
