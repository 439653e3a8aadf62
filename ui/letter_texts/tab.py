"""The tab "Letter texts" of Settings: every text, whose wording is printed, and the editor."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letter_texts import TEXT_KINDS, TextApproval
from mentorapp.operations import Transaction, text_approvals
from mentorapp.operations.letters import letter_sets
from mentorapp.operations.text_approvals import TextState
from mentorapp.words import LANGUAGES, Words
from mentorapp.words import language_name as own_name
from mentorapp.words.labels import label
from ui.format import capital, plain_label
from ui.letter_texts.approval_dialog import ApprovalDialog
from ui.letter_texts.editor import TextEditor
from ui.rights import only_shown
from ui.theme import Tone
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class LetterTextsTab(QWidget):
    """One line for each letter in each language; Enter opens it in the editor."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__()
        self._worker, self._words, self._today = worker, words, today
        self._bar = message_bar
        _ = words.text
        hint = plain_label(
            _(
                "Write a letter in the office’s own words. What you write is printed from then on; "
                "the text that came with the program can always be had back."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.table: TabTable[TextState] = TabTable(
            _columns(words),
            words.language,
            _("Letter texts"),
            _("There is no letter text."),
        )
        self.edit = self.table.add_button(_("Edit text …"), "pencil", self._edit, opens=True)
        self.approve = self.table.add_button(_("Mark as approved …"), "check", self._approve)
        self._changes = TabChanges(worker, words, self, message_bar)
        self.table.table.picked.connect(self._picked)
        self.language = ChoiceField([("", _("All languages"))])
        self.language.setAccessibleName(_("Language"))
        self.language.setMaximumWidth(240)
        self.language.changed.connect(self._narrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(hint)
        layout.addWidget(self.language)
        layout.addWidget(self.table, 1)
        only_shown(self, words, worker.who, text_approvals.approve, self.approve)
        self._rereading = Rereading(self, worker.changed, self._read)
        self._rereading.ask()

    def refresh(self) -> None:
        """Read the list anew."""
        self._rereading.ask()

    def _read(self) -> None:
        self._worker.read(
            self,
            text_approvals.states,
            self._show,
        )

    def _show(self, rows: list[TextState]) -> None:
        codes = sorted({row.language for row in rows}, key=self._called)
        chosen = self.language.value() if self.table.model.all_rows() else self._words.language
        choices = [("", self._words.text("All languages"))]
        self.language.set_choices([*choices, *((code, self._called(code)) for code in codes)])
        self.language.set_value(chosen if chosen in codes else "")
        self._narrow()
        self.table.show_rows(rows)

    def _narrow(self) -> None:
        wanted = self.language.value()
        self.table.model.set_filter(
            "language", (lambda row: row.language == wanted) if wanted else None
        )

    def _called(self, language: str) -> str:
        return language_name(self._words, language)

    def _picked(self, state: TextState | None) -> None:
        _ = self._words.text
        approved = state is not None and state.approval is not None
        self.approve.setText(_("Take the approval back") if approved else _("Mark as approved …"))
        self.approve.setEnabled(state is not None and (state.is_beside or approved))
        self.edit.setEnabled(state is not None and state.row is not None)

    def _approve(self, state: TextState) -> None:
        _ = self._words.text
        if state.approval is not None:
            self._worker.write(
                self,
                lambda tx: text_approvals.withdraw(tx, *state.id),
                lambda _done: self._bar.success(
                    _("The approval is taken back. The letter is printed in two languages again."),
                    undo_button(self._words, self._worker),
                ),
                self._changes.refuse,
            )
            return
        dialog = ApprovalDialog(self._words, title_of(self._words, state), self)
        today = self._today()

        def job() -> Callable[[Transaction], TextApproval]:
            name = dialog.approved_by.value()
            return lambda tx: text_approvals.approve(
                tx, *state.id, approved_by=name, approved_on=today
            )

        self._changes.ask(
            dialog, job, lambda: _("Approved. The letter is printed in this language alone.")
        )

    def _edit(self, state: TextState) -> None:
        if state.row is None:
            _ = self._words.text
            self._bar.info(
                _("This text comes with the program. Print it for whoever is to approve it.")
            )
            return
        title = title_of(self._words, state)
        editor = TextEditor(self._worker, self._words, self._today, state.row, title, self)
        editor.saved.connect(self._bar.success)
        editor.open()


def language_name(words: Words, code: str) -> str:
    """In its own words where the window can speak it, else in those of the window."""
    return own_name(code) if code in LANGUAGES else capital(label(words, LetterLanguage(code)))


def title_of(words: Words, row: TextState) -> str:
    """The letter, its language, and its set where that is not the usual one."""
    kind, language = capital(label(words, row.kind)), language_name(words, row.language)
    return f"{kind} – {language}"


def _columns(words: Words) -> list[Column[TextState]]:
    _ = words.text
    sets = dict(letter_sets(words))

    def state(row: TextState) -> str:
        return _("the office") if row.own else _("the program")

    return [
        Column(
            _("Letter"),
            lambda row: capital(label(words, row.kind)),
            sort=lambda row: TEXT_KINDS.index(row.kind),
            width=330,
            least=190,
        ),
        Column(_("Language"), lambda row: language_name(words, row.language), width=150),
        Column(
            _("Length of the letter"),
            lambda row: sets.get(row.letter_set, row.letter_set),
            width=210,
        ),
        Column(
            _("Wording of"),
            state,
            width=140,
            least=116,
            badge=lambda row: Tone.OK if row.own else Tone.MUTED,
        ),
        Column(
            _("Changed"),
            lambda row: words.date(row.own.saved_at.astimezone().date()) if row.own else "",
            width=120,
        ),
        Column(_("Changed by"), lambda row: row.own.saved_by if row.own else "", width=150),
        Column(
            _("Approved by"),
            _approved_by(words),
            width=150,
            least=112,
            badge=lambda row: Tone.WARN if row.is_beside else None,
        ),
    ]


def _approved_by(words: Words) -> Callable[[TextState], str]:
    def said(row: TextState) -> str:
        if row.approval is not None:
            return row.approval.approved_by
        return words.text("nobody yet") if row.is_beside else ""

    return said
