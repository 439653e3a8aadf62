"""Country lines are taken out of TopoJSON, cut at the edge, thinned, and written in small steps."""

import json
from pathlib import Path

from installer.coast import cut, line_of, read, thinned, unbroken

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]


def test_a_line_shared_by_two_countries_is_followed_in_either_direction(tmp_path: Path) -> None:
    file = tmp_path / "countries.json"
    countries = [
        {"type": "Polygon", "id": "1", "arcs": [[0, 1]]},
        {"type": "MultiPolygon", "id": "2", "arcs": [[[~0, 2]]]},
    ]
    content = {
        "transform": {"scale": [0.5, 1.0], "translate": [10.0, 60.0]},
        "arcs": [[[0, 0], [2, 0]], [[2, 0], [0, 2], [-2, -2]], [[0, 0], [0, -2], [2, 2]]],
        "objects": {"countries": {"geometries": countries}},
    }
    file.write_text(json.dumps(content), encoding="utf-8")
    found = read(file)
    assert list(found.rings("1")) == [[(10.0, 60.0), (11.0, 60.0), (11.0, 62.0), (10.0, 60.0)]]
    assert list(found.rings("2")) == [[(11.0, 60.0), (10.0, 60.0), (10.0, 58.0), (11.0, 60.0)]]
    assert list(found.rings("3")) == []


def test_what_lies_outside_is_cut_off_and_the_cut_is_on_the_edge() -> None:
    assert set(cut(SQUARE, (1.0, -1.0, 9.0, 2.0))) == {
        (1.0, 0.0),
        (4.0, 0.0),
        (4.0, 2.0),
        (1.0, 2.0),
    }
    assert cut(SQUARE, (5.0, 5.0, 9.0, 9.0)) == []
    assert cut(SQUARE[:-1], (-1.0, -1.0, 9.0, 9.0)) == SQUARE[:-1]


def test_points_that_a_line_does_without_are_left_out() -> None:
    bent = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (2.0, 1.0), (0.0, 0.0)]
    assert thinned(bent, 0.01) == [(0.0, 0.0), (2.0, 0.0), (2.0, 1.0), (0.0, 0.0)]
    assert thinned(bent, 0.0001) == bent


def test_steps_are_written_from_point_to_point_and_specks_are_not() -> None:
    ring = [(10.0, 60.0), (10.002, 60.0), (10.002, 60.004), (10.0, 60.0)]
    assert line_of("NO", ring) == "NO\t30000 5000 0 1 2 0 -2 -1\n"
    assert line_of("NO", [(10.0, 60.0), (10.0001, 60.0), (10.0, 60.0001), (10.0, 60.0)]) is None


def test_a_country_that_crosses_the_line_of_the_date_lies_in_one_piece() -> None:
    east_first = [(170.0, 60.0), (179.0, 61.0), (-179.0, 62.0), (175.0, 63.0)]
    assert [longitude for longitude, _ in unbroken(east_first)] == [170.0, 179.0, 181.0, 175.0]
    west_first = [(-179.0, 62.0), (175.0, 63.0), (-170.0, 60.0)]
    assert [longitude for longitude, _ in unbroken(west_first)] == [181.0, 175.0, 190.0]
    assert unbroken(SQUARE) == SQUARE
