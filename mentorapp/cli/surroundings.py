"""``surroundings``: figures about the municipality, typed once a year, and the mirror of them."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.domain.errors import NotFound
from mentorapp.domain.goals import Measure
from mentorapp.domain.statistics import Share
from mentorapp.domain.surroundings import BackgroundFigure, BackgroundKind, Mirror
from mentorapp.operations import Transaction, goals, surroundings
from mentorapp.words import Words
from mentorapp.words.goals import say_gap, say_share, say_target
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command and its steps."""
    group = commands.add_parser("surroundings", help="figures about the municipality, by year")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="every figure")
    listing.set_defaults(command=list_figures)
    mirror = steps.add_parser("mirror", parents=[shared], help="employees beside inhabitants")
    mirror.set_defaults(command=tell_mirror)
    setting = steps.add_parser("set", parents=[shared], help="type a figure, or change it")
    deleting = steps.add_parser("delete", parents=[shared], help="take a figure away")
    for step in (setting, deleting):
        step.add_argument("year", type=int, metavar="YEAR")
        step.add_argument("kind", choices=[one.value for one in BackgroundKind])
    setting.add_argument("value", type=int, metavar="N")
    setting.add_argument("--source", help="where the figure stands")
    setting.add_argument("--definition", help="what was counted")
    setting.set_defaults(command=set_figure)
    deleting.set_defaults(command=delete)


def list_figures(session: Session, _args: Namespace) -> None:
    """Every figure, the newest year first."""
    with session.counting() as tx:
        found = surroundings.all_figures(tx)
    words = session.words
    session.tell(
        [_json(one) for one in found],
        lambda: [_line(words, one) for one in found],
    )


def tell_mirror(session: Session, _args: Namespace) -> None:
    """Year by year: shares of employees and of inhabitants, and placements."""
    with session.counting() as tx:
        found = surroundings.mirror(tx, session.today)
        goal = goals.in_force(tx, Measure.DIVERSE_EMPLOYEES, session.today)
    words = session.words
    wanted = say_target(words, goal) if goal else ""
    session.tell(
        [
            {
                "year": one.year,
                "employees": _share(one.employees),
                "inhabitants": _share(one.inhabitants),
                "countries": one.countries,
                "placements": one.placements,
                "placements_all": one.placements_all,
                "gap_points": one.gap,
                "goal": wanted or None,
            }
            for one in found
        ],
        lambda: [
            *(
                [words.text("Goal for the employees: %(goal)s") % {"goal": wanted}]
                if wanted
                else []
            ),
            *(line for one in found for line in _mirror(words, one)),
        ],
    )


def set_figure(session: Session, args: Namespace) -> None:
    """Type a figure; one that is there is changed."""
    told = {
        name: value
        for name in ("source", "definition")
        if (value := getattr(args, name)) is not None
    }
    with session.writing() as tx:
        held = _held(tx, args)
        figure = held or BackgroundFigure(
            year=args.year, kind=BackgroundKind(args.kind), value=args.value
        )
        kept = surroundings.save(tx, replace(figure, value=args.value, **told))
    session.tell(_json(kept), lambda: [_line(session.words, kept)])


def delete(session: Session, args: Namespace) -> None:
    """Take a figure away."""
    with session.writing() as tx:
        held = _held(tx, args)
        if held is None:
            raise NotFound("background_figure", f"{args.year} {args.kind}")
        surroundings.delete(tx, held.id)
    session.tell(
        _json(held),
        lambda: [session.words.text("Deleted: %(what)s") % {"what": _line(session.words, held)}],
    )


def _held(tx: Transaction, args: Namespace) -> BackgroundFigure | None:
    return next(
        (
            one
            for one in surroundings.all_figures(tx)
            if (one.year, one.kind.value) == (args.year, args.kind)
        ),
        None,
    )


def _json(one: BackgroundFigure) -> dict[str, Any]:
    return {
        "year": one.year,
        "kind": one.kind.value,
        "value": one.value,
        "source": one.source,
        "definition": one.definition,
    }


def _line(words: Words, one: BackgroundFigure) -> str:
    source = f" ({one.source})" if one.source else ""
    return f"{one.year}  {label(words, one.kind)}: {words.number(one.value)}{source}"


def _share(share: Share | None) -> dict[str, int | float | None] | None:
    if share is None:
        return None
    percent = round(100 * share.part / share.base, 1) if share.base else None
    return {"part": share.part, "base": share.base, "percent": percent}


def _mirror(words: Words, one: Mirror) -> list[str]:
    _ = words.text
    lines = [f"{one.year}"]
    if one.employees is not None:
        lines.append(
            "  "
            + _("Employees with a multicultural background: %(share)s")
            % {"share": say_share(words, one.employees)}
        )
    if one.inhabitants is not None:
        lines.append(
            "  " + _("Immigrants: %(share)s") % {"share": say_share(words, one.inhabitants)}
        )
    if gap := say_gap(words, one):
        lines.append(f"  {gap}")
    placements = _("Placements begun: %(ours)d") % {"ours": one.placements}
    if one.placements_all is not None:
        placements += " " + _("(in the whole municipality, as typed: %(all)d)") % {
            "all": one.placements_all
        }
    return [*lines, f"  {placements}"]
