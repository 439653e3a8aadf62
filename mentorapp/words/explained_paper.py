"""What the papers on a pairing say beside the reasons: why this set, what stops how many."""

from mentorapp.domain.pairing_runs import Goal
from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.domain.schemes import Criterion
from mentorapp.words import N_, Words
from mentorapp.words.reasons import say_obstacle

_BY_GOAL = {
    Goal.MOST: N_(
        "As many newcomers as possible have a mentor with this pair among them, and no other such "
        "set of pairs fits better in all."
    ),
    Goal.BEST: N_("No other set of pairs than the one with this pair fits better in all."),
    Goal.FAIR: N_(
        "As many newcomers as possible have a mentor with this pair among them; no other such set "
        "has a better worst pair and fits better in all."
    ),
}

_WITHOUT_REASON = {
    Criterion.DISTANCE: N_("Not known how far: some points all the same"),
    Criterion.AVAILABILITY: N_("Not known when both are free: some points all the same"),
    Criterion.AGE: N_("Ages some way apart, or not known"),
    Criterion.HOUSEHOLD: N_("Both have children, of other ages"),
    Criterion.WAITING: N_("Has waited less than a month"),
}


def say_best_set(words: Words, goal: Goal, *, locked: bool, certified: bool) -> tuple[str, ...]:
    """Why a pair is right for the whole, a sentence each."""
    said = [words.text(_BY_GOAL[goal])]
    if certified:
        said.append(words.text("This is proven."))
    if locked:
        fixed = words.text(
            "The office has fixed this pair; the others are the best that go with it."
        )
        said.insert(0, fixed)
    return tuple(said)


def say_ruled_out(words: Words, left_over: LeftOver) -> tuple[str, ...]:
    """For each must how many mentors it keeps from a newcomer: "12 mentors: they live too far
    apart". The most first.
    """
    return tuple(
        words.text("%(mentors)s: %(why)s")
        % {
            "mentors": words.plural("%(n)d mentor", "%(n)d mentors", count),
            "why": say_obstacle(words, obstacle),
        }
        for obstacle, count in _in_order(left_over)
    )


def say_waits(words: Words, left_over: LeftOver, waited_days: int) -> str:
    """How somebody stands who has nobody."""
    if Obstacle.BY_HAND_ONLY in left_over.stopped:
        return words.text("A strictly confidential address: paired by hand only.")
    waited = words.plural("Has waited %(n)d day.", "Has waited %(n)d days.", waited_days)
    if not (left_over.free or left_over.stopped):
        nobody = words.text("There is no mentor in this run.")
        return f"{waited} {nobody}"
    if not left_over.free:
        nobody = words.text("No mentor of this scheme can be proposed as things are.")
        return f"{waited} {nobody}"
    taken = words.plural(
        "%(n)d mentor could be proposed but helps more elsewhere.",
        "%(n)d mentors could be proposed but help more elsewhere.",
        left_over.free,
    )
    return f"{waited} {taken}"


def causes(words: Words, left_over: LeftOver) -> tuple[tuple[str, int], ...]:
    """Each cause in words and how many mentors it stops, the most first."""
    found = [(say_obstacle(words, obstacle), count) for obstacle, count in _in_order(left_over)]
    if left_over.free:
        found.append((words.text("possible, but paired with others"), left_over.free))
    return tuple(sorted(found, key=lambda one: -one[1]))


def say_without_reason(words: Words, criterion: Criterion, points: int) -> str:
    """Why a criterion adds points of which no reason is told, mostly since not all is known."""
    return words.text(_WITHOUT_REASON[criterion]) if points and criterion in _WITHOUT_REASON else ""


def _in_order(left_over: LeftOver) -> list[tuple[Obstacle, int]]:
    if Obstacle.BY_HAND_ONLY in left_over.stopped:
        return []
    return sorted(left_over.stopped.items(), key=lambda one: (-one[1], one[0]))
