from typing import Any

import pytest

from mentorapp.domain.explanations import Candidate, Effect, Move, PairCheck, WhyNot
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.records import new_id
from mentorapp.words import Words
from mentorapp.words.explanations import (
    say_candidate,
    say_cost,
    say_effect,
    say_move,
    say_moves,
    say_obstacles,
    say_why_not,
)

AMINA, YUSUF, KARI, LIV = new_id(), new_id(), new_id(), new_id()
NAMES = {AMINA: "Amina", YUSUF: "Yusuf", KARI: "Kari", LIV: "Liv"}
ENGLISH, BOKMAL = Words("en"), Words("nb")


def _effect(**changes: Any) -> Effect:
    usual: dict[str, Any] = {
        "pairs_before": 5,
        "pairs_after": 5,
        "total_before": 30_000,
        "total_after": 29_700,
        "full_score": 10_000,
    }
    return Effect(**(usual | changes))


def _check(*obstacles: Obstacle, by_hand_only: bool = False) -> PairCheck:
    return PairCheck(
        score=7000,
        full_score=10_000,
        reasons=(),
        points={},
        obstacles=obstacles,
        by_hand_only=by_hand_only,
    )


@pytest.mark.parametrize(
    ("before", "after", "english", "bokmal"),
    [
        (KARI, LIV, "Amina would move from Kari to Liv", "Amina ville bytte fra Kari til Liv"),
        (None, LIV, "Amina would get Liv", "Amina ville få Liv"),
        (KARI, None, "Amina would be without a mentor", "Amina ville stå uten mentor"),
    ],
)
def test_a_move_tells_who_goes_where(before: Any, after: Any, english: str, bokmal: str) -> None:
    assert say_move(ENGLISH, Move(AMINA, before, after), NAMES) == english
    assert say_move(BOKMAL, Move(AMINA, before, after), NAMES) == bokmal


def test_somebody_whose_name_is_missing_is_somebody() -> None:
    assert say_move(ENGLISH, Move(AMINA, KARI, LIV), {AMINA: "Amina", KARI: ""}) == (
        "Amina would move from somebody to somebody"
    )


def test_of_many_moves_those_who_lose_their_mentor_are_told_and_the_rest_counted() -> None:
    moves = [Move(AMINA, KARI, LIV)] * 3 + [Move(YUSUF, LIV, None)]
    said = say_moves(ENGLISH, moves, NAMES)
    assert said.startswith("Yusuf would be without a mentor; Amina")
    assert said.endswith("; 1 more change")
    assert say_moves(BOKMAL, moves * 2, NAMES).endswith("; 5 endringer til")
    assert say_moves(ENGLISH, [], NAMES) == ""


@pytest.mark.parametrize(
    ("changes", "english", "bokmal"),
    [
        ({}, "It would cost 3 % in all.", "Det ville koste 3 % til sammen."),
        (
            {"total_after": 29_990},
            "It would cost less than 1 % in all.",
            "Det ville koste mindre enn 1 % til sammen.",
        ),
        ({"total_after": 30_000}, "It would cost nothing.", "Det ville ikke koste noe."),
        (
            {"total_after": 30_200},
            "It would bring 2 % more in all.",
            "Det ville gi 2 % mer til sammen.",
        ),
        ({"pairs_after": 4}, "It would make 1 pair fewer.", "Det ville gi 1 par færre."),
        ({"pairs_after": 3}, "It would make 2 pairs fewer.", "Det ville gi 2 par færre."),
        (
            {"pairs_after": 6, "total_after": 37_000},
            "It would make 1 pair more.",
            "Det ville gi 1 par mer.",
        ),
        (
            {"pairs_after": 7, "total_after": 37_000},
            "It would make 2 pairs more.",
            "Det ville gi 2 par flere.",
        ),
        (
            {"pairs_after": 6},
            "It would make 1 pair more, but cost 3 % in all.",
            "Det ville gi 1 par mer, men koste 3 % til sammen.",
        ),
        (
            {"worst_before": 5000, "worst_after": 4000},
            "The poorest pair would be 10 % poorer.",
            "Det dårligste paret ville bli 10 % dårligere.",
        ),
        (
            {"worst_before": 5000, "worst_after": 5100},
            "The poorest pair would be 1 % better.",
            "Det dårligste paret ville bli 1 % bedre.",
        ),
        ({"worst_before": 5000, "worst_after": 5000}, "It would cost 3 % in all.", None),
        ({"full_score": 0}, "It would cost less than 1 % in all.", None),
    ],
)
def test_an_effect_tells_pairs_first_and_else_the_score(
    changes: dict[str, Any], english: str, bokmal: str | None
) -> None:
    assert say_effect(ENGLISH, _effect(**changes), NAMES) == english
    if bokmal:
        assert say_effect(BOKMAL, _effect(**changes), NAMES) == bokmal


def test_an_effect_tells_what_moves_and_whether_it_is_proven() -> None:
    effect = _effect(moves=(Move(AMINA, KARI, LIV), Move(YUSUF, LIV, None)), certified=False)
    assert say_effect(ENGLISH, effect, NAMES) == (
        "It would cost 3 % in all: Yusuf would be without a mentor; "
        "Amina would move from Kari to Liv. This is not proven to be the best."
    )
    assert say_effect(BOKMAL, effect, NAMES).endswith("Det er ikke bevist at dette er best.")


@pytest.mark.parametrize(
    ("lost", "exact", "said"),
    [
        ((0, 300), True, "costs 3 %"),
        ((0, 300), False, "costs at least 3 %"),
        ((0, 30), False, "costs little or nothing"),
        ((0, 30), True, "costs less than 1 %"),
        ((0, -300), True, "brings 3 %"),
        ((0, 0), True, "costs nothing"),
        ((0, 0), False, "costs little or nothing"),
        ((1, 7000), True, "1 pair fewer"),
        ((2, 7000), False, "at least 2 pairs fewer"),
        ((-1, 0), True, "1 pair more"),
        ((-2, 0), True, "2 pairs more"),
    ],
)
def test_a_cost_is_short_enough_for_a_table(lost: tuple[int, int], exact: bool, said: str) -> None:
    assert say_cost(ENGLISH, *lost, 10_000, exact=exact) == said
    assert say_cost(BOKMAL, *lost, 10_000, exact=exact) != said


def test_the_poorest_pair_is_told_before_all_scores_together() -> None:
    assert say_cost(ENGLISH, 0, -300, 10_000, worst_lost=100) == "the poorest pair 1 % poorer"
    assert say_cost(ENGLISH, 0, 300, 10_000, worst_lost=-100) == "the poorest pair 1 % better"
    assert say_cost(BOKMAL, 0, 0, 10_000, worst_lost=100) == "det dårligste paret 1 % dårligere"
    assert say_cost(ENGLISH, 1, 300, 10_000, worst_lost=100) == "1 pair fewer"


def test_why_not_names_the_must_that_stands_between_them() -> None:
    check = _check(Obstacle.TOO_FAR, Obstacle.MENTOR_FULL)
    why_not = WhyNot(newcomer_id=AMINA, mentor_id=LIV, check=check)
    assert say_why_not(ENGLISH, why_not, NAMES) == (
        "They cannot be proposed: they live too far apart and the mentor has no room for more."
    )
    assert say_why_not(BOKMAL, why_not, NAMES).startswith("De kan ikke foreslås: ")


def test_why_not_tells_the_price_and_who_would_be_displaced_but_not_the_pair_asked_about() -> None:
    moves = (Move(AMINA, KARI, LIV), Move(YUSUF, LIV, None))
    why_not = WhyNot(
        newcomer_id=AMINA,
        mentor_id=LIV,
        check=_check(),
        effect=_effect(pairs_after=4, moves=moves),
    )
    assert say_why_not(ENGLISH, why_not, NAMES) == (
        "It would make 1 pair fewer: Yusuf would be without a mentor."
    )
    assert say_why_not(BOKMAL, why_not, NAMES) == (
        "Det ville gi 1 par færre: Yusuf ville stå uten mentor."
    )


def test_why_not_of_a_pair_that_is_proposed_says_so() -> None:
    why_not = WhyNot(newcomer_id=AMINA, mentor_id=LIV, check=_check(), present=True)
    assert say_why_not(ENGLISH, why_not, NAMES) == "They are proposed to each other."
    without = WhyNot(newcomer_id=AMINA, mentor_id=LIV, check=_check())
    assert say_why_not(ENGLISH, without, NAMES) == "Nothing stands between them."


def test_of_somebody_strictly_confidential_nothing_but_that_is_said() -> None:
    said = say_obstacles(ENGLISH, (Obstacle.NO_COMMON_LANGUAGE,), by_hand_only=True)
    assert said == "a strictly confidential address: paired by hand only"
    why_not = WhyNot(newcomer_id=AMINA, mentor_id=LIV, check=_check(by_hand_only=True))
    assert say_why_not(ENGLISH, why_not, NAMES).startswith("They cannot be proposed: a strictly")


def test_a_candidate_is_a_line_with_the_cost_the_obstacle_or_that_it_is_the_proposal() -> None:
    def line(**changes: Any) -> str:
        usual: dict[str, Any] = {
            "role_id": KARI,
            "score": 7800,
            "full_score": 10_000,
            "reasons": (),
            "points": {},
            "score_lost": 300,
        }
        return say_candidate(ENGLISH, Candidate(**(usual | changes)), "Kari")

    assert line() == "Kari, 78 %: costs 3 %"
    assert line(present=True) == "Kari, 78 %: the present proposal"
    assert line(obstacles=(Obstacle.TOO_FAR,)) == "Kari, 78 %: they live too far apart"
