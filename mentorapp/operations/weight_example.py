"""What weights mean: how much of the score each gives, and an example of what they would change."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from mentorapp.domain.explanations import percent_of
from mentorapp.domain.schemes import Criterion
from mentorapp.domain.weight_examples import Best, WeightExample, most_telling
from mentorapp.matching.facts import MentorFacts, NewcomerFacts
from mentorapp.matching.rules import first_obstacle, rulebook
from mentorapp.matching.scores import all_judged, full_score, multipliers
from mentorapp.operations import candidates
from mentorapp.operations.candidates import PairingInput
from mentorapp.storage.database import Transaction

__all__ = ["PairingInput", "example", "gather", "shares"]

#: Enough to find one whose mentor changes, in a tenth of a second.
_MOST_PAIRS, _MOST_NEWCOMERS = 2_000, 12


def shares(weights: Mapping[str, str]) -> dict[Criterion, int]:
    """How many per cent of the score of a pair that fits in everything each criterion gives."""
    counting = multipliers(weights)
    total = sum(counting.values())
    return {criterion: percent_of(times, total) for criterion, times in counting.items()}


def gather(tx: Transaction, scheme_id: UUID, today: date) -> PairingInput:
    """Whom an example is sought among, free of the database."""
    return candidates.gather(tx, scheme_id, today)


def example(gathered: PairingInput, weights: Mapping[str, str]) -> WeightExample | None:
    """Of those who have waited longest the one on whom other weights show most; None of nobody.

    People with an address that must not be used in pairing are no example.
    """
    mentors = [one for one in gathered.mentors if one.room > 0 and not one.by_hand][:_MOST_PAIRS]
    waiting = [one for one in gathered.newcomers if not one.by_hand]
    waiting.sort(key=lambda one: (-one.waited_days, one.number))
    if not mentors:
        return None
    chosen = waiting[: max(1, min(_MOST_NEWCOMERS, _MOST_PAIRS // len(mentors)))]
    tried = gathered.with_weights(weights)
    return most_telling(
        [
            WeightExample(one.role_id, _best(gathered, mentors, one), _best(tried, mentors, one))
            for one in chosen
        ]
    )


def _best(people: PairingInput, mentors: Sequence[MentorFacts], newcomer: NewcomerFacts) -> Best:
    weights = people.scheme.weights
    book = rulebook(people.scheme, people.earlier, people.forbidden, people.ties)
    allowed = [one for one in mentors if first_obstacle(one, newcomer, book) is None]
    if not allowed:
        return Best()
    judged = all_judged(multipliers(weights), allowed, [newcomer] * len(allowed))
    score, _number, mentor_id = max(
        (one.score, -mentor.number, mentor.role_id)
        for one, mentor in zip(judged, allowed, strict=True)
    )
    return Best(mentor_id, percent_of(score, full_score(weights)))
