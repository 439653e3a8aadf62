"""``report KIND``: a report as pages, workbook, CSV and pictures of its charts."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from itertools import groupby
from pathlib import Path
from uuid import UUID

from mentorapp.cli.session import Session, say_error
from mentorapp.domain.accounts import Right
from mentorapp.domain.quarters import Period, Quarter, Year, parse_period
from mentorapp.domain.report_errors import QuotedNoMore
from mentorapp.domain.report_kinds import KEPT, ReportKind
from mentorapp.operations import (
    Database,
    Transaction,
    organisations,
    people,
    printed_reports,
    report_comments,
    report_ready,
    reprinting,
    schemes,
)
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import handle
from mentorapp.operations.report_files import Wanted, written
from mentorapp.operations.report_frame import Report
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.printed_reports import report_name
from mentorapp.words.refusals import explain

#: How each is called on the command line, and what it is for. ``quarter`` is the older name of
#: ``period``.
_KINDS = (
    ("period", ReportKind.PERIOD, "for managers: key figures of a period"),
    ("quarter", ReportKind.PERIOD, "the same as period"),
    ("year", ReportKind.YEAR, "for a committee"),
    ("organisation", ReportKind.ORGANISATION, "what an organisation's mentors gave"),
    ("evaluation", ReportKind.EVALUATION, "what both halves of a scheme's pairs answered"),
    ("waiting", ReportKind.WAITING, "who waits for a mentor, and how long"),
    ("hours", ReportKind.HOURS, "a volunteer's statement of hours"),
    ("follow-up", ReportKind.FOLLOW_UP, "for the coordinator: every running pair"),
)


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The kinds of reports, each with what it is about and the files wanted of it."""
    report = commands.add_parser("report", help="write a report as PDF, workbook, CSV or pictures")
    kinds = report.add_subparsers(title="reports", required=True, metavar="REPORT")
    for name, kind, told in _KINDS:
        one = kinds.add_parser(name, parents=[shared], help=told)
        if kind is ReportKind.FOLLOW_UP:
            one.add_argument(
                "--coordinator", default="", metavar="NAME", help="pairs of this one alone"
            )
            one.add_argument(
                "--by-organisation", action="store_true", help="by the mentor's organisation"
            )
        else:
            one.add_argument(
                "--period",
                metavar="PERIOD",
                help="as 2026Q3, 2026T2, 2026H1, 2026 or 2026-01-01..2026-03-15; "
                + (
                    "without it, the year before today's"
                    if kind is ReportKind.YEAR
                    else "without it, today's quarter"
                ),
            )
        if kind is ReportKind.ORGANISATION:
            one.add_argument(
                "--organisation", metavar="NUMBER", help="this one; without it, all side by side"
            )
        if kind is ReportKind.EVALUATION:
            one.add_argument("--scheme", metavar="SCHEME", required=True)
        if kind is ReportKind.PERIOD:
            one.add_argument("--scheme", metavar="SCHEME", help="pairs of this one alone")
            one.add_argument("--comment", metavar="TEXT", help="kept, and printed on it")
        if kind is ReportKind.HOURS:
            one.add_argument("--person", metavar="NUMBER", required=True, help="the mentor")
        _files(one)
        one.set_defaults(command=write, kind=kind)
    asking = kinds.add_parser("ready", parents=[shared], help="what is missing before one reports")
    asking.add_argument(
        "--period", metavar="PERIOD", help="without it, the quarter that ended last"
    )
    asking.set_defaults(command=ready)


def _files(one: ArgumentParser) -> None:
    one.add_argument("--out", type=Path, metavar="FILE", help="the pages as PDF")
    one.add_argument("--xlsx", type=Path, metavar="FILE", help="all its tables as a workbook")
    one.add_argument("--csv", type=Path, metavar="DIR", help="each table as a CSV file")
    one.add_argument("--png", type=Path, metavar="DIR", help="each chart as a picture")


def write(session: Session, args: Namespace) -> None:
    """Make the report; what is printed of the managers' reports is kept in the office file."""
    kind: ReportKind = args.kind
    wanted = Wanted(args.out, args.xlsx, args.csv, args.png)
    with session.opened(Right.FIGURES if kind in KEPT else Right.READ) as database:
        if kind not in KEPT:  # those name people, and one that is kept says it in any case
            session.announce(database)
        with database.read() as tx:
            wish = Wish(
                kind=kind,
                period=_period(kind, getattr(args, "period", None), session),
                about=_about(tx, args),
                coordinator=getattr(args, "coordinator", ""),
                by_organisation=getattr(args, "by_organisation", False),
            )
        if getattr(args, "comment", None) is not None:
            with database.write(session.actor) as tx:
                scope = str(wish.about or "")
                report_comments.write(tx, wish.period, args.comment, scope)
        with database.read() as tx:
            report = gather(tx, wish, session.today)
        pdf, files = written(report, wanted, session.words)
        kept = ""
        if pdf is not None and kind in KEPT:
            kept = _keep(session, database, report, session.words.language, pdf)
    _tell(session, report, args.out, files, kept)


def _keep(session: Session, database: Database, report: Report, language: str, pdf: bytes) -> str:
    """The handle under which its pages are kept; empty, and said, where they cannot be."""
    if database.read_only:
        say_error(explain(session.words, database.why_read_only))
        return ""
    with database.write(session.actor) as tx:
        kept = printed_reports.keep(tx, report.told, language, pdf)
    return handle(kept.id) if kept else ""


def _tell(session: Session, report: Report, out: Path | None, files: list[Path], kept: str) -> None:
    words = session.words
    since = report.differences(words)
    value = {
        "file": out,
        "files": files,
        "kept": kept or None,
        "since": list(since),
        "kind": report.kind.value,
        "period": report.period,
        **report.facts,
        "tables": [
            {
                "key": table.key,
                "title": table.title,
                "columns": [one.key for one in table.columns],
                "rows": [
                    [cell if isinstance(cell, str | int | float) else _json(cell) for cell in row]
                    for row in (one.cells for one in table.rows)
                ],
            }
            for table in report.tables(words)
        ],
    }
    session.tell(
        value,
        lambda: [
            *(words.text("Written: %(file)s") % {"file": file} for file in files),
            *([words.text("Kept as %(handle)s.") % {"handle": kept}] if kept else []),
            *since,
        ],
    )


def _json(cell: object) -> str | None:
    """A day as it is written; what is hidden or not there is null."""
    return cell.isoformat() if hasattr(cell, "isoformat") else None


def _period(kind: ReportKind, text: str | None, session: Session) -> Period:
    if text is not None:
        return Year.parse(text) if kind is ReportKind.YEAR else parse_period(text)
    if kind is ReportKind.YEAR:
        return Year.of(session.today).previous()
    return Quarter.of(session.today)


def _about(tx: Transaction, args: Namespace) -> UUID | None:
    organisation, person = getattr(args, "organisation", None), getattr(args, "person", None)
    if organisation:
        return organisations.by_number(tx, organisation).id
    if getattr(args, "scheme", None):
        return schemes.find(tx, args.scheme).id
    return people.by_number(tx, person).id if person else None


def ready(session: Session, args: Namespace) -> None:
    """What somebody can see to before the period is reported."""
    period = (
        parse_period(args.period)
        if args.period is not None
        else Quarter.of(session.today).previous()
    )
    with session.reading() as tx:
        lacks = report_ready.missing(tx, period, session.today)
    words = session.words
    session.tell(
        [
            {
                "kind": one.kind.value,
                "in_words": label(words, one.kind),
                "where": one.place.value,
                "number": one.number,
                "name": one.name,
                "since": one.since,
            }
            for one in lacks
        ],
        lambda: (
            [
                line
                for kind, group in groupby(lacks, key=lambda one: one.kind)
                for own in [list(group)]
                for line in (
                    f"{label(words, kind)}: {len(own)}",
                    *(f"  {one.number}  {one.name}  {words.date(one.since)}" for one in own),
                )
            ]
            or [words.text("Nothing is missing: the period can be reported.")]
        ),
    )


def listing(session: Session, _args: Namespace) -> None:
    """Everything that was printed and kept, the newest first."""
    words = session.words
    with session.counting() as tx:
        rows = printed_reports.rows(tx)
    session.tell(
        [
            {
                "report": handle(row.printed.id),
                "kind": row.printed.kind,
                "period": row.printed.period,
                "about": row.about(words.language) or None,
                "language": row.printed.language,
                "printed_at": row.printed.printed_at,
                "printed_by": row.printed.printed_by,
            }
            for row in rows
        ],
        lambda: [
            f"{handle(row.printed.id)}  {words.moment(row.printed.printed_at.astimezone())}  "
            f"{report_name(words, row.printed.kind)} {row.printed.period}  "
            + "  ".join(
                part
                for part in (
                    row.about(words.language),
                    row.printed.language,
                    row.printed.printed_by,
                )
                if part
            )
            for row in rows
        ],
    )


def again(session: Session, args: Namespace) -> None:
    """Write a report once more exactly as it was printed, or anew where somebody who is quoted in
    it may not be quoted any more.
    """
    words, why, kept = session.words, "", ""
    with session.opened() as database:
        with database.read() as tx:
            printed = printed_reports.find(tx, args.report)
            try:
                pdf, report = printed_reports.again(tx, printed.id), None
            except QuotedNoMore as refused:
                why = explain(words, refused)
                report = reprinting.anew(tx, printed, session.today)
        if report is not None:
            pdf = report.make(Words(printed.language))
            kept = _keep(session, database, report, printed.language, pdf)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out, "anew": why or None, "kept": kept or handle(printed.id)},
        lambda: [
            *([why] if why else []),
            words.text("Written: %(file)s") % {"file": args.out},
            *([words.text("Kept as %(handle)s.") % {"handle": kept}] if kept else []),
        ],
    )


def add_kept_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``reports``: those that were printed."""
    group = commands.add_parser("reports", help="reports that were printed and kept")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    every = steps.add_parser("list", parents=[shared], help="which, when, by whom")
    every.set_defaults(command=listing)
    once_more = steps.add_parser("again", parents=[shared], help="the same pages once more")
    once_more.add_argument("report", metavar="REPORT", help="its handle, as the list tells it")
    once_more.add_argument("--out", type=Path, required=True, metavar="FILE")
    once_more.set_defaults(command=again)
