"""Notes a call from any page: dialog, one write, a word with Undo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.calls import Call
from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.operations import Transaction, calls, follow_up, postponing
from mentorapp.operations.callees import Callee
from mentorapp.words import Words
from ui.widgets.call_dialog import CallDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.tab_changes import TabChanges
from ui.work import Worker


class NotingCalls:
    """Opens the dialog over `home` and tells in `bar` how it went."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
    ) -> None:
        self._words, self._today, self._home = words, today, home
        self._changes = TabChanges(worker, words, home, bar)

    def ask(
        self,
        about: str,
        callees: Sequence[Callee],
        line: Attention | None = None,
        *,
        pairing_id: UUID | None = None,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Ask what was said with one of `callees`; `then` is called when it was noted.

        With a `line` of Today the call does the follow-up or puts the line off; else it is about
        the pair `pairing_id`, or about nothing but the person.
        """
        today, kind = self._today(), line.kind if line else None
        pair = line.pairing_id if line else pairing_id
        dialog = CallDialog(self._words, about, callees, today, self._home, line=kind)

        def note() -> Callable[[Transaction], None]:
            call = replace(dialog.call(), pairing_id=pair)
            closes = kind is AttentionKind.FOLLOW_UP and dialog.closes.value()
            back = None if kind is AttentionKind.FOLLOW_UP else dialog.comes_back()
            reason = self._reason(call)

            def job(tx: Transaction) -> None:
                """The call and what becomes of the line: one intention, all of it or nothing."""
                calls.note(tx, call, today)
                if line is not None and closes:
                    follow_up.done(tx, line.subject_id, today, call.note)
                elif line is not None and back is not None:
                    postponing.postpone(tx, line, back, today, reason)

            return job

        dialog.accepted.connect(then)
        self._changes.ask(dialog, note, lambda: self._words.text("Call noted."))

    def _reason(self, call: Call) -> str:
        _ = self._words.text
        return call.note or (_("Called") if call.reached else _("Called, no answer"))
