import pytest

from mentorapp.domain.pairing_runs import Goal
from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.domain.records import new_id
from mentorapp.words import Words
from mentorapp.words.explained_paper import causes, say_best_set, say_ruled_out, say_waits

ENGLISH, BOKMAL = Words("en"), Words("nb")


def _left(free: int = 0, **stopped: int) -> LeftOver:
    counts = {Obstacle(name): count for name, count in stopped.items()}
    return LeftOver(person_id=new_id(), role_id=new_id(), stopped=counts, free=free)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("words", [ENGLISH, BOKMAL])
def test_every_goal_says_why_the_set_is_the_best(goal: Goal, words: Words) -> None:
    proven = say_best_set(words, goal, locked=False, certified=True)
    assert len(proven) == 2
    assert proven[:1] == say_best_set(words, goal, locked=False, certified=False)
    fixed = say_best_set(words, goal, locked=True, certified=True)
    assert fixed[1:] == proven
    assert len({say_best_set(words, one, locked=False, certified=True) for one in Goal}) == 3


def test_the_proof_is_said_in_both_languages() -> None:
    assert say_best_set(ENGLISH, Goal.MOST, locked=False, certified=True)[1] == "This is proven."
    assert say_best_set(BOKMAL, Goal.MOST, locked=False, certified=True)[1] == "Dette er bevist."


def test_who_was_ruled_out_is_counted_the_most_first() -> None:
    left_over = _left(too_far=1, no_common_language=12)
    assert say_ruled_out(ENGLISH, left_over) == (
        "12 mentors: they have no language in common",
        "1 mentor: they live too far apart",
    )
    assert say_ruled_out(BOKMAL, left_over)[1] == "1 mentor: de bor for langt fra hverandre"


@pytest.mark.parametrize(
    ("left_over", "days", "english", "bokmal"),
    [
        (
            _left(too_far=3),
            1,
            "Has waited 1 day. No mentor of this scheme can be proposed as things are.",
            "Har ventet 1 dag. Ingen mentor i denne ordningen kan foreslås slik det er nå.",
        ),
        (
            _left(free=1),
            2,
            "Has waited 2 days. 1 mentor could be proposed but helps more elsewhere.",
            "Har ventet 2 dager. 1 mentor kunne foreslås, men hjelper mer et annet sted.",
        ),
        (
            _left(free=2, too_far=3),
            2,
            "Has waited 2 days. 2 mentors could be proposed but help more elsewhere.",
            "Har ventet 2 dager. 2 mentorer kunne foreslås, men hjelper mer et annet sted.",
        ),
        (
            _left(),
            0,
            "Has waited 0 days. There is no mentor in this run.",
            "Har ventet 0 dager. Det er ingen mentor å velge mellom.",
        ),
        (
            _left(by_hand_only=7),
            90,
            "A strictly confidential address: paired by hand only.",
            "En strengt fortrolig adresse: kobles bare for hånd.",
        ),
    ],
)
def test_how_somebody_stands_who_has_nobody(
    left_over: LeftOver, days: int, english: str, bokmal: str
) -> None:
    assert say_waits(ENGLISH, left_over, days) == english
    assert say_waits(BOKMAL, left_over, days) == bokmal


def test_causes_have_the_free_ones_among_them() -> None:
    left_over = _left(free=3, too_far=2, mentor_full=5)
    assert causes(ENGLISH, left_over) == (
        ("the mentor has no room for more", 5),
        ("possible, but paired with others", 3),
        ("they live too far apart", 2),
    )
    assert causes(BOKMAL, left_over)[1] == ("mulige, men koblet med andre", 3)


def test_of_the_strictly_confidential_nothing_is_counted() -> None:
    assert causes(ENGLISH, _left(by_hand_only=9)) == ()
    assert say_ruled_out(ENGLISH, _left(by_hand_only=9)) == ()
