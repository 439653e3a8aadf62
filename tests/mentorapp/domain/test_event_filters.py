from typing import Any

import pytest

from mentorapp.domain.event_filters import (
    EventFilter,
    GuestPair,
    GuestRole,
    GuestTraits,
    RoleTraits,
    fits,
)
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.records import new_id


def a_role(**changes: Any) -> RoleTraits:
    usual: dict[str, Any] = {
        "role": GuestRole.NEWCOMER,
        "schemes": frozenset({"buddy"}),
        "paired": False,
        "waiting": True,
    }
    return RoleTraits(**(usual | changes))


def a_guest(*roles: RoleTraits, **changes: Any) -> GuestTraits:
    usual: dict[str, Any] = {
        "languages": frozenset({"no", "ar"}),
        "interests": frozenset({"fishing"}),
        "gender": Gender.WOMAN,
        "age_band": AgeBand.FROM_26,
        "municipality": "Bodø",
        "district": "Nordbyen",
        "childcare": True,
    }
    return GuestTraits(person_id=new_id(), roles=roles or (a_role(),), **(usual | changes))


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(),
        EventFilter(roles=frozenset({GuestRole.NEWCOMER, GuestRole.MENTOR})),
        EventFilter(schemes=frozenset({"buddy", "work_mentor"})),
        EventFilter(languages=frozenset({"ar", "so"})),
        EventFilter(interests=frozenset({"fishing"})),
        EventFilter(genders=frozenset({Gender.WOMAN})),
        EventFilter(age_bands=frozenset({AgeBand.FROM_26})),
        EventFilter(municipality="bodo"),
        EventFilter(district="Nordbyen"),
        EventFilter(pair=GuestPair.WAITING),
        EventFilter(childcare=True),
    ],
)
def test_somebody_who_has_what_is_asked_is_taken(wanted: EventFilter) -> None:
    assert fits(wanted, a_guest())


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(roles=frozenset({GuestRole.MENTOR})),
        EventFilter(schemes=frozenset({"work_mentor"})),
        EventFilter(languages=frozenset({"so"})),
        EventFilter(interests=frozenset({"knitting"})),
        EventFilter(genders=frozenset({Gender.MAN})),
        EventFilter(age_bands=frozenset({AgeBand.FROM_67})),
        EventFilter(municipality="Fauske"),
        EventFilter(district="Østbyen"),
        EventFilter(pair=GuestPair.PAIRED),
        EventFilter(untrained=True),
    ],
)
def test_somebody_who_lacks_one_thing_is_not_taken(wanted: EventFilter) -> None:
    assert not fits(wanted, a_guest())
    assert not wanted.is_empty


def test_what_is_asked_of_a_role_must_be_true_of_one_and_the_same() -> None:
    both = a_guest(
        a_role(role=GuestRole.MENTOR, waiting=False, paired=True),
        a_role(role=GuestRole.NEWCOMER),
    )
    paired_newcomers = EventFilter(roles=frozenset({GuestRole.NEWCOMER}), pair=GuestPair.PAIRED)
    assert not fits(paired_newcomers, both)
    assert fits(EventFilter(pair=GuestPair.PAIRED), both)


def test_a_role_open_to_all_schemes_is_in_each() -> None:
    assert fits(EventFilter(schemes=frozenset({"buddy"})), a_guest(a_role(schemes=frozenset())))


def test_whoever_has_completed_is_invited_when_asked_for() -> None:
    former = a_guest(a_role(former=True))
    assert not fits(EventFilter(), former)
    assert fits(EventFilter(former=True), former)


def test_nobody_without_a_role_is_taken_and_a_hidden_place_fits_no_place() -> None:
    nowhere = a_guest(municipality="", district="")
    assert not fits(EventFilter(municipality="Bodø"), nowhere)
    assert not fits(EventFilter(district="Nordbyen"), nowhere)
    assert not fits(EventFilter(), GuestTraits(person_id=new_id(), roles=()))
