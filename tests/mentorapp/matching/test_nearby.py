"""Which activities suit somebody."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.people import Transport
from mentorapp.matching.nearby import FULL, Looking, Offer, rank
from mentorapp.reference.interests import interests
from mentorapp.reference.places import Place, place

_CODES = ("8001", "8200", "8250", "9008", "0150")
_PLACES = st.sampled_from([None, *(place("NO", code) for code in _CODES)])
_INTERESTS = st.frozensets(st.sampled_from(sorted(interests())), max_size=5)
_OFFERS = st.lists(
    st.builds(
        Offer,
        id=st.uuids(),
        name=st.sampled_from(["Yoga", "Fotball", "Kor"]),
        interests=_INTERESTS,
        place=_PLACES,
        welcomes_beginners=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda offer: offer.id,
)
_LOOKING = st.builds(
    Looking,
    interests=_INTERESTS,
    place=_PLACES,
    transport=st.frozensets(st.sampled_from(Transport)),
)


def at(code: str) -> Place:
    found = place("NO", code)
    assert found is not None
    return found


def offer(number: int, **changes: object) -> Offer:
    usual = Offer(
        id=UUID(int=number),
        name="Yoga",
        interests=frozenset({"yoga"}),
        place=at("8200"),
        welcomes_beginners=True,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


ME = Looking(frozenset({"yoga", "chess"}), at("8200"))


@given(_LOOKING, _OFFERS, st.randoms())
def test_the_order_does_not_hang_on_the_order_of_the_list(
    looking: Looking, offers: list[Offer], random: object
) -> None:
    ranked = rank(looking, offers)
    random.shuffle(offers)  # type: ignore[attr-defined]
    assert rank(looking, offers) == ranked


@given(_LOOKING, _OFFERS)
def test_beginners_come_first_and_then_the_points_fall(
    looking: Looking, offers: list[Offer]
) -> None:
    ranked = rank(looking, offers)
    keys = [(not one.offer.welcomes_beginners, -one.points) for one in ranked]
    assert keys == sorted(keys)
    assert all(0 <= one.points <= FULL for one in ranked)
    assert all(set(one.shared) == looking.interests & one.offer.interests for one in ranked)


@given(_LOOKING, _OFFERS)
def test_of_a_protected_person_nothing_depends_on_the_place(
    looking: Looking, offers: list[Offer]
) -> None:
    hidden = rank(replace(looking, place=None, hidden=True), offers)
    assert len(hidden) == len(offers)
    assert {one.km for one in hidden} <= {None}
    elsewhere = [replace(one, place=at("0150")) for one in offers]
    moved = rank(replace(looking, place=None, hidden=True), elsewhere)
    assert [(one.offer.id, one.points) for one in moved] == [
        (one.offer.id, one.points) for one in hidden
    ]


def test_the_nearer_of_two_alike_comes_first() -> None:
    near, far = offer(2), offer(1, place=at("8250"))
    assert [one.offer for one in rank(ME, [far, near])] == [near, far]


def test_a_shared_interest_counts_more_than_one_of_the_same_group() -> None:
    shared, related = offer(2), offer(1, interests=frozenset({"running"}))
    assert [one.offer for one in rank(ME, [related, shared])] == [shared, related]
    assert rank(ME, [related])[0].points > rank(ME, [offer(1, interests=frozenset())])[0].points


def test_what_is_farther_off_than_people_go_is_left_out() -> None:
    assert rank(ME, [offer(1, place=at("0150"))]) == []
    assert rank(ME, [offer(1, place=None)])[0].km is None


@pytest.mark.parametrize("hidden", [True, False])
def test_somebody_without_a_known_place_still_gets_what_he_likes(hidden: bool) -> None:
    looking = replace(ME, place=None, hidden=hidden)
    other = offer(1, interests=frozenset({"chess", "yoga"}))
    assert [one.offer.id for one in rank(looking, [offer(2), other])] == [other.id, UUID(int=2)]
