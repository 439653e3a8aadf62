"""``projects``: the tag on pairings, placements and events, and the page about one."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.projects import Project, ProjectFigures
from mentorapp.operations import Transaction, organisations, projects
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import handle
from mentorapp.operations.projects import ProjectRow


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command with its steps."""
    text = "named projects: a tag on pairings, placements and events"
    listing = commands.add_parser("projects", parents=[shared], help=text, description=text)
    listing.set_defaults(command=list_projects)
    steps = listing.add_subparsers(title="steps", metavar="STEP")
    adding = steps.add_parser("add", parents=[shared], help="add a project")
    adding.add_argument("name", metavar="NAME")
    adding.set_defaults(command=add)
    changing = steps.add_parser("change", parents=[shared], help="change a project")
    changing.add_argument("project", metavar="PROJECT", help="its handle or name")
    changing.add_argument("--name")
    changing.set_defaults(command=change)
    for step in (adding, changing):
        step.add_argument("--from", type=day, dest="from_date", metavar="DATE")
        step.add_argument("--to", type=day, dest="to_date", metavar="DATE")
        step.add_argument(
            "--partners", nargs="*", metavar="NUMBER", help="organisations by their numbers"
        )
        step.add_argument("--notes")
    deleting = steps.add_parser("delete", parents=[shared], help="delete a project")
    deleting.add_argument("project", metavar="PROJECT", help="its handle or name")
    deleting.set_defaults(command=delete)
    tagging = steps.add_parser("tag", parents=[shared], help="put something under a project")
    tagging.add_argument("project", metavar="PROJECT", help="its handle or name, or - for none")
    tagging.add_argument(
        "numbers", metavar="NUMBER", nargs="+", help="of pairings, placements and events"
    )
    tagging.set_defaults(command=tag)
    reporting = steps.add_parser("report", parents=[shared], help="the figures of a project")
    reporting.add_argument("project", metavar="PROJECT", help="its handle or name")
    reporting.add_argument("--out", type=Path, metavar="FILE", help="the page as PDF")
    reporting.set_defaults(command=report)


def list_projects(session: Session, _args: Namespace) -> None:
    """All projects with what carries their tag."""
    with session.reading() as tx:
        rows = projects.rows(tx)
    words, _ = session.words, session.words.text
    session.tell(
        [_json(row) for row in rows],
        lambda: table(
            (
                _("Handle"),
                _("Name"),
                _("From"),
                _("To"),
                _("Partners"),
                _("Pairings"),
                _("Placements"),
                _("Events"),
            ),
            [
                (
                    handle(row.id),
                    row.project.name,
                    words.date(row.project.from_date),
                    words.date(row.project.to_date),
                    ", ".join(row.partners),
                    row.pairings,
                    row.placements,
                    row.events,
                )
                for row in rows
            ],
        ),
    )


def add(session: Session, args: Namespace) -> None:
    """Add a project; it begins today unless told otherwise."""
    with session.writing() as tx:
        fresh = Project(name=args.name, from_date=args.from_date or session.today)
        saved = projects.save(tx, replace(fresh, **_given(tx, args)))
        row = projects.row(tx, saved.id)
    _tell_saved(session, row)


def change(session: Session, args: Namespace) -> None:
    """Change what is given of a project."""
    with session.writing() as tx:
        found = projects.find(tx, args.project)
        named = {"name": args.name} if args.name is not None else {}
        saved = projects.save(tx, replace(found, **named, **_given(tx, args)))
        row = projects.row(tx, saved.id)
    _tell_saved(session, row)


def delete(session: Session, args: Namespace) -> None:
    """Delete a project that nothing is under."""
    with session.writing() as tx:
        held = projects.delete(tx, projects.find(tx, args.project).id)
    session.tell(
        {"handle": handle(held.id), "name": held.name},
        lambda: [session.words.text("%(name)s was deleted.") % {"name": held.name}],
    )


def tag(session: Session, args: Namespace) -> None:
    """Put pairings, placements and events under a project, or take them from under one."""
    with session.writing() as tx:
        project = None if args.project == "-" else projects.find(tx, args.project)
        found = [projects.by_number(tx, number) for number in args.numbers]
        for one in found:
            projects.tag(tx, one, project.id if project else None)
    words = session.words
    session.tell(
        {
            "project": project.name if project else None,
            "numbers": [one.number for one in found],
        },
        lambda: [
            words.plural("Saved for %(n)d number.", "Saved for %(n)d numbers.", len(found)),
        ],
    )


def report(session: Session, args: Namespace) -> None:
    """The figures of a project, and on paper when a file is named."""
    with session.reading() as tx:
        values = projects.report(tx, projects.find(tx, args.project).id, session.today)
    words, figures = session.words, values.figures
    if args.out:
        write_whole(args.out, projects.report_pdf(values, words), make_folder=True)
    session.tell(
        {**_json(values.row), "figures": _figures(figures), "file": args.out},
        lambda: [
            words.text("People: %(people)d, pairs: %(pairings)d, meetings: %(meetings)d")
            % {
                "people": figures.people,
                "pairings": figures.pairings,
                "meetings": figures.meetings,
            },
            words.text("Placements: %(placements)d, events: %(events)d, guests: %(guests)d")
            % {
                "placements": figures.placements,
                "events": figures.events,
                "guests": figures.guests,
            },
            *([words.text("Written: %(file)s") % {"file": args.out}] if args.out else []),
        ],
    )


def _given(tx: Transaction, args: Namespace) -> dict[str, Any]:
    told = {name: getattr(args, name) for name in ("from_date", "to_date", "notes")}
    if args.partners is not None:
        told["partners"] = frozenset(
            organisations.by_number(tx, number).id for number in args.partners
        )
    return {name: value for name, value in told.items() if value is not None}


def _tell_saved(session: Session, row: ProjectRow) -> None:
    session.tell(
        _json(row),
        lambda: [
            session.words.text("Saved: %(name)s (%(handle)s).")
            % {"name": row.project.name, "handle": handle(row.id)}
        ],
    )


def _json(row: ProjectRow) -> dict[str, Any]:
    return {
        "handle": handle(row.id),
        "name": row.project.name,
        "from": row.project.from_date,
        "to": row.project.to_date,
        "partners": list(row.partners),
        "pairings": row.pairings,
        "placements": row.placements,
        "events": row.events,
        "notes": row.project.notes,
    }


def _figures(figures: ProjectFigures) -> dict[str, Any]:
    return {
        "until": figures.until,
        "people": figures.people,
        "pairings": figures.pairings,
        "pairings_running": figures.pairings_running,
        "pairings_completed": figures.pairings_completed,
        "pairings_ended_early": figures.pairings_ended_early,
        "meetings": figures.meetings,
        "minutes": figures.minutes,
        "placements": figures.placements,
        "placements_running": figures.placements_running,
        "placement_ends": {end.value: n for end, n in figures.placement_ends.items()},
        "events": figures.events,
        "guests": figures.guests,
    }
