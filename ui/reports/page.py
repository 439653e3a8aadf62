"""The page of reports: choose, see, save, print. What is handed on is kept."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import Refused
from mentorapp.domain.report_kinds import KEPT, ReportKind
from mentorapp.operations import printed_reports
from mentorapp.operations.report_files import stem_of
from mentorapp.operations.report_frame import Report
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.reports.chooser import Chooser, Known, read_known
from ui.reports.comment_field import CommentField
from ui.reports.exports import Exports
from ui.reports.trail import trail_of
from ui.rights import hold_back
from ui.widgets.message_bar import MessageBar
from ui.widgets.pdf_view import PdfView
from ui.widgets.room import scrolled
from ui.work import Progress, Worker


class ReportsPage(QWidget):
    """Shows the chosen report at once, and again after every other choice and every change.

    What was read or made for an older choice is dropped when it arrives.
    """

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._wanted: tuple[Wish, str] | None = None
        self._making: Progress | None = None
        self._shown: tuple[Report, str, bytes] | None = None
        self.message_bar = MessageBar(words)
        self.chooser = Chooser(words, today)
        naming = (one for kind, one in self.chooser.buttons.items() if kind not in KEPT)
        hold_back(words, worker.who, Right.READ, *naming)
        self.pdf = PdfView(words, on_printed=self._printed, on_saved=self._saved)
        self.comment = CommentField(worker, words)
        self.exports = Exports(worker, words, self.message_bar)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)  # running through the periods with the arrow key makes one
        self._soon.timeout.connect(self._make)
        self.chooser.changed.connect(self._soon.start)

    def refresh(self) -> None:
        """Read whom a report can be about, and make the chosen one anew."""
        today = self._today()
        self._worker.read(self, lambda tx: read_known(tx, today), self._show_known, self._refused)

    def _show_known(self, known: Known) -> None:
        self.chooser.show_known(known)
        self._make()

    def _make(self) -> None:
        self.comment.setVisible(self.chooser.kind is ReportKind.PERIOD)
        wish, language, today = self.chooser.wish(), self.chooser.language.value(), self._today()
        if wish is None:
            self._wanted = None
            return
        self._wanted = (wish, language)
        if wish.kind is ReportKind.PERIOD:
            self.comment.show_of(wish)
        self._worker.read(
            self,
            lambda tx: gather(tx, wish, today),
            lambda report: self._compute((wish, language), report),
            self._refused,
        )

    def _compute(self, asked: tuple[Wish, str], report: Report) -> None:
        if asked != self._wanted:
            return
        if self._making is not None:
            self._making.cancel()
        words = Words(asked[1])
        self._making = self._worker.compute(
            self,
            lambda _progress: report.make(words),
            lambda pdf: self._show(asked, report, pdf),
            self._refused,
            title=self._words.text("Making the report"),
        )

    def _show(self, asked: tuple[Wish, str], report: Report, pdf: bytes) -> None:
        if asked != self._wanted:
            return
        self._making = None
        words = Words(asked[1])
        self._shown = (report, asked[1], pdf)
        self.exports.set_report(report, words)
        said = report.differences(self._words)
        if said:
            self.message_bar.info(" ".join(said))
        else:
            self.message_bar.clear()
        self.pdf.load(pdf, f"{stem_of(report, words)}.pdf", self._words.text("Report"))

    def _printed(self) -> None:
        if self._shown is not None:
            trail_of(self._shown[0], self._worker, self, self._words).printed()
            self._keep(*self._shown)

    def _saved(self) -> None:
        if self._shown is not None:
            trail_of(self._shown[0], self._worker, self, self._words).saved()
            self._keep(*self._shown)

    def _keep(self, report: Report, language: str, pdf: bytes) -> None:
        """Keep what was printed or saved; a copy that cannot be kept is told of."""
        if report.kind not in KEPT:
            return
        self._worker.write(
            self,
            lambda tx: printed_reports.keep(tx, report.told, language, pdf),
            refused=self._refused,
            remember=False,
        )

    def _refused(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(264)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 12, 16)
        choices = QWidget()
        choices.setObjectName("sheet")
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chooser)
        column.addWidget(self.comment)
        column.addStretch()
        inside.addWidget(scrolled(choices), 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.pdf, 1)
        right.addWidget(self.exports)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(card)
        across.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addLayout(across, 1)
