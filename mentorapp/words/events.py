"""Events in words: when they are, how many come, what a filter asks."""

from mentorapp.domain.events import Answer, Event, EventCounts
from mentorapp.words import Words
from mentorapp.words.labels import label


def say_when(words: Words, event: Event) -> str:
    """23.11.2026 18:00–20:00, or both days for what lasts longer."""
    begins = words.moment(event.starts_at)
    if event.ends_at is None:
        return begins
    if event.ends_at.date() == event.day:
        return f"{begins}–{event.ends_at:%H:%M}"
    return f"{begins} – {words.moment(event.ends_at)}"


def say_counts(words: Words, event: Event, counts: EventCounts) -> list[str]:
    """How many are invited and come, and how many were there, a sentence each."""
    _ = words.text
    lines = [
        _("%(invited)d invited: %(yes)d come, %(no)d do not, %(unanswered)d have not answered")
        % {
            "invited": counts.invited,
            "yes": counts.yes,
            "no": counts.no,
            "unanswered": counts.unanswered,
        }
    ]
    if counts.over:
        lines.append(
            _("More come than there is room for: %(over)d too many for %(seats)d")
            % {"over": counts.over, "seats": event.seats}
        )
    elif counts.free is not None:
        lines.append(
            _("%(free)d of %(seats)d places free") % {"free": counts.free, "seats": event.seats}
        )
    if counts.invited > counts.not_noted:
        lines.append(
            _("%(present)d present, %(excused)d excused, %(absent)d absent, %(rest)d not noted")
            % {
                "present": counts.present,
                "excused": counts.excused,
                "absent": counts.absent,
                "rest": counts.not_noted,
            }
        )
    return lines


def say_answer(words: Words, answer: Answer, reserve: int) -> str:
    """What the guest answered; for those without a seat yet their place among the reserves."""
    return words.text("reserve %(n)d") % {"n": reserve} if reserve else label(words, answer)


def say_preview(words: Words, new: int, already: int, place_unknown: int) -> str:
    """How many a filter would invite, and who is not among them."""
    said = words.plural("%(n)d person would be invited.", "%(n)d people would be invited.", new)
    return f"{said} {say_others(words, already, place_unknown)}".rstrip()


def say_others(words: Words, already: int, place_unknown: int) -> str:
    """Who fits a filter and is not among those whom it would invite; empty for nobody."""
    lines = []
    if already:
        lines.append(
            words.plural(
                "%(n)d more is invited already.", "%(n)d more are invited already.", already
            )
        )
    if place_unknown:
        lines.append(
            words.plural(
                "%(n)d person with a protected address may fit too: the place is not told, "
                "so invite that person alone.",
                "%(n)d people with protected addresses may fit too: the place is not told, "
                "so invite them one by one.",
                place_unknown,
            )
        )
    return " ".join(lines)
