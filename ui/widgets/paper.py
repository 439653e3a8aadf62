"""A paper in the PDF view, opened before it is made."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain_dialog import PlainDialog


class PaperDialog(PlainDialog):
    """Opens at once and shows the paper when it is made.

    `title` and `file_name` name nobody: both are seen by others.
    """

    def __init__(
        self, words: Words, title: str, file_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, title, QSize(920, 760), parent)
        self._title, self._file_name = title, file_name
        self.pdf = PdfView(words)
        self.state = plain_label(words.text("Making the paper …"), "muted")
        self.body.addWidget(self.state)
        self.body.addWidget(self.pdf, 1)

    def show_paper(self, pdf: bytes) -> None:
        """Show what was made."""
        self.state.hide()
        self.pdf.load(pdf, self._file_name, self._title)
        self.pdf.view.setFocus()

    def refuse(self, refused: Refused) -> None:
        """Say why there is no paper."""
        self.state.hide()
        self.message_bar.warning(explain(self.words, refused))
