"""A placement and what was said of it, as JSON and as lines."""

from typing import Any

from mentorapp.domain.interviews import Quote
from mentorapp.operations.handles import handle
from mentorapp.operations.placement_rows import PlacementRow
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.interviews import say_consent
from mentorapp.words.labels import label
from mentorapp.words.placements import (
    say_hidden,
    say_levels,
    say_period,
    say_place,
    say_status,
    say_time,
    say_warning,
)

_TEXTS = ("supervisor", "teaching", "midway_note", "end_note", "learnt", "practised", "notes")
_DAYS = ("midway_on", "midway_done_on", "agreement_signed_on")


def placement_json(row: PlacementRow) -> dict[str, Any]:
    """All that may be shown; ``place_hidden`` tells that the place may not."""
    one = row.placement
    return {
        "number": one.number,
        "person": {"number": row.person_number, "name": row.person},
        "organisation": row.organisation or None,
        "place_hidden": row.hidden,
        "kind": one.kind.value,
        "setting": one.setting.value,
        "unit": one.unit,
        "supervisor": one.supervisor,
        "supervisor_phone": one.supervisor_phone,
        "status": row.status.value,
        "started_on": one.started_on,
        "planned_end": one.planned_end,
        "since": row.since,
        "ended_on": one.ended_on,
        "end": one.end.value if one.end else None,
        "end_note": one.end_note,
        "warning": row.warning.value if row.warning else None,
        "weekly_minutes": one.weekly_minutes,
        "days_per_week": one.days_per_week,
        "teaching": one.teaching,
        "agreement_signed_on": one.agreement_signed_on,
        "midway_on": one.midway_on,
        "midway_done_on": one.midway_done_on,
        "midway_note": one.midway_note,
        "learnt": one.learnt,
        "practised": one.practised,
        "level_before": one.level_before.value if one.level_before else None,
        "level_after": one.level_after.value if one.level_after else None,
        "project": row.project or None,
        "notes": one.notes,
    }


def placement_lines(words: Words, row: PlacementRow) -> list[str]:
    """The same for reading, empty values aside."""
    one, _ = row.placement, words.text
    place = say_hidden(words) if row.hidden else say_place(words, one, row.organisation)
    lines = [
        f"{one.number}  {row.person} ({row.person_number})",
        f"  {label(words, one.kind)}: {place}",
        f"  {say_period(words, one)}, {say_status(words, one, row.status)}",
        f"  {say_time(words, one)}",
        f"  {say_warning(words, row.warning)}",
        *(f"  {_named(words, name, getattr(one, name))}" for name in _TEXTS),
        *(
            f"  {_named(words, name, words.date(value))}"
            for name in _DAYS
            if (value := getattr(one, name)) is not None
        ),
    ]
    if levels := say_levels(words, one):
        lines.append("  " + _("Level: %(levels)s") % {"levels": levels})
    if row.project:
        lines.append(f"  {_named(words, 'project_id', row.project)}")
    return [line for line in lines if line.strip()]


def quote_json(quote: Quote) -> dict[str, Any]:
    """What was said, and whether it may be printed."""
    return {
        "handle": handle(quote.id),
        "text": quote.text,
        "credit": quote.credit,
        "said_on": quote.said_on,
        "consent_on": quote.consent_on,
        "withdrawn_on": quote.withdrawn_on,
    }


def quote_line(words: Words, quote: Quote, *, protected: bool) -> str:
    """The words with their handle; whether they may be printed stands behind them."""
    credit = f" {quote.credit}" if quote.credit else ""
    consent = say_consent(words, quote, protected=protected)
    return f"  {handle(quote.id)}  “{quote.text}”{credit} – {consent}"


def _named(words: Words, field: str, value: str) -> str:
    return f"{field_label(words, field)}: {value}" if value else ""
