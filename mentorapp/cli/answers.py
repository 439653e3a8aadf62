"""What the pairing answers, as JSON: people by number and name, codes with their words beside."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from mentorapp.domain.explanations import Candidate, Effect, Move, Remedy
from mentorapp.domain.proposals import Reason
from mentorapp.operations.explaining import Solved
from mentorapp.words import Words
from mentorapp.words.explanations import say_candidate, say_effect, say_remedy
from mentorapp.words.reasons import say_reasons

#: Number and name by role id.
Who = Mapping[UUID, Mapping[str, Any]]


def who_of(solved: Solved) -> Who:
    """Everybody in a run."""
    return {
        role_id: {"number": number, "name": solved.names[role_id]}
        for role_id, number in solved.numbers.items()
    }


def effect_json(
    words: Words, who: Who, effect: Effect, names: Mapping[UUID, str]
) -> dict[str, Any]:
    """The sentence tells the first changes, ``moves`` are all."""
    return {
        "pairs_before": effect.pairs_before,
        "pairs_after": effect.pairs_after,
        "total_before": effect.total_before,
        "total_after": effect.total_after,
        "worst_before": effect.worst_before,
        "worst_after": effect.worst_after,
        "certified": effect.certified,
        "method": effect.method or None,
        "moves": [move_json(who, move) for move in effect.moves],
        "in_words": say_effect(words, effect, names),
    }


def move_json(who: Who, move: Move) -> dict[str, Any]:
    """One newcomer's mentor before and after."""
    return {
        "newcomer": who[move.newcomer_id],
        "before": who[move.before] if move.before else None,
        "after": who[move.after] if move.after else None,
    }


def candidate_json(words: Words, who: Who, one: Candidate) -> dict[str, Any]:
    """Somebody of the other side."""
    person = who[one.role_id]
    return {
        **person,
        "score": one.score,
        "percent": one.percent,
        "points": {criterion.value: points for criterion, points in one.points.items()},
        "reasons": reasons_json(one.reasons),
        "obstacles": [obstacle.value for obstacle in one.obstacles],
        "pairs_lost": one.pairs_lost,
        "score_lost": one.score_lost,
        "worst_lost": one.worst_lost,
        "exact": one.exact,
        "present": one.present,
        "in_words": say_candidate(words, one, str(person["name"])),
        "reasons_in_words": say_reasons(words, one.reasons),
    }


def remedy_json(
    words: Words, who: Who, remedy: Remedy, names: Mapping[UUID, str]
) -> dict[str, Any]:
    """What would help."""
    return {
        "kind": remedy.kind.value,
        "mentor": who[remedy.mentor_id] if remedy.mentor_id else None,
        "values": list(remedy.values),
        "amount": remedy.amount,
        "opens": remedy.opens,
        "helps": remedy.helps,
        "in_words": say_remedy(words, remedy, names),
    }


def reasons_json(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """Codes with their data."""
    return [reason.to_json() for reason in reasons]
