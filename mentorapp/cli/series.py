"""``series``: figures by year that others have counted, beside ours."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.domain.series import Series, SeriesKind
from mentorapp.domain.typed_series import read_series
from mentorapp.operations import series
from mentorapp.operations.files import read_at_most
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words import Words
from mentorapp.words.goals import say_mean, say_series
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command and its steps."""
    group = commands.add_parser("series", help="figures by year that others have counted")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="every series")
    listing.set_defaults(command=list_series)
    adding = steps.add_parser("add", parents=[shared], help="type or import a series")
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--definition", required=True, help="what was counted, and of whom")
    adding.add_argument(
        "--kind",
        choices=[one.value for one in SeriesKind],
        default=SeriesKind.RESULTS.value,
    )
    adding.add_argument("--source", default="", help="where the figures stand")
    _values(adding, required=True)
    adding.set_defaults(command=add)
    changing = steps.add_parser("change", parents=[shared], help="change a series")
    changing.add_argument("handle", metavar="HANDLE")
    changing.add_argument("--name")
    changing.add_argument("--definition")
    changing.add_argument("--source")
    _values(changing, required=False)
    changing.set_defaults(command=change)
    deleting = steps.add_parser("delete", parents=[shared], help="take a series away")
    deleting.add_argument("handle", metavar="HANDLE")
    deleting.set_defaults(command=delete)


def _values(parser: ArgumentParser, *, required: bool) -> None:
    where = parser.add_mutually_exclusive_group(required=required)
    where.add_argument(
        "--figures",
        nargs="+",
        metavar="YEAR;PERCENT;BASE",
        help="such as 2013;65 2014;81;120 (in quotation marks)",
    )
    where.add_argument("--file", type=Path, metavar="FILE", help="a line for each year")


def _figures(args: Namespace) -> dict[str, Any]:
    if args.file is not None:
        text = read_at_most(args.file).decode("utf-8-sig", errors="replace")
    elif args.figures:
        text = "\n".join(args.figures)
    else:
        return {}
    per_mille, bases = read_series(text)
    return {"per_mille": per_mille, "bases": bases}


def list_series(session: Session, _args: Namespace) -> None:
    """Every series with its definition."""
    with session.counting() as tx:
        found = series.all_series(tx)
    words = session.words
    session.tell(
        [_json(one) for one in found],
        lambda: [line for one in found for line in _lines(words, one)],
    )


def add(session: Session, args: Namespace) -> None:
    """Keep a new series."""
    made = Series(
        name=args.name,
        kind=SeriesKind(args.kind),
        definition=args.definition,
        source=args.source,
        **_figures(args),
    )
    with session.writing() as tx:
        kept = series.save(tx, made)
    _tell(session, kept)


def change(session: Session, args: Namespace) -> None:
    """Change what is told, leave the rest."""
    told = {
        name: value
        for name in ("name", "definition", "source")
        if (value := getattr(args, name)) is not None
    }
    told |= _figures(args)
    with session.writing() as tx:
        held = by_handle(series.all_series(tx), Series, args.handle)
        kept = series.save(tx, replace(held, **told))
    _tell(session, kept)


def delete(session: Session, args: Namespace) -> None:
    """Take it away."""
    with session.writing() as tx:
        held = by_handle(series.all_series(tx), Series, args.handle)
        series.delete(tx, held.id)
    session.tell(
        {"handle": handle(held.id), "name": held.name},
        lambda: [session.words.text("Deleted: %(what)s") % {"what": held.name}],
    )


def _tell(session: Session, one: Series) -> None:
    session.tell(
        _json(one),
        lambda: [f"{handle(one.id)}  {one.name}: {say_series(session.words, one)}"],
    )


def _json(one: Series) -> dict[str, Any]:
    return {
        "handle": handle(one.id),
        "name": one.name,
        "kind": one.kind.value,
        "definition": one.definition,
        "source": one.source,
        "percent": {year: value / 10 for year, value in sorted(one.per_mille.items())},
        "bases": dict(sorted(one.bases.items())),
        "mean_percent": one.mean,
        "weighted_mean_percent": one.weighted_mean,
    }


def _lines(words: Words, one: Series) -> list[str]:
    below = [say_series(words, one)]
    if mean := say_mean(words, one):
        below.append(mean)
    below.append(words.text("Definition: %(text)s") % {"text": one.definition})
    if one.source:
        below.append(words.text("Source: %(text)s") % {"text": one.source})
    head = f"{handle(one.id)}  {one.name} ({label(words, one.kind)})"
    return [head, *(f"        {line}" for line in below)]
