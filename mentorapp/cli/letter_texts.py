"""``letter-texts``: which wordings there are, and which a native reader has approved."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letter_errors import NoSuchText
from mentorapp.domain.letter_texts import TEXT_KINDS, text_kind
from mentorapp.domain.letters import STANDARD_SET
from mentorapp.operations import text_approvals
from mentorapp.operations.text_approvals import TextState
from mentorapp.words import Words
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("letter-texts", help="wordings of letters and who approved them")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    listing = steps.add_parser("list", parents=[shared], help="every text there is")
    listing.add_argument("--unapproved", action="store_true", help="those printed in two columns")
    listing.set_defaults(command=_list)
    for name, run, told in (
        ("approve", _approve, "a native reader has read the text and finds it right"),
        ("withdraw", _withdraw, "take the approval back"),
    ):
        step = steps.add_parser(name, parents=[shared], help=told)
        _which(step)
        if name == "approve":
            step.add_argument("--by", required=True, metavar="NAME", help="who has read it")
            step.add_argument("--on", type=day, metavar="DATE", help="without it, today")
        step.set_defaults(command=run)
    showing = steps.add_parser("show", parents=[shared], help="the text, for whoever reads it")
    _which(showing)
    showing.set_defaults(command=_show)


def _which(step: ArgumentParser) -> None:
    """Kind, language and set of a text."""
    step.add_argument(
        "kind", choices=[one.value for one in TEXT_KINDS], metavar="KIND", help="as shown by list"
    )
    # Not "language": that is the option of every command.
    step.add_argument(
        "text_language",
        choices=[one.value for one in LetterLanguage],
        metavar="LANGUAGE",
        help="as shown by list: uk, ar …",
    )
    step.add_argument("--set", default=STANDARD_SET, help="which letters; without it, standard")


def _list(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        found = [one for one in text_approvals.states(tx) if one.is_beside or not args.unapproved]
    words, _ = session.words, session.words.text
    session.tell(
        [
            {
                "kind": one.kind.value,
                "language": one.language,
                "set": one.letter_set,
                "own": one.own is not None,
                "two_columns": one.is_beside,
                "approved_by": one.approval.approved_by if one.approval else None,
                "approved_on": one.approval.approved_on if one.approval else None,
            }
            for one in found
        ],
        lambda: table(
            (
                _("Kind"),
                _("Letter"),
                _("Code"),
                _("Language"),
                _("Set"),
                _("Wording"),
                _("Approved by"),
            ),
            [
                (
                    one.kind.value,
                    label(words, one.kind),
                    one.language,
                    label(words, LetterLanguage(one.language)),
                    one.letter_set,
                    _("the office's own") if one.own else _("as shipped"),
                    _approved(words, one),
                )
                for one in found
            ],
        ),
    )


def _approved(words: Words, one: TextState) -> str:
    if one.approval:
        return f"{words.date(one.approval.approved_on)} {one.approval.approved_by}"
    return words.text("no: printed in two columns") if one.is_beside else ""


def _approve(session: Session, args: Namespace) -> None:
    day_read = args.on or session.today
    if day_read > session.today:
        raise InvalidField("approved_on", Problem.IN_FUTURE)
    with session.writing() as tx:
        made = text_approvals.approve(
            tx,
            text_kind(args.kind),
            args.text_language,
            args.set,
            approved_by=args.by,
            approved_on=day_read,
        )
    session.tell(
        {"kind": made.kind.value, "language": made.language, "approved_by": made.approved_by},
        lambda: [
            session.words.text("Approved by %(name)s: it is printed in one column from now on.")
            % {"name": made.approved_by}
        ],
    )


def _show(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        text = text_approvals.wording(tx, text_kind(args.kind), args.text_language, args.set)
    if not text:
        raise NoSuchText
    session.tell({"text": text}, lambda: text.rstrip("\n").split("\n"))


def _withdraw(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        text_approvals.withdraw(tx, text_kind(args.kind), args.text_language, args.set)
    session.tell(
        {"kind": args.kind, "language": args.text_language},
        lambda: [session.words.text("The approval is withdrawn.")],
    )
