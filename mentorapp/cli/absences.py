"""``absences``: coordinators who are away, and who stands in."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.absences import Absence
from mentorapp.operations import Transaction, absences
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words.absences import say_days


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``absences list|add|change|end|remove``."""
    group = commands.add_parser("absences", help="coordinators who are away, and who stands in")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="all of them, the latest first")
    listing.set_defaults(command=_list)
    adding = steps.add_parser("add", parents=[shared], help="a coordinator is away")
    adding.add_argument("coordinator", metavar="COORDINATOR")
    adding.add_argument("stand_in", metavar="STAND-IN")
    adding.set_defaults(command=_add)
    changing = steps.add_parser("change", parents=[shared], help="other days or another stand-in")
    changing.add_argument("--stand-in", dest="stand_in", metavar="NAME")
    changing.set_defaults(command=_change)
    for step in (adding, changing):
        step.add_argument("--from", dest="from_date", type=day, metavar="DATE", help="today")
        step.add_argument("--to", dest="to_date", type=day, metavar="DATE", help="the last day")
    ending = steps.add_parser("end", parents=[shared], help="the coordinator is back today")
    ending.set_defaults(command=_end)
    removing = steps.add_parser("remove", parents=[shared], help="it was noted by mistake")
    removing.set_defaults(command=_remove)
    for step in (changing, ending, removing):
        step.add_argument("absence", metavar="ABSENCE", help="as shown by list")


def _list(session: Session, _args: Namespace) -> None:
    with session.counting() as tx:
        every = absences.all_absences(tx)
    words, _ = session.words, session.words.text
    session.tell(
        [_values(one) for one in every],
        lambda: table(
            (_("Absence"), _("Coordinator"), _("Stand-in"), _("Days")),
            [
                (
                    handle(one.id),
                    one.coordinator,
                    one.stand_in,
                    say_days(words, one.from_date, one.to_date),
                )
                for one in every
            ],
        ),
    )


def _add(session: Session, args: Namespace) -> None:
    absence = Absence(
        coordinator=args.coordinator,
        stand_in=args.stand_in,
        from_date=args.from_date or session.today,
        to_date=args.to_date,
    )
    with session.writing() as tx:
        noted = absences.save(tx, absence)
    _tell(session, noted, "%(stand_in)s stands in for %(name)s.")


def _change(session: Session, args: Namespace) -> None:
    told = {name: getattr(args, name) for name in ("stand_in", "from_date", "to_date")}
    given = {name: value for name, value in told.items() if value is not None}
    with session.writing() as tx:
        changed = absences.save(tx, replace(_found(tx, args), **given))
    _tell(session, changed, "%(stand_in)s stands in for %(name)s.")


def _end(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        ended = absences.end(tx, _found(tx, args).id, session.today)
    _tell(session, ended, "%(name)s is back.")


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        removed = absences.remove(tx, _found(tx, args).id)
    _tell(session, removed, "The absence was deleted.")


def _found(tx: Transaction, args: Namespace) -> Absence:
    return by_handle(absences.all_absences(tx), Absence, args.absence)


def _tell(session: Session, absence: Absence, said: str) -> None:
    names = {"stand_in": absence.stand_in, "name": absence.coordinator}
    session.tell(_values(absence), lambda: [session.words.text(said) % names])


def _values(absence: Absence) -> dict[str, Any]:
    return {
        "absence": handle(absence.id),
        "coordinator": absence.coordinator,
        "stand_in": absence.stand_in,
        "from": absence.from_date,
        "to": absence.to_date,
    }
