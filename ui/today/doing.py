"""What is done from a line of Today without leaving it: dialog, one write, a word with Undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.follow_up import Attention
from mentorapp.domain.records import new_id
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import Transaction, callees, follow_up, postponing, unfinished_forms
from mentorapp.words import Words
from mentorapp.words.attention import say
from ui.today.later_dialog import LaterDialog
from ui.widgets.form_dialog import FormDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.note_dialog import NoteDialog
from ui.widgets.noting_calls import NotingCalls
from ui.widgets.tab_changes import TabChanges
from ui.work import Worker


class Doing:
    """Opens the dialogs over `home` and tells in `bar` how it went."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
        go_on: Callable[[Attention], object],
    ) -> None:
        """`go_on` selects the line below the one that goes away."""
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar, self._go_on = home, bar, go_on
        self._changes = TabChanges(worker, words, home, bar)
        self._calls = NotingCalls(worker, words, today, home, bar)

    def finish(self, line: Attention) -> None:
        """Ask what was said, and mark the follow-up as done."""
        words, today = self._words, self._today()
        _ = words.text
        dialog = NoteDialog(
            words,
            _("Follow-up done"),
            say(words, line),
            _("What was said or agreed"),
            self._home,
        )
        self._ask(
            dialog,
            line,
            lambda: lambda tx: follow_up.done(tx, line.subject_id, today, dialog.note()),
            lambda: _("Done: %(what)s") % {"what": say(words, line)},
        )

    def call(self, line: Attention) -> None:
        """Ask whom was called and what was said; the line is done, put off or stays."""
        self._worker.read(
            self._home,
            lambda tx: callees.of_line(tx, line),
            lambda found: self._calls.ask(
                say(self._words, line), found, line, then=lambda: self._go_on(line)
            ),
            self._changes.refuse,
        )

    def put_off(self, line: Attention) -> None:
        """Ask until when, and why."""
        words, today = self._words, self._today()
        dialog = LaterDialog(words, say(words, line), today, self._home)

        def job() -> Callable[[Transaction], object]:
            until, reason = dialog.until.value() or today, dialog.reason.value()
            return lambda tx: postponing.postpone(tx, line, until, today, reason)

        def said() -> str:
            return words.text("Put off until %(day)s.") % {
                "day": words.date(dialog.until.value() or today)
            }

        self._ask(dialog, line, job, said)

    def discard(self, line: Attention) -> None:
        """Throw away what was typed in a form that was left open; Undo keeps it again."""
        _ = self._words.text

        def discarded(form: UnfinishedForm) -> None:
            again = replace(form, id=new_id())
            self._bar.success(
                _("What was typed is discarded."),
                (
                    _("Undo"),
                    lambda: self._worker.write(
                        self._home,
                        lambda tx: unfinished_forms.keep(tx, again),
                        refused=self._changes.refuse,
                        remember=False,
                    ),
                ),
            )

        self._go_on(line)
        self._worker.write(
            self._home,
            lambda tx: unfinished_forms.discard(tx, line.subject_id),
            discarded,
            self._changes.refuse,
            remember=False,
        )

    def _ask(
        self,
        dialog: FormDialog,
        line: Attention,
        job: Callable[[], Callable[[Transaction], object]],
        said: Callable[[], str],
    ) -> None:
        dialog.accepted.connect(lambda: self._go_on(line))
        self._changes.ask(dialog, job, said)
