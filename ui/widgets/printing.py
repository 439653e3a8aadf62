"""Sends a PDF to a printer without holding up the window.

A page at 300 dpi takes half a second to draw. Qt's page renderer draws on its own thread and only
the finished picture is handed to the printer here; half a second a page on the window's thread
would freeze it for minutes with five hundred letters. Pages keep their size, whatever the paper:
fitted to it, an address would leave its window.
"""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter

_DPI = 300


class PrintJob(QObject):
    """One run of pages; `finished` tells whether the printer took them all."""

    progressed = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, document: QPdfDocument, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._painter = QPainter()
        printer.setFullPage(True)  # the corner of the paper, not of what can be printed on it
        first = (printer.fromPage() or 1) - 1
        last = min(printer.toPage() or document.pageCount(), document.pageCount())
        self._pages = list(range(first, last))
        self._at = 0
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._put)

    def start(self) -> None:
        """Begin; progress and end are told by signals."""
        if not self._pages or not self._painter.begin(self._printer):
            QTimer.singleShot(0, lambda: self.finished.emit(False))
            return
        self._ask()

    def _ask(self) -> None:
        page = self._pages[self._at]
        self.progressed.emit(self._at + 1, len(self._pages))
        scale = min(self._printer.resolution(), _DPI) / 72
        size: QSize = (self._document.pagePointSize(page) * scale).toSize()
        self._renderer.requestPage(page, size)

    def _put(self, page: int, _size: QSize, image: QImage) -> None:
        if page != self._pages[self._at]:
            return
        if self._at and not self._printer.newPage():
            self._end(ok=False)
            return
        size = self._document.pagePointSize(page) * (self._printer.resolution() / 72)
        self._painter.drawImage(QRectF(QPointF(0, 0), size), image, QRectF(image.rect()))
        self._at += 1
        if self._at == len(self._pages):
            self._end(ok=True)
        else:
            self._ask()

    def _end(self, *, ok: bool) -> None:
        taken = self._painter.end()
        self.finished.emit(ok and taken)
        self.deleteLater()
