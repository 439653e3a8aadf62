"""Selecting a line of Today by what it is about."""

from mentorapp.domain.follow_up import AttentionKind
from ui.today.lines import Line
from ui.today.page import TodayPage


def choose(page: TodayPage, kind: AttentionKind) -> Line:
    model = page.list.model
    at, line = next(
        (at, line) for at, line in enumerate(model.shown_rows()) if line.attention.kind is kind
    )
    page.list.table.setCurrentIndex(model.index(at, 0))
    page.list.table.setFocus()
    return line
