"""``init``, ``check`` and ``demo``: the office as a whole."""

import shutil
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from mentorapp.cli.keys import first_ways, new_passphrase_option, recovery_option
from mentorapp.cli.session import Session
from mentorapp.domain.office import Office
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations import copying, keys, offices
from mentorapp.operations import demo as example
from mentorapp.operations.offices import NewOffice


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The three commands."""

    def command(name: str, run: Callable[[Session, Namespace], None], text: str) -> ArgumentParser:
        added = commands.add_parser(name, help=text, description=text, parents=[shared])
        added.set_defaults(command=run)
        return added

    making = command("init", init, "make a new office")
    making.add_argument("--name", default="", metavar="NAME", help="what the office is called")
    making.add_argument("--municipality", default="", metavar="NAME")
    making.add_argument("--account", metavar="NAME", help="the first account; the user's name")
    making.add_argument(
        "--no-encryption",
        action="store_true",
        help="let everybody who gets hold of the file read it",
    )
    new_passphrase_option(making)
    recovery_option(making)
    building = command("demo", demo, "build the example office and do the whole job in it")
    building.add_argument("--out", type=Path, required=True, metavar="DIR")
    command("check", check, "look through the office file for damage")
    copying_ = command("copy", copy, "copy an office that lies where it can only be read")
    copying_.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="in a folder on this PC"
    )


def init(session: Session, args: Namespace) -> None:
    """Make a new office with the standard schemes; one that is there is left alone.

    It is encrypted unless somebody says in so many words that it is not to be.
    """
    named = Office(name=args.name, municipality=args.municipality, language=session.words.language)
    every = {scheme.key for scheme in standard_schemes()}
    new = NewOffice(session.office, named, every)
    _ = session.words.text
    said = [_("New office: %(file)s") % {"file": session.office}]
    if args.no_encryption:
        offices.make(new, session.actor).close()
        said.append(_("It is not encrypted: whoever gets hold of the file can read it."))
    else:
        offices.check_new(new)
        keys.make(new, first_ways(session, args, named)).close()
    session.tell(
        {
            "office": session.office,
            "name": args.name,
            "municipality": args.municipality,
            "encrypted": not args.no_encryption,
        },
        lambda: said,
    )


def check(session: Session, _args: Namespace) -> None:
    """Look through the whole file; exit code 4 when it is damaged."""
    with session.opened() as database:
        offices.check(database)
        with database.read() as tx:
            summary = offices.summary(tx)
        read_only = database.read_only
    _ = session.words.text
    session.tell(
        {
            "office": session.office,
            "sound": True,
            "read_only": read_only,
            "people": summary.people,
            "mentors": summary.mentors,
            "newcomers": summary.newcomers,
            "organisations": summary.organisations,
            "pairings": summary.pairings,
            "meetings": summary.meetings,
        },
        lambda: [
            _(
                "The office is sound: %(people)d people, %(pairings)d pairings, "
                "%(meetings)d meetings."
            )
            % {
                "people": summary.people,
                "pairings": summary.pairings,
                "meetings": summary.meetings,
            }
        ],
    )


def copy(session: Session, args: Namespace) -> None:
    """Copy the office as it lies there; it is opened where it is then."""
    copying.copy_office(session.office, args.to)
    said = session.words.text(
        "The office is copied: %(file)s. Open that one from now on, and have nobody work in the "
        "old one."
    )
    session.tell({"office": args.to}, lambda: [said % {"file": args.to}])


def demo(session: Session, args: Namespace) -> None:
    """Build the example office and do the whole main job in it."""
    done = example.build(args.out, session.today, session.words)
    session.tell(done.as_json(), lambda: done.lines(session.words, _window_command()))


def _window_command() -> str:
    """How the window is called from here: it lies beside ``mentorctl``, on the path or not."""
    beside = Path(sys.argv[0]).with_name("mentorapp")
    if shutil.which("mentorapp") or not beside.is_file():
        return "mentorapp"
    here = Path.cwd()
    return str(beside.relative_to(here) if beside.is_relative_to(here) else beside)
