"""``compare``: quarters of several offices side by side."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.comparisons import Compared
from mentorapp.domain.quarters import Quarter
from mentorapp.operations import comparisons, offices
from mentorapp.operations.comparisons import Column
from mentorapp.operations.files import read_at_most, write_whole
from mentorapp.storage.database import Transaction
from mentorapp.words.comparisons import (
    say_cell,
    say_hidden,
    say_measure,
    say_short_quarter,
)
from mentorapp.words.in_work import say_in_work


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """What the command is told."""
    group = commands.add_parser("compare", help="quarters of several offices side by side")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    writing = steps.add_parser(
        "write", parents=[shared], help="a quarter as a signed file, small numbers hidden"
    )
    writing.add_argument("--out", type=Path, required=True, metavar="DIR")
    writing.set_defaults(command=write)
    showing = steps.add_parser("show", parents=[shared], help="several files as a table")
    showing.set_defaults(command=show)
    printing = steps.add_parser("print", parents=[shared], help="the same as PDF")
    printing.add_argument("--out", type=Path, required=True, metavar="FILE")
    printing.set_defaults(command=print_table)
    for one in (showing, printing):
        one.add_argument("files", type=Path, nargs="*", metavar="FILE")
        one.add_argument("--own", action="store_true", help="the own quarter beside them")
    for one in (writing, showing, printing):
        one.add_argument(
            "--period", metavar="2026Q3", help="the own quarter; the last one that ended"
        )


def write(session: Session, args: Namespace) -> None:
    """The file of one quarter."""
    with session.writing() as tx:
        made = comparisons.write(tx, _quarter(session, args), session.today)
        file = args.out / made.file_name
        write_whole(file, made.data, make_folder=True)
    session.tell(
        {"file": file, "quarter": str(made.told.quarter)},
        lambda: [session.words.text("Written: %(file)s") % {"file": file}],
    )


def show(session: Session, args: Namespace) -> None:
    """Measures down, offices across."""
    words = session.words
    with session.counting() as tx:
        columns = _columns(session, args, tx)
    session.tell(
        [comparisons.as_json(one) for one in columns],
        lambda: [
            *table(
                [
                    words.text("Figure"),
                    *(
                        f"{one.told.name}{'' if one.known else ' *'} "
                        f"{say_short_quarter(words, one.told.quarter, one.told.finished)}"
                        for one in columns
                    ),
                ],
                [
                    [
                        say_measure(words, measure),
                        *(say_cell(words, measure, one.cell(measure)) for one in columns),
                    ]
                    for measure in Compared
                ],
            ),
            *say_in_work(words, [one.told for one in columns]),
            say_hidden(words),
        ],
    )


def print_table(session: Session, args: Namespace) -> None:
    """A landscape page."""
    with session.counting() as tx:
        columns, office = _columns(session, args, tx), offices.read(tx)
    pdf = comparisons.comparison_pdf(columns, office, session.words, session.today)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out, "columns": len(columns)},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _columns(session: Session, args: Namespace, tx: Transaction) -> tuple[Column, ...]:
    found = [comparisons.read(tx, read_at_most(file)) for file in args.files]
    if args.own or not args.files:
        found.append(comparisons.own_column(tx, _quarter(session, args), session.today))
    return comparisons.side_by_side(found)


def _quarter(session: Session, args: Namespace) -> Quarter:
    return Quarter.parse(args.period) if args.period else Quarter.of(session.today).previous()
