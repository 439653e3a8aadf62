"""Many paper slips in a row, with the keyboard alone, and what was entered in this sitting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.protection import Protection
from mentorapp.operations import meetings
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.meetings.refusals import field_of
from ui.meetings.slip import Entered, Found, Typed, check_number, find, problems, save
from ui.meetings.slip_form import SlipForm
from ui.widgets.buttons import picture_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.message_bar import MessageBar
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel
from ui.widgets.taking_back import undo_by
from ui.work import Worker


class SlipsPage(QWidget):
    """Number, date, minutes, form, Enter: the slip is saved and the next one begins.

    Nobody has to wait for the names: a wrong number is told at its field as soon as it is known,
    and again, with nothing saved, at the last Enter.
    """

    left = Signal()
    """The user is done with the pile."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._found: Found | None = None
        self._asked = ""
        self._last = ""
        self._saving = False
        self._entered: list[Entered] = []
        self.message_bar = MessageBar(words)
        self.form = SlipForm(words)
        self.model: TableModel[Entered] = TableModel(self._columns(), words.language)
        self.table = TableView(
            self.model, words.text("Entered in this sitting"), key=lambda one: one.meeting.id
        )
        self._lay_out()
        self.form.submitted.connect(self._submit)
        self.form.numbered.connect(self._look_up)
        self._show_entered()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.start()

    # A slip

    def _look_up(self, number: str) -> None:
        if not number or number == self._asked:
            return
        self._asked, self._found = number, None
        self.form.show_pair("", "")
        try:
            check_number(number)
        except Refused as refused:
            self.form.show_problem("pairing", explain(self._words, refused))
            return
        today = self._today()
        self._worker.read(
            self,
            lambda tx: find(tx, number, today),
            lambda found: self._show_found(number, found),
            lambda refused: self._show_unknown(number, refused),
        )

    def _show_found(self, number: str, found: Found) -> None:
        if number != self._asked:
            return
        self._found = found
        words, row = self._words, found.row
        last = words.date(row.last_meeting) if row.last_meeting else words.text("none yet")
        about = [
            row.scheme.name(words.language),
            label(words, row.status),
            words.text("last meeting: %(date)s") % {"date": last},
        ]
        if row.protection is not Protection.NONE:
            about.append(words.text("protected address: note no place"))
        self.form.show_pair(row.who, " · ".join(about))

    def _show_unknown(self, number: str, refused: Refused) -> None:
        if number == self._asked:
            self.form.show_problem("pairing", explain(self._words, refused))

    def _submit(self) -> None:
        if self._saving:
            return
        typed, today = self.form.typed(), self._today()
        if not typed.pairing and self._last:
            self.form.fields["pairing"].set_value(self._last)
            self._look_up(self._last)
            typed = self.form.typed()
        found = self._found if typed.pairing == self._asked else None
        wrong = problems(typed, found, self._words, today)
        if wrong:
            self.form.show_problems(
                {field: explain(self._words, refused) for field, refused in wrong.items()}
            )
            return
        self._saving = True
        self._worker.write(
            self,
            lambda tx: save(tx, typed, self._words, today),
            lambda entered: self._saved(typed, entered),
            self._refused,
            always=self._ready,
        )

    def _saved(self, typed: Typed, entered: Entered) -> None:
        self._last = typed.pairing
        self._asked, self._found = "", None
        self._entered.insert(0, replace(entered, place=len(self._entered) + 1))
        self._show_entered()
        self.message_bar.clear()
        self.form.clear()
        self.form.start()

    def _refused(self, refused: Refused) -> None:
        field = field_of(refused)
        if field in self.form.fields:
            self.form.show_problems({field: explain(self._words, refused)})
        else:
            self.message_bar.warning(explain(self._words, refused))

    def _ready(self) -> None:
        self._saving = False

    # What was entered

    def _columns(self) -> list[Column[Entered]]:
        words, _ = self._words, self._words.text
        return [
            # The newest on top: it is the one to look at, and to take back.
            Column(_("Slip"), lambda e: words.number(e.place), sort=lambda e: -e.place, width=90),
            Column(_("Number"), lambda e: str(e.row.number), width=84),
            Column(_("Who"), lambda e: e.row.who, width=280),
            Column(
                _("Date"),
                lambda e: words.date(e.meeting.held_on),
                sort=lambda e: e.meeting.held_on,
                width=110,
            ),
            Column(
                _("Minutes"),
                lambda e: words.number(e.meeting.minutes),
                sort=lambda e: e.meeting.minutes,
                width=84,
                align=Qt.AlignmentFlag.AlignRight,
            ),
            Column(_("How they met"), lambda e: label(words, e.meeting.form), width=150),
            Column(_("What was done"), lambda e: e.meeting.notes),
        ]

    def _show_entered(self) -> None:
        words = self._words
        self.model.show(self._entered)
        self._count.setText(
            words.plural("%(n)d slip", "%(n)d slips", n)
            if (n := len(self._entered))
            else words.text("Nothing entered yet.")
        )
        self._take_back.setEnabled(bool(self._entered))

    def _remove(self) -> None:
        chosen = self.table.current_row() or (self._entered[0] if self._entered else None)
        if chosen is None:
            return

        def then(meeting: Meeting) -> None:
            self._entered.remove(chosen)
            self._show_entered()
            _ = self._words.text
            self.message_bar.info(
                _("The meeting of %(who)s on %(date)s was taken back.")
                % {"who": chosen.row.who, "date": self._words.date(meeting.held_on)},
                undo_by(self._words, self._worker, lambda: self._restore(chosen)),
            )
            self.form.start()

        self._worker.write(
            self, lambda tx: meetings.remove(tx, chosen.meeting.id), then, self._refused
        )

    def _restore(self, entered: Entered) -> None:
        def then(_meeting: Meeting) -> None:
            self._entered.insert(0, entered)
            self._show_entered()

        self._worker.write(
            self, lambda tx: meetings.restore(tx, entered.meeting), then, self._refused
        )

    def _lay_out(self) -> None:
        _ = self._words.text
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(plain_label(_("Enter slips"), "h1"))
        hint = ElidedLabel("muted")
        hint.setText(_("Enter goes on and saves at the end. No number: the same pair again."))
        top.addWidget(hint)
        top.addStretch()
        top.addWidget(picture_button(_("Back to the pairings"), "arrow-left", self.left.emit))
        self._count = plain_label(name="muted")
        self._take_back = picture_button(_("Take back"), "undo-2", self._remove)
        self._take_back.setToolTip(_("Takes back the selected slip, or else the last one"))
        for keys in ("Ctrl+Z", "Delete"):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setWhatsThis(self._take_back.text())
            shortcut.activated.connect(self._take_back.click)
        under = QHBoxLayout()
        under.addWidget(plain_label(_("Entered in this sitting"), "h2"))
        under.addWidget(self._count)
        under.addStretch()
        under.addWidget(self._take_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addWidget(self.form)
        layout.addLayout(under)
        layout.addWidget(self.table, 1)
