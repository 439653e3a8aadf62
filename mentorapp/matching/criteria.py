"""One function per criterion: how well two people fit, in whole points 0..1000, and the reason.

Whole numbers keep sums exact, so that the solver's total is a fact and not a rounding. Points that
rest on missing data are few: knowing always beats not knowing. Protected people get the middle for
their distance, so that the protection neither helps nor harms them.
"""

from collections.abc import Callable, Mapping

from mentorapp.domain.households import ChildBand
from mentorapp.domain.languages import LOCAL_LANGUAGE, Level
from mentorapp.domain.people import AgeBand
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.schemes import Criterion
from mentorapp.matching.distances import Distances
from mentorapp.matching.facts import MentorFacts, NewcomerFacts
from mentorapp.reference.places import Place

FULL = 1000
HIDDEN = 500
MISSING = 250

#: Rank of A2: less does not carry a conversation.
ENOUGH_TO_TALK = Level.A2.rank

#: Beyond this the way is named as something against the pair, and a must without limits stops it.
FAR_KM = 50

Judged = tuple[int, Reason | None]
Judge = Callable[[MentorFacts, NewcomerFacts, Distances], Judged]

# A fourth shared interest adds nothing that three do not give a pair to do.
_BY_SHARED = (0, 500, 800, FULL)
_RELATED = 100
_BY_RANK = (0, 100, 400, 600, 800, 900, 950, FULL)
_BY_COMMON_SLOTS = (0, 500, 750, 900, FULL)
_BY_BANDS_APART = (FULL, 600, 300)
_SAME_MUNICIPALITY = 50
_BANDS = {band: place for place, band in enumerate(AgeBand)}
_CHILD_BANDS = {band: place for place, band in enumerate(ChildBand)}
_LEVELS = tuple(Level)
_LOCAL = frozenset(LOCAL_LANGUAGE.values())


def interests(mentor: MentorFacts, newcomer: NewcomerFacts, _distances: Distances) -> Judged:
    """Shared interests count most; interests of the same group (both outdoors) a little."""
    shared = mentor.interests & newcomer.interests
    if shared:
        related = mentor.interest_groups & newcomer.interest_groups
        # Each shared interest explains at most one shared group; only groups beyond those are new.
        beyond = max(len(related) - len(shared), 0)
        points = min(_BY_SHARED[min(len(shared), 3)] + _RELATED * min(beyond, 2), FULL)
        return points, Reason(ReasonKind.SHARED_INTERESTS, tuple(sorted(shared)))
    if not mentor.interests or not newcomer.interests:
        return 0, None
    related = mentor.interest_groups & newcomer.interest_groups
    return _RELATED * min(len(related), 3), Reason(ReasonKind.NO_SHARED_INTEREST)


def best_language(mentor: MentorFacts, newcomer: NewcomerFacts) -> tuple[int, str]:
    """Rank of the combined (lower) level and code of the best common language; (0, "") for none.

    Of equally good ones a Nordic language wins, then the alphabet.
    """
    best: tuple[int, bool, str] | None = None
    theirs = mentor.languages
    for speech, (rank, code) in newcomer.languages.items():
        if speech in theirs:
            level = min(rank, theirs[speech][0])
            if best is None or (-level, speech not in _LOCAL, code) < best:
                best = (-level, speech not in _LOCAL, code)
    return (-best[0], best[2]) if best else (0, "")


def language(mentor: MentorFacts, newcomer: NewcomerFacts, _distances: Distances) -> Judged:
    """The level at which the two can talk: the lower of the two in their best language."""
    rank, code = best_language(mentor, newcomer)
    if not rank:
        return 0, None
    return _BY_RANK[rank], Reason(
        ReasonKind.COMMON_LANGUAGE, (f"{code}:{_LEVELS[rank - 1].value}",)
    )


def distance(mentor: MentorFacts, newcomer: NewcomerFacts, distances: Distances) -> Judged:
    """Half the points at the reach of the one who gets about better, a fifth at twice that."""
    if mentor.hidden or newcomer.hidden:
        return HIDDEN, None
    km = distances.between(mentor, newcomer)
    if km is None or mentor.place is None or newcomer.place is None:
        return MISSING, None
    if km == 0:
        return FULL, Reason(ReasonKind.SAME_PLACE)
    reach = max(mentor.reach_km, newcomer.reach_km)
    points = FULL * reach * reach // (reach * reach + km * km)
    if _municipality(mentor.place) == _municipality(newcomer.place):
        points = min(points + _SAME_MUNICIPALITY, FULL)
    kind = ReasonKind.FAR_APART if km > FAR_KM else ReasonKind.DISTANCE
    return points, Reason(kind, amount=km)


def _municipality(place: Place) -> tuple[str, str]:
    return place.country, place.municipality_code or place.place


def availability(mentor: MentorFacts, newcomer: NewcomerFacts, _distances: Distances) -> Judged:
    """Parts of the week when both are free."""
    if not mentor.slots or not newcomer.slots:
        return MISSING, None
    common = mentor.slots & newcomer.slots
    if not common:
        return 0, Reason(ReasonKind.NO_COMMON_TIME)
    points = _BY_COMMON_SLOTS[min(len(common), 4)]
    return points, Reason(ReasonKind.COMMON_TIMES, tuple(str(slot) for slot in sorted(common)))


def occupation(mentor: MentorFacts, newcomer: NewcomerFacts, _distances: Distances) -> Judged:
    """What the newcomer wants to do, or did, against what the mentor or his organisation does."""
    for group, own, offered in (
        (newcomer.wished_occupation, FULL, 800),
        (newcomer.earlier_occupation, 700, 500),
    ):
        if group and group == mentor.occupation:
            return own, Reason(ReasonKind.SAME_OCCUPATION, (group,))
        if group and group in mentor.offered_occupations:
            return offered, Reason(ReasonKind.SAME_OCCUPATION, (group,))
    return 0, None


def age(mentor: MentorFacts, newcomer: NewcomerFacts, _distances: Distances) -> Judged:
    """Bands apart; only the same band is worth telling, since the next can be 30 years off."""
    if mentor.age_band is None or newcomer.age_band is None:
        return MISSING, None
    apart = abs(_BANDS[mentor.age_band] - _BANDS[newcomer.age_band])
    points = _BY_BANDS_APART[apart] if apart < len(_BY_BANDS_APART) else 0
    return points, Reason(ReasonKind.SIMILAR_AGE) if apart == 0 else None


def household(mentor: MentorFacts, newcomer: NewcomerFacts, _distances: Distances) -> Judged:
    """Children of the same band, or of the next."""
    ours, theirs = mentor.child_bands, newcomer.child_bands
    if not ours or not theirs:
        return 0, None
    shared = ours & theirs
    if shared:
        names = tuple(band.value for band in sorted(shared, key=_CHILD_BANDS.__getitem__))
        return FULL, Reason(ReasonKind.BOTH_WITH_CHILDREN, names)
    apart = min(abs(_CHILD_BANDS[one] - _CHILD_BANDS[other]) for one in ours for other in theirs)
    return (600, Reason(ReasonKind.BOTH_WITH_CHILDREN)) if apart == 1 else (300, None)


def waiting(_mentor: MentorFacts, newcomer: NewcomerFacts, _distances: Distances) -> Judged:
    """Grows with every day up to a year; the same with every mentor, so it settles who comes first.

    A month is what everybody waits and nothing to tell.
    """
    days = max(newcomer.waited_days, 0)
    points = FULL * min(days, 365) // 365
    return points, Reason(ReasonKind.WAITED, amount=days) if days >= 30 else None


#: In the order in which reasons are told.
JUDGES: Mapping[Criterion, Judge] = {
    Criterion.INTERESTS: interests,
    Criterion.OCCUPATION: occupation,
    Criterion.DISTANCE: distance,
    Criterion.AVAILABILITY: availability,
    Criterion.LANGUAGE: language,
    Criterion.AGE: age,
    Criterion.HOUSEHOLD: household,
    Criterion.WAITING: waiting,
}

#: Told last.
AGAINST = frozenset(
    {ReasonKind.NO_SHARED_INTEREST, ReasonKind.NO_COMMON_TIME, ReasonKind.FAR_APART}
)
