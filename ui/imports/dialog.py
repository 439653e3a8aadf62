"""The import from the first step to the last."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.errors import Cancelled, CannotWriteFile, Refused
from mentorapp.domain.imports import ImportKind
from mentorapp.operations import imports
from mentorapp.operations.imports import Applied, Preview, Setting, Source
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import one_line, plain_label
from ui.imports.check_step import CheckStep
from ui.imports.columns_step import ColumnsStep
from ui.imports.done_step import DoneStep
from ui.imports.file_step import FileStep
from ui.imports.left_out import write_left_out
from ui.imports.reading import Loaded, load, read_rows
from ui.imports.wording import heading_text, left_out_text, next_text, trail_text
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import picture_button
from ui.widgets.enter import EnterDialog, press_with_ctrl_enter
from ui.widgets.message_bar import MessageBar
from ui.widgets.room import within_screen
from ui.work import Progress, Worker

T = TypeVar("T")


class ImportDialog(EnterDialog):
    """File, columns, check, done. Nothing is written before Import is chosen in the third step.

    Reading and taking apart is done beside the database, comparing on its thread.
    """

    imported = Signal(object)
    """The `Applied` of an import that was carried out."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        kind: ImportKind = ImportKind.ORGANISATIONS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._worker, self._words, self._today = worker, words, today
        self._loaded: Loaded | None = None
        self._found: Preview | None = None
        self._busy = False
        self._progress = Progress()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import"))
        self.setSizeGripEnabled(True)
        self.resize(within_screen(self, QSize(1080, 680)))
        self.message_bar = MessageBar(words)
        self.busy_bar = BusyBar(words)
        self.file = FileStep(words)
        self.file.kind.set_value(kind)
        self.columns = ColumnsStep(words)
        self.check = CheckStep(words)
        self.outcome = DoneStep(words)
        self.steps = QStackedWidget()
        for step in (self.file, self.columns, self.check, self.outcome):
            self.steps.addWidget(step)
        self._heading = plain_label(name="h1")
        self._trail = plain_label(name="muted")
        self.back_button = picture_button(_("Back"), "arrow-left", self._back)
        self.close_button = picture_button(_("Cancel"), "x", self.reject)
        self.next_button = picture_button("", "arrow-right", self._go_on, primary=True)
        self._lay_out()
        self.file.chosen.connect(self.read_file)
        self.columns.sheet_wanted.connect(self._read_sheet)
        self.check.decided.connect(self._show_step)
        self.outcome.save_wanted.connect(self._ask_where_to_save)
        worker.busy.connect(self.busy_bar.show_activity)
        worker.idle.connect(self.busy_bar.hide)
        press_with_ctrl_enter(self.next_button, self, _("Go on"))
        self._show_step()

    # The steps

    def read_file(self, file: Path, sheet: str | None = None) -> None:
        """Take this file apart and show its columns."""
        kind = self.file.kind.value()
        self._begin()
        self._beside(
            lambda: load(file, kind, sheet),
            self._show_columns,
            self._words.text("Reading the file"),
        )

    def _read_sheet(self, sheet: str) -> None:
        if self._loaded is not None and sheet:
            self.read_file(self._loaded.file, sheet)

    def _beside(self, job: Callable[[], T], then: Callable[[T], object], title: str) -> None:
        """Work beside the database. The worker drops what was cancelled; here it is told."""
        answered = False

        def answer(found: T) -> None:
            nonlocal answered
            answered = True
            then(found)

        def ended() -> None:
            if not answered:
                self._end()
                if self._progress.cancelled():
                    self._refused(Cancelled())

        self._progress = self._worker.compute(
            self, lambda _progress: job(), answer, self._refused, ended, title
        )

    def _show_columns(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.columns.show_table(loaded)
        self._go_to(self.columns)
        self._end()

    def compare(self) -> None:
        """Read every row with the columns as they are assigned, and compare with the office."""
        self._begin()
        self._worker.read(self, imports.setting, self._read_rows, self._gave_up)

    def _read_rows(self, office: Setting) -> None:
        loaded, columns, today = self._loaded, self.columns.columns, self._today()
        if loaded is None:
            return
        self._beside(
            lambda: read_rows(loaded, columns, office, today),
            self._compare,
            self._words.text("Reading the rows"),
        )

    def _compare(self, source: Source) -> None:
        today, progress = self._today(), Progress()
        self._progress = progress
        self._worker.read(
            self,
            lambda tx: imports.preview(tx, source, today, progress.report, progress.cancelled),
            self._show_preview,
            self._gave_up,
            title=self._words.text("Comparing with the office"),
            progress=progress,
        )

    def _show_preview(self, found: Preview) -> None:
        self._end()
        self._found = found
        self.check.show_preview(found)
        self._go_to(self.check)

    def carry_out(self) -> None:
        """Back the office up, and write all accepted rows in one transaction."""
        title = self._words.text("Backing up")
        if (found := self._found) is not None:
            self._begin()
            self._beside(self._worker.keep_first, lambda _kept: self._write(found), title)

    def _write(self, found: Preview) -> None:
        decisions, today = self.check.decisions, self._today()
        progress = self._progress = Progress()
        self._worker.write(
            self,
            lambda tx: imports.apply(
                tx, found.source, today, decisions, progress.report, progress.cancelled
            ),
            self._show_done,
            self._refused,
            self._end,
            title=self._words.text("Importing"),
            progress=progress,
        )

    def _show_done(self, applied: Applied) -> None:
        self.outcome.show_applied(applied)
        self._go_to(self.outcome)
        self.imported.emit(applied)

    # Rows that were left out

    def _ask_where_to_save(self) -> None:
        if self._found is None:
            return
        found, decisions, words = self._found, self.check.decisions, self._words
        self._worker.compute(
            self,
            lambda _progress: imports.rejected(found, words, decisions),
            lambda made: self._choose_file(*made),
            self._refused,
        )

    def _choose_file(self, data: bytes, suffix: str) -> None:
        _ = self._words.text
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the rows left out"), _("not-imported") + suffix, f"*{suffix}"
        )
        if name:
            self.save_rejected(Path(name), data)

    def save_rejected(self, file: Path, data: bytes) -> None:
        """Write the file of rows left out, whole or not at all."""
        try:
            write_left_out(self._worker, self, self._words, file, data)
        except CannotWriteFile as trouble:
            self._refused(trouble)
            return
        said = self._words.text("Saved as %(file)s. Mend the rows and import the file again.")
        self.message_bar.success(said % {"file": file.name})

    # The frame

    def _go_on(self) -> None:
        step = self.steps.currentWidget()
        if step is self.columns:
            self.compare()
        elif step is self.check:
            self.carry_out()
        elif step is self.outcome:
            self._start_anew()

    def _back(self) -> None:
        here = self.steps.currentWidget()
        self._go_to(self.file if here is self.columns else self.columns)

    def _start_anew(self) -> None:
        self._loaded = self._found = None
        self._go_to(self.file)
        self.file.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, step: QWidget) -> None:
        self.message_bar.clear()
        self.steps.setCurrentWidget(step)
        self._show_step()

    def _begin(self) -> None:
        self._busy = True
        self._progress = Progress()
        self.message_bar.clear()
        self._show_step()

    def _end(self) -> None:
        self._busy = False
        self._show_step()
        step = self.steps.currentWidget()
        # What was disabled meanwhile has sent the focus on to Cancel.
        if step is self.file:
            self.file.zone.button.setFocus()
        else:
            self.next_button.setFocus()

    def _refused(self, refused: Refused) -> None:
        if isinstance(refused, Cancelled):
            self.message_bar.info(self._words.text("Cancelled: nothing was imported."))
        else:
            self.message_bar.warning(explain(self._words, refused))

    def _gave_up(self, refused: Refused) -> None:
        self._end()
        self._refused(refused)

    def _show_step(self) -> None:
        words, _ = self._words, self._words.text
        step = self.steps.currentWidget()
        here = self.steps.currentIndex()
        kind = self.file.kind.value() if here else None
        self._heading.setText(heading_text(words, kind))
        name = one_line(self._loaded.file.name, 60) if here and self._loaded is not None else ""
        self._trail.setText(trail_text(words, here, name))
        self.back_button.setVisible(step in {self.columns, self.check})
        self.next_button.setVisible(step is not self.file)
        accepted = self.check.accepted if step is self.check else 0
        self.next_button.setText(next_text(words, here, accepted))
        self.close_button.setText(_("Close") if step is self.outcome else _("Cancel"))
        self.file.setEnabled(not self._busy)
        self.back_button.setEnabled(not self._busy)
        nothing = step is self.check and not accepted
        self.next_button.setEnabled(not self._busy and not nothing)
        left = (self.check.left_out, self.check.undecided) if step is self.check else (0, 0)
        self._hint.setText(left_out_text(words, *left))

    # Closing

    def reject(self) -> None:
        if self._may_close():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _may_close(self) -> bool:
        """Decisions are work; they are not thrown away by a slip of the finger.

        An import under way is stopped, and the dialog stays to tell what came of it.
        """
        step = self.steps.currentWidget()
        if self._busy:
            self._progress.cancel()
            return step is not self.check
        if step is not self.check or not self.check.decisions:
            return True
        _ = self._words.text
        self.message_bar.warning(
            _("Nothing has been imported yet, and your decisions would be lost."),
            (_("Close all the same"), lambda: QDialog.reject(self)),
        )
        return False

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._heading)
        top.addWidget(self._trail)
        top.addStretch()
        self._hint = plain_label(name="muted")
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self.back_button)
        bottom.addStretch()
        bottom.addWidget(self._hint)
        bottom.addWidget(self.close_button)
        bottom.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.busy_bar)
        layout.addWidget(self.steps, 1)
        layout.addLayout(bottom)
