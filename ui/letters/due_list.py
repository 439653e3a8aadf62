"""The letters that running pairs are owed: choose some or all, and look at them before printing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from mentorapp.domain.letters import WITHOUT_ADDRESS, LetterDue, LetterKey, LetterKind
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.theme import Tone
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import Column, TableModel

_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class DueList(ListPage[LetterDue]):
    """Letters due. With nothing selected, all that are shown are meant."""

    preview_wanted = Signal(object)
    """A list of `LetterDue` to be shown as they will be printed."""
    labels_wanted = Signal(object)
    """A list of `LetterDue` whose receivers are to have address labels."""
    another_wanted = Signal()
    """A letter that is not due is wanted."""

    def __init__(self, words: Words) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Letters to print"),
            TableModel(_columns(words), words.language),
            EmptyList(
                _("No letters to print"),
                _("New pairs get a letter each as soon as a proposal is accepted."),
            ),
            _("Search name or number …"),
            key=_key,
        )
        self._kept: set[LetterKey] = set()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.add_filter(
            _("Letter"),
            _("All letters"),
            [(kind, letter_name(words, kind)) for kind in LetterKind],
            lambda row, kind: row.kind is kind,
        )
        self.add_filter(
            _("How it reaches the reader"),
            _("By post and in person"),
            [(False, way_text(words, in_person=False)), (True, way_text(words, in_person=True))],
            lambda row, in_person: row.in_person is in_person,
        )
        another = self.add_button(_("Another letter …"), "plus", self.another_wanted.emit)
        another.setToolTip("Ctrl+N")
        self.add_keys(new=another.click)
        self.labels_button = self.details.add_button(_("Address labels …"), "mail", self._labels)
        self.all_button = self.add_button(_("Select all"), "list-checks", self.table.selectAll)
        self.preview_button = self.add_button("", "eye", self._preview, primary=True)
        self.details.add_button(_("Preview"), "eye", self._preview)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.activated.connect(self.preview_button.click)
        self.opened.connect(lambda _row: self._preview())
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelAboutToBeReset.connect(self._keep_selection)
        self.model.modelReset.connect(self._restore_selection)
        self._say_how_many()

    def chosen(self) -> list[LetterDue]:
        """The selected letters, or all that are shown when none is selected."""
        return self._selected_rows() or self.model.shown_rows()

    def select(self, keep: Callable[[LetterDue], bool]) -> None:
        """Select the letters that `keep` accepts."""
        selection = self.table.selectionModel()
        selection.clearSelection()
        for at, row in enumerate(self.model.shown_rows()):
            if keep(row):
                selection.select(self.model.index(at, 0), _SELECT)

    def _selected_rows(self) -> list[LetterDue]:
        places = self.table.selectionModel().selectedRows()
        return [self.model.row(at) for at in sorted(place.row() for place in places)]

    def _preview(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.preview_wanted.emit(chosen)

    def _labels(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.labels_wanted.emit(chosen)

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._say_how_many()
        self._show_card(self._selected_rows())

    def _say_how_many(self) -> None:
        words, n = self._words, len(self.chosen())
        text = words.plural("Preview %(n)d letter", "Preview %(n)d letters", n)
        self.preview_button.setText(text if n else words.text("Preview"))
        self.preview_button.setEnabled(n > 0)
        self.labels_button.setEnabled(n > 0)
        self.all_button.setEnabled(self.model.rowCount() > 0)

    def _show_card(self, rows: Sequence[LetterDue]) -> None:
        words, _ = self._words, self._words.text
        if not rows:
            self.details.show_nothing()
        elif len(rows) > 1:
            by_hand = sum(row.in_person for row in rows)
            self.details.show_facts(
                words.plural("%(n)d letter", "%(n)d letters", len(rows)),
                words.plural(
                    "%(n)d of them is handed over in person",
                    "%(n)d of them are handed over in person",
                    by_hand,
                )
                if by_hand
                else "",
            )
        else:
            (row,) = rows
            self.details.show_facts(
                row.receiver,
                letter_name(words, row.kind),
                [
                    (_("Number"), str(row.number)),
                    (_("Due since"), words.date(row.due_since)),
                    (_("Way"), long_way_text(words, row)),
                ],
            )

    def _keep_selection(self) -> None:
        self._kept = {_key(row) for row in self._selected_rows()}

    def _restore_selection(self) -> None:
        self.select(lambda row: _key(row) in self._kept)
        self._say_how_many()


def _key(row: LetterDue) -> LetterKey:
    return row.key


def letter_name(words: Words, kind: LetterKind) -> str:
    """The kind of letter with a capital, as a table and a heading have it."""
    text = label(words, kind)
    return text[:1].upper() + text[1:]


def way_text(words: Words, *, in_person: bool) -> str:
    """How the letter reaches its reader, for a column."""
    return words.text("hand over in person") if in_person else words.text("by post")


def long_way_text(words: Words, row: LetterDue) -> str:
    """How the letter reaches its reader, and why."""
    if row.protected:
        return words.text("Protected address: no address on the letter. Hand it over in person.")
    if row.kind in WITHOUT_ADDRESS:
        return words.text("The sheet bears no address. Put it behind a letter or hand it over.")
    if row.in_person:
        return words.text("No address is registered. Hand it over in person.")
    return words.text("By post, in a window envelope")


def _columns(words: Words) -> list[Column[LetterDue]]:
    _ = words.text
    return [
        Column(
            _("Number"),
            lambda row: str(row.number),
            # The mentor's letter first, as they are printed.
            sort=lambda row: (row.number, row.kind.value),
            width=96,
        ),
        Column(_("To"), lambda row: row.receiver, width=210, least=130),
        Column(_("Letter"), lambda row: letter_name(words, row.kind), width=220, least=160),
        Column(
            _("Due since"),
            lambda row: words.date(row.due_since),
            sort=lambda row: row.due_since,
            width=116,
        ),
        Column(
            _("Way"),
            lambda row: way_text(words, in_person=row.in_person),
            width=150,
            badge=lambda row: Tone.WARN if row.in_person else None,
        ),
    ]
