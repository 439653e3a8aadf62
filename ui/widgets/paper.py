"""A paper in the PDF view, opened before it is made."""

from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.office import Office
from mentorapp.domain.records import Record
from mentorapp.operations.papers_out import Paper
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.paper_trail import PaperTrail
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain_dialog import PlainDialog
from ui.work import Worker


class PaperDialog(PlainDialog):
    """Opens at once and shows the paper when it is made.

    `title` and `file_name` name nobody: both are seen by others.
    """

    def __init__(
        self,
        worker: Worker,
        words: Words,
        title: str,
        file_name: str,
        parent: QWidget | None = None,
        about: tuple[type[Record], UUID] | None = None,
    ) -> None:
        """`about` is the record that it tells of, for the log."""
        super().__init__(words, title, QSize(920, 760), parent)
        self._title, self._file_name = title, file_name
        kind, ids = (about[0], (about[1],)) if about else (Office, ())
        trail = PaperTrail(worker, self, Paper(title, kind, ids))
        self.pdf = PdfView(words, trail.printed, trail.saved)
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
