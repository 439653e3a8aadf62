"""What the pairing page says of candidates, reasons and shares."""

from collections.abc import Mapping
from uuid import UUID

from mentorapp.domain.explanations import Candidate, Effect, Move, percent_of
from mentorapp.domain.proposals import AGAINST, Reason
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.operations.following import Following
from mentorapp.words import Words
from mentorapp.words.explanations import say_candidate_cost, say_effect
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_reason
from mentorapp.words.remedies import named
from ui.format import capital
from ui.pairing.moves import say_percent
from ui.widgets.line_list import Line
from ui.widgets.shares import Share

_TOLD_MOVES = 3


def candidate_line(words: Words, candidate: Candidate, name: str) -> Line:
    """The name and per cent; below what it would cost the whole and the best reason."""
    cost = say_candidate_cost(words, candidate)
    reason = best_reason(words, candidate.reasons)
    return Line(
        value=candidate.role_id,
        first=name,
        figure=say_percent(words, candidate.percent),
        second=" · ".join(capital(part) for part in (cost, reason) if part),
    )


def best_reason(words: Words, reasons: tuple[Reason, ...]) -> str:
    """What speaks most for the pair; "" when nothing does."""
    speaking = [one for one in reasons if one.kind not in AGAINST]
    return say_reason(words, max(speaking, key=lambda one: one.points)) if speaking else ""


def shares_of(
    words: Words, points: Mapping[str, int], weights: Mapping[str, str], most: Mapping[str, int]
) -> list[Share]:
    """What each criterion that counts gives of what it could give, in per cent of the whole.

    ``points``, ``weights`` and ``most`` (the most it can give) are by the criterion's value.
    """
    full = sum(most.values())
    return [
        Share(
            name=label(words, criterion),
            note=label(words, Weight(weights[criterion.value])),
            part=points.get(criterion.value, 0),
            whole=most[criterion.value],
            said=words.text("%(part)s of %(whole)s %%")
            % {
                "part": words.number(percent_of(points.get(criterion.value, 0), full)),
                "whole": words.number(percent_of(most[criterion.value], full)),
            },
        )
        for criterion in Criterion
        if most.get(criterion.value)
    ]


def name_of(names: Mapping[UUID, str], role_id: UUID | None) -> str:
    """The name; "" for nobody."""
    return names.get(role_id, "") if role_id is not None else ""


def say_out_of_step(words: Words, mentor: str) -> str:
    """That the office has changed since the proposal was made; "" for a run that makes none."""
    if mentor:
        return words.text("Something has changed since: a run now would propose %(mentor)s.") % {
            "mentor": mentor
        }
    return words.text("Something has changed since: a run now would propose nobody.")


def say_followed(
    words: Words, decision: str, decided: UUID, found: Following, names: Mapping[UUID, str]
) -> str:
    """The decision, what else changed and what it cost the whole.

    Like "Ruled out. Amina now meets Liv; Yusuf has no mentor any more. The whole loses 1 %."
    """
    moves = sorted(found.moves, key=lambda move: (move.newcomer_id != decided, bool(move.after)))
    if not moves:
        return " ".join((decision, words.text("Nothing else changes.")))
    said = [_say_moved(words, move, names) for move in moves[:_TOLD_MOVES]]
    if len(moves) > _TOLD_MOVES:
        more = len(moves) - _TOLD_MOVES
        said.append(words.plural("%(n)d more has changed", "%(n)d more have changed", more))
    return " ".join(part for part in (decision, f"{'; '.join(said)}.", _say_cost(words, found)))


def say_without(words: Words, effect: Effect, names: Mapping[UUID, str]) -> str:
    """What it would do to rule out two who are proposed to each other."""
    return words.text("Were they not to be a pair: %(effect)s") % {
        "effect": say_effect(words, effect, names)
    }


def _say_moved(words: Words, move: Move, names: Mapping[UUID, str]) -> str:
    newcomer = named(words, names, move.newcomer_id)
    if move.after is None:
        return words.text("%(newcomer)s has no mentor any more") % {"newcomer": newcomer}
    return words.text("%(newcomer)s now meets %(mentor)s") % {
        "newcomer": newcomer,
        "mentor": named(words, names, move.after),
    }


def _say_cost(words: Words, found: Following) -> str:
    effect = found.effect
    if effect.pairs_lost > 0:
        return words.plural(
            "There is %(n)d pair fewer.", "There are %(n)d pairs fewer.", effect.pairs_lost
        )
    if effect.pairs_lost < 0:
        return words.plural(
            "There is %(n)d pair more.", "There are %(n)d pairs more.", -effect.pairs_lost
        )
    if effect.score_lost == 0:
        return words.text("It costs the whole nothing.")
    percent = percent_of(abs(effect.score_lost), effect.full_score)
    much = say_percent(words, percent) if percent else words.text("less than 1 %")
    if effect.score_lost > 0:
        return words.text("The whole loses %(much)s.") % {"much": much}
    return words.text("The whole gains %(much)s.") % {"much": much}
