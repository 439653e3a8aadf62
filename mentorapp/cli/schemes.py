"""``schemes``: what pairs are made for; a new one needs no code."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mentorapp.cli.arguments import weight
from mentorapp.cli.scheme_arguments import by_language, follow_up_point, letter_set
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.schemes import Scheme, SchemePart
from mentorapp.operations import people, schemes, taking_part
from mentorapp.operations.taking_part import SchemeOfPerson, SchemeTally
from mentorapp.words.labels import label
from mentorapp.words.schemes import say_rhythm

_FIELDS = {
    "months": "usual_months",
    "meetings": "meetings_per_month",
    "confidentiality": "requires_confidentiality",
    "training": "requires_training",
    "offered": "active",
    "letter_set": "letter_set",
    "yellow": "yellow_days",
    "red": "red_days",
}


def list_schemes(session: Session, args: Namespace) -> None:
    """All schemes with the names that ``pair run --scheme`` takes, or those of one person."""
    if args.person:
        _of_person(session, args.person)
        return
    with session.counting() as tx:
        every = schemes.all_schemes(tx)
        counts = taking_part.tallies_by_scheme(tx)
    _, language = session.words.text, session.words.language
    session.tell(
        [_scheme(one, counts[one.id]) for one in every],
        lambda: table(
            (
                _("Key"),
                _("Name"),
                _("Usual length (months)"),
                _("Rhythm"),
                _("Parts"),
                _("Running"),
                _("Waiting"),
            ),
            [
                (
                    one.key,
                    one.name(language),
                    one.usual_months,
                    say_rhythm(session.words, one.meetings_per_month),
                    ", ".join(label(session.words, part) for part in sorted(one.parts)),
                    counts[one.id].running,
                    counts[one.id].waiting + counts[one.id].waiting_beside,
                )
                for one in every
            ],
        ),
    )


def add(session: Session, args: Namespace) -> None:
    """A new scheme, weighed as usual unless told otherwise."""
    with session.writing() as tx:
        names = _texts(session, {}, [args.name])
        made = schemes.new_scheme(tx, names)
        saved = schemes.save(tx, _told(session, made, args))
    _tell_saved(session, saved)


def change(session: Session, args: Namespace) -> None:
    """Change what is told; the rest stays."""
    with session.writing() as tx:
        stored = schemes.find(tx, args.scheme)
        saved = schemes.save(tx, _told(session, stored, args))
    _tell_saved(session, saved)


def add_to(listing: ArgumentParser, shared: ArgumentParser) -> None:
    """The options and steps of ``schemes``."""
    listing.add_argument("--person", metavar="NUMBER", help="those a person is, was or could be in")
    steps = listing.add_subparsers(title="steps", metavar="STEP")
    adding = steps.add_parser("add", parents=[shared], help="a new scheme")
    adding.add_argument("name", type=by_language, metavar="NAME", help="or LANGUAGE=NAME")
    adding.set_defaults(command=add)
    changing = steps.add_parser("change", parents=[shared], help="change a scheme")
    changing.add_argument("scheme", metavar="NAME", help="its name or key")
    changing.set_defaults(command=change)
    for step in (adding, changing):
        _options(step)


def _options(step: ArgumentParser) -> None:
    for option, text in (
        ("--name", "its name in a language"),
        ("--mentor-title", "what the mentor is called"),
        ("--newcomer-title", "what the newcomer is called"),
    ):
        step.add_argument(
            option,
            dest=f"{option[2:].replace('-', '_')}s",
            type=by_language,
            action="append",
            default=[],
            metavar="LANGUAGE=TEXT",
            help=text,
        )
    step.add_argument("--months", type=int, help="the usual length")
    step.add_argument("--meetings", type=int, help="meetings a month")
    for option in ("--yellow", "--red"):
        step.add_argument(
            option, type=int, metavar="DAYS", help="of silence, from then on; 0: as for the office"
        )
    step.add_argument(
        "--follow-up",
        type=follow_up_point,
        action="append",
        metavar="DAYS:KIND",
        help="after the agreement; all of them, as 14:first_meeting",
    )
    step.add_argument(
        "--weigh", type=weight, action="append", default=[], metavar="CRITERION=WEIGHT"
    )
    step.add_argument(
        "--part",
        dest="parts",
        action="append",
        choices=[*(part.value for part in SchemePart), "none"],
        help="what it has beside pairs; all of them",
    )
    step.add_argument("--letter-set", type=letter_set, metavar="NAME")
    step.add_argument("--confidentiality", action=BooleanOptionalAction)
    step.add_argument("--training", action=BooleanOptionalAction)
    step.add_argument("--offered", action=BooleanOptionalAction, help="to new people")


def _told(session: Session, scheme: Scheme, args: Namespace) -> Scheme:
    """The scheme with what the options say."""
    changes: dict[str, Any] = {
        field: getattr(args, name)
        for name, field in _FIELDS.items()
        if getattr(args, name) is not None
    }
    for field in ("yellow_days", "red_days"):
        if changes.get(field) == 0:
            changes[field] = None
    for field in ("names", "mentor_titles", "newcomer_titles"):
        changes[field] = _texts(session, getattr(scheme, field), getattr(args, field))
    if args.follow_up is not None:
        changes["follow_up_points"] = tuple(sorted(args.follow_up))
    if args.parts is not None:
        changes["parts"] = frozenset(SchemePart(one) for one in args.parts if one != "none")
    return replace(scheme, weights={**scheme.weights, **dict(args.weigh)}, **changes)


def _texts(
    session: Session, stored: Mapping[str, str], told: list[tuple[str, str]]
) -> dict[str, str]:
    """Texts by language; one without a language is in the session's."""
    return {**stored, **{language or session.words.language: text for language, text in told}}


def _tell_saved(session: Session, scheme: Scheme) -> None:
    with session.counting() as tx:
        counts = taking_part.tallies_by_scheme(tx)
    session.tell(
        _scheme(scheme, counts[scheme.id]),
        lambda: [
            session.words.text("Saved: the scheme “%(name)s” (%(key)s).")
            % {"name": scheme.name(session.words.language), "key": scheme.key}
        ],
    )


def _scheme(scheme: Scheme, count: SchemeTally) -> dict[str, Any]:
    return {
        "key": scheme.key,
        "names": dict(scheme.names),
        "mentor_titles": dict(scheme.mentor_titles),
        "newcomer_titles": dict(scheme.newcomer_titles),
        "usual_months": scheme.usual_months,
        "meetings_per_month": scheme.meetings_per_month,
        "weights": dict(scheme.weights),
        "letter_set": scheme.letter_set,
        "follow_up_days": [point.days for point in scheme.follow_up_points],
        "follow_up_points": [str(point) for point in scheme.follow_up_points],
        "parts": sorted(part.value for part in scheme.parts),
        "yellow_days": scheme.yellow_days,
        "red_days": scheme.red_days,
        "requires_confidentiality": scheme.requires_confidentiality,
        "requires_training": scheme.requires_training,
        "active": scheme.active,
        "running": count.running,
        "waiting": count.waiting,
        "waiting_beside_another": count.waiting_beside,
    }


def _of_person(session: Session, number: str) -> None:
    with session.reading() as tx:
        person = people.by_number(tx, number)
        found = taking_part.of_person(tx, person.id, session.today)
    words, _ = session.words, session.words.text
    session.tell(
        {
            "number": person.number,
            "name": person.name,
            "schemes": [_part(session, one) for one in found],
        },
        lambda: [
            f"{person.name} ({person.number})",
            *table(
                (_("Scheme"), _("As"), _("Status"), _("Since"), _("With"), _("Pairing")),
                [
                    (
                        one.scheme.name(words.language),
                        one.role_word(words.language),
                        label(words, one.standing),
                        words.date(one.since),
                        one.other,
                        one.pairing_number or "",
                    )
                    for one in found
                ],
            ),
        ],
    )


def _part(session: Session, one: SchemeOfPerson) -> dict[str, Any]:
    return {
        "scheme": one.scheme.key,
        "role": "mentor" if one.as_mentor else "newcomer",
        "role_word": one.role_word(session.words.language),
        "standing": one.standing.value,
        "since": one.since,
        "until": one.until,
        "with": one.other or None,
        "pairing": one.pairing_number or None,
    }
