"""``office``: what stands on its papers, and whom it reports to."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from typing import Any

from mentorapp.cli import office_pictures
from mentorapp.cli.office_papers import add_papers, papers, papers_as_json, papers_as_lines
from mentorapp.cli.session import Session
from mentorapp.domain.office import Office
from mentorapp.operations import offices
from mentorapp.reference.phones import to_e164
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.fields import field_label

_TEXTS = (
    "name",
    "municipality",
    "address",
    "postal_code",
    "email",
    "letterhead",
    "signature",
    "committee",
    "letter_footer",
)
_DAYS = ("yellow_days", "red_days", "first_meeting_days", "certificate_warning_days", "least_shown")
_TOLD = (*_TEXTS[:4], "country", "phone", *_TEXTS[4:], "language", "coordinators", *_DAYS)


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``office show|change``."""
    group = commands.add_parser("office", help="what stands on the papers of the office")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    showing = steps.add_parser("show", parents=[shared], help="as it is")
    showing.set_defaults(command=show)
    changing = steps.add_parser(
        "change", parents=[shared], help="change what is given; an empty text empties it"
    )
    for name in _TEXTS:
        helped = "whom the reports to managers are addressed to" if name == "committee" else None
        changing.add_argument(_option(name), metavar="TEXT", help=helped)
    changing.add_argument("--phone", metavar="NUMBER")
    changing.add_argument("--papers", dest="language", choices=LANGUAGES, help="their language")
    changing.add_argument(
        "--coordinator",
        dest="coordinators",
        action="append",
        metavar="NAME",
        help="usual first",
    )
    for name in _DAYS:
        unit = "DAYS" if name.endswith("days") else "NUMBER"
        changing.add_argument(_option(name), type=int, metavar=unit)
    add_papers(changing)
    changing.set_defaults(command=change)
    office_pictures.add_to(steps, shared)


def show(session: Session, _args: Namespace) -> None:
    """The office's own data."""
    with session.counting() as tx:
        office = offices.read(tx)
    _tell(session, office)


def change(session: Session, args: Namespace) -> None:
    """Change what was given; the rest stays."""
    with session.writing() as tx:
        office = offices.read(tx)
        given: dict[str, Any] = {
            name: value
            for name in (*_TEXTS, "language", *_DAYS)
            if (value := getattr(args, name)) is not None
        }
        if args.phone is not None:
            given["phone"] = to_e164(args.phone, office.country) or args.phone
        if args.coordinators is not None:
            given["coordinators"] = tuple(filter(None, args.coordinators))
        office = offices.save(tx, replace(office, **given, **papers(args)))
    _tell(session, office)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _tell(session: Session, office: Office) -> None:
    session.tell(
        {name: getattr(office, name) for name in _TOLD} | papers_as_json(office),
        lambda: [*_lines(session.words, office), *papers_as_lines(session.words, office)],
    )


def _label(words: Words, name: str) -> str:
    _ = words.text
    if name == "language":
        return _("Language of the office’s papers")
    return _("Coordinators") if name == "coordinators" else field_label(words, name)


def _lines(words: Words, office: Office) -> list[str]:
    told = []
    for name in _TOLD:
        value = getattr(office, name)
        said = ", ".join(value) if isinstance(value, tuple) else str(value).replace("\n", ", ")
        if said:
            told.append(f"{_label(words, name)}: {said}")
    return told
