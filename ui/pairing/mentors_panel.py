"""The list of mentors with room: a heading, whose scores it shows, and the table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label, plain_tooltip
from ui.icons import icon
from ui.pairing.board import MentorRow
from ui.pairing.columns import MENTOR_PROPOSAL, MENTOR_SCORE, WAITED, mentor_columns
from ui.pairing.seen import Seen
from ui.widgets.table import TableView
from ui.widgets.table_model import TableModel


class ListHeading(QWidget):
    """What a list holds, how many, and whose scores it shows, with a button that ends that."""

    def __init__(self, words: Words, title: str, said: str) -> None:
        """`said` is the title for somebody, with his name in it."""
        super().__init__()
        self._words, self._said = words, said
        self.count = plain_label(name="muted")
        self._title = title
        self.title = plain_label(title, "h2")
        self.title.setMinimumWidth(60)
        self.afresh = QToolButton()
        self.afresh.setIcon(icon("x"))
        self.afresh.setIconSize(QSize(14, 14))
        self.afresh.setToolTip(words.text("Choose afresh (Esc)"))
        self.afresh.setAccessibleName(words.text("Choose afresh (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch()
        row.addWidget(self.afresh)
        self.setFixedHeight(30)
        self.show_view("")

    def show_count(self, model: TableModel[Any]) -> None:
        """How many are shown, of how many."""
        shown, everybody = model.rowCount(), len(model.all_rows())
        self.count.setText(
            self._words.text("%(shown)s of %(total)s")
            % {"shown": self._words.number(shown), "total": self._words.number(everybody)}
            if model.narrowed
            else self._words.number(everybody)
        )

    def show_view(self, name: str) -> None:
        """For whom the list tells how well everybody fits; "" for nobody."""
        self.title.setText(self._said % {"name": name} if name else self._title)
        self.title.setToolTip(plain_tooltip(self.title.text()) if name else "")
        self.afresh.setVisible(bool(name))


class MentorsPanel(QWidget):
    """Fills with `show_rows`; the longest waiting first, or the best for whom one looks from."""

    def __init__(self, words: Words, seen: Seen) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self.model: TableModel[MentorRow] = TableModel(
            mentor_columns(words, seen), words.language, search=lambda row: str(row.number)
        )
        self.table = TableView(self.model, _("Mentors with room"), key=lambda row: row.role_id)
        self.table.setColumnHidden(MENTOR_SCORE, True)
        self.table.sortByColumn(WAITED, Qt.SortOrder.DescendingOrder)
        self.heading = ListHeading(words, _("Mentors with room"), _("Mentors for %(name)s"))
        self._empty = plain_label(name="muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        frame = QFrame()
        frame.setObjectName("empty")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.addWidget(self._empty)
        self.stack.addWidget(frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.stack, 1)
        self.model.modelReset.connect(self._show_state)
        self._show_state()

    def show_rows(self, rows: Sequence[MentorRow]) -> None:
        """Take these for the whole list."""
        self.model.show(rows)

    def look_from(self, newcomer: str) -> None:
        """Show the scores with this newcomer, the best first; with "" everybody's proposals."""
        scores = bool(newcomer)
        if scores is not self.table.isColumnHidden(MENTOR_SCORE):
            return
        self.table.setColumnHidden(MENTOR_SCORE, not scores)
        self.table.setColumnHidden(MENTOR_PROPOSAL, scores)
        self.table.sortByColumn(MENTOR_SCORE if scores else WAITED, Qt.SortOrder.DescendingOrder)

    def _show_state(self) -> None:
        self.heading.show_count(self.model)
        self._empty.setText(
            self._words.text("Nothing fits the search and the filters.")
            if self.model.all_rows()
            else self._words.text("No mentor of this scheme has room. Whom to recruit tells whom.")
        )
        self.stack.setCurrentIndex(0 if self.model.rowCount() else 1)
