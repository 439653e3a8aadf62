from dataclasses import dataclass, field

import pytest

from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.sections import Average, section
from mentorapp.domain.statistics import Share


@dataclass(frozen=True)
class Counted:
    started: int = 0
    job: Share = field(default_factory=lambda: Share(0, 0))
    rating: Average = field(default_factory=lambda: Average(None, 0))
    ends: dict[PlacementEnd, int] = field(default_factory=dict)


def test_numbers_become_figures_and_mappings_breakdowns() -> None:
    made = section("placements", Counted(7, Share(3, 5), Average(4.2, 9), {PlacementEnd.JOB: 6}))
    assert [one.key for one in made.figures] == [
        "placements.started",
        "placements.job",
        "placements.rating",
    ]
    assert made.breakdowns[0].parts == ((PlacementEnd.JOB, 6),)
    assert made.has_data


def test_small_numbers_of_a_breakdown_are_hidden_with_another_that_would_give_them_away() -> None:
    ends = {PlacementEnd.JOB: 2, PlacementEnd.EDUCATION: 9, PlacementEnd.STOPPED: 20}
    (ends_told,) = section("placements", Counted(31, ends=ends)).breakdowns
    assert dict(ends_told.parts) == {
        PlacementEnd.JOB: None,
        PlacementEnd.EDUCATION: None,
        PlacementEnd.STOPPED: 20,
    }


@pytest.mark.parametrize(
    "counted", [Counted(), Counted(ends={PlacementEnd.JOB: 0}), Counted(job=Share(0, 0))]
)
def test_a_section_of_noughts_has_no_data(counted: Counted) -> None:
    assert not section("placements", counted).has_data


def test_a_share_of_somebody_is_data_though_none_of_them_did_it() -> None:
    assert section("placements", Counted(job=Share(0, 4))).has_data


def test_a_field_that_is_no_figure_is_a_mistake() -> None:
    @dataclass(frozen=True)
    class Wrong:
        text: str = "many"

    with pytest.raises(TypeError):
        section("placements", Wrong())
    with pytest.raises(TypeError):
        section("placements", 3)
