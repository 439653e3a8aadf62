"""Whom to recruit: the kinds of mentors who are short in a solved run, what some of them would
bring, and the list to call from.

Free of the database, so that it may be asked beside the window. The engine is loaded with the first
question.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.explanations import Effect, Move
from mentorapp.domain.languages import LOCAL_LANGUAGE
from mentorapp.domain.office import Office
from mentorapp.domain.shortages import RECRUIT, MentorKind, Recruitment, Shortage
from mentorapp.operations.explaining import Solved
from mentorapp.operations.recruiting import Organisations, recruitment_list
from mentorapp.words import Words

if TYPE_CHECKING:
    from mentorapp.matching.change import Change
    from mentorapp.matching.recruits import Waiting
    from mentorapp.matching.solved import SolvedRun

#: So many kinds are told, and so many mentors of each are tried, unless somebody asks otherwise.
MOST, RECRUITS = 10, 5


def shortages(
    solved: Solved, most: int = MOST, cancelled: Callable[[], bool] | None = None
) -> tuple[Shortage, ...]:
    """The kinds that would help most of those who wait; none when cancelled."""
    from mentorapp.matching.shortages import find_shortages
    from mentorapp.matching.watch import Stopped, Watch

    try:
        return find_shortages(_waiting(solved), most, Watch(cancelled))
    except Stopped:
        return ()


def with_recruits(solved: Solved, kind: MentorKind, recruits: int = 1) -> Effect:
    """What so many mentors of a kind would do, each with room for one. Nothing is kept.

    They all have the id ``RECRUIT`` in what moves.
    """
    from mentorapp.matching.recruits import with_recruits as tried

    (change,) = tried(_waiting(solved), [kind], recruits)
    return _effect(solved.asked, change)


def recruitment(
    solved: Solved,
    organisations: Organisations,
    most: int = MOST,
    recruits: int = RECRUITS,
    cancelled: Callable[[], bool] | None = None,
) -> Recruitment:
    """All that a coordinator is told of a scheme; without shortages when cancelled."""
    from mentorapp.matching.recruits import with_recruits as tried
    from mentorapp.matching.shortages import find_shortages
    from mentorapp.matching.watch import Stopped, Watch

    asked, waiting, watch = solved.asked, _waiting(solved), Watch(cancelled)
    try:
        found = find_shortages(waiting, most, watch)
        more = tried(waiting, [one.kind for one in found], recruits, watch)
    except Stopped:
        found, more = (), []
    return Recruitment(
        scheme=solved.pairing_input.scheme,
        waiting=len(waiting.alone()),
        free_places=sum(one.room for one in asked.mentors) - asked.standing.number,
        shortages=found,
        recruits=recruits,
        more_pairs=tuple(-one.pairs_lost for one in more),
        to_call=recruitment_list(organisations, waiting, found),
    )


def recruitment_pdf(
    schemes: Sequence[Recruitment], office: Office, words: Words, today: date
) -> bytes:
    """The recruitment list as PDF."""
    from mentorapp.reports.recruitment import recruitment_report

    return recruitment_report(schemes, office, words, today)


def _waiting(solved: Solved) -> "Waiting":
    from mentorapp.matching.mentor_kinds import Demands
    from mentorapp.matching.recruits import Waiting

    asked, given = solved.asked, solved.pairing_input
    return Waiting(
        standing=asked.standing,
        newcomers=asked.newcomers,
        demands=Demands(asked.weights, asked.book, LOCAL_LANGUAGE.get(given.country, "")),
        left_over={one.role_id: one for one in solved.run.left_over},
    )


def _effect(asked: "SolvedRun", change: "Change") -> Effect:
    """The change with the ids of people; mentors who were not there before are recruits."""

    def mentor(pairs: dict[int, int], row: int) -> UUID | None:
        if row not in pairs:
            return None
        column = pairs[row]
        return asked.mentors[column].role_id if column < len(asked.mentors) else RECRUIT

    lost, won = dict(change.lost), dict(change.won)
    return Effect(
        pairs_before=change.number_before,
        pairs_after=change.number_after,
        total_before=change.total_before,
        total_after=change.total_after,
        full_score=asked.full_score,
        moves=tuple(
            Move(asked.newcomers[row].role_id, mentor(lost, row), mentor(won, row))
            for row in sorted(lost.keys() | won.keys())
        ),
        certified=change.certified,
        method=change.method,
    )
