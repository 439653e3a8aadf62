"""The buttons that write a report's tables and charts to files."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.operations import report_files
from mentorapp.operations.files import write_whole
from mentorapp.operations.report_frame import Report
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.reports.trail import trail_of
from ui.widgets.buttons import picture_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

Files = Mapping[str, bytes]


class Exports(QWidget):
    """Enabled when the report has what they write. `bar` says how it went."""

    def __init__(self, worker: Worker, words: Words, bar: MessageBar) -> None:
        super().__init__()
        _ = words.text
        self._worker, self._words, self._bar = worker, words, bar
        self._report: Report | None = None
        self._in = words
        self.xlsx_button = picture_button(
            _("Save tables as XLSX …"), "columns-3", self.ask_workbook
        )
        self.csv_button = picture_button(_("Save tables as CSV …"), "columns-3", self.ask_csv)
        self.png_button = picture_button(
            _("Save charts as pictures …"), "chart-column", self.ask_pictures
        )
        layout = FlowLayout(self, spacing=8, fill=False)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.xlsx_button, self.csv_button, self.png_button):
            button.setEnabled(False)
            layout.addWidget(button)

    def set_report(self, report: Report | None, words: Words) -> None:
        """The report that is shown, and the language it is in."""
        self._report, self._in = report, words
        tables = report is not None and bool(report.tables(words))
        self.xlsx_button.setEnabled(tables)
        self.csv_button.setEnabled(tables)
        self.png_button.setEnabled(report is not None and report.has_charts)

    def ask_workbook(self) -> None:
        """Let the user choose a file for all tables."""
        if self._report is None:
            return
        _ = self._words.text
        name = f"{report_files.stem_of(self._report, self._in)}.xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save tables as XLSX"), name, _("Workbooks (*.xlsx)")
        )
        if chosen:
            self.save_workbook(Path(chosen))

    def ask_csv(self) -> None:
        """Let the user choose a folder for a file of each table."""
        self._ask_folder(self._words.text("Save tables as CSV"), self.save_csv)

    def ask_pictures(self) -> None:
        """Let the user choose a folder for a picture of each chart."""
        self._ask_folder(self._words.text("Save charts as pictures"), self.save_pictures)

    def save_workbook(self, file: Path) -> None:
        """All tables in one file."""
        self._make(
            lambda report, words: {file.name: report_files.workbook(report, words)}, file.parent
        )

    def save_csv(self, folder: Path) -> None:
        """A file for each table."""
        self._make(report_files.csv_files, folder)

    def save_pictures(self, folder: Path) -> None:
        """A picture of each chart."""
        self._make(report_files.pictures, folder)

    def _ask_folder(self, title: str, then: Callable[[Path], object]) -> None:
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            then(Path(chosen))

    def _make(self, make: Callable[[Report, Words], Files], folder: Path) -> None:
        report, words = self._report, self._in
        if report is None:
            return
        self._worker.compute(
            self,
            lambda _progress: make(report, words),
            lambda files: self._write(report, files, folder),
            title=self._words.text("Making the files"),
        )

    def _write(self, report: Report, files: Files, folder: Path) -> None:
        try:
            for name, data in files.items():
                write_whole(folder / name, data)
        except CannotWriteFile as trouble:
            self._bar.error(explain(self._words, trouble))
            return
        trail_of(report, self._worker, self, self._words).saved()
        said = self._words.plural("%(n)d file saved in", "%(n)d files saved in", len(files))
        self._bar.success(f"{said} {folder.name}: {', '.join(files)}")
