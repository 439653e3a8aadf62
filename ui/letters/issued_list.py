"""The letters that left the office, with what they said."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.operations.letters import IssuedRow
from mentorapp.words import Words, language_name
from mentorapp.words.letters import text_as_printed
from ui.letters.due_list import letter_name
from ui.theme import Tone
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import Column, TableModel


class IssuedList(ListPage[IssuedRow]):
    """Newest first; the card shows the text as it was printed."""

    again_wanted = Signal(object)
    """An `IssuedRow` whose letter is wanted once more, with what holds today."""
    kept_wanted = Signal(object)
    """An `IssuedRow` whose letter is wanted as it was printed."""
    spoilt_wanted = Signal(object)
    """The printer spoilt these `IssuedRow`s."""

    def __init__(self, words: Words) -> None:
        _ = words.text
        model = TableModel(_columns(words), words.language)
        # Before the table is made: its header shows the order it finds.
        model.sort(0, Qt.SortOrder.DescendingOrder)
        super().__init__(
            words,
            _("Issued letters"),
            model,
            EmptyList(
                _("No letters issued yet"),
                _("A letter counts as issued when it was printed or saved."),
            ),
            _("Search name or number …"),
            key=lambda row: row.letter.id,
        )
        self.add_filter(
            _("Letter"),
            _("All letters"),
            [(kind, letter_name(words, kind)) for kind in LetterKind],
            lambda row, kind: row.letter.kind is kind,
        )
        self.splitter.setSizes([680, 370])
        self.text = QPlainTextEdit()
        self.kept_button = self.details.add_button(_("As it was printed"), "eye", self._kept)
        self.details.add_button(_("Print anew …"), "printer", self._again)
        self.spoilt_button = self.details.add_button(
            _("Spoilt by the printer"), "triangle-alert", self._spoilt
        )
        self.bar = self.choose_many()
        self.bar.add_button(_("Spoilt by the printer"), "triangle-alert", self._many_spoilt)
        self.picked.connect(self._show_row)
        self.opened.connect(self._open)

    def _open(self, row: IssuedRow) -> None:
        (self.kept_wanted if row.is_kept else self.again_wanted).emit(row)

    def _kept(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.kept_wanted.emit(row)

    def _spoilt(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.spoilt_wanted.emit([row])

    def _many_spoilt(self) -> None:
        self.spoilt_wanted.emit(self.chosen_rows())

    def _again(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.again_wanted.emit(row)

    def _show_row(self, row: IssuedRow | None) -> None:
        if row is None:
            self.details.show_nothing()
            return
        words, _ = self._words, self._words.text
        # Made anew for each row: the card throws away what it showed before.
        self.text = QPlainTextEdit()
        self.text.setPlainText(text_as_printed(words, row.letter))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text as printed"))
        self.text.setMinimumHeight(360)
        self.kept_button.setEnabled(row.is_kept)
        self.spoilt_button.setEnabled(row.letter.failed_on is None)
        self.details.show_facts(
            row.receiver,
            letter_name(words, row.letter.kind),
            [
                (_("Number"), str(row.number or "")),
                (_("Issued"), words.moment(_local(row.letter.issued_at))),
                (_("Issued by"), row.letter.issued_by),
                (_("Print run"), words.number(row.letter.batch) if row.letter.batch else ""),
                (_("State"), state_text(words, row.letter)),
                (_("Language"), language_name(row.letter.language)),
            ],
            more=[self.text],
        )


def state_text(words: Words, letter: LetterIssued) -> str:
    """What became of it at the printer; empty when all went well."""
    return words.text("spoilt") if letter.failed_on else ""


def _local(at: datetime) -> datetime:
    return at.astimezone()


def _columns(words: Words) -> list[Column[IssuedRow]]:
    _ = words.text
    return [
        Column(
            _("Issued"),
            lambda row: words.moment(_local(row.letter.issued_at)),
            sort=lambda row: row.letter.issued_at,
            width=150,
            least=138,
        ),
        Column(_("To"), lambda row: row.receiver, width=160, least=120),
        Column(_("Letter"), lambda row: letter_name(words, row.letter.kind), width=210, least=160),
        Column(
            _("Number"),
            lambda row: str(row.number or ""),
            sort=lambda row: row.number,
            width=90,
        ),
        Column(
            _("State"),
            lambda row: state_text(words, row.letter),
            width=90,
            badge=lambda row: Tone.WARN if row.letter.failed_on else None,
        ),
    ]
