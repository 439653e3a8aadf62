"""``contacts``: who helps a newcomer with what, and who is responsible."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.figures import share_json, share_line
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.domain.protection import Purpose
from mentorapp.operations import Transaction, contact_overview, contact_points, pairings, people
from mentorapp.operations.contact_overview import ContactLine
from mentorapp.operations.contact_points import ContactRow
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words.contact_points import say_tasks
from mentorapp.words.labels import label

_TYPED = [role.value for role in ContactRole if role is not ContactRole.MENTOR]


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("contacts", help="who helps a newcomer with what")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    listing = steps.add_parser("list", parents=[shared], help="all newcomers, or one person's")
    listing.add_argument("person", metavar="PERSON", nargs="?")
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--double", action="store_true", help="two services do the same")
    which.add_argument("--none", action="store_true", help="nobody is known to help")
    which.add_argument("--no-coordinator", action="store_true", help="nobody is responsible")
    listing.set_defaults(command=_list)

    adding = steps.add_parser("add", parents=[shared], help="note who helps somebody")
    adding.add_argument("person", metavar="PERSON")
    adding.add_argument("--role", choices=_TYPED, required=True)
    changing = steps.add_parser("change", parents=[shared], help="change one")
    changing.add_argument("contact", metavar="CONTACT", help="as shown by list")
    changing.add_argument("--role", choices=_TYPED)
    for step in (adding, changing):
        for option in ("--name", "--service", "--phone", "--email"):
            step.add_argument(option)
        step.add_argument("--task", action="append", choices=[task.value for task in ContactTask])
        step.add_argument("--since", type=day, metavar="DATE")
        step.add_argument("--until", type=day, metavar="DATE")
        step.add_argument("--stand-in", dest="stand_in", metavar="NAME")
        step.add_argument("--stand-in-phone", dest="stand_in_phone", metavar="PHONE")
    adding.set_defaults(command=_add)
    changing.set_defaults(command=_change)

    ending = steps.add_parser("end", parents=[shared], help="helps no more; stays in the history")
    ending.add_argument("contact", metavar="CONTACT")
    ending.add_argument("--on", type=day, metavar="DATE", help="today")
    ending.set_defaults(command=_end)
    removing = steps.add_parser("remove", parents=[shared], help="delete one typed by mistake")
    removing.add_argument("contact", metavar="CONTACT")
    removing.set_defaults(command=_remove)

    handing = steps.add_parser(
        "hand-over", parents=[shared], help="who is responsible for a pairing, and who stands in"
    )
    handing.add_argument("pairing", metavar="PAIRING")
    handing.add_argument("--to", required=True, metavar="NAME")
    handing.add_argument("--stand-in", dest="stand_in", default="", metavar="NAME")
    handing.set_defaults(command=_hand_over)

    card = steps.add_parser("card", parents=[shared], help="“Who helps me with what” as PDF")
    card.add_argument("person", metavar="PERSON")
    card.add_argument("--out", type=Path, required=True, metavar="FILE")
    card.set_defaults(command=_card)
    counting = steps.add_parser("figures", parents=[shared], help="how many have somebody")
    counting.add_argument("--on", type=day, metavar="DATE", help="as things stood; today")
    counting.set_defaults(command=_figures)


def _list(session: Session, args: Namespace) -> None:
    if args.person:
        _list_person(session, args.person)
        return
    with session.reading() as tx:
        lines = contact_overview.lines(tx, session.today)
    if args.double:
        lines = [line for line in lines if line.doubles]
    if args.none:
        lines = [line for line in lines if not line.contacts]
    if args.no_coordinator:
        lines = [line for line in lines if not line.coordinator]
    words, _ = session.words, session.words.text
    session.tell(
        [_line(line) for line in lines],
        lambda: table(
            (
                _("Number"),
                _("Newcomer"),
                _("Coordinator"),
                _("Stand-in"),
                _("Contacts"),
                _("Done twice"),
            ),
            [
                (
                    line.number,
                    line.name,
                    line.coordinator,
                    line.stand_in,
                    line.contacts,
                    ", ".join(label(words, task) for task in line.doubles),
                )
                for line in lines
            ],
        ),
    )


def _list_person(session: Session, number: str) -> None:
    with session.reading() as tx:
        person = people.by_number(tx, number)
        rows = contact_points.of_person(tx, person.id, session.today, Purpose.LIST)
        doubles = contact_points.doubles_of(tx, person.id, session.today)
    words, _ = session.words, session.words.text
    tasks = [one.task for one in doubles]
    session.tell(
        {
            "person": person.number,
            "contacts": [_row(row) for row in rows],
            "done_twice": [task.value for task in tasks],
        },
        lambda: [
            *table(
                (
                    _("Contact"),
                    _("Role"),
                    _("Name"),
                    _("Service"),
                    _("Phone"),
                    _("Helps with"),
                    _("Since"),
                    _("Until"),
                    _("Stand-in"),
                ),
                [
                    (
                        _called(row),
                        label(words, row.contact.role),
                        row.contact.name,
                        row.contact.service,
                        row.contact.phone,
                        say_tasks(words, row.contact),
                        words.date(row.contact.since),
                        words.date(row.contact.until),
                        row.contact.stand_in,
                    )
                    for row in rows
                ],
            ),
            *(_("Two services do the same: %(what)s") % {"what": label(words, t)} for t in tasks),
        ],
    )


def _add(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        plain = ContactPoint(
            person_id=person.id, role=ContactRole(args.role), name="", since=session.today
        )
        row = _saved(tx, replace(plain, **_given(args)), session)
    _tell_one(session, row)


def _change(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = by_handle(contact_points.all_typed(tx), ContactPoint, args.contact)
        row = _saved(tx, replace(stored, **_given(args)), session)
    _tell_one(session, row)


def _saved(tx: Transaction, contact: ContactPoint, session: Session) -> ContactRow:
    """Stored, as a list may show it."""
    saved = contact_points.save(tx, contact, session.today)
    return _listed(tx, saved, session)


def _listed(tx: Transaction, contact: ContactPoint, session: Session) -> ContactRow:
    rows = contact_points.of_person(tx, contact.person_id, session.today, Purpose.LIST)
    return next(row for row in rows if row.contact.id == contact.id)


def _given(args: Namespace) -> dict[str, Any]:
    names = ("name", "service", "phone", "email", "since", "until", "stand_in", "stand_in_phone")
    given = {name: getattr(args, name) for name in names if getattr(args, name) is not None}
    if args.role is not None:
        given["role"] = ContactRole(args.role)
    if args.task is not None:
        given["tasks"] = frozenset(ContactTask(task) for task in args.task)
    return given


def _end(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = by_handle(contact_points.all_typed(tx), ContactPoint, args.contact)
        on = args.on or session.today
        row = _listed(tx, contact_points.end(tx, stored.id, on, session.today), session)
    _tell_one(session, row)


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = by_handle(contact_points.all_typed(tx), ContactPoint, args.contact)
        contact_points.remove(tx, stored.id)
    session.tell(
        {"contact": handle(stored.id)},
        lambda: [session.words.text("Deleted: %(what)s") % {"what": stored.name}],
    )


def _hand_over(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        pairing = pairings.by_number(tx, args.pairing)
        held = pairings.hand_over(tx, pairing.id, args.to, session.today, args.stand_in)
    _ = session.words.text
    session.tell(
        {
            "pairing": pairing.number,
            "coordinator": held.coordinator,
            "stand_in": held.stand_in,
            "since": held.from_date,
        },
        lambda: [
            _("%(name)s is responsible for pairing %(number)s since %(date)s.")
            % {
                "name": held.coordinator,
                "number": pairing.number,
                "date": session.words.date(held.from_date),
            },
            *([_("Stand-in: %(name)s") % {"name": held.stand_in}] if held.stand_in else []),
        ],
    )


def _card(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        pdf = contact_points.card_pdf(tx, people.by_number(tx, args.person).id, session.today)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _figures(session: Session, args: Namespace) -> None:
    on = args.on or session.today
    with session.counting() as tx:
        counted = contact_overview.figures(tx, on, on, session.today)
    words, _ = session.words, session.words.text
    session.tell(
        {
            "on": counted.on,
            "with_coordinator": share_json(counted.with_coordinator),
            "with_none": share_json(counted.with_none),
            "with_double": share_json(counted.with_double),
        },
        lambda: [
            share_line(words, _("somebody is responsible"), counted.with_coordinator),
            share_line(words, _("nobody is known to help"), counted.with_none),
            share_line(words, _("two services do the same"), counted.with_double),
        ],
    )


def _tell_one(session: Session, row: ContactRow) -> None:
    words, contact = session.words, row.contact
    session.tell(
        _row(row),
        lambda: [f"{handle(contact.id)}  {label(words, contact.role)}: {contact.name}"],
    )


def _called(row: ContactRow) -> str:
    return f"({row.pairing_number})" if row.derived else handle(row.contact.id)


def _row(row: ContactRow) -> dict[str, Any]:
    contact = row.contact
    return {
        "contact": None if row.derived else handle(contact.id),
        "pairing": row.pairing_number or None,
        "role": contact.role.value,
        "name": contact.name,
        "service": contact.service,
        "phone": contact.phone,
        "email": contact.email,
        "tasks": [task.value for task in ContactTask if task in contact.tasks],
        "since": contact.since,
        "until": contact.until,
        "stand_in": contact.stand_in,
        "stand_in_phone": contact.stand_in_phone,
    }


def _line(line: ContactLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "name": line.name,
        "status": line.status.value,
        "coordinator": line.coordinator,
        "stand_in": line.stand_in,
        "contacts": line.contacts,
        "done_twice": [task.value for task in line.doubles],
    }
