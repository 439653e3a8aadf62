"""How long mentors wait, who declined, whether it fits, and who was thanked."""

from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.period_figures import figure_groups
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_data import KeyFigure
from mentorapp.domain.sections import Hidden
from mentorapp.domain.statistics import (
    Facts,
    PairingFacts,
    PeriodFigures,
    RoleFacts,
    Share,
    period_figures,
)

Q3 = Quarter(2026, 3)
AFTER = date(2026, 11, 23)
APPROVED = ((date(2026, 1, 10), "applied"), (date(2026, 2, 1), "approved"))


def figures(facts: Facts) -> PeriodFigures:
    return period_figures(facts, Q3, AFTER)


def told(facts: Facts, least: int = 5) -> dict[str, KeyFigure]:
    groups = figure_groups(figures(facts), None, None, least)
    return {one.key: one for group in groups for one in group.figures}


def mentor(*pairs: tuple[date, date | None], paused: bool = False) -> RoleFacts:
    later = ((date(2026, 9, 1), "paused"),) if paused else ()
    return RoleFacts(date(2026, 1, 10), (*APPROVED, *later), pairs=pairs)


def answers(*, well: int, badly: int) -> Facts:
    on = date(2026, 8, 1)
    pairs = [PairingFacts(date(2026, 6, 1)) for _one in range(10)]
    fits = [(on, f"w{at}", 1) for at in range(well)] + [(on, f"b{at}", 3) for at in range(badly)]
    return Facts(pairings=pairs, fits=fits)


def test_mentors_wait_since_they_were_approved_or_since_their_last_pair() -> None:
    counted = figures(
        Facts(
            mentors=[
                mentor(),
                mentor((date(2026, 3, 1), date(2026, 9, 20))),
                mentor((date(2026, 10, 5), None)),  # after the period
                mentor((date(2026, 3, 1), None)),
                mentor((date(2026, 3, 1), date(2026, 10, 1))),
                mentor(paused=True),
            ]
        )
    )
    since_approved = (Q3.last - date(2026, 2, 1)).days
    assert counted.mentors_free == 3
    assert counted.mentors_median_wait_days == since_approved


def test_the_wait_of_a_few_mentors_is_theirs() -> None:
    few, enough = (told(Facts(mentors=[mentor()] * count)) for count in (4, 5))
    assert few["mentors_median_wait_days"].now == Hidden()
    assert enough["mentors_median_wait_days"].now == (Q3.last - date(2026, 2, 1)).days


def test_who_declined_is_counted_by_the_day_of_the_answer() -> None:
    days = [Q3.first, Q3.last, Q3.last + timedelta(days=1)]
    assert figures(Facts(refusals=[(one, "mentor") for one in days])).refused_by == {"mentor": 2}


def test_of_whoever_answers_twice_the_last_answer_of_the_period_counts() -> None:
    on = date(2026, 7, 3)
    facts = replace(
        answers(well=0, badly=0),
        fits=[
            (on + timedelta(days=30), "a", 1),
            (on, "a", 3),
            (on, "b", 2),
            (Q3.last + timedelta(days=1), "b", 1),
        ],
    )
    counted = figures(facts)
    assert counted.fit == Share(1, 2)
    assert counted.fit_unknown == 18  # both halves of ten pairs


def test_that_few_think_otherwise_is_hidden_and_with_it_how_many_are_not_known() -> None:
    shown, hidden = told(answers(well=8, badly=5)), told(answers(well=8, badly=2))
    assert (shown["fit"].now, shown["fit"].unknown) == (Share(8, 13), 7)
    assert (hidden["fit"].now, hidden["fit"].unknown) == (Hidden(), 0)
    assert "fit" not in told(answers(well=0, badly=0))


def test_an_office_that_never_thanked_by_letter_has_no_figure_of_it() -> None:
    assert "mentors_thanked" not in told(Facts())
    later = Facts(thanks=[(Q3.last + timedelta(days=1), "a")])
    assert "mentors_thanked" not in told(later)
    before = Facts(thanks=[(Q3.first - timedelta(days=1), "a")])
    assert told(before)["mentors_thanked"].now == 0


def test_who_is_thanked_twice_is_counted_once() -> None:
    thanks = [(Q3.first, "a"), (Q3.last, "a"), (Q3.last, "b")]
    assert figures(Facts(thanks=thanks)).mentors_thanked == 2
