"""Whom else each newcomer could have had, and what it would cost the whole at the least."""

from collections.abc import Sequence

import numpy as np

from mentorapp.matching.assignment import Assignment
from mentorapp.matching.margins import best_others
from mentorapp.matching.selection import Rows
from mentorapp.matching.sparse import Problem

#: As many as a coordinator looks at.
_KEPT = 5


def best_candidates(
    problem: Problem, found: Assignment, locked: Sequence[tuple[int, int]]
) -> list[tuple[int, int, int, int]]:
    """(newcomer, mentor, score, least loss), the best first for each newcomer who is not locked.

    Where nobody is to get a very poor match only pairs that are good enough.
    """
    keep = None
    if found.worst is not None:
        keep = problem.scores >= found.worst
    for newcomer, _ in locked:
        keep = np.ones(len(problem.mentors), dtype=np.bool_) if keep is None else keep
        keep[problem.span(newcomer)] = False
    open_ = problem if keep is None else problem.kept(keep)
    best = best_others(
        Rows.of(open_), found.newcomer_prices, found.mentor_prices, found.bonus, _KEPT
    )
    rows, ranks = np.nonzero(best.others >= 0)
    mentors = best.others[rows, ranks]
    losses = best.pairs[rows, ranks] * found.bonus + best.total[rows, ranks]
    # A loss is what the two prices come to above what the pair counts.
    scores = found.newcomer_prices[rows] + found.mentor_prices[mentors] - found.bonus - losses
    return list(zip(rows.tolist(), mentors.tolist(), scores.tolist(), losses.tolist(), strict=True))
