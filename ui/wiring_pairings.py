"""Makes the page of pairings with what meetings, stories and questionnaires bring to it."""

from typing import TYPE_CHECKING

from mentorapp.domain.errors import Refused
from mentorapp.domain.timeline import Happened
from ui import wiring_lists, wiring_tabs
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.wiring_around import Surroundings

if TYPE_CHECKING:
    from ui.meetings.logger import MeetingLogger
    from ui.pairings.page import PairingsPage
    from ui.questionnaires.typing_in import TypingIn


class Questions:
    """Types questionnaires in; read when the first one is."""

    def __init__(self, around: Surroundings, read_only: Refused | None) -> None:
        self._around, self._read_only = around, read_only
        self._typing_in: TypingIn | None = None

    def __call__(self) -> "TypingIn":
        if self._typing_in is None:
            from ui.questionnaires.typing_in import TypingIn

            around = self._around
            self._typing_in = TypingIn(
                around.worker, around.words, around.today, read_only=self._read_only
            )
        return self._typing_in

    def tab(self, bar: MessageBar) -> RecordTab:
        """The tab of a pairing's page."""
        from ui.questionnaires.tab import QuestionnairesTab

        around = self._around
        return QuestionnairesTab(around.worker, around.words, around.today, bar, self())


def pairings_page(
    around: Surroundings,
    meetings: "MeetingLogger",
    questions: Questions,
    read_only: Refused | None,
) -> "PairingsPage":
    """The list, each pairing's page, and where slips and answers are typed in."""
    from ui.meetings.slips_page import SlipsPage
    from ui.pairings.page import PairingsPage
    from ui.pairings.page_tabs import MoreTab

    slips = SlipsPage(around.worker, around.words, around.today)
    title = around.words.text("Questions")
    asked = MoreTab(title, questions.tab, frozenset({Happened.QUESTIONS_ANSWERED}))
    page = PairingsPage(
        around.worker,
        around.words,
        around.today,
        meetings,
        slips,
        read_only=read_only,
        tabs=wiring_tabs.pairing_tabs(around, (asked,)),
    )
    wiring_lists.add_views(page.list, "pairings", around)
    slips.left.connect(page.show_list)
    page.answers_wanted.connect(lambda: questions().pile(page.list.message_bar))
    return page
