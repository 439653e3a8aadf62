"""``quotes``: what people said, and what of it may be printed."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.operations import Transaction, interviews, people, quotes
from mentorapp.operations.handles import by_handle, handle
from mentorapp.operations.quotes import QuoteRow
from mentorapp.words import Words
from mentorapp.words.interviews import say_consent


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("quotes", help="quotations and the consent to print them")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    listing = steps.add_parser("list", parents=[shared], help="all quotations, for the office")
    listing.add_argument("--person", metavar="PERSON")
    listing.set_defaults(command=_list)
    printable = steps.add_parser(
        "printable", parents=[shared], help="those that may be printed, without names"
    )
    printable.set_defaults(command=_printable)
    adding = steps.add_parser("add", parents=[shared], help="note what somebody said")
    adding.add_argument("person", metavar="PERSON")
    adding.add_argument("text", metavar="TEXT")
    adding.add_argument("--credit", default="", help="how the person is named: “woman, 20”")
    adding.add_argument("--on", type=day, metavar="DATE", help="when it was said; today")
    adding.add_argument("--interview", metavar="INTERVIEW")
    adding.add_argument("--consent", type=day, metavar="DATE", help="the day of the consent")
    adding.set_defaults(command=_add)
    agreeing = steps.add_parser("consent", parents=[shared], help="the person agreed to be quoted")
    agreeing.set_defaults(command=_consent)
    withdrawing = steps.add_parser("withdraw", parents=[shared], help="takes the consent back")
    withdrawing.set_defaults(command=_withdraw)
    removing = steps.add_parser("remove", parents=[shared], help="delete one")
    removing.set_defaults(command=_remove)
    for step in (agreeing, withdrawing, removing):
        step.add_argument("quote", metavar="QUOTE", help="as shown by list")
    for step in (agreeing, withdrawing):
        step.add_argument("--on", type=day, metavar="DATE", help="today")


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        if args.person:
            wanted = people.by_number(tx, args.person).id
            rows = [row for row in quotes.all_rows(tx) if row.quote.person_id == wanted]
        else:
            rows = quotes.for_list(tx)
    session.tell(
        [_json(row) for row in rows],
        lambda: [line for row in rows for line in _lines(session.words, row)],
    )


def _printable(session: Session, _args: Namespace) -> None:
    with session.reading() as tx:
        found = quotes.printable_quotes(tx, last=session.today)
    words = session.words
    session.tell(
        [{"text": one.text, "credit": one.credit, "said_on": one.said_on} for one in found],
        lambda: [f"“{one.text}” {one.credit} ({words.date(one.said_on)})" for one in found],
    )


def _add(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        interview = (
            by_handle(interviews.of_person(tx, person.id), Interview, args.interview)
            if args.interview
            else None
        )
        quote = Quote(
            person_id=person.id,
            interview_id=interview.id if interview else None,
            text=args.text,
            said_on=args.on or (interview.held_on if interview else session.today),
            credit=args.credit,
            consent_on=args.consent,
        )
        row = _row(tx, quotes.save(tx, quote, session.today))
    _tell(session, row)


def _consent(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = _find(quotes.all_rows(tx), args.quote)
        agreed = quotes.consent(tx, stored.id, args.on or session.today, session.today)
        row = _row(tx, agreed)
    _tell(session, row)


def _withdraw(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = _find(quotes.all_rows(tx), args.quote)
        withdrawn = quotes.withdraw(tx, stored.id, args.on or session.today, session.today)
        row = _row(tx, withdrawn)
    _tell(session, row)


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = _find(quotes.all_rows(tx), args.quote)
        quotes.remove(tx, stored.id)
    session.tell(
        {"quote": handle(stored.id)},
        lambda: [session.words.text("Deleted: %(what)s") % {"what": stored.text}],
    )


def _find(rows: list[QuoteRow], text: str) -> Quote:
    return by_handle([row.quote for row in rows], Quote, text)


def _row(tx: Transaction, quote: Quote) -> QuoteRow:
    return next(row for row in quotes.all_rows(tx) if row.quote.id == quote.id)


def _tell(session: Session, row: QuoteRow) -> None:
    session.tell(_json(row), lambda: _lines(session.words, row))


def _json(row: QuoteRow) -> dict[str, Any]:
    quote = row.quote
    return {
        "quote": handle(quote.id),
        "person": row.number,
        "name": row.name,
        "text": quote.text,
        "credit": quote.credit,
        "said_on": quote.said_on,
        "consent_on": quote.consent_on,
        "withdrawn_on": quote.withdrawn_on,
        "may_be_printed": row.may_be_printed,
    }


def _lines(words: Words, row: QuoteRow) -> list[str]:
    quote = row.quote
    return [
        f"{handle(quote.id)}  {words.date(quote.said_on)}  {row.name} ({row.number})",
        *(
            [f"  “{quote.text}”" + (f" {quote.credit}" if quote.credit else "")]
            if quote.text
            else []
        ),
        f"  {say_consent(words, quote, protected=row.protected)}",
    ]
