"""Where privacy is shown: in Settings."""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from ui.widgets.message_bar import MessageBar
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings


def privacy_tab(around: Surroundings, bar: MessageBar) -> TabSpec:
    """The tab of Settings; it says itself of what is in it who may see it."""

    def made() -> QWidget:
        from ui.privacy.tab import PrivacyTab, Ways

        ways = Ways(around.open_person, around.open_pairing)
        return PrivacyTab(around.worker, around.words, around.today, bar, ways)

    return TabSpec("privacy", around.words.text("Privacy"), made, Right.FIGURES)
