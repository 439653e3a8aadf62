"""What the card is about: two, one alone, a reason, or nobody."""

from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from mentorapp.words.reasons import say_left_over
from ui.pairing.board import MentorRow, NewcomerRow
from ui.pairing.card import Card
from ui.pairing.card_buttons import CardButtons
from ui.pairing.choosing import Choosing
from ui.pairing.narrowing import Narrowing
from ui.pairing.seen import Seen


class Telling:
    """Fills the card and offers the buttons that go with it."""

    def __init__(
        self,
        words: Words,
        card: Card,
        buttons: CardButtons,
        choosing: Choosing,
        seen: Seen,
        narrowing: Narrowing,
    ) -> None:
        self._words, self._card, self._buttons = words, card, buttons
        self._choosing, self._seen, self._narrowing = choosing, seen, narrowing

    def tell(self, proposal: ProposalRow | None) -> None:
        """About whoever is chosen now; `proposal` is that of the two, if they have one."""
        one, other = self._choosing.newcomer, self._choosing.mentor
        if proposal is not None:
            new = proposal.proposal.newcomer_id in self._seen.moved
            self._card.show_proposal(proposal, new=new)
            self._buttons.fit(proposal)
        elif one is not None and other is not None:
            self._card.show_pair(one, other)
            self._buttons.fit_pair()
        elif one is not None:
            left = self._seen.left_over(one.role_id)
            self._card.show_left_over(one, left, self.say_newcomer(one))
            self._buttons.fit_one()
        elif other is not None:
            self._card.show_mentor(other, self._say_mentor(other))
            self._buttons.fit_one()
        else:
            if not self._narrowing.tell(self._card):
                self._card.show_nothing()
            self._buttons.fit_nobody()

    def say_newcomer(self, row: NewcomerRow) -> str:
        """Why a newcomer has no proposal; "" while it is being worked out."""
        if self._seen.without is None:
            return ""
        left = self._seen.left_over(row.role_id)
        if left is None:
            return self._words.text("No proposal now; the next run looks again")
        return say_left_over(self._words, left)

    def _say_mentor(self, row: MentorRow) -> str:
        left = self._seen.left_over(row.role_id)
        return say_left_over(self._words, left, "newcomers") if left is not None else ""
