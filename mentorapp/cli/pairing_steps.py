"""The steps of ``pairings``: the history of a pair, and its end."""

from argparse import ArgumentParser, Namespace

from mentorapp.cli import timelines
from mentorapp.cli.arguments import day
from mentorapp.cli.outcomes import hours
from mentorapp.cli.session import Session
from mentorapp.domain.closing import Closing, MentorNext, NewcomerNext
from mentorapp.domain.outcomes import OutcomeStatus
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.operations import closing, pairings


def add_to(group: ArgumentParser, shared: ArgumentParser) -> None:
    """The steps; without one, pairings are listed."""
    steps = group.add_subparsers(title="steps", metavar="STEP")
    timeline = steps.add_parser("timeline", parents=[shared], help="all that happened to a pair")
    timeline.set_defaults(command=timelines.of_pairing)
    close = steps.add_parser(
        "close", parents=[shared], help="end a pairing, and say what now for each of the two"
    )
    for step in (timeline, close):
        step.add_argument("number", metavar="PAIRING")
    close.add_argument("--on", type=day, metavar="DATE", help="the day it ended; today")
    close.add_argument(
        "--reason",
        type=EndReason,
        choices=list(EndReason),
        help="why it ended early; without one it was completed as planned",
    )
    close.add_argument(
        "--initiator", type=Initiator, choices=list(Initiator), help="who wanted to end early"
    )
    close.add_argument(
        "--outcome",
        type=OutcomeStatus,
        choices=list(OutcomeStatus),
        help="what became of the newcomer, who does not wait again",
    )
    close.add_argument("--hours", type=hours, metavar="H", help="of work, a week")
    # To find a mentor at once is `pair explain` or `pair hand`.
    following = [one for one in NewcomerNext if one is not NewcomerNext.PAIRED_AGAIN]
    close.add_argument(
        "--newcomer", type=NewcomerNext, choices=following, help="what now; by the schemes"
    )
    close.add_argument(
        "--mentor", type=MentorNext, choices=list(MentorNext), help="what now; as before"
    )
    close.add_argument("--note", default="")
    close.set_defaults(command=_close)


def _close(session: Session, args: Namespace) -> None:
    how = Closing(
        ended_on=args.on or session.today,
        completed=args.reason is None and args.initiator is None,
        reason=args.reason,
        initiator=args.initiator,
        note=args.note,
        newcomer=args.newcomer,
        mentor=args.mentor,
        outcome=args.outcome,
        weekly_minutes=args.hours,
    )
    with session.writing() as tx:
        found = pairings.by_number(tx, args.number)
        ended = closing.close(tx, found.id, how, session.today)
        who = pairings.row(tx, found.id, session.today).who
    words = session.words
    session.tell(
        {"pairing": ended.number, "ended_on": ended.ended_on, "status": ended.status.value},
        lambda: [
            words.text("Pairing %(number)s is ended: %(who)s.")
            % {"number": ended.number, "who": who}
        ],
    )
