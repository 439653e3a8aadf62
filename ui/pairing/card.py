"""What the card beside the lists tells: why these two, who else, and what would help."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Candidate, Remedy, WhyNot
from mentorapp.domain.profiles import Profiles
from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.operations import explaining
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from ui.format import isolated
from ui.pairing.answers import Answers
from ui.pairing.board import MentorRow, NewcomerRow
from ui.pairing.card_parts import points_of, reasons
from ui.pairing.columns import percent, state, waited
from ui.pairing.others import Others
from ui.pairing.pair_panel import PairPanel
from ui.pairing.profiles_panel import ProfilesPanel
from ui.pairing.remedies import Remedies
from ui.pairing.wording import name_of, say_out_of_step
from ui.widgets.details_card import DetailsCard

_SOON_MS = 120
"""Running through the list with the arrow key asks once."""

_BEST = 5

ReadProfiles = Callable[
    [QWidget, UUID, UUID, Callable[[Profiles], object], Callable[[Refused], object]], object
]


@dataclass(frozen=True, slots=True)
class CardActs:
    """What the card asks for: `ask` why not these two, `try_out` which remedy for whom.

    `may_propose` is told whether two who are not proposed to each other could be.
    """

    ask: Callable[[UUID | None, UUID | None], object]
    try_out: Callable[[UUID, Remedy], object]
    read_profiles: ReadProfiles
    may_propose: Callable[[bool], object]


class Card:
    """Fills a `DetailsCard`; what must be worked out follows when it is there."""

    def __init__(self, words: Words, card: DetailsCard, answers: Answers, acts: CardActs) -> None:
        self._words, self._card, self._answers, self._acts = words, card, answers, acts
        self._question: Callable[[], object] | None = None
        self._soon = QTimer(card)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._put)

    def show_nothing(self) -> None:
        """Nobody is chosen."""
        self._later(None)
        self._card.show_nothing()

    def show_proposal(self, row: ProposalRow, *, new: bool) -> None:
        """Two who are proposed to each other, `new` since the last decision."""
        words, _ = self._words, self._words.text
        proposal = row.proposal
        newcomer, mentor = proposal.newcomer_id, proposal.mentor_id
        others = self._others_of_both(
            newcomer, row.newcomer_name, mentor, row.mentor_name, proposed=True
        )
        profiles = ProfilesPanel(words)
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
            more=[
                *reasons(words, proposal.reasons, _("Why these two")),
                profiles,
                *points_of(words, proposal.points, proposal.weights),
                others,
            ],
        )

        def ask() -> None:
            self._read(profiles, newcomer, mentor)
            others.ask()

        self._later(ask)

    def show_pair(self, one: NewcomerRow, other: MentorRow) -> None:
        """Two who are not proposed to each other: what speaks for them, and what it would do."""
        words, _ = self._words, self._words.text
        newcomer, mentor = one.role_id, other.role_id
        panel, profiles = PairPanel(words), ProfilesPanel(words)
        others = self._others_of_both(newcomer, one.name, mentor, other.name, proposed=False)
        self._card.show_facts(
            f"{isolated(one.name)} – {isolated(other.name)}",
            _("Not proposed to each other"),
            facts=[
                (
                    _("Newcomer"),
                    _("%(number)s · has waited %(days)s")
                    % {"number": one.number, "days": waited(words, one.waited_days)},
                ),
                (
                    _("Mentor"),
                    _("%(number)s · has waited %(days)s")
                    % {"number": other.number, "days": waited(words, other.waited_days)},
                ),
            ],
            more=[panel, profiles, others],
        )

        def ask() -> None:
            self._read(profiles, newcomer, mentor)
            self._why_not(panel, newcomer, mentor)
            others.ask()

        self._later(ask)

    def show_left_over(self, row: NewcomerRow, left: LeftOver | None, said: str) -> None:
        """A newcomer without a proposal: why (`said`), what would help, who fits best."""
        words, _ = self._words, self._words.text
        newcomer = row.role_id
        by_hand = left is not None and Obstacle.BY_HAND_ONLY in left.stopped
        remedies = Remedies(words) if left is not None else None
        others = self._others(newcomer, _("The best mentors for %(name)s") % {"name": row.name})
        more: list[QWidget] = [one for one in (remedies, others) if one is not None]
        self._card.show_facts(
            row.name,
            said,
            facts=[(_("Number"), str(row.number)), (_("Waited"), waited(words, row.waited_days))],
            more=[] if by_hand else more,
        )

        def ask() -> None:
            if remedies is not None:
                self._remedies(remedies, newcomer)
            others.ask()

        if by_hand:
            others.deleteLater()
        if remedies is not None:
            remedies.opened.connect(lambda remedy: self._acts.try_out(newcomer, remedy))
            if by_hand:
                remedies.deleteLater()
        self._later(None if by_hand else ask)

    def show_mentor(self, row: MentorRow, said: str) -> None:
        """A mentor without a proposal: why (`said`), and the newcomers who fit best."""
        words, _ = self._words, self._words.text
        others = self._others(
            row.role_id, _("The best newcomers for %(name)s") % {"name": row.name}, of_mentor=True
        )
        self._card.show_facts(
            row.name,
            said,
            facts=[
                (_("Number"), str(row.number)),
                (_("Waited"), waited(words, row.waited_days)),
                (_("Room"), words.plural("room for %(n)d", "room for %(n)d", row.room)),
            ],
            more=[others],
        )
        self._later(others.ask)

    def show_reason(self, heading: str, subtitle: str, panel: QWidget) -> None:
        """A reason that stops people, with what `panel` tells of it."""
        self._later(None)
        self._card.show_facts(heading, subtitle, more=[panel])

    def rest(self) -> None:
        """The page is hidden: ask nothing until it is seen again."""
        self._soon.stop()

    def wake(self) -> None:
        """The page is seen again."""
        if self._question is not None:
            self._soon.start()

    # What must be worked out

    def later(self, question: Callable[[], object] | None) -> None:
        """Ask this, for what another has put onto the card."""
        self._later(question)

    def _later(self, question: Callable[[], object] | None) -> None:
        self._question = question
        for place in ("candidates", "remedies", "pair"):
            self._answers.drop(place)
        if question is None:
            self._soon.stop()
        else:
            self._soon.start()

    def _put(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question()

    def _read(self, panel: ProfilesPanel, newcomer: UUID, mentor: UUID) -> None:
        self._acts.read_profiles(panel, newcomer, mentor, panel.show_profiles, panel.refuse)

    def _others(self, of: UUID, heading: str, *, of_mentor: bool = False) -> Others:
        """The best for somebody who is chosen alone."""
        pair = (None, of) if of_mentor else (of, None)
        others = Others(self._words, [(of, heading)], lambda: self._acts.ask(*pair))

        def note(solved: Solved) -> str:
            now = None if of_mentor else solved.pairs.get(of)
            name = name_of(solved.names, now)
            return (
                self._words.text("A run now would propose %(mentor)s.") % {"mentor": name}
                if now
                else ""
            )

        others.wanted.connect(
            lambda one: self._candidates(others, one, of_mentor=of_mentor, note=note)
        )
        others.opened.connect(lambda one: self._acts.ask(*((one, of) if of_mentor else (of, one))))
        return others

    def _others_of_both(
        self,
        newcomer: UUID,
        newcomer_name: str,
        mentor: UUID,
        mentor_name: str,
        *,
        proposed: bool,
    ) -> Others:
        _ = self._words.text
        others = Others(
            self._words,
            [
                (newcomer, _("The best mentors for %(name)s") % {"name": newcomer_name}),
                (mentor, _("The best newcomers for %(name)s") % {"name": mentor_name}),
            ],
            lambda: self._acts.ask(newcomer, mentor),
        )

        def note(solved: Solved) -> str:
            now = solved.pairs.get(newcomer)
            if now == mentor or not proposed:
                return ""
            return say_out_of_step(self._words, name_of(solved.names, now))

        others.wanted.connect(
            lambda of: self._candidates(others, of, of_mentor=of == mentor, note=note)
        )
        others.opened.connect(
            lambda other: (
                self._acts.ask(newcomer, other)
                if others.side.value() == newcomer
                else self._acts.ask(other, mentor)
            )
        )
        return others

    def _candidates(
        self, others: Others, of: UUID, *, of_mentor: bool, note: Callable[[Solved], str]
    ) -> None:
        """The best for somebody, with what `note` says of the set as it is now."""

        def job(solved: Solved) -> tuple[Sequence[Candidate], Mapping[UUID, str], str]:
            check_in_run(solved, of)
            if of_mentor:
                found = explaining.candidates_for_mentor(solved, of, _BEST)
            else:
                found = explaining.candidates_for_newcomer(solved, of, _BEST)
            return found, solved.names, note(solved)

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

    def _why_not(self, panel: PairPanel, newcomer: UUID, mentor: UUID) -> None:
        def job(solved: Solved) -> tuple[WhyNot, Mapping[UUID, str], Mapping[str, str]]:
            check_in_run(solved, newcomer, mentor)
            found = explaining.why_not(solved, newcomer, mentor)
            return found, solved.names, solved.run.weights

        def then(answer: tuple[WhyNot, Mapping[UUID, str], Mapping[str, str]]) -> None:
            panel.show_answer(*answer)
            self._acts.may_propose(answer[0].effect is not None)

        self._answers.ask("pair", panel, job, then, panel.refuse)
