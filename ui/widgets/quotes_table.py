"""Quotations with what may be done about each; for a person's interviews and a placement alike."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.interviews import Quote
from mentorapp.operations import quotes
from mentorapp.words import Words
from mentorapp.words.interviews import say_consent
from ui.format import one_line
from ui.theme import Tone
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column


class QuotesTable(TabTable[Quote]):
    """Newest first. The consent is withdrawn and quotations are deleted here, both with Undo."""

    def __init__(
        self,
        words: Words,
        today: Callable[[], date],
        changes: TabChanges,
        new: Callable[[], object],
        edit: Callable[[Quote], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`edit` is left out where quotations are only noted."""
        _ = words.text
        self._words, self._today, self._changes = words, today, changes
        self._protected = False
        super().__init__(
            self._columns(),
            words.language,
            _("Quotations"),
            _("No quotation noted."),
            Qt.SortOrder.DescendingOrder,
            parent,
        )
        self.add_plain_button(_("New quotation …"), "plus", new)
        if edit is not None:
            self.add_button(_("Edit …"), "pencil", edit, opens=True)
        self.withdraw_button = self.add_button(_("Withdraw consent"), "ban", self._withdraw)
        self.add_button(_("Delete"), "trash-2", self._delete, keys="Delete")

    def show_quotes(self, found: list[Quote], *, protected: bool) -> None:
        """Of somebody `protected` nothing is printed, whatever he agreed to."""
        self._protected = protected
        self.show_rows(found)

    def _withdraw(self, quote: Quote) -> None:
        today = self._today()
        self._changes.do(
            lambda tx: quotes.withdraw(tx, quote.id, today, today),
            self._words.text("The consent is withdrawn: the quotation is not printed again."),
            lambda tx, done: quotes.save(tx, replace(done, withdrawn_on=None), today),
        )

    def _delete(self, quote: Quote) -> None:
        self._changes.do(
            lambda tx: quotes.remove(tx, quote.id),
            self._words.text("The quotation was deleted."),
            quotes.restore,
        )

    def _columns(self) -> list[Column[Quote]]:
        words, _ = self._words, self._words.text

        def tone(quote: Quote) -> Tone:
            return Tone.OK if quote.may_be_printed and not self._protected else Tone.MUTED

        return [
            Column(
                _("Said on"),
                lambda quote: words.date(quote.said_on),
                lambda quote: quote.said_on,
                width=120,
            ),
            Column(_("Quotation"), lambda quote: one_line(quote.text), width=380),
            Column(_("Named as"), lambda quote: quote.credit, width=130),
            Column(
                _("Consent"),
                lambda quote: say_consent(words, quote, protected=self._protected),
                width=260,
                badge=tone,
            ),
        ]
