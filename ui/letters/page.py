"""The page of letters: due, issued, and the preview from which they are printed or saved."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from mentorapp.domain.errors import CannotWriteFile, Refused
from mentorapp.domain.letters import (
    LetterDue,
    LetterIssued,
    LetterKind,
    in_order_of_envelopes,
)
from mentorapp.operations import Transaction, labels, letter_choices, letters
from mentorapp.operations.files import write_whole
from mentorapp.operations.letter_choices import LetterChoices
from mentorapp.operations.letters import IssuedRow, Prepared, Rendered
from mentorapp.words import Words
from mentorapp.words.letters import say_missing
from mentorapp.words.refusals import explain
from ui.letters.due_list import DueList, letter_name
from ui.letters.issued_list import IssuedList
from ui.letters.labels_dialog import LabelsDialog
from ui.letters.new_dialog import NewLetterDialog
from ui.letters.preview import LettersPreview
from ui.letters.trail import trail_of
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_button, undo_by
from ui.work import Progress, Worker


class LettersPage(QWidget):
    """Letters are read on the database's thread, made on another and shown here.

    They count as issued when they were printed or saved, not when somebody looked at them.
    """

    settings_wanted = Signal()
    """The office is to be filled in before its letters are printed."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._worker, self._words, self._today = worker, words, today
        self._shown: Rendered | None = None
        self._prepared: Prepared | None = None
        self._recorded = False
        self._lacking = ""
        self._sought: UUID | None = None
        self._making: Progress | None = None
        self.message_bar = MessageBar(words)
        self.due = DueList(words)
        self.issued = IssuedList(words)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Letters"))
        for page in (self.due, self.issued):
            inside = page.layout()
            if inside is not None:
                inside.setContentsMargins(0, 14, 0, 0)  # the page around has its own
        self.tabs.addTab(self.due, _("To print"))
        self.tabs.addTab(self.issued, _("Issued"))
        self._preview = LettersPreview(words, self._record)
        self.pdf = self._preview.pdf
        self._preview.left.connect(self.leave_preview)
        self._preview.apart_wanted.connect(self._save_apart)
        self._preview.unsent_wanted.connect(self._leave_out_sent)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self._preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.stack, 1)
        self.due.preview_wanted.connect(self.preview)
        self.due.another_wanted.connect(self.ask_for_another)
        self.due.labels_wanted.connect(self._print_labels)
        self.issued.again_wanted.connect(self._again)
        self.issued.kept_wanted.connect(self._show_as_printed)
        self.issued.spoilt_wanted.connect(self._mark_spoilt)

    def refresh(self) -> None:
        """Read both lists anew, and letters on the screen that waited for the office's data."""
        also, today = self._sought, self._today()
        self._worker.read(
            self,
            lambda tx: (letters.due(tx, today), letters.issued(tx, also=also)),
            lambda got: self._show(*got),
        )
        idle = self._making is None or self._making.cancelled()
        waiting = self._lacking and not self._recorded and idle
        if waiting and self._shown is not None and self.stack.currentWidget() is self._preview:
            self.preview(self._shown.dues)

    def preview(self, dues: Sequence[LetterDue]) -> None:
        """Show these letters as they will be printed."""
        today, wanted = self._today(), in_order_of_envelopes(dues)
        self._worker.read(
            self, lambda tx: letters.prepare(tx, wanted, today), self._make, self._refused
        )

    def print_pairing(self, pairing_id: UUID | None) -> None:
        """Show both letters of a pairing, issued before or not; all that are due for None."""
        today = self._today()
        self._print(
            lambda tx: (
                letters.due(tx, today)
                if pairing_id is None
                else letters.for_pairing(tx, pairing_id)
            )
        )

    def _print_labels(self, dues: list[LetterDue]) -> None:
        read = partial(labels.for_letters, dues=dues)
        LabelsDialog(self._worker, self._words, read, self.window()).open()

    def ask_for_another(self, about: UUID | None = None) -> None:
        """Ask which letter, due or not, is wanted; about whom too, where that is not known."""

        def ask(choices: LetterChoices) -> None:
            dialog = NewLetterDialog(self._words, choices, about, self.window())
            dialog.chosen.connect(self.print_about)
            dialog.open()

        self._worker.read(self, letter_choices.choices, ask, self._refused)

    def print_about(self, kind: LetterKind, record_id: UUID) -> None:
        """Show this letter about a pairing, person or organisation, issued before or not."""
        today = self._today()
        self._print(lambda tx: letter_choices.letters_about(tx, kind, record_id, today))

    def _print(self, wanted: Callable[[Transaction], list[LetterDue]]) -> None:
        today = self._today()
        self._worker.read(
            self,
            lambda tx: letters.prepare(tx, in_order_of_envelopes(wanted(tx)), today),
            self._make,
            self._refused,
        )

    def show_issued(self, letter_id: UUID) -> None:
        """Go to a letter that was issued."""
        self.stack.setCurrentWidget(self.tabs)
        self.tabs.setCurrentWidget(self.issued)
        self._sought = letter_id
        self.issued.seek(letter_id)
        self.issued.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def print_due_of(self, ids: Collection[UUID]) -> None:
        """Show the letters that are due to these people or pairings, or say that none are."""
        today = self._today()

        def prepare(tx: Transaction) -> Prepared | None:
            dues = [
                one
                for one in letters.due(tx, today)
                if one.pairing_id in ids or one.person_id in ids
            ]
            return letters.prepare(tx, dues, today) if dues else None

        def show(prepared: Prepared | None) -> None:
            if prepared is not None:
                self._make(prepared)
                return
            self.leave_preview()
            self.message_bar.info(self._words.text("No letters are due to those you chose."))

        self._worker.read(self, prepare, show, self._refused)

    def leave_preview(self) -> None:
        """Back to the lists."""
        self.stack.setCurrentWidget(self.tabs)
        self.due.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _show(self, due: list[LetterDue], issued: list[IssuedRow]) -> None:
        words, _ = self._words, self._words.text
        self.due.show_rows(due)
        self.issued.show_rows(issued)
        self.tabs.setTabText(0, _("To print (%(n)s)") % {"n": words.number(len(due))})
        self.tabs.setTabText(1, _("Issued (%(n)s)") % {"n": words.number(len(issued))})

    def _again(self, row: IssuedRow) -> None:
        today, letter = self._today(), row.letter
        self._worker.read(
            self,
            lambda tx: letters.prepare(tx, letters.again(tx, letter, today), today),
            self._make,
            self._refused,
        )

    def _make(self, prepared: Prepared) -> None:
        if self._making is not None:
            self._making.cancel()  # what was asked for last is what is wanted
        self.message_bar.clear()
        words = self._words
        lacking = say_missing(words, prepared.letters[0].office)
        self._making = self._worker.compute(
            self,
            lambda progress: letters.make(prepared, progress.report, progress.cancelled),
            lambda made: self._show_made(prepared, made, lacking),
            self._refused,
            title=words.plural("Making %(n)d letter", "Making %(n)d letters", len(prepared.dues)),
        )

    def _show_made(self, prepared: Prepared, made: Rendered, lacking: str) -> None:
        words, n = self._words, len(made.dues)
        self._making = None
        self._shown, self._prepared, self._recorded, self._lacking = made, prepared, False, lacking
        by_hand = sum(one.in_person for one in made.dues)
        hint = words.plural(
            "%(n)d has no address: hand it over in person",
            "%(n)d have no address: hand them over in person",
            by_hand,
        )
        sent = sum(one.sent_on is not None for one in made.dues)
        self._preview.describe(
            words.plural("%(n)d letter", "%(n)d letters", n),
            hint if by_hand else words.text("They count as issued when they are printed or saved."),
            sent_before=sent if sent < n else 0,
            apart=n > 1,
        )
        self._preview.show_letters(made.pdf, made.file_name)
        if lacking:
            settings = (words.text("Open settings"), self.settings_wanted.emit)
            self.pdf.message_bar.warning(lacking, settings)
        self.stack.setCurrentWidget(self._preview)

    def _leave_out_sent(self) -> None:
        if self._shown is not None:
            self.preview([one for one in self._shown.dues if one.sent_on is None])

    def _show_as_printed(self, row: IssuedRow) -> None:
        self._worker.read(
            self,
            lambda tx: letters.as_printed(tx, row.letter.id),
            lambda pdf: self._show_kept(row, pdf),
            self._refused,
        )

    def _show_kept(self, row: IssuedRow, pdf: bytes) -> None:
        """Printing this again is no new letter: it was issued when it left the first time."""
        words, letter = self._words, row.letter
        self._shown, self._prepared, self._lacking = None, None, ""
        self._preview.describe(
            letter_name(words, letter.kind),
            words.text("Exactly as it was printed %(moment)s")
            % {"moment": words.moment(letter.issued_at.astimezone())},
        )
        name = f"letter-{letter.issued_at:%Y%m%d}-{row.number}.pdf"
        self._preview.show_letters(pdf, name, trail_of(letter, self._worker, self, words))
        self.stack.setCurrentWidget(self._preview)

    def _mark_spoilt(self, rows: Sequence[IssuedRow]) -> None:
        today, ids = self._today(), [row.letter.id for row in rows]
        self._worker.write(
            self,
            lambda tx: letters.mark_failed(tx, ids, today),
            lambda done: self.message_bar.success(
                self._words.plural(
                    "%(n)d letter is due again.", "%(n)d letters are due again.", len(done)
                ),
                undo_button(self._words, self._worker),
            ),
            self._refused,
        )

    def _save_apart(self, folder: Path) -> None:
        prepared, made = self._prepared, self._shown
        if prepared is None or made is None:
            return
        words = self._words

        def write(files: dict[str, bytes]) -> None:
            try:
                for name, pdf in files.items():
                    write_whole(folder / name, pdf)
            except CannotWriteFile as trouble:
                self.pdf.message_bar.error(explain(words, trouble))
                return
            self.pdf.message_bar.success(
                words.plural("Saved as %(n)d file.", "Saved as %(n)d files.", len(files))
            )
            self._record()

        self._worker.compute(
            self,
            lambda progress: letters.make_apart(prepared, made, progress.report),
            write,
            self._refused,
            title=words.text("Making one file each"),
        )

    # Issuing

    def _record(self) -> None:
        shown = self._shown
        if shown is None or self._recorded:
            return
        self._recorded = True
        self._worker.write(
            self,
            lambda tx: letters.record(tx, shown),
            lambda done: self._say_recorded(shown, done),
            lambda refused: self._not_recorded(shown, refused),
        )

    def _say_recorded(self, shown: Rendered, done: list[LetterIssued]) -> None:
        words, n = self._words, len(done)
        self.message_bar.success(
            words.plural("%(n)d letter is kept as issued.", "%(n)d letters are kept as issued.", n),
            undo_by(words, self._worker, lambda: self._take_back(shown, done)),
        )

    def _take_back(self, shown: Rendered, done: list[LetterIssued]) -> None:
        def then(_nothing: None) -> None:
            self._recorded = self._recorded and self._shown is not shown
            self.message_bar.info(
                self._words.plural(
                    "%(n)d letter is due again.", "%(n)d letters are due again.", len(done)
                )
            )

        self._worker.write(self, lambda tx: letters.unrecord(tx, done), then, self._refused)

    def _not_recorded(self, shown: Rendered, refused: Refused) -> None:
        if self._shown is shown:
            self._recorded = False
        self._refused(refused)

    def _refused(self, refused: Refused) -> None:
        self._making = None
        self.message_bar.warning(explain(self._words, refused))
