"""``goals``: what the office wants to reach, by when, who sees to it, and how far it is."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.domain.goals import Counted, GoalUnit, Measure, OfficeGoal
from mentorapp.operations import Transaction, goals, projects, schemes
from mentorapp.operations.goals import GoalRow
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words import Words
from mentorapp.words.goals import (
    say_counted,
    say_days_left,
    say_in_work,
    say_progress,
    say_target,
)
from mentorapp.words.labels import label

_TEXTS = ("title", "base_note", "stated", "owner", "result")
_VALUES = ("target", "base", "from_date", "to_date", "typed_result")


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command and its steps."""
    group = commands.add_parser("goals", help="goals of the office, and how far they are")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="every goal")
    listing.set_defaults(command=list_goals)
    adding = steps.add_parser("add", parents=[shared], help="set a goal")
    adding.add_argument("title", metavar="TITLE")
    _options(adding, new=True)
    adding.set_defaults(command=add)
    changing = steps.add_parser("change", parents=[shared], help="change it, or tell its result")
    changing.add_argument("handle", metavar="HANDLE")
    changing.add_argument("--title")
    _options(changing, new=False)
    changing.set_defaults(command=change)
    deleting = steps.add_parser("delete", parents=[shared], help="take a goal away")
    deleting.add_argument("handle", metavar="HANDLE")
    deleting.set_defaults(command=delete)


def _options(parser: ArgumentParser, *, new: bool) -> None:
    parser.add_argument("--measure", choices=[one.value for one in Measure])
    parser.add_argument("--unit", choices=[one.value for one in GoalUnit])
    parser.add_argument(
        "--target",
        type=int,
        required=new,
        metavar="N",
        help="a number; per mille with --unit share; 7 for one in 7 with --unit one_in",
    )
    parser.add_argument("--base", type=int, metavar="N", help="what a share is of")
    parser.add_argument("--base-note", metavar="TEXT", help="what the base is")
    parser.add_argument("--stated", metavar="TEXT", help="the goal in the plan's own words")
    parser.add_argument("--from", dest="from_date", type=day, required=new, metavar="DATE")
    parser.add_argument("--to", dest="to_date", type=day, required=new, metavar="DATE")
    parser.add_argument("--owner", metavar="TEXT", help="who sees to it")
    parser.add_argument("--scheme", metavar="NAME")
    parser.add_argument("--project", metavar="NAME")
    parser.add_argument("--typed", dest="typed_result", type=int, metavar="N")
    parser.add_argument("--result", metavar="TEXT", help="what came of it")


def _told(tx: Transaction, args: Namespace) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: value for name in (*_TEXTS, *_VALUES) if (value := getattr(args, name)) is not None
    }
    if args.measure:
        told["measure"] = Measure(args.measure)
    if args.unit:
        told["unit"] = GoalUnit(args.unit)
    if args.scheme:
        told["scheme_id"] = schemes.find(tx, args.scheme).id
    if args.project:
        told["project_id"] = projects.find(tx, args.project).id
    return told


def list_goals(session: Session, _args: Namespace) -> None:
    """Every goal with how far it is."""
    with session.counting() as tx:
        rows = goals.rows(tx, session.today)
    session.tell(
        [_json(session.words, row) for row in rows],
        lambda: [line for row in rows for line in _lines(session.words, row)],
    )


def add(session: Session, args: Namespace) -> None:
    """Set a goal."""
    with session.writing() as tx:
        kept = goals.save(tx, OfficeGoal(**_told(tx, args)))
        rows = goals.rows(tx, session.today)
    _tell(session, next(row for row in rows if row.id == kept.id))


def change(session: Session, args: Namespace) -> None:
    """Change what is told, leave the rest."""
    with session.writing() as tx:
        every = [row.goal for row in goals.rows(tx, session.today)]
        held = by_handle(every, OfficeGoal, args.handle)
        goals.save(tx, replace(held, **_told(tx, args)))
        rows = goals.rows(tx, session.today)
    _tell(session, next(row for row in rows if row.id == held.id))


def delete(session: Session, args: Namespace) -> None:
    """Take it away."""
    with session.writing() as tx:
        every = [row.goal for row in goals.rows(tx, session.today)]
        held = by_handle(every, OfficeGoal, args.handle)
        goals.delete(tx, held.id)
    session.tell(
        {"handle": handle(held.id), "title": held.title},
        lambda: [session.words.text("Deleted: %(what)s") % {"what": held.title}],
    )


def _tell(session: Session, row: GoalRow) -> None:
    session.tell(_json(session.words, row), lambda: _lines(session.words, row))


def _json(words: Words, row: GoalRow) -> dict[str, Any]:
    goal, counted = row.goal, row.counted
    return {
        "handle": handle(goal.id),
        "title": goal.title,
        "measure": goal.measure.value,
        "scheme": row.scheme.key if row.scheme else None,
        "project": row.project.name if row.project else None,
        "unit": goal.unit.value,
        "target": goal.target,
        "base": goal.base,
        "base_note": goal.base_note,
        "stated": goal.stated,
        "target_in_words": say_target(words, goal),
        "from": goal.from_date,
        "to": goal.to_date,
        "days_left": row.days_left,
        "owner": goal.owner,
        "counted": None if counted is None else _counted(counted),
        "definition": say_in_work(words, goal, row.office) or None,
        "counted_in_words": say_counted(words, goal, counted),
        "percent": row.progress.percent,
        "reached": row.progress.reached,
        "result": goal.result,
    }


def _counted(counted: Counted) -> dict[str, int | None]:
    told = {"part": counted.part, "base": counted.base}
    return told if counted.known is None else {**told, "known": counted.known}


def _lines(words: Words, row: GoalRow) -> list[str]:
    goal = row.goal
    where = [row.scheme.name(words.language)] if row.scheme else []
    where += [row.project.name] if row.project else []
    about = [label(words, goal.measure), *where, *([goal.owner] if goal.owner else [])]
    below = [
        words.text("Goal: %(goal)s; so far: %(counted)s – %(progress)s")
        % {
            "goal": say_target(words, goal),
            "counted": say_counted(words, goal, row.counted),
            "progress": say_progress(words, row.progress),
        },
        words.text("Deadline: %(date)s (%(days)s)")
        % {"date": words.date(goal.to_date), "days": say_days_left(words, row.days_left)},
    ]
    if definition := say_in_work(words, goal, row.office):
        below.append(definition)
    if goal.result:
        below.append(words.text("Result: %(text)s") % {"text": goal.result})
    head = f"{handle(goal.id)}  {goal.title} ({', '.join(about)})"
    return [head, *(f"        {line}" for line in below)]
