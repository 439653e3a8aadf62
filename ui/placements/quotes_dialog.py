"""What was said about a placement: note it, withdraw the consent, delete it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mentorapp.domain.interviews import Quote
from mentorapp.operations import Transaction, quotes
from mentorapp.operations.placement_rows import PlacementRow
from mentorapp.words import Words
from ui.format import plain_label
from ui.placements.steps import QuoteDialog
from ui.placements.wording import about
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.quotes_table import QuotesTable
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.work import Worker


class QuotesDialog(PlainDialog):
    """The quotations of one placement."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        row: PlacementRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, words.text("Quotations"), QSize(960, 480), parent)
        self._worker, self._today, self._row = worker, today, row
        self._changes = TabChanges(worker, words, self, self.message_bar)
        self._about = plain_label(about(words, row), "muted")
        self._about.setWordWrap(True)
        self.quotes = QuotesTable(words, today, self._changes, self.new)
        self.body.addWidget(self._about)
        self.body.addWidget(self.quotes, 1)
        self._rereading = Rereading(self, worker.changed, self._read)
        self._read()

    def new(self) -> None:
        """Note what the person said."""
        today = self._today()
        dialog = QuoteDialog(self.words, today, self._row.placement, self._about.text(), self)

        def job() -> Callable[[Transaction], Quote]:
            quote = dialog.quote()
            return lambda tx: quotes.save(tx, quote, today)

        self._changes.ask(dialog, job)

    def _read(self) -> None:
        person_id = self._row.placement.person_id

        def ask(tx: Transaction) -> tuple[list[Quote], bool]:
            return quotes.of_placement(tx, self._row.id), quotes.is_protected(tx, person_id)

        self._worker.read(
            self,
            ask,
            lambda found: self.quotes.show_quotes(found[0], protected=found[1]),
            self._changes.refuse,
        )
