"""The editor of a letter text: the text, the fields it can ask for, and the letter it becomes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.errors import Refused
from mentorapp.domain.letter_texts import LetterText
from mentorapp.domain.letters import READERS, Reader
from mentorapp.operations import Transaction, letters, own_texts
from mentorapp.operations.letters import Prepared, Rendered
from mentorapp.operations.own_texts import TextRow
from mentorapp.words import N_, Words
from mentorapp.words.letter_fields import as_shown, as_stored, field_name
from mentorapp.words.letter_languages import LETTER_LANGUAGES
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.rights import may, only_shown
from ui.widgets.buttons import picture_button
from ui.widgets.discard_bar import DiscardBar
from ui.widgets.fields import ChoiceField
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain_dialog import PlainDialog
from ui.work import Progress, Worker

#: Whoever types sees the letter when he pauses.
_PAUSE = 400
_SHIPPED = "shipped"
_LETTER_TO = {
    Reader.MENTOR: N_("The letter to the mentor"),
    Reader.NEWCOMER: N_("The letter to the newcomer"),
    Reader.ORGANISATION: N_("The letter to the organisation"),
}


class TextEditor(PlainDialog):
    """Fields are called by their names in the window's language; they are kept by their own."""

    saved = Signal(str)
    """What was saved, in words."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        row: TextRow,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, title, QSize(1280, 820), parent)
        _ = words.text
        self._worker, self._today, self._row = worker, today, row
        self._kept = ""
        self._texts: dict[str, str] = {}
        self._making: Progress | None = None
        self.version = ChoiceField([("", _("The text that is printed now"))])
        self.version.setAccessibleName(_("Version"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("Text of the letter"))
        self.text.setTabChangesFocus(True)
        self.faults = QLabel()
        self.faults.setTextFormat(Qt.TextFormat.PlainText)
        self.faults.setWordWrap(True)
        self.faults.setAccessibleName(_("What is wrong with the text"))
        self.fields = QListWidget()
        self.fields.setAccessibleName(_("Fields"))
        self.fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        readers = READERS[row.kind]
        self.reader = ChoiceField([(one, words.text(_LETTER_TO[one])) for one in readers])
        self.reader.setAccessibleName(_("Whose letter is shown"))
        self.reader.setVisible(len(readers) > 1)
        if Reader.NEWCOMER in readers and row.language in LETTER_LANGUAGES:
            self.reader.set_value(Reader.NEWCOMER)
        self.pdf = PdfView(words)
        self.pdf.save_button.hide()
        self.pdf.print_button.hide()
        self._discard = DiscardBar(words)
        self._discard.kept.connect(self._go_on)
        self._discard.discarded.connect(lambda: self.done(0))
        self.save_button = self.add_button(_("Save text"), "save", self.save, primary=True)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save_button.click)
        self._lay_out()
        self.text.setReadOnly(not may(worker.who, own_texts.save))
        only_shown(self, words, worker.who, own_texts.save, self.save_button)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._look)
        self.text.textChanged.connect(self._soon.start)
        self.version.changed.connect(self._take_version)
        self.reader.changed.connect(self._look)
        self.fields.itemActivated.connect(self._insert)
        key = row.id
        worker.read(
            self,
            lambda tx: (own_texts.in_force(tx, *key), own_texts.versions(tx, *key)),
            lambda got: self._show(*got),
            self._refuse,
        )

    def save(self) -> None:
        """Keep what is written as the newest version, unless something is wrong with it."""
        row, text = self._row, self._stored()
        self._worker.write(
            self,
            lambda tx: own_texts.save(tx, row.kind, row.language, text, row.letter_set),
            lambda _kept: self._saved(text),
            self._refuse,
        )

    def reject(self) -> None:
        """Close; asks first when something is not saved."""
        if self._stored().strip() != self._kept.strip():
            self._discard.ask()
        else:
            super().reject()

    def unsaved(self) -> str:
        """What is written and not saved; empty for nothing."""
        changed = self._stored().strip() != self._kept.strip()
        return f"{self.windowTitle()}\n{self.text.toPlainText()}" if changed else ""

    # Inside

    def _stored(self) -> str:
        return as_stored(self.words, self.text.toPlainText())

    def _show(self, in_force: str, versions: list[LetterText]) -> None:
        words, row = self.words, self._row
        shipped = own_texts.shipped_text(row.kind, row.language, row.letter_set)
        self._texts = {_SHIPPED: shipped, "": in_force}
        choices = [("", words.text("The text that is printed now"))]
        if shipped:
            choices.append((_SHIPPED, words.text("As it came with the program")))
        for one in versions:
            if one.text:
                self._texts[one.id.hex] = one.text
                said = words.text("%(moment)s by %(name)s") % {
                    "moment": words.moment(one.saved_at.astimezone()),
                    "name": one.saved_by,
                }
                choices.append((one.id.hex, said))
        self.version.set_choices(choices)
        for name, several in own_texts.fields_of(row.kind).items():
            item = QListWidgetItem(field_name(words, name))
            item.setToolTip(item.text())
            item.setData(Qt.ItemDataRole.UserRole, (name, several))
            self.fields.addItem(item)
        self.fields.sortItems()
        self.fields.setCurrentRow(0)
        self._kept = in_force
        self.text.setPlainText(as_shown(words, in_force))
        self.text.setFocus()

    def _take_version(self) -> None:
        text = self._texts.get(self.version.value() or "")
        if text is not None:
            self.text.setPlainText(as_shown(self.words, text))

    def _insert(self, item: QListWidgetItem) -> None:
        """The field where the cursor stands; one of several values on a line of its own."""
        name, several = item.data(Qt.ItemDataRole.UserRole)
        field = f"{{{field_name(self.words, name)}}}"
        self.text.insertPlainText(f"\n- {field}\n" if several else field)
        self.text.setFocus()

    def _insert_condition(self) -> None:
        """What follows is printed only when the chosen field has something to say."""
        item: QListWidgetItem | None = self.fields.currentItem()
        if item is None:
            return
        name, _several = item.data(Qt.ItemDataRole.UserRole)
        chosen = self.text.textCursor().selectedText().replace("\u2029", "\n")
        self.text.insertPlainText(as_shown(self.words, f"\n[if {name}]\n{chosen}\n[end]\n"))
        self.text.setFocus()

    def _look(self) -> None:
        """Say what is wrong, or show the letter."""
        row, text, today, reader = self._row, self._stored(), self._today(), self.reader.value()
        wrong = own_texts.faults(self.words, row.kind, text)
        self.faults.setText("\n".join(sentence for _line, sentence in wrong))
        self.faults.setVisible(bool(wrong))
        self.save_button.setEnabled(not wrong)
        if wrong:
            return

        def example(tx: Transaction) -> Prepared:
            return own_texts.example(tx, row.kind, row.language, text, today, reader)

        self._worker.read(self, example, self._make, self._refuse)

    def _make(self, prepared: Prepared) -> None:
        if self._making is not None:
            self._making.cancel()
        self._making = self._worker.compute(
            self,
            lambda progress: letters.make(prepared, cancelled=progress.cancelled),
            self._show_letter,
            self._refuse,
        )

    def _show_letter(self, made: Rendered) -> None:
        self._making = None
        self.pdf.load(made.pdf, "letter.pdf", self.words.text("Letter"))

    def _saved(self, text: str) -> None:
        self._kept = text
        self.saved.emit(self.words.text("The letter text is saved, and printed from now on."))
        super().reject()

    def _go_on(self) -> None:
        self._discard.hide()
        self.text.setFocus()

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))

    def _lay_out(self) -> None:
        _ = self.words.text
        hint = plain_label(
            _("# begins the subject, ## a heading, - an item of a list. Fields stand in braces."),
            "muted",
        )
        hint.setWordWrap(True)
        written = _column(self.version, hint, self.text, self.faults)
        title = plain_label(_("Fields (Enter puts one into the text)"))
        title.setBuddy(self.fields)
        title.setWordWrap(True)
        condition = picture_button(_("Only if there is one"), "filter", self._insert_condition)
        condition.setToolTip(_("Print what follows only if the chosen field has something to say"))
        asked = _column(title, self.fields, condition)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in (written, asked, _column(self.reader, self.pdf)):
            split.addWidget(part)
        split.setSizes([480, 230, 500])
        self.body.addWidget(split, 1)
        self.body.addWidget(self._discard)
        self.faults.setProperty("kind", "warning")
        self.faults.hide()


def _column(*parts: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(8)
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, (QPlainTextEdit, QListWidget, PdfView)) else 0)
    return box
