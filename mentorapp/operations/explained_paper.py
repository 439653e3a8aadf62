"""Why these two, or why nobody yet, on paper: the answers about one newcomer put together."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.explanations import CRITERION_OF, Candidate, percent_of
from mentorapp.domain.office import Office
from mentorapp.domain.proposals import LeftOver
from mentorapp.matching.criteria import FULL
from mentorapp.matching.scores import multipliers
from mentorapp.operations.explaining import (
    Solved,
    candidates_for_newcomer,
    counted,
    remedies,
    try_forbid,
)
from mentorapp.words import Words
from mentorapp.words.explanations import say_cost, say_effect, say_obstacles, say_remedy
from mentorapp.words.reasons import say_cause, say_left_over, say_reason, say_reasons

if TYPE_CHECKING:
    from mentorapp.reports.pairing_explained import OtherLine

_OTHERS = 5


def explained_paper(
    solved: Solved, newcomer_id: UUID, office: Office, words: Words, printed_on: date
) -> bytes:
    """A PDF: why this pair, or why the newcomer has nobody yet."""
    mentor_id = solved.pairs.get(newcomer_id)
    if mentor_id is None:
        return _nobody(solved, newcomer_id, office, words, printed_on)
    return _these_two(solved, newcomer_id, mentor_id, office, words, printed_on)


def _these_two(
    solved: Solved,
    newcomer_id: UUID,
    mentor_id: UUID,
    office: Office,
    words: Words,
    printed_on: date,
) -> bytes:
    from mentorapp.reports import pairing_explained

    check = solved.check(newcomer_id, mentor_id)
    scheme = solved.pairing_input.scheme
    why = {CRITERION_OF[one.kind]: say_reason(words, one) for one in check.reasons}
    lines = tuple(
        pairing_explained.CriterionLine(
            criterion,
            scheme.weight(criterion),
            check.points.get(criterion, 0),
            FULL * times,
            why.get(criterion, ""),
        )
        for criterion, times in multipliers(scheme.weights).items()
    )
    without = try_forbid(solved, newcomer_id, mentor_id)
    together = words.text("Were they not to be a pair: %(effect)s") % {
        "effect": say_effect(words, without, solved.names)
    }
    stopped = counted(solved, newcomer_id)
    values = pairing_explained.TheseTwo(
        scheme=scheme.name(words.language),
        mentor=solved.names[mentor_id],
        mentor_number=solved.numbers[mentor_id],
        newcomer=solved.names[newcomer_id],
        newcomer_number=solved.numbers[newcomer_id],
        percent=percent_of(check.score, check.full_score),
        lines=lines,
        others=tuple(_others(solved, newcomer_id, words)),
        together=(together,),
        ruled_out=tuple(f"{cause}: {count}" for cause, count in _causes(words, stopped)),
    )
    return pairing_explained.why_these_two(values, office, words, printed_on)


def _nobody(
    solved: Solved, newcomer_id: UUID, office: Office, words: Words, printed_on: date
) -> bytes:
    from mentorapp.reports import pairing_explained

    stopped = counted(solved, newcomer_id)
    values = pairing_explained.NobodyYet(
        scheme=solved.pairing_input.scheme.name(words.language),
        newcomer=solved.names[newcomer_id],
        newcomer_number=solved.numbers[newcomer_id],
        why=say_left_over(words, stopped),
        mentors=sum(stopped.stopped.values()) + stopped.free,
        causes=tuple(_causes(words, stopped)),
        remedies=tuple(
            say_remedy(words, one, solved.names) for one in remedies(solved, newcomer_id)
        ),
        nearest=tuple(_others(solved, newcomer_id, words)),
    )
    return pairing_explained.why_nobody_yet(values, office, words, printed_on)


def _others(solved: Solved, newcomer_id: UUID, words: Words) -> Iterator["OtherLine"]:
    from mentorapp.reports.pairing_explained import OtherLine

    for one in candidates_for_newcomer(solved, newcomer_id, _OTHERS + 1):
        if not one.present:
            yield OtherLine(
                number=solved.numbers[one.role_id],
                name=solved.names[one.role_id],
                percent=one.percent,
                reasons=say_reasons(words, one.reasons),
                cost=_cost(words, one),
            )


def _cost(words: Words, one: Candidate) -> str:
    said = say_obstacles(words, one.obstacles) or say_cost(
        words, one.pairs_lost, one.score_lost, one.full_score, exact=one.exact
    )
    return said[:1].upper() + said[1:]


def _causes(words: Words, stopped: LeftOver) -> Iterator[tuple[str, int]]:
    """Like causes together, the most frequent first; nothing for who is paired by hand only."""
    counts: dict[str, int] = {}
    for obstacle, count in stopped.stopped.items():
        cause = say_cause(words, obstacle)
        counts[cause] = counts.get(cause, 0) + count
    for cause, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        yield cause[:1].upper() + cause[1:], count
