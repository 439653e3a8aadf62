"""``letters`` and ``today``: what is printed and what needs attention."""

from argparse import Namespace

from mentorapp.cli.calls import line_handle
from mentorapp.cli.session import Session, say_error
from mentorapp.domain.errors import ReadOnlyOffice
from mentorapp.domain.letters import LetterKind
from mentorapp.operations import follow_up, letters, pairings
from mentorapp.operations.files import write_whole
from mentorapp.words.attention import say
from mentorapp.words.labels import label
from mentorapp.words.letters import say_missing


def print_letters(session: Session, args: Namespace) -> None:
    """Write the letters that are due (or a pairing's) as one PDF and keep them as issued."""
    with session.opened() as database:
        if database.read_only:
            raise ReadOnlyOffice(database.holder)
        with database.read() as tx:
            dues = (
                letters.for_pairing(tx, pairings.by_number(tx, args.pairing).id)
                if args.pairing
                else letters.due(tx, session.today)
            )
            prepared = letters.prepare(tx, dues, session.today)
        made = letters.make(prepared)
        target = args.out / made.file_name
        # Written before recorded: a letter that is on paper twice is better than one on none.
        write_whole(target, made.pdf, make_folder=True)
        with database.write(session.actor) as tx:
            letters.record(tx, made)
    words = session.words
    lacking = say_missing(words, prepared.letters[0].office)
    if lacking:
        say_error(lacking)
    session.tell(
        {
            "file": target,
            "letters": [
                {
                    "kind": due.kind.value,
                    "number": due.number,
                    "language": language,
                }
                for due, language in zip(made.dues, made.languages, strict=True)
            ],
        },
        lambda: [
            words.plural("%(n)d letter", "%(n)d letters", len(made.dues)) + f": {target}",
            *(
                f"  {due.number}  {due.receiver}: {label(words, LetterKind(due.kind))}"
                for due in made.dues
            ),
        ],
    )


def today(session: Session, _args: Namespace) -> None:
    """What needs attention, the most urgent first."""
    with session.reading() as tx:
        lines = follow_up.today_list(tx, session.today)
    words = session.words
    session.tell(
        [
            {
                "line": line_handle(line),
                "kind": line.kind.value,
                "severity": line.severity.value,
                "days": line.days,
                "who": line.who,
                "pairing": line.pairing_number or None,
                "detail": line.detail or None,
                "more": line.more or None,
                "in_words": say(words, line),
            }
            for line in lines
        ],
        lambda: (
            [f"[{label(words, line.severity)}] {say(words, line)}" for line in lines]
            or [words.text("Nothing needs attention today.")]
        ),
    )
