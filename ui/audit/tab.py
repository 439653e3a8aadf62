"""The tab "Log" of Settings: for whoever answers for data protection."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Role
from mentorapp.domain.audit import Sort, Wanted
from mentorapp.domain.audit_chain import End, Verdict
from mentorapp.domain.audit_lines import AuditLine, Lines
from mentorapp.domain.errors import Refused
from mentorapp.operations import accounts, audit, list_files, papers_out
from mentorapp.operations.papers_out import Paper
from mentorapp.words import Words
from mentorapp.words.audit import HEADINGS, cells, say_noted, say_verdict
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from mentorapp.words.rights import say_nobody_may, say_who_may
from ui.audit.columns import columns
from ui.format import plain_label
from ui.rights import hold_back, may, needed
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_table import TabTable
from ui.work import Progress, Worker

_WEEK, _MONTH, _YEAR = 7, 31, 366
#: Stands for any days from–to, which are typed.
_DAYS = -1
_FIRST_DAY = date(1970, 1, 2)


class LogTab(QWidget):
    """Lines by time, name and sort; whether the log is whole; and the log as a file."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        message_bar: MessageBar,
        noted: Callable[[], list[End]] = list,
    ) -> None:
        """`noted` reads, beside the database's thread, the ends that were noted elsewhere."""
        super().__init__()
        self._worker, self._words, self._today, self._bar = worker, words, today, message_bar
        self._noted = noted
        self._shown: tuple[AuditLine, ...] = ()
        _ = words.text
        self.period = ChoiceField(
            [
                (_WEEK, _("The last week")),
                (_MONTH, _("The last month")),
                (_YEAR, _("The last year")),
                (0, _("All years")),
                (_DAYS, _("Other days …")),
            ]
        )
        self.period.setAccessibleName(_("Period"))
        self.first, self.last = (DateField(words, today(), Lean.PAST) for _one in range(2))
        self.days = QWidget()
        self.actor = ChoiceField([("", _("Everybody"))])
        self.actor.setAccessibleName(_("Who"))
        self.sort = ChoiceField(
            [(None, _("Everything")), *((one, label(words, one)) for one in Sort)]
        )
        self.sort.setAccessibleName(_("What was done"))
        for field, signs in ((self.period, 16), (self.actor, 22), (self.sort, 28)):
            field.setMinimumContentsLength(signs)
        self.count = plain_label(name="muted")
        self.count.setWordWrap(True)
        self.table: TabTable[AuditLine] = TabTable(
            columns(words, about=True),
            words.language,
            _("Log"),
            _("Nothing like that was done."),
            Qt.SortOrder.DescendingOrder,
        )
        self.table.add_plain_button(_("Check the log"), "shield", self.verify)
        self.saving = self.table.add_plain_button(_("Save the log …"), "download", self._ask_where)
        self.more = self.table.add_plain_button(_("Older lines"), "chevron-down", self._read_more)
        self.more.hide()
        asking = (self.period, self.first, self.last, self.actor, self.sort, self.saving)
        hold_back(words, worker.who, audit.lines, *asking)
        self._most = audit.MOST
        self._lay_out()
        self._rereading = Rereading(self, worker.changed, self._read)
        for asked in (self.period, self.first, self.last, self.actor, self.sort):
            asked.changed.connect(self._ask_anew)
        self._rereading.ask()

    def refresh(self) -> None:
        """Read the lines anew."""
        self._rereading.ask()

    def verify(self) -> None:
        """Follow the chain from its first line and say what is wrong."""
        title = self._words.text("Check the log")

        def follow(noted: list[End]) -> None:
            self._worker.read(
                self,
                lambda tx: (audit.verify(tx, noted), len(noted)),
                self._say,
                self._refuse,
                title=title,
            )

        self._worker.compute(
            self, lambda _progress: self._noted(), follow, self._refuse, title=title
        )

    def save_as(self, file: Path) -> None:
        """Write the lines that are shown; the log tells that it was saved."""
        words, rows = self._words, self._shown
        what = words.text("Log")

        def job(_progress: Progress) -> None:
            told = (cells(words, one) for one in rows)
            list_files.write(file, what, list(map(words.text, HEADINGS)), told)

        def done(_nothing: None) -> None:
            self._bar.success(words.text("Written: %(file)s") % {"file": file.name})
            self._worker.write(self, lambda tx: papers_out.saved(tx, Paper(what)), remember=False)

        self._worker.compute(self, job, done, self._refuse, title=words.text("Writing the file"))

    def _lay_out(self) -> None:
        _ = self._words.text
        hint = plain_label(
            _(
                "The log tells who did what, never what was written. Each line carries a code over "
                "itself and the line before, so that nobody changes or removes one unseen."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(10)
        for field in (self.period, self.actor, self.sort):
            top.addWidget(field)
        top.addStretch()
        between = QHBoxLayout(self.days)
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(10)
        for name, day in ((_("From"), self.first), (_("To"), self.last)):
            between.addWidget(plain_label(name))
            between.addWidget(day)
            day.setAccessibleName(name)
        between.addStretch()
        self.days.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(hint)
        layout.addLayout(top)
        layout.addWidget(self.days)
        layout.addWidget(self.count)
        layout.addWidget(self.table, 1)

    def _ask_anew(self) -> None:
        self.days.setVisible(self.period.value() == _DAYS)
        self._most = audit.MOST
        self._rereading.ask()

    def _read_more(self) -> None:
        self._most += audit.MOST
        self._rereading.ask()

    def _wanted_days(self) -> tuple[date, date]:
        """A day that is not typed, or cannot be read, is no limit."""
        today, days = self._today(), self.period.value()
        if days == _DAYS:
            return self.first.value() or _FIRST_DAY, self.last.value() or today
        return today - timedelta(days=days) if days else _FIRST_DAY, today

    def _read(self) -> None:
        # Whether the log is whole may be asked by everybody; what is in it, not.
        if not may(self._worker.who, audit.lines):
            self._worker.read(
                self,
                lambda tx: accounts.has_role(tx, Role.PROTECTION_OFFICER),
                self._show_who_may,
                self._refuse,
            )
            return
        sort, most = self.sort.value(), self._most
        sorts = frozenset() if sort is None else frozenset({sort})
        wanted = Wanted(*self._wanted_days(), self.actor.value() or "", sorts)
        self._worker.read(self, lambda tx: audit.lines(tx, wanted, most), self._show, self._refuse)

    def _show_who_may(self, somebody: bool) -> None:
        said = say_who_may(self._words, needed(audit.lines))
        self.table.show_why_none(said if somebody else f"{said} {say_nobody_may(self._words)}")

    def _show(self, found: Lines) -> None:
        words = self._words
        self._shown = found.lines
        self.table.show_rows(found.lines)
        self.actor.set_choices(
            [("", words.text("Everybody")), *((one, one) for one in found.actors)]
        )
        n = len(found.lines)
        said = words.plural("%(n)d line", "%(n)d lines", n)
        self.more.setVisible(found.more)
        if found.more:
            said = words.text("The newest %(lines)s; “%(button)s” shows what was before.") % {
                "lines": said,
                "button": self.more.text(),
            }
        self.count.setText(said)

    def _say(self, answer: tuple[Verdict, int]) -> None:
        verdict, many = answer
        said = " ".join([*say_verdict(self._words, verdict), say_noted(self._words, many)])
        if verdict.breaks:
            self._bar.error(said)
        else:
            self._bar.success(said)

    def _ask_where(self) -> None:
        _ = self._words.text
        name, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save the log"),
            _("Log") + ".xlsx",
            _("Excel workbook (*.xlsx)") + ";;" + _("Text for spreadsheets (*.csv)"),
        )
        if name:
            file = Path(name)
            self.save_as(file if file.suffix else file.with_suffix(".xlsx"))

    def _refuse(self, refused: Refused) -> None:
        self._bar.warning(explain(self._words, refused))
