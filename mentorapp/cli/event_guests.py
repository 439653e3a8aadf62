"""``events invite``, ``answer``, ``attendance`` and ``uninvite``."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from uuid import UUID

from mentorapp.cli.arguments import day
from mentorapp.cli.event_told import guest_json, guest_line
from mentorapp.cli.session import Session
from mentorapp.domain.errors import InvalidField, NotFound, Problem
from mentorapp.domain.event_filters import EventFilter, GuestPair, GuestRole
from mentorapp.domain.events import Answer, Attendance, Event, Invitation
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.word_lists import WordList
from mentorapp.operations import (
    Transaction,
    events,
    guests,
    invitations,
    people,
    schemes,
    word_lists,
)
from mentorapp.operations.handles import by_handle
from mentorapp.reference.languages import find_language
from mentorapp.words.events import say_counts, say_preview


def add_to(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The steps that are about guests."""
    inviting = steps.add_parser(
        "invite", parents=[shared], help="by filter, one by one, or a guest of a service"
    )
    inviting.add_argument("event", metavar="EVENT")
    inviting.add_argument("--dry-run", action="store_true", help="count, invite nobody")
    inviting.add_argument("--everybody", action="store_true", help="all mentors and newcomers")
    for option, choices in (
        ("--role", [one.value for one in GuestRole]),
        ("--gender", [one.value for one in Gender]),
        ("--age", [one.value for one in AgeBand]),
    ):
        inviting.add_argument(option, action="append", default=[], choices=choices)
    for option in ("--scheme", "--speaks", "--interest"):
        inviting.add_argument(option, action="append", default=[], metavar="NAME")
    inviting.add_argument("--municipality", default="", metavar="NAME")
    inviting.add_argument("--district", default="", metavar="NAME")
    inviting.add_argument("--pair", choices=[one.value for one in GuestPair])
    inviting.add_argument("--childcare", action="store_true", help="who needs childcare")
    inviting.add_argument("--untrained", action="store_true", help="mentors without training")
    inviting.add_argument("--former", action="store_true", help="also newcomers who have completed")
    inviting.add_argument("--person", action="append", default=[], metavar="NUMBER")
    inviting.add_argument("--guest", metavar="NAME", help="somebody who is not registered")
    inviting.add_argument("--service", default="", metavar="NAME", help="the guest's, such as NAV")
    inviting.set_defaults(command=_invite, usage_error=inviting.error)

    answering = steps.add_parser("answer", parents=[shared], help="what a guest answered")
    answering.add_argument("event", metavar="EVENT")
    answering.add_argument("guest", metavar="GUEST", help="a person's number, or as shown by show")
    answering.add_argument("answer", choices=[one.value for one in Answer])
    answering.add_argument("--on", type=day, metavar="DATE", help="today")
    answering.set_defaults(command=_answer)

    noting = steps.add_parser("attendance", parents=[shared], help="who was there")
    noting.add_argument("event", metavar="EVENT")
    noting.add_argument("guest", metavar="GUEST", nargs="?")
    noting.add_argument("attendance", choices=[one.value for one in Attendance], nargs="?")
    noting.add_argument("--all-yes", action="store_true", help="all who said yes were present")
    noting.set_defaults(command=_attendance, usage_error=noting.error)

    leaving = steps.add_parser("uninvite", parents=[shared], help="take a guest off the list")
    leaving.add_argument("event", metavar="EVENT")
    leaving.add_argument("guest", metavar="GUEST")
    leaving.set_defaults(command=_uninvite)


def _invite(session: Session, args: Namespace) -> None:
    with session.reading(announce=False) as tx:
        wanted = _filter(tx, args)
    if not (args.everybody or args.person or args.guest) and wanted.is_empty:
        args.usage_error("nobody is named: give a filter, --person, --guest or --everybody")
    by_filter = args.everybody or not wanted.is_empty
    if args.dry_run:
        _preview(session, args, wanted)
        return
    made: list[Invitation] = []
    with session.writing() as tx:
        event = events.by_number(tx, args.event)
        for number in args.person:
            person = people.by_number(tx, number)
            made.append(invitations.invite_person(tx, event.id, person.id, session.today))
        if args.guest:
            made.append(
                invitations.invite_guest(tx, event.id, args.guest, args.service, session.today)
            )
        if by_filter:
            made += invitations.invite(tx, event.id, wanted, session.today)
    _tell_guests(session, event, {one.id for one in made})


def _preview(session: Session, args: Namespace, wanted: EventFilter) -> None:
    with session.reading() as tx:
        event = events.by_number(tx, args.event)
        found = guests.preview(tx, event.id, wanted, session.today)
    session.tell(
        {
            "event": event.number,
            "would_be_invited": [{"person": one.number, "name": one.name} for one in found.people],
            "already": found.already,
            "place_unknown": found.place_unknown,
        },
        lambda: [
            say_preview(session.words, len(found.people), found.already, found.place_unknown),
            *(f"  {one.number}  {one.name}" for one in found.people),
        ],
    )


def _filter(tx: Transaction, args: Namespace) -> EventFilter:
    return EventFilter(
        roles=frozenset(map(GuestRole, args.role)),
        schemes=frozenset(schemes.find(tx, text).key for text in args.scheme),
        languages=frozenset(map(_language, args.speaks)),
        interests=word_lists.keys_of(tx, WordList.INTERESTS, args.interest),
        genders=frozenset(map(Gender, args.gender)),
        age_bands=frozenset(map(AgeBand, args.age)),
        municipality=args.municipality,
        district=args.district,
        pair=GuestPair(args.pair) if args.pair else None,
        childcare=args.childcare,
        untrained=args.untrained,
        former=args.former,
    )


def _language(text: str) -> str:
    code = find_language(text)
    if code is None:
        raise InvalidField("languages", Problem.UNKNOWN_VALUE, text)
    return code


def _answer(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        event, guest = _guest(tx, args)
        invitations.answer(tx, guest.id, Answer(args.answer), session.today, args.on)
    _tell_guests(session, event, {guest.id})


def _attendance(session: Session, args: Namespace) -> None:
    if args.all_yes == bool(args.guest) or bool(args.guest) != bool(args.attendance):
        args.usage_error("give a guest and an attendance, or --all-yes alone")
    with session.writing() as tx:
        if args.all_yes:
            event = events.by_number(tx, args.event)
            noted = {one.id for one in invitations.note_yes_present(tx, event.id, session.today)}
        else:
            event, guest = _guest(tx, args)
            invitations.note(tx, guest.id, Attendance(args.attendance), session.today)
            noted = {guest.id}
    _tell_guests(session, event, noted)


def _uninvite(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        event, guest = _guest(tx, args)
        invitations.withdraw(tx, guest.id)
    _tell_guests(session, event, set())


def _guest(tx: Transaction, args: Namespace) -> tuple[Event, Invitation]:
    """By the person's number; else by the handle, for guests of services."""
    event = events.by_number(tx, args.event)
    guests_there = events.read(tx, event.id).guests
    for one in guests_there:
        if one.number and str(one.number) == args.guest:
            return event, one.invitation
    try:
        return event, by_handle([one.invitation for one in guests_there], Invitation, args.guest)
    except NotFound:
        if args.guest.isdigit():
            people.by_number(tx, args.guest)  # tells what is wrong with a mistyped number
        raise


def _tell_guests(session: Session, event: Event, which: set[UUID]) -> None:
    """The guests something was done about, and how the event stands now."""
    with session.reading(announce=False) as tx:
        file = events.read(tx, event.id)
    told = [one for one in file.guests if one.id in which]
    words = session.words
    session.tell(
        {
            "event": event.number,
            "counts": {name: getattr(file.counts, name) for name in file.counts.__slots__},
            "guests": [guest_json(one) for one in told],
        },
        lambda: [
            *(guest_line(words, one) for one in told),
            *say_counts(words, file.event, file.counts),
        ],
    )
