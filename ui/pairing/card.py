"""What the card beside the lists tells: why these two, who else, and what would help."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.explanations import Candidate, Remedy
from mentorapp.domain.proposals import Obstacle, Proposal
from mentorapp.operations import explaining
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.operations.pairing import LeftOverRow, ProposalRow
from mentorapp.operations.points import most_points
from mentorapp.words import Words
from mentorapp.words.reasons import say_reason
from ui.format import capital, isolated, plain_label
from ui.pairing.answers import Answers
from ui.pairing.columns import percent, state, waited
from ui.pairing.others import Others
from ui.pairing.remedies import Remedies
from ui.pairing.wording import name_of, say_out_of_step, shares_of
from ui.widgets.details_card import DetailsCard
from ui.widgets.shares import Shares

_SOON_MS = 120
"""Running through the list with the arrow key asks once."""

_BEST = 5


class Card:
    """Fills a `DetailsCard`; what must be worked out follows when it is there.

    `ask` is told whom to ask about (newcomer, mentor), `try_out` which remedy for whom.
    """

    def __init__(
        self,
        words: Words,
        card: DetailsCard,
        answers: Answers,
        ask: Callable[[UUID | None, UUID | None], object],
        try_out: Callable[[UUID, Remedy], object],
    ) -> None:
        self._words, self._card, self._answers = words, card, answers
        self._ask, self._try_out = ask, try_out
        self._question: Callable[[], object] | None = None
        self._soon = QTimer(card)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._put)

    def show_nothing(self) -> None:
        """Nobody is selected."""
        self._later(None)
        self._card.show_nothing()

    def show_proposal(self, row: ProposalRow, *, new: bool) -> None:
        """Two who are proposed to each other, `new` since the last decision."""
        words, _ = self._words, self._words.text
        proposal = row.proposal
        newcomer, mentor = proposal.newcomer_id, proposal.mentor_id
        others = Others(
            words,
            [
                (newcomer, _("The best mentors for %(name)s") % {"name": row.newcomer_name}),
                (mentor, _("The best newcomers for %(name)s") % {"name": row.mentor_name}),
            ],
            lambda: self._ask(newcomer, mentor),
        )
        others.wanted.connect(lambda of: self._candidates(others, of, newcomer, mentor))
        others.opened.connect(
            lambda other: (
                self._ask(newcomer, other)
                if others.side.value() == newcomer
                else self._ask(other, mentor)
            )
        )
        self._card.show_facts(
            f"{isolated(row.newcomer_name)} – {isolated(row.mentor_name)}",
            _("Score %(score)s · proposed %(date)s")
            % {"score": percent(words, row), "date": words.date(proposal.proposed_on)},
            facts=[
                (
                    _("Newcomer"),
                    _("%(number)s · has waited %(days)s")
                    % {"number": row.newcomer_number, "days": waited(words, row.waited_days)},
                ),
                (_("Mentor"), str(row.mentor_number)),
            ],
            badges=[state(words, row, new=new)],
            more=[_reasons(words, proposal), *_points(words, proposal), others],
        )
        self._later(others.ask)

    def show_left_over(self, row: LeftOverRow, said: str) -> None:
        """Somebody without a pair: why (`said`), what would help, who fits best."""
        words, _ = self._words, self._words.text
        newcomer = row.left_over.role_id
        by_hand = Obstacle.BY_HAND_ONLY in row.left_over.stopped
        remedies = Remedies(words)
        remedies.opened.connect(lambda remedy: self._try_out(newcomer, remedy))
        others = Others(
            words,
            [(newcomer, _("The best mentors for %(name)s") % {"name": row.name})],
            lambda: self._ask(newcomer, None),
        )
        others.wanted.connect(lambda of: self._candidates(others, of, newcomer, None))
        others.opened.connect(lambda mentor: self._ask(newcomer, mentor))
        self._card.show_facts(
            row.name,
            said,
            facts=[(_("Number"), str(row.number)), (_("Waited"), waited(words, row.waited_days))],
            more=[] if by_hand else [remedies, others],
        )
        self._card.offer_nothing()
        if by_hand:
            self._later(None)
        else:

            def both() -> None:
                self._remedies(remedies, newcomer)
                others.ask()

            self._later(both)

    def rest(self) -> None:
        """The page is hidden: ask nothing until it is seen again."""
        self._soon.stop()

    def wake(self) -> None:
        """The page is seen again."""
        if self._question is not None:
            self._soon.start()

    # What must be worked out

    def _later(self, question: Callable[[], object] | None) -> None:
        self._question = question
        self._answers.drop("candidates")
        self._answers.drop("remedies")
        if question is None:
            self._soon.stop()
        else:
            self._soon.start()

    def _put(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question()

    def _candidates(self, others: Others, of: UUID, newcomer: UUID, mentor: UUID | None) -> None:
        """The best for one of the two; `mentor` is whom the newcomer is proposed to."""

        def job(solved: Solved) -> tuple[Sequence[Candidate], Mapping[UUID, str], str]:
            check_in_run(solved, of)
            if of == newcomer:
                found = explaining.candidates_for_newcomer(solved, of, _BEST)
            else:
                found = explaining.candidates_for_mentor(solved, of, _BEST)
            now = solved.pairs.get(newcomer)
            note = "" if now == mentor else say_out_of_step(self._words, name_of(solved.names, now))
            return found, solved.names, note

        self._answers.ask(
            "candidates",
            others,
            job,
            lambda answer: others.show_candidates(of, *answer),
            others.refuse,
        )

    def _remedies(self, panel: Remedies, newcomer: UUID) -> None:
        def job(solved: Solved) -> tuple[Sequence[Remedy], Mapping[UUID, str]]:
            check_in_run(solved, newcomer)
            return explaining.remedies(solved, newcomer), solved.names

        self._answers.ask(
            "remedies", panel, job, lambda answer: panel.show_remedies(*answer), panel.refuse
        )


def _points(words: Words, proposal: Proposal) -> list[QWidget]:
    """How the score comes about; nothing for proposals made before it was kept."""
    if not proposal.points:
        return []
    title = words.text("How the score comes about")
    box = QWidget()
    box.setObjectName("sheet")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(4)
    column.addWidget(plain_label(title, "h2"))
    most = most_points(proposal.weights)
    column.addWidget(Shares(title, shares_of(words, proposal.points, proposal.weights, most)))
    return [box]


def _reasons(words: Words, proposal: Proposal) -> QWidget:
    box = QWidget()
    box.setObjectName("sheet")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(plain_label(words.text("Why these two"), "h2"))
    for reason in proposal.reasons:
        line = plain_label(f"• {capital(say_reason(words, reason))}")
        line.setWordWrap(True)
        column.addWidget(line)
    return box
