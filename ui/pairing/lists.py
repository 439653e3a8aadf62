"""The two lists beside each other, one above the other where there is little room."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.pairing.board import NewcomerRow
from ui.pairing.columns import SCORE, WAITED
from ui.pairing.mentors_panel import ListHeading, MentorsPanel
from ui.pairing.seen import Seen
from ui.widgets.list_page import ListPage

_BESIDE = 620
"""Pixels that the two need to stand beside each other."""


class Lists(QSplitter):
    """Takes the table of the page and puts the mentors beside it."""

    def __init__(self, words: Words, page: ListPage[NewcomerRow], seen: Seen) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.newcomers, self._table = page.model, page.table
        self._from_mentor = False
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
        self.setStretchFactor(0, 7)
        self.setStretchFactor(1, 6)
        self.setSizes([405, 350])
        self.setMinimumWidth(320)
        page.splitter.insertWidget(0, self)
        page.fold.stay()
        page.splitter.setStretchFactor(0, 1)
        page.splitter.setStretchFactor(1, 0)
        page.splitter.setSizes([770, 330])

    def look_from(self, newcomer: str, mentor: str) -> None:
        """Show how well everybody fits this one, the best first; with "" for both the waiting."""
        self.mentors.look_from(newcomer)
        if bool(mentor) is not self._from_mentor:
            self._from_mentor = bool(mentor)
            at = SCORE if mentor else WAITED
            self._table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
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
            self.setSizes([405, 350])
