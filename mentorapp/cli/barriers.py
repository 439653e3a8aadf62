"""``barriers``: what stands in the way of taking part."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import date
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.figures import share_json, share_line
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.barriers import Barrier, BarrierCheck
from mentorapp.domain.errors import NotFound
from mentorapp.operations import barriers, people
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words.barriers import say_barriers
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("barriers", help="what stands in the way of taking part")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    listing = steps.add_parser("list", parents=[shared], help="everybody asked, or one person's")
    listing.add_argument("person", metavar="PERSON", nargs="?")
    listing.set_defaults(command=_list)
    noting = steps.add_parser("note", parents=[shared], help="note what was ticked on a day")
    noting.add_argument("person", metavar="PERSON")
    noting.add_argument(
        "barriers",
        nargs="*",
        metavar="BARRIER",
        help=f"none is an answer too; {', '.join(Barrier)}",
    )
    noting.add_argument("--on", type=day, metavar="DATE", help="today")
    noting.set_defaults(command=_note)
    removing = steps.add_parser("remove", parents=[shared], help="delete a look")
    removing.add_argument("check", metavar="LOOK", help="as shown by list PERSON")
    removing.set_defaults(command=_remove)
    counting = steps.add_parser("figures", parents=[shared], help="how many have which barrier")
    counting.set_defaults(command=_figures)
    printing = steps.add_parser(
        "report", parents=[shared], help="the figures as PDF, small numbers hidden"
    )
    printing.add_argument("--out", type=Path, required=True, metavar="FILE")
    printing.set_defaults(command=_report)
    for step in (counting, printing):
        step.add_argument("--from", dest="first", type=day, default=date.min, metavar="DATE")
        step.add_argument("--to", dest="last", type=day, metavar="DATE", help="today")


def _list(session: Session, args: Namespace) -> None:
    words, _ = session.words, session.words.text
    if args.person:
        with session.reading() as tx:
            person = people.by_number(tx, args.person)
            checks = barriers.of_person(tx, person.id)
        session.tell(
            [_check(one) for one in checks],
            lambda: table(
                (_("Look"), _("Asked on"), _("Barriers")),
                [
                    (handle(one.id), words.date(one.checked_on), say_barriers(words, one.barriers))
                    for one in checks
                ],
            ),
        )
        return
    with session.reading() as tx:
        rows = barriers.rows(tx)
    session.tell(
        [
            {
                "number": row.number,
                "name": row.name,
                "checked_on": row.checked_on,
                "barriers": _codes(row.barriers),
                "childcare_at_home": row.childcare_at_home,
            }
            for row in rows
        ],
        lambda: table(
            (_("Number"), _("Name"), _("Asked on"), _("Barriers")),
            [
                (
                    row.number,
                    row.name,
                    words.date(row.checked_on),
                    say_barriers(words, row.barriers),
                )
                for row in rows
            ],
        ),
    )


def _note(session: Session, args: Namespace) -> None:
    ticked = frozenset(_barrier(text) for text in args.barriers)
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        check = BarrierCheck(
            person_id=person.id, checked_on=args.on or session.today, barriers=ticked
        )
        saved = barriers.save(tx, check, session.today)
    words = session.words
    session.tell(
        _check(saved),
        lambda: [
            words.text("Noted for %(name)s: %(what)s")
            % {"name": person.name, "what": say_barriers(words, saved.barriers)}
        ],
    )


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        found = by_handle(barriers.all_checks(tx), BarrierCheck, args.check)
        barriers.remove(tx, found.id)
    session.tell(
        {"look": handle(found.id)},
        lambda: [
            session.words.text("Deleted: %(what)s") % {"what": session.words.date(found.checked_on)}
        ],
    )


def _figures(session: Session, args: Namespace) -> None:
    last = args.last or session.today
    with session.counting() as tx:
        counted = barriers.figures(tx, args.first, last, session.today)
    words = session.words
    session.tell(
        {
            "asked": counted.asked,
            "counts": {one.value: share_json(share) for one, share in counted.counts.items()},
            "nothing": share_json(counted.nothing),
            "gone": {one.value: share_json(share) for one, share in counted.gone.items()},
            "childcare_not_asked": counted.childcare_not_asked,
        },
        lambda: [
            words.plural("%(n)d person was asked.", "%(n)d people were asked.", counted.asked),
            *(share_line(words, label(words, one), share) for one, share in counted.counts.items()),
            share_line(words, words.text("nothing stands in the way"), counted.nothing),
            words.plural(
                "Beside them %(n)d person was not asked whose household needs childcare.",
                "Beside them %(n)d people were not asked whose households need childcare.",
                counted.childcare_not_asked,
            ),
        ],
    )


def _report(session: Session, args: Namespace) -> None:
    last, today = args.last or session.today, session.today
    with session.counting() as tx:
        pdf = barriers.report_pdf(tx, args.first, last, today, session.words)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _barrier(text: str) -> Barrier:
    """Raises NotFound with what there is."""
    try:
        return Barrier(text)
    except ValueError:
        raise NotFound("barrier", text, tuple(Barrier)) from None


def _codes(ticked: frozenset[Barrier]) -> list[str]:
    return [one.value for one in Barrier if one in ticked]


def _check(check: BarrierCheck) -> dict[str, Any]:
    return {
        "look": handle(check.id),
        "checked_on": check.checked_on,
        "barriers": _codes(check.barriers),
    }
