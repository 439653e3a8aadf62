"""Deleted: what went in the last thirty days, to be brought back or removed for good."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import deleted
from mentorapp.operations.deleted import DeletedRow
from mentorapp.words import Words
from mentorapp.words.deleted import about
from mentorapp.words.fields import kind_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.deleted.list_pages import ListPages
from ui.format import capital, plain_label
from ui.widgets.empty_state import EmptyList
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.rereading import Rereading
from ui.widgets.table_model import Column
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class DeletedDialog(PlainDialog):
    """One line for each intention that deleted something; Enter brings it back."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        read_only: Refused | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Deleted"), QSize(960, 600), parent)
        self._worker, self._today, self._read_only = worker, today, read_only
        hint = plain_label(
            _(
                "What is deleted stays here for 30 days and comes back exactly as it was. After "
                "that it is removed from the office file for good."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self._pages: ListPages[DeletedRow] = ListPages(
            columns(words),
            words.language,
            _("Deleted"),
            EmptyList(
                _("Nothing was deleted in the last 30 days"),
                _("Whatever you delete in the office can be brought back here."),
            ),
            key=lambda row: row.id,
        )
        self.model, self.table, self.empty = self._pages.model, self._pages.table, self._pages.empty
        self.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
        self.body.addWidget(hint)
        self.body.addLayout(self._pages, 1)
        self.restore_button = self.add_button(_("Bring back"), "undo-2", self.restore, primary=True)
        self.purge_button = self.add_button(_("Remove for good …"), "trash-2", self.ask_to_purge)
        self.purge_button.setProperty("danger", True)
        self.table.opened.connect(lambda _row: self.restore())
        self.table.picked.connect(lambda _row: self._wake())
        self._rereading = Rereading(self, worker.changed, self._read)
        self._wake()

    def restore(self) -> None:
        """Bring back the line that is chosen."""
        row = self.table.current_row()
        if row is None or self._refuses():
            return
        deletion_id = row.id
        self._worker.write(
            self, lambda tx: deleted.restore(tx, deletion_id), self._say_back, self._refuse
        )

    def ask_to_purge(self) -> None:
        """Removing for good cannot be undone: it takes a second press."""
        row = self.table.current_row()
        if row is None or self._refuses():
            return
        _ = self.words.text
        told = about(self.words, row.names, row.day, row.others)
        self.message_bar.warning(
            _("This cannot be undone: %(what)s.") % {"what": told or self._kind(row)},
            (_("Remove for good"), lambda: self._purge(row)),
        )
        self.message_bar.button.setFocus()

    def _purge(self, row: DeletedRow) -> None:
        _ = self.words.text
        deletion_id, said = row.id, _("Removed for good: %(what)s.") % {"what": self._kind(row)}
        self._worker.write(
            self,
            lambda tx: deleted.purge(tx, deletion_id),
            lambda _kind: self.message_bar.success(said),
            self._refuse,
        )

    def _read(self) -> None:
        today = self._today()
        self._worker.read(self, lambda tx: deleted.rows(tx, today), self._show, self._refuse)

    def _show(self, rows: list[DeletedRow]) -> None:
        self._pages.show_rows(rows)
        self._wake()

    def _wake(self) -> None:
        chosen = self.table.current_row() is not None
        for button in (self.restore_button, self.purge_button):
            button.setEnabled(chosen and self._read_only is None)

    def _say_back(self, kind: str) -> None:
        _ = self.words.text
        said = _("Brought back: %(what)s.") % {"what": kind_label(self.words, kind)}
        self.message_bar.success(said, undo_button(self.words, self._worker))

    def _kind(self, row: DeletedRow) -> str:
        return kind_label(self.words, row.kind)

    def _refuses(self) -> bool:
        if self._read_only is not None:
            self._refuse(self._read_only)
        return self._read_only is not None

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))


def columns(words: Words) -> list[Column[DeletedRow]]:
    """Kind, what, how, by whom, when, how long it stays."""
    _ = words.text
    return [
        Column(_("Kind"), lambda row: capital(kind_label(words, row.kind)), width=150),
        Column(_("What"), lambda row: about(words, row.names, row.day, row.others), width=300),
        Column(_("How"), lambda row: capital(label(words, row.how)), width=120),
        Column(_("By"), lambda row: row.actor, width=120),
        Column(
            _("When"),
            lambda row: words.date(row.on),
            sort=lambda row: (-row.on.toordinal(), -row.at.timestamp()),
            width=110,
            least=106,
        ),
        Column(
            _("Days left"),
            lambda row: words.number(row.days_left),
            sort=lambda row: row.days_left,
            width=90,
        ),
    ]
