"""How events and guests are told: columns of lists, facts of the card."""

from collections.abc import Callable

from mentorapp.domain.events import Answer, Attendance
from mentorapp.operations.events import EventRow, GuestRow, Visit
from mentorapp.words import Words
from mentorapp.words.events import say_answer, say_counts, say_when
from mentorapp.words.labels import label
from ui.format import capital
from ui.theme import Tone
from ui.widgets.table import Column

_ANSWER_TONES = {Answer.YES: Tone.OK, Answer.NO: Tone.MUTED, Answer.NONE: Tone.INFO}
_ATTENDANCE_TONES = {
    Attendance.PRESENT: Tone.OK,
    Attendance.EXCUSED: Tone.INFO,
    Attendance.ABSENT: Tone.WARN,
    Attendance.NOT_NOTED: None,
}


def event_columns(words: Words) -> list[Column[EventRow]]:
    """When, name, kind, place, and how many."""
    _ = words.text
    return [
        Column(
            _("When"),
            lambda row: words.moment(row.event.starts_at),
            sort=lambda row: row.event.starts_at,
            width=150,
            least=130,
        ),
        Column(_("Event"), lambda row: row.event.name, width=300, least=200),
        Column(
            _("Place"),
            lambda row: _("cancelled") if row.event.cancelled_on else row.event.place,
            width=200,
            least=120,
            badge=lambda row: Tone.MUTED if row.event.cancelled_on else None,
        ),
        _number(words, _("Invited"), lambda row: row.counts.invited),
        _number(words, _("Come"), lambda row: row.counts.yes),
        _number(words, _("Present"), lambda row: row.counts.present),
    ]


def _number(words: Words, title: str, count: Callable[[EventRow], int]) -> Column[EventRow]:
    return Column(title, lambda row: words.number(count(row)), sort=count, width=74)


def event_search(row: EventRow) -> str:
    """What the search looks in."""
    return f"{row.event.name} {row.event.place} {row.event.number} {row.project}"


def event_facts(words: Words, row: EventRow) -> list[tuple[str, str]]:
    """The card about the selected event."""
    _ = words.text
    event = row.event
    return [
        (_("When"), say_when(words, event)),
        (_("Place"), event.place),
        (_("Guests"), "\n".join(say_counts(words, event, row.counts))),
        (_("Childcare there"), _("Yes") if event.childcare else ""),
        (_("Project"), row.project),
        (_("Number"), str(event.number)),
        (_("Cancelled on"), words.date(event.cancelled_on) if event.cancelled_on else ""),
        (_("What it is about"), event.description),
    ]


def guest_columns(words: Words) -> list[Column[GuestRow]]:
    """Name, answer, attendance, letter."""
    _ = words.text

    def named(row: GuestRow) -> str:
        service = row.invitation.service
        return f"{row.name} ({service})" if service else row.name

    return [
        Column(_("Name"), named, width=260),
        Column(_("Number"), lambda row: str(row.number or ""), width=90),
        Column(
            _("Answer"),
            lambda row: say_answer(words, row.invitation.answer, row.reserve),
            width=150,
            least=140,
            badge=lambda row: Tone.WARN if row.reserve else _ANSWER_TONES[row.invitation.answer],
        ),
        Column(
            _("Attendance"),
            lambda row: label(words, row.invitation.attendance),
            width=120,
            badge=lambda row: _ATTENDANCE_TONES[row.invitation.attendance],
        ),
        Column(
            _("Letter"),
            lambda row: words.date(row.invitation.letter_on) if row.invitation.letter_on else "",
            sort=lambda row: row.invitation.letter_on,
            width=110,
        ),
        Column(
            _("Protection"),
            lambda row: _("protected address") if row.protected else "",
            width=140,
        ),
    ]


def visit_columns(words: Words) -> list[Column[Visit]]:
    """A person's events."""
    _ = words.text
    return [
        Column(
            _("When"),
            lambda row: words.moment(row.starts_at),
            sort=lambda row: row.starts_at,
            width=150,
        ),
        Column(_("Event"), lambda row: row.name, width=260),
        Column(_("Kind"), lambda row: capital(label(words, row.kind)), width=160),
        Column(
            _("Place"),
            lambda row: _("cancelled") if row.cancelled else row.place,
            width=140,
        ),
        Column(
            _("Answer"),
            lambda row: label(words, row.answer),
            width=120,
            badge=lambda row: _ANSWER_TONES[row.answer],
        ),
        Column(
            _("Attendance"),
            lambda row: label(words, row.attendance),
            width=120,
            badge=lambda row: _ATTENDANCE_TONES[row.attendance],
        ),
    ]
