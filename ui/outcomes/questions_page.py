"""The tab of those who are to be asked now what has become of them."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import outcomes
from mentorapp.operations.outcomes import QuestionRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.outcomes.answering import Answering
from ui.theme import Tone
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker


class QuestionsPage(ListPage[QuestionRow]):
    """Enter writes the answer down; the next question is selected then."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_person: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("To ask"),
            TableModel(_columns(words), words.language, lambda row: str(row.number)),
            EmptyList(
                _("Nobody to ask now"),
                _(
                    "Who has ended is asked at exit, after three months and each year for seven "
                    "years. They appear here two weeks before the day."
                ),
            ),
            _("Search name, number …"),
            key=lambda row: row.key,
            parent=parent,
        )
        self._worker, self._today, self._words = worker, today, words
        self._answering = Answering(worker, words, today, self, self.message_bar)
        self.details.add_button(_("Write down …"), "pencil", self._answer_current)
        self.details.add_button(_("Open file"), "folder-open", lambda: self._open(open_person))
        self._rereading = Rereading(self, worker.changed, self._read)
        self.picked.connect(self._show_row)
        self.opened.connect(self._answer)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self._answer_current)

    def refresh(self) -> None:
        """Read the list anew."""
        self._rereading.ask()

    def _read(self) -> None:
        today = self._today()
        self._worker.read(self, lambda tx: outcomes.due(tx, today), self._show, self._refuse)

    def _show(self, rows: list[QuestionRow]) -> None:
        at = self.table.currentIndex().row()
        self.show_rows(rows)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            row = min(max(at, 0), self.model.rowCount() - 1)
            self.table.setCurrentIndex(self.model.index(row, 0))
        self.set_count(self._words.plural("%(n)d person to ask", "%(n)d people to ask", len(rows)))

    def _show_row(self, row: QuestionRow | None) -> None:
        if row is None:
            self.details.show_nothing()
            return
        words, _ = self._words, self._words.text
        badges = [(say_late(words, row), Tone.WARN if row.days_late > 0 else Tone.INFO)]
        if row.protected:
            badges.append((_("Address protection"), Tone.WARN))
        self.details.show_facts(
            row.name,
            label(words, row.point),
            [
                (_("Number"), str(row.number)),
                (_("Scheme"), row.scheme.name(words.language)),
                (_("Ended on"), words.date(row.exit_on)),
                (_("Due"), words.date(row.due)),
            ],
            badges,
        )

    def _answer_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._answer(row)

    def _answer(self, row: QuestionRow) -> None:
        self._answering.ask(
            row.person_id,
            row.name,
            row.scheme,
            row.exit_on,
            row.point,
            protected=row.protected,
        )

    def _open(self, open_person: Callable[[UUID], object]) -> None:
        row = self.table.current_row()
        if row is not None:
            open_person(row.person_id)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


def say_late(words: Words, row: QuestionRow) -> str:
    """How late, or how soon."""
    days = words.plural("%(n)d day", "%(n)d days", abs(row.days_late))
    if row.days_late > 0:
        return words.text("%(days)s late") % {"days": days}
    return words.text("in %(days)s") % {"days": days} if row.days_late else words.text("today")


def _columns(words: Words) -> list[Column[QuestionRow]]:
    _ = words.text
    return [
        Column(
            _("Due"),
            lambda row: words.date(row.due),
            sort=lambda row: row.due,
            width=110,
        ),
        Column(
            _("Status"),
            lambda row: say_late(words, row),
            sort=lambda row: -row.days_late,
            width=176,
            least=172,
            badge=lambda row: Tone.WARN if row.days_late > 0 else None,
        ),
        Column(_("Name"), lambda row: row.name, width=200),
        Column(
            _("When"),
            lambda row: label(words, row.point),
            sort=lambda row: row.point.months,
            width=150,
            least=130,
        ),
        Column(_("Scheme"), lambda row: row.scheme.name(words.language), width=150),
    ]
