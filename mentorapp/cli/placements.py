"""``placements``: who is where in working life, since when, and how it went."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import date
from pathlib import Path
from typing import Any

from mentorapp.cli import placement_changes
from mentorapp.cli.arguments import day
from mentorapp.cli.placement_told import placement_json, placement_lines, quote_json, quote_line
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.placement_figures import PlacementFigures
from mentorapp.domain.placements import PlacementKind, PlacementStatus
from mentorapp.domain.statistics import Share
from mentorapp.operations import (
    organisations,
    people,
    placement_papers,
    placement_rows,
    placements,
    projects,
    quotes,
)
from mentorapp.operations.files import write_whole
from mentorapp.operations.placement_rows import PlacementRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.placements import (
    say_hidden,
    say_period,
    say_place,
    say_places,
    say_status,
)


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``placements`` and its steps."""
    steps = commands.add_parser(
        "placements", help="people in placements, language practice and low-threshold jobs"
    ).add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="all, or those that fit")
    listing.add_argument("--kind", choices=[kind.value for kind in PlacementKind])
    listing.add_argument("--status", choices=[status.value for status in PlacementStatus])
    listing.add_argument("--organisation", metavar="NUMBER")
    listing.add_argument("--person", metavar="NUMBER")
    listing.add_argument("--project", metavar="NAME")
    listing.set_defaults(command=list_placements)
    show = steps.add_parser("show", parents=[shared], help="one placement and its history")
    show.add_argument("number", metavar="NUMBER")
    show.set_defaults(command=show_placement)
    figures = steps.add_parser("figures", parents=[shared], help="what a report tells of them")
    figures.add_argument("--from", dest="first", type=day, metavar="DATE", required=True)
    figures.add_argument("--to", dest="last", type=day, metavar="DATE", help="today")
    figures.add_argument("--project", metavar="NAME")
    figures.set_defaults(command=show_figures)
    paper = steps.add_parser("paper", parents=[shared], help="the agreement to sign, as PDF")
    paper.add_argument("number", metavar="NUMBER")
    paper.add_argument("--out", type=Path, required=True, metavar="FILE")
    paper.set_defaults(command=print_agreement)
    placement_changes.add_steps(steps, shared)


def list_placements(session: Session, args: Namespace) -> None:
    """The list; of protected people without the place, and no filter finds them by it."""
    with session.reading() as tx:
        rows = placement_rows.rows(tx, session.today)
        if args.organisation:
            there = organisations.by_number(tx, args.organisation).id
            rows = [row for row in rows if row.organisation_id == there]
        if args.person:
            who = people.by_number(tx, args.person).id
            rows = [row for row in rows if row.placement.person_id == who]
        if args.project:
            project = projects.find(tx, args.project).id
            rows = [row for row in rows if row.placement.project_id == project]
    rows = [
        row
        for row in rows
        if args.kind in (None, row.placement.kind.value) and args.status in (None, row.status.value)
    ]
    session.tell([placement_json(row) for row in rows], lambda: _table(session.words, rows))


def show_placement(session: Session, args: Namespace) -> None:
    """One placement; of a protected person without the place and what was said about it."""
    with session.reading() as tx:
        placement = placements.by_number(tx, args.number)
        row = placement_rows.one_row(tx, placement, session.today)
        said = [] if row.hidden else quotes.of_placement(tx, placement.id)
        history = placements.history(tx, placement.id)
    words = session.words
    session.tell(
        {
            **placement_json(row),
            "quotes": [quote_json(one) for one in said],
            "history": [
                {"at": one.at, "who": one.actor, "what": one.operation, "fields": list(one.fields)}
                for one in history
            ],
        },
        lambda: [
            *placement_lines(words, row),
            *(quote_line(words, one, protected=row.hidden) for one in said),
            *(
                f"  {words.moment(one.at.astimezone())}  {one.actor}: {one.operation}"
                for one in history
            ),
        ],
    )


def print_agreement(session: Session, args: Namespace) -> None:
    """The agreement to sign; none for somebody whose address is protected."""
    with session.reading() as tx:
        found = placements.by_number(tx, args.number)
        values = placement_papers.agreement_values(tx, found.id)
    pdf = placement_papers.agreement_pdf(values, session.words, session.today)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def show_figures(session: Session, args: Namespace) -> None:
    """Counts with their denominators."""
    with session.counting() as tx:
        project = projects.find(tx, args.project).id if args.project else None
        found = placement_rows.figures(
            tx, args.first, args.last or session.today, session.today, project
        )
    session.tell(_figures_json(found), lambda: _figures_lines(session.words, found))


def _table(words: Words, rows: list[PlacementRow]) -> list[str]:
    _ = words.text
    return table(
        (_("Number"), _("Person"), _("Kind"), _("Where"), _("Period"), _("Status")),
        [
            (
                row.number,
                row.person,
                label(words, row.placement.kind),
                say_hidden(words)
                if row.hidden
                else say_place(words, row.placement, row.organisation),
                say_period(words, row.placement),
                say_status(words, row.placement, row.status),
            )
            for row in rows
        ],
    )


def _figures_json(found: PlacementFigures) -> dict[str, Any]:
    def share(one: Share) -> dict[str, Any]:
        return {"part": one.part, "base": one.base, "percent": one.percent}

    def day_of(one: date) -> str:
        return one.isoformat()

    return {
        "first": day_of(found.first),
        "last": day_of(found.last),
        "started": {kind.value: count for kind, count in found.started.items()},
        "running": {kind.value: count for kind, count in found.running.items()},
        "ended": {end.value: count for end, count in found.ended.items()},
        **{
            name: share(getattr(found, name))
            for name in ("to_job", "to_education", "stopped", "midway_held", "signed", "rose")
        },
        "outside_length": found.outside_length,
        "places": {
            "offered": found.places.offered,
            "taken": found.places.taken,
            "free": found.places.free,
            "over": found.places.over,
        },
        "places_by_sector": {
            sector.value: {"offered": one.offered, "taken": one.taken, "free": one.free}
            for sector, one in found.places_by_sector.items()
        },
    }


def _figures_lines(words: Words, found: PlacementFigures) -> list[str]:
    _ = words.text

    def counts(heading: str, values: Any) -> str:  # noqa: ANN401 - counts by any of the enums
        said = ", ".join(f"{label(words, key)} {count}" for key, count in values.items())
        return f"{heading}: {sum(values.values())}" + (f" ({said})" if said else "")

    def share(heading: str, one: Share) -> str:
        return _("%(what)s: %(part)d of %(base)d") % {
            "what": heading,
            "part": one.part,
            "base": one.base,
        }

    return [
        f"{words.date(found.first)} – {words.date(found.last)}",
        counts(_("Placements begun"), found.started),
        counts(_("Placements running on the last day"), found.running),
        counts(_("Placements ended"), found.ended),
        share(_("Ended with a job, extensions aside"), found.to_job),
        share(_("Ended with education, extensions aside"), found.to_education),
        share(_("Stopped, extensions aside"), found.stopped),
        share(_("Midway talks held of those due"), found.midway_held),
        share(_("Agreement signed of those running"), found.signed),
        share(_("Higher level of the language, where both are known"), found.rose),
        _("Running for less than 3 or more than 12 months: %(n)d") % {"n": found.outside_length},
        _("Places: %(places)s") % {"places": say_places(words, found.places)},
        *(
            f"  {label(words, sector)}: {say_places(words, one)}"
            for sector, one in found.places_by_sector.items()
        ),
    ]
