from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.driving_figures import (
    Drive,
    LearnerFacts,
    driving_figures,
    driving_totals,
)
from mentorapp.domain.practice_driving import DrivingCondition
from mentorapp.domain.statistics import Share

DARK, WINTER = DrivingCondition.DARK, DrivingCondition.WINTER
_DRIVES = st.lists(
    st.builds(
        Drive,
        held_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        minutes=st.integers(1, 240),
        kilometres=st.integers(0, 400),
        conditions=st.frozensets(st.sampled_from(DrivingCondition)),
    )
)


def test_a_drive_with_two_conditions_counts_in_both_and_once_in_all() -> None:
    drives = [
        Drive(date(2026, 1, 5), 60, 40, frozenset({DARK, WINTER})),
        Drive(date(2026, 1, 12), 45, 20, frozenset({DARK})),
    ]
    totals = driving_totals(drives, 8400)
    assert (totals.drives, totals.minutes, totals.kilometres) == (2, 105, 60)
    assert (totals.by_condition[DARK], totals.by_condition[WINTER]) == (105, 60)
    assert totals.of_recommended == Share(105, 8400)


def test_without_a_recommendation_there_is_no_share() -> None:
    assert driving_totals([], None).of_recommended is None


@given(_DRIVES)
def test_no_condition_is_driven_longer_than_everything(drives: list[Drive]) -> None:
    totals = driving_totals(drives, None)
    assert all(0 <= minutes <= totals.minutes for minutes in totals.by_condition.values())


def test_the_share_of_passed_tests_has_the_learners_who_ended_for_its_base() -> None:
    first, last = date(2026, 1, 1), date(2026, 6, 30)
    learners = [
        LearnerFacts(date(2025, 9, 1), date(2026, 2, 1), test_passed_on=date(2026, 1, 20)),
        LearnerFacts(date(2025, 9, 1), date(2026, 3, 1)),
        LearnerFacts(date(2025, 9, 1), date(2026, 4, 1), test_passed_on=date(2026, 8, 1)),
        LearnerFacts(date(2025, 9, 1), date(2025, 12, 1), test_passed_on=date(2025, 11, 1)),
        LearnerFacts(
            date(2026, 2, 1),
            None,
            theory_passed_on=date(2026, 5, 1),
            drives=(Drive(date(2026, 3, 1), 60, 30), Drive(date(2026, 7, 1), 60, 30)),
        ),
    ]
    figures = driving_figures(learners, first, last)
    assert figures.ended_with_test == Share(1, 3)
    assert (figures.learners_running, figures.drove, figures.tests_passed) == (1, 1, 1)
    assert (figures.theory_passed, figures.totals.minutes) == (1, 60)
