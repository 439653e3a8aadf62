"""Somebody of whom an office has a line without a name, as the engine sees people.

What the line does not tell stays unknown; the place is the middle of the municipality, for the
office's own mentors too, so that no distance is finer than the areas that were told.
"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import AgeBand, Gender, Person
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.domain.shared_lines import Line
from mentorapp.matching.candidates import NewcomerCandidate
from mentorapp.matching.distances import point_of
from mentorapp.matching.facts import MentorFacts, NewcomerFacts, newcomer_facts
from mentorapp.reference.places import Place

#: What a line tells: the other criteria would only count that it does not tell them.
TOLD = frozenset({Criterion.INTERESTS, Criterion.LANGUAGE, Criterion.DISTANCE, Criterion.AGE})
#: An age in the middle of each band.
_AGES: Mapping[AgeBand, int] = {
    AgeBand.UNDER_18: 16,
    AgeBand.FROM_18: 22,
    AgeBand.FROM_26: 30,
    AgeBand.FROM_36: 43,
    AgeBand.FROM_51: 58,
    AgeBand.FROM_67: 72,
}


def weights_for_strangers(weights: Mapping[str, str]) -> dict[str, str]:
    """The scheme's weights of what a line tells, the others off."""
    return {name: weight if name in TOLD else Weight.OFF.value for name, weight in weights.items()}


def stranger(
    role_id: UUID, number: int, line: Line, place: Place | None, today: date
) -> NewcomerFacts:
    """The newcomer of a line; ``role_id`` and ``number`` tell lines of a run apart."""
    band = line.age_band
    person = Person(
        id=role_id,
        number=number,
        given_name=line.code,
        birth_year=today.year - _AGES[band] if band else None,
        gender=Gender.NOT_GIVEN,
        languages=line.languages,
        interests=line.interests,
    )
    role = Newcomer(
        id=role_id, person_id=role_id, wish_gender=line.wish_gender, registered_on=today
    )
    return newcomer_facts(NewcomerCandidate(role=role, person=person, place=place), today)


def in_the_middle(mentor: MentorFacts, place: Place | None) -> MentorFacts:
    """The mentor as if living in the middle of the municipality."""
    return mentor._replace(place=place, point=point_of(place) if place else None, district="")
