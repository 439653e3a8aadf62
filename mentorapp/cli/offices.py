"""``check`` and ``demo``: the office as a whole."""

import shutil
import sys
from argparse import Namespace
from pathlib import Path

from mentorapp.cli.session import Session
from mentorapp.operations import demo as example
from mentorapp.operations import offices


def check(session: Session, _args: Namespace) -> None:
    """Look through the whole file; exit code 4 when it is damaged."""
    with session.opened(create=False) as database:
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
