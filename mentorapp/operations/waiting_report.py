"""The report on waiting times: who waits how long, by scheme, municipality and language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.languages import Level
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.office import Office
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.quarters import Period
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.sections import Hidden
from mentorapp.domain.waiting_times import (
    OTHERS,
    Wait,
    WaitBand,
    WaitLine,
    by_area,
    by_band,
    by_language,
    by_scheme,
    whole,
)
from mentorapp.operations import offices, schemes
from mentorapp.operations.candidates import wants
from mentorapp.operations.intention import counts_all
from mentorapp.operations.places import place_of
from mentorapp.operations.report_frame import Report, with_history
from mentorapp.operations.standing import role_facts
from mentorapp.operations.waiting_cells import waiting_cells
from mentorapp.reference.languages import languages
from mentorapp.reference.places import municipality_middle
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.periods import say_period

if TYPE_CHECKING:
    from mentorapp.reports.charts import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingValues:
    """What the report tells, small numbers hidden. ``until`` is the day on which they waited."""

    office: Office
    period: Period
    until: date
    whole: WaitLine
    bands: Mapping[WaitBand, int | Hidden]
    schemes: tuple[tuple[Scheme | None, WaitLine], ...]
    areas: tuple[WaitLine, ...]
    languages: tuple[WaitLine, ...]
    shown: Mapping[str, int | None]
    today: date


@counts_all
def waiting_report(tx: Transaction, period: Period, today: date) -> Report:
    """As things stood on the last day of the period, or today while it runs.

    Raises QuarterNotBegun for one that has not begun.
    """
    if period.first > today:
        raise QuarterNotBegun(str(period))
    values = _values(tx, period, today)
    report = Report(
        kind=ReportKind.WAITING,
        period=str(period),
        tables=lambda words: tables(values, words),
        charts=lambda words: _charts(values, words),
        pdf=lambda words, since: _pdf(values, words, since),
        more=values.shown,
    )
    return with_history(tx, report, period.first, values.until)


def _values(tx: Transaction, period: Period, today: date) -> WaitingValues:
    office = offices.read(tx)
    until = min(period.last, today)
    every = schemes.all_schemes(tx, active_only=True)
    waits = _waits(tx, until, every)
    least = office.least_shown
    by_key = {one.key: one for one in every}
    few = waiting_cells(tx, waits, period.first, until, least)
    return WaitingValues(
        office=office,
        period=period,
        until=until,
        whole=whole(waits, least),
        bands=by_band(waits, least, few.bands),
        schemes=tuple(
            (by_key.get(line.key), line) for line in by_scheme(waits, least, few.schemes)
        ),
        areas=by_area(waits, least, few.areas),
        languages=by_language(waits, least, few.languages),
        shown=few.shown,
        today=today,
    )


def _waits(tx: Transaction, until: date, every: list[Scheme]) -> list[Wait]:
    newcomers = records.find(tx, Newcomer)
    facts = role_facts(tx, newcomers)
    waiting = [one for one in newcomers if facts[one.id].status_on(until) in TO_BE_PAIRED]
    ids = {one.person_id for one in waiting}
    people = records.by_id(records.find(tx, Person, id=ids))
    details = {one.person_id: one for one in records.find(tx, ContactDetails, person_id=ids)}
    levels = shields.protections(tx)
    found = []
    for one in waiting:
        level = levels.get(one.person_id, Protection.NONE)
        place = place_of(visible(details.get(one.person_id), level, Purpose.LIST))
        found.append(
            Wait(
                (until - one.registered_on).days,
                frozenset(scheme.key for scheme in every if wants(one, scheme)),
                f"{place.country}{place.municipality_code}"
                if place and place.municipality_code
                else "",
                frozenset(
                    spoken.language
                    for spoken in people[one.person_id].languages
                    if spoken.level is Level.NATIVE
                ),
            )
        )
    return found


def tables(values: WaitingValues, words: Words) -> tuple[ReportTable, ...]:
    """All tables of the report: the page, its files and what is kept of it have these.

    The longest wait is told of all alone: that of a group is one person's, and those of several
    groups tell how many waited so long.
    """
    _ = words.text
    known = languages()
    spoken = {code: one.name(words.language) for code, one in known.items()}
    bands = ReportTable(
        "bands",
        _("How long they have waited"),
        (Column("wait", _("Waiting for"), numbers=False), Column("waiting", _("Newcomers"))),
        tuple(Row(band.value, (label(words, band), count)) for band, count in values.bands.items()),
        _("From registration to the last day counted, in months of 30 days."),
    )
    return (
        _table("all", _("All who wait"), "", [(_("All"), values.whole)], words),
        bands,
        _table(
            "schemes",
            _("By scheme"),
            _("Scheme"),
            [
                (scheme.name(words.language) if scheme else _("No scheme"), line)
                for scheme, line in values.schemes
            ],
            words,
            _("Who waits for several schemes is counted in each."),
        ),
        _table(
            "areas",
            _("By municipality"),
            _("Municipality"),
            [
                (_municipality(line.key) if line.key else _("Not known or not told"), line)
                for line in values.areas
            ],
            words,
            _("People with a protected address are among those not told."),
        ),
        _table(
            "languages",
            _("By mother tongue"),
            _("Language"),
            [
                (spoken.get(line.key, line.key) if line.key else _("Not known"), line)
                for line in values.languages
            ],
            words,
            _("Who has several mother tongues is counted in each."),
        ),
    )


def _municipality(code: str) -> str:
    place = municipality_middle(code[:2], code[2:])
    return place.municipality if place else code


def _table(
    key: str,
    title: str,
    head: str,
    lines: list[tuple[str, WaitLine]],
    words: Words,
    note: str = "",
) -> ReportTable:
    _ = words.text
    return ReportTable(
        key,
        title,
        (
            Column("name", head, numbers=False),
            Column("waiting", _("Waiting")),
            Column("median", _("Median, days")),
            *((Column("longest", _("Longest, days")),) if key == "all" else ()),
        ),
        tuple(
            Row(
                line.key or "none",
                (
                    _("Others together") if line.key == OTHERS else name,
                    line.count,
                    line.median,
                    *((line.longest,) if key == "all" else ()),
                ),
            )
            for name, line in lines
        ),
        note,
    )


def _charts(values: WaitingValues, words: Words) -> "Mapping[str, Picture]":
    from mentorapp.reports.table_charts import table_chart

    return {"bands": table_chart(tables(values, words)[1], words)}


def _pdf(values: WaitingValues, words: Words, since: tuple[str, ...]) -> bytes:
    from mentorapp.reports.tabled import Paper, tabled_report

    _ = words.text
    paper = Paper(
        title=_("Waiting times"),
        to=values.office.committee,
        about=(
            say_period(words, values.period),
            _("Counted on %(date)s") % {"date": words.date(values.until)},
        ),
        tables=tables(values, words),
        charts=_charts(values, words),
        notes=(
            _(
                "Newcomers who were ready or waiting for a mentor on the day counted; schemes, "
                "languages and municipalities as they are known today."
            ),
        ),
        since=since,
    )
    return tabled_report(paper, values.office, words, values.today)
