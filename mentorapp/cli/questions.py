"""``questions``: the questionnaires on paper, and what was answered."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.questionnaires import (
    OWN_WORDS,
    Item,
    Moment,
    Questionnaire,
    Respondent,
)
from mentorapp.operations import (
    pairings,
    questionnaire_papers,
    questionnaires,
    questionnaires_due,
)
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import by_handle, handle
from mentorapp.operations.questionnaires import Filled
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.questionnaires import answer, say_follow_up


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("questions", help="questionnaires at start, midway and end")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    printing = steps.add_parser("print", parents=[shared], help="a pairing's questions, as PDF")
    printing.add_argument("pairing", metavar="PAIRING")
    printing.add_argument(
        "--moment",
        choices=[one.value for one in Moment],
        help="without it, the one that comes next",
    )
    printing.add_argument(
        "--half", choices=[one.value for one in Respondent], help="without it, both"
    )
    printing.add_argument("--out", type=Path, required=True, metavar="FILE")
    printing.set_defaults(command=_print)
    listing = steps.add_parser("list", parents=[shared], help="what was answered")
    listing.add_argument(
        "pairing", metavar="PAIRING", nargs="?", help="of this one, with what was written"
    )
    listing.set_defaults(command=_list)
    adding = steps.add_parser("add", parents=[shared], help="type in a page")
    adding.add_argument("code", metavar="CODE", help="as on the page: 30015-N2")
    adding.add_argument(
        "--answer",
        action="append",
        type=_answer,
        default=[],
        metavar="QUESTION=NUMBER",
        help="the box that is ticked: fit=1",
    )
    adding.add_argument("--told", default="", metavar="TEXT", help="what was written by hand")
    adding.add_argument("--on", type=day, metavar="DATE", help="without it, today")
    adding.set_defaults(command=_add)
    removing = steps.add_parser("remove", parents=[shared], help="delete a page")
    removing.add_argument("page", metavar="PAGE", help="as shown by list")
    removing.set_defaults(command=_remove)
    due = steps.add_parser("due", parents=[shared], help="what is to be given out or not back")
    due.set_defaults(command=_due)


def _answer(text: str) -> tuple[str, int]:
    key, _, number = text.partition("=")
    if key not in tuple(Item) or not (number.isascii() and number.isdigit()):
        raise ArgumentTypeError(
            f"not an answer like fit=1: {text!r}; questions are {', '.join(Item)}"
        )
    return key, int(number)


def _print(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        pages = questionnaire_papers.gather(
            tx,
            pairings.by_number(tx, args.pairing).id,
            session.today,
            Moment(args.moment) if args.moment else None,
            [Respondent(args.half)] if args.half else list(Respondent),
        )
    write_whole(args.out, questionnaire_papers.pages_pdf(pages), make_folder=True)
    session.tell(
        {"file": args.out, "pages": len(pages.pages)},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        found = (
            questionnaires.of_pairing(tx, pairings.by_number(tx, args.pairing).id)
            if args.pairing
            else questionnaires.for_list(tx)
        )
    words, _ = session.words, session.words.text
    if args.pairing:
        session.tell(
            [_whole(one) for one in found], lambda: [x for one in found for x in _lines(words, one)]
        )
        return
    session.tell(
        [_whole(one) for one in found],
        lambda: table(
            (
                _("Questionnaire"),
                _("Pairing number"),
                _("Who answers"),
                _("When"),
                _("Answered on"),
                _("Answers"),
            ),
            [
                (
                    handle(one.id),
                    one.pairing_number,
                    label(words, one.respondent),
                    label(words, one.questionnaire.moment),
                    words.date(one.questionnaire.answered_on),
                    len(one.answers),
                )
                for one in found
            ],
        ),
    )


def _add(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        wanted = questionnaires.wanted(tx, args.code, session.today)
        page = Questionnaire(
            pairing_id=wanted.row.id,
            person_id=wanted.person_id(wanted.respondent),
            moment=wanted.moment,
            answered_on=args.on or session.today,
            answers=dict(args.answer),
            own_words={OWN_WORDS: args.told} if args.told else {},
        )
        saved = questionnaires.save(tx, page, session.today, session.words)
    words, follow_up = session.words, saved.follow_up
    session.tell(
        {**_whole(saved.filled), "follow_up_due": follow_up.due if follow_up else None},
        lambda: [
            *_lines(words, saved.filled),
            *([say_follow_up(words, saved.filled.name, follow_up.due)] if follow_up else []),
        ],
    )


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        pages = [one.questionnaire for one in questionnaires.all_filled(tx)]
        found = by_handle(pages, Questionnaire, args.page)
        questionnaires.remove(tx, found.id)
    words = session.words
    session.tell(
        {"page": handle(found.id)},
        lambda: [words.text("Deleted: %(what)s") % {"what": words.date(found.answered_on)}],
    )


def _due(session: Session, _args: Namespace) -> None:
    with session.reading() as tx:
        due = questionnaires_due.questions_due(tx, session.today)
    words, _ = session.words, session.words.text
    session.tell(
        [
            {
                "pairing": one.pairing_number,
                "half": one.respondent.value,
                "name": one.name,
                "moment": one.moment.value,
                "due": one.due,
                "printed_on": one.printed_on,
            }
            for one in due
        ],
        lambda: table(
            (_("Pairing number"), _("Who answers"), _("Name"), _("When"), _("Due"), _("Printed")),
            [
                (
                    one.pairing_number,
                    label(words, one.respondent),
                    one.name,
                    label(words, one.moment),
                    words.date(one.due),
                    words.date(one.printed_on),
                )
                for one in due
            ],
        ),
    )


def _whole(one: Filled) -> dict[str, Any]:
    page = one.questionnaire
    return {
        "page": handle(page.id),
        "pairing": one.pairing_number,
        "half": one.respondent.value,
        "name": one.name,
        "moment": page.moment.value,
        "answered_on": page.answered_on,
        "answers": dict(one.answers),
        "low": [item.value for item in one.low],
        "told": page.own_words.get(OWN_WORDS),
    }


def _lines(words: Words, one: Filled) -> list[str]:
    page = one.questionnaire
    said = page.own_words.get(OWN_WORDS)
    when = f"{label(words, page.moment)}, {words.date(page.answered_on)}"
    return [
        f"{handle(page.id)}  {one.pairing_number}  {one.name}, {when}",
        *(
            f"  {label(words, asked.item)}: {answer(words, asked, one.answers[asked.item])}"
            for asked in one.asked
            if asked.item in one.answers
        ),
        *([f"  {said}"] if said else []),
    ]
