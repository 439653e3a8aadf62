"""The whole set at a glance: who has nobody and what stops them, and who fits one person."""

from collections.abc import Mapping
from uuid import UUID

from mentorapp.domain.explanations import percent_of
from mentorapp.domain.proposals import LeftOver
from mentorapp.matching.left_over import idle_mentors, newcomers_left_over
from mentorapp.matching.solved import SolvedRun


def newcomers_without(solved: SolvedRun) -> tuple[LeftOver, ...]:
    """Newcomers without a mentor in the set as it stands."""
    paired = {row for row, _ in solved.standing.pairs}
    return newcomers_left_over(solved.crowd, solved.newcomers, paired)


def mentors_without(solved: SolvedRun) -> tuple[LeftOver, ...]:
    """Mentors with room who have nobody in the set as it stands."""
    busy = {column for _, column in solved.standing.pairs}
    return idle_mentors(solved.crowd, solved.mentors, busy)


def percents_of(solved: SolvedRun, role_id: UUID) -> Mapping[UUID, int]:
    """The score with everybody of the other side whom no must keeps away, in per cent."""
    full, problem = solved.full_score, solved.standing.problem
    if role_id in solved.rows:
        others, scores = problem.row(solved.rows[role_id])
        people: Mapping[int, UUID] = {at: solved.mentors[at].role_id for at in others.tolist()}
    else:
        others, scores = problem.by_mentor.column(solved.columns[role_id])
        people = {at: solved.newcomers[at].role_id for at in others.tolist()}
    return {
        people[at]: percent_of(score, full)
        for at, score in zip(others.tolist(), scores.tolist(), strict=True)
    }
