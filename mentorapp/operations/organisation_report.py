"""What an organisation's mentors gave in a period, to hand to it; or what each of all gave.

It names no newcomer and no mentor. How many mentors it had, and what they gave in all (pairs,
meetings, hours), is told it as it is: they are its own people, and it knows them. Newcomers are
not: few of those who had a placement there or were introduced to its activities are hidden, as in
the letter that thanks it. Where counts of pairs are broken down, and where organisations stand side
by side, small ones are hidden too. One organisation's reports on periods that overlap are not held
against each other: who has both can subtract.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.quarters import Period
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.sections import Hidden
from mentorapp.domain.small_numbers import hide_small, is_small
from mentorapp.operations import offices
from mentorapp.operations.contribution_cells import Given, given
from mentorapp.operations.contribution_table import amount, side_by_side
from mentorapp.operations.contributions import by_organisation
from mentorapp.operations.intention import counts_all
from mentorapp.operations.report_frame import Report, with_history
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import N_, Words
from mentorapp.words.periods import say_period, short_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentorapp.reports.charts import Picture

_GAVE = (
    ("mentors", N_("Mentors with a pair")),
    ("pairings", N_("Pairs")),
    ("meetings", N_("Meetings")),
    ("minutes", N_("Hours together")),
    ("places", N_("Places offered")),
    ("placements", N_("Placements")),
    ("events", N_("Events held")),
    ("introduced", N_("Newcomers introduced to activities")),
)


#: These tell how many newcomers there were and not what its own people gave.
_OF_NEWCOMERS = frozenset({"placements", "introduced"})


@dataclass(frozen=True, slots=True, kw_only=True)
class InScheme:
    """What was given in one scheme; ``pairs`` None where it is hidden."""

    scheme: Scheme
    pairs: int | None
    meetings: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationValues:
    """``own`` are what one organisation gave in the period and in the one before; without one,
    ``every`` is what each of all gave. ``months`` are meetings by their month.
    """

    office: Office
    organisation: Organisation | None
    period: Period
    until: date
    own: tuple[Contribution, Contribution] | None
    schemes: tuple[InScheme, ...]
    months: tuple[tuple[date, int], ...]
    every: Given
    today: date


@counts_all
def organisation_report(
    tx: Transaction, organisation_id: UUID | None, period: Period, today: date
) -> Report:
    """About one organisation, or about all of them side by side.

    Raises QuarterNotBegun for a period that has not begun.
    """
    if period.first > today:
        raise QuarterNotBegun(str(period))
    values = _values(tx, organisation_id, period, today)
    report = Report(
        kind=ReportKind.ORGANISATION,
        period=str(period),
        scope=str(organisation_id) if organisation_id else "",
        tables=lambda words: tables(values, words),
        charts=lambda words: _charts(values, words),
        pdf=lambda words, since: _pdf(values, words, since),
        more=values.every.shown,
    )
    return with_history(tx, report, period.first, values.until)


def _values(
    tx: Transaction, organisation_id: UUID | None, period: Period, today: date
) -> OrganisationValues:
    office, until = offices.read(tx), min(period.last, today)
    if organisation_id is None:
        every = given(tx, period.first, until)
        return OrganisationValues(
            office=office, organisation=None, period=period, until=until, own=None, schemes=(),
            months=(), every=every, today=today,
        )  # fmt: skip
    organisation = records.get(tx, Organisation, organisation_id)
    now = by_organisation(tx, period.first, until)
    before = period.previous()
    then = by_organisation(tx, before.first, before.last)
    pairs = _pairs(tx, organisation_id, period.first, until)
    met = [
        one
        for one in records.find(tx, Meeting, pairing_id=[pair.id for pair in pairs])
        if one.counts and period.first <= one.held_on <= until
    ]
    return OrganisationValues(
        office=office,
        organisation=organisation,
        period=period,
        until=until,
        own=(now[organisation_id], then[organisation_id]),
        schemes=_schemes(tx, pairs, met, office.least_shown),
        months=_months(met, period.first, until),
        every=Given(),
        today=today,
    )


def _pairs(tx: Transaction, organisation_id: UUID, first: date, until: date) -> list[Pairing]:
    mentors = [one.id for one in records.find(tx, Mentor, organisation_id=organisation_id)]
    return [
        one
        for one in records.find(tx, Pairing, mentor_id=mentors)
        if one.agreed_on <= until and (one.ended_on is None or one.ended_on >= first)
    ]


def _schemes(
    tx: Transaction, pairs: list[Pairing], met: list[Meeting], least: int
) -> tuple[InScheme, ...]:
    known = records.by_id(records.find(tx, Scheme))
    scheme_of = {one.id: one.scheme_id for one in pairs}
    shown = hide_small(Counter(scheme_of.values()), least)
    meetings, minutes = Counter[UUID](), Counter[UUID]()
    for one in met:
        meetings[scheme_of[one.pairing_id]] += 1
        minutes[scheme_of[one.pairing_id]] += one.minutes
    found = [
        InScheme(scheme=known[key], pairs=count, meetings=meetings[key], minutes=minutes[key])
        for key, count in shown.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.minutes, one.scheme.key)))


def _months(met: list[Meeting], first: date, until: date) -> tuple[tuple[date, int], ...]:
    counts = Counter(one.held_on.replace(day=1) for one in met)
    found, month = [], first.replace(day=1)
    while month <= until:
        found.append((month, counts[month]))
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return tuple(found)


def tables(values: OrganisationValues, words: Words) -> tuple[ReportTable, ...]:
    """All tables of the report: the page, its files and what is kept of it have these."""
    if values.own is None:
        return (side_by_side(values.every, words),)
    made = [_gave(values, values.own, words)]
    if values.schemes:
        made.append(_by_scheme(values, words))
    if len(values.months) > 1 and any(count for _month, count in values.months):
        made.append(_by_month(values, words))
    return tuple(made)


def _gave(
    values: OrganisationValues, own: tuple[Contribution, Contribution], words: Words
) -> ReportTable:
    _ = words.text
    rows = []
    for key, name in _GAVE:
        now, before = (amount(one, key) for one in own)
        if now or before:
            least = values.office.least_shown
            told = (_told(key, count, least) for count in (now, before))
            rows.append(Row(key, (_(name), *told)))
    return ReportTable(
        "gave",
        _("What your people gave"),
        (
            Column("what", "", numbers=False),
            Column("now", short_period(words, values.period)),
            Column("before", short_period(words, values.period.previous())),
        ),
        tuple(rows),
        _(
            "Mentors and pairs: those with a pair that ran in the period. Meetings in which the "
            "two were in contact."
        ),
    )


def _told(key: str, count: float, least: int) -> float | Hidden:
    few = key in _OF_NEWCOMERS and is_small(round(count), least)
    return Hidden() if few else count


def _by_scheme(values: OrganisationValues, words: Words) -> ReportTable:
    """Without the pairs where they are few in all: they would follow from what stands above."""
    _ = words.text
    own = values.own[0].pairings if values.own else 0
    few = is_small(own, values.office.least_shown)
    return ReportTable(
        "schemes",
        _("By scheme"),
        (
            Column("scheme", _("Scheme"), numbers=False),
            *(() if few else (Column("pairs", _("Pairs")),)),
            Column("meetings", _("Meetings")),
            Column("hours", _("Hours")),
        ),
        tuple(
            Row(
                one.scheme.key,
                (
                    one.scheme.name(words.language),
                    *(() if few else (Hidden() if one.pairs is None else one.pairs,)),
                    one.meetings,
                    round(one.minutes / 60, 1),
                ),
            )
            for one in values.schemes
        ),
    )


def _by_month(values: OrganisationValues, words: Words) -> ReportTable:
    _ = words.text
    return ReportTable(
        "months",
        _("Meetings by month"),
        (Column("month", _("Month"), numbers=False), Column("meetings", _("Meetings"))),
        tuple(Row(f"{month:%Y-%m}", (f"{month:%m.%Y}", count)) for month, count in values.months),
    )


def _charts(values: OrganisationValues, words: Words) -> "Mapping[str, Picture]":
    from mentorapp.reports.table_charts import table_chart

    return {
        table.key: table_chart(table, words)
        for table in tables(values, words)
        if table.key == "months"
    }


def _pdf(values: OrganisationValues, words: Words, since: tuple[str, ...]) -> bytes:
    from mentorapp.reports.tabled import Paper, tabled_report

    _ = words.text
    own = values.organisation
    name = own.name if own else ""
    thanks = _(
        "Thank you for what %(organisation)s gives. Newcomers meet somebody who has time for them, "
        "and that is what they get to know the place by."
    )
    paper = Paper(
        title=_("Organisation report"),
        to=name or values.office.committee,
        about=(say_period(words, values.period),),
        intro=(thanks % {"organisation": name},) if name else (),
        tables=tables(values, words),
        charts=_charts(values, words),
        notes=(_("It names nobody: neither mentors nor newcomers."),),
        since=since,
    )
    return tabled_report(paper, values.office, words, values.today)
