"""``plan``: a person's own goals and the steps towards them."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.plans import ATTAINMENT, PlanGoal, PlanGoalKind, PlanStep, StepOwner
from mentorapp.operations import competence_papers, people, plans
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import by_handle, handle
from mentorapp.operations.plans import GoalRow, Plan
from mentorapp.words.labels import label
from mentorapp.words.plans import say_attainment, say_owner, say_progress, say_step_state


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``plan list|show|add|step|done|attain|close|print``."""
    group = commands.add_parser("plan", help="a person's own goals and steps")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="everybody with a plan")
    listing.add_argument("--late", action="store_true", help="only with steps that are late")
    listing.set_defaults(command=list_plans)
    showing = steps.add_parser("show", parents=[shared], help="one person's plan")
    showing.set_defaults(command=show)
    adding = steps.add_parser("add", parents=[shared], help="set a goal")
    adding.set_defaults(command=add)
    printing = steps.add_parser("print", parents=[shared], help="the plan on paper")
    printing.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    printing.set_defaults(command=print_plan)
    for step in (showing, adding, printing):
        step.add_argument("person", metavar="PERSON", help="the person's number")
    adding.add_argument("text", metavar="TEXT")
    adding.add_argument(
        "--kind", type=PlanGoalKind, choices=list(PlanGoalKind), default=PlanGoalKind.WORK
    )
    adding.add_argument("--notes", default="")
    stepping = steps.add_parser("step", parents=[shared], help="add a step towards a goal")
    stepping.set_defaults(command=add_step)
    attaining = steps.add_parser("attain", parents=[shared], help="how far a goal was reached")
    attaining.set_defaults(command=attain)
    closing = steps.add_parser("close", parents=[shared], help="take a goal out of the plan")
    closing.set_defaults(command=close)
    for step in (stepping, attaining, closing):
        step.add_argument("goal", metavar="GOAL", help="its mark in the plan")
    stepping.add_argument("text", metavar="TEXT")
    stepping.add_argument(
        "--owner", type=StepOwner, choices=list(StepOwner), default=StepOwner.NEWCOMER
    )
    stepping.add_argument("--who", default="", metavar="NAME", help="who exactly")
    for step in (adding, stepping):
        step.add_argument("--due", type=day, metavar="DATE", help="by when")
    attaining.add_argument("attainment", type=int, choices=ATTAINMENT, help="2 is as hoped")
    attaining.add_argument("--close", action="store_true", help="and take it out of the plan")
    finishing = steps.add_parser("done", parents=[shared], help="a step was taken")
    finishing.add_argument("step", metavar="STEP", help="its mark in the plan")
    finishing.set_defaults(command=done)


def list_plans(session: Session, args: Namespace) -> None:
    """Everybody with a plan, and how far it is."""
    with session.reading() as tx:
        rows = [
            row for row in plans.rows(tx, session.today) if row.progress.overdue or not args.late
        ]
    words, _ = session.words, session.words.text
    session.tell(
        [_progress(session, row) for row in rows],
        lambda: table(
            (_("Number"), _("Name"), _("Plan")),
            [
                (row.number, row.name, say_progress(words, row.progress) or _("all goals closed"))
                for row in rows
            ],
        ),
    )


def show(session: Session, args: Namespace) -> None:
    """One person's goals with their steps."""
    with session.reading() as tx:
        plan = plans.of_person(tx, people.by_number(tx, args.person).id, session.today)
    words = session.words
    session.tell(
        _progress(session, plan) | {"goals": [_goal(session, row) for row in plan.goals]},
        lambda: [
            f"{plan.name} ({plan.number})",
            *(line for row in plan.goals for line in _lines(session, row)),
            *filter(None, [say_progress(words, plan.progress)]),
        ],
    )


def add(session: Session, args: Namespace) -> None:
    """Set a goal."""
    with session.writing() as tx:
        goal = plans.save_goal(
            tx,
            PlanGoal(
                person_id=people.by_number(tx, args.person).id,
                kind=args.kind,
                text=args.text,
                set_on=session.today,
                due=args.due,
                notes=args.notes,
            ),
            session.today,
        )
    _tell(session, GoalRow(goal=goal, steps=()))


def add_step(session: Session, args: Namespace) -> None:
    """Add a step."""
    with session.writing() as tx:
        goal = by_handle(plans.all_goals(tx), PlanGoal, args.goal)
        step = PlanStep(
            goal_id=goal.id, text=args.text, owner=args.owner, owner_name=args.who, due=args.due
        )
        plans.save_step(tx, step, session.today)
        plan = plans.of_person(tx, goal.person_id, session.today)
    _tell(session, *(row for row in plan.goals if row.id == goal.id))


def done(session: Session, args: Namespace) -> None:
    """A step was taken."""
    with session.writing() as tx:
        step = by_handle(plans.all_steps(tx), PlanStep, args.step)
        step = plans.done(tx, step.id, session.today)
    session.tell(
        _step(session, step),
        lambda: [session.words.text("Done: %(what)s") % {"what": step.text}],
    )


def attain(session: Session, args: Namespace) -> None:
    """How far a goal was reached."""
    with session.writing() as tx:
        goal = by_handle(plans.all_goals(tx), PlanGoal, args.goal)
        goal = plans.attain(tx, goal.id, args.attainment, session.today, close=args.close)
    _tell(session, GoalRow(goal=goal, steps=()))


def close(session: Session, args: Namespace) -> None:
    """Take a goal out of the plan."""
    with session.writing() as tx:
        goal = by_handle(plans.all_goals(tx), PlanGoal, args.goal)
        goal = plans.close(tx, goal.id, session.today)
    _tell(session, GoalRow(goal=goal, steps=()))


def print_plan(session: Session, args: Namespace) -> None:
    """The plan as PDF, in the person's language where there are texts in it."""
    with session.reading() as tx:
        person = people.by_number(tx, args.person)
        pdf = competence_papers.plan_pdf(tx, person.id, session.today)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _tell(session: Session, row: GoalRow) -> None:
    session.tell(_goal(session, row), lambda: _lines(session, row))


def _lines(session: Session, row: GoalRow) -> list[str]:
    words, goal = session.words, row.goal
    head = [handle(goal.id), f"{label(words, goal.kind)}: {goal.text}"]
    if goal.attainment is not None:
        head.append(say_attainment(words, goal.attainment))
    if goal.closed_on is not None:
        head.append(words.text("closed %(date)s") % {"date": words.date(goal.closed_on)})
    return [
        "  ".join(head),
        *(
            f"  {handle(step.id)}  {step.text} ({say_owner(words, step)}), "
            f"{words.date(step.due)}: {say_step_state(words, step, session.today)}"
            for step in row.steps
        ),
    ]


def _progress(session: Session, plan: Plan) -> dict[str, Any]:
    found = plan.progress
    return {
        "number": plan.number,
        "name": plan.name,
        "open_goals": found.goals,
        "closed_goals": found.closed_goals,
        "steps": found.steps,
        "done": found.done,
        "late": found.overdue,
        "late_days": found.days,
        "in_words": say_progress(session.words, found),
    }


def _goal(session: Session, row: GoalRow) -> dict[str, Any]:
    goal = row.goal
    return {
        "goal": handle(goal.id),
        "kind": goal.kind.value,
        "text": goal.text,
        "set_on": goal.set_on,
        "due": goal.due,
        "attainment": goal.attainment,
        "attained_on": goal.attained_on,
        "closed_on": goal.closed_on,
        "steps": [_step(session, step) for step in row.steps],
    }


def _step(session: Session, step: PlanStep) -> dict[str, Any]:
    return {
        "step": handle(step.id),
        "text": step.text,
        "owner": step.owner.value,
        "owner_name": step.owner_name,
        "due": step.due,
        "done_on": step.done_on,
        "in_words": say_step_state(session.words, step, session.today),
    }
