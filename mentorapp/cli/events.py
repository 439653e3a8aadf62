"""``events``: what the office holds, who is invited, who came."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from dataclasses import replace
from datetime import datetime
from typing import Any

from mentorapp.cli import event_guests, event_papers
from mentorapp.cli.arguments import day
from mentorapp.cli.event_told import event_json, guest_json, guest_line
from mentorapp.cli.figures import share_json, share_line
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.errors import NotFound
from mentorapp.domain.events import STAFF_KINDS, Event, EventKind
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.text import folded
from mentorapp.operations import Transaction, events, organisations
from mentorapp.operations.events import EventRow
from mentorapp.words.events import say_counts, say_when
from mentorapp.words.labels import label

Steps = "_SubParsersAction[ArgumentParser]"


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("events", help="events, guests and who came")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    listing = steps.add_parser("list", parents=[shared], help="all events, the newest first")
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--upcoming", action="store_true", help="today and later")
    which.add_argument("--past", action="store_true")
    listing.add_argument("--kind", choices=[kind.value for kind in EventKind])
    listing.add_argument("--staff", action="store_true", help="courses and talks of the services")
    listing.set_defaults(command=_list)

    for name, run, text in (
        ("show", _show, "one event with its guests"),
        ("cancel", _cancel, "it does not take place"),
        ("delete", _delete, "delete one typed by mistake"),
    ):
        step = steps.add_parser(name, parents=[shared], help=text)
        step.add_argument("event", metavar="EVENT", help="the event's number")
        if name == "cancel":
            step.add_argument("--undo", action="store_true", help="it takes place after all")
        step.set_defaults(command=run)

    adding = steps.add_parser("add", parents=[shared], help="register an event")
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--starts", type=moment, required=True, metavar="YYYY-MM-DDTHH:MM")
    adding.set_defaults(command=_add)
    changing = steps.add_parser("change", parents=[shared], help="change an event")
    changing.add_argument("event", metavar="EVENT")
    changing.add_argument("--name")
    changing.add_argument("--starts", type=moment, metavar="YYYY-MM-DDTHH:MM")
    changing.set_defaults(command=_change)
    for step in (adding, changing):
        step.add_argument("--ends", type=moment, metavar="YYYY-MM-DDTHH:MM")
        step.add_argument("--kind", choices=[kind.value for kind in EventKind])
        step.add_argument("--place")
        step.add_argument("--seats", type=int, metavar="N", help="0 is as many as come")
        step.add_argument("--organisation", metavar="NUMBER", help="who holds it")
        step.add_argument("--project", metavar="NAME", help="“-” for none")
        step.add_argument("--childcare", choices=("yes", "no"))
        step.add_argument("--description")

    event_guests.add_to(steps, shared)
    event_papers.add_to(steps, shared)

    counting = steps.add_parser("figures", parents=[shared], help="what a period comes to")
    counting.add_argument("--from", dest="first", type=day, metavar="DATE", help="of the quarter")
    counting.add_argument("--to", dest="last", type=day, metavar="DATE")
    counting.set_defaults(command=_figures)


def moment(text: str) -> datetime:
    """A day and a time as 2026-12-03T18:00."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None or len(text) <= len("2026-12-03"):
        raise ArgumentTypeError(f"not a day and time like 2026-12-03T18:00: {text!r}")
    return found


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        rows = events.rows(tx, session.today)
    if args.upcoming or args.past:
        rows = [row for row in rows if row.past is args.past]
    if args.kind:
        rows = [row for row in rows if row.event.kind.value == args.kind]
    if args.staff:
        rows = [row for row in rows if row.event.kind in STAFF_KINDS]
    words, _ = session.words, session.words.text

    def line(row: EventRow) -> tuple[object, ...]:
        told = row.counts
        return (
            row.event.number,
            say_when(words, row.event),
            row.event.name,
            label(words, row.event.kind),
            _("cancelled") if row.event.cancelled_on else row.event.place,
            told.invited,
            told.yes,
            told.present,
            "–" if told.free is None else told.free,
        )

    headings = (
        _("Number"), _("When"), _("Event"), _("Kind"), _("Place"), _("Invited"), _("Come"),
        _("Present"), _("Free seats"),
    )  # fmt: skip
    session.tell(
        [event_json(row.event, row.counts, row.project) for row in rows],
        lambda: table(headings, [line(row) for row in rows]),
    )


def _show(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        file = events.read(tx, events.by_number(tx, args.event).id)
    words, event = session.words, file.event
    session.tell(
        event_json(event, file.counts, file.project)
        | {
            "organisation": file.organisation or None,
            "guests": [guest_json(one) for one in file.guests],
        },
        lambda: [
            f"{event.number}  {event.name}: {say_when(words, event)}, {label(words, event.kind)}",
            *([event.place] if event.place else []),
            *say_counts(words, event, file.counts),
            *(guest_line(words, one) for one in file.guests),
        ],
    )


def _add(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        event = _told(tx, Event(name=args.name, starts_at=args.starts), args)
        saved = events.save(tx, event, session.today)
    _tell(session, saved)


def _change(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        event = events.by_number(tx, args.event)
        if args.name is not None:
            event = replace(event, name=args.name)
        if args.starts is not None:
            moved = args.starts - event.starts_at
            ends = event.ends_at + moved if event.ends_at else None
            event = replace(event, starts_at=args.starts, ends_at=ends)
        saved = events.save(tx, _told(tx, event, args), session.today)
    _tell(session, saved)


def _told(tx: Transaction, event: Event, args: Namespace) -> Event:
    """The event with what the options say; what they do not say stays."""
    changes: dict[str, Any] = {
        name: told
        for name, told in (
            ("ends_at", args.ends),
            ("place", args.place),
            ("description", args.description),
        )
        if told is not None
    }
    if args.kind is not None:
        changes["kind"] = EventKind(args.kind)
    if args.seats is not None:
        changes["seats"] = args.seats or None
    if args.childcare is not None:
        changes["childcare"] = args.childcare == "yes"
    if args.organisation is not None:
        changes["organisation_id"] = organisations.by_number(tx, args.organisation).id
    if args.project is not None:
        known = events.project_choices(tx)
        hits = [one for one, name in known if folded(name) == folded(args.project)]
        if not hits and args.project != "-":
            raise NotFound("project", args.project, tuple(name for _, name in known))
        changes["project_id"] = hits[0] if hits else None
    return replace(event, **changes)


def _cancel(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        event = events.by_number(tx, args.event)
        change = events.uncancel if args.undo else events.cancel
        saved = change(tx, event.id, session.today)
    _tell(session, saved)


def _delete(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        deleted = events.delete(tx, events.by_number(tx, args.event).id)
    words = session.words
    session.tell(
        {"event": deleted.event.number, "guests": len(deleted.invitations)},
        lambda: [words.text("Deleted: %(name)s") % {"name": deleted.event.name}],
    )


def _tell(session: Session, event: Event) -> None:
    words = session.words
    session.tell(
        event_json(event),
        lambda: [f"{event.number}  {event.name}: {say_when(words, event)}"],
    )


def _figures(session: Session, args: Namespace) -> None:
    quarter = Quarter.of(session.today)
    first, last = args.first or quarter.first, args.last or quarter.last
    with session.counting() as tx:
        found = events.figures(tx, first, last, session.today)
    words, _ = session.words, session.words.text
    session.tell(
        {
            "from": first,
            "to": last,
            "held": {kind.value: count for kind, count in found.held.items()},
            "invited": found.invited,
            "persons": found.persons,
            "visits": found.visits,
            "present_of_yes": share_json(found.present_of_yes),
            "not_noted": found.not_noted,
            "with_childcare": found.with_childcare,
            "courses": found.courses,
            "staff_courses": found.staff_courses,
            "staff_contacts": found.staff_contacts,
            "services": [
                {
                    "service": one.service,
                    "courses": one.courses,
                    "contacts": one.contacts,
                    "visits": one.visits,
                }
                for one in found.services
            ],
        },
        lambda: [
            *(f"{label(words, kind)}: {count}" for kind, count in found.held.items()),
            _("present at least once: %(persons)d, visits: %(visits)d")
            % {"persons": found.persons, "visits": found.visits},
            share_line(words, _("present of those who said yes"), found.present_of_yes),
            *(
                _("%(service)s: %(courses)d courses, %(contacts)d talks, %(visits)d visits")
                % {
                    "service": one.service,
                    "courses": one.courses,
                    "contacts": one.contacts,
                    "visits": one.visits,
                }
                for one in found.services
            ),
        ],
    )
