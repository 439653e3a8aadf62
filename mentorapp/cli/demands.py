"""``demands``: what organisations look for, and who fits."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.demands import Demand, DemandKind
from mentorapp.domain.languages import Level
from mentorapp.operations import demands, organisations
from mentorapp.operations.demands import DemandRow, FitRow
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words.competences import say_asked, say_fit, say_work
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``demands list|show|add|close|remove``."""
    group = commands.add_parser("demands", help="what organisations look for")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="open and closed demands")
    listing.add_argument("--open", action="store_true", help="only the open ones")
    listing.set_defaults(command=list_demands)
    adding = steps.add_parser("add", parents=[shared], help="note a demand")
    adding.add_argument("organisation", metavar="ORGANISATION", help="its number")
    adding.add_argument("occupation", metavar="OCCUPATION", help="in words")
    adding.add_argument("--group", default="", metavar="KEY", help="the occupation group")
    adding.add_argument("--kind", type=DemandKind, choices=list(DemandKind), default=DemandKind.JOB)
    adding.add_argument("--people", type=int, default=1)
    adding.add_argument("--level", type=Level, choices=list(Level), help="of the language")
    adding.add_argument("--level-for", default="", metavar="TEXT", help="what the level is for")
    for option in ("skill", "licence", "certificate"):
        adding.add_argument(
            f"--{option}", action="append", default=[], metavar="TEXT", help="may be repeated"
        )
    adding.add_argument("--date", type=day, metavar="DATE", help="when they asked; today")
    adding.add_argument("--notes", default="")
    adding.set_defaults(command=add)
    showing = steps.add_parser("show", parents=[shared], help="a demand and who fits it")
    showing.set_defaults(command=show)
    closing = steps.add_parser("close", parents=[shared], help="nobody is looked for any more")
    closing.set_defaults(command=close)
    removing = steps.add_parser("remove", parents=[shared], help="delete one noted by mistake")
    removing.set_defaults(command=remove)
    for step in (showing, closing, removing):
        step.add_argument("demand", metavar="DEMAND", help="its mark in the list")


def list_demands(session: Session, args: Namespace) -> None:
    """All demands with how many people fit."""
    with session.reading() as tx:
        rows = demands.rows(tx, only_open=args.open)
    words, _ = session.words, session.words.text
    session.tell(
        [_demand(session, row) for row in rows],
        lambda: table(
            (
                _("Mark"),
                _("Organisation"),
                _("Occupation"),
                _("Kind"),
                _("How many people"),
                _("Who fit"),
                _("Closed on"),
            ),
            [
                (
                    handle(row.id),
                    row.organisation,
                    say_work(words, row.work),
                    label(words, row.demand.kind),
                    row.demand.people,
                    row.fitting,
                    words.date(row.demand.closed_on),
                )
                for row in rows
            ],
        ),
    )


def show(session: Session, args: Namespace) -> None:
    """One demand with the people who fit it best."""
    with session.reading() as tx:
        demand = by_handle(demands.all_demands(tx), Demand, args.demand)
        (row,) = (one for one in demands.rows(tx) if one.id == demand.id)
        fitting = demands.fits_of_demand(tx, demand.id)
    words = session.words
    session.tell(
        _demand(session, row) | {"fits": [fit_json(session, one) for one in fitting]},
        lambda: [
            f"{row.organisation}: {say_work(words, row.work)}",
            *([f"  {asked}"] if (asked := say_asked(words, demand)) else []),
            *(
                f"  {one.card.name} ({one.card.number}): {say_fit(words, one.fit)}"
                for one in fitting
            ),
        ],
    )


def add(session: Session, args: Namespace) -> None:
    """Note what an organisation looks for."""
    with session.writing() as tx:
        organisation = organisations.by_number(tx, args.organisation)
        saved = demands.save(
            tx,
            Demand(
                organisation_id=organisation.id,
                kind=args.kind,
                occupation=args.occupation,
                occupation_group=args.group,
                people=args.people,
                level=args.level,
                level_note=args.level_for,
                skills=tuple(args.skill),
                licences=tuple(args.licence),
                certificates=tuple(args.certificate),
                asked_on=args.date or session.today,
                notes=args.notes,
            ),
            session.today,
        )
        (row,) = (one for one in demands.rows(tx) if one.id == saved.id)
    _tell(session, row, session.words.text("Saved: %(organisation)s looks for: %(occupation)s."))


def close(session: Session, args: Namespace) -> None:
    """Nobody is looked for any more."""
    with session.writing() as tx:
        demand = by_handle(demands.all_demands(tx), Demand, args.demand)
        demands.close(tx, demand.id, session.today)
        (row,) = (one for one in demands.rows(tx) if one.id == demand.id)
    said = session.words.text("Closed: %(organisation)s no longer looks for: %(occupation)s.")
    _tell(session, row, said)


def remove(session: Session, args: Namespace) -> None:
    """Delete a demand."""
    with session.writing() as tx:
        demand = by_handle(demands.all_demands(tx), Demand, args.demand)
        (row,) = (one for one in demands.rows(tx) if one.id == demand.id)
        demands.remove(tx, demand.id)
    _tell(session, row, session.words.text("Deleted: %(organisation)s, %(occupation)s."))


def fit_json(session: Session, one: FitRow) -> dict[str, Any]:
    """A fit: who, what, what is missing, and all of it in words."""
    fit, words = one.fit, session.words
    return {
        "person": one.card.number,
        "name": one.card.name,
        "demand": handle(one.demand.id),
        "organisation": one.organisation,
        "occupation": say_work(words, one.work),
        "points": fit.points,
        "trade": fit.trade.value,
        "level": fit.level.value if fit.level else None,
        "level_needed": fit.level_needed.value if fit.level_needed else None,
        "level_for": fit.level_note,
        "has": list(fit.held),
        "lacks": [*fit.missing_licences, *fit.missing_certificates, *fit.missing_skills],
        "to_see_to": [gap.value for gap in fit.to_see_to],
        "in_words": say_fit(words, fit),
    }


def _tell(session: Session, row: DemandRow, said: str) -> None:
    session.tell(
        _demand(session, row),
        lambda: [
            said
            % {
                "organisation": row.organisation,
                "occupation": say_work(session.words, row.work),
            }
        ],
    )


def _demand(session: Session, row: DemandRow) -> dict[str, Any]:
    demand = row.demand
    return {
        "demand": handle(row.id),
        "organisation": row.organisation,
        "organisation_number": row.organisation_number,
        "kind": demand.kind.value,
        "occupation": say_work(session.words, row.work),
        "occupation_group": demand.occupation_group,
        "people": demand.people,
        "level": demand.level.value if demand.level else None,
        "level_for": demand.level_note,
        "skills": list(demand.skills),
        "licences": list(demand.licences),
        "certificates": list(demand.certificates),
        "asked_on": demand.asked_on,
        "closed_on": demand.closed_on,
        "fitting": row.fitting,
        "fitting_whole": row.whole,
        "notes": demand.notes,
    }
