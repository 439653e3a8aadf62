from mentorapp.domain.arrivals import arrival_figures
from mentorapp.domain.newcomers import ArrivalBand
from mentorapp.domain.statistics import Share
from tests.factories import a_newcomer


def test_only_those_whose_year_is_known_are_the_base_of_long_ago() -> None:
    years = (2026, 2021, 2010, None)
    counted = arrival_figures([a_newcomer(arrived_year=year) for year in years], 2026)
    assert counted.known == Share(3, 4)
    assert counted.long_ago == Share(2, 3)
    assert counted.bands == {
        ArrivalBand.NEW: 1,
        ArrivalBand.TWO: 0,
        ArrivalBand.FIVE: 1,
        ArrivalBand.TEN: 1,
    }


def test_nobody_registered_gives_no_share() -> None:
    assert arrival_figures([], 2026).long_ago.percent is None
