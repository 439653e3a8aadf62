"""The columns of a pairing's own tables: meetings, follow-ups, letters."""

from datetime import date

from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.meetings import Meeting
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import one_line
from ui.theme import Tone
from ui.widgets.table_model import Column


def meeting_columns(words: Words) -> list[Column[Meeting]]:
    """When, how, how long, where, what."""
    _ = words.text
    return [
        Column(_("Date"), lambda m: words.date(m.held_on), sort=lambda m: m.held_on, width=124),
        Column(
            _("How they met"),
            lambda m: label(words, m.form),
            width=160,
            badge=lambda m: Tone.MUTED if not m.counts else Tone.OK,
        ),
        Column(
            _("Minutes"),
            lambda m: words.number(m.minutes),
            sort=lambda m: m.minutes,
            width=100,
        ),
        Column(_("Place"), lambda m: one_line(m.place), width=120),
        Column(_("What was done"), lambda m: one_line(m.notes), width=180),
        Column(_("Logged by"), lambda m: m.logged_by, width=130),
    ]


def follow_up_columns(words: Words, today: date) -> list[Column[FollowUp]]:
    """When, what about, how it stands."""
    _ = words.text
    return [
        Column(_("Due"), lambda f: words.date(f.due), sort=lambda f: f.due, width=124),
        Column(_("About"), lambda f: label(words, f.kind), width=170),
        Column(
            _("Status"),
            lambda f: follow_up_state(words, f, today)[0],
            width=124,
            badge=lambda f: follow_up_state(words, f, today)[1],
        ),
        Column(
            _("Done on"),
            lambda f: words.date(f.done_on) if f.done_on else "",
            sort=lambda f: f.done_on,
            width=108,
        ),
        Column(_("Done by"), lambda f: f.done_by, width=100),
        Column(_("Note"), lambda f: one_line(f.note), width=200),
    ]


def follow_up_state(words: Words, follow_up: FollowUp, today: date) -> tuple[str, Tone]:
    """Done, overdue, due today or planned."""
    _ = words.text
    if follow_up.done_on is not None:
        return _("done"), Tone.OK
    if follow_up.due < today:
        return _("overdue"), Tone.BAD
    if follow_up.due == today:
        return _("due today"), Tone.WARN
    return _("planned"), Tone.MUTED


def letter_columns(words: Words) -> list[Column[LetterIssued]]:
    """Which, when, by whom."""
    _ = words.text
    return [
        Column(
            _("Issued"),
            lambda one: words.moment(one.issued_at),
            sort=lambda one: one.issued_at,
            width=160,
        ),
        Column(_("Letter"), lambda one: label(words, one.kind), width=240),
        Column(_("By"), lambda one: one.issued_by, width=140),
        Column(_("Language"), lambda one: one.language, width=90),
    ]
