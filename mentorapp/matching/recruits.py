"""Mentors who are not there yet, tried in a solved run: whom they could take, what they bring.

Each is imagined and judged by the rules and criteria of the run, as everybody is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.organisations import Organisation
from mentorapp.domain.proposals import LeftOver
from mentorapp.domain.schemes import Criterion
from mentorapp.domain.shortages import MentorKind, Shortage
from mentorapp.matching.change import Change
from mentorapp.matching.crowd import crowd
from mentorapp.matching.facts import MentorFacts, NewcomerFacts
from mentorapp.matching.imagined import imagined
from mentorapp.matching.mentor_kinds import Demands
from mentorapp.matching.scores import multipliers
from mentorapp.matching.sparse import Problem
from mentorapp.matching.standing import Pairs, Standing
from mentorapp.matching.table import table
from mentorapp.matching.watch import QUIET, Stopped, Watch


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """A solved run as the search for shortages needs it; ``newcomers`` are the standing's rows.

    ``left_over`` tells by role id what stopped whom.
    """

    standing: Standing
    newcomers: Sequence[NewcomerFacts]
    demands: Demands
    left_over: Mapping[UUID, LeftOver]

    def alone(self) -> list[int]:
        """Rows of those without a mentor, the strictly confidential left out."""
        paired = {row for row, _ in self.standing.pairs}
        return [
            row for row, one in enumerate(self.newcomers) if row not in paired and not one.by_hand
        ]


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


def helped_from(
    waiting: Waiting, shortages: Sequence[Shortage], organisations: Sequence[Organisation]
) -> list[list[int]]:
    """For each organisation and each shortage, how many of those whom the kind would help a mentor
    of the organisation could take.
    """
    wanted = [{*one.newcomers} for one in shortages]
    ids = set[UUID]().union(*wanted)
    people = [one for one in waiting.newcomers if one.role_id in ids]
    helped = np.array([[one.role_id in ids for ids in wanted] for one in people], dtype=np.bool_)
    helped = helped.reshape(len(people), len(shortages))
    local = waiting.demands.local
    mentors = [imagined(one.kind, local, home) for home in organisations for one in shortages]
    turned = _pairs_of(waiting, mentors, people, {}, QUIET).by_mentor
    return [
        [
            int(helped[turned.column(nth * len(shortages) + at)[0], at].sum())
            for at in range(len(shortages))
        ]
        for nth in range(len(organisations))
    ]


def helped_by(
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


def _columns(waiting: Waiting, kinds: Sequence[MentorKind], watch: Watch) -> list[Pairs]:
    """For each kind the newcomers of the standing it could take, and the scores."""
    counting = multipliers(waiting.demands.weights)
    turned = _pairs(waiting, kinds, waiting.newcomers, counting, watch).by_mentor
    return [turned.column(at) for at in range(len(kinds))]


def _pairs(
    waiting: Waiting,
    kinds: Sequence[MentorKind],
    people: Sequence[NewcomerFacts],
    counting: Mapping[Criterion, int],
    watch: Watch,
) -> Problem:
    """The allowed pairs of people and a mentor of each kind, with scores of what is counting."""
    mentors = [imagined(kind, waiting.demands.local) for kind in kinds]
    return _pairs_of(waiting, mentors, people, counting, watch)


def _pairs_of(
    waiting: Waiting,
    mentors: Sequence[MentorFacts],
    people: Sequence[NewcomerFacts],
    counting: Mapping[Criterion, int],
    watch: Watch,
) -> Problem:
    problem = table(
        crowd(mentors, people, waiting.demands.book, counting),
        [mentor.room for mentor in mentors],
        cancelled=watch.cancelled,
    )
    if problem is None:
        raise Stopped
    return problem
