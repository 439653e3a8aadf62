"""``pair shortages``: whom to recruit, and which organisation to call."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from mentorapp.cli.session import Session, say_error
from mentorapp.domain.pairing_runs import Goal
from mentorapp.domain.shortages import (
    MentorKind,
    OrganisationToAsk,
    Recruitment,
    helped_by_first,
    share_of_first,
)
from mentorapp.operations import offices, pairing, pairing_runs, recruiting, schemes, shortages
from mentorapp.operations.explaining import Solved
from mentorapp.operations.files import write_whole
from mentorapp.words import Words
from mentorapp.words.shortages import (
    say_ask,
    say_causes,
    say_contact,
    say_gain,
    say_given,
    say_no_kind,
    say_recruits,
    say_share,
    say_shortage,
)

_MOST_RECRUITS = 999
#: People in a run from which on looking takes so long that one wants to see it go on.
_MANY = 500


def add_to(parser: ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("--scheme", metavar="NAME", help="one scheme; all that are in use")
    parser.add_argument(
        "--with",
        dest="recruits",
        type=_recruits,
        default=shortages.RECRUITS,
        metavar="N",
        help="what N such mentors would give (5)",
    )
    parser.add_argument(
        "--goal", choices=[goal.value for goal in Goal], help="as in pair run; that of the last one"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="the list as PDF")
    parser.set_defaults(command=run)


def _recruits(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_RECRUITS:
        return int(text)
    raise ArgumentTypeError(f"not a number of mentors from 1 to {_MOST_RECRUITS}: {text!r}")


def run(session: Session, args: Namespace) -> None:
    """Look for the best pairs, keep nothing, and tell who is missing."""
    with session.reading() as tx:
        chosen = (
            [schemes.find(tx, args.scheme)]
            if args.scheme
            else schemes.all_schemes(tx, active_only=True)
        )
        gathered = [
            (
                pairing.gather(tx, one.id, session.today),
                args.goal or pairing_runs.last_goal(tx, one.id),
            )
            for one in chosen
        ]
        organisations = recruiting.gather_organisations(tx)
        office = offices.read(tx)
    found = []
    for one, goal in gathered:
        if len(one.newcomers) + len(one.mentors) > _MANY:
            name = one.scheme.name(session.words.language)
            say_error(session.words.text("Looking at %(scheme)s …") % {"scheme": name})
        solved = Solved(one, pairing.solve(one, goal))
        found.append(shortages.recruitment(solved, organisations, recruits=args.recruits))
    if args.out is not None:
        pdf = shortages.recruitment_pdf(found, office, session.words, session.today)
        write_whole(args.out, pdf, make_folder=True)
    words = session.words
    session.tell(
        {"file": args.out, "schemes": [_scheme(words, one) for one in found]},
        lambda: (
            [line for one in found for line in _lines(words, one)]
            + ([words.text("Written: %(file)s") % {"file": args.out}] if args.out else [])
        ),
    )


def _scheme(words: Words, found: Recruitment) -> dict[str, Any]:
    helped = helped_by_first(found.shortages)
    return {
        "scheme": found.scheme.key,
        "waiting": found.waiting,
        "free_places": found.free_places,
        "shortages": [
            {
                "kind": _kind(one.kind),
                "helps": one.helps,
                "helped_so_far": so_far,
                "gain_pairs": one.gain_pairs,
                "gain_total": one.gain_total,
                "recruits": found.recruits,
                "more_pairs": more,
                "causes": {obstacle.value: count for obstacle, count in one.causes},
                "in_words": say_shortage(words, one),
            }
            for one, so_far, more in zip(found.shortages, helped, found.more_pairs, strict=True)
        ],
        "organisations": [_organisation(words, one) for one in found.to_call.organisations],
        "anywhere": list(found.to_call.anywhere),
    }


def _kind(kind: MentorKind) -> dict[str, Any]:
    return {
        "gender": kind.gender,
        "age_band": kind.age_band,
        "languages": list(kind.languages),
        "country": kind.country,
        "postal_code": kind.postal_code,
        "place": kind.place,
        "municipality": kind.municipality,
        "slots": [str(slot) for slot in kind.slots],
        "occupation_group": kind.occupation_group,
        "interests": list(kind.interests),
        "child_band": kind.child_band,
        "certificate": kind.certificate,
    }


def _organisation(words: Words, asked: OrganisationToAsk) -> dict[str, Any]:
    return {
        "number": asked.number,
        "name": asked.name,
        "promised": asked.promised,
        "registered": asked.registered,
        "approved": asked.approved,
        "contact": say_contact(words, asked.contact),
        "asks": [{"rank": ask.rank, "helps": ask.helps, "km": ask.km} for ask in asked.asks],
    }


def _lines(words: Words, found: Recruitment) -> list[str]:
    waiting = words.plural(
        "%(n)d newcomer waits without a pair.",
        "%(n)d newcomers wait without a pair.",
        found.waiting,
    )
    lines = [f"{found.scheme.name(words.language)}: {waiting}"]
    if found.waiting and not found.shortages:
        lines.append(f"  {say_no_kind(words)}")
    for rank, (one, more) in enumerate(zip(found.shortages, found.more_pairs, strict=True), 1):
        lines.append(f"{rank:>3}  {say_shortage(words, one)}")
        gains = [say_gain(words, one), say_recruits(words, found.recruits, more)]
        lines.append(f"     {'; '.join(gains if found.recruits > 1 else gains[:1])}")
        if said := say_causes(words, one):
            now = words.text("What stands in the way now: %(causes)s") % {"causes": said}
            lines.append(f"     {now}")
    kinds, helped = share_of_first(found.shortages)
    if helped:
        lines.append(say_share(words, kinds, helped, found.waiting))
    for asked in found.to_call.organisations:
        lines.append(f"  {asked.name} ({asked.number}): {say_given(words, asked)}")
        lines.append(f"    {say_contact(words, asked.contact)}")
        lines += [f"    {ask.rank:>3}  {say_ask(words, ask)}" for ask in asked.asks]
    if found.to_call.anywhere:
        ranks = ", ".join(map(str, found.to_call.anywhere))
        nobody = words.text("No organisation in the register fits these kinds.")
        lines.append(f"  {nobody} ({ranks})")
    return lines
