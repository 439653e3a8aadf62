"""Whom to recruit: kinds of mentors who are short, ranked by how many who wait they would help.

The kinds come from those who wait (``mentor_kinds``) and, by what one place more with each mentor
would bring, from those whose mentor is dearest for the whole: a recruit who takes one of them frees
a mentor whom somebody waits for. Whom a kind could be paired with is judged by the rules of a run,
what one of it brings is worked out in the present set, exactly.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.organisations import Organisation
from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.domain.schemes import Criterion
from mentorapp.domain.shortages import MentorKind, Shortage
from mentorapp.matching.change import Change
from mentorapp.matching.crowd import crowd
from mentorapp.matching.facts import NewcomerFacts
from mentorapp.matching.imagined import imagined
from mentorapp.matching.mentor_kinds import Demands, kinds_for
from mentorapp.matching.rules import first_obstacle
from mentorapp.matching.scores import multipliers
from mentorapp.matching.sparse import Problem
from mentorapp.matching.standing import Pairs, Standing
from mentorapp.matching.table import table
from mentorapp.matching.watch import QUIET, Stopped, Watch

#: Kinds looked at: of the largest groups of those who wait, and of those with a dear mentor.
_LOOKED_AT = 300
_DEAR = 20

#: Parts of a kind that can be left out, what is asked for least readily first.
_PARTS: tuple[tuple[str, Any], ...] = (("age_band", None), ("gender", None), ("languages", ()))


@dataclass(frozen=True, eq=False)
class Waiting:
    """A solved run as the search for shortages needs it; ``newcomers`` are the standing's rows.

    ``left_over`` tells by role id what stopped whom.
    """

    standing: Standing
    newcomers: Sequence[NewcomerFacts]
    demands: Demands
    left_over: Mapping[UUID, LeftOver]

    @cached_property
    def by_id(self) -> Mapping[UUID, NewcomerFacts]:
        """Newcomers by role id."""
        return {one.role_id: one for one in self.newcomers}

    def alone(self) -> list[int]:
        """Rows of those without a mentor, the strictly confidential left out."""
        paired = {row for row, _ in self.standing.pairs}
        return [
            row for row, one in enumerate(self.newcomers) if row not in paired and not one.by_hand
        ]


def find_shortages(waiting: Waiting, most: int = 10, watch: Watch = QUIET) -> tuple[Shortage, ...]:
    """At most ``most`` kinds, no two for the same people. Raises Stopped.

    In the order of how many each helps who are not helped by those before it; then by gain. A kind
    that asks for more can help more in all and still come later, for the few who ask for it.
    """
    people = [waiting.newcomers[row] for row in waiting.alone()]
    dear = _dear(waiting)  # asked first: what it turns about in the standing, every copy shares
    demands = waiting.demands
    open_kinds = kinds_for([one for one in people if not one.hidden], demands, _LOOKED_AT)
    hidden_kinds = kinds_for([one for one in people if one.hidden], demands, _LOOKED_AT)
    helped = _helped(waiting, (*open_kinds, *hidden_kinds), people, watch)
    left = helped.copy()
    # Kinds made for protected people come in only for those whom no other kind would help: a list
    # that has them without need would tell that somebody protected waits.
    left[len(open_kinds) :] &= ~helped[: len(open_kinds)].any(axis=0)
    chosen: dict[MentorKind, NDArray[np.bool_]] = {}
    new: dict[MentorKind, int] = {}
    while len(chosen) < most and left.any():
        best = int(np.lexsort((-helped.sum(axis=1), -left.sum(axis=1)))[0])
        kind = (*open_kinds, *hidden_kinds)[best]
        kind, whom = _plainer(waiting, kind, people, (helped[best], left[best]), watch)
        chosen[kind], new[kind] = whom, int((left.any(axis=0) & whom).sum())
        left &= ~whom
    found = _weighed(waiting, chosen, people, watch)
    if len(found) < most:
        freeing = _that_free(waiting, dear, chosen.keys(), people, watch)
        found += [one for one in freeing if one.gain_pairs > 0][: most - len(found)]
    return tuple(
        sorted(found, key=lambda one: (-new.get(one.kind, 0), -one.gain_pairs, -one.gain_total))
    )


def with_recruits(
    waiting: Waiting, kinds: Sequence[MentorKind], recruits: int, watch: Watch = QUIET
) -> list[Change]:
    """For each kind what so many mentors of it would change, exactly. Nothing is kept.

    Mentors who are alike and take one each are one mentor with so many places; he has the next
    number. Raises Stopped.
    """
    changes = []
    for column in _columns(waiting, kinds, watch):
        watch.ask()
        changes.append(waiting.standing.gain_of_mentor(column, recruits))
    return changes


def helped_from(waiting: Waiting, shortage: Shortage, organisation: Organisation) -> int:
    """How many of those whom the kind would help a mentor of this organisation could take."""
    mentor = imagined(shortage.kind, waiting.demands.local, organisation)
    by_id = waiting.by_id
    return sum(
        first_obstacle(mentor, by_id[role_id], waiting.demands.book) is None
        for role_id in shortage.newcomers
    )


def _helped(
    waiting: Waiting,
    kinds: Sequence[MentorKind],
    people: Sequence[NewcomerFacts],
    watch: Watch,
) -> NDArray[np.bool_]:
    """(kinds, people): who could be paired with a mentor of the kind."""
    problem = _pairs(waiting, kinds, people, {}, watch)
    helped = np.zeros((len(kinds), len(people)), dtype=np.bool_)
    helped[problem.mentors, problem.newcomers_of(0, len(people))] = True
    return helped


def _pairs(
    waiting: Waiting,
    kinds: Sequence[MentorKind],
    people: Sequence[NewcomerFacts],
    counting: Mapping[Criterion, int],
    watch: Watch,
) -> Problem:
    """The allowed pairs of people and a mentor of each kind, with scores of what is counting."""
    demands = waiting.demands
    mentors = [imagined(kind, demands.local) for kind in kinds]
    problem = table(
        crowd(mentors, people, demands.book, counting),
        [mentor.room for mentor in mentors],
        cancelled=watch.cancelled,
    )
    if problem is None:
        raise Stopped
    return problem


def _plainer(
    waiting: Waiting,
    kind: MentorKind,
    people: Sequence[NewcomerFacts],
    helped: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    watch: Watch,
) -> tuple[MentorKind, NDArray[np.bool_]]:
    """The kind without what hardly anybody needs, and whom it helps.

    ``helped`` are all whom it helps and those whom no kind before it does: of either it has to keep
    nine of ten.
    """
    whom, wanted = helped[0], [int(one.sum()) for one in helped]
    while True:
        plainer = [replace(kind, **{part: none}) for part, none in _PARTS]
        plainer = [one for one in plainer if one != kind]
        good: list[tuple[int, MentorKind, NDArray[np.bool_]]] = []
        for one, mask in zip(plainer, _helped(waiting, plainer, people, watch), strict=True):
            kept = int(mask.sum()), int((mask & helped[1]).sum())
            if all(10 * n >= 9 * of for n, of in zip(kept, wanted, strict=True)):
                good.append((kept[0], one, mask))
        if not good:
            return kind, whom
        _, kind, whom = max(good, key=lambda one: one[0])


def _weighed(
    waiting: Waiting,
    kinds: Mapping[MentorKind, NDArray[np.bool_]],
    people: Sequence[NewcomerFacts],
    watch: Watch,
) -> list[Shortage]:
    """Kinds with whom they help, and what one mentor of each would bring."""
    found = []
    changes = with_recruits(waiting, [*kinds], 1, watch)
    for (kind, whom), change in zip(kinds.items(), changes, strict=True):
        newcomers = tuple(people[at].role_id for at in np.flatnonzero(whom).tolist())
        found.append(
            Shortage(
                kind=kind,
                newcomers=newcomers,
                gain_pairs=-change.pairs_lost,
                gain_total=-change.total_lost,
                causes=_causes(waiting, newcomers),
            )
        )
    return found


def _columns(waiting: Waiting, kinds: Sequence[MentorKind], watch: Watch) -> list[Pairs]:
    """For each kind the newcomers of the standing it could take, and the scores."""
    counting = multipliers(waiting.demands.weights)
    turned = _pairs(waiting, kinds, waiting.newcomers, counting, watch).by_mentor
    return [turned.column(at) for at in range(len(kinds))]


def _causes(waiting: Waiting, newcomers: Sequence[UUID]) -> tuple[tuple[Obstacle, int], ...]:
    """What keeps most mentors from each, counted over all of them."""
    order = {obstacle: place for place, obstacle in enumerate(Obstacle)}
    counts: Counter[Obstacle] = Counter()
    for role_id in newcomers:
        known = waiting.left_over.get(role_id)
        if known is None:
            continue
        if known.free:
            counts[Obstacle.MENTOR_FULL] += 1
        elif known.stopped:
            stopped = known.stopped
            counts[min(stopped, key=lambda one: (-stopped[one], order[one]))] += 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], order[item[0]])))


def _dear(waiting: Waiting) -> list[NewcomerFacts]:
    """Those with a mentor of whom one place more would make one more pair; none who is protected
    or whose pair is locked.
    """
    gains = waiting.standing.gains()
    scarce = set(gains.mentors[gains.pairs > 0].tolist())
    locked = {row for row, _ in waiting.standing.locked}
    paired = [
        waiting.newcomers[row]
        for row, mentor in waiting.standing.pairs
        if mentor in scarce and row not in locked
    ]
    return [one for one in paired if not one.hidden]


def _that_free(
    waiting: Waiting,
    dear: Sequence[NewcomerFacts],
    known: Collection[MentorKind],
    people: Sequence[NewcomerFacts],
    watch: Watch,
) -> list[Shortage]:
    """Kinds that help nobody who waits but could free a mentor for one of them."""
    kinds = [one for one in kinds_for(dear, waiting.demands, _DEAR) if one not in known]
    helped = _helped(waiting, kinds, people, watch)
    idle = {kind: whom for kind, whom in zip(kinds, helped, strict=True) if not whom.any()}
    return _weighed(waiting, idle, people, watch)
