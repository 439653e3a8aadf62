"""What can be done with several pairings at once: letters, another coordinator, a file."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenu

from mentorapp.operations import batches, offices
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.list_export import add_export
from ui.widgets.list_page import ListPage
from ui.widgets.taking_back import undo_button
from ui.work import Progress, Worker


class PairingsBatch:
    """The bar below the list of pairings."""

    def __init__(
        self,
        page: ListPage[PairingRow],
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        print_due: SignalInstance,
    ) -> None:
        _ = words.text
        self._page, self._worker, self._words = page, worker, words
        self._today, self._print_due = today, print_due
        self._coordinators: tuple[str, ...] = ()
        self.bar = page.choose_many()
        self.bar.add_button(_("Print letters"), "printer", self._print)
        self.coordinator = self.bar.add_menu(_("Coordinator"), "user", self._fill)
        add_export(self.bar, page, worker, words)

    def refresh(self) -> None:
        """Read who the office's coordinators are."""
        self._worker.read(self._page, lambda tx: offices.read(tx).coordinators, self._keep)

    def _keep(self, coordinators: tuple[str, ...]) -> None:
        self._coordinators = coordinators

    def _print(self) -> None:
        self._print_due.emit(frozenset(row.id for row in self._page.chosen_rows()))

    def _fill(self, menu: QMenu) -> None:
        for name in self._coordinators:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._hand_over, name))
        if not self._coordinators:
            none = menu.addAction(self._words.text("No coordinators: name them in the settings"))
            none.setEnabled(False)

    def _hand_over(self, name: str, _checked: bool = False) -> None:
        words, today, progress = self._words, self._today(), Progress()
        ids = [row.id for row in self._page.chosen_rows()]

        def say(many: int) -> None:
            pairs = words.plural("%(n)d pairing", "%(n)d pairings", many)
            self._page.message_bar.success(
                words.text("%(name)s is now responsible for %(pairings)s.")
                % {"name": name, "pairings": pairs},
                undo_button(words, self._worker),
            )

        self._worker.write(
            self._page,
            lambda tx: batches.hand_over(tx, ids, name, today, progress.report, progress.cancelled),
            say,
            lambda refused: self._page.message_bar.warning(explain(words, refused)),
            title=words.text("Handing over the pairings"),
            progress=progress,
        )
