import pytest

from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.sections import (
    Average,
    Gathered,
    Hidden,
    Value,
    of_things,
    parts,
    persons,
    section,
    several,
    share_of_persons,
    tells,
)
from mentorapp.domain.statistics import Share

JOB, EDUCATION, STOPPED = PlacementEnd.JOB, PlacementEnd.EDUCATION, PlacementEnd.STOPPED


def test_figures_and_breakdowns_are_called_by_their_section() -> None:
    made = section("placements", {"started": 7}, {"ends": parts({JOB: 6})})
    assert [one.key for one in made.figures] == ["placements.started"]
    assert [(one.key, one.parts) for one in made.breakdowns] == [("placements.ends", ((JOB, 6),))]


def test_small_numbers_are_hidden_with_another_that_would_give_them_away() -> None:
    assert dict(parts({JOB: 2, EDUCATION: 9, STOPPED: 20}).parts) == {
        JOB: None,
        EDUCATION: None,
        STOPPED: 20,
    }


def test_where_one_person_counts_in_several_parts_those_outside_may_not_be_few_either() -> None:
    told = several({JOB: 2, EDUCATION: 9, STOPPED: 17}, 20)
    assert dict(told.parts) == {JOB: None, EDUCATION: 9, STOPPED: None}


def test_a_breakdown_of_which_all_is_hidden_does_not_even_name_its_parts() -> None:
    assert parts({JOB: 3, STOPPED: 0}).told == ()
    assert parts({JOB: 3, STOPPED: 0}).hides
    assert dict(parts({JOB: 9, STOPPED: 0}).told) == {JOB: 9}


def test_parts_that_are_hidden_are_told_as_one_with_those_that_nobody_is_in() -> None:
    few, nobody = {JOB: 2, EDUCATION: 3, STOPPED: 9}, {JOB: 0, EDUCATION: 5, STOPPED: 9}
    assert parts(few).told == ((STOPPED, 9), (Gathered.OTHERS, None))
    assert parts(nobody).told == ((EDUCATION, 5), (STOPPED, 9))
    assert several({JOB: 2, EDUCATION: 9, STOPPED: 0}, 20).told == (
        (EDUCATION, 9),
        (Gathered.OTHERS, None),
    )


def test_shares_and_means_of_fewer_than_five_are_hidden_whatever_they_tell_of() -> None:
    few: dict[str, Value] = {"signed": Share(3, 4), "fit": Average(3.5, 4)}
    enough: dict[str, Value] = {
        "signed": Share(4, 5),
        "fit": Average(3.5, 5),
        "nobody": Share(0, 0),
    }
    assert [one.value for one in section("placements", few).figures] == [Hidden(), Hidden()]
    made = section("placements", enough)
    assert [one.value for one in made.figures] == list(enough.values())
    assert not made.hides


def test_few_persons_are_hidden_and_few_outside_a_share_of_them_too() -> None:
    assert [persons(count) for count in (0, 1, 4, 5)] == [0, Hidden(), Hidden(), 5]
    assert share_of_persons(Share(9, 11)) == Hidden()
    assert share_of_persons(Share(6, 11)) == Share(6, 11)


def test_things_may_be_few() -> None:
    assert dict(of_things({JOB: 2}).parts) == {JOB: 2}


@pytest.mark.parametrize("value", [0, None, Share(0, 0), Share(0, 188), Average(None, 0)])
def test_a_section_of_noughts_has_no_data(value: Value) -> None:
    made = section("placements", {"started": value}, {"ends": parts({JOB: 0})})
    assert not made.has_data


@pytest.mark.parametrize("value", [3, Share(1, 4), Average(0.0, 2), Hidden()])
def test_one_figure_is_enough_for_a_section(value: Value) -> None:
    assert section("placements", {"started": value}).has_data


def test_a_share_of_nobody_tells_nothing_but_none_of_some_does() -> None:
    assert not tells(Share(0, 0))
    assert tells(Share(0, 4))


def test_a_part_that_is_hidden_is_data() -> None:
    assert section("placements", {}, {"ends": parts({JOB: 2})}).has_data


def test_an_office_that_hides_more_hides_it_in_every_value_of_a_section() -> None:
    seven: dict[str, Value] = {"signed": Share(4, 7), "fit": Average(3.5, 7)}
    assert not section("placements", seven).hides
    assert [one.value for one in section("placements", seven, least=8).figures] == [Hidden()] * 2
    assert persons(7, 8) == share_of_persons(Share(20, 27), 8) == Hidden()
    told = parts({JOB: 7, EDUCATION: 9, STOPPED: 30}, 8).told
    assert told == ((STOPPED, 30), (Gathered.OTHERS, None))
    assert several({JOB: 7}, 40, 8).hides
