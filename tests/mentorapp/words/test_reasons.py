import pytest

from mentorapp.domain.proposals import LOCATING, LeftOver, Obstacle, Reason, ReasonKind
from mentorapp.domain.records import new_id
from mentorapp.words import Words
from mentorapp.words.reasons import (
    say_left_over,
    say_obstacle,
    say_reason,
    say_reasons,
)

EXAMPLES = {
    ReasonKind.SHARED_INTERESTS: Reason(ReasonKind.SHARED_INTERESTS, ("fishing", "hiking")),
    ReasonKind.COMMON_LANGUAGE: Reason(ReasonKind.COMMON_LANGUAGE, ("no:B1",)),
    ReasonKind.SAME_PLACE: Reason(ReasonKind.SAME_PLACE),
    ReasonKind.SAME_DISTRICT: Reason(ReasonKind.SAME_DISTRICT, ("Sentrum",)),
    ReasonKind.DISTANCE: Reason(ReasonKind.DISTANCE, amount=4),
    ReasonKind.COMMON_TIMES: Reason(ReasonKind.COMMON_TIMES, ("tuesday-evening",)),
    ReasonKind.SAME_OCCUPATION: Reason(ReasonKind.SAME_OCCUPATION, ("it",)),
    ReasonKind.SIMILAR_AGE: Reason(ReasonKind.SIMILAR_AGE),
    ReasonKind.SAME_LIFE_SITUATION: Reason(ReasonKind.SAME_LIFE_SITUATION, ("studying",)),
    ReasonKind.BOTH_WITH_CHILDREN: Reason(ReasonKind.BOTH_WITH_CHILDREN, ("6_12",)),
    ReasonKind.WAITED: Reason(ReasonKind.WAITED, amount=100),
    ReasonKind.NO_SHARED_INTEREST: Reason(ReasonKind.NO_SHARED_INTEREST),
    ReasonKind.NO_COMMON_TIME: Reason(ReasonKind.NO_COMMON_TIME),
    ReasonKind.FAR_APART: Reason(ReasonKind.FAR_APART, amount=63),
}


@pytest.fixture
def english() -> Words:
    return Words("en")


def _left(stopped: dict[Obstacle, int], free: int = 0) -> LeftOver:
    return LeftOver(person_id=new_id(), role_id=new_id(), stopped=stopped, free=free)


@pytest.mark.parametrize("kind", ReasonKind)
def test_every_kind_of_reason_has_words(english: Words, kind: ReasonKind) -> None:
    said = say_reason(english, EXAMPLES[kind])
    assert said
    assert "%" not in said
    assert "_" not in said


@pytest.mark.parametrize("obstacle", Obstacle)
def test_every_obstacle_has_words(english: Words, obstacle: Obstacle) -> None:
    assert len(say_obstacle(english, obstacle)) > 10
    left_over = say_left_over(english, _left({obstacle: 1}))
    assert left_over.startswith("No pair: ")
    assert "%" not in left_over


@pytest.mark.parametrize("language", ["nb", "en"])
def test_reasons_stand_in_a_row_with_one_capital(language: str) -> None:
    kinds = (
        ReasonKind.SHARED_INTERESTS,
        ReasonKind.DISTANCE,
        ReasonKind.COMMON_TIMES,
        ReasonKind.COMMON_LANGUAGE,
    )
    expected = {
        "en": "Both like fishing and hiking · 4 km · free Tuesday evening · Norwegian B1 is enough",
        "nb": "Begge liker fisking og turgåing · 4 km · ledig tirsdag kveld · norsk B1 er nok",
    }
    assert say_reasons(Words(language), [EXAMPLES[kind] for kind in kinds]) == expected[language]


def test_bokmal_has_its_own_words_for_everything() -> None:
    english, norwegian = Words("en"), Words("nb")
    same = {ReasonKind.DISTANCE}
    for kind in set(ReasonKind) - same:
        assert say_reason(norwegian, EXAMPLES[kind]) != say_reason(english, EXAMPLES[kind])
    for obstacle in Obstacle:
        assert say_obstacle(norwegian, obstacle) != say_obstacle(english, obstacle)
        left_over = _left({obstacle: 2}, free=1)
        assert say_left_over(norwegian, left_over).startswith("Ingen kobling: ")


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("A1", "only a little Norwegian in common (A1)"),
        ("A2", "Norwegian A2 for simple talk"),
        ("B1", "Norwegian B1 is enough"),
        ("B2", "Norwegian B2 is enough"),
        ("C1", "both speak Norwegian fluently"),
        ("C2", "both speak Norwegian fluently"),
        ("native", "both have Norwegian as mother tongue"),
    ],
)
def test_each_level_of_a_common_language_is_said_as_what_it_means(
    english: Words, level: str, said: str
) -> None:
    assert say_reason(english, Reason(ReasonKind.COMMON_LANGUAGE, (f"no:{level}",))) == said


def test_long_lists_are_cut_short(english: Words) -> None:
    keys = ("fishing", "hiking", "skiing", "hunting", "crafts", "football")
    said = say_reason(english, Reason(ReasonKind.SHARED_INTERESTS, keys))
    assert said == "both like fishing, hiking, skiing, hunting and 2 more things"
    times = ("monday-morning", "tuesday-evening", "friday-evening", "sunday-evening")
    said = say_reason(english, Reason(ReasonKind.COMMON_TIMES, times))
    assert said.endswith("Friday evening and 1 more time")


def test_waiting_is_said_in_days_and_then_in_months(english: Words) -> None:
    assert say_reason(english, Reason(ReasonKind.WAITED, amount=59)) == "has waited 59 days"
    assert say_reason(english, Reason(ReasonKind.WAITED, amount=92)) == "has waited 3 months"


def test_a_key_that_left_the_lists_is_said_as_it_is(english: Words) -> None:
    reason = Reason(ReasonKind.SHARED_INTERESTS, ("stamp_swapping",))
    assert say_reason(english, reason) == "both like stamp_swapping"


def test_nothing_of_places_is_said_of_protected_people(english: Words) -> None:
    said = say_reasons(english, [EXAMPLES[kind] for kind in ReasonKind], protected=True)
    assert "km" not in said
    assert "place" not in said
    assert say_reasons(english, [EXAMPLES[kind] for kind in LOCATING], protected=True) == ""


def test_left_over_is_told_with_the_most_common_cause_first(english: Words) -> None:
    stopped = {
        Obstacle.MENTOR_GENDER_WISH: 1,
        Obstacle.NEWCOMER_GENDER_WISH: 2,
        Obstacle.TOO_FAR: 5,
    }
    assert say_left_over(english, _left(stopped, free=2)) == (
        "No pair: 5 mentors stopped by distance, 3 by gender wish;"
        " 2 were free but fitted others better"
    )
    assert say_left_over(english, _left({Obstacle.TOO_FAR: 1}), "newcomers") == (
        "No pair: 1 newcomer stopped by distance"
    )


def test_a_person_paired_by_hand_only_is_told_without_a_count(english: Words) -> None:
    said = say_left_over(english, _left({Obstacle.BY_HAND_ONLY: 40}))
    assert "40" not in said
    assert "by hand" in said


def test_a_run_without_anybody_on_the_other_side_says_so(english: Words) -> None:
    assert say_left_over(english, _left({})) == "No pair: there is no mentor in this run"
    assert say_left_over(english, _left({}), "newcomers").endswith("no newcomer in this run")
