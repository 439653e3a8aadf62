"""``cards``: what people can, what they wish, and what is missing in between."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentorapp.cli.demands import fit_json
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.competences import GapKind
from mentorapp.domain.languages import Level
from mentorapp.operations import (
    competence_papers,
    competences,
    demands,
    people,
)
from mentorapp.operations.competences import CardRow
from mentorapp.operations.files import write_whole
from mentorapp.words.competences import say_fit, say_gap, say_level, say_work
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``cards list|show|set|remove|print``."""
    group = commands.add_parser("cards", help="competence cards")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="everybody with a card")
    listing.add_argument("--gap", type=GapKind, choices=list(GapKind), help="only with this gap")
    listing.set_defaults(command=list_cards)
    showing = steps.add_parser("show", parents=[shared], help="a card, and the demands it fits")
    showing.set_defaults(command=show)
    setting = steps.add_parser("set", parents=[shared], help="fill in a card, or change it")
    setting.add_argument("--field", metavar="TEXT", help="what the education was in")
    setting.add_argument("--experience", metavar="TEXT")
    for option in ("skill", "licence", "certificate"):
        setting.add_argument(
            f"--{option}", action="append", metavar="TEXT", help="may be given several times"
        )
    setting.add_argument("--gap", type=GapKind, choices=list(GapKind), action="append")
    setting.add_argument("--needs", type=Level, choices=list(Level), metavar="LEVEL")
    setting.add_argument("--needs-for", metavar="TEXT", help="what the language is for")
    setting.set_defaults(command=save)
    removing = steps.add_parser("remove", parents=[shared], help="delete a card")
    removing.set_defaults(command=remove)
    printing = steps.add_parser("print", parents=[shared], help="the card on a page")
    printing.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    printing.set_defaults(command=print_card)
    for step in (showing, setting, removing, printing):
        step.add_argument("person", metavar="PERSON", help="the person's number")


def list_cards(session: Session, args: Namespace) -> None:
    """All cards, or those with a gap."""
    with session.reading() as tx:
        rows = [row for row in competences.rows(tx) if not args.gap or args.gap in row.gaps]
    words, _ = session.words, session.words.text
    session.tell(
        [_card(session, row) for row in rows],
        lambda: table(
            (_("Number"), _("Name"), _("Has worked as"), _("Wishes"), _("What is missing")),
            [
                (
                    row.number,
                    row.name,
                    say_work(words, row.earlier),
                    say_work(words, row.wished),
                    ", ".join(label(words, gap) for gap in row.gaps),
                )
                for row in rows
            ],
        ),
    )


def show(session: Session, args: Namespace) -> None:
    """One card with the open demands that the person fits."""
    with session.reading() as tx:
        person = people.by_number(tx, args.person)
        row = competences.row_of(tx, person.id)
        fitting = demands.fits_of_person(tx, person.id)
    words, _ = session.words, session.words.text

    def lines() -> list[str]:
        card = row.card
        told = (
            (_("Has worked as"), say_work(words, row.earlier)),
            (_("Works as"), say_work(words, row.now)),
            (_("Wishes"), say_work(words, row.wished)),
            (_("Education"), label(words, row.education)),
            (_("Field of education"), card.education_field),
            (_("Skills"), ", ".join(card.skills)),
            (_("Driving licences"), ", ".join(card.licences)),
            (_("Certificates and papers"), ", ".join(card.certificates)),
            (_("Language level"), say_level(words, row.level)),
            *((_("What is missing"), say_gap(words, gap, card, row.level)) for gap in row.gaps),
        )
        return [
            f"{row.name} ({row.number})",
            *(f"  {name}: {value}" for name, value in told if value),
            *(
                f"  {one.organisation} – {say_work(words, one.work)}: {say_fit(words, one.fit)}"
                for one in fitting
            ),
        ]

    session.tell(_card(session, row) | {"fits": [fit_json(session, one) for one in fitting]}, lines)


def save(session: Session, args: Namespace) -> None:
    """Change what was given; the rest of the card stays."""
    changes: dict[str, Any] = {
        "education_field": args.field,
        "experience": args.experience,
        "skills": _several(args.skill),
        "licences": _several(args.licence),
        "certificates": _several(args.certificate),
        "gaps": frozenset(args.gap) if args.gap is not None else None,
        "needed_level": args.needs,
        "gap_note": args.needs_for,
    }
    given = {field: value for field, value in changes.items() if value is not None}
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        card = competences.row_of(tx, person.id).card
        competences.save(tx, replace(card, **given), session.today)
        row = competences.row_of(tx, person.id)
    session.tell(
        _card(session, row),
        lambda: [
            session.words.text("Saved: the competence card of %(name)s.") % {"name": row.name}
        ],
    )


def remove(session: Session, args: Namespace) -> None:
    """Delete the card; the person stays."""
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        competences.remove(tx, person.id)
    session.tell(
        {"person": person.number},
        lambda: [
            session.words.text("The competence card of %(name)s was deleted.")
            % {"name": person.name}
        ],
    )


def print_card(session: Session, args: Namespace) -> None:
    """The card as PDF, in the person's language where there are texts in it."""
    with session.reading() as tx:
        person = people.by_number(tx, args.person)
        pdf = competence_papers.card_pdf(tx, person.id, session.today)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _several(texts: list[str] | None) -> tuple[str, ...] | None:
    return tuple(texts) if texts is not None else None


def _card(session: Session, row: CardRow) -> dict[str, Any]:
    card, words = row.card, session.words
    return {
        "number": row.number,
        "name": row.name,
        "education": row.education.value,
        "education_field": card.education_field,
        "earlier_occupation": say_work(words, row.earlier),
        "occupation": say_work(words, row.now),
        "wished_occupation": say_work(words, row.wished),
        "experience": card.experience,
        "skills": list(card.skills),
        "licences": list(card.licences),
        "certificates": list(card.certificates),
        "level": row.level.value if row.level else None,
        "needed_level": card.needed_level.value if card.needed_level else None,
        "gap_note": card.gap_note,
        "gaps": [
            {
                "gap": gap.value,
                "ticked": gap in card.gaps,
                "in_words": say_gap(words, gap, card, row.level),
            }
            for gap in row.gaps
        ],
        "updated_on": card.updated_on,
    }
