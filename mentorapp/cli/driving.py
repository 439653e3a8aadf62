"""``driving``: permits, drives, tests and rules of practice driving."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day, minutes
from mentorapp.cli.driving_told import (
    DAYS,
    NUMBERS,
    file_json,
    file_lines,
    rules_json,
    share_json,
    totals_json,
    warnings_json,
)
from mentorapp.cli.session import Session
from mentorapp.domain.errors import NotFound
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.practice_driving import DrivingCondition, DrivingRules
from mentorapp.operations import (
    driving_log,
    driving_overview,
    driving_rules,
    offices,
    pairings,
    practice_driving,
)
from mentorapp.operations.files import write_whole
from mentorapp.words import Words
from mentorapp.words.driving import (
    rules_facts,
    say_by_condition,
    say_totals,
    say_warning,
)


def show(session: Session, args: Namespace) -> None:
    """The permit, the drives, totals, and what speaks against the next drive."""
    with session.reading() as tx:
        found = pairings.by_number(tx, args.pairing)
        file = practice_driving.read(tx, found.id, session.today)
    session.tell(file_json(session, file), lambda: file_lines(session, file))


def change(session: Session, args: Namespace) -> None:
    """Write down what is told; the rest stays."""
    with session.writing() as tx:
        found = pairings.by_number(tx, args.pairing)
        changes: dict[str, Any] = {
            field: getattr(args, option)
            for option, field in DAYS.items()
            if getattr(args, option) is not None
        }
        changes |= {
            name: getattr(args, name)
            for name in ("car", "notes")
            if getattr(args, name) is not None
        }
        practice = practice_driving.practice_of(tx, found.id)
        practice_driving.save(tx, replace(practice, **changes), session.today)
        file = practice_driving.read(tx, found.id, session.today)
    session.tell(file_json(session, file), lambda: file_lines(session, file))


def log(session: Session, args: Namespace) -> None:
    """Log a meeting that was a drive."""
    with session.writing() as tx:
        found = pairings.by_number(tx, args.pairing)
        driven = practice_driving.log(
            tx,
            Meeting(
                pairing_id=found.id,
                held_on=args.date or session.today,
                minutes=args.minutes,
                place=args.place,
                notes=args.notes,
                next_on=args.next,
            ),
            args.km,
            args.condition,
            session.today,
        )
    words = session.words
    session.tell(
        {
            "pairing": found.number,
            "date": driven.meeting.held_on,
            "minutes": driven.meeting.minutes,
            "kilometres": driven.session.kilometres,
            "conditions": sorted(one.value for one in driven.session.conditions),
            "warnings": warnings_json(session, driven.warnings),
        },
        lambda: [
            words.text("Logged: a drive on %(date)s, %(minutes)s minutes, %(km)s km (%(number)s).")
            % {
                "date": words.date(driven.meeting.held_on),
                "minutes": driven.meeting.minutes,
                "km": driven.session.kilometres,
                "number": found.number,
            },
            *(f"  ! {say_warning(words, one)}" for one in driven.warnings),
        ],
    )


def rules(session: Session, args: Namespace) -> None:
    """The rules of all countries, or write those of one down."""
    changes = {
        field: getattr(args, option)
        for option, field in NUMBERS.items()
        if getattr(args, option) is not None
    }
    for name in ("source", "notes"):
        if getattr(args, name) is not None:
            changes[name] = getattr(args, name)
    if args.permit is not None:
        changes["permit_needed"] = args.permit == "yes"
    if changes:
        _write_rules(session, args, changes)
        return
    with session.counting() as tx:
        every = driving_rules.all_rules(tx)
        here = offices.read(tx).country
        own = {one.country for one in every if driving_rules.is_own(tx, one)}
    if args.country:
        there = tuple(one.country for one in every)
        every = [one for one in every if one.country == args.country.upper()]
        if not every:
            raise NotFound("driving_rules", args.country, there)
    words, known = session.words, {one.country for one in every}
    session.tell(
        [rules_json(one, own=one.country in own) for one in every],
        lambda: [
            *(
                line
                for one in every
                for line in (
                    one.country,
                    *(f"  {name}: {value}" for name, value in rules_facts(words, one) if value),
                )
            ),
            *([] if args.country or here in known else [_none_for(words, here)]),
        ],
    )


def paper(session: Session, args: Namespace) -> None:
    """The driving log as PDF, with blank rows for the car."""
    with session.reading() as tx:
        found = pairings.by_number(tx, args.pairing)
        values = driving_log.values(tx, found.id, session.today)
    write_whole(args.out, driving_log.pdf(values, session.words), make_folder=True)
    session.tell(
        {"file": args.out},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def figures(session: Session, args: Namespace) -> None:
    """A period's figures, each with its base."""
    with session.counting() as tx:
        found = driving_overview.figures(tx, args.first, args.last, session.today)
    words, _ = session.words, session.words.text
    told = {one.name: getattr(found, one.name) for one in fields(found)}
    told["totals"] = totals_json(found.totals)
    told["ended_with_test"] = share_json(found.ended_with_test)
    session.tell(
        told,
        lambda: [
            _("Learners at the end of the period: %(n)d") % {"n": found.learners_running},
            _("Learners who drove in it: %(n)d") % {"n": found.drove},
            say_totals(words, found.totals),
            *(f"  {name}: {hours}" for name, hours in say_by_condition(words, found.totals)),
            _("Theory tests passed: %(n)d") % {"n": found.theory_passed},
            _("Driving tests passed: %(n)d") % {"n": found.tests_passed},
            _("Passed by the end of the pair: %(part)d of %(base)d learners whose pair ended")
            % {"part": found.ended_with_test.part, "base": found.ended_with_test.base},
        ],
    )


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The steps of ``driving``."""
    driving = commands.add_parser("driving", help="practice driving")
    steps = driving.add_subparsers(title="steps", required=True, metavar="STEP")

    def step(name: str, run: Any, text: str, *, of_pair: bool = True) -> ArgumentParser:  # noqa: ANN401
        added: ArgumentParser = steps.add_parser(name, parents=[shared], help=text)
        added.set_defaults(command=run)
        if of_pair:
            added.add_argument("pairing", metavar="PAIRING", help="the pairing's number")
        return added

    step("show", show, "permit, drives and totals of a pair")
    setting = step("set", change, "write down car, permit, licence and tests")
    for option in DAYS:
        setting.add_argument(f"--{option.replace('_', '-')}", type=day, metavar="DATE")
    setting.add_argument("--car", help="what it is; no registration number")
    setting.add_argument("--notes")
    logging = step("log", log, "log a meeting that was a drive")
    logging.add_argument("--date", type=day, metavar="DATE", help="the day they drove; today")
    logging.add_argument("--minutes", type=minutes, required=True)
    logging.add_argument("--km", type=int, default=0, metavar="KILOMETRES")
    logging.add_argument(
        "--condition",
        type=DrivingCondition,
        choices=list(DrivingCondition),
        action="append",
        default=[],
    )
    logging.add_argument("--place", default="")
    logging.add_argument("--notes", default="")
    logging.add_argument("--next", type=day, metavar="DATE", help="the next meeting")
    asking = step("rules", rules, "see the countries' rules, or write one down", of_pair=False)
    asking.add_argument("--country", metavar="CODE", help="NO or DK; the office's when writing")
    for option in NUMBERS:
        asking.add_argument(f"--{option.replace('_', '-')}", type=int, metavar="NUMBER")
    asking.add_argument("--permit", choices=("yes", "no"))
    asking.add_argument("--source", help="where the figures stand; needed for new rules")
    asking.add_argument("--notes")
    printing = step("paper", paper, "the driving log as PDF")
    printing.add_argument("--out", type=Path, required=True, metavar="FILE")
    counting = step("figures", figures, "what a period's learners drove", of_pair=False)
    counting.add_argument("--from", dest="first", type=day, required=True, metavar="DATE")
    counting.add_argument("--to", dest="last", type=day, required=True, metavar="DATE")


def _none_for(words: Words, country: str) -> str:
    return words.text("No driving rules are written down for %(country)s.") % {"country": country}


def _write_rules(session: Session, args: Namespace, changes: Mapping[str, Any]) -> None:
    with session.writing() as tx:
        country = (args.country or offices.read(tx).country).upper()
        stored = driving_rules.rules_for(tx, country) or DrivingRules(
            country=country, source="", source_date=session.today
        )
        changed = replace(stored, **changes, source_date=session.today)
        saved = driving_rules.save(tx, changed, session.today)
    session.tell(
        rules_json(saved, own=True),
        lambda: [
            saved.country,
            *(f"  {name}: {value}" for name, value in rules_facts(session.words, saved) if value),
        ],
    )
