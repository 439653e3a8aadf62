"""``people merge``, ``people duplicates`` and ``organisations merge``: two records of one."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.merging import Counts, Differing
from mentorapp.operations import likeness, merging, organisations, people
from mentorapp.words.merging import value_told

_LETTERS = {"A": Counts.FIRST, "B": Counts.SECOND}


def add_to(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The steps of ``people``."""
    alike = steps.add_parser("duplicates", parents=[shared], help="who may be registered twice")
    alike.set_defaults(command=_duplicates)
    one = steps.add_parser("merge", parents=[shared], help="two records of one person become one")
    _two(one)
    one.set_defaults(command=_merge)


def add_organisations_to(listing: ArgumentParser, shared: ArgumentParser) -> None:
    """The step of ``organisations``."""
    steps = listing.add_subparsers(title="steps", metavar="STEP")
    one = steps.add_parser(
        "merge", parents=[shared], help="two records of one organisation become one"
    )
    _two(one)
    one.set_defaults(command=_merge_organisations)


def _two(parser: ArgumentParser) -> None:
    parser.add_argument("first", metavar="A", help="the number that stays")
    parser.add_argument("second", metavar="B", help="the number that goes to Deleted")
    parser.add_argument(
        "--take",
        action="append",
        default=[],
        metavar="FIELD=B",
        help="whose field counts (A or B); may be given several times",
    )
    parser.add_argument("--compare", action="store_true", help="only show in what they differ")


def _duplicates(session: Session, _args: Namespace) -> None:
    with session.reading() as tx:
        found = likeness.duplicates(tx)
    _ = session.words.text
    session.tell(
        [{"first": one.first.number, "second": one.second.number, "by": one.by} for one in found],
        lambda: table(
            (_("Number"), _("Name"), _("Number"), _("Name")),
            [(a.number, a.name, b.number, b.name) for a, b in ((x.first, x.second) for x in found)],
        ),
    )


def _merge(session: Session, args: Namespace) -> None:
    take = _taken(args.take)
    if args.compare:
        with session.reading() as tx:
            first, second = (people.by_number(tx, one) for one in (args.first, args.second))
            compared = merging.compare(tx, first.id, second.id)
        _tell(session, compared.differing, compared.names)
        return
    with session.writing() as tx:
        first, second = (people.by_number(tx, one) for one in (args.first, args.second))
        saved = merging.merge(tx, first.id, second.id, session.today, take)
    _say(session, saved.person.number, second.number)


def _merge_organisations(session: Session, args: Namespace) -> None:
    take = _taken(args.take)
    if args.compare:
        with session.reading() as tx:
            first, second = (organisations.by_number(tx, one) for one in (args.first, args.second))
            compared = merging.compare_organisations(tx, first.id, second.id)
        _tell(session, compared.differing, {})
        return
    with session.writing() as tx:
        first, second = (organisations.by_number(tx, one) for one in (args.first, args.second))
        saved = merging.merge_organisations(tx, first.id, second.id, take)
    _say(session, saved.number, second.number)


def _taken(given: list[str]) -> dict[str, Counts]:
    taken = {}
    for text in given:
        field, _, letter = text.partition("=")
        if letter.upper() not in _LETTERS:
            raise InvalidField("take", Problem.OUT_OF_RANGE, text, "A, B")
        taken[field] = _LETTERS[letter.upper()]
    return taken


def _tell(session: Session, found: tuple[Differing, ...], names: Mapping[UUID, str]) -> None:
    words, _ = session.words, session.words.text

    def values(one: Differing) -> tuple[str, str]:
        return (
            value_told(words, one.name, one.first, names),
            value_told(words, one.name, one.second, names),
        )

    marks = {Counts.FIRST: "A", Counts.SECOND: "B", None: ""}
    rows: list[dict[str, Any]] = [
        {"field": one.name, "A": values(one)[0], "B": values(one)[1], "counts": marks[one.counts]}
        for one in found
    ]
    session.tell(
        rows,
        lambda: table((_("Field"), "A", "B", _("Counts")), [tuple(row.values()) for row in rows]),
    )


def _say(session: Session, first: int, second: int) -> None:
    said = session.words.text("%(second)d is %(first)d from now on; %(second)d is in Deleted.")
    values = {"first": first, "second": second}
    session.tell(values, lambda: [said % values])
