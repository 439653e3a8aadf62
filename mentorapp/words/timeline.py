"""What happened, in one sentence a line; see ``domain/timeline.py``."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.timeline import Happened, TimelineEntry, Trace
from mentorapp.words import Words
from mentorapp.words.barriers import say_barriers
from mentorapp.words.fields import FIELDS, field_label
from mentorapp.words.labels import label
from mentorapp.words.outcomes import say_answer
from mentorapp.words.plans import say_attainment

#: Fields whose name in the form is another than in the record.
_SHOWN_AS = {
    "household_id": "household",
    "mentor_side": "household",
    "newcomer_side": "household",
    "scheme_id": "scheme",
}


def say_entry(words: Words, entry: TimelineEntry) -> str:
    """What happened, with the pair it is about: "Meeting: in person, 60 min · Marit Bekkelund"."""
    said = label(words, entry.happened)
    if entry.values:
        said %= {name: _said(words, name, value) for name, value in entry.values.items()}
    beside = [str(entry.values.get(name) or "") for name in ("place", "who")]
    if entry.happened is not Happened.RESPONSIBLE:
        beside.append(str(entry.values.get("name") or ""))
    return " · ".join(part for part in (said, *beside, entry.pair) if part)


def say_text(words: Words, entry: TimelineEntry) -> str:
    """What somebody wrote, or who stands in."""
    stand_in = entry.values.get("stand_in")
    if stand_in:
        return words.text("Stand-in: %(name)s") % {"name": stand_in}
    return entry.text


def say_traces(words: Words, entry: TimelineEntry) -> str:
    """Who wrote it down and when, and who changed it last: "by Kari, 12.10.2026 10:42"."""
    _ = words.text
    parts = []
    if entry.noted is not None:
        parts.append(_("by %(who)s, %(when)s") % _trace(words, entry.noted))
    elif entry.by:
        parts.append(_("by %(who)s") % {"who": entry.by})
    if entry.changed is not None:
        parts.append(_("changed by %(who)s, %(when)s") % _trace(words, entry.changed))
    return " · ".join(parts)


def say_month(words: Words, day: date) -> str:
    """Month and year, as the heading over the lines of a month: "November 2026"."""
    from babel.dates import format_date

    said = format_date(day, "LLLL y", locale=words.locale)
    return said[:1].upper() + said[1:]


def _trace(words: Words, trace: Trace) -> dict[str, str]:
    return {"who": trace.actor, "when": words.moment(trace.at.astimezone())}


def _said(words: Words, name: str, value: object) -> str:
    match value:
        case Enum():
            return label(words, value)
        case Outcome():
            return say_answer(words, value)
        case Scheme():
            return value.name(words.language)
        case frozenset():
            return say_barriers(words, value)
        case tuple():
            return _fields(words, value)
        case int() if name == "attainment":
            return say_attainment(words, value)
    return _plain(words, value)


def _plain(words: Words, value: object) -> str:
    if isinstance(value, date):
        return words.date(value)
    if isinstance(value, int):
        return words.number(value)
    return "–" if value is None else str(value)


def _fields(words: Words, names: Iterable[str]) -> str:
    """Names as the form shows them; what a user cannot change has none."""
    shown = (_SHOWN_AS.get(name, name) for name in names)
    return ", ".join(dict.fromkeys(field_label(words, one) for one in shown if one in FIELDS))
