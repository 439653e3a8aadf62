"""Whom to recruit: kinds of mentors who are short, ranked by how many who wait they would help.

The kinds come from those who wait (``mentor_kinds``) and, by what one place more with each mentor
would bring, from those whose mentor is dearest for the whole: a recruit who takes one of them frees
a mentor whom somebody waits for. Whom a kind could be paired with is judged by the rules of a run,
what one of it brings is worked out in the present set, exactly.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.shortages import MentorKind, Shortage
from mentorapp.matching.facts import NewcomerFacts
from mentorapp.matching.mentor_kinds import kinds_for
from mentorapp.matching.recruits import Waiting, helped_by, with_recruits
from mentorapp.matching.watch import QUIET, Watch

#: Kinds looked at: of the largest groups of those who wait, and of those with a dear mentor.
_LOOKED_AT = 300
_DEAR = 20

#: Parts of a kind that can be left out, what is asked for least readily first.
_PARTS: tuple[tuple[str, Any], ...] = (("age_band", None), ("gender", None), ("languages", ()))


def find_shortages(waiting: Waiting, most: int = 10, watch: Watch = QUIET) -> tuple[Shortage, ...]:
    """At most ``most`` kinds, no two for the same people. Raises Stopped.

    In the order of how many each helps who are not helped by those before it; then by gain. A kind
    that asks for more can help more in all and still come later, for the few who ask for it.
    """
    people = [waiting.newcomers[row] for row in waiting.alone()]
    dear = _dear(waiting)  # asked first: what it turns about in the standing, every copy shares
    hidden = np.array([one.hidden for one in people], dtype=np.bool_)
    open_kinds, helped_by_open = _kinds(waiting, people, ~hidden, watch)
    hidden_kinds, helped_by_hidden = _kinds(waiting, people, hidden, watch)
    helped = np.concatenate((helped_by_open, helped_by_hidden))
    left = helped.copy()
    # Kinds made for protected people come in only for those whom no other kind would help: a list
    # that has them without need would tell that somebody protected waits.
    left[len(open_kinds) :] &= ~helped[: len(open_kinds)].any(axis=0)
    chosen: dict[MentorKind, NDArray[np.bool_]] = {}
    new: dict[MentorKind, int] = {}
    while len(chosen) < most and left.any():
        best = int(np.lexsort((-helped.sum(axis=1), -left.sum(axis=1)))[0])
        kind = [*open_kinds, *hidden_kinds][best]
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


def _kinds(
    waiting: Waiting, people: Sequence[NewcomerFacts], made_for: NDArray[np.bool_], watch: Watch
) -> tuple[list[MentorKind], NDArray[np.bool_]]:
    """Kinds made for some of the people, and (kinds, people) whom of all each would help.

    Whom the kind of his group does not help, since he lives too far from where most of them do or
    has other free times, is looked at again with others of that sort.
    """
    kinds: list[MentorKind] = []
    helped = np.zeros((0, len(people)), dtype=np.bool_)
    left = made_for
    while left.any() and len(kinds) < _LOOKED_AT:
        asking = [people[at] for at in np.flatnonzero(left).tolist()]
        new = kinds_for(asking, waiting.demands, _LOOKED_AT - len(kinds))
        kinds += new
        helped = np.concatenate((helped, helped_by(waiting, new, people, watch)))
        still = left & ~helped.any(axis=0)
        if still.sum() == left.sum():
            break
        left = still
    return kinds, helped


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
        for one, mask in zip(plainer, helped_by(waiting, plainer, people, watch), strict=True):
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
    scarce = set(gains.others[gains.pairs > 0].tolist())
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
    helped = helped_by(waiting, kinds, people, watch)
    idle = {kind: whom for kind, whom in zip(kinds, helped, strict=True) if not whom.any()}
    return _weighed(waiting, idle, people, watch)
