"""What the coordinator says to a period's report: typed, kept, printed on it."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mentorapp.operations import report_comments
from mentorapp.operations.report_gathering import Wish
from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.fields import NotesField
from ui.work import Worker


class CommentField(QWidget):
    """Shows the comment of the report that is chosen; what is being typed is not lost when the
    same report is made anew, and put on its report when another is chosen.
    """

    def __init__(self, worker: Worker, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._worker = worker
        self._about: tuple[Wish, str] | None = None
        self._kept = ""
        self.text = NotesField(lines=4)
        self.keep = QPushButton(_("Put on the report"))
        title = plain_label(_("Comment by the coordinator"))
        title.setContentsMargins(0, 8, 0, 0)
        title.setBuddy(self.text)
        self.text.setAccessibleName(_("Comment by the coordinator"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (title, self.text, self.keep):
            column.addWidget(part)
        self.text.changed.connect(self._fit)
        self.keep.clicked.connect(self._keep)
        self._fit()

    def show_of(self, wish: Wish) -> None:
        """Show what has been said to the report."""
        about = (wish, str(wish.about or ""))
        if about != self._about:
            if self.keep.isEnabled():
                self._keep()  # what was typed is not lost for looking at another period
            self._about = about
            self._worker.read(
                self,
                lambda tx: report_comments.read(tx, wish.period, about[1]),
                lambda text: self._show(about, text),
            )

    def _show(self, about: tuple[Wish, str], text: str) -> None:
        if about == self._about:
            self._kept = text
            self.text.set_value(text)
            self._fit()

    def _keep(self) -> None:
        if self._about is None:
            return
        (wish, scope), said = self._about, self.text.value()
        self._worker.write(
            self,
            lambda tx: report_comments.write(tx, wish.period, said, scope),
            lambda _none: self._said((wish, scope), said),
        )

    def _said(self, about: tuple[Wish, str], text: str) -> None:
        if about == self._about:
            self._kept = text
            self._fit()

    def _fit(self) -> None:
        self.keep.setEnabled(self.text.value() != self._kept)
