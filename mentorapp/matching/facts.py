"""Candidates boiled down once per run to what rules and criteria compare pair by pair.

Here, in one place, protected people lose their place: whatever comes after cannot know it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.availability import Slot
from mentorapp.domain.clearances import certificate_holds
from mentorapp.domain.households import ChildBand
from mentorapp.domain.languages import Spoken
from mentorapp.domain.people import AgeBand, Gender, Transport, age_band, is_minor
from mentorapp.domain.protection import Protection
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.reference.interests import interests
from mentorapp.reference.places import Place

#: Codes whose speakers understand each other without ado, by one code for all of them: written
#: forms of Norwegian, Persian and Dari, and what was one language in Yugoslavia's schools.
_SAME_SPEECH = {"nb": "no", "nn": "no", "prs": "fa", "bs": "sr", "hr": "sr"}

#: Kilometres at which the way begins to be felt (half the points), by how the person gets about.
_REACH = {Transport.CAR: 20, Transport.LICENCE: 12, Transport.PUBLIC_TRANSPORT: 12}
_REACH_ON_FOOT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What mentor and newcomer have alike.

    ``languages`` maps a speech to (rank of the level, code as registered). ``hidden`` tells that
    the place is None because nobody may know it; ``max_km`` is then None too. ``by_hand`` means
    strictly confidential.
    """

    role_id: UUID
    person_id: UUID
    household_id: UUID | None
    by_hand: bool
    hidden: bool
    place: Place | None
    place_key: str
    max_km: int | None
    reach_km: int
    gender: Gender
    wish_gender: Gender
    age_band: AgeBand | None
    wish_age_bands: frozenset[AgeBand]
    languages: Mapping[str, tuple[int, str]]
    interests: frozenset[str]
    interest_groups: frozenset[str]
    slots: frozenset[Slot]
    child_bands: frozenset[ChildBand]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorFacts(Facts):
    """``certificate`` tells whether one that holds today was seen."""

    room: int
    organisation_id: UUID | None
    occupation: str
    offered_occupations: frozenset[str]
    certificate: bool
    confidentiality: bool
    training: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewcomerFacts(Facts):
    """``with_minors``: the newcomer or a child of the household is under age."""

    wished_occupation: str
    earlier_occupation: str
    employer_id: UUID | None
    case_officer_id: UUID | None
    with_minors: bool
    waited_days: int


def mentor_facts(candidate: MentorCandidate, today: date) -> MentorFacts:
    """What the engine may know of a mentor."""
    role = candidate.role
    return MentorFacts(
        **_common(candidate, today),
        room=candidate.room,
        organisation_id=role.organisation_id,
        occupation=candidate.person.occupation_group,
        offered_occupations=candidate.offered_occupations,
        certificate=certificate_holds(role.certificate_seen_on, role.certificate_valid_to, today),
        confidentiality=role.confidentiality_signed_on is not None,
        training=role.training_done_on is not None,
    )


def newcomer_facts(candidate: NewcomerCandidate, today: date) -> NewcomerFacts:
    """What the engine may know of a newcomer."""
    role, person, household = candidate.role, candidate.person, candidate.household
    return NewcomerFacts(
        **_common(candidate, today),
        wished_occupation=role.wished_occupation_group,
        earlier_occupation=role.earlier_occupation_group or person.occupation_group,
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
    return {
        "role_id": role.id,
        "person_id": role.person_id,
        "household_id": person.household_id,
        "by_hand": Protection.STRICT in (candidate.protection, person.protection),
        "hidden": hidden,
        "place": place,
        "place_key": f"{place.country}-{place.code}" if place else "",
        "max_km": None if hidden else role.max_distance_km,
        "reach_km": max(
            (_REACH.get(way, _REACH_ON_FOOT) for way in person.transport), default=_REACH_ON_FOOT
        ),
        "gender": person.gender,
        "wish_gender": role.wish_gender,
        "age_band": age_band(person.birth_year, today),
        "wish_age_bands": role.wish_age_bands,
        "languages": _speeches(person.languages),
        "interests": person.interests,
        "interest_groups": _groups(person.interests),
        "slots": person.availability,
        "child_bands": household.child_bands if household else frozenset(),
    }


def _speeches(spoken: Iterable[Spoken]) -> dict[str, tuple[int, str]]:
    """The best level of each speech; sorted first, so that equal levels give the same code."""
    best: dict[str, tuple[int, str]] = {}
    for one in sorted(spoken):
        speech = _SAME_SPEECH.get(one.language, one.language)
        if one.level.rank > best.get(speech, (0, ""))[0]:
            best[speech] = (one.level.rank, one.language)
    return best


def _groups(keys: frozenset[str]) -> frozenset[str]:
    known = interests()
    return frozenset(known[key].group for key in keys if key in known)
