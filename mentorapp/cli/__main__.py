"""The command ``mentorctl``: reads the words, runs one command, tells refusals in a sentence.

Exit 0 done, 2 wrong usage, 3 refused and nothing changed, 4 the office cannot be opened. Whatever
else goes wrong is a bug: it is told by its place in the code, without the values, which could be
personal data.
"""

import sys
import traceback
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path

from mentorapp import __version__, dumps
from mentorapp.cli import (
    arrivals,
    consents,
    groups,
    help_texts,
    imports,
    merging,
    offices,
    pair_explain,
    pair_run,
    pair_runs,
    pairing_steps,
    pairs,
    papers,
    people,
    schemes,
    shortages,
    ties,
    timelines,
)
from mentorapp.cli.arguments import day, minutes, shared_options, two, weight
from mentorapp.cli.asking import Asking
from mentorapp.cli.session import (
    Session,
    actor,
    default_language,
    office_path,
    said_with_copy,
    say_error,
)
from mentorapp.domain.account_errors import SecondPersonNeeded
from mentorapp.domain.errors import FileTrouble, OfficeNotOpened, OfficeUnavailable, Refused
from mentorapp.domain.imports import ImportKind
from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.newcomers import ArrivalBand, Education, ResidenceBasis
from mentorapp.domain.pairing_runs import Goal
from mentorapp.domain.pairings import Side
from mentorapp.domain.people import Gender
from mentorapp.domain.ties import TieKind
from mentorapp.operations.memory import collect_seldom
from mentorapp.words import Words
from mentorapp.words.refusals import explain

REFUSED, UNAVAILABLE, BUG, INTERRUPTED = 3, 4, 70, 130

#: Where a command is told to write what it found; each of them is noted in the log.
FILES_OUT = ("out", "xlsx", "csv", "png", "data", "rejected")

Command = Callable[[Session, Namespace], None]


def _wants_something(args: Namespace) -> bool:
    """Whether a report is asked for as a file, or a comment is to be kept for it."""
    return _wants_file(args) or bool(getattr(args, "comment", None))


def _wants_file(args: Namespace) -> bool:
    return any(getattr(args, name, None) for name in FILES_OUT)


def _command_of(args: Namespace) -> str:
    """The command as the log names it, without what was asked of it."""
    name: str = args.command.__module__.rpartition(".")[2]
    return name.replace("_", " ")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    if getattr(sys, "frozen", False):
        # A child process of a frozen program, such as one that solves, starts here too.
        from multiprocessing import freeze_support

        freeze_support()
    collect_seldom()
    dumps.leave_none()
    _write_what_can_be_written()
    parser = all_commands()
    help_texts.speak(parser, sys.argv[1:] if argv is None else argv, default_language())
    args = parser.parse_args(argv)
    if getattr(args, "weight", None) and not args.dry_run:
        parser.error("--weight is for --dry-run: weights that stay are changed in the scheme")
    if hasattr(args, "png") and not (args.json or _wants_something(args)):
        parser.error("what of the report? --out, --xlsx, --csv, --png or --json")
    words = Words(args.language or default_language())
    try:
        session = Session(
            office=office_path(args.office),
            today=args.today or datetime.now().astimezone().date(),
            words=words,
            as_json=args.json,
            actor=actor(),
            asking=Asking(words, args.passphrase_file, args.second_passphrase_file),
            file_of=_command_of(args) if _wants_file(args) else "",
        )
        args.command(session, args)
    except OfficeUnavailable as refused:
        say_error(_way_out(words, refused))
        return UNAVAILABLE
    except Refused as refused:
        say_error(_way_on(words, refused))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # somebody looked at the first lines only
        sys.stderr.close()
        return 0
    except Exception as bug:  # noqa: BLE001 - the last place before a traceback with values in it
        _tell_bug(words, bug)
        return BUG
    return 0


def _write_what_can_be_written() -> None:
    """A name in letters that the terminal or pipe does not have is no reason to stop: they become
    question marks. On Windows a pipe has the letters of western Europe alone.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _way_out(words: Words, refused: OfficeUnavailable) -> str:
    said = explain(words, refused)
    if isinstance(refused, OfficeNotOpened) and refused.reason == FileTrouble.NOT_THERE:
        hint = words.text("“mentorctl init” makes a new office.")
        return f"{said} {hint}"
    return said


def _way_on(words: Words, refused: Refused) -> str:
    said = said_with_copy(words, refused)
    if isinstance(refused, SecondPersonNeeded):
        hint = words.text("“--second-passphrase-file FILE” is for the passphrase of that person.")
        return f"{said} {hint}"
    return said


def _tell_bug(words: Words, bug: Exception) -> None:
    say_error(words.text("Something went wrong that is our fault. Nothing was saved."))
    say_error(f"{type(bug).__name__} (Mentorapp {__version__})")
    for frame in traceback.extract_tb(bug.__traceback__):
        say_error(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")


def all_commands() -> ArgumentParser:
    """Every command with its options, as it is read and as ``--help`` tells it."""
    shared = ArgumentParser(add_help=False)
    shared_options(shared)
    parser = ArgumentParser(
        prog="mentorctl", description="Mentorapp for the keyboard and for scripts."
    )
    parser.add_argument("--version", action="version", version=f"Mentorapp {__version__}")
    shared_options(parser)
    parser.set_defaults(office=None, language=None, today=None, json=False)
    parser.set_defaults(passphrase_file=None, second_passphrase_file=None)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(
        name: str, run: Command, text: str, parents: Sequence[ArgumentParser] = ()
    ) -> ArgumentParser:
        added = commands.add_parser(name, help=text, description=text, parents=[shared, *parents])
        added.set_defaults(command=run)
        return added

    offices.add_to(commands, shared)

    importing = command("import", imports.run, "import a list (CSV, XLSX, ODS)")
    importing.add_argument("kind", choices=[kind.value for kind in ImportKind])
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--dry-run", action="store_true", help="look, write nothing")
    importing.add_argument("--strict", action="store_true", help="refuse the file for one bad row")
    importing.add_argument(
        "--rejected", type=Path, metavar="FILE", help="write the rows left out, with the reason"
    )

    listing = command("people", people.list_people, "list people")
    listing.add_argument(
        "--role",
        action="append",
        default=[],
        choices=["mentor", "newcomer"],
        help="given twice: those who are both",
    )
    listing.add_argument("--gender", choices=[gender.value for gender in Gender])
    listing.add_argument(
        "--education",
        action="append",
        default=[],
        choices=[level.value for level in Education],
        help="newcomers with this schooling; may be given several times",
    )
    listing.add_argument(
        "--arrived",
        action="append",
        default=[],
        choices=[band.value for band in ArrivalBand],
        help="newcomers who came so many years ago",
    )
    listing.add_argument(
        "--residence-basis",
        action="append",
        default=[],
        choices=[basis.value for basis in ResidenceBasis],
        help="newcomers who came for this reason; may be given several times",
    )
    _ties(listing, shared)
    places_of_work = command("organisations", people.list_organisations, "list organisations")
    merging.add_organisations_to(places_of_work, shared)
    schemes.add_to(command("schemes", schemes.list_schemes, "list schemes"), shared)
    _pair(commands, shared)

    pairings = command("pairings", pairs.list_pairings, "list pairings")
    pairings.add_argument("--running", action="store_true", help="only those that run")
    pairings.add_argument("--scheme", metavar="NAME", help="only those of one scheme")
    pairing_steps.add_to(pairings, shared)

    logging = command("log", pairs.log, "log a meeting")
    logging.add_argument("pairing", metavar="PAIRING", help="the pairing's number")
    logging.add_argument("--date", type=day, metavar="DATE", help="the day they met; today")
    logging.add_argument("--minutes", type=minutes, required=True)
    logging.add_argument(
        "--form", type=MeetingForm, choices=list(MeetingForm), default=MeetingForm.IN_PERSON
    )
    logging.add_argument("--place", default="")
    logging.add_argument("--notes", default="")
    logging.add_argument("--next", type=day, metavar="DATE", help="the next meeting")
    logging.add_argument("--slip", default="", help="the office's mark on the paper slip")

    command("today", papers.today, "what needs attention today")

    for add in groups.GROUPS:
        add(commands, shared)
    return parser


def _ties(listing: ArgumentParser, shared: ArgumentParser) -> None:
    steps = listing.add_subparsers(title="steps", metavar="STEP")
    tie = steps.add_parser("tie", parents=[shared], help="two people must not be paired")
    tie.add_argument(
        "--kind", choices=[kind.value for kind in TieKind], default=TieKind.RELATIVE.value
    )
    tie.set_defaults(command=ties.tie)
    arrived = steps.add_parser("arrivals", parents=[shared], help="how long ago newcomers came")
    arrived.add_argument("--from", dest="first", type=day, default=date.min, metavar="DATE")
    arrived.add_argument("--to", dest="last", type=day, metavar="DATE", help="today")
    arrived.set_defaults(command=arrivals.tell)
    untie = steps.add_parser("untie", parents=[shared], help="they may be paired again")
    untie.set_defaults(command=ties.untie)
    timeline = steps.add_parser("timeline", parents=[shared], help="all that happened to somebody")
    timeline.add_argument("number", metavar="NUMBER")
    timeline.set_defaults(command=timelines.of_person)
    merging.add_to(steps, shared)
    consents.add_to(steps, shared)
    for step in (tie, untie):
        step.add_argument("number", metavar="NUMBER")
        step.add_argument("other", metavar="OTHER")


def _pair(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    pair = commands.add_parser("pair", help="find pairs")
    steps = pair.add_subparsers(title="steps", required=True, metavar="STEP")
    run = steps.add_parser("run", parents=[shared], help="find the best pairs for a scheme")
    run.add_argument("--scheme", required=True, metavar="NAME")
    run.add_argument("--goal", choices=[goal.value for goal in Goal], default=Goal.MOST.value)
    for option, text in (
        ("--lock", "make this pair, here and in later runs"),
        ("--forbid", "never make this pair"),
    ):
        run.add_argument(
            option, type=two, action="append", default=[], metavar="NEWCOMER,MENTOR", help=text
        )
    run.add_argument("--accept-all", action="store_true", help="make pairings of all proposals")
    run.add_argument("--dry-run", action="store_true", help="keep nothing")
    run.add_argument(
        "--weight",
        type=weight,
        action="append",
        default=[],
        metavar="CRITERION=WEIGHT",
        help="with --dry-run: try this weight beside the present ones",
    )
    run.set_defaults(command=pair_run.run)
    explain_step = steps.add_parser(
        "explain", parents=[shared], help="why her, why not him, what would help"
    )
    explain_step.add_argument("person", metavar="NEWCOMER", help="or a mentor's number, alone")
    explain_step.add_argument("mentor", metavar="MENTOR", nargs="?")
    explain_step.add_argument(
        "--as",
        dest="role",
        choices=("mentor", "newcomer"),
        help="for somebody who is both, asked about alone",
    )
    explain_step.add_argument("--scheme", metavar="NAME")
    explain_step.add_argument("--goal", choices=[goal.value for goal in Goal])
    explain_step.add_argument("--out", type=Path, metavar="FILE.pdf", help="write it on paper too")
    explain_step.set_defaults(command=pair_explain.explain)
    shortages.add_to(steps.add_parser("shortages", parents=[shared], help="whom to recruit"))
    runs = steps.add_parser("runs", parents=[shared], help="kept runs, and why somebody was left")
    runs.add_argument("number", metavar="NUMBER", nargs="?")
    runs.add_argument("person", metavar="NEWCOMER", nargs="?", help="or a mentor's number")
    runs.add_argument("--scheme", metavar="NAME")
    runs.set_defaults(command=pair_runs.runs)
    drafts = steps.add_parser("list", parents=[shared], help="proposals that are not decided")
    drafts.add_argument("--scheme", required=True, metavar="NAME")
    drafts.set_defaults(command=pairs.drafts)
    by_hand = steps.add_parser("hand", parents=[shared], help="pair two people by their numbers")
    by_hand.add_argument("newcomer", metavar="NEWCOMER")
    by_hand.add_argument("mentor", metavar="MENTOR")
    by_hand.add_argument("--scheme", required=True, metavar="NAME")
    by_hand.set_defaults(command=pairs.by_hand)
    accept = steps.add_parser("accept", parents=[shared], help="make a pairing of a proposal")
    accept.add_argument("newcomer", metavar="NEWCOMER")
    accept.add_argument("mentor", metavar="MENTOR")
    accept.add_argument("--scheme", required=True, metavar="NAME")
    accept.set_defaults(command=pairs.accept)
    for step in (by_hand, accept):
        for side in ("--newcomer-side", "--mentor-side"):
            step.add_argument(
                side,
                type=Side,
                choices=list(Side),
                default=Side.PERSON,
                help="person, or the whole household",
            )


if __name__ == "__main__":
    sys.exit(main())
