"""The lists narrowed by a reason or a search, and the card of the reason."""

from mentorapp.words import Words
from ui.format import capital
from ui.pairing.answers import Answers
from ui.pairing.asking import Asking
from ui.pairing.blocking import BlockingBar, Reason
from ui.pairing.board import MentorRow, NewcomerRow
from ui.pairing.card import Card
from ui.pairing.choosing import Choosing
from ui.pairing.mentors_panel import MentorsPanel
from ui.pairing.reason_card import Helped, ReasonPanel
from ui.pairing.seen import Seen
from ui.widgets.list_page import ListPage

_FILTER = "reason"


class Narrowing:
    """A reason narrows the list of its side only: the other side is what could help."""

    def __init__(
        self,
        words: Words,
        page: ListPage[NewcomerRow],
        mentors: MentorsPanel,
        seen: Seen,
        bar: BlockingBar,
        choosing: Choosing,
        answers: Answers,
        asking: Asking,
    ) -> None:
        self._words, self._page, self._mentors = words, page, mentors
        self._seen, self._bar, self._choosing = seen, bar, choosing
        self._answers, self._asking = answers, asking

    def search(self, text: str) -> None:
        """The search looks in both lists."""
        self._choosing.again(lambda: self._mentors.model.set_search(text))

    def show_reason(self, reason: Reason | None) -> None:
        """Only whom this stops; None for everybody."""

        def stopped(row: NewcomerRow | MentorRow) -> bool:
            left = self._seen.left_over(row.role_id)
            return (
                reason is not None
                and left is not None
                and self._seen.obstacle(row.role_id) == reason.obstacle
            )

        side = None if reason is None else reason.newcomers
        with self._choosing.quiet():
            self._page.model.set_filter(_FILTER, stopped if side is True else None)
            self._mentors.model.set_filter(_FILTER, stopped if side is False else None)
        self._choosing.clear()

    def tell(self, card: Card) -> bool:
        """Put the reason that is chosen onto the card; False when there is none."""
        reason, words = self._bar.reason, self._words
        if reason is None:
            return False
        panel = ReasonPanel(words, self._opened, self._asking.try_together)
        model = self._page.model if reason.newcomers else self._mentors.model
        people = [
            (row.name, left)
            for row in model.shown_rows()
            if (left := self._seen.left_over(row.role_id)) is not None
        ]
        number = len(people)
        count = (
            words.plural("%(n)d newcomer", "%(n)d newcomers", number)
            if reason.newcomers
            else words.plural("%(n)d mentor", "%(n)d mentors", number)
        )
        card.show_reason(capital(self._bar.say(reason)), count, panel)
        if not reason.newcomers:
            panel.show_mentors(people)
        else:
            ids = [left.role_id for _name, left in people]
            card.later(lambda: panel.ask_for_newcomers(self._answers, ids))
        return True

    def _opened(self, line: Helped) -> None:
        if line.remedy is not None:
            self._asking.try_out(line.role_id, line.remedy)
        elif self._bar.reason is not None and not self._bar.reason.newcomers:
            self._choosing.look_from_mentor(line.role_id)
