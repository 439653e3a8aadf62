"""A PDF inside the window, from bytes: nothing about anybody is left in a temporary file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPageSize, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.operations.files import both_sides, write_whole
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.buttons import picture_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.message_bar import MessageBar
from ui.widgets.printing import PrintJob


class PdfView(QWidget):
    """Pages below each other as wide as the view, with Save, Print, zoom and the page number.

    `on_printed` is called when everything went to the printer, `on_saved` when it was saved.
    """

    def __init__(
        self,
        words: Words,
        on_printed: Callable[[], object] | None = None,
        on_saved: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._printed = on_printed
        self._saved = on_saved
        self._bytes = b""
        self._file_name = "mentorapp.pdf"
        self._job_title = "Mentorapp"
        self._job: PrintJob | None = None
        # The document reads from the buffer as long as it lives.
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(_("Pages"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.message_bar = MessageBar(words)
        self.page = ElidedLabel("muted")
        self.save_button = picture_button(_("Save PDF …"), "save", self.ask_where_to_save)
        self.print_button = picture_button(_("Print …"), "printer", self.ask_printer)
        self.out_button = self._zoom_button("−", _("Smaller"), 1 / 1.25)
        self.in_button = self._zoom_button("+", _("Larger"), 1.25)
        self.width_button = QToolButton()
        self.width_button.setText(_("Page width"))
        self.width_button.clicked.connect(
            lambda: self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        )
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for widget in (self.page, self.out_button, self.in_button, self.width_button):
            bar.addWidget(widget)
        bar.addStretch()
        for button in (self.save_button, self.print_button):
            button.setEnabled(False)
            bar.addSpacing(4)
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.view, 1)
        # The desk the sheets lie on.
        ground = self.view.palette()
        ground.setColor(QPalette.ColorRole.Dark, ground.color(QPalette.ColorRole.Midlight))
        self.view.setPalette(ground)

        QWidget.setTabOrder(self.print_button, self.view)
        self.view.pageNavigator().currentPageChanged.connect(self._count)

    def load(self, pdf: bytes, file_name: str, job_title: str) -> None:
        """Show `pdf`.

        `file_name` is proposed when saving and `job_title` stands in the printer's queue, where
        others see it: neither may name a person.
        """
        self._bytes = pdf
        self._file_name = file_name
        self._job_title = job_title
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        there = self.document.pageCount() > 0
        self.save_button.setEnabled(there)
        self.print_button.setEnabled(there)
        self.print_button.setToolTip(self._how_it_is_printed())
        self._count(0)

    def ask_where_to_save(self) -> None:
        """Let the user choose a file and write it."""
        _ = self._words.text
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save PDF"), self._file_name, _("PDF files (*.pdf)")
        )
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, file: Path) -> bool:
        """Write the PDF to `file`, whole or not at all; says how it went."""
        try:
            write_whole(file, self._bytes)
        except CannotWriteFile as trouble:
            self.message_bar.error(explain(self._words, trouble))
            return False
        self.message_bar.success(self._words.text("Saved as %(file)s.") % {"file": file.name})
        if self._saved is not None:
            self._saved()
        return True

    def ask_printer(self) -> None:
        """Let the user choose a printer and pages."""
        printer = self.printer()
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self.document.pageCount()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(
            lambda result: self.print_on(printer) if result == QDialog.DialogCode.Accepted else None
        )
        QDialog.open(dialog)  # the print dialog hides the open() of its class

    def printer(self) -> QPrinter:
        """The usual printer with A4, and with the sides of the sheet that the paper asks for; where
        it asks for none, those that the printer is set to.
        """
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setDocName(self._job_title)
        made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        both = both_sides(self._bytes)
        if both is not None:
            duplex = QPrinter.DuplexMode
            made.setDuplex(duplex.DuplexLongSide if both else duplex.DuplexNone)
        return made

    def print_on(self, printer: QPrinter) -> None:
        """Send the pages that `printer` asks for, page by page in the background."""
        _ = self._words.text
        self.print_button.setEnabled(False)
        self._job = PrintJob(self.document, printer, self)
        self._job.progressed.connect(
            lambda done, total: self.message_bar.info(
                _("Printing page %(page)s of %(pages)s …") % {"page": done, "pages": total}
            )
        )
        self._job.finished.connect(self._print_ended)
        self._job.start()

    def _print_ended(self, ok: bool) -> None:
        self._job = None
        self.print_button.setEnabled(True)
        if not ok:
            self.message_bar.error(
                self._words.text("The printer did not take the pages. Save the PDF instead.")
            )
            return
        self.message_bar.success(self._words.text("Sent to the printer."))
        if self._printed is not None:
            self._printed()

    def _how_it_is_printed(self) -> str:
        _ = self._words.text
        said = [_("Printed at full size, never fitted to the page.")]
        both = both_sides(self._bytes)
        if both is not None:
            said.append(_("On both sides of the sheet.") if both else _("On one side."))
        return " ".join(said)

    def _count(self, page: int) -> None:
        pages = self.document.pageCount()
        self.page.setText(
            self._words.text("Page %(page)s of %(pages)s") % {"page": page + 1, "pages": pages}
            if pages
            else ""
        )

    def _zoom_button(self, text: str, name: str, factor: float) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setMinimumSize(QSize(32, 32))
        button.clicked.connect(lambda: self._zoom(factor))
        return button

    def _zoom(self, factor: float) -> None:
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            # The factor that page width means now, so that the first step is a step.
            width = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
            self.view.setZoomFactor((self.view.viewport().width() - 24) / max(width, 1))
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(5.0, max(0.2, self.view.zoomFactor() * factor)))
