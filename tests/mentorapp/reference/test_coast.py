"""The land that the map is painted on lies where the postal places are."""

from mentorapp.reference.coast import Land, lands
from mentorapp.reference.places import places_of
from mentorapp.reference.towns import towns


def inside(land: Land, latitude: float, longitude: float) -> bool:
    """Whether a point lies within the line: an odd number of edges are north of it."""
    found = False
    for (lat, lon), (lat_2, lon_2) in zip(
        land.points, [*land.points[1:], land.points[0]], strict=True
    ):
        if (lon > longitude) is not (lon_2 > longitude):
            found ^= latitude < lat + (longitude - lon) / (lon_2 - lon) * (lat_2 - lat)
    return found


def near_land(country: str, latitude: float, longitude: float) -> bool:
    """On land, or by a shore that is drawn a little inland of where it is."""
    lines = [land for land in lands() if land.country == country]
    around = [(0.0, 0.0), (0.03, 0.0), (-0.03, 0.0), (0.0, 0.06), (0.0, -0.06)]
    return any(
        inside(land, latitude + north, longitude + east) for land in lines for north, east in around
    )


def test_every_country_whose_codes_ship_has_land_with_norway_largest() -> None:
    points: dict[str, int] = {}
    for land in lands():
        points[land.country] = points.get(land.country, 0) + len(land.points)
    assert {"NO", "SE", "DK", "FI", "IS", "FO", "GL", "AX"} <= points.keys()
    assert max(points, key=lambda country: points[country]) == "NO"


def test_towns_lie_on_land_but_for_a_few_on_islands_too_small_to_be_drawn() -> None:
    for country in ("NO", "SE", "DK", "FI"):
        lost = [
            town.name
            for town in towns(country)[:40]
            if not near_land(country, town.latitude, town.longitude)
        ]
        assert len(lost) <= 1, country


def test_the_sea_is_no_land() -> None:
    for latitude, longitude in ((57.0, 5.0), (66.0, 2.0), (57.8, 10.0), (62.5, 19.5)):
        assert not any(inside(land, latitude, longitude) for land in lands())


def test_neighbours_are_painted_below_the_nordic_countries() -> None:
    order = [land.country for land in lands()]
    assert max(order.index(one) for one in ("RU", "EE", "DE")) < order.index("NO")


def test_the_larger_towns_come_first_and_every_place_comes_once() -> None:
    norway = towns("NO")
    assert norway[0].name == "Oslo"
    assert {"Bergen", "Trondheim"} <= {town.name for town in norway[:4]}
    assert sum(town.codes for town in norway) == len(list(places_of("NO")))
    assert towns("XX") == ()
