"""``people timeline`` and ``pairings timeline``: what happened, and who wrote it down."""

from argparse import Namespace
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.domain.timeline import TimelineEntry, Trace
from mentorapp.operations import pairings, people, timeline
from mentorapp.words.labels import label
from mentorapp.words.timeline import say_entry, say_month, say_text, say_traces


def of_person(session: Session, args: Namespace) -> None:
    """The whole history of somebody, newest first."""
    with session.reading() as tx:
        found = timeline.of_person(tx, people.by_number(tx, args.number).id, session.today)
    _tell(session, found)


def of_pairing(session: Session, args: Namespace) -> None:
    """The whole history of a pair, newest first."""
    with session.reading() as tx:
        found = timeline.of_pairing(tx, pairings.by_number(tx, args.number).id, session.today)
    _tell(session, found)


def _tell(session: Session, entries: tuple[TimelineEntry, ...]) -> None:
    session.tell([_values(session, one) for one in entries], lambda: _lines(session, entries))


def _lines(session: Session, entries: tuple[TimelineEntry, ...]) -> list[str]:
    words, lines, month = session.words, list[str](), ""
    for one in entries:
        heading = say_month(words, one.day)
        if heading != month:
            lines += ["", heading] if lines else [heading]
            month = heading
        lines.append(f"  {words.date(one.day)}  {say_entry(words, one)}")
        lines += [f"      {part}" for part in say_text(words, one).splitlines()]
        traces = say_traces(words, one)
        if traces:
            lines.append(f"      {traces}")
    return lines


def _values(session: Session, one: TimelineEntry) -> dict[str, Any]:
    words = session.words
    return {
        "date": one.day,
        "kind": one.kind.value,
        "happened": one.happened.value,
        "kind_in_words": label(words, one.kind),
        "in_words": say_entry(words, one),
        "text": say_text(words, one),
        "pairing": one.pairing_number or None,
        "pair": one.pair or None,
        "by": one.noted.actor if one.noted else one.by or None,
        "noted": _trace(one.noted),
        "changed": _trace(one.changed),
    }


def _trace(trace: Trace | None) -> dict[str, Any] | None:
    return None if trace is None else {"by": trace.actor, "at": trace.at.isoformat()}
