"""``today``: what needs attention."""

from argparse import Namespace

from mentorapp.cli.calls import line_handle
from mentorapp.cli.session import Session
from mentorapp.operations import follow_up
from mentorapp.words.attention import say
from mentorapp.words.labels import label


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
