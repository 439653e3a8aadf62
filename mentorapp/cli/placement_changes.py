"""``placements add``, ``change``, ``midway``, ``end``, ``extend``, ``quote``: what writes one."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.placement_told import placement_json, placement_lines, quote_json, quote_line
from mentorapp.cli.session import Session
from mentorapp.domain.interviews import Quote
from mentorapp.domain.languages import Level
from mentorapp.domain.placements import Placement, PlacementEnd, PlacementKind, PlacementSetting
from mentorapp.operations import (
    Transaction,
    organisations,
    people,
    placement_rows,
    placements,
    projects,
    quotes,
)

_LEVELS = [level.value for level in Level]
#: Options that are called as the field is.
_SAME = ("unit", "supervisor", "teaching", "practised", "notes")


def add_steps(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The steps that write."""

    def step(name: str, run: Callable[[Session, Namespace], None], text: str) -> ArgumentParser:
        added = steps.add_parser(name, parents=[shared], help=text)
        added.set_defaults(command=run)
        if name != "add":
            added.add_argument("number", metavar="NUMBER")
        return added

    adding = step("add", add, "register a placement")
    adding.add_argument("--person", metavar="NUMBER", required=True)
    adding.add_argument("--organisation", metavar="NUMBER", required=True)
    changing = step("change", change, "change what is given of a placement")
    changing.add_argument("--organisation", metavar="NUMBER")
    changing.add_argument("--midway-note", metavar="TEXT")
    changing.add_argument("--learnt")
    changing.add_argument("--level-after", choices=_LEVELS, help="of the language")
    for one in (adding, changing):
        _add_facts(one, required=one is adding)

    talked = step("midway", midway, "the midway talk was held")
    talked.add_argument("--date", type=day, metavar="DATE", help="today")
    talked.add_argument("--note", default="")

    ending = step("end", end, "it has ended")
    ending.add_argument("--end", choices=[one.value for one in PlacementEnd], required=True)
    ending.add_argument("--date", type=day, metavar="DATE", help="today")
    ending.add_argument("--note", default="", help="why; needed when it was stopped")
    ending.add_argument("--learnt", default="")
    ending.add_argument("--level", choices=_LEVELS, help="of the language, after")

    step("reopen", reopen, "the end was told by mistake")
    longer = step("extend", extend, "it goes on: a new one follows")
    longer.add_argument("--to", dest="last", type=day, metavar="DATE", required=True)
    step("delete", delete, "it was registered by mistake")

    quoting = step("quote", quote, "what the person said")
    quoting.add_argument("text", metavar="TEXT")
    quoting.add_argument("--date", type=day, metavar="DATE", help="said on; today")
    quoting.add_argument("--credit", default="", help='as who, such as "woman, 20"')
    quoting.add_argument("--consent", type=day, metavar="DATE", help="to quote, given on")


def _add_facts(step: ArgumentParser, *, required: bool) -> None:
    """What both a new placement and a changed one may be given."""
    step.add_argument("--kind", choices=[kind.value for kind in PlacementKind])
    step.add_argument("--setting", choices=[one.value for one in PlacementSetting])
    step.add_argument("--from", dest="first", type=day, metavar="DATE", required=required)
    step.add_argument("--to", dest="last", type=day, metavar="DATE", required=required)
    step.add_argument("--hours", type=_hours, metavar="HOURS", help="a week")
    step.add_argument("--days", type=int, metavar="DAYS", help="a week")
    step.add_argument("--midway", type=day, metavar="DATE", help="half way")
    step.add_argument("--signed", type=day, metavar="DATE", help="the agreement")
    step.add_argument("--level", choices=_LEVELS, help="of the language, before")
    step.add_argument("--project", metavar="NAME")
    for name in ("unit", "supervisor", "phone", "teaching", "practised", "notes"):
        step.add_argument(f"--{name}")


def _hours(text: str) -> int:
    try:
        return round(float(text.replace(",", ".")) * 60)
    except (ValueError, OverflowError):
        raise ArgumentTypeError(f"not a number of hours: {text!r}") from None


def add(session: Session, args: Namespace) -> None:
    """Register a placement by the numbers of person and organisation."""

    def do(tx: Transaction) -> Placement:
        made = Placement(
            person_id=people.by_number(tx, args.person).id,
            organisation_id=organisations.by_number(tx, args.organisation).id,
            started_on=args.first,
            planned_end=args.last,
        )
        return placements.register(tx, replace(made, **_given(tx, args)), session.today)

    _write(session, do)


def change(session: Session, args: Namespace) -> None:
    """Change what is given; the person stays, and an end is told by ``end``."""

    def do(tx: Transaction) -> Placement:
        found = placements.by_number(tx, args.number)
        given = _given(tx, args)
        if args.organisation:
            given["organisation_id"] = organisations.by_number(tx, args.organisation).id
        if args.level_after:
            given["level_after"] = Level(args.level_after)
        for name in ("midway_note", "learnt"):
            if getattr(args, name) is not None:
                given[name] = getattr(args, name)
        return placements.amend(tx, replace(found, **given), session.today)

    _write(session, do)


def _given(tx: Transaction, args: Namespace) -> dict[str, Any]:
    """The fields that were given; an empty text is given too, and empties the field."""
    given: dict[str, Any] = {
        name: value
        for name, value in (
            ("kind", PlacementKind(args.kind) if args.kind else None),
            ("setting", PlacementSetting(args.setting) if args.setting else None),
            ("started_on", args.first),
            ("planned_end", args.last),
            ("weekly_minutes", args.hours),
            ("days_per_week", args.days),
            ("midway_on", args.midway),
            ("agreement_signed_on", args.signed),
            ("level_before", Level(args.level) if args.level else None),
            ("supervisor_phone", args.phone),
            *((name, getattr(args, name)) for name in _SAME),
        )
        if value is not None
    }
    if args.project:
        given["project_id"] = projects.find(tx, args.project).id
    return given


def midway(session: Session, args: Namespace) -> None:
    """Note the midway talk."""
    today = session.today
    _write(
        session,
        lambda tx: placements.midway_held(
            tx, placements.by_number(tx, args.number).id, args.date or today, today, args.note
        ),
    )


def end(session: Session, args: Namespace) -> None:
    """Note the end."""
    today = session.today
    _write(
        session,
        lambda tx: placements.end(
            tx,
            placements.by_number(tx, args.number).id,
            args.date or today,
            PlacementEnd(args.end),
            today,
            note=args.note,
            learnt=args.learnt,
            level_after=Level(args.level) if args.level else None,
        ),
    )


def reopen(session: Session, args: Namespace) -> None:
    """Take back an end."""
    _write(
        session,
        lambda tx: placements.reopen(tx, placements.by_number(tx, args.number).id, session.today),
    )


def extend(session: Session, args: Namespace) -> None:
    """Let a new one follow."""
    _write(
        session,
        lambda tx: placements.extend(
            tx, placements.by_number(tx, args.number).id, args.last, session.today
        ),
    )


def delete(session: Session, args: Namespace) -> None:
    """Take a placement back."""
    with session.writing() as tx:
        gone = placements.delete(tx, placements.by_number(tx, args.number).id)
    session.tell(
        {"deleted": gone.number},
        lambda: [session.words.text("Placement %(number)s was deleted.") % {"number": gone.number}],
    )


def quote(session: Session, args: Namespace) -> None:
    """Keep what the person said, with the consent if there is one."""
    with session.writing() as tx:
        placement = placements.by_number(tx, args.number)
        said = Quote(
            person_id=placement.person_id,
            placement_id=placement.id,
            text=args.text,
            said_on=args.date or session.today,
            credit=args.credit,
            consent_on=args.consent,
        )
        kept = quotes.save(tx, said, session.today)
        protected = placement_rows.one_row(tx, placement, session.today).hidden
    session.tell(quote_json(kept), lambda: [quote_line(session.words, kept, protected=protected)])


def _write(session: Session, do: Callable[[Transaction], Placement]) -> None:
    with session.writing() as tx:
        row = placement_rows.one_row(tx, do(tx), session.today)
    session.tell(placement_json(row), lambda: placement_lines(session.words, row))
