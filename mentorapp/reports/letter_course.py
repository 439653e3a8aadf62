"""What a letter can tell of how a pair went: meetings, hours, the end."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.pairings import EndReason, Pairing, PairingStatus
from mentorapp.reports.templates import Values
from mentorapp.words import Words

#: Why a pair stopped, where it may be told on paper: nobody's health and nobody's opinion of the
#: other.
_TOLD = {
    "moved": EndReason.MOVED,
    "work_or_study": EndReason.WORK_OR_STUDY,
    "no_time": EndReason.NO_TIME,
}


@dataclass(frozen=True, slots=True)
class Met:
    """The meetings in which the two were in contact."""

    times: int = 0
    minutes: int = 0
    first_on: date | None = None
    last_on: date | None = None


NOT_MET = Met()


def course_values(pairing: Pairing, met: Met, words: Words, *, protected: bool) -> Values:
    """``many_meetings`` is empty for a single one, so that a text can say "times". That one of the
    two moved is not told where either is protected.
    """
    ended = pairing.ended_on
    began = met.first_on or pairing.started_on or pairing.agreed_on
    told = {
        name: "x" if ended and pairing.end_reason is reason else ""
        for name, reason in _TOLD.items()
    }
    if protected:
        told["moved"] = ""
    completed = pairing.status is PairingStatus.COMPLETED
    return {
        **told,
        "completed": "x" if completed else "",
        "ended_early": "" if completed else "x",
        "began_on": words.date_long(began),
        "ended_on": words.date_long(ended) if ended else "",
        "meetings": words.number(met.times) if met.times else "",
        "many_meetings": words.number(met.times) if met.times > 1 else "",
        "hours": words.hours(met.minutes) if met.minutes else "",
        "last_meeting": words.date_long(met.last_on) if met.last_on else "",
    }
