"""What is changed in a tab of a file: dialog, then one write, then a word about it with Undo."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.form_dialog import FormDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_button, undo_by
from ui.work import Worker


class TabChanges:
    """Writes for `home` and tells in `bar` how it went."""

    def __init__(self, worker: Worker, words: Words, home: QWidget, bar: MessageBar) -> None:
        self._worker, self._words, self._home, self._bar = worker, words, home, bar

    def ask(
        self,
        dialog: FormDialog,
        job: Callable[[], Callable[[Transaction], Any]],
        said: Callable[[], str] | None = None,
        keep: Subject | None = None,
    ) -> None:
        """Open the form; `job` makes the write from what the fields say when it is submitted.

        A refusal goes to its field, and what was typed stays. `said` makes the sentence about it
        from the fields, which then comes with Undo. `keep` is what the form is of, where what is
        typed is kept until it is saved.
        """
        if keep is not None:
            FormKeeping(dialog, self._worker, keep, self._bar)

        def submit() -> None:
            text = said() if said is not None else ""
            self._worker.write(
                dialog,
                job(),
                lambda _saved: self._saved(dialog, text),
                lambda why: dialog.refuse(
                    explain(self._words, why), str(getattr(why, "field", ""))
                ),
            )

        dialog.submitted.connect(submit)
        dialog.open()

    def do(
        self,
        job: Callable[[Transaction], Any],
        said: str,
        undo: Callable[[Transaction, Any], Any] | None = None,
    ) -> None:
        """Write at once; `undo` is handed what `job` returned."""
        self._worker.write(self._home, job, lambda done: self._done(done, said, undo), self.refuse)

    def refuse(self, refused: Refused) -> None:
        """Say why not."""
        self._bar.warning(explain(self._words, refused))

    def _saved(self, dialog: FormDialog, text: str) -> None:
        dialog.accepted_by_office()
        if text:
            self._bar.success(text, undo_button(self._words, self._worker))
        else:
            self._bar.success(self._words.text("Saved."))

    def _done(self, done: Any, said: str, undo: Callable[[Transaction, Any], Any] | None) -> None:
        if undo is None:
            self._bar.success(said)
            return
        take_back = undo
        again = self._words.text("Undone.")
        self._bar.success(
            said,
            undo_by(
                self._words,
                self._worker,
                lambda: self.do(lambda tx: take_back(tx, done), again),
            ),
        )
