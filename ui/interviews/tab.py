"""The tab "Interviews" of a person's file: interviews above, quotations below."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from mentorapp.domain.interviews import Interview, Question, Quote, Rating
from mentorapp.operations import Transaction, interviews, pairings, quotes
from mentorapp.words import Words
from mentorapp.words.interviews import say_consent
from ui.format import one_line
from ui.interviews.dialogs import InterviewDialog, QuoteDialog
from ui.theme import Tone
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
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
        self.interviews.add_button(_("Edit …"), "pencil", self._ask, opens=True)
        self.interviews.add_button(_("Delete"), "trash-2", self._delete, keys="Delete")
        self.interviews.add_button(_("Quote from it …"), "message-square-quote", self._quote_from)
        self.interviews.add_plain_button(_("Form on paper …"), "printer", self.print_form)
        self.quotes: TabTable[Quote] = TabTable(
            self._quote_columns(),
            words.language,
            _("Quotations"),
            _("No quotation noted."),
            Qt.SortOrder.DescendingOrder,
        )
        self.quotes.add_plain_button(_("New quotation …"), "plus", self._add_quote)
        self.quotes.add_button(_("Edit …"), "pencil", self._ask_quote, opens=True)
        self.quotes.add_button(_("Withdraw consent"), "ban", self._withdraw)
        self.quotes.add_button(_("Delete"), "trash-2", self._delete_quote, keys="Delete")
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
        paper = PaperDialog(words, words.text("User interview"), "interview.pdf", self)
        paper.open()
        self.worker.read(
            paper, lambda tx: interviews.form_pdf(tx, words), paper.show_paper, paper.refuse
        )

    def _show(self, read: _Read) -> None:
        if read.person_id == self.record_id:
            self._read = read
            self.interviews.show_rows(read.interviews)
            self.quotes.show_rows(read.quotes)

    # Interviews

    def _add(self) -> None:
        read = self._read
        if read is not None:
            newest = read.pairings[-1][0] if read.pairings else None
            self._ask(Interview(person_id=read.person_id, pairing_id=newest, held_on=self._today()))

    def _ask(self, interview: Interview) -> None:
        read, today = self._read, self._today()
        if read is None:
            return
        dialog = InterviewDialog(self._words, today, interview, read.pairings, self)

        def job() -> Callable[[Transaction], object]:
            changed = dialog.interview()
            return lambda tx: interviews.save(tx, changed, today)

        self._changes.ask(dialog, job)

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

    def _withdraw(self, quote: Quote) -> None:
        today = self._today()
        self._changes.do(
            lambda tx: quotes.withdraw(tx, quote.id, today, today),
            self._words.text("The consent is withdrawn: the quotation is not printed again."),
            lambda tx, done: quotes.save(tx, replace(done, withdrawn_on=None), today),
        )

    def _delete_quote(self, quote: Quote) -> None:
        self._changes.do(
            lambda tx: quotes.remove(tx, quote.id),
            self._words.text("The quotation was deleted."),
            quotes.restore,
        )

    def _quote_columns(self) -> list[Column[Quote]]:
        words, _ = self._words, self._words.text

        def state(quote: Quote) -> str:
            protected = self._read is not None and self._read.protected
            return say_consent(words, quote, protected=protected)

        def tone(quote: Quote) -> Tone:
            protected = self._read is not None and self._read.protected
            return Tone.OK if quote.may_be_printed and not protected else Tone.MUTED

        return [
            Column(
                _("Said on"),
                lambda quote: words.date(quote.said_on),
                lambda quote: quote.said_on,
                width=120,
            ),
            Column(_("Quotation"), lambda quote: one_line(quote.text), width=380),
            Column(_("Named as"), lambda quote: quote.credit, width=130),
            Column(_("Consent"), state, width=260, badge=tone),
        ]


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
