"""Asks how two records are to be one, and makes them one."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.merging import Counts, Differing
from mentorapp.domain.protection import Protection
from mentorapp.operations import Transaction, merging
from mentorapp.operations.merging import Comparison, OrganisationComparison
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.deleted.merge_dialog import MergeDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class Merging:
    """For the widget over which the question opens, and whose message bar tells what came of it."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        over: QWidget,
        bar: MessageBar,
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._over, self._bar = over, bar

    def ask_people(self, first: UUID, second: UUID) -> None:
        """The two people beside each other; the first one stays."""

        def show(compared: Comparison) -> None:
            today = self._today()
            note = ""
            if compared.level is not Protection.NONE:
                note = self._words.text(
                    "The stricter address protection counts, and what tells where the person is "
                    "is shown and kept accordingly."
                )
            self._show(
                (compared.first, compared.second),
                compared.differing,
                compared.names,
                lambda tx, take: merging.merge(tx, first, second, today, take),
                note,
            )

        self._read(lambda tx: merging.compare(tx, first, second), show)

    def ask_organisations(self, first: UUID, second: UUID) -> None:
        """The two organisations beside each other; the first one stays."""

        def show(compared: OrganisationComparison) -> None:
            self._show(
                (compared.first, compared.second),
                compared.differing,
                {},
                lambda tx, take: merging.merge_organisations(tx, first, second, take),
            )

        self._read(lambda tx: merging.compare_organisations(tx, first, second), show)

    def _read(self, job: Callable[[Transaction], Any], show: Callable[[Any], object]) -> None:
        self._worker.read(self._over, job, show, self._refuse)

    def _show(
        self,
        two: tuple[Any, Any],
        found: Collection[Differing],
        names: Mapping[UUID, str],
        merge: Callable[[Transaction, Mapping[str, Counts]], object],
        note: str = "",
    ) -> None:
        first, second = (f"{one.name} ({one.number})" for one in two)
        dialog = MergeDialog(self._words, (first, second), found, names, self._over, note=note)

        def save() -> None:
            take = dialog.chosen()
            self._worker.write(
                dialog,
                lambda tx: merge(tx, take),
                lambda _saved: done(),
                lambda refused: dialog.refuse(explain(self._words, refused)),
            )

        def done() -> None:
            dialog.accepted_by_office()
            said = self._words.text("%(second)s is %(first)s from now on.")
            self._bar.success(
                said % {"first": first, "second": second},
                undo_button(self._words, self._worker),
            )

        dialog.submitted.connect(save)
        dialog.open()

    def _refuse(self, refused: Refused) -> None:
        self._bar.warning(explain(self._words, refused))
