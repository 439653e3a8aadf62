"""What must be, and what must not: the obstacles between two people.

The order of ``_RULES`` runs from what nobody can change to what a coordinator can put right this
week. A run counts each candidate once, under the first obstacle, so that the last ones counted
tell where an effort pays: a signature, a certificate, one more free place.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from mentorapp.domain.people import Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Criterion, Scheme, Weight
from mentorapp.matching import criteria
from mentorapp.matching.distances import Distances
from mentorapp.matching.facts import Facts, MentorFacts, NewcomerFacts

PairIds = frozenset[tuple[UUID, UUID]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The scheme's demands and what is known of pairs, as (mentor role id, newcomer role id)."""

    musts: frozenset[Criterion] = frozenset()
    distance_counts: bool = True
    requires_confidentiality: bool = False
    requires_training: bool = False
    earlier: PairIds = frozenset()
    forbidden: PairIds = frozenset()
    distances: Distances = field(default_factory=Distances)


def rulebook(
    scheme: Scheme, earlier: PairIds = frozenset(), forbidden: PairIds = frozenset()
) -> Rulebook:
    """The rules of a scheme; hand in no ``earlier`` pairs where they may meet again."""
    weights = {criterion: scheme.weight(criterion) for criterion in Criterion}
    return Rulebook(
        musts=frozenset(one for one, weight in weights.items() if weight is Weight.MUST),
        distance_counts=weights[Criterion.DISTANCE] is not Weight.OFF,
        requires_confidentiality=scheme.requires_confidentiality,
        requires_training=scheme.requires_training,
        earlier=earlier,
        forbidden=forbidden,
    )


Rule = Callable[[MentorFacts, NewcomerFacts, Rulebook], bool]


def obstacles(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> tuple[Obstacle, ...]:
    """Everything between the two; BY_HAND_ONLY first."""
    return tuple(_obstacles(mentor, newcomer, book))


def first_obstacle(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> Obstacle | None:
    """The first of ``obstacles``, without looking for the others."""
    return next(_obstacles(mentor, newcomer, book), None)


def _obstacles(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> Iterator[Obstacle]:
    if mentor.by_hand or newcomer.by_hand:
        yield Obstacle.BY_HAND_ONLY
    for obstacle, stops in _RULES:
        if stops(mentor, newcomer, book):
            yield obstacle


def _same_person(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return mentor.person_id == newcomer.person_id


def _same_household(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return mentor.household_id is not None and mentor.household_id == newcomer.household_id


def _forbidden_pair(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (mentor.role_id, newcomer.role_id) in book.forbidden


def _earlier_pair(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (mentor.role_id, newcomer.role_id) in book.earlier


def _case_officer(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return newcomer.case_officer_id is not None and newcomer.case_officer_id == mentor.person_id


def _employer(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return newcomer.employer_id is not None and newcomer.employer_id == mentor.organisation_id


def _against_gender_wish(wisher: Facts, other: Facts) -> bool:
    """Somebody whose gender is not given meets nobody's wish: the office has to ask."""
    return wisher.wish_gender is not Gender.NOT_GIVEN and wisher.wish_gender is not other.gender


def _mentor_gender(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return _against_gender_wish(mentor, newcomer)


def _newcomer_gender(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return _against_gender_wish(newcomer, mentor)


def _mentor_age(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return bool(mentor.wish_age_bands) and newcomer.age_band not in mentor.wish_age_bands


def _newcomer_age(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return bool(newcomer.wish_age_bands) and mentor.age_band not in newcomer.wish_age_bands


def _no_common_language(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (
        Criterion.LANGUAGE in book.musts
        and criteria.best_language(mentor, newcomer)[0] < criteria.ENOUGH_TO_TALK
    )


def _too_far(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    """The stricter of the two limits; where distance is a must and none is set, FAR_KM."""
    if not book.distance_counts or mentor.hidden or newcomer.hidden:
        return False
    limits = [one.max_km for one in (mentor, newcomer) if one.max_km is not None]
    if not limits and Criterion.DISTANCE not in book.musts:
        return False
    km = book.distances.between(mentor, newcomer)
    return km is not None and km > min(limits, default=criteria.FAR_KM)


def _distance_unknown(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    if Criterion.DISTANCE not in book.musts or mentor.hidden or newcomer.hidden:
        return False
    return mentor.place is None or newcomer.place is None


def _no_common_time(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return Criterion.AVAILABILITY in book.musts and mentor.slots.isdisjoint(newcomer.slots)


def _no_common_interest(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return Criterion.INTERESTS in book.musts and mentor.interests.isdisjoint(newcomer.interests)


def _no_common_occupation(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (
        Criterion.OCCUPATION in book.musts
        and not (criteria.occupation(mentor, newcomer, book.distances)[0])
    )


def _other_criterion(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    """Age or family far apart; waiting stops nobody."""
    return any(
        one in book.musts and not criteria.JUDGES[one](mentor, newcomer, book.distances)[0]
        for one in (Criterion.AGE, Criterion.HOUSEHOLD)
    )


def _certificate(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return newcomer.with_minors and not mentor.certificate


def _confidentiality(mentor: MentorFacts, _newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return book.requires_confidentiality and not mentor.confidentiality


def _training(mentor: MentorFacts, _newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return book.requires_training and not mentor.training


def _full(mentor: MentorFacts, _newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return mentor.room == 0


_RULES: tuple[tuple[Obstacle, Rule], ...] = (
    (Obstacle.SAME_PERSON, _same_person),
    (Obstacle.SAME_HOUSEHOLD, _same_household),
    (Obstacle.FORBIDDEN_PAIR, _forbidden_pair),
    (Obstacle.EARLIER_PAIR, _earlier_pair),
    (Obstacle.CASE_OFFICER, _case_officer),
    (Obstacle.EMPLOYER, _employer),
    (Obstacle.MENTOR_GENDER_WISH, _mentor_gender),
    (Obstacle.NEWCOMER_GENDER_WISH, _newcomer_gender),
    (Obstacle.MENTOR_AGE_WISH, _mentor_age),
    (Obstacle.NEWCOMER_AGE_WISH, _newcomer_age),
    (Obstacle.NO_COMMON_LANGUAGE, _no_common_language),
    (Obstacle.TOO_FAR, _too_far),
    (Obstacle.DISTANCE_UNKNOWN, _distance_unknown),
    (Obstacle.NO_COMMON_TIME, _no_common_time),
    (Obstacle.NO_COMMON_INTEREST, _no_common_interest),
    (Obstacle.NO_COMMON_OCCUPATION, _no_common_occupation),
    (Obstacle.OTHER_CRITERION, _other_criterion),
    (Obstacle.CERTIFICATE_MISSING, _certificate),
    (Obstacle.CONFIDENTIALITY_MISSING, _confidentiality),
    (Obstacle.TRAINING_MISSING, _training),
    (Obstacle.MENTOR_FULL, _full),
)
