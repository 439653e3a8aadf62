"""Candidates boiled down once per run to what rules and criteria compare pair by pair.

Here, in one place, protected people lose their place: whatever comes after cannot know it. Facts
are plain tuples of plain numbers (``bits`` tells what each bit means), so that ten thousand of them
cost a few hundredths of a second and turned about they are the columns that arrays are made of.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from mentorapp.domain.clearances import certificate_holds
from mentorapp.domain.languages import Spoken
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Transport, age_band, is_minor
from mentorapp.domain.protection import Protection
from mentorapp.matching.bits import (
    AGE_BANDS,
    CHILD_BANDS,
    GENDERS,
    LIFE_SITUATIONS,
    NOBODYS,
    SLOTS,
    bits_of,
    group_bits,
    interest_bits,
    occupation_bits,
)
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.distances import Point, point_of
from mentorapp.reference.places import Place

#: A speech -> (rank of the level, code as registered).
Languages = Mapping[str, tuple[int, str]]

#: Codes whose speakers understand each other without ado, by one code for all of them: written
#: forms of Norwegian, Persian and Dari, and what was one language in Yugoslavia's schools.
_SAME_SPEECH = {"nb": "no", "nn": "no", "prs": "fa", "bs": "sr", "hr": "sr"}

#: Kilometres at which the way begins to be felt (half the points), by how the person gets about.
#: Whoever travels without saying how takes the bus.
_REACH: Mapping[str, int] = {
    Transport.CAR: 20,
    Transport.LICENCE: 12,
    Transport.PUBLIC_TRANSPORT: 12,
    Transport.TRAVELS: 12,
}
_REACH_ON_FOOT = 6


class MentorFacts(NamedTuple):
    """What the engine may know of a mentor.

    ``by_hand`` means strictly confidential. ``hidden`` tells that place, point, district and
    ``max_km`` are empty because nobody may know them. ``reach_km`` is how far the person gets
    easily, ``travels`` whether he is willing to go to the other. ``certificate`` tells whether one
    that holds today was seen. The ``only_`` fields are what the mentor's organisation asks of
    newcomers. All else is bits.
    """

    role_id: UUID
    person_id: UUID
    number: int
    household_id: UUID | None
    by_hand: bool
    hidden: bool
    place: Place | None
    point: Point | None
    district: str
    max_km: int | None
    reach_km: int
    travels: bool
    gender: int
    wish_gender: int
    age_band: int
    wish_age_bands: int
    life_situation: int
    languages: Languages
    interests: int
    interest_groups: int
    slots: int
    child_bands: int
    room: int
    organisation_id: UUID | None
    occupation: int
    offered_occupations: int
    only_gender: int
    only_age_bands: int
    only_occupations: int
    certificate: bool
    confidentiality: bool
    training: bool

    @property
    def protection(self) -> Protection:
        """The effective level, the household's included."""
        return _level(self.by_hand, self.hidden)


class NewcomerFacts(NamedTuple):
    """What the engine may know of a newcomer: the first fields are those of a mentor.

    ``with_minors``: the newcomer or a child of the household is under age.
    """

    role_id: UUID
    person_id: UUID
    number: int
    household_id: UUID | None
    by_hand: bool
    hidden: bool
    place: Place | None
    point: Point | None
    district: str
    max_km: int | None
    reach_km: int
    travels: bool
    gender: int
    wish_gender: int
    age_band: int
    wish_age_bands: int
    life_situation: int
    languages: Languages
    interests: int
    interest_groups: int
    slots: int
    child_bands: int
    wished_occupation: int
    earlier_occupation: int
    employer_id: UUID | None
    case_officer_id: UUID | None
    with_minors: bool
    waited_days: int

    @property
    def protection(self) -> Protection:
        """The effective level, the household's included."""
        return _level(self.by_hand, self.hidden)


def _level(by_hand: bool, hidden: bool) -> Protection:
    if by_hand:
        return Protection.STRICT
    return Protection.CONFIDENTIAL if hidden else Protection.NONE


Facts = MentorFacts | NewcomerFacts


def mentor_facts(candidate: MentorCandidate, today: date) -> MentorFacts:
    """What the engine may know of a mentor."""
    role, organisation = candidate.role, candidate.organisation
    occupations = occupation_bits()
    return MentorFacts(
        **_common(candidate, today),
        room=candidate.room,
        organisation_id=role.organisation_id,
        occupation=occupations.get(candidate.person.occupation_group, 0),
        offered_occupations=bits_of(organisation.occupations, occupations) if organisation else 0,
        only_gender=GENDERS[organisation.only_gender] if organisation else 0,
        only_age_bands=bits_of(organisation.only_age_bands, AGE_BANDS) if organisation else 0,
        only_occupations=_only_occupations(organisation),
        certificate=certificate_holds(role.certificate_seen_on, role.certificate_valid_to, today),
        confidentiality=role.confidentiality_signed_on is not None,
        training=role.training_done_on is not None,
    )


def newcomer_facts(candidate: NewcomerCandidate, today: date) -> NewcomerFacts:
    """What the engine may know of a newcomer."""
    role, person, household = candidate.role, candidate.person, candidate.household
    occupations = occupation_bits()
    return NewcomerFacts(
        **_common(candidate, today),
        wished_occupation=occupations.get(role.wished_occupation_group, 0),
        earlier_occupation=occupations.get(
            role.earlier_occupation_group or person.occupation_group, 0
        ),
        employer_id=role.employer_id,
        case_officer_id=role.case_officer_id,
        with_minors=is_minor(person.birth_year, today)
        or (household is not None and household.has_minors),
        waited_days=candidate.waited_days,
    )


def _common(candidate: MentorCandidate | NewcomerCandidate, today: date) -> dict[str, Any]:
    role, person, household = candidate.role, candidate.person, candidate.household
    # A household's protection is the operations' to hand in; the person's own is seen to here.
    hidden = Protection.NONE is not candidate.protection or Protection.NONE is not person.protection
    place = None if hidden else candidate.place
    band = age_band(person.birth_year, today)
    return {
        "role_id": role.id,
        "person_id": role.person_id,
        "number": person.number,
        "household_id": person.household_id,
        "by_hand": Protection.STRICT in (candidate.protection, person.protection),
        "hidden": hidden,
        "place": place,
        "point": point_of(place) if place else None,
        "district": candidate.district if place else "",
        "max_km": None if hidden else role.max_distance_km,
        "reach_km": reach_of(person.transport),
        "travels": Transport.TRAVELS in person.transport,
        "gender": GENDERS[person.gender],
        "wish_gender": GENDERS[role.wish_gender],
        "age_band": AGE_BANDS[band] if band else 0,
        "wish_age_bands": bits_of(role.wish_age_bands, AGE_BANDS),
        "life_situation": LIFE_SITUATIONS[person.life_situation],
        "languages": languages_of(person.languages),
        "interests": bits_of(person.interests, interest_bits()),
        "interest_groups": bits_of(person.interests, group_bits()),
        "slots": bits_of(map(str, person.availability), SLOTS),
        "child_bands": bits_of(household.child_bands, CHILD_BANDS) if household else 0,
    }


def _only_occupations(organisation: Organisation | None) -> int:
    if organisation is None or not organisation.only_own_occupations:
        return 0
    return bits_of(organisation.occupations, occupation_bits()) | NOBODYS


def reach_of(ways: Iterable[str]) -> int:
    """Kilometres at which the way begins to be felt by whoever gets about in these ways."""
    return max((_REACH[way] for way in ways), default=_REACH_ON_FOOT)


def languages_of(spoken: Iterable[Spoken | str]) -> Languages:
    """The best level of each speech; texts are like ``no:B1``.

    Sorted first, so that equal levels give the same code.
    """
    best: dict[str, tuple[int, str]] = {}
    for text in sorted(map(str, spoken)):
        speech, known = speech_of(text)
        if known[0] > best.get(speech, (0, ""))[0]:
            best[speech] = known
    return best


@lru_cache(maxsize=2_000)
def speech_of(text: str) -> tuple[str, tuple[int, str]]:
    """The speech with the rank of its level and the code as registered."""
    one = Spoken.parse(text)
    return _SAME_SPEECH.get(one.language, one.language), (one.level.rank, one.language)
