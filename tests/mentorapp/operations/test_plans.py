from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.errors import InvalidField, NothingToPrint, StillInUse
from mentorapp.domain.follow_up import AttentionKind, Severity
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.office import Office
from mentorapp.domain.plans import PlanGoal, PlanGoalKind, PlanStep
from mentorapp.domain.statistics import Share
from mentorapp.operations import Database, Transaction, competence_papers, follow_up, people, plans
from mentorapp.reference.word_lists import WordLists
from mentorapp.storage import records
from tests.factories import TODAY, a_person
from tests.mentorapp.operations.registering import newcomer, register

SET = date(2026, 9, 1)


def a_plan(tx: Transaction, *due: int, name: str = "Sahra Guled") -> tuple[UUID, PlanGoal]:
    """Somebody with one goal, and a step for each day counted from today."""
    who = register(tx, newcomer(name))
    goal = PlanGoal(person_id=who, text=" Lærling ", kind=PlanGoalKind.REQUALIFICATION, set_on=SET)
    goal = plans.save_goal(tx, goal, TODAY)
    for days in due:
        step = PlanStep(goal_id=goal.id, text="Ring", due=TODAY + timedelta(days=days))
        plans.save_step(tx, step, TODAY)
    return who, goal


def test_a_plan_holds_goals_and_steps_in_the_order_they_are_due(database: Database) -> None:
    with database.write("Mona") as tx:
        who, goal = a_plan(tx, 20, 3)
        plan = plans.of_person(tx, who, TODAY)

        assert goal.text == "Lærling"
        assert [row.goal for row in plan.goals] == [goal]
        days = [((step.due or TODAY) - TODAY).days for step in plan.goals[0].steps]
        assert days == [3, 20]
        assert (plan.progress.steps, plan.progress.done) == (2, 0)
        assert plans.rows(tx, TODAY) == [plan]


def test_a_step_is_done_once_and_can_be_opened_again(database: Database) -> None:
    with database.write("Mona") as tx:
        who, _goal = a_plan(tx, 3)
        (step,) = plans.all_steps(tx)
        plans.done(tx, step.id, date(2026, 11, 1))
        assert plans.done(tx, step.id, TODAY).done_on == date(2026, 11, 1)
        assert plans.of_person(tx, who, TODAY).progress.done == 1
        plans.reopen(tx, step.id)
        assert plans.of_person(tx, who, TODAY).progress.done == 0


def test_how_far_a_goal_was_reached_is_dated_and_may_be_taken_back(database: Database) -> None:
    with database.write("Mona") as tx:
        _who, goal = a_plan(tx)
        judged = plans.attain(tx, goal.id, 3, TODAY)
        assert (judged.attainment, judged.attained_on, judged.closed_on) == (3, TODAY, None)
        assert plans.attain(tx, goal.id, 3, TODAY, close=True).closed_on == TODAY
        assert plans.attain(tx, goal.id, None, TODAY).attained_on is None
        with pytest.raises(InvalidField):
            plans.attain(tx, goal.id, 5, TODAY)
        assert plans.reopen_goal(tx, goal.id).closed_on is None
        assert plans.close(tx, goal.id, TODAY).closed_on == TODAY


def test_a_goal_with_steps_is_closed_and_not_deleted(database: Database) -> None:
    with database.write("Mona") as tx:
        who, goal = a_plan(tx, 3)
        with pytest.raises(StillInUse):
            plans.remove_goal(tx, goal.id)
        (step,) = plans.all_steps(tx)
        step = plans.remove_step(tx, step.id)
        goal = plans.remove_goal(tx, goal.id)
        assert plans.of_person(tx, who, TODAY).goals == ()
        plans.restore(tx, goal)
        plans.restore(tx, step)
        assert plans.of_person(tx, who, TODAY).progress.steps == 1


def test_late_steps_are_one_line_of_today_for_each_person(database: Database) -> None:
    with database.write("Mona") as tx:
        who, _goal = a_plan(tx, -2, -15, 0)
        a_plan(tx, 5, name="Ali Hassan")
        (line,) = [
            one for one in follow_up.today_list(tx, TODAY) if one.kind is AttentionKind.PLAN_STEP
        ]

        assert (line.subject_id, line.who, line.days) == (who, "Sahra Guled", 15)
        assert line.person_id == who
        assert (line.detail, line.severity) == ("2", Severity.YELLOW)


def test_of_somebody_who_withdrew_nothing_is_asked(database: Database) -> None:
    with database.write("Mona") as tx:
        who, _goal = a_plan(tx, -2)
        (role,) = records.find(tx, Newcomer, person_id=who)
        people.set_newcomer_status(tx, role.id, NewcomerStatus.WITHDRAWN, TODAY)

        assert list(plans.attention(tx, TODAY)) == []


def test_figures_tell_goals_of_the_period_and_their_denominators(database: Database) -> None:
    with database.write("Mona") as tx:
        _who, goal = a_plan(tx, -20, -3)
        other = a_plan(tx, name="Ali Hassan")[1]
        register(tx, newcomer("Ana Nopair"))
        first, second = sorted(plans.all_steps(tx), key=lambda step: step.due or TODAY)
        plans.done(tx, first.id, first.due or TODAY)
        plans.done(tx, second.id, TODAY)
        plans.attain(tx, goal.id, 2, TODAY, close=True)
        plans.close(tx, other.id, TODAY)

        found = plans.figures(tx, date(2026, 10, 1), date(2026, 12, 31), TODAY)
        assert (found.goals_set, found.goals_closed, found.not_judged) == (0, 2, 1)
        assert found.as_hoped == Share(1, 1)
        assert found.steps_in_time == Share(1, 2)
        assert found.with_plan == Share(0, 3)
        before = plans.figures(tx, date(2026, 7, 1), date(2026, 9, 30), TODAY)
        assert (before.goals_set, before.by_kind) == (2, {"requalification": 2})
        assert before.with_plan == Share(2, 3)


def test_only_a_plan_with_an_open_goal_is_printed(database: Database) -> None:
    with database.write("Mona") as tx:
        who, goal = a_plan(tx, 3)
        assert competence_papers.plan_pdf(tx, who, TODAY).startswith(b"%PDF")
        plans.close(tx, goal.id, TODAY)
        with pytest.raises(NothingToPrint):
            competence_papers.plan_pdf(tx, who, TODAY)


@pytest.mark.parametrize(
    ("wished", "office", "language"),
    [
        (LetterLanguage.EN, "nb", "en"),
        (LetterLanguage.NB, "en", "nb"),
        (LetterLanguage.NN, "en", "nn"),
        (LetterLanguage.AR, "nb", "nb"),
        (LetterLanguage.AR, "en", "en"),
        (LetterLanguage.TI, "da", "da"),
        (LetterLanguage.TI, "fi", "nb"),
    ],
)
def test_papers_are_in_the_persons_language_where_there_are_texts(
    wished: LetterLanguage, office: str, language: str
) -> None:
    person = replace(a_person(), letter_language=wished)

    words = competence_papers.words_for(person, Office(language=office), WordLists())

    assert words.language == language
