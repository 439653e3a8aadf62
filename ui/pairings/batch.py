"""What can be done with several pairings at once: letters, another coordinator, a file."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import SignalInstance

from mentorapp.operations import Transaction, batches
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from ui.widgets.coordinator_menu import CoordinatorMenu
from ui.widgets.list_export import add_export
from ui.widgets.list_page import ListPage
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
        self.bar = page.choose_many()
        self.bar.add_button(_("Print letters"), "printer", self._print)
        self._coordinators = CoordinatorMenu(
            self.bar, page, worker, words, self._hand_over, self._say_handed
        )
        self.coordinator = self._coordinators.menu
        add_export(self.bar, page, worker, words)

    def refresh(self) -> None:
        """Read who the office's coordinators are."""
        self._coordinators.refresh()

    def _print(self) -> None:
        self._print_due.emit(frozenset(row.id for row in self._page.chosen_rows()))

    def _hand_over(self, name: str, progress: Progress) -> Callable[[Transaction], int]:
        today, ids = self._today(), [row.id for row in self._page.chosen_rows()]
        return lambda tx: batches.hand_over(
            tx, ids, name, today, progress.report, progress.cancelled
        )

    def _say_handed(self, name: str, many: int) -> str:
        pairs = self._words.plural("%(n)d pairing", "%(n)d pairings", many)
        said = self._words.text("%(name)s is now responsible for %(pairings)s.")
        return said % {"name": name, "pairings": pairs}
