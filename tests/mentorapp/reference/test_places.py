"""The postal tables hold what an office relies on: every code, its municipality, a sane point."""

from collections import defaultdict
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.postal_points import TRULY_THERE
from mentorapp.reference.places import COUNTRIES, Place, distance_km, place, places_of

#: country: (codes, south, north, west, east)
EXTENT = {
    "NO": (5132, 57.9, 71.3, 4.4, 31.3),
    "DK": (1159, 54.5, 57.8, 8.0, 15.3),
    "SE": (18815, 55.3, 69.1, 10.9, 24.2),
    "FI": (3576, 59.7, 70.1, 20.5, 31.6),
    "IS": (147, 63.2, 66.7, -24.6, -13.4),
    "FO": (130, 61.3, 62.5, -7.8, -6.2),
    "GL": (32, 59.7, 83.7, -73.1, -11.3),
    "SJ": (8, 70.8, 80.9, -9.1, 33.6),
    "AX": (37, 59.7, 60.7, 19.3, 21.4),
}
#: No post town lies farther from the middle of its municipality; the large ones of the north do.
FARTHEST_KM = {"NO": 62, "DK": 62, "SE": 115, "FI": 150, "AX": 20}


def found(country: str, code: str) -> Place:
    known = place(country, code)
    assert known is not None, f"{country} {code}"
    return known


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_code_lies_inside_its_country(country: str) -> None:
    codes, south, north, west, east = EXTENT[country]
    listed = list(places_of(country))
    assert len(listed) == len({known.code for known in listed}) == codes
    outside = [
        known.code
        for known in listed
        if not (south < known.latitude < north and west < known.longitude < east)
    ]
    assert outside == []


@pytest.mark.parametrize("country", FARTHEST_KM)
def test_no_code_lies_far_from_the_middle_of_its_municipality(country: str) -> None:
    members: dict[str, list[Place]] = defaultdict(list)
    for known in places_of(country):
        members[known.municipality_code].append(known)
    members.pop("", None)
    far: dict[str, int] = {}
    for own in members.values():
        centre = Place(
            country,
            "",
            "",
            "",
            "",
            median(known.latitude for known in own),
            median(known.longitude for known in own),
        )
        far |= {
            known.code: round(distance)
            for known in own
            if (distance := distance_km(known, centre)) > FARTHEST_KM[country]
            and (country, known.code) not in TRULY_THERE
        }
    assert far == {}


@pytest.mark.parametrize(
    ("code", "name", "municipality", "number"),
    [
        ("8003", "Bodø", "Bodø", "1804"),
        ("8100", "Misvær", "Bodø", "1804"),
        ("8110", "Moldjord", "Beiarn", "1839"),
        ("8140", "Inndyr", "Gildeskål", "1838"),
        ("8150", "Ørnes", "Meløy", "1837"),
        ("8200", "Fauske", "Fauske", "1841"),
        ("8215", "Valnesfjord", "Fauske", "1841"),
        ("8226", "Straumen", "Sørfold", "1845"),
        ("8250", "Rognan", "Saltdal", "1840"),
        ("8264", "Engan", "Sørfold", "1845"),
        ("8270", "Drag", "Hamarøy", "1875"),
        ("8283", "Leinesfjord", "Steigen", "1848"),
    ],
)
def test_the_codes_of_salten_are_right(
    code: str, name: str, municipality: str, number: str
) -> None:
    known = found("NO", code)
    assert (known.place, known.municipality, known.municipality_code) == (
        name,
        municipality,
        number,
    )
    assert distance_km(known, found("NO", "8200")) < 130


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        (("NO", "8003"), ("NO", "8200"), 43),
        (("NO", "0150"), ("NO", "5003"), 305),
        (("DK", "0900"), ("DK", "1050"), 1),
        (("NO", "3510"), ("NO", "0150"), 40),
        (("NO", "0150"), ("SE", "100 05"), 416),
    ],
)
def test_distances_are_those_on_the_map(
    one: tuple[str, str], other: tuple[str, str], kilometres: float
) -> None:
    assert distance_km(found(*one), found(*other)) == pytest.approx(kilometres, rel=0.03, abs=1)


def test_names_are_those_a_nordic_reader_expects() -> None:
    assert found("DK", "1050").municipality == "København"
    assert found("DK", "2630").municipality == "Høje-Taastrup"
    assert found("DK", "2630").municipality_code == "0169"
    assert found("NO", "8601").place == "Mo i Rana"
    assert found("FO", "370").place == "Miðvágur"
    english = ("Copenhagen", "Municipality", "municipality", "Kommune", "County", "Region")
    for country in COUNTRIES:
        for known in places_of(country):
            assert not known.municipality.endswith(english), known
            assert known.place == known.place.strip()


@pytest.mark.parametrize(
    ("country", "written", "code"),
    [
        ("NO", " 8200 ", "8200"),
        ("NO", "N-8200", "8200"),
        ("NO", "8200 Fauske", "8200"),
        ("NO", "150", "0150"),
        ("SE", "10005", "100 05"),
        ("SE", "SE-100 05", "100 05"),
        ("DK", "DK-2630", "2630"),
        ("FO", "FO-370", "370"),
        ("NO", "9170", "9170"),
        ("FI", "22100", "22100"),
        ("DK", "3900", "3900"),
    ],
)
def test_a_code_is_found_as_people_write_it(country: str, written: str, code: str) -> None:
    assert found(country, written).code == code


@pytest.mark.parametrize(
    ("country", "written"),
    [("NO", ""), ("NO", "9"), ("NO", "82"), ("NO", "99999"), ("NO", "Fauske"), ("XX", "8200")],
)
def test_a_code_that_does_not_exist_is_nowhere(country: str, written: str) -> None:
    assert place(country, written) is None


@given(st.sampled_from(COUNTRIES), st.text(max_size=20))
def test_any_text_gives_a_place_or_nothing(country: str, written: str) -> None:
    known = place(country, written)
    assert known is None or any(digit in written for digit in "0123456789")


def test_a_place_is_no_distance_from_itself() -> None:
    fauske = found("NO", "8200")
    assert distance_km(fauske, fauske) == 0


def test_the_attribution_ships_with_the_data() -> None:
    import resources

    assert "CC BY 4.0" in resources.path("postal_codes/README.md").read_text(encoding="utf-8")
