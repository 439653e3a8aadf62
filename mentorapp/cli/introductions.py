"""``introductions``: who was introduced to which activity, and what came of it."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.associations import AssociationFigures, Introduction
from mentorapp.operations import Transaction, associations, introductions, organisations, people
from mentorapp.operations.handles import handle
from mentorapp.operations.introductions import IntroductionRow
from mentorapp.words import Words
from mentorapp.words.labels import label

_Step = Callable[[Transaction, UUID, date, date], Introduction]
_STEPS: tuple[tuple[str, _Step, str], ...] = (
    ("visited", introductions.visited, "the person was there for the first time"),
    ("joined", introductions.joined, "the person became a member"),
    ("member", introductions.still_member, "somebody looked: the person is still a member"),
    ("left", introductions.left, "the person left, or nothing came of it"),
)


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command with its steps."""
    text = "who was introduced to which activity"
    listing = commands.add_parser("introductions", parents=[shared], help=text, description=text)
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--person", metavar="NUMBER", help="only this person's")
    which.add_argument("--activity", metavar="ACTIVITY", help="only to this one")
    listing.set_defaults(command=list_introductions)
    steps = listing.add_subparsers(title="steps", metavar="STEP")
    adding = steps.add_parser("add", parents=[shared], help="introduce somebody")
    adding.add_argument("person_number", metavar="PERSON")
    adding.add_argument("to", metavar="ACTIVITY", help="its handle or name")
    adding.add_argument("--date", type=day, help="the day; today")
    by = adding.add_mutually_exclusive_group()
    by.add_argument("--by", default="", help="who introduced the person, as a name")
    by.add_argument("--by-person", metavar="NUMBER", help="who did, by number")
    adding.add_argument("--notes", default="")
    adding.set_defaults(command=add)
    for name, step, help_text in _STEPS:
        taking = steps.add_parser(name, parents=[shared], help=help_text)
        taking.add_argument("introduction", metavar="INTRODUCTION", help="its handle")
        taking.add_argument("--date", type=day, help="the day; today")
        taking.set_defaults(command=_taker(step))
    deleting = steps.add_parser("delete", parents=[shared], help="delete an introduction")
    deleting.add_argument("introduction", metavar="INTRODUCTION", help="its handle")
    deleting.set_defaults(command=delete)
    counting = steps.add_parser("figures", parents=[shared], help="what came of introductions")
    counting.add_argument("--from", type=day, dest="first", help="first day; 1 January")
    counting.add_argument("--to", type=day, dest="last", help="last day; today")
    counting.set_defaults(command=figures)


def list_introductions(session: Session, args: Namespace) -> None:
    """All introductions, one person's, or those to an activity; the protected aside."""
    with session.reading() as tx:
        activity_id = associations.find(tx, args.activity).id if args.activity else None
        person_id = people.by_number(tx, args.person).id if args.person else None
        rows = [
            row
            for row in introductions.rows(tx, activity_id=activity_id)
            if person_id in (None, row.introduction.person_id)
        ]
    words, _ = session.words, session.words.text
    session.tell(
        [_json(row) for row in rows],
        lambda: table(
            (
                _("Handle"),
                _("Person"),
                _("Activity"),
                _("Association"),
                _("Introduced on"),
                _("Introduced by"),
                _("Status"),
            ),
            [
                (
                    handle(row.id),
                    row.person,
                    row.activity,
                    row.organisation,
                    words.date(row.introduction.introduced_on),
                    row.by,
                    label(words, row.introduction.step),
                )
                for row in rows
            ],
        ),
    )


def add(session: Session, args: Namespace) -> None:
    """Introduce somebody to an activity."""
    with session.writing() as tx:
        person = people.by_number(tx, args.person_number)
        by = people.by_number(tx, args.by_person) if args.by_person else None
        made = introductions.introduce(
            tx,
            Introduction(
                person_id=person.id,
                activity_id=associations.find(tx, args.to).id,
                introduced_on=args.date or session.today,
                introduced_by_id=by.id if by else None,
                introduced_by=args.by,
                notes=args.notes,
            ),
            session.today,
        )
        row = introductions.row(tx, made.id)
    _tell(session, row)


def delete(session: Session, args: Namespace) -> None:
    """Delete an introduction."""
    with session.writing() as tx:
        row = introductions.row(tx, introductions.find(tx, args.introduction).id)
        introductions.delete(tx, row.id)
    session.tell(
        {"handle": handle(row.id)},
        lambda: [session.words.text("The introduction was deleted.")],
    )


def figures(session: Session, args: Namespace) -> None:
    """What came of introductions in a period."""
    first = args.first or session.today.replace(month=1, day=1)
    with session.counting() as tx:
        found = associations.figures(tx, first, args.last or session.today, session.today)
        names = dict(organisations.choices(tx))
    words = session.words
    session.tell(
        {
            "from": first,
            "until": found.until,
            "introduced": found.introduced,
            "people": found.people,
            "visited": _share(found.visited.part, found.visited.base),
            "joined_people": found.joined,
            "left": found.left,
            "members_seen_within_a_year": _share(found.members.part, found.members.base),
            "associations": [
                {"name": names[key], "introduced": one[0], "joined": one[1], "members": one[2]}
                for key, one in found.by_association.items()
            ],
        },
        lambda: [
            words.text("From %(first)s to %(last)s")
            % {"first": words.date(first), "last": words.date(found.until)},
            *_figure_lines(words, found),
        ],
    )


def _taker(step: _Step) -> Callable[[Session, Namespace], None]:
    def take(session: Session, args: Namespace) -> None:
        with session.writing() as tx:
            found = introductions.find(tx, args.introduction)
            step(tx, found.id, args.date or session.today, session.today)
            row = introductions.row(tx, found.id)
        _tell(session, row)

    return take


def _tell(session: Session, row: IntroductionRow) -> None:
    session.tell(
        _json(row),
        lambda: [
            session.words.text("%(person)s, %(activity)s: %(step)s (%(handle)s).")
            % {
                "person": row.person,
                "activity": row.activity,
                "step": label(session.words, row.introduction.step),
                "handle": handle(row.id),
            }
        ],
    )


def _share(part: int, base: int) -> dict[str, int]:
    return {"part": part, "base": base}


def _figure_lines(words: Words, found: AssociationFigures) -> list[str]:
    _ = words.text
    return [
        _("Introductions: %(made)d, of %(people)d people")
        % {"made": found.introduced, "people": found.people},
        _("Have been there: %(part)d of %(base)d")
        % {"part": found.visited.part, "base": found.visited.base},
        _("People who became members: %(n)d") % {"n": found.joined},
        _("Memberships that ended: %(n)d") % {"n": found.left},
        _("Members, seen within a year: %(part)d of %(base)d")
        % {"part": found.members.part, "base": found.members.base},
    ]


def _json(row: IntroductionRow) -> dict[str, Any]:
    one = row.introduction
    return {
        "handle": handle(one.id),
        "person": {"number": row.person_number, "name": row.person},
        "activity": {"handle": handle(one.activity_id), "name": row.activity},
        "organisation": row.organisation,
        "introduced_on": one.introduced_on,
        "introduced_by": row.by,
        "first_visit_on": one.first_visit_on,
        "joined_on": one.joined_on,
        "member_on": one.member_on,
        "left_on": one.left_on,
        "step": one.step.value,
    }
