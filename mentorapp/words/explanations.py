"""What a change would do, why two people are not a pair, and what would help, as sentences.

Names are handed in by role id, as the reader may see them. Differences of scores are told in the
per cent in which proposals are: 100 % is what one pair scores that fits in everything.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from mentorapp.domain.explanations import Candidate, Effect, Move, TooFar, WhyNot, percent_of
from mentorapp.domain.proposals import Obstacle
from mentorapp.words import Words
from mentorapp.words.reasons import say_obstacle
from mentorapp.words.remedies import named, say_remedy

__all__ = [
    "Names",
    "say_candidate",
    "say_candidate_cost",
    "say_cost",
    "say_effect",
    "say_move",
    "say_moves",
    "say_obstacles",
    "say_remedy",
    "say_too_far",
    "say_why_not",
]

Names = Mapping[UUID, str]

_TOLD_MOVES = 3


def say_move(words: Words, move: Move, names: Names) -> str:
    """One newcomer's change, as a clause: "Amina moves from Kari to Liv"."""
    newcomer = named(words, names, move.newcomer_id)
    if move.after is None:
        return words.text("%(newcomer)s would be without a mentor") % {"newcomer": newcomer}
    after = named(words, names, move.after)
    if move.before is None:
        return words.text("%(newcomer)s would get %(mentor)s") % {
            "newcomer": newcomer,
            "mentor": after,
        }
    return words.text("%(newcomer)s would move from %(before)s to %(after)s") % {
        "newcomer": newcomer,
        "before": named(words, names, move.before),
        "after": after,
    }


def say_moves(words: Words, moves: Sequence[Move], names: Names, most: int = _TOLD_MOVES) -> str:
    """The first ``most`` changes in a row, those who lose their mentor before the others."""
    in_line = sorted(moves, key=lambda move: move.after is not None)
    said = [say_move(words, move, names) for move in in_line[:most]]
    if len(in_line) > most:
        more = len(in_line) - most
        said.append(words.plural("%(n)d more change", "%(n)d more changes", more))
    return "; ".join(said)


def say_cost(
    words: Words,
    pairs_lost: int,
    score_lost: int,
    full_score: int,
    *,
    worst_lost: int = 0,
    exact: bool = True,
) -> str:
    """What a change costs the whole, short enough for a table: "1 pair fewer", "costs 3 %".

    What counts most is said: pairs, then the poorest pair, then all scores together.
    """
    if pairs_lost:
        said = (
            words.plural("%(n)d pair fewer", "%(n)d pairs fewer", pairs_lost)
            if pairs_lost > 0
            else words.plural("%(n)d pair more", "%(n)d pairs more", -pairs_lost)
        )
        return said if exact else words.text("at least %(what)s") % {"what": said}
    if worst_lost:
        much = _percent(words, abs(worst_lost), full_score)
        if worst_lost > 0:
            return words.text("the poorest pair %(much)s poorer") % {"much": much}
        return words.text("the poorest pair %(much)s better") % {"much": much}
    if not score_lost and exact:
        return words.text("costs nothing")
    if not exact and not percent_of(abs(score_lost), full_score):
        return words.text("costs little or nothing")
    pattern = words.text("costs %(much)s") if score_lost > 0 else words.text("brings %(much)s")
    much = _percent(words, abs(score_lost), full_score)
    if not exact:
        much = words.text("at least %(what)s") % {"what": much}
    return pattern % {"much": much}


def say_effect(words: Words, effect: Effect, names: Names) -> str:
    """The whole of a change: "It would cost 3 % in all: Amina would move from Kari to Liv"."""
    return _with_moves(words, effect, effect.moves, names)


def say_why_not(words: Words, why_not: WhyNot, names: Names) -> str:
    """The must that keeps the two apart, or what it would do to make them a pair."""
    _ = words.text
    check = why_not.check
    if why_not.present:
        return _("They are proposed to each other.")
    if check.obstacles or check.by_hand_only:
        return _("They cannot be proposed: %(why)s.") % {
            "why": say_obstacles(words, check.obstacles, by_hand_only=check.by_hand_only)
        }
    if why_not.effect is None:
        return _("Nothing stands between them.")
    others = [move for move in why_not.effect.moves if move.newcomer_id != why_not.newcomer_id]
    return _with_moves(words, why_not.effect, others, names)


def say_too_far(words: Words, too_far: TooFar, names: Names) -> str:
    """Whose limit it is: "They live 55 km apart; Larysa goes at most 15 km"."""
    if too_far.whose is None:
        return words.text(
            "They live %(km)d km apart; at most %(limit)d km are thought possible."
        ) % {
            "km": too_far.km,
            "limit": too_far.limit_km,
        }
    return words.text("They live %(km)d km apart; %(name)s goes at most %(limit)d km.") % {
        "km": too_far.km,
        "name": named(words, names, too_far.whose),
        "limit": too_far.limit_km,
    }


def say_obstacles(
    words: Words, obstacles: Sequence[Obstacle], *, by_hand_only: bool = False
) -> str:
    """All that keeps two people apart, as clauses in a row, each said once.

    Of strictly confidential people nothing else is said.
    """
    if by_hand_only:
        return say_obstacle(words, Obstacle.BY_HAND_ONLY)
    return words.join(list(dict.fromkeys(say_obstacle(words, one) for one in obstacles)))


def say_candidate(words: Words, candidate: Candidate, name: str) -> str:
    """One line about a candidate: "Kari Nordmann, 78 %: costs 3 %"."""
    return words.text("%(name)s, %(percent)d %%: %(what)s") % {
        "name": name,
        "percent": candidate.percent,
        "what": say_candidate_cost(words, candidate),
    }


def say_candidate_cost(words: Words, candidate: Candidate) -> str:
    """What it would mean to make the pair: it is made, it cannot be, or it costs so much."""
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


def _with_moves(words: Words, effect: Effect, moves: Sequence[Move], names: Names) -> str:
    said = _whole(words, effect)
    if moves:
        said = words.text("%(effect)s: %(moves)s") % {
            "effect": said,
            "moves": say_moves(words, moves, names),
        }
    if not effect.certified:
        return words.text("%(effect)s. This is not proven to be the best.") % {"effect": said}
    return words.text("%(effect)s.") % {"effect": said}


def _whole(words: Words, effect: Effect) -> str:
    _ = words.text
    if effect.pairs_lost > 0:
        return words.plural(
            "It would make %(n)d pair fewer", "It would make %(n)d pairs fewer", effect.pairs_lost
        )
    if effect.pairs_lost < 0:
        more = words.plural(
            "It would make %(n)d pair more", "It would make %(n)d pairs more", -effect.pairs_lost
        )
        if effect.score_lost <= 0:
            return more
        # Another pair can be had at the cost of better ones.
        much = _percent(words, effect.score_lost, effect.full_score)
        return _("%(more)s, but cost %(much)s in all") % {"more": more, "much": much}
    if effect.worst_lost > 0:
        much = _percent(words, effect.worst_lost, effect.full_score)
        return _("The poorest pair would be %(much)s poorer") % {"much": much}
    if effect.worst_lost < 0:
        much = _percent(words, -effect.worst_lost, effect.full_score)
        return _("The poorest pair would be %(much)s better") % {"much": much}
    if effect.score_lost > 0:
        much = _percent(words, effect.score_lost, effect.full_score)
        return _("It would cost %(much)s in all") % {"much": much}
    if effect.score_lost < 0:
        much = _percent(words, -effect.score_lost, effect.full_score)
        return _("It would bring %(much)s more in all") % {"much": much}
    return _("It would cost nothing")


def _percent(words: Words, score: int, full_score: int) -> str:
    """Something above 0 is never told as 0 %."""
    percent = percent_of(score, full_score)
    if percent:
        return words.text("%(percent)d %%") % {"percent": percent}
    return words.text("less than 1 %")
