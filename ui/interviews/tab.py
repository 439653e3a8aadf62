"""The tab "Interviews" of a person's file: interviews above, quotations below."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from mentorapp.domain.interviews import Interview, Question, Quote, Rating
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.operations import Transaction, interviews, pairings, quotes
from mentorapp.words import Words
from ui.format import one_line
from ui.interviews.dialogs import InterviewDialog, QuoteDialog
from ui.widgets.form_keeping import Subject
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.quotes_table import QuotesTable
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Read:
    person_id: UUID
    interviews: tuple[Interview, ...]
    quotes: tuple[Quote, ...]
    pairings: tuple[tuple[UUID, str], ...]
    protected: bool


class InterviewsTab(RecordTab):
    """What the person answered, and what of it may be printed."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words, self._today = words, today
        self._read: _Read | None = None
        self._changes = TabChanges(worker, words, self, message_bar)
        self.interviews: TabTable[Interview] = TabTable(
            _interview_columns(words),
            words.language,
            _("Interviews"),
            _("Not interviewed yet."),
            Qt.SortOrder.DescendingOrder,
        )
        self.interviews.add_plain_button(_("New interview …"), "plus", self._add)
        self.interviews.add_button(_("Edit …"), "pencil", self._edit, opens=True)
        self.interviews.add_button(_("Delete"), "trash-2", self._delete, keys="Delete")
        self.interviews.add_button(_("Quote from it …"), "message-square-quote", self._quote_from)
        self.interviews.add_plain_button(_("Form on paper …"), "printer", self.print_form)
        self.quotes = QuotesTable(words, today, self._changes, self._add_quote, self._ask_quote)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.interviews)
        splitter.addWidget(self.quotes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter, 1)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def ask(tx: Transaction) -> _Read:
            rows = pairings.rows_of_person(tx, record_id, today)
            return _Read(
                record_id,
                tuple(interviews.of_person(tx, record_id)),
                tuple(quotes.of_person(tx, record_id)),
                tuple((row.id, f"{row.number}  {row.who}") for row in rows),
                quotes.is_protected(tx, record_id),
            )

        self.worker.read(self, ask, self._show, self._changes.refuse)

    def print_form(self) -> None:
        """The questions on paper, in the language of the window."""
        words = self._words
        paper = PaperDialog(self.worker, words, words.text("User interview"), "interview.pdf", self)
        paper.open()
        self.worker.read(
            paper, lambda tx: interviews.form_pdf(tx, words), paper.show_paper, paper.refuse
        )

    def _show(self, read: _Read) -> None:
        if read.person_id == self.record_id:
            self._read = read
            self.interviews.show_rows(read.interviews)
            self.quotes.show_quotes(list(read.quotes), protected=read.protected)

    # Interviews

    def _add(self) -> None:
        read = self._read
        if read is not None:
            newest = read.pairings[-1][0] if read.pairings else None
            fresh = Interview(person_id=read.person_id, pairing_id=newest, held_on=self._today())
            self._ask(fresh, Subject(FormKind.INTERVIEW, read.person_id))

    def _edit(self, interview: Interview) -> None:
        self._ask(interview, Subject(FormKind.INTERVIEW, interview.id, interview.version))

    def _ask(self, interview: Interview, subject: Subject) -> None:
        read, today = self._read, self._today()
        if read is None:
            return
        dialog = InterviewDialog(self._words, today, interview, read.pairings, self)

        def job() -> Callable[[Transaction], object]:
            changed = dialog.interview()
            return lambda tx: interviews.save(tx, changed, today)

        self._changes.ask(dialog, job, keep=subject)

    def _delete(self, interview: Interview) -> None:
        self._changes.do(
            lambda tx: interviews.remove(tx, interview.id),
            self._words.text("The interview was deleted."),
            interviews.restore,
        )

    # Quotations

    def _quote_from(self, interview: Interview) -> None:
        said = next(
            (interview.answers[q.value] for q in Question if q.value in interview.answers), ""
        )
        self._ask_quote(
            Quote(
                person_id=interview.person_id,
                interview_id=interview.id,
                text=said,
                said_on=interview.held_on,
            )
        )

    def _add_quote(self) -> None:
        if self.record_id is not None:
            self._ask_quote(Quote(person_id=self.record_id, text="", said_on=self._today()))

    def _ask_quote(self, quote: Quote) -> None:
        read, today = self._read, self._today()
        if read is None:
            return
        held = [(one.id, self._words.date(one.held_on)) for one in read.interviews]
        dialog = QuoteDialog(self._words, today, quote, held, self)

        def job() -> Callable[[Transaction], object]:
            changed = dialog.quote()
            return lambda tx: quotes.save(tx, changed, today)

        self._changes.ask(dialog, job)


def _interview_columns(words: Words) -> list[Column[Interview]]:
    _ = words.text

    def rated(interview: Interview) -> str:
        return "  ".join(
            f"{interview.ratings[rating.value]}" if rating.value in interview.ratings else "–"
            for rating in Rating
        )

    def answers(interview: Interview) -> str:
        return one_line(
            " ".join(interview.answers[q.value] for q in Question if q.value in interview.answers)
        )

    return [
        Column(
            _("Date"),
            lambda interview: words.date(interview.held_on),
            lambda interview: (interview.held_on, interview.id),
            width=120,
        ),
        Column(_("Asked by"), lambda interview: interview.held_by, width=150),
        Column(_("Ratings"), rated, width=110),
        Column(_("Answers"), answers, width=480),
    ]
