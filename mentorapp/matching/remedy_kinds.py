"""What would lift each kind of obstacle: who has to do what, and how little of it is enough.

Each function is given a newcomer and the mentors whom this obstacle alone keeps away.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import numpy as np

from mentorapp.domain.explanations import Remedy, RemedyKind
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Criterion
from mentorapp.matching.bits import SLOTS, age_bands_in, gender_in
from mentorapp.matching.distances import kilometres
from mentorapp.matching.facts import NewcomerFacts
from mentorapp.matching.openings import NO_LIMIT, Openings, Some

#: Limits are raised in steps of so many kilometres.
STEP_KM = 5

Look = Callable[[Openings, NewcomerFacts, Some], Iterator[Remedy]]


def _distance(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    """One step for whoever has set a limit: the newcomer, the mentor, or both of them."""
    if newcomer.hidden or newcomer.point is None:
        return
    line = ((openings.points[some] - np.array(newcomer.point)) ** 2).sum(axis=1)
    order = np.argsort(line, kind="stable")
    some = some[order]
    # The root of a whole number below 2**53 is never rounded over the next hundred.
    hundreds = (np.sqrt(line[order]) // 100).astype(np.int64)
    km = np.array([kilometres(one) for one in hundreds.tolist()])
    wish = NO_LIMIT if newcomer.max_km is None else newcomer.max_km
    # Where nobody has set a limit the scheme's own holds, and the newcomer's word lifts it.
    too_far = km > wish
    theirs = km > openings.limits[some]
    neither = ~too_far & ~theirs
    for kind, who in (
        (RemedyKind.NEWCOMER_DISTANCE, (too_far | neither) & ~theirs),
        (RemedyKind.MENTOR_DISTANCE, theirs & ~too_far),
        (RemedyKind.BOTH_DISTANCE, theirs & too_far),
    ):
        places = np.flatnonzero(who)
        if not len(places):
            continue
        near = places[openings.standings.spare[some[places]]]
        at = int((near if len(near) else places)[0])
        limit = -(-int(km[at]) // STEP_KM) * STEP_KM
        wished = int(openings.limits[some[at]]) if kind is RemedyKind.MENTOR_DISTANCE else wish
        ours = kind is RemedyKind.NEWCOMER_DISTANCE
        yield Remedy(
            kind=kind,
            mentor_id=openings.mentors[int(some[at])].role_id,
            amount=limit,
            beyond=int(km[at]) - wished if wished < NO_LIMIT else 0,
            opens=int(np.count_nonzero(km[places] <= limit)) if ours else 1,
            helps=bool(len(near)),
        )


def _no_place(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    if newcomer.hidden:
        return
    if newcomer.place is None:
        yield openings.asking(RemedyKind.ASK_POSTAL_CODE, some, mentor=False)
        return
    yield openings.asking(RemedyKind.ASK_POSTAL_CODE, some[~openings.placed[some]], mentor=True)


def _time(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    """The part of the week that opens a mentor with a place to spare, or most mentors."""
    if not newcomer.slots:
        yield openings.asking(RemedyKind.ASK_TIMES, some, mentor=False)
        return
    silent = openings.slots[some] == 0
    if silent.any():
        yield openings.asking(RemedyKind.ASK_TIMES, some[silent], mentor=True)
    some = some[~silent]
    best: tuple[bool, int, int] | None = None
    chosen, slot = some, ""
    for name, bit in SLOTS.items():
        free = some[openings.slots[some] & bit != 0]
        if not len(free):
            continue
        rank = (bool(openings.standings.spare[free].any()), len(free), -bit)
        if best is None or rank > best:
            best, chosen, slot = rank, free, name
    if best is not None:
        yield openings.of_newcomer(RemedyKind.NEWCOMER_TIME, chosen, (slot,))


def _newcomer_gender(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    unknown = openings.genders[some] == 0
    if unknown.any():
        yield openings.asking(RemedyKind.ASK_GENDER, some[unknown], mentor=True)
    if not unknown.all():
        wish = (gender_in(newcomer.wish_gender),)
        yield openings.of_newcomer(RemedyKind.NEWCOMER_GENDER, some, wish)


def _mentor_gender(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    if not newcomer.gender:
        yield openings.asking(RemedyKind.ASK_GENDER, some, mentor=False)
        return
    yield openings.of_mentor(RemedyKind.MENTOR_GENDER, some)


def _newcomer_age(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    unknown = openings.age_bands[some] == 0
    if unknown.any():
        yield openings.asking(RemedyKind.ASK_BIRTH_YEAR, some[unknown], mentor=True)
    if not unknown.all():
        wish = age_bands_in(newcomer.wish_age_bands)
        yield openings.of_newcomer(RemedyKind.NEWCOMER_AGE, some, wish)


def _mentor_age(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    if not newcomer.age_band:
        yield openings.asking(RemedyKind.ASK_BIRTH_YEAR, some, mentor=False)
        return
    yield openings.of_mentor(RemedyKind.MENTOR_AGE, some)


def _language(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    """A language is not learned for a pairing, but often nobody has asked."""
    if not newcomer.languages:
        yield openings.asking(RemedyKind.ASK_LANGUAGES, some, mentor=False)
        return
    silent = ~openings.speaking[some]
    if silent.any():
        yield openings.asking(RemedyKind.ASK_LANGUAGES, some[silent], mentor=True)


def _by_mentor(
    kind: RemedyKind, openings: Openings, _newcomer: NewcomerFacts, some: Some
) -> Iterator[Remedy]:
    yield openings.of_mentor(kind, some)


def _by_scheme(
    criterion: Criterion, openings: Openings, _newcomer: NewcomerFacts, some: Some
) -> Iterator[Remedy]:
    yield openings.of_newcomer(RemedyKind.SCHEME_MUST, some, (criterion.value,))


def _other(openings: Openings, newcomer: NewcomerFacts, some: Some) -> Iterator[Remedy]:
    """Where age and household are both a must, nobody can tell here which of them it was."""
    musts = [one for one in (Criterion.AGE, Criterion.HOUSEHOLD) if one in openings.book.musts]
    if len(musts) == 1:
        yield from _by_scheme(musts[0], openings, newcomer, some)


#: What is not here nobody can lift, or nobody should: a tie, an earlier pair, a pair ruled out.
LOOKS: Mapping[Obstacle, Look] = {
    Obstacle.TOO_FAR: _distance,
    Obstacle.DISTANCE_UNKNOWN: _no_place,
    Obstacle.NO_COMMON_TIME: _time,
    Obstacle.NEWCOMER_GENDER_WISH: _newcomer_gender,
    Obstacle.MENTOR_GENDER_WISH: _mentor_gender,
    Obstacle.NEWCOMER_AGE_WISH: _newcomer_age,
    Obstacle.MENTOR_AGE_WISH: _mentor_age,
    Obstacle.NO_COMMON_LANGUAGE: _language,
    Obstacle.CERTIFICATE_MISSING: partial(_by_mentor, RemedyKind.CERTIFICATE),
    Obstacle.CONFIDENTIALITY_MISSING: partial(_by_mentor, RemedyKind.CONFIDENTIALITY),
    Obstacle.TRAINING_MISSING: partial(_by_mentor, RemedyKind.TRAINING),
    Obstacle.ORGANISATION_WISH: partial(_by_mentor, RemedyKind.ORGANISATION),
    Obstacle.NO_COMMON_INTEREST: partial(_by_scheme, Criterion.INTERESTS),
    Obstacle.NO_COMMON_OCCUPATION: partial(_by_scheme, Criterion.OCCUPATION),
    Obstacle.OTHER_CRITERION: _other,
}
