"""Stray points are found and mended, and true far places are left where they are."""

import pytest

from installer.postal_names import municipality_code, municipality_name, place_name
from installer.postal_points import Known, Row, kilometres, mend

NEAR = (60.0, 10.0)
FAR = (65.0, 14.0)


def row(code: str, point: tuple[float, float], municipality: str = "1", place: str = "Vik") -> Row:
    return Row("NO", code, place, "County", municipality, municipality, point, False, False)


def test_a_point_far_from_its_municipality_is_given_the_median_of_the_others() -> None:
    rows = [row(str(code), NEAR) for code in range(1000, 1008)]
    rows.insert(4, row("1003b", FAR))
    mended, reasons = mend(rows, {})
    assert {one.point for one in mended} == {NEAR}
    assert reasons["far from its municipality: its neighbours"] == 1


def test_it_is_given_the_place_of_its_name_where_the_gazetteer_knows_one() -> None:
    rows = [row(str(code), NEAR) for code in range(1000, 1008)]
    rows.insert(4, row("1003b", (61.5, 10.0), place="Nes"))
    place = Known((60.1, 10.1), "A", 900)
    anchor = Known(NEAR, "A", 900)
    mended, _ = mend(rows, {("NO", "nes"): [place], ("NO", "vik"): [anchor]})
    assert mended[4].point == place.point


def test_a_point_shared_by_three_municipalities_is_the_middle_of_nothing() -> None:
    rows = [row(str(i), FAR, municipality=str(i), place=f"P{i}") for i in range(3)]
    rows += [row("9", NEAR, municipality="1", place="P9")]
    mended, reasons = mend(rows, {})
    assert mended[1].point == NEAR
    assert mended[0].point == FAR, "nothing better is known"
    assert reasons.total() == 1


def test_a_point_that_is_right_is_not_touched() -> None:
    rows = [row("1", NEAR), row("2", (60.1, 10.1)), row("3", (60.2, 10.0))]
    assert mend(rows, {}) == (rows, {})


@pytest.mark.parametrize(
    ("country", "written", "meant"),
    [
        ("NO", "Mo I Rana", "Mo i Rana"),
        ("NO", "Nes På Hedmarken", "Nes på Hedmarken"),
        ("SE", "TROLLHÄTTAN", "Trollhättan"),
        ("FO", "Midvágur", "Miðvágur"),
        ("IS", "Kópavogi", "Kópavogi"),
    ],
)
def test_places_are_named_as_people_write_them(country: str, written: str, meant: str) -> None:
    assert place_name(country, written) == meant


def test_danish_municipalities_lose_the_word_and_get_four_digits() -> None:
    assert municipality_name("DK", "169", "Høje-Taastrup Kommune") == "Høje-Taastrup"
    assert municipality_name("DK", "101", "Copenhagen") == "København"
    assert municipality_code("DK", "101") == "0101"
    assert municipality_code("SE", "") == ""


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert kilometres((60.0, 10.0), (61.0, 10.0)) == pytest.approx(111.2, abs=0.1)
