import pytest

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.outcome_errors import NotASeries
from mentorapp.domain.series import Series, check_series
from mentorapp.domain.typed_series import read_series, write_series

ASKER = "År;Prosent\n2013;65\n2014;81\n2015;73\n2016;76\n2017;64\n"


def a_series(text: str = ASKER, **changes: object) -> Series:
    per_mille, bases = read_series(text)
    usual = {"name": "Asker", "definition": "I arbeid eller utdanning"} | changes
    return Series(per_mille=per_mille, bases=bases, **usual)  # type: ignore[arg-type]


def test_askers_five_years_have_an_unweighted_mean_of_71_8_percent() -> None:
    asker = a_series()

    check_series(asker)
    assert asker.years == (2013, 2014, 2015, 2016, 2017)
    assert asker.mean == pytest.approx(71.8)
    assert asker.weighted_mean is None


def test_with_every_base_known_there_is_a_mean_of_all_people_too() -> None:
    two = a_series("2020;50;100\n2021;100;300")

    assert (two.mean, two.weighted_mean) == (75.0, 87.5)
    assert a_series("2020;50;100\n2021;100").weighted_mean is None


@pytest.mark.parametrize(
    "line", ["2013;65,5;1200", "2013\t65.5 %\t1200", "2013: 65,5 % 1 200", "2013 65,5;1 200"]
)
def test_a_line_is_read_however_it_was_typed(line: str) -> None:
    assert read_series(line) == ({"2013": 655}, {"2013": 1200})


@pytest.mark.parametrize(
    ("text", "line"),
    [("2013;65\n2013;66", 2), ("2013;65\nasker", 2), ("13;65", 1), ("2013", 1), ("2013;ca. 65", 1)],
)
def test_a_line_that_cannot_be_read_is_named(text: str, line: int) -> None:
    with pytest.raises(NotASeries) as refused:
        read_series(text)
    assert refused.value.line == line


def test_what_was_read_can_be_written_and_read_again() -> None:
    text = "2013;65.5;1200\n2014;81"

    assert write_series(*read_series(text)) == text


@pytest.mark.parametrize(
    "changes",
    [{"definition": " "}, {"name": ""}, {"per_mille": {}}, {"per_mille": {"2013": 1001}}],
)
def test_a_series_needs_a_name_a_definition_and_shares(changes: dict[str, object]) -> None:
    made = {"name": "x", "definition": "y", "per_mille": {"2013": 650}} | changes

    with pytest.raises(InvalidField, match=next(iter(changes))):
        check_series(Series(**made))  # type: ignore[arg-type]


def test_a_base_belongs_to_a_year_with_a_figure() -> None:
    with pytest.raises(InvalidField, match="bases"):
        check_series(Series(name="x", definition="y", per_mille={"2013": 1}, bases={"2014": 9}))
