"""Keeps something longer, holds it, or lifts the hold: a form, one write, a word with Undo."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.text import NAME_LIMIT
from mentorapp.operations import Transaction, retention
from mentorapp.words import Words
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import NotesField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.tab_changes import TabChanges
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class DecisionDialog(FormDialog):
    """Why it stays, and until when: without an end for a hold."""

    def __init__(
        self, words: Words, about: str, today: date, parent: QWidget | None = None, *, hold: bool
    ) -> None:
        """`about` stands inside: the title of a window names nobody."""
        _ = words.text
        title = _("Hold") if hold else _("Keep longer")
        super().__init__(words, title, title, parent)
        hint = (
            _("Nothing of it is removed until the hold is lifted.")
            if hold
            else _("Until that day it is on no list, and then it is due again.")
        )
        self.add_group(about, hint)
        self.until = DateField(words, today, lean=Lean.FUTURE)
        if not hold:
            self.add_row("until", _("Keep until"), self.until, required=True)
        self.reason = NotesField(NAME_LIMIT, lines=2)
        self.add_row(
            "reason",
            _("Why"),
            self.reason,
            _("Stands in the list for everybody who sees it."),
            required=True,
        )


class Deciding:
    """For a widget that shows people or pairs."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar = home, bar
        self._changes = TabChanges(worker, words, home, bar)

    def keep_longer(self, subject_id: UUID, about: str) -> None:
        """Ask until when; `subject_id` is a person, or a pair for its notes."""
        today = self._today()
        dialog = DecisionDialog(self._words, about, today, self._home, hold=False)

        def job() -> Callable[[Transaction], object]:
            until, reason = dialog.until.value() or today, dialog.reason.value()
            return lambda tx: retention.extend(tx, subject_id, until, reason, today)

        self._changes.ask(dialog, job, lambda: self._words.text("It is kept longer."))

    def hold(self, subject_id: UUID, about: str) -> None:
        """Ask why nobody may remove it for now."""
        today = self._today()
        dialog = DecisionDialog(self._words, about, today, self._home, hold=True)

        def job() -> Callable[[Transaction], object]:
            reason = dialog.reason.value()
            return lambda tx: retention.hold(tx, subject_id, reason, today)

        said = self._words.text("Nothing of it is removed until the hold is lifted.")
        self._changes.ask(dialog, job, lambda: said)

    def lift(self, subject_id: UUID) -> None:
        """End what was decided about it."""
        today, words = self._today(), self._words

        def done(lifted: int) -> None:
            said = words.plural("%(n)d decision was ended.", "%(n)d decisions were ended.", lifted)
            self._bar.success(said, undo_button(words, self._worker))

        self._worker.write(
            self._home,
            lambda tx: retention.lift(tx, subject_id, today),
            done,
            self._changes.refuse,
        )
