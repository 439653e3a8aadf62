"""Copies of before the office was encrypted: shown one by one, and removed together."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.plain_copies import CopiesRemoved, LeftCopy
from mentorapp.words import Words
from mentorapp.words.backups import moment, size
from mentorapp.words.plain_copies import left_sentence, removed_sentences
from mentorapp.words.refusals import explain
from ui.backups.keeper import BackupKeeper
from ui.format import plain_label
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel


class PlainCopiesDialog(PlainDialog):
    """Nothing is removed before the office was checked and backed up with its keys."""

    def __init__(
        self,
        keeper: BackupKeeper,
        words: Words,
        left: list[LeftCopy],
        removed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`removed` is called when some are gone."""
        _ = words.text
        super().__init__(words, _("Copies that are not encrypted"), QSize(820, 480), parent)
        self._keeper, self._removed = keeper, removed
        self.told = plain_label()
        self.told.setWordWrap(True)
        hint = plain_label(
            _(
                "Before they go, the office is read through and backed up once more, encrypted. "
                "Nobody can go back to one of these afterwards."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.model: TableModel[LeftCopy] = TableModel(
            [
                Column(
                    _("Made"), lambda one: moment(words, one.made), lambda one: one.made, width=170
                ),
                Column(
                    _("Size"), lambda one: size(words, one.size), lambda one: one.size, width=100
                ),
                Column(_("File"), lambda one: str(one.path), width=460),
            ],
            words.language,
        )
        self.table = TableView(self.model, self.heading.text(), key=lambda one: one.path)
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.body.addWidget(self.told)
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.remove_button = self.add_button(
            _("Check and remove all"), "trash-2", self._remove, primary=True
        )
        self._show(left)
        self.table.headings.fit()

    def _show(self, left: list[LeftCopy]) -> None:
        self.model.show(left)
        self.told.setText(left_sentence(self.words, len(left)))
        self.told.setVisible(bool(left))
        self.remove_button.setEnabled(bool(left))

    def _remove(self) -> None:
        self.remove_button.setEnabled(False)
        self._keeper.remove_plain(self, self._say_removed, self._refuse)

    def _say_removed(self, done: CopiesRemoved) -> None:
        self._show(list(done.left))
        said = " ".join(removed_sentences(self.words, done))
        if done.left:
            self.message_bar.warning(said)
        else:
            self.message_bar.success(said)
        self._removed()

    def _refuse(self, refused: Refused) -> None:
        self.remove_button.setEnabled(True)
        self.message_bar.warning(explain(self.words, refused))
