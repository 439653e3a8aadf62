"""A list whose rows are made, changed and deleted here: the buttons, the form, Undo."""

from typing import Any, Generic

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.operations import Transaction
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.form_dialog import FormDialog
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.table_model import Row, TableModel
from ui.widgets.taking_back import undo_by
from ui.work import Worker


class KeptList(ListPage[Row], Generic[Row]):
    """Features say how a row is read, shown, formed, saved, deleted and brought back.

    Rows and records have an `id`. The form tells what it holds by `record()`. `changing` are the
    buttons that somebody who may not write is not to use.
    """

    def __init__(
        self,
        worker: Worker,
        words: Words,
        title: str,
        model: TableModel[Row],
        empty: tuple[str, str],
        new_text: str,
        search_hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`empty` is what stands in place of no rows: heading and hint."""
        changes = worker.who.may(Right.WRITE)
        super().__init__(
            words,
            title,
            model,
            EmptyList(*empty, (new_text, self.new) if changes else None),
            search_hint,
            key=self.id_of,
            parent=parent,
        )
        _ = words.text
        self.worker, self.words = worker, words
        self.new_button = self.add_button(new_text, "plus", self.new, primary=True)
        self.changing = (
            self.new_button,
            self.details.add_button(_("Edit …"), "pencil", self._edit),
            self.details.add_button(_("Delete"), "trash-2", self._delete, danger=True),
        )
        self._rereading = Rereading(self, worker.changed, self._read)
        self.picked.connect(self._show_row)
        self.opened.connect(self._open)
        if changes:
            self.add_keys(self.new, self._delete)

    # What features say

    def read_rows(self, tx: Transaction) -> Any:
        """The rows, or what `take` makes them of."""
        raise NotImplementedError

    def take(self, told: Any) -> list[Row]:
        """The rows out of what was read."""
        rows: list[Row] = told
        return rows

    def id_of(self, row: Row) -> Any:
        """What tells the row from the others."""
        return getattr(row, "id", row)

    def form(self, row: Row | None) -> "RecordForm":
        """The form of a row, or of a new one."""
        raise NotImplementedError

    def save(self, tx: Transaction, record: Any) -> Any:
        """Keep what the form held."""
        raise NotImplementedError

    def delete(self, tx: Transaction, row: Row) -> Any:
        """Take the row away; what `restore` needs."""
        raise NotImplementedError

    def restore(self, tx: Transaction, held: Any) -> None:
        """Bring it back."""
        raise NotImplementedError

    def named(self, record: Any) -> str:
        """What the record is called in messages."""
        raise NotImplementedError

    def show_card(self, row: Row) -> None:
        """Tell about the row beside the list."""
        raise NotImplementedError

    # What others ask

    def refresh(self) -> None:
        """Read the list anew."""
        self._rereading.ask()

    def new(self) -> None:
        """Open an empty form."""
        self._open(None)

    # Inside

    def _read(self) -> None:
        self.worker.read(self, self.read_rows, self._show, self._refuse)

    def _show(self, told: Any) -> None:
        self.show_rows(self.take(told))
        self.select_first()

    def _show_row(self, row: Row | None) -> None:
        if row is None:
            self.details.show_nothing()
        else:
            self.show_card(row)

    def _open(self, row: Row | None) -> None:
        dialog = self.form(row)

        def keep() -> None:
            record = dialog.record()
            self.worker.write(dialog, lambda tx: self.save(tx, record), said, dialog.say)

        def said(kept: Any) -> None:
            dialog.accepted_by_office()
            self.message_bar.success(
                self.words.text("Saved: %(what)s") % {"what": self.named(kept)}
            )

        dialog.submitted.connect(keep)
        dialog.open()

    def _edit(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open(row)

    def _delete(self) -> None:
        row = self.table.current_row()
        if row is not None:
            chosen = row
            self.worker.write(
                self, lambda tx: self.delete(tx, chosen), self._say_deleted, self._refuse
            )

    def _say_deleted(self, held: Any) -> None:
        _ = self.words.text
        self.message_bar.success(
            _("Deleted: %(what)s") % {"what": self.named(held)},
            undo_by(self.words, self.worker, lambda: self._restore(held)),
        )

    def _restore(self, held: Any) -> None:
        self.worker.write(
            self,
            lambda tx: self.restore(tx, held),
            lambda _done: self.message_bar.success(
                self.words.text("Back in the list: %(what)s") % {"what": self.named(held)}
            ),
            self._refuse,
        )

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))


class RecordForm(FormDialog):
    """A form that holds one record."""

    def record(self) -> Any:
        """What the fields say."""
        raise NotImplementedError

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)
