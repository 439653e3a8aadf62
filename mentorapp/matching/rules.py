"""What must be, and what must not: the obstacles between two people.

The order of ``_RULES`` runs from what nobody can change to what a coordinator can put right this
week. A run counts each candidate once, under the first obstacle, so that the last ones counted
tell where an effort pays: a signature, a certificate, one more free place.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.explanations import TooFar
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Criterion, Scheme, Weight
from mentorapp.domain.ties import TieKind
from mentorapp.matching import criteria, distances
from mentorapp.matching.facts import MentorFacts, NewcomerFacts

PairIds = frozenset[tuple[UUID, UUID]]
#: Two persons and what binds them, in whatever order they are named.
Ties = frozenset[tuple[UUID, UUID, TieKind]]

_NO_PAIRS: PairIds = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The scheme's demands and what is known of pairs, as (mentor role id, newcomer role id).

    ``relatives``, ``landlords`` and ``other_ties`` are pairs of person ids, each both ways.
    """

    musts: frozenset[Criterion] = frozenset()
    distance_counts: bool = True
    requires_confidentiality: bool = False
    requires_training: bool = False
    earlier: PairIds = _NO_PAIRS
    forbidden: PairIds = _NO_PAIRS
    relatives: PairIds = _NO_PAIRS
    landlords: PairIds = _NO_PAIRS
    other_ties: PairIds = _NO_PAIRS

    def far_km(self) -> int | None:
        """The limit of two people who have set none; None where there is none."""
        return criteria.FAR_KM if Criterion.DISTANCE in self.musts else None


def rulebook(
    scheme: Scheme,
    earlier: PairIds = _NO_PAIRS,
    forbidden: PairIds = _NO_PAIRS,
    ties: Ties = frozenset(),
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
        relatives=_both_ways(ties, TieKind.RELATIVE),
        landlords=_both_ways(ties, TieKind.LANDLORD),
        other_ties=_both_ways(ties, TieKind.OTHER),
    )


def _both_ways(ties: Iterable[tuple[UUID, UUID, TieKind]], kind: TieKind) -> PairIds:
    pairs = [(one, other) for one, other, found in ties if found is kind]
    return frozenset(pairs + [(other, one) for one, other in pairs])


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


def _relative(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (mentor.person_id, newcomer.person_id) in book.relatives


def _landlord(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (mentor.person_id, newcomer.person_id) in book.landlords


def _other_tie(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (mentor.person_id, newcomer.person_id) in book.other_ties


def _forbidden_pair(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (mentor.role_id, newcomer.role_id) in book.forbidden


def _earlier_pair(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (mentor.role_id, newcomer.role_id) in book.earlier


def _case_officer(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return newcomer.case_officer_id is not None and newcomer.case_officer_id == mentor.person_id


def _employer(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return newcomer.employer_id is not None and newcomer.employer_id == mentor.organisation_id


def _against(wish: int, what_is: int) -> bool:
    """What is not known meets nobody's wish: the office has to ask."""
    return bool(wish) and not wish & what_is


def _organisation(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return (
        _against(mentor.only_gender, newcomer.gender)
        or _against(mentor.only_age_bands, newcomer.age_band)
        or _against(mentor.only_occupations, newcomer.wished_occupation)
    )


def _mentor_gender(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return _against(mentor.wish_gender, newcomer.gender)


def _newcomer_gender(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return _against(newcomer.wish_gender, mentor.gender)


def _mentor_age(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return _against(mentor.wish_age_bands, newcomer.age_band)


def _newcomer_age(mentor: MentorFacts, newcomer: NewcomerFacts, _book: Rulebook) -> bool:
    return _against(newcomer.wish_age_bands, mentor.age_band)


def _no_common_language(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return (
        Criterion.LANGUAGE in book.musts
        and criteria.best_language(mentor, newcomer)[0] < criteria.ENOUGH_TO_TALK
    )


def _too_far(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return too_far(mentor, newcomer, book) is not None


def too_far(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> TooFar | None:
    """The stricter of the two limits, where they live farther apart than that; where distance is a
    must and none is set, FAR_KM.
    """
    if not book.distance_counts or mentor.hidden or newcomer.hidden:
        return None
    limits = [(one.max_km, one.role_id) for one in (mentor, newcomer) if one.max_km is not None]
    limit, whose = min(limits, default=(book.far_km(), None))
    if limit is None:
        return None
    km = distances.between(mentor.point, newcomer.point)
    return TooFar(km, limit, whose) if km is not None and km > limit else None


def _distance_unknown(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    if Criterion.DISTANCE not in book.musts or mentor.hidden or newcomer.hidden:
        return False
    return mentor.place is None or newcomer.place is None


def _no_common_time(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return Criterion.AVAILABILITY in book.musts and not mentor.slots & newcomer.slots


def _no_common_interest(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return Criterion.INTERESTS in book.musts and not mentor.interests & newcomer.interests


def _no_common_occupation(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    return Criterion.OCCUPATION in book.musts and not criteria.occupation(mentor, newcomer)[0]


def _other_criterion(mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook) -> bool:
    """Age or family far apart; waiting stops nobody."""
    return any(
        one in book.musts and not criteria.JUDGES[one](mentor, newcomer)[0]
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
    (Obstacle.RELATIVE, _relative),
    (Obstacle.LANDLORD, _landlord),
    (Obstacle.OTHER_TIE, _other_tie),
    (Obstacle.FORBIDDEN_PAIR, _forbidden_pair),
    (Obstacle.EARLIER_PAIR, _earlier_pair),
    (Obstacle.CASE_OFFICER, _case_officer),
    (Obstacle.EMPLOYER, _employer),
    (Obstacle.ORGANISATION_WISH, _organisation),
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

#: In the order in which they are looked for: an array's bit k is the k-th of these.
ORDER: tuple[Obstacle, ...] = (Obstacle.BY_HAND_ONLY, *(obstacle for obstacle, _ in _RULES))
