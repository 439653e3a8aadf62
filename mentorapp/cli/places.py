"""``places``: what organisations offer, what is taken and free, and how far the goal is."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.capacity import OfferedPlaces, Places, PlacesGoal, PlacesSum, sum_of
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.placements import PlacementKind
from mentorapp.operations import Transaction, capacity, organisations
from mentorapp.operations.capacity import OfferRow, PlacesRow
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.placements import say_free, say_goal, say_places


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``places`` and its steps."""
    steps = commands.add_parser("places", help="places that organisations offer").add_subparsers(
        title="steps", required=True, metavar="STEP"
    )
    free = steps.add_parser("free", parents=[shared], help="offered, taken and free on a day")
    free.add_argument("--date", type=day, metavar="DATE", help="today")
    free.add_argument("--kind", choices=[kind.value for kind in PlacementKind])
    free.add_argument("--sector", choices=[kind.value for kind in OrganisationKind])
    free.add_argument("--organisation", metavar="NUMBER", help="with its years")
    free.set_defaults(command=show_free)
    listing = steps.add_parser("list", parents=[shared], help="the offers as they were made")
    listing.set_defaults(command=list_offers)
    adding = steps.add_parser("add", parents=[shared], help="an organisation offers places")
    adding.add_argument("organisation", metavar="ORGANISATION")
    adding.add_argument("places", type=int, metavar="PLACES")
    adding.add_argument(
        "--kind", choices=[kind.value for kind in PlacementKind], default=PlacementKind.WORK.value
    )
    adding.add_argument("--from", dest="first", type=day, metavar="DATE", help="today")
    adding.add_argument("--to", dest="last", type=day, metavar="DATE", help="until further notice")
    adding.add_argument("--notes", default="")
    adding.set_defaults(command=add)
    changing = steps.add_parser("change", parents=[shared], help="an offer was written down wrong")
    changing.add_argument("offer", metavar="OFFER")
    changing.add_argument("--places", type=int, metavar="PLACES")
    changing.add_argument("--kind", type=PlacementKind, choices=list(PlacementKind))
    changing.add_argument("--from", dest="from_date", type=day, metavar="DATE")
    changing.add_argument("--to", dest="to_date", type=day, metavar="DATE")
    changing.add_argument("--open", action="store_true", help="until further notice after all")
    changing.add_argument("--notes")
    changing.set_defaults(command=change)
    ending = steps.add_parser("end", parents=[shared], help="an offer has a last day")
    ending.add_argument("offer", metavar="OFFER")
    ending.add_argument("--date", type=day, metavar="DATE", help="today")
    ending.set_defaults(command=end)
    deleting = steps.add_parser("delete", parents=[shared], help="an offer was a mistake")
    deleting.add_argument("offer", metavar="OFFER")
    deleting.set_defaults(command=delete)


def show_free(session: Session, args: Namespace) -> None:
    """Places by organisation and kind, all together, and the office's goals."""
    with session.reading() if args.organisation else session.counting() as tx:
        rows = capacity.rows(tx, args.date or session.today)
        goals = capacity.goals(tx, session.today)
        chosen = organisations.by_number(tx, args.organisation) if args.organisation else None
        years = capacity.of_organisation(tx, chosen.id, session.today).years if chosen else ()
    rows = [
        row
        for row in rows
        if args.kind in (None, row.places.kind.value)
        and args.sector in (None, row.sector.value)
        and (chosen is None or row.places.organisation_id == chosen.id)
    ]
    total = sum_of(row.places for row in rows)
    words = session.words
    session.tell(
        {
            "places": [_row_json(row) for row in rows],
            "total": _count_json(total),
            "goals": [_goal_json(words, one) for one in goals],
            "years": [
                {
                    "year": one.year,
                    "offered": one.offered,
                    "taken": one.taken,
                    "started": one.started,
                }
                for one in years
            ],
        },
        lambda: [
            *_free_table(words, rows),
            say_places(words, total),
            *(
                words.text(
                    "%(year)d: at most %(offered)d offered and %(taken)d taken at once, "
                    "%(started)d begun"
                )
                % {
                    "year": one.year,
                    "offered": one.offered,
                    "taken": one.taken,
                    "started": one.started,
                }
                for one in years
            ),
            *(say_goal(words, one) for one in goals),
        ],
    )


def list_offers(session: Session, _args: Namespace) -> None:
    """Every offer with its handle."""
    with session.reading() as tx:
        offers = capacity.offers(tx, session.today)
    _tell_offers(session, offers)


def add(session: Session, args: Namespace) -> None:
    """Keep an offer."""
    with session.writing() as tx:
        offer = OfferedPlaces(
            organisation_id=organisations.by_number(tx, args.organisation).id,
            kind=PlacementKind(args.kind),
            places=args.places,
            from_date=args.first or session.today,
            to_date=args.last,
            notes=args.notes,
        )
        saved = capacity.save(tx, offer)
        rows = [row for row in capacity.offers(tx, session.today) if row.id == saved.id]
    _tell_offers(session, rows)


def change(session: Session, args: Namespace) -> None:
    """Change what is given; whose offer it is stays."""
    names = ("places", "kind", "from_date", "to_date", "notes")
    given = {name: value for name in names if (value := getattr(args, name)) is not None}
    if args.open:
        given["to_date"] = None
    _amend(session, args.offer, given)


def end(session: Session, args: Namespace) -> None:
    """The offer holds until a day, and no longer."""
    _amend(session, args.offer, {"to_date": args.date or session.today})


def _amend(session: Session, offer: str, given: dict[str, Any]) -> None:
    with session.writing() as tx:
        saved = capacity.save(tx, replace(_offer(tx, session, offer), **given))
        rows = [row for row in capacity.offers(tx, session.today) if row.id == saved.id]
    _tell_offers(session, rows)


def delete(session: Session, args: Namespace) -> None:
    """Take an offer back."""
    with session.writing() as tx:
        gone = capacity.delete(tx, _offer(tx, session, args.offer).id)
    session.tell(
        {"deleted": handle(gone.id)}, lambda: [session.words.text("The offer was deleted.")]
    )


def _offer(tx: Transaction, session: Session, text: str) -> OfferedPlaces:
    every = [row.offer for row in capacity.offers(tx, session.today)]
    return by_handle(every, OfferedPlaces, text)


def _tell_offers(session: Session, rows: list[OfferRow]) -> None:
    words, _ = session.words, session.words.text
    session.tell(
        [
            {
                "handle": handle(row.id),
                "organisation": {"number": row.number, "name": row.organisation},
                "kind": row.offer.kind.value,
                "places": row.offer.places,
                "from_date": row.offer.from_date,
                "to_date": row.offer.to_date,
                "holds": row.holds,
                "notes": row.offer.notes,
            }
            for row in rows
        ],
        lambda: table(
            (_("Offer"), _("Organisation"), _("Kind"), _("Places"), _("From"), _("To")),
            [
                (
                    handle(row.id),
                    row.organisation,
                    label(words, row.offer.kind),
                    row.offer.places,
                    words.date(row.offer.from_date),
                    words.date(row.offer.to_date),
                )
                for row in rows
            ],
        ),
    )


def _free_table(words: Words, rows: list[PlacesRow]) -> list[str]:
    _ = words.text
    return table(
        (_("Organisation"), _("Sector"), _("Kind"), _("Offered"), _("Taken"), _("Free")),
        [
            (
                row.organisation,
                label(words, row.sector),
                label(words, row.places.kind),
                row.places.offered,
                row.places.taken,
                say_free(words, row.places),
            )
            for row in rows
        ],
    )


def _row_json(row: PlacesRow) -> dict[str, Any]:
    return {
        "organisation": {"number": row.number, "name": row.organisation},
        "sector": row.sector.value,
        "kind": row.places.kind.value,
        **_count_json(row.places),
    }


def _count_json(places: Places | PlacesSum) -> dict[str, Any]:
    return {
        "offered": places.offered,
        "taken": places.taken,
        "free": places.free,
        "over": places.over,
    }


def _goal_json(words: Words, found: PlacesGoal) -> dict[str, Any]:
    return {
        "title": found.goal.title,
        "measure": found.goal.measure.value,
        "to_date": found.goal.to_date,
        "wanted": found.wanted,
        "reached": found.reached,
        "missing": found.missing,
        "in_words": say_goal(words, found),
    }
