"""The tab "Word lists" of Settings: what interests and occupations forms offer."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentorapp.domain.word_lists import OwnWord, WordList
from mentorapp.operations import Transaction, word_lists
from mentorapp.operations.word_lists import WordRow
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.labels import label
from ui.format import capital, plain_label
from ui.rights import only_shown
from ui.theme import Tone
from ui.widgets.fields import CheckField, ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.widgets.taking_back import undo_button
from ui.word_lists.dialog import WordDialog
from ui.work import Worker


class WordListsTab(QWidget):
    """The words of one list at a time, those that ship and the office's own."""

    def __init__(self, worker: Worker, words: Words, message_bar: MessageBar) -> None:
        super().__init__()
        self._worker, self._words, self._bar = worker, words, message_bar
        self._changes = TabChanges(worker, words, self, message_bar)
        _ = words.text
        self.which = ChoiceField([(one, capital(label(words, one))) for one in WordList])
        self.which.setAccessibleName(_("List"))
        self.which.setMaximumWidth(200)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search word …"))
        self.search.setAccessibleName(_("Search word …"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.own_alone = CheckField(_("The office’s own alone"))
        self.table: TabTable[WordRow] = TabTable(
            _columns(words),
            words.language,
            _("Word lists"),
            _("No word is like that. Add one of the office’s own."),
        )
        self.table.add_plain_button(_("New word …"), "plus", self._new)
        self._rename = self.table.add_button(_("Rename …"), "pencil", self._edit, opens=True)
        self._hide = self.table.add_button(_("Offer no longer"), "ban", self._turn)
        self._lay_out()
        only_shown(self, words, worker.who, word_lists.add, *self.table.buttons)
        self.which.changed.connect(self._read)
        self.search.textChanged.connect(self.table.model.set_search)
        self.own_alone.changed.connect(self._narrow)
        self.table.table.picked.connect(self._picked)
        self._rereading = Rereading(self, worker.changed, self._read)
        self._rereading.ask()

    def refresh(self) -> None:
        """Read the list anew."""
        self._rereading.ask()

    def _lay_out(self) -> None:
        _ = self._words.text
        hint = plain_label(
            _(
                "Two people with the same word fit together, so few and common words help most. "
                "A word that is no longer offered stays with whoever has it."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.which)
        top.addWidget(self.search, 1)
        top.addWidget(self.own_alone)
        top.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(hint)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)

    def _read(self) -> None:
        wanted: WordList = self.which.value()
        self._worker.read(self, lambda tx: word_lists.rows(tx, wanted), self.table.show_rows)

    def _narrow(self) -> None:
        self.table.model.set_filter("own", _is_own if self.own_alone.value() else None)

    def _picked(self, row: WordRow | None) -> None:
        _ = self._words.text
        self._rename.setEnabled(row is not None and row.own)
        self._hide.setText(_("Offer again") if row and row.hidden else _("Offer no longer"))

    def _new(self) -> None:
        wanted: WordList = self.which.value()
        dialog = WordDialog(self._words, wanted, {}, self)
        self._changes.ask(
            dialog,
            lambda: _adding(wanted, dialog),
            lambda: self._words.text("Added: %(name)s.") % {"name": dialog.word()},
        )

    def _edit(self, row: WordRow) -> None:
        _ = self._words.text
        if not row.own:
            self._bar.info(
                _("A word that ships keeps its name. Offer it no longer, and add one of your own.")
            )
            return
        dialog = WordDialog(self._words, row.word_list, row.names, self)
        self._changes.ask(
            dialog,
            lambda: _renaming(row, dialog),
            lambda: _("Renamed: %(name)s.") % {"name": dialog.word()},
        )

    def _turn(self, row: WordRow) -> None:
        _ = self._words.text
        said = _("Offered again: %(name)s.") if row.hidden else _("No longer offered: %(name)s.")
        turn = word_lists.show if row.hidden else word_lists.hide
        self._worker.write(
            self,
            lambda tx: turn(tx, row.word_list, row.key),
            lambda _done: self._bar.success(
                said % {"name": row.word.name(self._words.language)},
                undo_button(self._words, self._worker),
            ),
            self._changes.refuse,
        )


def _adding(word_list: WordList, dialog: WordDialog) -> Callable[[Transaction], OwnWord]:
    names = dialog.names.value()
    return lambda tx: word_lists.add(tx, word_list, names)


def _renaming(row: WordRow, dialog: WordDialog) -> Callable[[Transaction], OwnWord]:
    names = dialog.names.value()
    return lambda tx: word_lists.rename(tx, row.word_list, row.key, names)


def _is_own(row: WordRow) -> bool:
    return row.own


def _columns(words: Words) -> list[Column[WordRow]]:
    _ = words.text

    def others(row: WordRow) -> str:
        """What it is called where papers are in another language."""
        here = row.word.name(words.language)
        names = {row.word.name(one) for one in LANGUAGES} - {here}
        return ", ".join(sorted(names))

    return [
        Column(_("Word"), lambda row: capital(row.word.name(words.language)), width=280, least=180),
        Column(_("In other languages"), others, width=360),
        Column(
            _("From"),
            lambda row: _("the office") if row.own else _("the program"),
            width=130,
            badge=lambda row: Tone.OK if row.own else Tone.MUTED,
        ),
        Column(
            _("Offered"),
            lambda row: _("No") if row.hidden else _("Yes"),
            width=110,
            badge=lambda row: Tone.WARN if row.hidden else None,
        ),
        Column(
            _("People"),
            lambda row: str(row.people or ""),
            lambda row: row.people,
            width=100,
        ),
    ]
