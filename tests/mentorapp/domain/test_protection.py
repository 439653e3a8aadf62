from dataclasses import replace
from itertools import product

import pytest

from mentorapp.domain.contact_details import ContactDetails, Share
from mentorapp.domain.errors import ProtectedLocation
from mentorapp.domain.protection import (
    Protection,
    Purpose,
    check_place,
    check_storable,
    strictest,
    visible,
)
from mentorapp.domain.records import new_id
from tests.factories import contact_details

ALL = {"phone", "email", "address", "postal_code"}
#: What is left for each purpose when nobody is protected.
OPEN = {
    Purpose.CARE: ALL,
    Purpose.LIST: ALL,
    Purpose.OWN_LETTER: ALL,
    Purpose.OTHER_HALF: {"phone", "email"},
    Purpose.EXPORT: ALL,
    Purpose.PAIRING: {"postal_code"},
}
BOTH = frozenset(Share)


def given_away(details: ContactDetails | None) -> set[str]:
    return {name for name in ALL if details is not None and getattr(details, name)}


@pytest.mark.parametrize(("level", "purpose"), list(product(Protection, Purpose)))
def test_each_level_gives_for_each_purpose_what_it_may(level: Protection, purpose: Purpose) -> None:
    expected = {
        Protection.NONE: OPEN[purpose],
        Protection.CONFIDENTIAL: ALL if purpose is Purpose.CARE else set(),
        Protection.STRICT: set(),
    }[level]

    seen = visible(contact_details(), level, purpose, BOTH)

    assert given_away(seen) == expected
    if level is not Protection.NONE and not expected:
        assert seen is None  # not even the country is left


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        (frozenset(), set()),
        (frozenset({Share.PHONE}), {"phone"}),
        (frozenset({Share.EMAIL}), {"email"}),
        (BOTH, {"phone", "email"}),
    ],
)
def test_the_other_half_is_told_what_was_agreed_and_never_the_address(
    shares: frozenset[Share], told: set[str]
) -> None:
    seen = visible(contact_details(), Protection.NONE, Purpose.OTHER_HALF, shares)

    assert given_away(seen) == told


@pytest.mark.parametrize(("level", "purpose"), list(product(Protection, Purpose)))
def test_without_details_there_is_nothing_to_see(level: Protection, purpose: Purpose) -> None:
    assert visible(None, level, purpose, BOTH) is None


def test_a_household_is_as_protected_as_its_most_protected_member() -> None:
    assert strictest([]) is Protection.NONE
    for levels in product(Protection, repeat=3):
        assert strictest(levels).rank == max(level.rank for level in levels)
    assert Protection.NONE.rank < Protection.CONFIDENTIAL.rank < Protection.STRICT.rank


@pytest.mark.parametrize("field", sorted(ALL))
def test_nothing_is_stored_that_tells_where_a_strictly_protected_person_is(field: str) -> None:
    details = replace(ContactDetails(person_id=new_id()), **{field: "8200"})  # type: ignore[arg-type]

    with pytest.raises(ProtectedLocation) as refused:
        check_storable(details, Protection.STRICT)

    assert refused.value.field == field
    check_storable(details, Protection.CONFIDENTIAL)
    check_storable(details, Protection.NONE)
    check_storable(ContactDetails(person_id=new_id()), Protection.STRICT)


def test_no_meeting_place_is_stored_for_a_protected_pair() -> None:
    check_place("Biblioteket", Protection.NONE)
    check_place("", Protection.STRICT)
    for level in (Protection.CONFIDENTIAL, Protection.STRICT):
        with pytest.raises(ProtectedLocation):
            check_place("Biblioteket", level)
