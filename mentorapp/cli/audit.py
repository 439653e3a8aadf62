"""``audit``: who did what, who saw whom, and whether anybody tampered with the log of it."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session, say_error
from mentorapp.cli.tables import table
from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Right, Role
from mentorapp.domain.audit import Sort, Wanted
from mentorapp.domain.audit_chain import Break, End, Fault, Verdict, typed_code
from mentorapp.domain.audit_errors import AuditTampered, CodeOfWhichDay, CodeThinned, NoAuditCode
from mentorapp.domain.audit_lines import AuditLine
from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction, accounts, audit, list_files, noted_ends, people
from mentorapp.words.audit import (
    HEADINGS,
    cells,
    say_newest,
    say_nobody_noted,
    say_noted,
    say_verdict,
)

_DAYS = 30
#: For a file or a script: nothing is cut off without a word.
_ALL = 10**9


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("audit", help="the log: who did what, and who saw whom")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    showing = steps.add_parser("show", parents=[shared], help="the newest lines")
    showing.add_argument("--from", dest="first", type=day, metavar="YYYY-MM-DD")
    showing.add_argument("--to", dest="last", type=day, metavar="YYYY-MM-DD")
    showing.add_argument("--by", metavar="NAME", default="", help="what this one did")
    showing.add_argument("--sort", choices=[one.value for one in Sort], action="append")
    showing.add_argument("--person", metavar="NUMBER", help="who has seen this person")
    showing.add_argument("--out", type=Path, metavar="FILE", help="as a workbook, or .csv")
    showing.set_defaults(command=_show)
    verifying = steps.add_parser("verify", parents=[shared], help="whether anybody tampered")
    verifying.add_argument("--code", metavar="CODE", help="a code that stands on a report")
    verifying.add_argument(
        "--day", type=day, metavar="YYYY-MM-DD", help="which day stands on the report"
    )
    verifying.set_defaults(command=_verify)


def _show(session: Session, args: Namespace) -> None:
    last = args.last or session.today
    first = args.first or last - timedelta(days=_DAYS)
    wanted = Wanted(first, last, args.by, frozenset(map(Sort, args.sort or ())))
    with session.reading() if args.person else session.counting() as tx:
        if args.person:
            person = people.by_number(tx, args.person)
            lines = audit.who_saw(tx, person.id)
        else:
            if not tx.who.may(Right.AUDIT):
                nobody = not accounts.has_role(tx, Role.PROTECTION_OFFICER)
                raise NotAllowed(Right.AUDIT, tx.who.rights, nobody)
            read_here = not (args.out or session.as_json)
            found = audit.lines(tx, wanted, audit.MOST if read_here else _ALL)
            lines = found.lines
            if found.more:
                say_error(say_newest(session.words, len(lines)))
    words = session.words
    headings, rows = list(map(words.text, HEADINGS)), [cells(words, one) for one in lines]
    if args.out:
        list_files.write(args.out, words.text("Log"), headings, rows)
        said = [words.text("Written: %(file)s") % {"file": args.out.name}]
        session.tell({"file": args.out.name, "lines": len(rows)}, lambda: said)
    else:
        empty = [say_nobody_noted(words)] if args.person else []
        told = [_values(one) for one in lines]
        session.tell(told, lambda: list(table(headings, rows)) if rows else empty)


def _verify(session: Session, args: Namespace) -> None:
    with session.opened() as database:
        noted = noted_ends.of(database)
        with database.read() as tx:
            verdict = _verdict(tx, noted, args.code, args.day)
    if verdict.breaks:
        raise AuditTampered(verdict.breaks)
    words, many = session.words, len(noted) + bool(args.code)
    session.tell(
        {
            "lines": verdict.lines,
            "thinned": verdict.thinned,
            "end": verdict.end.seq,
            "code": verdict.end.code,
            "noted_elsewhere": many,
        },
        lambda: [*say_verdict(words, verdict), say_noted(words, many)],
    )


def _verdict(
    tx: Transaction, noted: Sequence[End], code_typed: str | None, of_day: date | None
) -> Verdict:
    ends = list(noted)
    if code_typed:
        code = typed_code(code_typed)
        if not code:
            raise NoAuditCode
        line = audit.with_code(tx, code)
        if line is None:
            raise _without_line(tx, audit.verify(tx, ends), of_day)
        ends.append(line)
    return audit.verify(tx, ends)


def _without_line(tx: Transaction, verdict: Verdict, of_day: date | None) -> Refused:
    """Why no line has the code of a paper: what is wrong is told first. It is the code of a line of
    the days before; that may be gone only if the log begins no earlier.
    """
    since = audit.begins(tx)
    if verdict.thinned and not verdict.breaks and since is not None:
        if of_day is None:
            return CodeOfWhichDay(since)
        if of_day <= since:
            return CodeThinned(of_day, since)
    return AuditTampered((*verdict.breaks, Break(Fault.NOT_THERE, 0, 0)))


def _values(line: AuditLine) -> dict[str, Any]:
    entry = line.entry
    return {
        "line": entry.seq,
        "at": entry.at.isoformat(),
        "by": entry.actor,
        "done": entry.change,
        "operation": entry.operation,
        "record": entry.record,
        "number": line.number or None,
        "fields": list(entry.fields),
    }
