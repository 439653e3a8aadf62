import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.matching.distances import between, kilometres, point_of
from mentorapp.reference.places import COUNTRIES, Place, distance_km, places_of

SOME = [one for country in COUNTRIES for one in list(places_of(country))[::97]]
#: Twice the radius of the earth in hundreds of metres: the longest straight line there is.
LONGEST = 127_420


@given(st.sampled_from(SOME), st.sampled_from(SOME))
@settings(max_examples=200, deadline=None)
def test_the_kilometres_are_those_on_the_map(one: Place, other: Place) -> None:
    one, other = _by_itself(one), _by_itself(other)
    km = between(point_of(one), point_of(other))
    assert km == between(point_of(other), point_of(one))
    assert km is not None
    assert km == pytest.approx(distance_km(one, other), abs=0.61)
    assert (km == 0) == (point_of(one) == point_of(other))


def test_all_codes_of_a_postal_place_are_the_same_place() -> None:
    towns: dict[tuple[str, str], set[tuple[int, int, int]]] = {}
    for one in places_of("NO"):
        towns.setdefault((one.place, one.municipality_code), set()).add(point_of(one))
    assert {len(points) for points in towns.values()} == {1}


def test_a_missing_place_has_no_distance() -> None:
    assert between(None, point_of(SOME[0])) is None
    assert between(point_of(SOME[0]), None) is None


def test_another_place_is_a_kilometre_away_at_least_and_no_rounding_is_left_to_chance() -> None:
    """Nothing lies so near the half that another machine's arcsine could round it otherwise."""
    assert kilometres(0) == kilometres(14) == 1
    assert all(one <= other for one, other in pairwise(map(kilometres, range(0, LONGEST, 7))))
    for hundreds in range(LONGEST):
        arc = 2 * 6371 * math.asin(hundreds / LONGEST)
        assert abs(arc % 1 - 0.5) > 1e-10


def test_squares_of_lines_are_exact_in_doubles() -> None:
    assert 4 * 6_371_001**2 * 3 < 2**53


def _by_itself(place: Place) -> Place:
    """The place with its own point, whatever other codes its town has."""
    return Place("", place.code, "", "", "", place.latitude, place.longitude)
