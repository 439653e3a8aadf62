"""Network and language in use: whom one can ask, and how often one speaks, asked three times."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.records import Record
from mentorapp.domain.text import NOTE_LIMIT, check_length

#: The questions at the start are due a month after the agreement.
START_WITHIN = timedelta(days=30)
#: Where no end is planned, the middle is counted from a pair of the usual six months.
MIDWAY_AFTER = timedelta(days=90)
#: Nobody can be asked about a pair that ended longer ago: the hint stops.
END_WITHIN = timedelta(days=90)
#: More than anybody counts: a larger number is mistyped.
MOST_PEOPLE = 500


class NetworkStage(StrEnum):
    """When in the course of a pair it was asked."""

    START = "start"
    MIDWAY = "midway"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCheck(Record):
    """``people_to_ask``: how many in the country can be asked for help or advice.

    ``language_days``: on how many days a week the country's language is spoken outside class, 0–7.
    None is not answered.
    """

    person_id: UUID
    pairing_id: UUID | None = None
    stage: NetworkStage
    asked_on: date
    people_to_ask: int | None = None
    language_days: int | None = None
    note: str = ""


@dataclass(eq=False)
class AlreadyAsked(Refused):
    """Each stage of a pairing is asked once; it was on ``asked_on``."""

    number: int
    asked_on: date


def check_network_check(check: NetworkCheck, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right; one answer at least is needed."""
    if check.asked_on > today:
        raise InvalidField("asked_on", Problem.IN_FUTURE, check.asked_on.isoformat())
    if check.people_to_ask is None and check.language_days is None:
        raise InvalidField("people_to_ask", Problem.MISSING)
    if check.people_to_ask is not None and not 0 <= check.people_to_ask <= MOST_PEOPLE:
        raise InvalidField(
            "people_to_ask", Problem.OUT_OF_RANGE, str(check.people_to_ask), f"0–{MOST_PEOPLE}"
        )
    if check.language_days is not None and not 0 <= check.language_days <= 7:
        raise InvalidField("language_days", Problem.OUT_OF_RANGE, str(check.language_days), "0–7")
    check_length("note", check.note, NOTE_LIMIT)


def network_due(
    pairing: Pairing, asked: Collection[NetworkStage], today: date
) -> tuple[NetworkStage, date] | None:
    """Which question is due for a pairing and since when; None when none is.

    At the start: 30 days after the agreement, until the middle. Midway: from the middle between
    the agreement and the planned end, at the earliest 60 days after the agreement, while the pair
    runs; a start that was missed by then is not asked for any more, its answer would tell of later.
    At the end: from the day the pair ended, for 90 days.
    """
    if pairing.ended_on is not None:
        fresh = today <= pairing.ended_on + END_WITHIN
        return (
            (NetworkStage.END, pairing.ended_on)
            if fresh and NetworkStage.END not in asked
            else None
        )
    due, middle = pairing.agreed_on + START_WITHIN, _middle(pairing)
    if middle <= today:
        asked_since = NetworkStage.MIDWAY in asked or NetworkStage.END in asked
        return None if asked_since else (NetworkStage.MIDWAY, middle)
    return (NetworkStage.START, due) if due <= today and not asked else None


def _middle(pairing: Pairing) -> date:
    if pairing.planned_end is None:
        return pairing.agreed_on + MIDWAY_AFTER
    half = (pairing.planned_end - pairing.agreed_on) / 2
    return pairing.agreed_on + max(timedelta(days=half.days), 2 * START_WITHIN)


@dataclass(frozen=True, slots=True)
class Development:
    """How one figure went from the start to the end, over pairs in which both were answered.

    ``before`` and ``after`` are means over the same ``pairs``; ``more``, ``same`` and ``fewer``
    add up to them.
    """

    pairs: int
    before: float | None
    after: float | None
    more: int
    same: int
    fewer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFigures:
    """The network and the language in use, of pairings whose last question is in the period.

    ``asked`` counts the answers at each stage in the period, whatever pairing they belong to.
    ``people`` and ``language`` are start to end, of pairings asked at the end in the period.
    """

    asked: Mapping[NetworkStage, int]
    people: Development
    language: Development


def development(values: Sequence[tuple[int, int]]) -> Development:
    """Of (before, after) of each pair."""
    return Development(
        pairs=len(values),
        before=fmean(before for before, _ in values) if values else None,
        after=fmean(after for _, after in values) if values else None,
        more=sum(after > before for before, after in values),
        same=sum(after == before for before, after in values),
        fewer=sum(after < before for before, after in values),
    )


def network_figures(checks: Iterable[NetworkCheck], first: date, last: date) -> NetworkFigures:
    """Count them; ``checks`` are all there are, because the start lies before the period."""
    ordered = sorted(checks, key=lambda one: (one.asked_on, one.id))
    by_stage = {
        stage: {one.pairing_id or one.person_id: one for one in ordered if one.stage is stage}
        for stage in NetworkStage
    }
    both = [
        (by_stage[NetworkStage.START][subject], end)
        for subject, end in by_stage[NetworkStage.END].items()
        if first <= end.asked_on <= last and subject in by_stage[NetworkStage.START]
    ]
    return NetworkFigures(
        asked={
            stage: sum(first <= one.asked_on <= last for one in ordered if one.stage is stage)
            for stage in NetworkStage
        },
        people=development(
            [
                (start.people_to_ask, end.people_to_ask)
                for start, end in both
                if start.people_to_ask is not None and end.people_to_ask is not None
            ]
        ),
        language=development(
            [
                (start.language_days, end.language_days)
                for start, end in both
                if start.language_days is not None and end.language_days is not None
            ]
        ),
    )
