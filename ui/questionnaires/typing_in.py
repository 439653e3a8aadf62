"""Typing in questionnaires, from a pairing's page or from anywhere by the code on the paper."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from mentorapp.domain.errors import ChangedMeanwhile, Refused
from mentorapp.domain.questionnaire_codes import code
from mentorapp.domain.questionnaires import Moment, Questionnaire, Respondent
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import Transaction, questionnaires
from mentorapp.operations.questionnaires import Filled, Saved, Wanted
from mentorapp.words import Words
from mentorapp.words.questionnaires import say_follow_up
from mentorapp.words.refusals import explain
from ui.questionnaires.dialogs import AnswersDialog, CodeDialog
from ui.widgets.conflicts import choose_and_save
from ui.widgets.form_dialog import FormDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class TypingIn(QObject):
    """Handed to the pages, which do not know the dialogs.

    How it went is told in the message bar of the page that asked. In a pile, the next page is asked
    for as soon as one is saved.
    """

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QObject | None = None,
        *,
        read_only: Refused | None = None,
    ) -> None:
        """`read_only` is why nothing can be written, if so: said before anything is typed."""
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._read_only = read_only

    def pile(self, bar: MessageBar) -> None:
        """Ask for the code of one page after the other."""
        self._ask_code(bar, "", is_pile=True)

    def ask(self, wanted: Wanted, bar: MessageBar) -> None:
        """Ask for the code of one page of this pair, the one that comes next filled in."""
        said = code(wanted.row.number, wanted.respondent, wanted.moment)
        self._ask_code(bar, said, is_pile=False)

    def edit(self, filled: Filled, bar: MessageBar) -> None:
        """Open what was typed in before."""
        self._open_of(filled, bar)

    def go_on(self, form: UnfinishedForm, bar: MessageBar) -> None:
        """Open a form that was left open."""
        subject, today = form.subject_id, self._today()
        if subject is None:
            return
        if form.seen_version:
            self._worker.read(
                bar,
                lambda tx: questionnaires.read(tx, subject),
                lambda filled: self._open_of(filled, bar, form),
            )
            return
        who, when = form.part.split(".")
        self._worker.read(
            bar,
            lambda tx: questionnaires.wanted_of(tx, subject, today, Respondent(who), Moment(when)),
            lambda wanted: self._open(wanted, bar, is_pile=False, going_on=form),
        )

    def remove(self, filled: Filled, bar: MessageBar) -> None:
        """Delete a page; the message offers to undo it."""
        said = self._words.text("The answers %(page)s were deleted.") % {"page": _page(filled)}

        def then(_removed: Questionnaire) -> None:
            bar.success(said, undo_button(self._words, self._worker))

        self._worker.write(bar, lambda tx: questionnaires.remove(tx, filled.id), then)

    # Inside

    def _ask_code(self, bar: MessageBar, suggested: str, *, is_pile: bool) -> CodeDialog | None:
        if self._read_only is not None:
            bar.warning(explain(self._words, self._read_only))
            return None
        dialog, today = CodeDialog(self._words, suggested, bar.window()), self._today()

        def look() -> None:
            problem = dialog.missing()
            if problem is not None:
                dialog.refuse(explain(self._words, problem), "pairing")
                return
            text = dialog.code.value()
            self._worker.read(
                dialog,
                lambda tx: questionnaires.wanted(tx, text, today),
                found,
                lambda why: dialog.refuse(explain(self._words, why), "pairing"),
            )

        def found(wanted: Wanted) -> None:
            dialog.accepted_by_office()
            self._open(wanted, bar, is_pile=is_pile)

        dialog.submitted.connect(look)
        dialog.open()
        return dialog

    def _open_of(
        self, filled: Filled, bar: MessageBar, going_on: UnfinishedForm | None = None
    ) -> None:
        page, today = filled.questionnaire, self._today()
        self._worker.read(
            bar,
            lambda tx: questionnaires.wanted_of(
                tx, page.pairing_id, today, filled.respondent, page.moment
            ),
            lambda wanted: self._open(wanted, bar, is_pile=False, going_on=going_on),
        )

    def _open(
        self,
        wanted: Wanted,
        bar: MessageBar,
        *,
        is_pile: bool,
        going_on: UnfinishedForm | None = None,
    ) -> None:
        if self._read_only is not None:
            bar.warning(explain(self._words, self._read_only))
            return
        self._make(wanted, bar, is_pile=is_pile, going_on=going_on).open()

    def _make(
        self,
        wanted: Wanted,
        bar: MessageBar,
        *,
        is_pile: bool,
        going_on: UnfinishedForm | None = None,
        after: FormDialog | None = None,
    ) -> AnswersDialog:
        filled = wanted.there(wanted.respondent, wanted.moment)
        dialog = AnswersDialog(self._words, self._today(), wanted, filled, bar.window())
        subject = Subject(
            FormKind.QUESTIONNAIRE,
            wanted.row.id if filled is None else filled.id,
            0 if filled is None else filled.questionnaire.version,
            f"{wanted.respondent.value}.{wanted.moment.value}",
        )
        FormKeeping(dialog, self._worker, subject, bar, going_on, after)
        dialog.submitted.connect(lambda: self._save(dialog, wanted, bar, is_pile=is_pile))
        return dialog

    def _save(
        self, dialog: AnswersDialog, wanted: Wanted, bar: MessageBar, *, is_pile: bool
    ) -> None:
        problem = dialog.missing()
        if problem is not None:
            dialog.tell(problem)
            return
        page, today, words = dialog.questionnaire(), self._today(), self._words

        def then(saved: Saved) -> None:
            dialog.accepted_by_office()
            said = self._said(dialog.page, saved)
            bar.success(said, undo_button(words, self._worker))
            if is_pile:
                following = self._ask_code(bar, "", is_pile=True)
                if following is not None:
                    following.message_bar.success(said, undo_button(words, self._worker))

        self._worker.write(
            dialog,
            lambda tx: questionnaires.save(tx, page, today, words),
            then,
            lambda why: self._refused(why, dialog, wanted, bar, is_pile=is_pile),
        )

    def _refused(
        self,
        why: Refused,
        dialog: AnswersDialog,
        wanted: Wanted,
        bar: MessageBar,
        *,
        is_pile: bool,
    ) -> None:
        if not isinstance(why, ChangedMeanwhile):
            dialog.tell(why)
            return
        who, when, today = wanted.respondent, wanted.moment, self._today()

        def read(tx: Transaction) -> Wanted:
            return questionnaires.wanted_of(tx, wanted.row.id, today, who, when)

        def anew(now: Wanted) -> None:
            choose_and_save(dialog, self._make(now, bar, is_pile=is_pile, after=dialog))

        self._worker.read(dialog, read, anew, partial(AnswersDialog.tell, dialog))

    def _said(self, page: str, saved: Saved) -> str:
        words, follow_up = self._words, saved.follow_up
        said = words.text("Answers %(page)s saved.") % {"page": page}
        if follow_up is None:
            return said
        return f"{said} {say_follow_up(words, saved.filled.name, follow_up.due)}"


def _page(filled: Filled) -> str:
    return code(filled.pairing_number, filled.respondent, filled.questionnaire.moment)
