"""Removes what was written about a pair, or who saw a mentor's certificate."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Cancelled, Refused
from mentorapp.domain.retention import RetentionKind
from mentorapp.domain.retention_errors import KeptLonger, OnHold
from mentorapp.operations import Transaction, retention
from mentorapp.words import N_, Words
from mentorapp.words.refusals import explain
from mentorapp.words.retention import say_all_due, say_cleared
from ui.rights import may
from ui.widgets.message_bar import MessageBar
from ui.work import Progress, Worker


@dataclass(frozen=True, slots=True)
class Cleared:
    """The words on the button, what they mean, and the operation."""

    button: str
    what: str
    clear: Callable[[Transaction, UUID], object]


#: The kinds of which a part goes, not the person.
CLEARED = {
    RetentionKind.NOTES: Cleared(
        N_("Remove notes …"),
        N_("what was written about the pair"),
        retention.clear_notes,
    ),
    RetentionKind.CLEARANCES: Cleared(
        N_("Remove certificate …"),
        N_("certificate and declaration"),
        retention.clear_clearances,
    ),
    RetentionKind.GUESTS: Cleared(
        N_("Remove names …"),
        N_("names of guests"),
        retention.clear_guests,
    ),
    RetentionKind.LOG: Cleared(
        N_("Remove old lines …"),
        N_("oldest lines of the log"),
        retention.thin_log,
    ),
}


class Clearing:
    """It cannot be undone: it takes a second press, and the office is backed up before."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        home: QWidget,
        bar: MessageBar,
        lift: Callable[[UUID], object],
    ) -> None:
        """`lift` ends what was decided about something: offered where that stands in the way."""
        self._worker, self._words, self._lift = worker, words, lift
        self._home, self._bar = home, bar

    def ask(self, kind: RetentionKind, subject_id: UUID, about: str) -> None:
        """Of the kinds that are in ``CLEARED``."""
        _ = self._words.text
        what = ", ".join(one for one in (_(CLEARED[kind].what), about) if one)
        self._bar.warning(
            _("This cannot be undone: %(what)s.") % {"what": what},
            (_("Remove for good"), lambda: self._keep(lambda: self._clear(kind, subject_id))),
        )
        self._bar.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_all(self, kind: RetentionKind, many: int, today: date) -> None:
        """The same of all that are due of a kind in ``retention.AT_ONCE``: as many as are told."""
        _ = self._words.text
        self._bar.warning(
            _("This cannot be undone: %(what)s.") % {"what": say_all_due(self._words, kind, many)},
            (_("Remove for good"), lambda: self._keep(lambda: self._clear_all(kind, today))),
        )
        self._bar.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, then: Callable[[], object]) -> None:
        self._worker.compute(
            self._home,
            lambda _progress: self._worker.keep_first(),
            lambda _kept: then(),
            self._refuse_all,
            title=self._words.text("Backing up"),
        )

    def _clear_all(self, kind: RetentionKind, today: date) -> None:
        words, progress = self._words, Progress()

        def report(done: int, of: int) -> None:
            progress.report(done, of)
            if progress.cancelled():
                raise Cancelled

        self._worker.write(
            self._home,
            self._worker.history.for_good(lambda tx: retention.clear_due(tx, kind, today, report)),
            lambda many: self._bar.success(say_cleared(words, kind, many)),
            self._refuse_all,
            title=words.text("Removing"),
            progress=progress,
        )

    def _clear(self, kind: RetentionKind, subject_id: UUID) -> None:
        clear = CLEARED[kind].clear
        said = self._words.text("It was removed for good.")
        self._worker.write(
            self._home,
            self._worker.history.for_good(lambda tx: clear(tx, subject_id)),
            lambda _done: self._bar.success(said),
            lambda refused: self._refuse(refused, subject_id),
        )

    def _refuse(self, refused: Refused, subject_id: UUID) -> None:
        action = None
        if isinstance(refused, OnHold | KeptLonger) and may(self._worker.who, retention.lift):
            action = (self._words.text("End the decision"), lambda: self._lift(subject_id))
        self._bar.warning(explain(self._words, refused), action)

    def _refuse_all(self, refused: Refused) -> None:
        if isinstance(refused, Cancelled):
            self._bar.info(self._words.text("Cancelled: nothing was changed."))
        else:
            self._bar.warning(explain(self._words, refused))
