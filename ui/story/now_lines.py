"""The short lists of the first tab: with whom somebody is paired, and the last calls."""

from collections.abc import Sequence
from uuid import UUID

from mentorapp.domain.calls import Call
from mentorapp.operations.telephone import AtTelephone, RunningPair
from mentorapp.words import Words
from mentorapp.words.absences import say_coordinator
from ui.format import isolated, one_line
from ui.widgets.line_list import Line


def pair_lines(words: Words, pairs: Sequence[RunningPair], about: UUID | None) -> list[Line]:
    """Whom with, and when they met and meet; `about` is the person whose name goes without saying.

    Of a pair's own page, where both names stand already, only the days.
    """
    return [
        Line(
            one.row.id,
            _other(one, about) if about else _met(words, one),
            str(one.row.number) if about else "",
            " · ".join([_met(words, one), *_away(words, one)]) if about else "",
        )
        for one in pairs
    ]


def _other(one: RunningPair, about: UUID) -> str:
    row = one.row
    return isolated(row.mentor_name if row.newcomer_person_id == about else row.newcomer_name)


def _met(words: Words, one: RunningPair) -> str:
    _ = words.text
    row = one.row
    last = words.date(row.last_meeting) if row.last_meeting else _("none yet")
    ahead = words.date(one.next_meeting) if one.next_meeting else _("none agreed")
    return " · ".join(
        [
            row.scheme.name(words.language),
            _("Last meeting: %(date)s") % {"date": last},
            _("Next meeting: %(date)s") % {"date": ahead},
        ]
    )


def _away(words: Words, one: RunningPair) -> list[str]:
    """Whom to call instead of the coordinator; the pair's own page says it beside."""
    row = one.row
    return [say_coordinator(words, row.coordinator, row.away)] if row.away else []


def call_lines(words: Words, found: AtTelephone) -> list[Line]:
    """When, with whom of a pair, and what was said."""
    names = {one.callee.person_id: one.callee.name for one in found.speakers}
    many = len(found.speakers) > 1
    return [
        Line(
            call.id,
            words.date(call.called_on),
            call.called_by,
            " · ".join(
                part for part in (names[call.person_id] if many else "", _said(words, call)) if part
            ),
        )
        for call in found.calls
    ]


def _said(words: Words, call: Call) -> str:
    _ = words.text
    return one_line(call.note, 300) or (_("got an answer") if call.reached else _("no answer"))
