"""What the card of a pairing's page tells."""

from datetime import date

from mentorapp.domain.pairings import Side
from mentorapp.domain.protection import Protection
from mentorapp.operations.pairings import PairingFile
from mentorapp.words import Words
from mentorapp.words.absences import say_coordinator
from mentorapp.words.households import say_side
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_reasons
from ui.pairings.career import career_facts


def pairing_facts(words: Words, file: PairingFile, today: date) -> list[tuple[str, str]]:
    """Names with values; what is not known is empty."""
    _ = words.text
    pairing, row = file.pairing, file.row
    days = {
        _("Agreed on"): pairing.agreed_on,
        _("Agreement signed"): pairing.agreement_signed_on,
        _("Started on"): pairing.started_on,
        _("Interpreter ordered"): pairing.interpreter_ordered_on,
        _("Planned end"): pairing.planned_end,
        _("Ended on"): pairing.ended_on,
    }
    start = pairing.start_meeting_at
    ending = [label(words, one) for one in (pairing.end_reason, pairing.end_initiator) if one]
    protected = row.protection is not Protection.NONE
    return [
        *((name, words.date(day) if day else "") for name, day in days.items()),
        (_("Start meeting"), words.moment(start) if start else ""),
        (_("Place"), pairing.start_meeting_place),
        (_("Next meeting"), _next_meeting(words, file, today)),
        (_("Why it ended"), ", ".join(ending)),
        (_("How it fits"), label(words, pairing.fit)),
        (_("Coordinator"), say_coordinator(words, row.coordinator, row.away)),
        *career_facts(words, file),
        (_("For whom"), _for_whom(words, file)),
        (_("Project"), row.project),
        (_("Why these two"), say_reasons(words, pairing.reasons, protected=protected)),
        (_("Notes"), pairing.notes),
    ]


def _for_whom(words: Words, file: PairingFile) -> str:
    """Said only where a household stands on a side."""
    row = file.row
    told = [
        say_side(words, name, side)
        for name, side in (
            (row.newcomer_name, row.newcomer_side),
            (row.mentor_name, row.mentor_side),
        )
        if side is Side.HOUSEHOLD
    ]
    return "\n".join(told)


def _next_meeting(words: Words, file: PairingFile, today: date) -> str:
    """The day agreed on last, unless it has passed."""
    days = [one.next_on for one in file.meetings if one.next_on and one.next_on >= today]
    return words.date(days[0]) if days else ""
