"""The two lists beside each other, one above the other where there is little room."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.pairing.board import NewcomerRow
from ui.pairing.columns import MENTOR_ROOM, PROPOSAL, SCORE, WAITED
from ui.pairing.mentors_panel import ListHeading, MentorsPanel
from ui.pairing.seen import Seen
from ui.widgets.list_page import ListPage

_BESIDE = 620
"""Pixels that the two need to stand beside each other."""
_HALF = 379
"""Both alike: where there is little room, names on either side are cut alike."""
_NARROW = 390
"""Pixels in which a list has no room for its fourth column: what it tells is on the card too."""


class Lists(QSplitter):
    """Takes the table of the page and puts the mentors beside it."""

    def __init__(self, words: Words, page: ListPage[NewcomerRow], seen: Seen) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.newcomers, self._table = page.model, page.table
        self._from_mentor = self._for_newcomer = False
        self.heading = ListHeading(
            words, words.text("Newcomers who wait"), words.text("Newcomers for %(name)s")
        )
        page.model.modelReset.connect(lambda: self.heading.show_count(page.model))
        self.mentors = MentorsPanel(words, seen)
        self.setHandleWidth(12)
        self.setChildrenCollapsible(False)
        newcomers = QWidget()
        column = QVBoxLayout(newcomers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(cast("QWidget", page.splitter.widget(0)), 1)
        self.addWidget(newcomers)
        self.addWidget(self.mentors)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setSizes([_HALF, _HALF])
        self.splitterMoved.connect(lambda *_moved: self._leave_out_columns())
        self.setMinimumWidth(320)
        page.splitter.insertWidget(0, self)
        page.fold.stay()
        page.splitter.setStretchFactor(0, 1)
        page.splitter.setStretchFactor(1, 0)
        page.splitter.setSizes([770, 330])

    def look_from(self, newcomer: str, mentor: str) -> None:
        """Show how well everybody fits this one, the best first; with "" for both the waiting."""
        self._for_newcomer = bool(newcomer)
        if bool(mentor) is not self._from_mentor:
            self._from_mentor = bool(mentor)
            at = SCORE if mentor else WAITED
            self._table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
        self._leave_out_columns()
        self.mentors.look_from(newcomer)
        self.mentors.heading.show_view(newcomer)
        self.heading.show_view(mentor)

    def arrange_again(self) -> None:
        """What the columns tell has changed."""
        self.newcomers.arrange_again()
        self.mentors.model.arrange_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.setSizes([_HALF, _HALF])
        self._leave_out_columns()

    def _leave_out_columns(self) -> None:
        """Badges and names are read whole: where that leaves no room, one column gives way."""
        if self.orientation() is Qt.Orientation.Vertical:
            newcomers = mentors = self.width()
        else:
            newcomers, mentors = self.sizes()
        narrow = newcomers < _NARROW
        self._table.setColumnHidden(SCORE, narrow and not self._from_mentor)
        self._table.setColumnHidden(PROPOSAL, narrow and self._from_mentor)
        narrow = mentors < _NARROW
        self.mentors.table.setColumnHidden(MENTOR_ROOM, narrow and not self._for_newcomer)
