"""The tab "Questions" of a pairing's page: the pages that came back, and how answers changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from mentorapp.domain.pairings import Pairing
from mentorapp.domain.questionnaires import OWN_WORDS, Asked, Moment, Respondent, all_asked
from mentorapp.operations import Transaction, questionnaire_papers, questionnaires
from mentorapp.operations.questionnaires import Filled, Wanted
from mentorapp.operations.questionnaires_due import QuestionsDue, questions_due
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.questionnaires import answer, say_change, say_due
from ui.format import capital, one_line, plain_label
from ui.questionnaires.dialogs import PrintDialog
from ui.questionnaires.typing_in import TypingIn
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

#: Two tables, their buttons, a hint and the messages of the window share a screen of 600 px.
_LEAST_HEIGHT = 66


@dataclass(frozen=True, slots=True)
class _Read:
    wanted: Wanted
    due: tuple[QuestionsDue, ...]


@dataclass(frozen=True, slots=True)
class AnswersLine:
    """What one half answered to one question, at each moment; None for no answer."""

    place: int
    respondent: Respondent
    asked: Asked
    answers: tuple[int | None, ...]

    @property
    def id(self) -> tuple[Respondent, str]:
        """What tells it from the others."""
        return self.respondent, self.asked.item.value


class QuestionnairesTab(RecordTab):
    """Pages above, answers side by side below; and what is to be given out or not back."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        message_bar: MessageBar,
        typing_in: TypingIn,
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words, self._today, self._typing = words, today, typing_in
        self._read: _Read | None = None
        self._changes = TabChanges(worker, words, self, message_bar)
        self.hint = plain_label(name="warning")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.pages: TabTable[Filled] = TabTable(
            _page_columns(words), words.language, _("Pages"), _("No page has come back yet.")
        )
        self.pages.add_plain_button(_("Type in answers …"), "plus", self._type_in)
        self.pages.add_button(
            _("Edit …"), "pencil", lambda row: typing_in.edit(row, message_bar), opens=True
        )
        self.pages.add_button(
            _("Delete"), "trash-2", lambda row: typing_in.remove(row, message_bar), keys="Delete"
        )
        self.pages.add_plain_button(_("Questions on paper …"), "printer", self._ask_print)
        self.lines: TabTable[AnswersLine] = TabTable(
            _line_columns(words),
            words.language,
            _("Answers side by side"),
            _("Here the answers at the start, midway and at the end will stand side by side."),
        )
        self.lines.table.setMinimumHeight(_LEAST_HEIGHT)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.pages)
        splitter.addWidget(self.lines)
        splitter.setSizes([240, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.hint)
        layout.addWidget(splitter, 1)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def ask(tx: Transaction) -> _Read:
            return _Read(
                questionnaires.wanted_of(tx, record_id, today),
                tuple(questions_due(tx, today, record_id)),
            )

        self.worker.read(self, ask, self._show, self._changes.refuse)

    def _show(self, read: _Read) -> None:
        if read.wanted.row.id != self.record_id:
            return
        self._read = read
        self.pages.show_rows(read.wanted.filled)
        self.lines.show_rows(answer_lines(read.wanted.filled))
        words = self._words
        self.hint.setText(
            "\n".join(
                say_due(words, one.name, one.moment, one.due, one.printed_on) for one in read.due
            )
        )
        self.hint.setVisible(bool(read.due))

    def _type_in(self) -> None:
        if self._read is not None:
            self._typing.ask(self._read.wanted, self.message_bar)

    def _ask_print(self) -> None:
        read = self._read
        if read is None:
            return
        dialog = PrintDialog(self._words, read.wanted.moment, self)

        def show() -> None:
            moment, halves = dialog.moment.value(), dialog.respondents()
            dialog.accepted_by_office()
            self._print(read.wanted.row.id, moment, halves)

        dialog.submitted.connect(show)
        dialog.open()

    def _print(self, pairing_id: UUID, moment: Moment, halves: Sequence[Respondent]) -> None:
        words, today = self._words, self._today()
        paper = PaperDialog(
            self.worker,
            words,
            words.text("Questions on paper"),
            "questions.pdf",
            self,
            (Pairing, pairing_id),
        )
        paper.open()
        self.worker.read(
            paper,
            lambda tx: questionnaire_papers.pages_pdf(
                questionnaire_papers.gather(tx, pairing_id, today, moment, halves)
            ),
            paper.show_paper,
            paper.refuse,
        )


def answer_lines(filled: Sequence[Filled]) -> list[AnswersLine]:
    """A line for every question that was answered at any moment, in the order of the paper."""
    found: list[AnswersLine] = []
    for who in reversed(Respondent):
        told = {one.questionnaire.moment: one.answers for one in filled if one.respondent is who}
        for one in all_asked(who):
            answers = tuple(told.get(when, {}).get(one.item) for when in Moment)
            if any(number is not None for number in answers):
                found.append(AnswersLine(len(found), who, one, answers))
    return found


def _page_columns(words: Words) -> list[Column[Filled]]:
    _ = words.text

    def low(row: Filled) -> str:
        return ", ".join(label(words, item) for item in row.low)

    return [
        Column(
            _("When"),
            lambda row: capital(label(words, row.questionnaire.moment)),
            lambda row: (list(Moment).index(row.questionnaire.moment), row.respondent),
            width=120,
        ),
        Column(_("Who answers"), lambda row: row.name, width=190),
        Column(
            _("Answered on"),
            lambda row: words.date(row.questionnaire.answered_on),
            lambda row: row.questionnaire.answered_on,
            width=120,
        ),
        Column(_("Low answers"), low, width=210),
        Column(
            _("In the person’s own words"),
            lambda row: one_line(row.questionnaire.own_words.get(OWN_WORDS, "")),
            width=260,
        ),
    ]


def _line_columns(words: Words) -> list[Column[AnswersLine]]:
    _ = words.text

    def told(at: int, when: Moment) -> Column[AnswersLine]:
        def said(row: AnswersLine) -> str:
            number = row.answers[at]
            text = answer(words, row.asked, number)
            low = number is not None and row.asked.is_low(when, number)
            return _("%(answer)s (low)") % {"answer": text} if low else text

        return Column(
            capital(label(words, when)),
            said,
            lambda row: -1 if row.answers[at] is None else row.answers[at],
            width=140,
        )

    return [
        Column(
            _("Who answers"),
            lambda row: capital(label(words, row.respondent)),
            lambda row: row.place,
            width=120,
        ),
        Column(_("Question"), lambda row: label(words, row.asked.item), width=230),
        *(told(at, when) for at, when in enumerate(Moment)),
        Column(_("Change"), lambda row: say_change(words, row.asked, row.answers), width=110),
    ]
