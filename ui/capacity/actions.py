"""What can be done about offers, from the page and from an organisation's file alike."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.errors import InvalidField
from mentorapp.operations import Transaction, capacity, placement_rows
from mentorapp.operations.capacity import OfferRow
from mentorapp.words import Words
from ui.capacity.dialog import OfferDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.tab_changes import TabChanges
from ui.work import Worker


class OfferActions:
    """Opens forms over `home`, writes, and says in `bar` how it went."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
    ) -> None:
        self._worker, self._words, self._today, self._home = worker, words, today, home
        self.changes = TabChanges(worker, words, home, bar)

    def new(self, organisation_id: UUID | None = None) -> None:
        """An empty form, of one organisation if given."""
        self._ask(None, organisation_id)

    def edit(self, row: OfferRow) -> None:
        """The form of one; a last day ends it."""
        self._ask(row.offer, None)

    def delete(self, row: OfferRow) -> None:
        """Delete it, with Undo."""
        self.changes.do(
            lambda tx: capacity.delete(tx, row.id),
            self._words.text("The offer was deleted."),
            capacity.restore,
        )

    def _ask(self, offer: OfferedPlaces | None, organisation_id: UUID | None) -> None:
        self._worker.read(
            self._home,
            lambda tx: placement_rows.choices(tx).organisations,
            lambda offered: self._form(offer, offered, organisation_id),
            self.changes.refuse,
        )

    def _form(
        self,
        offer: OfferedPlaces | None,
        offered: tuple[tuple[UUID, str], ...],
        organisation_id: UUID | None,
    ) -> None:
        dialog = OfferDialog(
            self._words, self._today(), offer, offered, organisation_id, self._home
        )

        def job() -> Callable[[Transaction], OfferedPlaces]:
            try:
                typed = dialog.offer()
            except InvalidField as missing:
                return _refusing(missing)
            return lambda tx: capacity.save(tx, typed)

        self.changes.ask(dialog, job)


def _refusing(why: InvalidField) -> Callable[[Transaction], OfferedPlaces]:
    def write(_tx: Transaction) -> OfferedPlaces:
        raise why

    return write
