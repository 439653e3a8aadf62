"""Why these two, or why nobody yet, on a page to lay on the table.

Of the strictly confidential nothing is said but that they are paired by hand, and nothing that
tells of places is said of anybody with a protected address.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.explanations import CRITERION_OF, Candidate, PairCheck, percent_of
from mentorapp.domain.office import Office
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.schemes import Criterion
from mentorapp.operations import explaining
from mentorapp.operations.explaining import Solved
from mentorapp.words import Words
from mentorapp.words.explained_paper import (
    causes,
    say_best_set,
    say_ruled_out,
    say_waits,
    say_without_reason,
)
from mentorapp.words.explanations import say_cost, say_effect, say_obstacles, say_why_not
from mentorapp.words.reasons import say_left_over, say_reasons
from mentorapp.words.remedies import say_remedy

if TYPE_CHECKING:
    from mentorapp.matching.facts import MentorFacts
    from mentorapp.reports.pairing_explained import CriterionLine, NobodyYet, OtherLine, TheseTwo

_OTHERS = 5


@dataclass(frozen=True, slots=True)
class _Paper:
    """What a page is made of: a solved run, and for whom it is said."""

    solved: Solved
    words: Words


def explained_paper(
    solved: Solved,
    newcomer_id: UUID,
    office: Office,
    words: Words,
    printed_on: date,
    mentor_id: UUID | None = None,
) -> bytes:
    """A PDF: why the newcomer has this mentor, or why not. Without a mentor, why the one of the set
    as it stands, or why there is none.
    """
    from mentorapp.reports.pairing_explained import why_nobody_yet, why_these_two

    paper = _Paper(solved, words)
    mentor_id = mentor_id or solved.pairs.get(newcomer_id)
    if mentor_id is None:
        return why_nobody_yet(_nobody_yet(paper, newcomer_id), office, words, printed_on)
    return why_these_two(_these_two(paper, newcomer_id, mentor_id), office, words, printed_on)


def mentor_paper(
    solved: Solved, mentor_id: UUID, office: Office, words: Words, printed_on: date
) -> bytes:
    """A PDF: whom a mentor has and who else fits, or what stops how many newcomers."""
    from mentorapp.reports.pairing_explained import MentorPage, who_fits

    paper, asked = _Paper(solved, words), solved.asked
    mentor = asked.mentors[asked.columns[mentor_id]]
    idle = mentor_id not in solved.pairs.values()
    left_over = explaining.counted_for_mentor(solved, mentor_id)
    why = say_left_over(words, left_over, "newcomers") if idle else ""
    values = MentorPage(
        scheme=solved.pairing_input.scheme.name(words.language),
        mentor=solved.names[mentor_id],
        mentor_number=mentor.number,
        why=why,
        newcomers=sum(left_over.stopped.values()) + left_over.free,
        causes=causes(words, left_over) if idle else (),
        others=_newcomers(paper, mentor, explaining.candidates_for_mentor(solved, mentor_id)),
    )
    return who_fits(values, office, words, printed_on)


def _these_two(paper: _Paper, newcomer_id: UUID, mentor_id: UUID) -> "TheseTwo":
    from mentorapp.reports.pairing_explained import TheseTwo

    solved, words = paper.solved, paper.words
    asked, names = solved.asked, solved.names
    answer = explaining.why_not(solved, newcomer_id, mentor_id)
    newcomer = asked.newcomers[asked.rows[newcomer_id]]
    mentor = asked.mentors[asked.columns[mentor_id]]
    by_hand = answer.check.by_hand_only
    together: tuple[str, ...] = (say_why_not(words, answer, names),)
    if answer.present:
        locked = (asked.rows[newcomer_id], asked.columns[mentor_id]) in asked.standing.locked
        without = explaining.try_forbid(solved, newcomer_id, mentor_id)
        together = (
            *say_best_set(
                words, solved.run.goal, locked=locked, certified=asked.standing.certified
            ),
            words.text("Were they not to be a pair: %(effect)s")
            % {"effect": say_effect(words, without, names)},
        )
    candidates = explaining.candidates_for_newcomer(solved, newcomer_id, _OTHERS + 1)
    others = [one for one in candidates if one.role_id != mentor_id]
    return TheseTwo(
        scheme=solved.pairing_input.scheme.name(words.language),
        mentor=names[mentor_id],
        mentor_number=mentor.number,
        newcomer=names[newcomer_id],
        newcomer_number=newcomer.number,
        percent=percent_of(answer.check.score, answer.check.full_score),
        lines=() if by_hand else _lines(paper, answer.check, newcomer.hidden or mentor.hidden),
        others=_others(paper, newcomer_id, others[:_OTHERS]),
        together=together,
        proposed=answer.present,
        ruled_out=say_ruled_out(words, explaining.counted(solved, newcomer_id)),
    )


def _nobody_yet(paper: _Paper, newcomer_id: UUID) -> "NobodyYet":
    from mentorapp.reports.pairing_explained import NobodyYet

    solved, words = paper.solved, paper.words
    asked, names = solved.asked, solved.names
    newcomer = asked.newcomers[asked.rows[newcomer_id]]
    left_over = explaining.counted(solved, newcomer_id)
    nearest = explaining.candidates_for_newcomer(solved, newcomer_id, _OTHERS)
    remedies = explaining.remedies(solved, newcomer_id)
    return NobodyYet(
        scheme=solved.pairing_input.scheme.name(words.language),
        newcomer=names[newcomer_id],
        newcomer_number=newcomer.number,
        why=say_waits(words, left_over, newcomer.waited_days),
        mentors=sum(left_over.stopped.values()) + left_over.free,
        causes=causes(words, left_over),
        remedies=tuple(say_remedy(words, one, names) for one in remedies),
        nearest=_others(paper, newcomer_id, nearest),
    )


def _lines(paper: _Paper, check: PairCheck, hidden: bool) -> "tuple[CriterionLine, ...]":
    """What counts in the order of the scheme's form, with the reason of each."""
    from mentorapp.matching.criteria import FULL
    from mentorapp.matching.scores import multipliers
    from mentorapp.reports.pairing_explained import CriterionLine

    scheme, words = paper.solved.asked.scheme, paper.words
    counting = multipliers(scheme.weights)
    return tuple(
        CriterionLine(
            criterion=one,
            weight=scheme.weight(one),
            points=check.points.get(one, 0),
            most=FULL * counting[one],
            reason=_reason(words, one, check, hidden),
        )
        for one in Criterion
        if one in counting
    )


def _reason(words: Words, criterion: Criterion, check: PairCheck, hidden: bool) -> str:
    if hidden and criterion is Criterion.DISTANCE:
        return words.text("Not looked at: a protected address")
    about = [one for one in check.reasons if CRITERION_OF[one.kind] is criterion]
    if not about:
        return say_without_reason(words, criterion, check.points.get(criterion, 0))
    return say_reasons(words, about)


def _others(
    paper: _Paper, newcomer_id: UUID, candidates: Sequence[Candidate]
) -> "tuple[OtherLine, ...]":
    asked = paper.solved.asked
    hidden = asked.newcomers[asked.rows[newcomer_id]].hidden
    found = []
    for one in candidates:
        mentor = asked.mentors[asked.columns[one.role_id]]
        # The waiting is the newcomer's, the same with every mentor.
        told = [reason for reason in one.reasons if reason.kind is not ReasonKind.WAITED]
        found.append(_line(paper, one, told, mentor.number, hidden or mentor.hidden))
    return tuple(found)


def _newcomers(
    paper: _Paper, mentor: "MentorFacts", candidates: Sequence[Candidate]
) -> "tuple[OtherLine, ...]":
    asked = paper.solved.asked
    found = []
    for one in candidates:
        newcomer = asked.newcomers[asked.rows[one.role_id]]
        hidden = newcomer.hidden or mentor.hidden
        found.append(_line(paper, one, one.reasons, newcomer.number, hidden))
    return tuple(found)


def _line(
    paper: _Paper, candidate: Candidate, told: Sequence[Reason], number: int, hidden: bool
) -> "OtherLine":
    from mentorapp.reports.pairing_explained import OtherLine

    return OtherLine(
        number=number,
        name=paper.solved.names[candidate.role_id],
        percent=candidate.percent,
        reasons=say_reasons(paper.words, told, protected=hidden),
        cost=_cost(paper.words, candidate),
        possible=not candidate.obstacles,
    )


def _cost(words: Words, candidate: Candidate) -> str:
    if candidate.present:
        return words.text("the present proposal")
    if candidate.obstacles:
        return say_obstacles(words, candidate.obstacles)
    return say_cost(
        words,
        candidate.pairs_lost,
        candidate.score_lost,
        candidate.full_score,
        worst_lost=candidate.worst_lost,
        exact=candidate.exact,
    )
