"""``map``: how many wait, have room and are pairs, by postal place, without names."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections import Counter
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.operations import pair_map, schemes
from mentorapp.operations.pair_map import PairMap, Shown, Spot
from mentorapp.words.pair_map import say_missing


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command."""
    text = "how many wait, have room and are pairs, by postal place, without names"
    showing = commands.add_parser("map", parents=[shared], help=text, description=text)
    showing.add_argument("--scheme", metavar="NAME", help="one scheme; all that are in use")
    showing.set_defaults(command=show)


def show(session: Session, args: Namespace) -> None:
    """The places, the largest first."""
    with session.reading() as tx:
        scheme = schemes.find(tx, args.scheme) if args.scheme else None
        found = pair_map.read(tx, scheme.id if scheme else None, session.today)
    words, _ = session.words, session.words.text
    missing = say_missing(words, found.people_missing, found.pairs_missing)
    session.tell(
        {
            "scheme": scheme.key if scheme else None,
            "places": [_place(spot) for spot in found.spots],
            "between": _between(found),
            "people_missing": found.people_missing,
            "pairs_missing": found.pairs_missing,
        },
        lambda: (
            (
                table(
                    (_("Place"), _("Waiting"), _("Mentors with room"), _("Pairs"), _("Proposals")),
                    [
                        (spot.place.place, *(len(spot.of(kind)) for kind in Shown))
                        for spot in found.spots
                    ],
                )
                if found.spots
                else [_("Nobody who waits or has room has a postal code yet.")]
            )
            + [missing] * bool(missing)
        ),
    )


def _place(spot: Spot) -> dict[str, Any]:
    return {
        "country": spot.place.country,
        "place": spot.place.place,
        "municipality": spot.place.municipality,
        "latitude": spot.place.latitude,
        "longitude": spot.place.longitude,
        **{kind.value: len(spot.of(kind)) for kind in Shown},
    }


def _between(found: PairMap) -> list[dict[str, Any]]:
    """How many pairs and proposals each two places have: mentor's, newcomer's."""
    counted = Counter(
        (one.mentor_at, one.newcomer_at, one.kind, one.km)
        for one in (*found.pairs, *found.proposals)
    )
    names = [spot.place.place for spot in found.spots]
    return [
        {"mentors": names[at], "newcomers": names[to], "kind": kind.value, "km": km, "many": many}
        for (at, to, kind, km), many in sorted(counted.items())
    ]
