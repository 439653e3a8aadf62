"""``retention`` and ``erase``: what is kept too long, and whoever asks to be forgotten."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal
from uuid import UUID

from mentorapp.cli.arguments import day
from mentorapp.cli.asking import check_sure
from mentorapp.cli.session import Session, say_error
from mentorapp.cli.tables import table
from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import Refused
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.retention import RetentionKind, Standing
from mentorapp.operations import (
    Database,
    Transaction,
    anonymising,
    erasing,
    events,
    offices,
    pairings,
    people,
    retention,
)
from mentorapp.operations.retention import RetentionRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from mentorapp.words.retention import (
    COUNTED_FROM,
    say_anonymised,
    say_beside,
    say_cleared,
    say_due,
    say_erased,
    say_months,
    say_unnamed,
)
from mentorapp.words.rights import say_not_allowed

#: In place of a number.
LOG = "log"
_YES = "--yes"


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``retention list|periods|set|extend|hold|lift|clear|anonymise`` and ``erase``."""
    group = commands.add_parser("retention", help="how long people are kept, and what is due")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="what is due, or soon will be")
    listing.set_defaults(command=_list)
    showing = steps.add_parser("periods", parents=[shared], help="how long each kind is kept")
    showing.set_defaults(command=_periods)
    setting = steps.add_parser("set", parents=[shared], help="keep a kind for so many months")
    setting.add_argument("kind", type=RetentionKind, choices=list(RetentionKind))
    setting.add_argument("months", type=int, metavar="MONTHS")
    setting.set_defaults(command=_set)
    extending = steps.add_parser("extend", parents=[shared], help="keep something longer")
    extending.add_argument("--until", type=day, required=True, metavar="DATE")
    extending.set_defaults(command=_extend)
    holding = steps.add_parser("hold", parents=[shared], help="keep it until the hold is lifted")
    holding.set_defaults(command=_hold)
    lifting = steps.add_parser("lift", parents=[shared], help="end a hold or an extension")
    lifting.set_defaults(command=_lift)
    for step in (extending, holding):
        step.add_argument("--reason", required=True, metavar="TEXT")
    for step in (extending, holding, lifting):
        step.add_argument(
            "number", metavar="NUMBER", help=f"of the person, pairing or event; {LOG} for the log"
        )
    clearing = steps.add_parser(
        "clear",
        parents=[shared],
        help="remove a pair's notes, a mentor's clearances, names of guests, old lines of the log",
    )
    what = clearing.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "number",
        nargs="?",
        metavar="NUMBER",
        help=f"of the pairing, mentor or event; {LOG} for the log",
    )
    what.add_argument(
        "--due",
        type=RetentionKind,
        choices=retention.AT_ONCE,
        help="all of a kind that are due; what is held or kept longer stays",
    )
    clearing.set_defaults(command=_clear)
    hiding = steps.add_parser(
        "anonymise", parents=[shared], help="leave figures of somebody and nothing else"
    )
    hiding.add_argument("person", metavar="PERSON", help="the person's number")
    _sure_option(hiding)
    hiding.set_defaults(command=_anonymise)
    erasing_ = commands.add_parser(
        "erase", parents=[shared], help="remove somebody for good with all that is about him"
    )
    erasing_.add_argument("person", metavar="PERSON", help="the person's number")
    erasing_.add_argument("--preview", action="store_true", help="only tell what would go")
    _sure_option(erasing_)
    erasing_.set_defaults(command=_erase)


def _sure_option(parser: ArgumentParser) -> None:
    parser.add_argument(_YES, action="store_true", help="do not ask for the number again")


def _list(session: Session, _args: Namespace) -> None:
    with session.counting() as tx:
        rows = retention.worklist(tx, session.today)
        unnamed = retention.unnamed(tx, session.today)
        if not tx.who.may(Right.READ):
            # The log's own lines are there for the officer; of people there are numbers.
            say_error(say_not_allowed(session.words, Right.READ, tx.who.rights))
    words, _ = session.words, session.words.text
    session.tell(
        [
            *(_values(row) for row in rows),
            *(_of_many(kind, at, many) for (kind, at), many in unnamed.items()),
        ],
        lambda: [
            *(_table(words, rows) if rows else ()),
            *([say_unnamed(words, unnamed)] if unnamed else ()),
            *(() if rows or unnamed else [_("Nothing is due within sixty days.")]),
        ],
    )


def _table(words: Words, rows: Sequence[RetentionRow]) -> Iterable[str]:
    _ = words.text
    return table(
        (_("Number"), _("Who"), _("What"), _("Where it stands"), _("Due")),
        [
            (
                row.number or LOG,
                " – ".join(row.names),
                label(words, row.due.kind),
                label(words, row.due.standing),
                say_due(words, row.due),
            )
            for row in rows
        ],
    )


def _values(row: RetentionRow) -> dict[str, Any]:
    return {
        "number": row.number or None,
        "names": list(row.names),
        "kind": row.due.kind.value,
        "standing": row.due.standing.value,
        "since": row.due.since,
        "due_on": row.due.due_on,
        "reason": row.due.reason or None,
        "many": 1,
    }


def _of_many(kind: RetentionKind, standing: Standing, many: int) -> dict[str, Any]:
    """As a line, of so many that are not told by name."""
    nothing = dict.fromkeys(("number", "since", "due_on", "reason"))
    return {**nothing, "names": [], "kind": kind.value, "standing": standing.value, "many": many}


def _periods(session: Session, _args: Namespace) -> None:
    with session.counting() as tx:
        found = retention.periods(tx)
    words, _ = session.words, session.words.text
    session.tell(
        {kind.value: months for kind, months in found.items()},
        lambda: table(
            (_("What"), _("Kept for"), _("Counted from")),
            [
                (
                    f"{label(words, kind)} ({kind})",
                    say_months(words, months),
                    _(COUNTED_FROM[kind]),
                )
                for kind, months in found.items()
            ],
        ),
    )


def _set(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        retention.set_period(tx, args.kind, args.months, session.today)
    _periods(session, args)


def _extend(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        retention.extend(tx, _subject(tx, args.number), args.until, args.reason, session.today)
    _said(session, "kept", session.words.text("It is kept longer."))


def _hold(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        retention.hold(tx, _subject(tx, args.number), args.reason, session.today)
    _said(session, "held", session.words.text("Nothing of it is removed until the hold is lifted."))


def _lift(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        lifted = retention.lift(tx, _subject(tx, args.number), session.today)
    said = session.words.plural("%(n)d decision was ended.", "%(n)d decisions were ended.", lifted)
    session.tell({"lifted": lifted}, lambda: [said])


def _clear(session: Session, args: Namespace) -> None:
    if args.due is not None:
        _clear_due(session, args.due)
        return
    said = session.words.text("It was removed for good.")
    with session.writing(keep=True) as tx:
        subject = _subject(tx, args.number)
        match _kind(args.number):
            case "":
                n = retention.thin_log(tx, subject)
                said = session.words.plural(
                    "%(n)d line of the log was removed for good.",
                    "%(n)d lines of the log were removed for good.",
                    n,
                )
            case NumberKind.EVENT:
                retention.clear_guests(tx, subject)
            case NumberKind.PAIRING:
                retention.clear_notes(tx, subject)
            case _:
                retention.clear_clearances(tx, subject)
    _said(session, "cleared", said)


def _clear_due(session: Session, kind: RetentionKind) -> None:
    with session.writing(keep=True) as tx:
        many = retention.clear_due(tx, kind, session.today)
    session.tell({"cleared": many}, lambda: [say_cleared(session.words, kind, many)])


def _anonymise(session: Session, args: Namespace) -> None:
    with session.writing(keep=True, first=_sure(session, args)) as tx:
        done = anonymising.anonymise(tx, people.by_number(tx, args.person).id, session.today)
    session.tell(
        {"anonymised": True, "looked": done.looked, "found": done.found},
        lambda: [say_anonymised(session.words, done.looked, done.found)],
    )


def _erase(session: Session, args: Namespace) -> None:
    if args.preview:
        _preview(session, args)
        return
    with session.writing(keep=True, first=_sure(session, args)) as tx:
        done = erasing.erase(tx, people.by_number(tx, args.person).id)
    session.tell(
        {
            "number": done.number,
            "records": done.records,
            "looked": done.looked,
            "found": done.found,
        },
        lambda: [say_erased(session.words, done.records, done.looked, done.found)],
    )


def _sure(session: Session, args: Namespace) -> Callable[[Database], None]:
    """Asks for the number again, with the name, unless it was said that it is meant."""
    if not args.yes:
        check_sure(_YES)

    def ask(database: Database) -> None:
        if not args.yes:
            with database.read() as tx:
                person = people.by_number(tx, args.person)
            session.asking.number_again(person.name, person.number)

    return ask


def _preview(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        person_id = people.by_number(tx, args.person).id
        told, in_the_way = erasing.preview(tx, person_id), _in_the_way(tx, person_id)
    words, _ = session.words, session.words.text
    stops = [explain(words, in_the_way)] if in_the_way is not None else []
    session.tell(
        {
            "number": told.number,
            "goes": {one.value: many for one, many in told.goes.items()},
            "stays_if_anonymous": {one.value: many for one, many in told.stays.items()},
            "pairs": told.pairs,
            "named_elsewhere": told.elsewhere,
            "in_the_way": stops,
        },
        lambda: [
            f"{told.name} ({told.number})",
            *table(
                (_("What"), _("Goes"), _("Would stay without a name")),
                [
                    (label(words, one), many, told.stays.get(one, 0))
                    for one, many in told.goes.items()
                ],
            ),
            *say_beside(words, told.pairs, told.elsewhere),
            *stops,
        ],
    )


def _in_the_way(tx: Transaction, person_id: UUID) -> Refused | None:
    """What erasing would be refused for."""
    try:
        erasing.check(tx, person_id)
    except Refused as refused:
        return refused
    return None


def _subject(tx: Transaction, number: str) -> UUID:
    match _kind(number):
        case "":
            return offices.read(tx).id
        case NumberKind.EVENT:
            return events.by_number(tx, number).id
        case NumberKind.PAIRING:
            return pairings.by_number(tx, number).id
        case _:
            return people.by_number(tx, number).id


def _kind(number: str) -> NumberKind | Literal[""]:
    """What a number stands for, as its first digit says; "" is the log, which has none."""
    if number == LOG:
        return ""
    first = number.strip()[:1]
    kinds = (NumberKind.EVENT, NumberKind.PAIRING)
    return next((one for one in kinds if first == str(one.value)), NumberKind.PERSON)


def _said(session: Session, what: str, said: str) -> None:
    session.tell({what: True}, lambda: [said])
