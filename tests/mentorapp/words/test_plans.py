from datetime import timedelta

import pytest

from mentorapp.domain.plans import ATTAINMENT, StepOwner, progress
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.plans import say_attainment, say_owner, say_progress, say_step_state
from tests.factories import TODAY
from tests.mentorapp.domain.test_plans import a_goal, a_step


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_the_scale_has_its_number_and_words(language: str) -> None:
    words = Words(language)
    said = [say_attainment(words, step) for step in ATTAINMENT]

    assert [text[0] for text in said] == ["0", "1", "2", "3", "4"]
    assert len({text[4:] for text in said}) == 5
    assert say_attainment(words, None) not in said


def test_the_follow_up_hears_how_far_a_plan_is_what_is_next_and_by_when() -> None:
    goal, words = a_goal(), Words("en")
    steps = [
        a_step(goal, done_on=TODAY),
        a_step(goal, 10, text="Ask for the course", owner=StepOwner.MENTOR, owner_name="Kari"),
    ]

    assert say_progress(words, progress([goal], steps, TODAY)) == (
        "Plan: 1 of 2 steps done, next: Ask for the course (the mentor (Kari)), by 3 Dec 2026"
    )
    without_day = [a_step(goal, text="Rest")]
    assert say_progress(words, progress([goal], without_day, TODAY)) == (
        "Plan: 0 of 1 steps done, next: Rest (the newcomer)"
    )
    assert say_progress(words, progress([goal], [], TODAY)) == "Plan: 1 goal, no steps yet"
    assert say_progress(words, progress([goal], steps[:1], TODAY)) == "Plan: 1 of 1 steps done"
    assert say_progress(words, progress([], [], TODAY)) == ""


def test_a_step_is_open_late_or_done() -> None:
    goal, words = a_goal(), Words("en")

    assert say_step_state(words, a_step(goal, 1), TODAY) == "open"
    assert say_step_state(words, a_step(goal, -1), TODAY) == "late since 22 Nov 2026"
    done = a_step(goal, -1, done_on=TODAY - timedelta(days=3))
    assert say_step_state(words, done, TODAY) == "done 20 Nov 2026"


def test_somebody_else_is_called_by_name_alone() -> None:
    step = a_step(a_goal(), owner=StepOwner.OTHER, owner_name="Lånekassen")

    assert say_owner(Words("nb"), step) == "Lånekassen"
