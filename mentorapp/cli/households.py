"""``households``: who lives together, and the pairs of whole households."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace, _SubParsersAction
from dataclasses import replace
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.households import ChildcareFigures
from mentorapp.domain.pairings import Side
from mentorapp.operations import households, pairings
from mentorapp.operations.handles import handle
from mentorapp.operations.households import HouseholdRow
from mentorapp.words.labels import label

_SIDES = [side.value for side in Side]


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command with its steps."""
    text = "who lives together, and the pairs of whole households"
    listing = commands.add_parser("households", parents=[shared], help=text, description=text)
    listing.set_defaults(command=list_households)
    steps = listing.add_subparsers(title="steps", metavar="STEP")
    changing = steps.add_parser("change", parents=[shared], help="change a household")
    changing.add_argument("household", metavar="HOUSEHOLD", help="its handle")
    changing.add_argument("--label")
    changing.add_argument("--childcare", action=BooleanOptionalAction, dest="childcare_needed")
    changing.add_argument("--near-school", action=BooleanOptionalAction)
    changing.set_defaults(command=change)
    siding = steps.add_parser(
        "pair", parents=[shared], help="whether a pairing is for a person or the household"
    )
    siding.add_argument("pairing", metavar="PAIRING", help="the pairing's number")
    siding.add_argument("--mentor", choices=_SIDES)
    siding.add_argument("--newcomer", choices=_SIDES)
    siding.set_defaults(command=pair)
    counting = steps.add_parser(
        "childcare", parents=[shared], help="who needs childcare to be able to meet"
    )
    counting.set_defaults(command=childcare)


def list_households(session: Session, _args: Namespace) -> None:
    """All households; the protected without their label."""
    with session.reading() as tx:
        rows = households.rows(tx)
    words, _ = session.words, session.words.text
    session.tell(
        [_json(row) for row in rows],
        lambda: table(
            (
                _("Handle"),
                _("Household"),
                _("Live there"),
                _("Children’s ages"),
                _("Needs childcare"),
                _("Near school"),
                _("Pairings"),
            ),
            [
                (
                    handle(row.id),
                    row.household.label or label(words, row.protection),
                    ", ".join(name for _id, name in row.members),
                    ", ".join(label(words, band) for band in sorted(row.household.child_bands)),
                    _("yes") if row.household.childcare_needed else "",
                    _("yes") if row.household.near_school else "",
                    ", ".join(str(number) for _id, number in row.pairings),
                )
                for row in rows
            ],
        ),
    )


def change(session: Session, args: Namespace) -> None:
    """Change what is given of a household."""
    given = {
        name: value
        for name in ("label", "childcare_needed", "near_school")
        if (value := getattr(args, name)) is not None
    }
    with session.writing() as tx:
        saved = households.save(tx, replace(households.find(tx, args.household), **given))
        row = next(row for row in households.rows(tx) if row.id == saved.id)
    session.tell(_json(row), lambda: [session.words.text("Saved.")])


def pair(session: Session, args: Namespace) -> None:
    """Say who stands on each side of a pairing."""
    with session.writing() as tx:
        found = pairings.by_number(tx, args.pairing)
        saved = households.set_sides(
            tx,
            found.id,
            Side(args.mentor) if args.mentor else found.mentor_side,
            Side(args.newcomer) if args.newcomer else found.newcomer_side,
        )
    words = session.words
    session.tell(
        {
            "pairing": saved.number,
            "mentor_side": saved.mentor_side.value,
            "newcomer_side": saved.newcomer_side.value,
        },
        lambda: [
            words.text("Pairing %(number)d: mentor %(mentor)s, newcomer %(newcomer)s.")
            % {
                "number": saved.number,
                "mentor": label(words, saved.mentor_side),
                "newcomer": label(words, saved.newcomer_side),
            }
        ],
    )


def childcare(session: Session, _args: Namespace) -> None:
    """Who needs childcare to be able to meet."""
    with session.counting() as tx:
        found = households.childcare(tx)
    words = session.words
    session.tell(
        _figures(found),
        lambda: [
            words.text("Running pairs that need childcare to meet: %(part)d of %(base)d")
            % {"part": found.pairs.part, "base": found.pairs.base},
            words.text("Of those who wait: %(part)d of %(base)d")
            % {"part": found.waiting.part, "base": found.waiting.base},
            words.text("Households: %(n)d") % {"n": found.households},
        ],
    )


def _figures(found: ChildcareFigures) -> dict[str, Any]:
    return {
        "running_pairs": {"part": found.pairs.part, "base": found.pairs.base},
        "waiting": {"part": found.waiting.part, "base": found.waiting.base},
        "households": found.households,
    }


def _json(row: HouseholdRow) -> dict[str, Any]:
    return {
        "handle": handle(row.id),
        "label": row.household.label or None,
        "protection": row.protection.value,
        "members": [name for _id, name in row.members],
        "child_bands": sorted(band.value for band in row.household.child_bands),
        "childcare_needed": row.household.childcare_needed,
        "near_school": row.household.near_school,
        "pairings": [number for _id, number in row.pairings],
    }
