"""Why her, why not me, what a change would do and what would help: what a run can be asked.

Free of the database, so that it may be asked beside the window; not by two threads at a time. The
engine is loaded with the first question. Costs are exact, whatever has been changed meanwhile.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.explanations import Candidate, Effect, PairCheck, Remedy, WhyNot, WishChange
from mentorapp.domain.proposals import LeftOver
from mentorapp.domain.shared_remedies import SharedRemedy, shared
from mentorapp.matching.proposals import Run
from mentorapp.operations.candidates import PairingInput

if TYPE_CHECKING:
    from mentorapp.matching.solved import SolvedRun


class Solved:
    """A run and what was put into it. It follows what is applied, and nothing that is tried."""

    def __init__(self, pairing_input: PairingInput, run: Run) -> None:
        self.pairing_input, self.run = pairing_input, run

    @cached_property
    def asked(self) -> "SolvedRun":
        """The engine's side of it, made when it is first asked for.

        Raises ValueError for a run that was cancelled: nothing is known of that.
        """
        from mentorapp.matching.solved import SolvedRun
        from mentorapp.matching.standing import Standing

        basis = self.run.basis
        if basis is None:
            raise ValueError("a run that was cancelled cannot be asked")
        standing = Standing.of(
            basis.problem, basis.assignment, goal=self.run.goal.value, locked=basis.locked
        )
        scheme = replace(self.pairing_input.scheme, weights=self.run.weights)
        return SolvedRun(scheme, basis.mentors, basis.newcomers, basis.book, standing, basis.crowd)

    @property
    def names(self) -> Mapping[UUID, str]:
        """By role id."""
        return self.pairing_input.names

    @cached_property
    def numbers(self) -> Mapping[UUID, int]:
        """The persons' short numbers, by role id."""
        numbers = {one.role_id: one.number for one in self.pairing_input.mentors}
        return numbers | {one.role_id: one.number for one in self.pairing_input.newcomers}

    @property
    def pairs(self) -> Mapping[UUID, UUID]:
        """The mentor of each newcomer who has one, as it stands now."""
        return self.asked.pairs

    def check(self, newcomer_id: UUID, mentor_id: UUID) -> PairCheck:
        """What speaks for and against two people, pairs ruled out since the run among it."""
        return self.asked.check(newcomer_id, mentor_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOverAnswer:
    """A newcomer without a pair: what stopped how many mentors, and what would help, best first."""

    left_over: LeftOver
    number: int
    name: str
    waited_days: int
    remedies: tuple[Remedy, ...]


def why_not(solved: Solved, newcomer_id: UUID, mentor_id: UUID) -> WhyNot:
    """The musts between two people or, without any, what it would do to make them a pair."""
    from mentorapp.matching import answers

    return answers.why_not(solved.asked, newcomer_id, mentor_id)


def candidates_for_newcomer(solved: Solved, newcomer_id: UUID, k: int = 5) -> tuple[Candidate, ...]:
    """The ``k`` mentors who would cost the whole least, the present one among them.

    Where there are fewer, those follow whom the fewest obstacles keep away. Where nobody is to get
    a very poor match, mentors who would make one come last, with what they would do to the poorest
    pair; with few others left that takes a solution each. Nobody is a candidate for somebody who
    is paired by hand only.
    """
    from mentorapp.matching import answers

    return answers.candidates_for_newcomer(solved.asked, newcomer_id, k)


def candidates_for_mentor(solved: Solved, mentor_id: UUID, k: int = 5) -> tuple[Candidate, ...]:
    """The newcomers whom a mentor has, and those who would cost the whole least, ``k`` in all."""
    from mentorapp.matching import answers

    return answers.candidates_for_mentor(solved.asked, mentor_id, k)


def remedies(solved: Solved, newcomer_id: UUID) -> tuple[Remedy, ...]:
    """What would get a newcomer a mentor: what is proven to first, then the smallest effort."""
    from mentorapp.matching import answers

    return answers.remedies(solved.asked, newcomer_id)


def counted(solved: Solved, newcomer_id: UUID) -> LeftOver:
    """What stops how many mentors from a newcomer, whether he has one or not."""
    from mentorapp.matching import answers

    return answers.counted(solved.asked, newcomer_id)


def counted_for_mentor(solved: Solved, mentor_id: UUID) -> LeftOver:
    """What stops how many newcomers from a mentor, whether she has one or not."""
    from mentorapp.matching import answers

    return answers.counted_for_mentor(solved.asked, mentor_id)


def left_over(
    solved: Solved,
    progress: Callable[[int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[LeftOverAnswer, ...]:
    """Everybody without a pair as it stands, the longest waiting first; empty when cancelled."""
    from mentorapp.matching import answers

    newcomers = {one.role_id: one for one in solved.asked.newcomers}
    found = [
        LeftOverAnswer(
            left_over=left,
            number=newcomers[left.role_id].number,
            name=solved.names[left.role_id],
            waited_days=newcomers[left.role_id].waited_days,
            remedies=helping,
        )
        for left, helping in answers.left_over(solved.asked, progress, cancelled)
    ]
    return tuple(sorted(found, key=lambda one: (-one.waited_days, one.number)))


def try_lock(solved: Solved, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """What it would do to make the two a pair. PairNotAllowed with the musts between them."""
    from mentorapp.matching import trying

    return trying.try_lock(solved.asked, newcomer_id, mentor_id)


def apply_lock(solved: Solved, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """Make the two a pair that stays. PairNotAllowed with the musts between them."""
    from mentorapp.matching import trying

    return trying.apply_lock(solved.asked, newcomer_id, mentor_id)


def apply_unlock(solved: Solved, newcomer_id: UUID) -> Effect:
    """Let the newcomer's pair be like any other again, if it is locked."""
    from mentorapp.matching import trying

    return trying.apply_unlock(solved.asked, newcomer_id)


def try_forbid(solved: Solved, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """What it would do to rule the pair out."""
    from mentorapp.matching import trying

    return trying.try_forbid(solved.asked, newcomer_id, mentor_id)


def apply_forbid(solved: Solved, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """Rule the pair out, a locked one too."""
    from mentorapp.matching import trying

    return trying.apply_forbid(solved.asked, newcomer_id, mentor_id)


def apply_allow(solved: Solved, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """Undo ``apply_forbid``; what else stands between the two keeps them apart."""
    from mentorapp.matching import trying

    return trying.apply_allow(solved.asked, newcomer_id, mentor_id)


def try_without(solved: Solved, role_id: UUID) -> Effect:
    """What it would do if a newcomer or a mentor were not in the run."""
    from mentorapp.matching import trying

    return trying.try_without(solved.asked, role_id)


def try_capacity(solved: Solved, mentor_id: UUID, places: int) -> Effect:
    """What it would do if a mentor took so many newcomers in this run, beside those who run on.

    PairNotAllowed where locked pairs need more places.
    """
    from mentorapp.matching import trying

    return trying.try_capacity(solved.asked, mentor_id, places)


def try_wish(solved: Solved, newcomer_id: UUID, change: WishChange) -> Effect:
    """What it would do if a newcomer wished otherwise.

    Of a protected newcomer no distance counts, so none can be changed.
    """
    from mentorapp.matching import trying

    return trying.try_wish(solved.asked, newcomer_id, change)


def try_remedy(solved: Solved, newcomer_id: UUID, remedy: Remedy) -> Effect | None:
    """What a remedy would do; None for one whose outcome nobody can know before it is tried."""
    from mentorapp.matching import trying

    return trying.try_remedy(solved.asked, newcomer_id, remedy)


def shared_remedies(solved: Solved, newcomer_ids: Sequence[UUID]) -> tuple[SharedRemedy, ...]:
    """What would help several of these newcomers at once, the smallest effort first."""
    return shared((one, remedies(solved, one)) for one in newcomer_ids)


def try_together(solved: Solved, remedy: SharedRemedy) -> Effect | None:
    """What it would do for all of them; None where nobody can know it before it is tried."""
    from mentorapp.matching import trying

    return trying.try_together(solved.asked, remedy.changes)


def wish_of(remedy: Remedy) -> WishChange:
    """What a newcomer would wish otherwise with this remedy: nothing, where it is not his."""
    from mentorapp.matching import trying

    return trying.wish_of(remedy)
