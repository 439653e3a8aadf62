import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.districts import (
    check_districts,
    district_of,
    ranges,
    read_districts,
    written_districts,
)
from mentorapp.domain.errors import BadDistrict, InvalidField, Problem

TOWN = "Sentrum: 8003-8009, 8012\nMørkved: 8020–8029"


def test_a_line_is_a_district_and_the_order_stays() -> None:
    found = read_districts("\n Sentrum :8003-8009 ,8012,\n\nAndre: 8050 ; 8056\n")
    assert found == {"Sentrum": "8003-8009, 8012", "Andre": "8050, 8056"}
    assert list(found) == ["Sentrum", "Andre"]
    assert written_districts(found) == "Sentrum: 8003-8009, 8012\nAndre: 8050, 8056"


def test_ranges_are_read_with_either_dash_and_with_spaces() -> None:
    assert ranges("8003 - 8009, 8012; 8020–8029\n411 01") == (
        (8003, 8009),
        (8012, 8012),
        (8020, 8029),
        (41101, 41101),
    )


@pytest.mark.parametrize(
    ("code", "district"),
    [("8003", "Sentrum"), ("8010", ""), ("N-8012", "Sentrum"), ("8025", "Mørkved"), ("", "")],
)
def test_a_code_is_looked_up(code: str, district: str) -> None:
    assert district_of(read_districts(TOWN), code) == district


@pytest.mark.parametrize(
    ("text", "problem", "line", "value", "other"),
    [
        ("Sentrum: 8003\n\n: 8009", Problem.MISSING, 3, "", ""),
        ("Sentrum 8003", Problem.NOT_POSTAL_CODES, 1, "", "Sentrum 8003"),
        ("Sentrum:", Problem.NOT_POSTAL_CODES, 1, "", "Sentrum"),
        ("Sentrum: 8003, 80x9", Problem.NOT_POSTAL_CODES, 1, "80x9", ""),
        ("Sentrum: 8009-8003", Problem.NOT_POSTAL_CODES, 1, "8009-8003", ""),
        ("Sentrum: 8003 8009", Problem.NOT_POSTAL_CODES, 1, "8003 8009", ""),
        ("Sentrum: 8003\nSENTRUM: 8009", Problem.NOT_UNIQUE, 2, "SENTRUM", ""),
        (TOWN + "\nØst: 8008-8021", Problem.OVERLAPS, 3, "8008-8009", "Sentrum"),
        ("Sentrum: 8003, 8001-8005", Problem.OVERLAPS, 1, "8003", "Sentrum"),
        ("A: 8003-8009\nB: 8009-8011", Problem.OVERLAPS, 2, "8009", "A"),
        ("A: 8003\nB: 8003", Problem.OVERLAPS, 2, "8003", "A"),
        ("a" * 300 + ": 8003", Problem.TOO_LONG, 1, "", ""),
    ],
)
def test_what_cannot_be_right_is_refused_by_its_line(
    text: str, problem: Problem, line: int, value: str, other: str
) -> None:
    with pytest.raises(BadDistrict) as refused:
        read_districts(text)
    wrong = refused.value
    assert (wrong.field, wrong.problem, wrong.line) == ("districts", problem, line)
    assert (wrong.value, wrong.other) == (value, other)


def test_stored_districts_are_held_to_the_same() -> None:
    check_districts(read_districts(TOWN))
    with pytest.raises(BadDistrict):
        check_districts({"Sentrum": "8003", "Øst": "8001-8009"})


@given(st.text(alphabet="SØ:08 ,;-–\n", max_size=40))
def test_whatever_is_typed_is_read_or_refused_and_reads_the_same_again(text: str) -> None:
    try:
        found = read_districts(text)
    except InvalidField:
        return
    assert read_districts(written_districts(found)) == found
    check_districts(found)
