"""``activities``: what associations offer, and what fits somebody nearby."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.associations import Activity
from mentorapp.domain.word_lists import WordList
from mentorapp.operations import (
    Transaction,
    associations,
    nearby,
    organisations,
    people,
    word_lists,
)
from mentorapp.operations.associations import ActivityRow
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import handle
from mentorapp.operations.nearby import Suggestion
from mentorapp.words import Words
from mentorapp.words.waiting_lists import say_interests

_TEXTS = ("place", "postal_code", "time", "price", "contact", "contact_phone", "notes")


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command with its steps."""
    text = "what associations offer"
    listing = commands.add_parser("activities", parents=[shared], help=text, description=text)
    listing.add_argument("--interest", metavar="INTEREST", help="only what has to do with it")
    listing.add_argument("--beginners", action="store_true", help="only what welcomes beginners")
    listing.add_argument("--open", action="store_true", help="only what takes new people")
    listing.set_defaults(command=list_activities)
    steps = listing.add_subparsers(title="steps", metavar="STEP")
    adding = steps.add_parser("add", parents=[shared], help="add an activity")
    adding.add_argument("organisation", metavar="ORGANISATION", help="the association's number")
    adding.add_argument("name", metavar="NAME")
    adding.set_defaults(command=add)
    changing = steps.add_parser("change", parents=[shared], help="change an activity")
    changing.add_argument("activity", metavar="ACTIVITY", help="its handle or name")
    changing.add_argument("--name")
    changing.set_defaults(command=change)
    for step in (adding, changing):
        step.add_argument("--interests", nargs="*", metavar="INTEREST")
        for name in _TEXTS:
            step.add_argument(f"--{name.replace('_', '-')}")
        step.add_argument("--beginners", action=BooleanOptionalAction, dest="welcomes_beginners")
        step.add_argument("--open", action=BooleanOptionalAction, dest="takes")
    deleting = steps.add_parser("delete", parents=[shared], help="delete an activity")
    deleting.add_argument("activity", metavar="ACTIVITY", help="its handle or name")
    deleting.set_defaults(command=delete)
    fitting = steps.add_parser("nearby", parents=[shared], help="what fits somebody nearby")
    fitting.add_argument("person", metavar="PERSON", help="the person's number")
    fitting.add_argument("--out", type=Path, metavar="FILE", help="a leaflet for the person")
    fitting.set_defaults(command=fits)


def list_activities(session: Session, args: Namespace) -> None:
    """All activities, or those of a kind."""
    with session.reading() as tx:
        rows = associations.rows(tx)
        wanted = word_lists.keys_of(tx, WordList.INTERESTS, filter(None, [args.interest]))
    rows = [
        row
        for row in rows
        if wanted <= row.activity.interests
        and (row.activity.welcomes_beginners or not args.beginners)
        and (row.activity.open or not args.open)
    ]
    words, _ = session.words, session.words.text
    session.tell(
        [_json(row) for row in rows],
        lambda: table(
            (
                _("Handle"),
                _("Activity"),
                _("Association"),
                _("Time"),
                _("Place"),
                _("Beginners"),
                _("Takes new people"),
                _("Introduced"),
                _("Members"),
            ),
            [
                (
                    handle(row.id),
                    row.activity.name,
                    row.organisation,
                    row.activity.time,
                    row.place,
                    _yes(words, row.activity.welcomes_beginners),
                    _yes(words, row.activity.open),
                    row.introduced,
                    row.members,
                )
                for row in rows
            ],
        ),
    )


def add(session: Session, args: Namespace) -> None:
    """Add an activity of an association."""
    with session.writing() as tx:
        organisation = organisations.by_number(tx, args.organisation)
        fresh = Activity(
            organisation_id=organisation.id, name=args.name, country=organisation.country
        )
        saved = associations.save(tx, replace(fresh, **_given(tx, args)))
        row = associations.row(tx, saved.id)
    _tell_saved(session, row)


def change(session: Session, args: Namespace) -> None:
    """Change what is given of an activity."""
    with session.writing() as tx:
        found = associations.find(tx, args.activity)
        named = {"name": args.name} if args.name is not None else {}
        saved = associations.save(tx, replace(found, **named, **_given(tx, args)))
        row = associations.row(tx, saved.id)
    _tell_saved(session, row)


def delete(session: Session, args: Namespace) -> None:
    """Delete an activity that nobody was introduced to."""
    with session.writing() as tx:
        held = associations.delete(tx, associations.find(tx, args.activity).id)
    session.tell(
        {"handle": handle(held.id), "name": held.name},
        lambda: [session.words.text("%(name)s was deleted.") % {"name": held.name}],
    )


def fits(session: Session, args: Namespace) -> None:
    """What fits somebody nearby, the best first, and the leaflet about it."""
    with session.reading() as tx:
        person = people.by_number(tx, args.person)
        found = nearby.nearby(tx, person.id)
        leaflet = nearby.leaflet(tx, person.id) if args.out else b""
    if args.out:
        write_whole(args.out, leaflet, make_folder=True)
    words, _ = session.words, session.words.text
    session.tell(
        {
            "person": person.number,
            "activities": [_suggestion(one) for one in found],
            "file": args.out,
        },
        lambda: [
            *table(
                (
                    _("Handle"),
                    _("Activity"),
                    _("Association"),
                    _("Time"),
                    _("Place"),
                    _("Shared interests"),
                    _("Distance"),
                ),
                [
                    (
                        handle(one.id),
                        one.activity.name,
                        one.organisation,
                        one.activity.time,
                        one.place,
                        say_interests(words, one.shared),
                        "" if one.km is None else _("%(km)d km") % {"km": one.km},
                    )
                    for one in found
                ],
            ),
            *([_("Written: %(file)s") % {"file": args.out}] if args.out else []),
        ],
    )


def _given(tx: Transaction, args: Namespace) -> dict[str, Any]:
    """The fields that were given after options, by their names in the record."""
    told: dict[str, Any] = {name: getattr(args, name) for name in _TEXTS}
    told["welcomes_beginners"], told["open"] = args.welcomes_beginners, args.takes
    if args.interests is not None:
        told["interests"] = word_lists.keys_of(tx, WordList.INTERESTS, args.interests)
    return {name: value for name, value in told.items() if value is not None}


def _tell_saved(session: Session, row: ActivityRow) -> None:
    session.tell(
        _json(row),
        lambda: [
            session.words.text("Saved: %(name)s, %(organisation)s (%(handle)s).")
            % {
                "name": row.activity.name,
                "organisation": row.organisation,
                "handle": handle(row.id),
            }
        ],
    )


def _yes(words: Words, it: bool) -> str:
    return words.text("yes") if it else words.text("no")


def _json(row: ActivityRow) -> dict[str, Any]:
    one = row.activity
    return {
        "handle": handle(one.id),
        "name": one.name,
        "organisation": row.organisation,
        "interests": sorted(one.interests),
        "place": row.place,
        "postal_code": one.postal_code,
        "time": one.time,
        "price": one.price,
        "welcomes_beginners": one.welcomes_beginners,
        "open": one.open,
        "contact": one.contact,
        "contact_phone": one.contact_phone,
        "introduced": row.introduced,
        "members": row.members,
    }


def _suggestion(one: Suggestion) -> dict[str, Any]:
    return {
        "handle": handle(one.id),
        "name": one.activity.name,
        "organisation": one.organisation,
        "place": one.place,
        "time": one.activity.time,
        "price": one.activity.price,
        "welcomes_beginners": one.activity.welcomes_beginners,
        "shared_interests": list(one.shared),
        "km": one.km,
        "points": one.points,
    }
