"""``letters``, ``report`` and ``today``: what is printed and what needs attention."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from mentorapp.cli.calls import line_handle
from mentorapp.cli.session import Session, say_error
from mentorapp.domain.errors import ReadOnlyOffice
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.quarters import Quarter, Year
from mentorapp.operations import follow_up, letters, pairings, reports, sections, yearly
from mentorapp.operations.files import write_whole
from mentorapp.words.attention import say
from mentorapp.words.labels import label
from mentorapp.words.letters import say_missing


def print_letters(session: Session, args: Namespace) -> None:
    """Write the letters that are due (or a pairing's) as one PDF and keep them as issued."""
    with session.opened() as database:
        if database.read_only:
            raise ReadOnlyOffice(database.holder)
        with database.read() as tx:
            dues = (
                letters.for_pairing(tx, pairings.by_number(tx, args.pairing).id)
                if args.pairing
                else letters.due(tx, session.today)
            )
            prepared = letters.prepare(tx, dues, session.today)
        made = letters.make(prepared)
        target: Path = args.out / made.file_name
        # Written before recorded: a letter that is on paper twice is better than one on none.
        write_whole(target, made.pdf, make_folder=True)
        with database.write(session.actor) as tx:
            letters.record(tx, made)
    words = session.words
    lacking = say_missing(words, prepared.letters[0].office)
    if lacking:
        say_error(lacking)
    session.tell(
        {
            "file": target,
            "letters": [
                {
                    "kind": due.kind.value,
                    "number": due.number,
                    "language": language,
                }
                for due, language in zip(made.dues, made.languages, strict=True)
            ],
        },
        lambda: [
            words.plural("%(n)d letter", "%(n)d letters", len(made.dues)) + f": {target}",
            *(
                f"  {due.number}  {due.receiver}: {label(words, LetterKind(due.kind))}"
                for due in made.dues
            ),
        ],
    )


def follow_up_report(session: Session, args: Namespace) -> None:
    """The coordinator's report on all running pairings."""
    with session.reading() as tx:
        values = reports.follow_up_values(tx, session.today)
    pdf = reports.follow_up_pdf(values, session.words)
    write_whole(args.out, pdf, make_folder=True)
    _tell_file(session, args.out)


def quarter_report(session: Session, args: Namespace) -> None:
    """The managers' page for a quarter."""
    quarter = Quarter.parse(args.period) if args.period else Quarter.of(session.today)
    with session.reading() as tx:
        values = reports.quarter_values(tx, quarter, session.today)
    if args.out is not None:
        pdf = reports.quarter_pdf(values, session.words)
        write_whole(args.out, pdf, make_folder=True)
    figures = values.figures[-1]
    session.tell(
        {
            "file": args.out,
            "period": str(quarter),
            "until": figures.until,
            "finished": figures.finished,
            "figures": reports.figures_as_json(figures),
            "sections": sections.as_json(values.sections),
        },
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def year_report(session: Session, args: Namespace) -> None:
    """The committee's report on a year."""
    year = Year.parse(args.period) if args.period else Year.of(session.today).previous()
    with session.reading() as tx:
        values = yearly.year_values(tx, year, session.today)
    write_whole(args.out, yearly.year_pdf(values, session.words), make_folder=True)
    figures = values.figures[-1]
    session.tell(
        {
            "file": args.out,
            "period": str(year),
            "until": figures.until,
            "finished": figures.finished,
            "figures": reports.figures_as_json(figures),
            "sections": sections.as_json(values.sections),
            "organisations": [asdict(one) for one in values.contributions],
        },
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def today(session: Session, _args: Namespace) -> None:
    """What needs attention, the most urgent first."""
    with session.reading() as tx:
        lines = follow_up.today_list(tx, session.today)
    words = session.words
    session.tell(
        [
            {
                "line": line_handle(line),
                "kind": line.kind.value,
                "severity": line.severity.value,
                "days": line.days,
                "who": line.who,
                "pairing": line.pairing_number or None,
                "detail": line.detail or None,
                "more": line.more or None,
                "in_words": say(words, line),
            }
            for line in lines
        ],
        lambda: (
            [f"[{label(words, line.severity)}] {say(words, line)}" for line in lines]
            or [words.text("Nothing needs attention today.")]
        ),
    )


def _tell_file(session: Session, path: Path) -> None:
    session.tell({"file": path}, lambda: [session.words.text("Written: %(file)s") % {"file": path}])
