"""The statement of a volunteer's hours in a period, to hand to the volunteer.

Pairs stand in it by number: it may be shown to an employer or a school. It is not kept in the
office file, since it names a person and the meetings it is made from are kept.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.quarters import Period
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import offices
from mentorapp.operations.report_frame import Report
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.periods import say_period


@dataclass(frozen=True, slots=True)
class PairGiven:
    """A pair with what was logged of it in the period."""

    pairing: Pairing
    scheme: Scheme
    meetings: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursValues:
    """``name`` is empty for a volunteer with a protected address, who may write it himself."""

    office: Office
    name: str
    period: Period
    until: date
    pairs: tuple[PairGiven, ...]
    today: date


def hours_statement(tx: Transaction, person_id: UUID, period: Period, today: date) -> Report:
    """What a volunteer has done. Raises QuarterNotBegun for a period that has not begun."""
    if period.first > today:
        raise QuarterNotBegun(str(period))
    values = _values(tx, person_id, period, today)
    return Report(
        kind=ReportKind.HOURS,
        period=str(period),
        scope=str(person_id),
        tables=lambda words: tables(values, words),
        pdf=lambda words, _since: _pdf(values, words),
    )


def _values(tx: Transaction, person_id: UUID, period: Period, today: date) -> HoursValues:
    person, until = records.get(tx, Person, person_id), min(period.last, today)
    mentors = [one.id for one in records.find(tx, Mentor, person_id=person_id)]
    known = records.by_id(records.find(tx, Scheme))
    pairs = [
        one
        for one in records.find(tx, Pairing, mentor_id=mentors)
        if one.agreed_on <= until and (one.ended_on is None or one.ended_on >= period.first)
    ]
    given = []
    for pair in sorted(pairs, key=lambda one: (one.agreed_on, one.number)):
        met = [
            one
            for one in records.find(tx, Meeting, pairing_id=pair.id)
            if one.counts and period.first <= one.held_on <= until
        ]
        minutes = sum(one.minutes for one in met)
        given.append(PairGiven(pair, known[pair.scheme_id], len(met), minutes))
    protected = person_id in shields.protections(tx)
    return HoursValues(
        office=offices.read(tx),
        name="" if protected else person.name,
        period=period,
        until=until,
        pairs=tuple(given),
        today=today,
    )


def tables(values: HoursValues, words: Words) -> tuple[ReportTable, ...]:
    """The pairs, and the sum of them."""
    _ = words.text
    rows = [
        Row(
            str(one.pairing.number),
            (
                str(one.pairing.number),
                one.scheme.name(words.language),
                one.pairing.agreed_on,
                one.pairing.ended_on,
                one.meetings,
                round(one.minutes / 60, 1),
            ),
        )
        for one in values.pairs
    ]
    rows.append(
        Row(
            "all",
            (
                _("All"),
                "",
                "",
                "",
                sum(one.meetings for one in values.pairs),
                round(sum(one.minutes for one in values.pairs) / 60, 1),
            ),
        )
    )
    return (
        ReportTable(
            "pairs",
            _("Pairs, meetings and hours"),
            (
                Column("pair", _("Pairing number"), numbers=False),
                Column("scheme", _("Scheme"), numbers=False),
                Column("since", _("Since"), numbers=False),
                Column("until", _("Until"), numbers=False),
                Column("meetings", _("Meetings")),
                Column("hours", _("Hours")),
            ),
            tuple(rows),
            _("Meetings in which the two were in contact, as they were logged with us."),
        ),
    )


def _pdf(values: HoursValues, words: Words) -> bytes:
    from mentorapp.reports.hours_statement import statement

    name = values.name
    return statement(
        name, say_period(words, values.period), tables(values, words), values.office, words,
        values.until, values.today,
    )  # fmt: skip
