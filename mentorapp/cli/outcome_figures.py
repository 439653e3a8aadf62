"""``outcomes table``, ``days`` and ``report``: the figures of outcomes."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.domain.cohorts import Cell
from mentorapp.domain.days_to import Wait, YearOfWaits
from mentorapp.domain.in_work import Reading
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.operations import outcome_figures, schemes
from mentorapp.operations.files import write_whole
from mentorapp.operations.outcome_paper import outcome_report
from mentorapp.words import Words
from mentorapp.words.outcomes import (
    SHORT_POINTS,
    say_definition,
    say_denominators,
    say_kept,
    say_wait,
)


def add_to(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """What the steps are told."""
    table = steps.add_parser(
        "table", parents=[shared], help="in work / known / ended, by year and years since"
    )
    chosen(table)
    table.set_defaults(command=tell_table)
    days = steps.add_parser(
        "days", parents=[shared], help="days to first meeting, placement and job"
    )
    days.set_defaults(command=tell_days)
    report = steps.add_parser("report", parents=[shared], help="one page over the years, as PDF")
    report.add_argument("--scheme", metavar="NAME", help="one scheme; all")
    report.add_argument("--out", type=Path, required=True, metavar="FILE")
    report.set_defaults(command=write_report)


def chosen(parser: ArgumentParser) -> None:
    """Which scheme and which share."""
    parser.add_argument("--scheme", metavar="NAME", help="one scheme; all")
    parser.add_argument(
        "--reading",
        type=Reading,
        choices=list(Reading),
        default=Reading.WORK,
        help="in work (default), or in work or education",
    )


def tell_table(session: Session, args: Namespace) -> None:
    """The cohorts, nothing hidden: this is for the office."""
    with session.counting() as tx:
        scheme = schemes.find(tx, args.scheme) if args.scheme else None
        facts = outcome_figures.facts(tx, session.today)
    scheme_id = scheme.id if scheme else None
    table = facts.table(args.reading, scheme_id)
    kept = facts.kept(args.reading, scheme_id)
    words = session.words
    together = words.text("All years")
    session.tell(
        {
            "scheme": scheme.key if scheme else None,
            "reading": args.reading.value,
            "definition": say_definition(words, facts.office, args.reading),
            "withdrawn": facts.withdrawn,
            "cohorts": [
                {"year": one.year, "ended": one.ended, "points": _cells(one.cells)}
                for one in table.cohorts
            ],
            "all": {"ended": table.ended, "points": _cells(table.all_cells)},
            "kept": None
            if kept is None
            else {
                "early": kept.early.value,
                "late": kept.late.value,
                "base": kept.base,
                "part_early": kept.part_early,
                "part_late": kept.part_late,
            },
        },
        lambda: [
            *_head(words),
            *(_line(str(one.year), one.ended, one.cells) for one in table.cohorts),
            _line(together, table.ended, table.all_cells),
            say_definition(words, facts.office, args.reading),
            say_denominators(words),
            *([say_kept(words, kept, args.reading)] if kept is not None else []),
        ],
    )


def tell_days(session: Session, _args: Namespace) -> None:
    """Median days from registration, by year of registration."""
    with session.counting() as tx:
        found = outcome_figures.days(tx, outcome_figures.facts(tx, session.today))
    words = session.words
    every = words.text("All years")
    names = words.text("first meeting"), words.text("first placement"), words.text("first job")

    def line(one: YearOfWaits) -> str:
        told = zip(names, (one.meeting, one.placement, one.job), strict=True)
        waits = (f"{name}: {say_wait(words, wait)}" for name, wait in told)
        return "  ".join((str(one.year or every), *waits))

    session.tell([_year_of_waits(one) for one in found], lambda: [line(one) for one in found])


def write_report(session: Session, args: Namespace) -> None:
    """The page for managers: small numbers hidden, nobody named."""
    with session.counting() as tx:
        scheme = schemes.find(tx, args.scheme) if args.scheme else None
        pdf = outcome_report(tx, session.today, session.words, scheme.id if scheme else None)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out, "scheme": scheme.key if scheme else None},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _cells(cells: Mapping[OutcomePoint, Cell]) -> dict[str, dict[str, int | None]]:
    return {
        point.value: {
            "part": cell.part,
            "known": cell.known,
            "ended": cell.ended,
            "percent_of_known": cell.of_known.percent,
            "percent_of_ended": cell.of_ended.percent,
        }
        for point, cell in cells.items()
    }


def _head(words: Words) -> list[str]:
    points = (words.text(SHORT_POINTS[point]).rjust(12) for point in OutcomePoint)
    ended = words.text("Ended").rjust(20)
    return [words.text("In the columns: counted / known / ended"), ended + "".join(points)]


def _line(name: str, ended: int, cells: Mapping[OutcomePoint, Cell]) -> str:
    told = [
        f"{cell.part}/{cell.known}/{cell.ended}" if (cell := cells.get(point)) else ""
        for point in OutcomePoint
    ]
    return f"{name:12}{ended:>8}" + "".join(f"{one:>12}" for one in told).rstrip()


def _year_of_waits(one: YearOfWaits) -> dict[str, Any]:
    def wait(told: Wait) -> dict[str, int | None]:
        return {"median_days": told.median, "count": told.count, "base": told.base}

    return {
        "registered_in": one.year,
        "first_meeting": wait(one.meeting),
        "first_placement": wait(one.placement),
        "first_job": wait(one.job),
    }
