"""``people tie`` and ``people untie``: who must not be paired with whom."""

from argparse import Namespace

from mentorapp.cli.session import Session
from mentorapp.domain.ties import TieKind
from mentorapp.operations import people, ties
from mentorapp.words.labels import label
from mentorapp.words.ties import say_tied


def tie(session: Session, args: Namespace) -> None:
    """Note a tie between two people by their numbers; what is proposed between them is dropped."""
    with session.writing() as tx:
        one, other = people.by_number(tx, args.number), people.by_number(tx, args.other)
        tied = ties.add(tx, one.id, other.id, TieKind(args.kind), session.today)
        (row,) = (row for row in ties.of_person(tx, one.id) if row.person_id == other.id)
    words = session.words
    session.tell(
        {
            "people": [one.number, other.number],
            "kind": row.kind.value,
            "discarded_proposals": tied.discarded,
            "running_pairings": list(tied.running),
        },
        lambda: [
            words.text("%(one)s and %(other)s must not be paired: %(kind)s.")
            % {"one": one.name, "other": other.name, "kind": label(words, row.kind)},
            *say_tied(words, tied.discarded, tied.running),
        ],
    )


def untie(session: Session, args: Namespace) -> None:
    """Take the tie between two people away."""
    with session.writing() as tx:
        one, other = people.by_number(tx, args.number), people.by_number(tx, args.other)
        ties.remove_between(tx, one.id, other.id)
    session.tell(
        {"people": [one.number, other.number]},
        lambda: [
            session.words.text("%(one)s and %(other)s may be paired again.")
            % {"one": one.name, "other": other.name}
        ],
    )
