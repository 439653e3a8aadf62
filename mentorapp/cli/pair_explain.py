"""``pair explain``: why her, why not him, and what would help, for one person or for two."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from mentorapp.cli.answers import (
    Who,
    candidate_json,
    effect_json,
    reasons_json,
    remedy_json,
    who_of,
)
from mentorapp.cli.session import Session
from mentorapp.domain.explanations import Candidate, PairCheck, percent_of
from mentorapp.domain.office import Office
from mentorapp.domain.proposals import LeftOver
from mentorapp.domain.schemes import Criterion, Scheme
from mentorapp.operations import (
    Transaction,
    explaining,
    in_run,
    offices,
    pairing,
    pairing_runs,
    schemes,
)
from mentorapp.operations.explained_paper import explained_paper, mentor_paper
from mentorapp.operations.explaining import Solved
from mentorapp.operations.files import write_whole
from mentorapp.words import Words
from mentorapp.words.explanations import (
    say_candidate,
    say_effect,
    say_move,
    say_remedy,
    say_too_far,
    say_why_not,
)
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_left_over, say_reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A solved run, and about whom it is asked."""

    office: Office
    scheme: Scheme
    solved: Solved
    newcomer_id: UUID | None
    mentor_id: UUID | None


def explain(session: Session, args: Namespace) -> None:
    """What a run makes of one person, or of two; nothing is kept but the page asked for."""
    asked = _ask(session, args)
    if asked.newcomer_id is None:
        assert asked.mentor_id is not None  # noqa: S101 - for the type checker
        value, lines = _mentor(session.words, asked, asked.mentor_id)
    elif asked.mentor_id is None:
        value, lines = _newcomer(session.words, asked, asked.newcomer_id)
    else:
        value, lines = _pair(session.words, asked, asked.newcomer_id, asked.mentor_id)
    if args.out is not None:
        write_whole(args.out, _paper(session, asked), make_folder=True)
        lines.append(session.words.text("Written: %(file)s") % {"file": args.out})
    session.tell({**value, "scheme": asked.scheme.key, "file": args.out}, lambda: lines)


def _paper(session: Session, asked: _Asked) -> bytes:
    solved, office, words = asked.solved, asked.office, session.words
    if asked.newcomer_id is not None:
        return explained_paper(
            solved, asked.newcomer_id, office, words, session.today, asked.mentor_id
        )
    assert asked.mentor_id is not None  # noqa: S101 - for the type checker
    return mentor_paper(solved, asked.mentor_id, office, words, session.today)


def _ask(session: Session, args: Namespace) -> _Asked:
    mentor_id = newcomer_id = None
    with session.reading() as tx:
        person, mentor = args.person, args.mentor
        if mentor is not None:
            person, mentor = in_run.in_order(tx, person, mentor)
        if args.scheme is not None:
            scheme = schemes.find(tx, args.scheme)
        else:
            scheme = in_run.scheme_for(tx, person)
        if mentor is None and _as_mentor(tx, args):
            mentor_id = in_run.mentor_in_run(tx, scheme, person)
        else:
            newcomer_id = in_run.newcomer_in_run(tx, scheme, person)
        if mentor is not None:
            mentor_id = in_run.mentor_in_run(tx, scheme, mentor)
        gathered = pairing.gather(tx, scheme.id, session.today)
        goal = args.goal or pairing_runs.last_goal(tx, scheme.id)
        office = offices.read(tx)
    return _Asked(
        office=office,
        scheme=scheme,
        solved=Solved(gathered, pairing.solve(gathered, goal)),
        newcomer_id=newcomer_id,
        mentor_id=mentor_id,
    )


def _as_mentor(tx: Transaction, args: Namespace) -> bool:
    if args.role is not None:
        return bool(args.role == "mentor")
    return in_run.is_asked_as_mentor(tx, args.person)


def _newcomer(words: Words, asked: _Asked, newcomer_id: UUID) -> tuple[dict[str, Any], list[str]]:
    """Why this pair, or why nobody; who else; what would help."""
    solved, who = asked.solved, who_of(asked.solved)
    mentor_id = solved.pairs.get(newcomer_id)
    others = explaining.candidates_for_newcomer(solved, newcomer_id)
    value: dict[str, Any] = {
        "newcomer": who[newcomer_id],
        "mentor": who[mentor_id] if mentor_id else None,
        "candidates": [candidate_json(words, who, one) for one in others],
    }
    lines = [_head(words, asked, newcomer_id)]
    if mentor_id is not None:
        check = solved.check(newcomer_id, mentor_id)
        value |= _check_json(words, check)
        lines += _pair_lines(words, who, check, mentor_id)
        return value, [*lines, *_candidate_lines(words, who, others)]
    stopped = explaining.counted(solved, newcomer_id)
    remedies = explaining.remedies(solved, newcomer_id)
    value |= _stopped_json(words, stopped, "mentors")
    value["remedies"] = [remedy_json(words, who, one, solved.names) for one in remedies]
    lines.append(say_left_over(words, stopped))
    if remedies:
        lines.append(words.text("What would help:"))
        lines += [f"  {say_remedy(words, one, solved.names)}" for one in remedies]
    return value, [*lines, *_candidate_lines(words, who, others)]


def _mentor(words: Words, asked: _Asked, mentor_id: UUID) -> tuple[dict[str, Any], list[str]]:
    """The newcomers of a mentor and those who would cost the whole least."""
    who = who_of(asked.solved)
    others = explaining.candidates_for_mentor(asked.solved, mentor_id)
    value: dict[str, Any] = {
        "mentor": who[mentor_id],
        "candidates": [candidate_json(words, who, one) for one in others],
    }
    lines = [_head(words, asked, mentor_id)]
    if mentor_id not in asked.solved.pairs.values():
        stopped = explaining.counted_for_mentor(asked.solved, mentor_id)
        value |= _stopped_json(words, stopped, "newcomers")
        lines.append(say_left_over(words, stopped, "newcomers"))
    return value, [*lines, *_candidate_lines(words, who, others)]


def _pair(
    words: Words, asked: _Asked, newcomer_id: UUID, mentor_id: UUID
) -> tuple[dict[str, Any], list[str]]:
    """Two people: what speaks for them, and why they are not proposed or what they are for all."""
    solved, who, names = asked.solved, who_of(asked.solved), asked.solved.names
    why = explaining.why_not(solved, newcomer_id, mentor_id)
    answer = say_why_not(words, why, names)
    value = {
        "newcomer": who[newcomer_id],
        "mentor": who[mentor_id],
        **_check_json(words, why.check),
        "obstacles": [one.value for one in why.check.obstacles],
        "present": why.present,
        "effect": effect_json(words, who, why.effect, names) if why.effect else None,
        "in_words": answer,
    }
    lines = [_head(words, asked, newcomer_id), *_pair_lines(words, who, why.check, mentor_id)]
    lines.append(answer)
    if why.too_far is not None:
        lines.append(say_too_far(words, why.too_far, names))
    if why.present:
        without = explaining.try_forbid(solved, newcomer_id, mentor_id)
        value["without"] = effect_json(words, who, without, names)
        said = words.text("Were they not to be a pair: %(effect)s")
        lines.append(said % {"effect": say_effect(words, without, names)})
    elif why.effect is not None:
        lines += [f"  {say_move(words, move, names)}" for move in why.effect.moves]
    return value, lines


def _head(words: Words, asked: _Asked, role_id: UUID) -> str:
    return words.text("%(name)s (%(number)s) in %(scheme)s") % {
        "name": asked.solved.names[role_id],
        "number": asked.solved.numbers[role_id],
        "scheme": asked.scheme.name(words.language),
    }


def _stopped_json(
    words: Words, stopped: LeftOver, candidates: Literal["mentors", "newcomers"]
) -> dict[str, Any]:
    return {
        "stopped": {kind.value: count for kind, count in stopped.stopped.items()},
        "free": stopped.free,
        "in_words": say_left_over(words, stopped, candidates),
    }


def _check_json(words: Words, check: PairCheck) -> dict[str, Any]:
    return {
        "score": check.score,
        "full_score": check.full_score,
        "percent": percent_of(check.score, check.full_score),
        "points": {criterion.value: points for criterion, points in check.points.items()},
        "reasons": reasons_json(check.reasons),
        "reasons_in_words": say_reasons(words, check.reasons),
    }


def _pair_lines(words: Words, who: Who, check: PairCheck, mentor_id: UUID) -> list[str]:
    """The mentor with the score, the reasons, and the score taken apart."""
    head = words.text("With %(name)s (%(number)s): %(percent)d %%") % {
        **who[mentor_id],
        "percent": percent_of(check.score, check.full_score),
    }
    return [head, f"  {say_reasons(words, check.reasons)}", f"  {_parts(words, check)}"]


def _parts(words: Words, check: PairCheck) -> str:
    """Like "Shared interests 26 %, Distance 12 %": together they are the score."""

    def part(criterion: Criterion, points: int) -> str:
        return words.text("%(name)s %(percent)d %%") % {
            "name": label(words, criterion),
            "percent": percent_of(points, check.full_score),
        }

    return ", ".join(part(criterion, points) for criterion, points in check.points.items())


def _candidate_lines(words: Words, who: Who, others: Sequence[Candidate]) -> list[str]:
    _ = words.text
    if not others:
        return []
    nobody = all(one.obstacles for one in others)
    head = _("Who comes closest:") if nobody else _("Who fits, and what it would cost the whole:")
    lines = [head]
    for one in others:
        person = who[one.role_id]
        name = f"{person['name']} ({person['number']})"
        lines.append(f"  {say_candidate(words, one, name)}")
        if reasons := say_reasons(words, one.reasons):
            lines.append(f"    {reasons}")
    return lines
