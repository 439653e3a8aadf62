from uuid import UUID

from mentorapp.domain.explanations import Remedy, RemedyKind
from mentorapp.domain.records import new_id
from mentorapp.domain.shared_remedies import shared

PEOPLE = [new_id() for _ in range(5)]


def far(amount: int) -> Remedy:
    return Remedy(kind=RemedyKind.NEWCOMER_DISTANCE, amount=amount)


def whom(changes: tuple[tuple[UUID, Remedy], ...]) -> list[UUID]:
    return [one for one, _change in changes]


def test_a_distance_comes_in_steps_with_the_same_limit_for_everybody_on_it() -> None:
    needed = (20, 35, 40, 60, 120)
    found = shared((one, [far(km)]) for one, km in zip(PEOPLE, needed, strict=True))
    assert [(one.amount, len(one.changes)) for one in found] == [(35, 2), (40, 3), (120, 5)]
    assert {change.amount for _, change in found[0].changes} == {35}
    assert whom(found[1].changes) == PEOPLE[:3]


def test_of_several_distances_that_would_help_somebody_the_nearest_counts() -> None:
    found = shared([(PEOPLE[0], [far(80), far(30)]), (PEOPLE[1], [far(30)])])
    assert [(one.amount, len(one.changes)) for one in found] == [(30, 2)]


def test_what_helps_one_alone_is_not_shared() -> None:
    more_time = Remedy(kind=RemedyKind.NEWCOMER_TIME, values=("monday-evening",))
    assert shared([(PEOPLE[0], [more_time]), (PEOPLE[1], [far(30)])]) == ()
    assert shared([]) == ()


def test_the_smallest_effort_comes_first_and_recruits_are_left_to_their_own_page() -> None:
    both = [
        Remedy(kind=RemedyKind.RECRUIT),
        Remedy(kind=RemedyKind.SCHEME_MUST, values=("interests",)),
        Remedy(kind=RemedyKind.NEWCOMER_GENDER),
        Remedy(kind=RemedyKind.ASK_TIMES),
    ]
    found = shared((one, both) for one in PEOPLE)
    assert [one.kind for one in found] == [RemedyKind.ASK_TIMES, RemedyKind.NEWCOMER_GENDER]
