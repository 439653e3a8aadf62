"""``lists key``, ``neighbours``, ``trust`` and ``distrust``: whose files are believed."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.fingerprints import fingerprint
from mentorapp.domain.waiting_lists import Neighbour
from mentorapp.operations import neighbours
from mentorapp.operations.files import read_at_most
from mentorapp.operations.handles import handle

find = neighbours.find


def add_steps(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The steps of ``lists`` that are about keys."""
    key = steps.add_parser("key", parents=[shared], help="this office's key and fingerprint")
    key.set_defaults(command=show_key)
    every = steps.add_parser("neighbours", parents=[shared], help="offices whose files are trusted")
    every.set_defaults(command=show_neighbours)
    trusting = steps.add_parser(
        "trust", parents=[shared], help="trust an office, after a telephone call"
    )
    trusting.set_defaults(command=trust)
    what = trusting.add_mutually_exclusive_group(required=True)
    what.add_argument("--file", type=Path, metavar="FILE", help="a file that the office signed")
    what.add_argument("--key", metavar="KEY", help="its public key, as lists key shows it there")
    trusting.add_argument(
        "--fingerprint",
        required=True,
        metavar="DIGITS",
        help="as it was read out on the telephone",
    )
    trusting.add_argument("--name", required=True, metavar="NAME")
    trusting.add_argument("--municipality", default="", metavar="NAME")
    distrusting = steps.add_parser("distrust", parents=[shared], help="trust an office no more")
    distrusting.set_defaults(command=distrust)
    distrusting.add_argument("neighbour", metavar="NEIGHBOUR")


def show_key(session: Session, _args: Namespace) -> None:
    """The public half alone; the key is made on first use."""
    _ = session.words.text
    with session.writing() as tx:
        key = neighbours.own_key(tx, session.today)
    shown = fingerprint(key.public_key)
    session.tell(
        {"public_key": key.public_key, "fingerprint": shown, "made_on": key.made_on},
        lambda: [
            _("Fingerprint of this office: %(fingerprint)s") % {"fingerprint": shown},
            _("Public key: %(key)s") % {"key": key.public_key},
            _("Read the fingerprint out when a neighbour calls; the key may be sent by e-mail."),
        ],
    )


def show_neighbours(session: Session, _args: Namespace) -> None:
    """All that are trusted."""
    words, _ = session.words, session.words.text
    with session.counting() as tx:
        every = neighbours.all_neighbours(tx)
    session.tell(
        [
            {
                "handle": handle(one.id),
                "name": one.name,
                "municipality": one.municipality,
                "fingerprint": fingerprint(one.public_key),
                "trusted_on": one.trusted_on,
            }
            for one in every
        ],
        lambda: table(
            [_("Name"), _("Municipality"), _("Fingerprint"), _("Trusted since")],
            [
                [
                    one.name,
                    one.municipality,
                    fingerprint(one.public_key),
                    words.date(one.trusted_on),
                ]
                for one in every
            ],
        ),
    )


def trust(session: Session, args: Namespace) -> None:
    """Only with the fingerprint that was read out: a file alone proves nothing."""
    data = read_at_most(args.file) if args.file else None
    with session.writing() as tx:
        public_key = (
            neighbours.signer_of(data, args.fingerprint)
            if data is not None
            else neighbours.heard_key(args.key, args.fingerprint)
        )
        made = neighbours.trust(
            tx,
            Neighbour(
                name=args.name,
                municipality=args.municipality,
                public_key=public_key,
                trusted_on=session.today,
            ),
        )
    session.tell(
        {"name": made.name, "fingerprint": fingerprint(made.public_key)},
        lambda: [session.words.text("Files of %(name)s are trusted now.") % {"name": made.name}],
    )


def distrust(session: Session, args: Namespace) -> None:
    """What was exchanged stays."""
    with session.writing() as tx:
        one = find(tx, args.neighbour)
        neighbours.distrust(tx, one)
    session.tell(
        {"name": one.name},
        lambda: [
            session.words.text("Files of %(name)s are not trusted any more.") % {"name": one.name}
        ],
    )
