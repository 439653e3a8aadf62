"""Those without a pair after a run, with what stopped them in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.operations.pairing import LeftOverRow
from mentorapp.words import Words
from mentorapp.words.reasons import say_left_over
from ui.format import plain_label
from ui.pairing.columns import left_over_columns
from ui.widgets.buttons import picture_button
from ui.widgets.table import TableView
from ui.widgets.table_model import TableModel


class LeftOverPanel(QWidget):
    """A heading and a table; before the first run a hint stands in its place."""

    picked = Signal(object)
    """Another row is selected; None when there is none."""

    def __init__(
        self,
        words: Words,
        by_hand: Callable[[LeftOverRow | None], object],
        recruit: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`by_hand` is called to pair somebody by hand, `recruit` to tell whom to recruit."""
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._dropped: frozenset[object] = frozenset()
        self.model: TableModel[LeftOverRow] = TableModel(
            left_over_columns(words, self.said), words.language
        )
        self.table = TableView(
            self.model, _("Without a pair"), key=lambda row: row.left_over.role_id
        )
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self._hint = plain_label(name="muted")
        self._hint.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.table)
        self.count = plain_label(name="muted")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(plain_label(_("Without a pair"), "h2"))
        top.addWidget(self.count)
        top.addStretch()
        self.recruit_button = picture_button(_("Whom to recruit …"), "user-plus", recruit)
        self.recruit_button.setToolTip(_("Which mentors those without a pair would need"))
        top.addWidget(self.recruit_button)
        top.addWidget(
            picture_button(_("Pair by hand …"), "link", lambda: by_hand(self.table.current_row()))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.table.opened.connect(by_hand)
        self.table.picked.connect(self.picked)
        self.show_rows(None)

    def said(self, row: LeftOverRow) -> str:
        """Why somebody is without a pair."""
        if row.left_over.role_id in self._dropped:
            return self._words.text("No proposal now; the next run looks again")
        return say_left_over(self._words, row.left_over)

    def show_rows(
        self, rows: Sequence[LeftOverRow] | None, dropped: Sequence[LeftOverRow] = ()
    ) -> None:
        """Those left over; None before a run.

        `dropped` wait as well, but no run has left them over: their proposal was discarded, say.
        """
        _ = self._words.text
        if rows is not None:
            rows = [*rows, *dropped]
        self._dropped = frozenset(row.left_over.role_id for row in dropped)
        # The same again keeps the selection and what is being worked out about it.
        if list(rows or ()) != self.model.all_rows():
            self.model.show(rows or ())
        self.count.setText(self._words.number(len(rows)) if rows else "")
        if rows is None:
            self._hint.setText(_("After a run, those who got nobody stand here, and why."))
        elif not rows:
            self._hint.setText(_("Everybody in the run has a proposal."))
        self._stack.setCurrentWidget(self.table if rows else self._hint)
