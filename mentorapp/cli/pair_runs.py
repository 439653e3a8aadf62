"""``pair runs``: kept runs, what one of them found, and why somebody was paired then or was not."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.errors import NotFound
from mentorapp.domain.explanations import percent_of
from mentorapp.domain.pairing_runs import RunCandidate, RunLeftOver, RunPair
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import LeftOver
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.operations import pairing_runs, people, schemes
from mentorapp.operations.pairing_runs import KeptAnswer, KeptRow, KeptRun
from mentorapp.words import Words
from mentorapp.words.explanations import say_cost
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_left_over


def runs(session: Session, args: Namespace) -> None:
    """All kept runs, or one of them, or what became of one newcomer or mentor in it."""
    if args.number is None:
        _list(session, args)
        return
    with session.reading() as tx:
        kept = pairing_runs.kept_run(tx, args.number)
        found = None
        if args.person is not None:
            person_id = people.by_number(tx, args.person).id
            found = people.read(tx, person_id, session.today).registration
    words = session.words
    if found is None:
        session.tell(_run_json(words, kept), lambda: _run_lines(words, kept))
        return
    name = found.person.name
    answer = None
    if found.newcomer is not None:
        answer = pairing_runs.answer_for(kept, found.newcomer.id)
    if found.mentor is not None and not (answer and (answer.pair or answer.left_over)):
        pairs = pairing_runs.pairs_of_mentor(kept, found.mentor.id)
        session.tell(
            _mentor_json(words, kept, pairs, found.person),
            lambda: [_head(words, kept), *_mentor_lines(words, kept, pairs, name)],
        )
        return
    if answer is None:
        raise NotFound("newcomer", args.person)
    session.tell(
        _answer_json(words, kept, answer, name), lambda: _answer_lines(words, kept, answer, name)
    )


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        scheme_id = schemes.find(tx, args.scheme).id if args.scheme else None
        rows = pairing_runs.kept_runs(tx, scheme_id)
    words, _ = session.words, session.words.text
    session.tell(
        [_row_json(row) for row in rows],
        lambda: table(
            (
                _("Number"),
                _("When"),
                _("By"),
                _("Scheme"),
                _("Goal"),
                _("Pairs"),
                _("Without a pair"),
            ),
            [
                (
                    row.run.number,
                    words.moment(row.run.held_at.astimezone()),
                    row.run.held_by,
                    row.scheme.name(words.language),
                    label(words, row.run.goal),
                    row.run.pairs,
                    row.run.left_over,
                )
                for row in rows
            ],
        ),
    )


def _row_json(row: KeptRow | KeptRun) -> dict[str, Any]:
    run = row.run
    return {
        "run": run.number,
        "scheme": row.scheme.key,
        "held_at": run.held_at,
        "held_by": run.held_by,
        "goal": run.goal.value,
        "weights": dict(run.weights),
        "pairs": run.pairs,
        "left_over": run.left_over,
        "total": run.total,
        "worst": run.worst,
        "certified": run.certified,
        "engine": run.engine,
        "milliseconds": dict(run.milliseconds),
    }


def _run_json(words: Words, kept: KeptRun) -> dict[str, Any]:
    return _row_json(kept) | {
        "proposals": [_pair_json(kept, one) for one in kept.outcome.pairs],
        "waiting": [
            {**_person(kept, one.role_id), **_left_over_json(words, one)}
            for one in kept.outcome.left_over
        ],
    }


def _run_lines(words: Words, kept: KeptRun) -> list[str]:
    lines = [_head(words, kept), *_how(words, kept)]
    lines.append(words.plural("%(n)d proposal", "%(n)d proposals", len(kept.outcome.pairs)))
    for one in kept.outcome.pairs:
        percent = percent_of(one.score, kept.full_score)
        newcomer, mentor = (_named(words, kept, x) for x in (one.newcomer_id, one.mentor_id))
        lines.append(f"  {newcomer} – {mentor}: {percent} %")
    left = kept.outcome.left_over
    if left:
        count = len(left)
        lines.append(words.plural("%(n)d without a pair", "%(n)d without a pair", count))
    lines += [f"  {_named(words, kept, one.role_id)}: {_why(words, one)}" for one in left]
    return lines


def _answer_json(words: Words, kept: KeptRun, answer: KeptAnswer, name: str) -> dict[str, Any]:
    left = answer.left_over
    return {
        **_row_json(kept),
        "newcomer": _person(kept, answer.newcomer_id),
        "proposal": _pair_json(kept, answer.pair) if answer.pair else None,
        "waiting": _left_over_json(words, left) if left else None,
        "candidates": [
            {
                **_person(kept, one.mentor_id),
                "score": one.score,
                "percent": percent_of(one.score, kept.full_score),
                "loss": one.loss,
            }
            for one in answer.candidates
        ],
        "in_words": _became(words, kept, answer, name),
    }


def _answer_lines(words: Words, kept: KeptRun, answer: KeptAnswer, name: str) -> list[str]:
    lines = [_head(words, kept), _became(words, kept, answer, name)]
    if answer.candidates:
        lines.append(words.text("Who fitted, and what it would have cost the whole:"))
    for one in answer.candidates:
        percent = percent_of(one.score, kept.full_score)
        mentor = _named(words, kept, one.mentor_id)
        lines.append(f"  {mentor}, {percent} %: {_cost(words, kept, answer, one)}")
    return lines


def _mentor_json(
    words: Words, kept: KeptRun, pairs: Sequence[RunPair], mentor: Person
) -> dict[str, Any]:
    return {
        **_row_json(kept),
        "mentor": {"number": mentor.number, "name": mentor.name},
        "proposals": [_pair_json(kept, one) for one in pairs],
        "in_words": " ".join(_mentor_lines(words, kept, pairs, mentor.name)),
    }


def _mentor_lines(words: Words, kept: KeptRun, pairs: Sequence[RunPair], name: str) -> list[str]:
    _ = words.text
    if not pairs:
        return [_("Nobody was proposed to %(mentor)s in this run.") % {"mentor": name}]
    return [_proposed(words, kept, one, (None, name)) for one in pairs]


def _proposed(
    words: Words, kept: KeptRun, pair: RunPair, names: tuple[str | None, str | None]
) -> str:
    """``names`` of newcomer and mentor where they are known; None is looked up with the number."""
    newcomer, mentor = names
    return words.text("%(newcomer)s was proposed to %(mentor)s: %(percent)d %%.") % {
        "newcomer": newcomer or _named(words, kept, pair.newcomer_id),
        "mentor": mentor or _named(words, kept, pair.mentor_id),
        "percent": percent_of(pair.score, kept.full_score),
    }


def _cost(words: Words, kept: KeptRun, answer: KeptAnswer, one: RunCandidate) -> str:
    if answer.pair is not None and answer.pair.mentor_id == one.mentor_id:
        return words.text("the proposal then")
    # A score can never be lost beyond the total; what is more is the bonus of a pair.
    if one.loss > kept.run.total:
        return say_cost(words, 1, 0, kept.full_score, exact=False)
    return say_cost(words, 0, one.loss, kept.full_score, exact=False)


def _became(words: Words, kept: KeptRun, answer: KeptAnswer, name: str) -> str:
    _ = words.text
    if answer.pair is not None:
        return _proposed(words, kept, answer.pair, (name, None))
    if answer.left_over is not None:
        return f"{name}: {_why(words, answer.left_over)}"
    return _("%(newcomer)s was not in this run.") % {"newcomer": name}


def _head(words: Words, kept: KeptRun) -> str:
    return words.text("Run %(number)s, %(when)s, %(scheme)s: %(goal)s") % {
        "number": kept.run.number,
        "when": words.moment(kept.run.held_at.astimezone()),
        "scheme": kept.scheme.name(words.language),
        "goal": label(words, kept.run.goal),
    }


def _how(words: Words, kept: KeptRun) -> list[str]:
    """The weights of the run, whether its set is proven, and the time that it took."""
    _, run = words.text, kept.run
    weights = [
        f"{label(words, one)} {label(words, Weight(run.weights[one]))}"
        for one in Criterion
        if one in run.weights
    ]
    proven = (
        _("Proven to be the best set of pairs.")
        if run.certified
        else _("Not proven to be the best set of pairs.")
    )
    seconds = round(sum(run.milliseconds.values()) / 1000)
    took = (
        words.plural("It took %(n)d second.", "It took %(n)d seconds.", seconds)
        if seconds
        else _("It took less than a second.")
    )
    return [_("Weights: %(weights)s") % {"weights": ", ".join(weights)}, f"{proven} {took}"]


def _named(words: Words, kept: KeptRun, role_id: UUID) -> str:
    person = kept.people.get(role_id)
    return f"{person.name} ({person.number})" if person else words.text("somebody")


def _person(kept: KeptRun, role_id: UUID) -> dict[str, Any]:
    person = kept.people.get(role_id)
    return {
        "number": person.number if person else None,
        "name": person.name if person else None,
    }


def _pair_json(kept: KeptRun, pair: RunPair) -> dict[str, Any]:
    return {
        "newcomer": _person(kept, pair.newcomer_id),
        "mentor": _person(kept, pair.mentor_id),
        "score": pair.score,
        "percent": percent_of(pair.score, kept.full_score),
        "locked": pair.locked,
    }


def _left_over_json(words: Words, one: RunLeftOver) -> dict[str, Any]:
    return {
        "stopped": {kind.value: count for kind, count in one.stopped.items()},
        "free": one.free,
        "in_words": _why(words, one),
    }


def _why(words: Words, one: RunLeftOver) -> str:
    left = LeftOver(person_id=one.role_id, role_id=one.role_id, stopped=one.stopped, free=one.free)
    return say_left_over(words, left)
