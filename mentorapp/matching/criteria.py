"""One function per criterion: how well two people fit, in whole points 0..1000, and the reason.

Whole numbers keep sums exact, so that the solver's total is a fact and not a rounding. Points that
rest on missing data are few: knowing always beats not knowing. Protected people get the middle for
their distance, so that the protection neither helps nor harms them.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from mentorapp.domain.languages import LOCAL_LANGUAGE, Level
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.schemes import Criterion
from mentorapp.matching import bits, distances
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
Judge = Callable[[MentorFacts, NewcomerFacts], Judged]

# A fourth shared interest adds nothing that three do not give a pair to do.
BY_SHARED = (0, 500, 800, FULL)
RELATED = 100
MOST_RELATED = 3
MOST_BEYOND = 2
BY_RANK = (0, 100, 400, 600, 800, 900, 950, FULL)
BY_COMMON_SLOTS = (0, 500, 750, 900, FULL)
BY_BANDS_APART = (FULL, 600, 300)
NEXT_CHILDREN = 600
OTHER_CHILDREN = 300
SAME_MUNICIPALITY = 50
SAME_DISTRICT = 100
OTHER_DISTRICT = 850
# What the newcomer wishes against the mentor and his organisation, then what the newcomer did.
BY_OCCUPATION = (FULL, 800, 700, 500)
# Most of it comes with the first year; whoever has waited longer still goes before.
FIRST_YEAR = 800
YEAR = 365
_LEVELS = tuple(level.value for level in Level)
_LOCAL = frozenset(LOCAL_LANGUAGE.values())


def interests(mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """Shared interests count most; interests of the same group (both outdoors) a little."""
    shared = mentor.interests & newcomer.interests
    related = (mentor.interest_groups & newcomer.interest_groups).bit_count()
    points = interest_points(shared.bit_count(), related)
    if shared:
        return points, Reason(ReasonKind.SHARED_INTERESTS, bits.interests_in(shared))
    if not mentor.interests or not newcomer.interests:
        return 0, None
    return points, Reason(ReasonKind.NO_SHARED_INTEREST)


@lru_cache(maxsize=2_000)
def interest_points(shared: int, related: int) -> int:
    """Points for so many shared interests and groups that both have an interest of.

    Each shared interest explains at most one shared group; only groups beyond those are new.
    """
    if not shared:
        return RELATED * min(related, MOST_RELATED)
    beyond = min(max(related - shared, 0), MOST_BEYOND)
    return min(BY_SHARED[min(shared, 3)] + RELATED * beyond, FULL)


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


def language(mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """The level at which the two can talk: the lower of the two in their best language."""
    rank, code = best_language(mentor, newcomer)
    if not rank:
        return 0, None
    return BY_RANK[rank], Reason(ReasonKind.COMMON_LANGUAGE, (f"{code}:{_LEVELS[rank - 1]}",))


def distance(mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """Half the points at the pair's reach, a fifth at twice that.

    The codes of a town share one point, so that only the office's own districts tell its parts
    from each other: the same one is full points, another one is across the town.
    """
    if mentor.hidden or newcomer.hidden:
        return HIDDEN, None
    km = distances.between(mentor.point, newcomer.point)
    if km is None or mentor.place is None or newcomer.place is None:
        return MISSING, None
    known = bool(mentor.district and newcomer.district)
    same_district = known and mentor.district == newcomer.district
    if km == 0:
        if same_district:
            return FULL, Reason(ReasonKind.SAME_DISTRICT, (newcomer.district,))
        return OTHER_DISTRICT if known else FULL, Reason(ReasonKind.SAME_PLACE)
    more = 0
    if same_district:
        more = SAME_DISTRICT
    elif municipality(mentor.place) == municipality(newcomer.place):
        more = SAME_MUNICIPALITY
    kind = ReasonKind.FAR_APART if km > FAR_KM else ReasonKind.DISTANCE
    reach = reach_of_two(mentor.reach_km, mentor.travels, newcomer.reach_km, newcomer.travels)
    return distance_points(km, reach, more), Reason(kind, (), km)


def reach_of_two(reach_km: int, travels: bool, other_km: int, other_travels: bool) -> int:
    """Kilometres: the one who gets about better goes to the other, and who is willing to goes."""
    if travels == other_travels:
        return max(reach_km, other_km)
    return reach_km if travels else other_km


def distance_points(km: int, reach_km: int, more: int) -> int:
    """Points for places that are ``km`` apart, ``more`` for what they have in common."""
    return min(FULL * reach_km * reach_km // (reach_km * reach_km + km * km) + more, FULL)


def municipality(place: Place) -> tuple[str, str]:
    """What tells municipalities apart; the postal place where the register has none."""
    return place.country, place.municipality_code or place.place


def availability(mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """Parts of the week when both are free."""
    if not mentor.slots or not newcomer.slots:
        return MISSING, None
    common = mentor.slots & newcomer.slots
    if not common:
        return 0, Reason(ReasonKind.NO_COMMON_TIME)
    points = BY_COMMON_SLOTS[min(common.bit_count(), 4)]
    return points, Reason(ReasonKind.COMMON_TIMES, bits.slots_in(common))


def occupation(mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """What the newcomer wants to do, or did, against what the mentor or his organisation does."""
    theirs = (mentor.occupation, mentor.offered_occupations)
    looked_at = [
        ours & one
        for ours in (newcomer.wished_occupation, newcomer.earlier_occupation)
        for one in theirs
    ]
    for points, same in zip(BY_OCCUPATION, looked_at, strict=True):
        if same:
            return points, Reason(ReasonKind.SAME_OCCUPATION, (bits.occupation_in(same),))
    return 0, None


def age(mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """Bands apart, and where both life situations are known a third for the same one.

    Only the same band is worth telling, since the next can be 30 years off.
    """
    same = bool(mentor.life_situation & newcomer.life_situation)
    points = age_points(
        mentor.age_band, newcomer.age_band, mentor.life_situation, newcomer.life_situation
    )
    if mentor.age_band & newcomer.age_band:
        return points, Reason(ReasonKind.SIMILAR_AGE)
    if same:
        situation = bits.life_situation_in(newcomer.life_situation)
        return points, Reason(ReasonKind.SAME_LIFE_SITUATION, (situation,))
    return points, None


@lru_cache(maxsize=2_000)
def age_points(band: int, other_band: int, situation: int, other_situation: int) -> int:
    """Points for two age bands and two life situations, each a bit or 0 for unknown."""
    if band and other_band:
        apart = abs(band.bit_length() - other_band.bit_length())
        points = BY_BANDS_APART[apart] if apart < len(BY_BANDS_APART) else 0
    else:
        points = MISSING
    if situation and other_situation:
        points = (2 * points + (FULL if situation == other_situation else 0)) // 3
    return points


def household(mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """Children of the same band, or of the next."""
    points = household_points(mentor.child_bands, newcomer.child_bands)
    shared = mentor.child_bands & newcomer.child_bands
    if shared:
        return points, Reason(ReasonKind.BOTH_WITH_CHILDREN, bits.child_bands_in(shared))
    return points, Reason(ReasonKind.BOTH_WITH_CHILDREN) if points == NEXT_CHILDREN else None


def household_points(ours: int, theirs: int) -> int:
    """Points for two sets of children's bands."""
    if not ours or not theirs:
        return 0
    if ours & theirs:
        return FULL
    return NEXT_CHILDREN if (ours << 1 | ours >> 1) & theirs else OTHER_CHILDREN


def waiting(_mentor: MentorFacts, newcomer: NewcomerFacts) -> Judged:
    """Grows with every day up to two years, four times as fast in the first.

    The same with every mentor, so it settles who comes first. A month is what everybody waits and
    nothing to tell.
    """
    days = max(newcomer.waited_days, 0)
    return waiting_points(days), Reason(ReasonKind.WAITED, (), days) if days >= 30 else None


def waiting_points(days: int) -> int:
    """Points for so many days."""
    first, later = min(max(days, 0), YEAR), min(max(days - YEAR, 0), YEAR)
    return (FIRST_YEAR * first + (FULL - FIRST_YEAR) * later) // YEAR


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
