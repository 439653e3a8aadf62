"""Where the log is shown: in Settings, and what it tells of somebody in his file."""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from ui.widgets.message_bar import MessageBar
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings


def log_tab(around: Surroundings, bar: MessageBar) -> TabSpec:
    """The tab of Settings."""

    def made() -> QWidget:
        from ui.audit.tab import LogTab

        keeper = around.backups
        noted = keeper.noted_ends if keeper is not None else list
        return LogTab(around.worker, around.words, around.today, bar, noted)

    return TabSpec("log", around.words.text("Log"), made, Right.FIGURES)


def seen_tab(around: Surroundings, bar: MessageBar) -> TabSpec:
    """The tab of a person's file."""

    def made() -> QWidget:
        from ui.audit.seen_tab import SeenTab

        return SeenTab(around.worker, around.words, bar)

    return TabSpec("seen", around.words.text("Who has seen this?"), made)
