"""``events letters``, ``sheet`` and ``ics``."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli.session import Session
from mentorapp.domain.accounts import Right
from mentorapp.operations import event_papers, events, invitations
from mentorapp.operations.files import write_whole


def add_to(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The steps that write files; ``--out`` is a folder, the files are named by number."""
    for name, run, text in (
        ("letters", _letters, "invitation letters as PDF"),
        ("sheet", _sheet, "the attendance sheet as PDF"),
        ("ics", _calendar, "the calendar file"),
    ):
        step = steps.add_parser(name, parents=[shared], help=text)
        step.add_argument("event", metavar="EVENT")
        step.add_argument("--out", type=Path, required=True, metavar="DIR")
        if name == "letters":
            step.add_argument("--unsent", action="store_true", help="those not printed before")
        step.set_defaults(command=run)


def _letters(session: Session, args: Namespace) -> None:
    with session.opened(Right.READ) as database:
        if database.read_only:
            raise database.why_read_only
        with database.read() as tx:
            event = events.by_number(tx, args.event)
            prepared = event_papers.prepare_letters(tx, event.id, session.today, unsent=args.unsent)
        made = event_papers.make_letters(prepared)
        target: Path = args.out / made.file_name
        write_whole(target, made.data, make_folder=True)
        with database.write(session.actor) as tx:
            invitations.letters_printed(tx, made.ids, session.today)
    words = session.words
    session.tell(
        {"file": target, "letters": len(made.ids)},
        lambda: [words.plural("%(n)d letter", "%(n)d letters", len(made.ids)) + f": {target}"],
    )


def _sheet(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        event = events.by_number(tx, args.event)
        paper = event_papers.sheet(tx, event.id, session.words)
    _write(session, args.out, paper)


def _calendar(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        paper = event_papers.calendar(tx, events.by_number(tx, args.event).id)
    _write(session, args.out, paper)


def _write(session: Session, folder: Path, paper: event_papers.Paper) -> None:
    target = folder / paper.file_name
    write_whole(target, paper.data, make_folder=True)
    session.tell(
        {"file": target}, lambda: [session.words.text("Written: %(file)s") % {"file": target}]
    )
