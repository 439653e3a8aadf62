"""Erases somebody or makes him anonymous: preview, number, backup, and what came of it."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction, anonymising, erasing
from mentorapp.operations.erasing import Preview
from mentorapp.operations.retained import Erased
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from mentorapp.words.retention import say_anonymised, say_erased
from ui.privacy.remove_dialog import Removal, RemoveDialog
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

WayOut = tuple[str, Callable[[UUID], object]]
"""The words of a button, and what it does for the person."""


class Removing:
    """For the widget over which it asks, and whose message bar tells what stands in the way."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        over: QWidget,
        bar: MessageBar,
        done: Callable[[str], object] | None = None,
        ways_out: Mapping[type[Refused], WayOut] | None = None,
    ) -> None:
        """`done` is told what went, where that belongs into another bar; `ways_out` are offered
        beside the refusal.
        """
        self._worker, self._words, self._today = worker, words, today
        self._over, self._bar = over, bar
        self._done = done or bar.info
        self._ways_out = ways_out or {}

    def erase(self, person_id: UUID) -> None:
        """Ask, and remove everything."""
        self._ask(person_id, Removal.ERASE)

    def anonymise(self, person_id: UUID) -> None:
        """Ask, and leave what statistics count."""
        self._ask(person_id, Removal.ANONYMISE)

    def _ask(self, person_id: UUID, removal: Removal) -> None:
        today = self._today()

        def read(tx: Transaction) -> Preview:
            if removal is Removal.ERASE:
                erasing.check(tx, person_id)
            else:
                anonymising.check(tx, person_id, today)
            return erasing.preview(tx, person_id)

        def refuse(refused: Refused) -> None:
            text, do = self._ways_out.get(type(refused), ("", None))
            action = (text, lambda: do(person_id)) if do is not None else None
            self._bar.warning(explain(self._words, refused), action)

        self._worker.read(
            self._over, read, lambda told: self._show(person_id, removal, told), refuse
        )

    def _show(self, person_id: UUID, removal: Removal, told: Preview) -> None:
        dialog = RemoveDialog(self._words, removal, told, self._over)
        _ = self._words.text

        def keep() -> None:
            self._worker.compute(
                dialog,
                lambda _progress: self._worker.keep_first(),
                lambda _kept: remove(),
                refuse,
                title=_("Backing up"),
            )

        def remove() -> None:
            dialog.stay_open()
            self._worker.write(
                dialog,
                self._worker.history.for_good(lambda tx: self._remove(tx, person_id, removal)),
                removed,
                refuse,
                title=_("Erasing"),
            )

        def removed(gone: Erased) -> None:
            dialog.accepted_by_office()
            self._done(self._said(removal, gone))

        def refuse(refused: Refused) -> None:
            dialog.refuse(explain(self._words, refused))

        dialog.submitted.connect(keep)
        dialog.open()

    def _remove(self, tx: Transaction, person_id: UUID, removal: Removal) -> Erased:
        if removal is Removal.ERASE:
            return erasing.erase(tx, person_id)
        return anonymising.anonymise(tx, person_id, self._today())

    def _said(self, removal: Removal, gone: Erased) -> str:
        if removal is Removal.ERASE:
            return say_erased(self._words, gone.records, gone.looked, gone.found)
        return say_anonymised(self._words, gone.looked, gone.found)
